import { counted } from '../../counted.ts'
import type { FitWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)
const minutes = (count: number) => counted('es', count, { one: '# minuto', other: '# minutos' })

export const spanishFits: FitWords = {
  offeredNone: (name) => `${name} no ofreció ningún horario`,
  offered: (name, times) => `${name} ofreció ${times}`,
  offeredOnly: (name, times) => `${name} solo ofreció ${times}`,
  severalTimes: (count, from, to) =>
    `${counted('es', count, { one: '# horario', other: '# horarios' })} del ${from} al ${to}`,
  severalDays: (count, from, to) => `${counted('es', count, { one: '# día', other: '# días' })} del ${from} al ${to}`,
  busyThen: (names, count) => `${names} ${verb(count, 'tiene', 'tienen')} otras citas a esas horas`,
  busyAlways: (names, count) =>
    `${names} ${verb(count, 'tiene', 'tienen')} otras citas en todos los horarios que quedan`,
  noHours: (name) => `${name} no tiene horario laboral`,
  outsideHours: (name) => `queda fuera del horario laboral de ${name}`,
  hours: (name, days, clock) => `el horario laboral de ${name} es ${days} ${clock}`,
  hoursIn: (name, days, clock, zone) => `el horario laboral de ${name} es ${days} ${clock} en ${zone}`,
  weekdays: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
  daysThrough: (from, to) => `${from} a ${to}`,
  load: (name, limits) => `${name} hace como máximo estas entrevistas: ${limits}`,
  perDay: (max) => `${max} al día`,
  perWeek: (max) => `${max} a la semana`,
  perMonth: (max) => `${max} al mes`,
  unknown: (name) => `no se sabe cuándo está libre ${name}`,
  met: (name) => `${name} ya conoce a la persona candidata`,
  noticeHours: (hours, when) =>
    `la antelación de ${counted('es', hours, { one: '# hora', other: '# horas' })} excluye todo lo anterior a ${when}`,
  noticeMinutes: (count, when) => `la antelación de ${minutes(count)} excluye todo lo anterior a ${when}`,
  noDay: 'no hay ningún día en el período',
  onDay: (day) => `la entrevista tiene que ser el ${day}`,
  betweenDays: (from, to) => `la entrevista tiene que ser del ${from} al ${to}`,
  bookingWindow: (max) => `tiene que ser en los próximos ${max} días`,
  rooms: 'no hay libre ninguna sala lo bastante grande',
  sameDay: 'las sesiones de un día tienen que ser el mismo día',
  span: (max) => `un día dura como máximo ${max} minutos de la primera a la última sesión`,
  precedence: 'las sesiones tienen un orden',
  distinct: (max) => `nadie hace más de ${max} de las sesiones`,
  pause: (max) => `tiene que haber una pausa de ${max} minutos`,
  joined: (clauses, last) => `${clauses}; además, ${last}`,
  longestShared: (names, count, when) => `El horario común más largo de ${names} es de ${minutes(count)} (${when})`,
  longestOffered: (name, count, when) => `El horario más largo que ofreció ${name} es de ${minutes(count)} (${when})`,
  takesLonger: (first, title, count) => `${first}, pero ${title} dura ${minutes(count)}.`,
  noStart: (first, max) => `${first}, y ningún inicio en la cuadrícula de ${max} minutos cabe en él.`,
  noDayAtAll: 'No hay ningún día en el período.',
  noSeat: (title) => `No hay nadie para un lugar de ${title}.`,
  twoSeats: (name, title) => `${name} tendría que ocupar dos lugares de ${title}.`,
  fewPeople: (title, count, max) =>
    `${title} tiene ${counted('es', count, { one: '# lugar', other: '# lugares' })} y solo ${max} personas para ellos.`,
  sessionsTooLong: (count) => `Las sesiones duran ${minutes(count)} y no caben en orden en los días que hay.`,
  tooLong: (title, count) => `${title} dura ${minutes(count)} y no cabe en ningún día para las personas nombradas.`,
  somebody: 'alguien',
}
