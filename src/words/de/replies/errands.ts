import { counted } from '../../counted.ts'
import type { ErrandWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const germanErrands: ErrandWords = {
  nudge: {
    done: (names, title) => `Erinnert: ${names}, wegen ${title}. Die Erinnerung enthält einen neuen Link.`,
    answered: (names, others) =>
      `Für ${names} gibt es gerade nichts zu beantworten, daher habe ich niemanden erinnert. Ich warte auf ${others}.`,
    button: (names) => `${names} erinnern`,
    nobody: (name) => `Für ${name} muss gerade niemand antworten, daher habe ich niemanden erinnert.`,
    tooSoon: 'Die letzte Erinnerung ist keine Stunde her, daher habe ich nicht noch einmal geschrieben.',
    oneStopped: (name) =>
      `${name} möchte keine Erinnerungen, daher habe ich ${name} nicht geschrieben. Sie entscheiden.`,
    stopped: (names) => `${names} möchten keine Erinnerungen, daher habe ich nicht geschrieben. Sie entscheiden.`,
  },
  ask: {
    nobody: (written) =>
      `Zu „${written}“ habe ich keine offene Anfrage, daher habe ich niemanden gefragt. „status“ zeigt, was offen ist.`,
    opens: (name) =>
      `Für ${name} ist noch kein Gespräch in Vorbereitung. In der Frage nach Zeiten steht, wofür, daher eröffne ich eine Anfrage und frage ${name} zuerst:`,
    agreed: (about) => `Die Zeit für ${about} ist vereinbart. Nach anderen Zeiten zu fragen, heißt verlegen. Soll ich?`,
    agreedAt: (about, when) =>
      `Die Zeit für ${about} ist vereinbart: ${when}. Nach anderen Zeiten zu fragen, heißt verlegen. Soll ich?`,
    fitsNobody: (about) => `Bei ${about} passt niemand zu diesen Worten, daher habe ich niemanden gefragt.`,
    inChat: (names, count) =>
      `${names} ${verb(count, 'wurde', 'wurden')} im Chat gefragt, und ich warte auf die Antwort.`,
    goesOut: (names, when) => `Die Frage an ${names} geht von selbst hinaus: ${when}.`,
    haveGiven: (names, count) => `${names} ${verb(count, 'hat', 'haben')} schon Zeiten genannt.`,
    declined: (names) => `Abgelehnt: ${names}.`,
    laterTurn: (names) => `Erst nach der anderen Seite an der Reihe: ${names}.`,
    calendarRead: (names) => `Den Kalender von ${names} kann ich lesen, eine Frage ist nicht nötig.`,
    askNow: (names) => `${names} jetzt nach Zeiten fragen`,
    askOthers: (names) => `${names} nach anderen Zeiten fragen`,
    shallI: (names, about) => `Verstanden habe ich: ${names} nach Zeiten fragen, für ${about}. Soll ich?`,
  },
  link: {
    closed: (title) =>
      `${title} ist geschlossen, die Links führen nur noch zu einer Abschlussseite. Ich habe keinen erstellt.`,
    nobody: 'Bei dieser Anfrage hat noch niemand eine eigene Seite, daher gibt es keinen Link zum Weitergeben.',
    one: (name, title) => `Ein Druck auf den Knopf zeigt einen Link für ${name}, ${title}.`,
    whose: 'Wessen Link möchten Sie weitergeben?',
    goesOn: 'Schon gemailte Links gelten weiter. „Neuer Link“ auf der Karte beendet sie alle.',
    inChat: (names, count) =>
      `${names} ${verb(count, 'antwortet hier im Chat und hat', 'antworten hier im Chat und haben')} keine Seite, daher gibt es keinen Link zum Weitergeben.`,
    notAsked: (names, count) =>
      `${names} ${verb(count, 'wurde', 'wurden')} noch nicht gefragt, daher gibt es keinen Link zum Weitergeben.`,
    join: (url) => `Zum Gespräch geht es hier: ${url}`,
    shown: (name, url, days) =>
      `Ein Link für ${name} zum Kopieren, nur dieses eine Mal zu sehen: ${url} Wer ihn hat, kann als ${name} antworten. Er gilt ${days} Tage.`,
  },
  times: {
    nobodyWaits: (written, times) =>
      `Verstanden habe ich für „${written}“: ${times}. Darauf wartet aber keine offene Anfrage, daher habe ich nichts eingetragen.`,
    understood: (written) => `Diese Zeiten habe ich für ${written} verstanden:`,
    copy: 'Eine Kopie kommt per Mail; die Zeiten lassen sich ändern, bis eine vereinbart ist.',
    enter: (name, person, job) => `Für ${name} eintragen (${person}, ${job})`,
    ownNotWanted: 'Hier wartet niemand auf Ihre Zeiten, daher habe ich nichts eingetragen.',
    own: (name) => `Diese Zeiten habe ich von Ihnen für das Treffen mit ${name} verstanden:`,
    send: 'Diese Zeiten senden',
    entered: (name) => `Eingetragen für ${name}:`,
    them: 'diese Person',
    noted: 'Notiert, danke. Verstanden habe ich:',
    changeable: 'Auf der Karte lässt es sich ändern, bis eine Zeit vereinbart ist.',
  },
  slots: {
    nothingKnown: (names) =>
      `Von ${names} kenne ich noch keine Zeiten, jede Zeit wäre also geraten. Niemand wurde gefragt.`,
    basis: (names, others, count) =>
      `nur ${names}; ${others} ${verb(count, 'ist', 'sind')} nicht bekannt, also nicht frei`,
    notIn: (written) => `„${written}“ ist an dieser Anfrage nicht beteiligt, daher habe ich nicht nachgesehen.`,
    nothingFits: (about, basis) => `Bisher passt nichts für ${about} (Grundlage: ${basis}).`,
    fit: (about, basis) =>
      `Diese Zeiten passen bisher für ${about} (Grundlage: ${basis}). Niemand wurde gefragt, und nichts ist reserviert.`,
  },
  stage: {
    cannotWrite:
      'Parley darf in diesem ATS keine Phasen ändern, daher wurde nichts verschoben. Bitte ändern Sie es dort selbst.',
    several: (written, count) =>
      `„${written}“ kann ${counted('de', count, { one: '# Phase', other: '# Phasen' })} dieser Stelle meinen.`,
    none: (written) => `Diese Stelle hat keine Phase namens „${written}“.`,
    whereTo: (who, stage) => `${who} ist in „${stage}“. Wohin?`,
    isThere: (who, stage) => `${who} ist schon in „${stage}“, daher wurde nichts verschoben.`,
    shallI: (who, stage, next) => `Verstanden habe ich: ${who} von „${stage}“ nach „${next}“ verschieben. Soll ich?`,
    staysOpen: (title) => `${title} bleibt offen, bis es abgesagt wird.`,
    button: (next) => `In Phase ${next} verschieben`,
    moved: (who, stage, next) => `${who}: von „${stage}“ nach „${next}“ verschoben`,
    beingWritten: (moved) => `${moved}: wird eingetragen. Ich sage Bescheid, wenn es im ATS steht.`,
    inAts: (moved) => `${moved}, im ATS eingetragen.`,
    movedByOthers: (stage) =>
      `Die Bewerbung hat inzwischen jemand anderes nach „${stage}“ verschoben, daher habe ich die Phase gelassen.`,
  },
  noShow: {
    noInterview: (about) => `Zu ${about} gibt es kein Gespräch, also kann es niemand versäumt haben.`,
    notYet: (name, when) =>
      `Das Gespräch mit ${name} ist erst am ${when}, also hat es niemand versäumt. „cancel ${name}“ sagt es ab.`,
    who: (title, when) => `Wer ist zu ${title} (${when}) nicht gekommen?`,
    shallI: (names, title, when) =>
      `Verstanden habe ich: nicht gekommen zu ${title}, ${when}: ${names}. Ich vermerke es im ATS und schließe die Anfrage; angeschrieben wird niemand. Soll ich?`,
    button: (names) => `Nicht gekommen: ${names}`,
    noted: (names) => `Vermerkt: nicht zum Gespräch gekommen: ${names}.`,
    happened: (names) => `Nicht zum Gespräch gekommen: ${names}.`,
    closed: 'Die Anfrage ist geschlossen.',
    anotherTime: 'Andere Zeit suchen',
  },
  feedback: {
    noInterview: (about) => `Zu ${about} gibt es noch kein Gespräch, also nichts, wonach zu fragen wäre.`,
    notThere: (names, name, others) =>
      `${names}: beim Treffen mit ${name} nicht dabei. Dabei war: ${others}. Niemand wurde gefragt.`,
    shallI: (names, name, when) =>
      `Verstanden habe ich: ${names} um Rückmeldung zu ${name} bitten, zum Gespräch vom ${when}. Geantwortet wird per Mail. Soll ich?`,
    shallILater: (names, name, when) =>
      `Verstanden habe ich: ${names} um Rückmeldung zu ${name} bitten, sobald das Gespräch vorbei ist, ${when}. Geantwortet wird per Mail. Soll ich?`,
    button: (names) => `${names} fragen`,
  },
  note: {
    what: (example) => `Was soll ich notieren? Zum Beispiel: ${example}`,
    cannotWrite: 'Parley darf in dieses ATS nicht schreiben, daher wurde nichts notiert.',
    noted: (who) => `Notiert für ${who}:`,
    goesIn: (count) =>
      `Das kommt in ${counted('de', count, { one: '# Sekunde', other: '# Sekunden' })} ins ATS-Protokoll; bis dahin lässt es sich zurücknehmen.`,
  },
}
