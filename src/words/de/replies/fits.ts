import { counted } from '../../counted.ts'
import type { FitWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)
const minutes = (count: number) => counted('de', count, { one: '# Minute', other: '# Minuten' })

export const germanFits: FitWords = {
  offeredNone: (name) => `${name} hat keine Zeiten angeboten`,
  offered: (name, times) => `${name} hat ${times} angeboten`,
  offeredOnly: (name, times) => `${name} hat nur ${times} angeboten`,
  severalTimes: (count, from, to) =>
    `${counted('de', count, { one: '# Zeit', other: '# Zeiten' })} von ${from} bis ${to}`,
  severalDays: (count, from, to) => `${counted('de', count, { one: '# Tag', other: '# Tage' })} von ${from} bis ${to}`,
  busyThen: (names, count) => `${names} ${verb(count, 'hat', 'haben')} dann andere Termine`,
  busyAlways: (names, count) => `${names} ${verb(count, 'hat', 'haben')} zu jeder verbleibenden Zeit andere Termine`,
  noHours: (name) => `${name} hat keine Arbeitszeiten`,
  outsideHours: (name) => `es liegt außerhalb der Arbeitszeiten von ${name}`,
  hours: (name, days, clock) => `${name} arbeitet ${days} ${clock}`,
  hoursIn: (name, days, clock, zone) => `${name} arbeitet ${days} ${clock} in ${zone}`,
  weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  daysThrough: (from, to) => `${from} bis ${to}`,
  load: (name, limits) => `${name} führt höchstens so viele Gespräche: ${limits}`,
  perDay: (max) => `${max} am Tag`,
  perWeek: (max) => `${max} in der Woche`,
  perMonth: (max) => `${max} im Monat`,
  unknown: (name) => `es ist nicht bekannt, wann ${name} frei ist`,
  met: (name) => `${name} hat das Gespräch mit dieser Person schon geführt`,
  noticeHours: (hours, when) =>
    `${counted('de', hours, { one: '# Stunde', other: '# Stunden' })} Vorlauf ${verb(hours, 'schließt', 'schließen')} alles vor ${when} aus`,
  noticeMinutes: (count, when) =>
    `${minutes(count)} Vorlauf ${verb(count, 'schließt', 'schließen')} alles vor ${when} aus`,
  noDay: 'es gibt keinen Tag im erlaubten Zeitraum',
  onDay: (day) => `das Gespräch muss am ${day} sein`,
  betweenDays: (from, to) => `das Gespräch muss von ${from} bis ${to} sein`,
  bookingWindow: (max) => `es muss innerhalb von ${max} Tagen sein`,
  rooms: 'kein Raum, der groß genug ist, ist frei',
  sameDay: 'die Teile eines Tages müssen an einem Tag sein',
  span: (max) => `ein Tag dauert höchstens ${max} Minuten vom ersten bis zum letzten Teil`,
  precedence: 'die Teile haben eine Reihenfolge',
  distinct: (max) => `niemand übernimmt mehr als ${max} der Teile`,
  pause: (max) => `es braucht eine Pause von ${max} Minuten`,
  joined: (clauses, last) => `${clauses}, und ${last}`,
  longestShared: (names, count, when) => `Die längste gemeinsame Zeit von ${names} sind ${minutes(count)} (${when})`,
  longestOffered: (name, count, when) => `Die längste Zeit von ${name} sind ${minutes(count)} (${when})`,
  takesLonger: (first, title, count) => `${first}, und ${title} dauert ${minutes(count)}.`,
  noStart: (first, max) => `${first}, und im Raster von ${max} Minuten passt kein Beginn hinein.`,
  noDayAtAll: 'Es gibt keinen Tag im erlaubten Zeitraum.',
  noSeat: (title) => `Für einen Platz in ${title} ist niemand benannt.`,
  twoSeats: (name, title) => `${name} müsste in ${title} auf zwei Plätzen sitzen.`,
  fewPeople: (title, count, max) =>
    `${title} hat ${counted('de', count, { one: '# Platz', other: '# Plätze' })} und nur ${max} Personen dafür.`,
  sessionsTooLong: (count) => `Die Teile dauern ${minutes(count)} und passen nicht der Reihe nach in die Tage.`,
  tooLong: (title, count) => `${title} dauert ${minutes(count)} und passt für die genannten Personen in keinen Tag.`,
  somebody: 'jemand',
}
