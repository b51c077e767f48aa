import { counted } from '../../counted.ts'
import type { FitWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)
const minutes = (count: number) => counted('fr', count, { one: '# minute', other: '# minutes' })

export const frenchFits: FitWords = {
  offeredNone: (name) => `${name} n’a proposé aucun créneau`,
  offered: (name, times) => `${name} a proposé ${times}`,
  offeredOnly: (name, times) => `${name} n’a proposé qu’un choix limité : ${times}`,
  severalTimes: (count, from, to) =>
    `${counted('fr', count, { one: '# créneau', other: '# créneaux' })} du ${from} au ${to}`,
  severalDays: (count, from, to) => `${counted('fr', count, { one: '# jour', other: '# jours' })} du ${from} au ${to}`,
  busyThen: (names, count) => `${names} ${verb(count, 'a', 'ont')} d’autres rendez-vous à ces moments-là`,
  busyAlways: (names, count) =>
    `${names} ${verb(count, 'a', 'ont')} d’autres rendez-vous sur tous les créneaux restants`,
  noHours: (name) => `${name} n’a pas d’heures de travail`,
  outsideHours: (name) => `c’est hors des heures de travail pour ${name}`,
  hours: (name, days, clock) => `${name} travaille ${days} ${clock}`,
  hoursIn: (name, days, clock, zone) => `${name} travaille ${days} ${clock} (${zone})`,
  weekdays: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  daysThrough: (from, to) => `${from}–${to}`,
  load: (name, limits) => `${name} ne mène pas plus d’entretiens : ${limits}`,
  perDay: (max) => `${max} par jour`,
  perWeek: (max) => `${max} par semaine`,
  perMonth: (max) => `${max} par mois`,
  unknown: (name) => `on ne sait pas quand ${name} est libre`,
  met: (name) => `${name} a déjà rencontré la personne candidate`,
  noticeHours: (hours, when) =>
    `le préavis de ${counted('fr', hours, { one: '# heure', other: '# heures' })} exclut tout avant le ${when}`,
  noticeMinutes: (count, when) => `le préavis de ${minutes(count)} exclut tout avant le ${when}`,
  noDay: 'il n’y a aucun jour dans la période',
  onDay: (day) => `l’entretien doit avoir lieu le ${day}`,
  betweenDays: (from, to) => `l’entretien doit avoir lieu du ${from} au ${to}`,
  bookingWindow: (max) => `il doit avoir lieu dans les ${max} jours`,
  rooms: 'aucune salle assez grande n’est libre',
  sameDay: 'les séances d’une journée doivent tomber le même jour',
  span: (max) => `une journée dure au plus ${max} minutes, de la première à la dernière séance`,
  precedence: 'les séances ont un ordre',
  distinct: (max) => `personne ne prend plus de ${max} séances`,
  pause: (max) => `il faut une pause de ${max} minutes`,
  joined: (clauses, last) => `${clauses}, et ${last}`,
  longestShared: (names, count, when) => `Le plus long créneau commun (${names}) dure ${minutes(count)} (${when})`,
  longestOffered: (name, count, when) => `Le plus long créneau proposé (${name}) dure ${minutes(count)} (${when})`,
  takesLonger: (first, title, count) => `${first}, or ${title} dure ${minutes(count)}.`,
  noStart: (first, max) => `${first}, et aucun début sur la grille de ${max} minutes n’y tient.`,
  noDayAtAll: 'Il n’y a aucun jour dans la période.',
  noSeat: (title) => `Personne n’est désigné pour une place dans ${title}.`,
  twoSeats: (name, title) => `${name} devrait occuper deux places dans ${title}.`,
  fewPeople: (title, count, max) =>
    `${title} compte ${counted('fr', count, { one: '# place', other: '# places' })} et seulement ${max} personnes pour les occuper.`,
  sessionsTooLong: (count) =>
    `Les séances durent ${minutes(count)} et ne tiennent pas dans l’ordre sur les jours prévus.`,
  tooLong: (title, count) =>
    `${title} dure ${minutes(count)} et ne tient dans aucun jour pour les personnes désignées.`,
  somebody: 'quelqu’un',
}
