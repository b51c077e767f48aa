import { counted } from '../../counted.ts'
import type { BoardWords } from '../../replyWords.ts'

export const germanBoard: BoardWords = {
  groups: {
    needsYou: 'Braucht Sie',
    failed: 'Fehlgeschlagen',
    linkExpired: 'Link abgelaufen',
    waiting: 'Wartet auf andere',
    booked: 'Vereinbart',
    closed: 'Abgeschlossen',
  },
  show: (name) => `${name} anzeigen`,
  empty: {
    open: (opening) => `Es gibt keine offenen Anfragen. Mit „${opening}“ eröffnen Sie eine.`,
    confirmed: 'Es sind keine Gespräche vereinbart.',
    needsYou: 'Gerade braucht Sie nichts.',
    today: 'Heute gibt es keine Gespräche.',
    all: (opening) => `Es gibt noch keine Anfragen. Mit „${opening}“ eröffnen Sie eine.`,
    waiting: 'Gerade warte ich auf niemanden.',
    unscheduled: 'Jede offene Anfrage hat eine Zeit.',
  },
  nothingFound: (place) => `Ich finde nichts ${place}. „status“ zeigt, was offen ist.`,
  of: (client) => `für ${client}`,
  on: (day) => `am ${day}`,
  from: (day) => `ab ${day}`,
  until: (day) => `bis ${day}`,
  waitingFor: (names) => `Ich warte auf ${names}`,
  newTimeWanted: 'eine neue Zeit wird gesucht',
  stepFailed: 'Ein Schritt ist fehlgeschlagen.',
  linkExpired: (count) =>
    `Der Link ist nach ${counted('de', count, { one: '# Tag', other: '# Tagen' })} abgelaufen; eine Erinnerung sendet einen neuen.`,
  state: {
    collecting: 'wartet auf Zeiten',
    choosing: 'wartet auf die Auswahl einer Zeit',
    approving: 'wartet auf Zustimmung',
    noOverlap: 'ohne gemeinsame Zeit',
    declined: 'abgelehnt',
    agreed: 'vereinbart, aber ohne Angabe, wie man sich trifft',
    confirmed: 'fest vereinbart',
    completed: 'abgeschlossen',
    cancelled: 'abgesagt',
  },
}
