/** What went wrong, in our words. Every code has one sentence for the thread in `sentenceFor`. */
export type ErrorCode =
  | 'badInput' // a field is wrong; `field` names it
  | 'notFound'
  | 'notAllowed'
  | 'stale' // somebody changed it in the meantime
  | 'duplicate' // a unique key is taken
  | 'slotTaken' // a hold was refused; `personKey` says whose
  | 'linkExpired'
  | 'wrongState' // the transition table says no
  | 'unavailable' // an outside system does not answer
  | 'refused' // an outside system said no
  | 'rateLimited'
  | 'notConfigured'
  | 'unknownOutcome' // it may or may not have happened
  | 'internal'

export type Retry = 'never' | 'later' | { afterMs: number }

export interface ErrorDetail {
  retry?: Retry
  cause?: unknown
  /** Name of the form field or setting that is wrong. */
  field?: string
  personKey?: string
  /** The sentence is in the reader's own words already. */
  isWorded?: boolean
  /** Which of the sentences about what somebody gave this is, for readers of other languages (words/, `presses.input`), and what it names. */
  wording?: { key: string; value?: string }
}

/** The only error that crosses rooms. `message` is a sentence for a person: what happened, what to do. */
export class ParleyError extends Error {
  override readonly name = 'ParleyError'
  readonly code: ErrorCode
  readonly retry: Retry
  readonly field: string | null
  readonly personKey: string | null
  readonly isWorded: boolean
  readonly wording: ErrorDetail['wording'] | null

  constructor(code: ErrorCode, userMessage: string, detail: ErrorDetail = {}) {
    super(userMessage, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.code = code
    this.retry = detail.retry ?? 'never'
    this.field = detail.field ?? null
    this.personKey = detail.personKey ?? null
    this.isWorded = detail.isWorded ?? false
    this.wording = detail.wording ?? null
  }
}

export function isParleyError(error: unknown, code?: ErrorCode): error is ParleyError {
  return error instanceof ParleyError && (code === undefined || error.code === code)
}

/** The sentence a person may see for any thrown thing; never a stack or an outside system's raw text. */
export function sentenceFor(error: unknown): string {
  if (error instanceof ParleyError) return error.message
  return 'Something went wrong on our side. Nothing was changed; please try again.'
}
