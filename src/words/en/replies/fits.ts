const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

/** Why no time fits, in clauses; the first begins the sentence and is then written with a capital. */
export const englishFits = {
  offeredNone: (name: string) => `${name} offered no times`,
  offered: (name: string, times: string) => `${name} offered ${times}`,
  offeredOnly: (name: string, times: string) => `${name} offered only ${times}`,
  severalTimes: (count: number, from: string, to: string) => `${count} times from ${from} to ${to}`,
  severalDays: (count: number, from: string, to: string) => `${count} days from ${from} to ${to}`,
  busyThen: (names: string, count: number) =>
    `${names} ${verb(count, 'has', 'have')} other appointments at those times`,
  busyAlways: (names: string, count: number) =>
    `${names} ${verb(count, 'has', 'have')} other appointments at every time that is left`,
  noHours: (name: string) => `${name} has no working hours`,
  outsideHours: (name: string) => `it is outside ${name}'s working hours`,
  hours: (name: string, days: string, clock: string) => `${name}'s working hours are ${days} ${clock}`,
  hoursIn: (name: string, days: string, clock: string, zone: string) =>
    `${name}'s working hours are ${days} ${clock} in ${zone}`,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  daysThrough: (from: string, to: string) => `${from} to ${to}`,
  load: (name: string, limits: string) => `${name} takes interviews only up to ${limits}`,
  perDay: (max: number) => `${max} a day`,
  perWeek: (max: number) => `${max} a week`,
  perMonth: (max: number) => `${max} a month`,
  unknown: (name: string) => `it is not known when ${name} is free`,
  met: (name: string) => `${name} has met the candidate before`,
  noticeHours: (hours: number, when: string) => `${hours} hours' notice rules out everything before ${when}`,
  noticeMinutes: (count: number, when: string) => `${count} minutes' notice rules out everything before ${when}`,
  noDay: 'there is no day in the range of dates',
  onDay: (day: string) => `the interview has to be on ${day}`,
  betweenDays: (from: string, to: string) => `the interview has to be from ${from} to ${to}`,
  bookingWindow: (max: number) => `it has to be within ${max} days from now`,
  rooms: 'no room that is large enough is free',
  sameDay: 'the sessions of a day have to be on one day',
  span: (max: number) => `a day takes at most ${max} minutes from first to last`,
  precedence: 'the sessions have an order',
  distinct: (max: number) => `nobody takes more than ${max} of the sessions`,
  pause: (max: number) => `there has to be a break of ${max} minutes`,
  joined: (clauses: string, last: string) => `${clauses}, and ${last}`,
  longestShared: (names: string, count: number, when: string) =>
    `The longest time ${names} share is ${count} minutes (${when})`,
  longestOffered: (name: string, count: number, when: string) =>
    `The longest time ${name} offered is ${count} minutes (${when})`,
  takesLonger: (first: string, title: string, count: number) => `${first}, and ${title} takes ${count} minutes.`,
  noStart: (first: string, max: number) => `${first}, and no start on the ${max}-minute grid fits into it.`,
  noDayAtAll: 'There is no day in the range of dates.',
  noSeat: (title: string) => `Nobody is named for a seat of ${title}.`,
  twoSeats: (name: string, title: string) => `${name} would have to sit in two seats of ${title}.`,
  fewPeople: (title: string, count: number, max: number) =>
    `${title} has ${count} seats and only ${max} people for them.`,
  sessionsTooLong: (count: number) =>
    `The sessions take ${count} minutes and do not fit in order into the days there are.`,
  tooLong: (title: string, count: number) =>
    `${title} takes ${count} minutes and does not fit into any day for the people named.`,
  somebody: 'somebody',
}
