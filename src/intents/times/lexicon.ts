function tableOf<Value>(rows: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(rows.flatMap(([words, value]) => words.split(' ').map((word): [string, Value] => [word, value])))
}

/** ISO weekday numbers. */
export const weekdays = tableOf<number>([
  ['monday mon', 1],
  ['tuesday tue tues', 2],
  ['wednesday wed weds wedn', 3],
  ['thursday thu thur thurs', 4],
  ['friday fri', 5],
  ['saturday sat', 6],
  ['sunday sun', 7],
])
export const weekdayPlurals = tableOf<number>([
  ['mondays mons', 1],
  ['tuesdays', 2],
  ['wednesdays', 3],
  ['thursdays', 4],
  ['fridays', 5],
  ['saturdays', 6],
  ['sundays', 7],
])

export const months = tableOf<number>([
  ['january jan', 1],
  ['february feb', 2],
  ['march mar', 3],
  ['april apr', 4],
  ['may', 5],
  ['june jun', 6],
  ['july jul', 7],
  ['august aug', 8],
  ['september sep sept', 9],
  ['october oct', 10],
  ['november nov', 11],
  ['december dec', 12],
])

/** Words that are something else more often than a day or a month: they need company. */
export const doubtfulWords = new Set(['may', 'march', 'mar', 'jan', 'sun', 'sat', 'wed', 'mon', 'dec'])

export const smallCounts = tableOf<number>([
  ['zero', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
])
export const tens = tableOf<number>([
  ['twenty', 20],
  ['thirty', 30],
  ['forty fourty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
])
export const smallOrdinals = tableOf<number>([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['eleventh', 11],
  ['twelfth twelvth', 12],
  ['thirteenth', 13],
  ['fourteenth', 14],
  ['fifteenth', 15],
  ['sixteenth', 16],
  ['seventeenth', 17],
  ['eighteenth', 18],
  ['nineteenth', 19],
  ['twentieth', 20],
  ['thirtieth', 30],
])

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'businessDay'
  | 'week'
  | 'workweek'
  | 'fortnight'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'

export const units = tableOf<Unit>([
  ['second seconds sec secs', 'second'],
  ['minute minutes min mins', 'minute'],
  ['hour hours hr hrs', 'hour'],
  ['day days', 'day'],
  ['night nights', 'night'],
  ['weekday weekdays workday workdays', 'businessDay'],
  ['week weeks', 'week'],
  ['workweek workweeks', 'workweek'],
  ['fortnight fortnights', 'fortnight'],
  ['weekend weekends', 'weekend'],
  ['month months mth mths mo', 'month'],
  ['quarter quarters', 'quarter'],
  ['season seasons', 'season'],
  ['year years yr yrs', 'year'],
  ['decade decades', 'decade'],
])
/** Only glued to figures or after them: "2h", "45m", "3 d". */
export const shortUnits = tableOf<Unit>([
  ['s', 'second'],
  ['m', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['y', 'year'],
])

/** Which one of a unit, counted from the present one. */
export const shifts = tableOf<number>([
  ['this current present', 0],
  ['next coming upcoming following', 1],
  ['last past previous preceding prior', -1],
])

export const relativeDays = tableOf<number>([
  ['today todays', 0],
  ['tomorrow tomorrows', 1],
  ['yesterday yesterdays', -1],
  ['overmorrow', 2],
])
