/** Where the time comes from; given by main so that a simulation can set it. */
export interface Clock {
  now(): Date
}
