import { counted } from '../../counted.ts'
import type { OpeningWords } from '../../replyWords.ts'

export const germanOpening: OpeningWords = {
  isThere: (about, state) => `${about} gibt es hier schon: ${state}. Es wurde nichts Neues eröffnet.`,
  isBooked: (name, title) =>
    `${name} hat zu dieser Stelle schon ein Gespräch: ${title}. Es wurde nichts Neues eröffnet.`,
  anInterview: 'ein Gespräch',
  openIt: 'Öffnen',
  anotherRound: 'Weitere Runde',
  whom: (example) => `Mit wem soll ich ein Gespräch vereinbaren? Zum Beispiel: ${example}`,
  applicationGone: 'Diese Bewerbung steht nicht mehr im ATS, daher wurde nichts eröffnet.',
  applications: (count) =>
    `Ich finde ${counted('de', count, { one: '# passende Bewerbung', other: '# passende Bewerbungen' })}. Welche meinen Sie?`,
  noCandidate: (written) => `Ich kenne keine Bewerbung von „${written}“.`,
  noCounterpart: (written) => `Einen Kunden, Kontakt oder Kollegen namens „${written}“ kenne ich nicht.`,
  noJob: (written) => `Eine Stelle namens „${written}“ kenne ich nicht.`,
  notJoined: (names) => `Ich finde ${names}, aber keine Bewerbung, die sie verbindet.`,
  nothingOpened: 'Es wurde nichts eröffnet.',
  nearCandidate: (name) => `Person: ${name}`,
  nearClient: (name) => `Mit: ${name}`,
  nearJob: (name) => `Stelle: ${name}`,
  add: {
    candidate: (name) => `${name} anlegen`,
    aCandidate: 'Person anlegen',
    forward: (name) => `${name} für die Stelle vorschlagen`,
    forwardTheCandidate: 'Person für die Stelle vorschlagen',
    goOn: 'Anlegen und weiter',
    aJob: 'Stelle anlegen',
    theJob: 'Stelle anlegen und weiter',
    contact: (client) => `Kontakt bei ${client} anlegen`,
    name: 'Vor- und Nachname',
    email: 'E-Mail',
    phone: 'Telefon',
    job: 'Stelle',
    jobTitle: 'Bezeichnung der Stelle',
    client: 'Kunde',
    clientHint: 'Bleibt leer bei einer Stelle im eigenen Haus',
  },
  missing: {
    candidateName: 'Bitte geben Sie den Namen der Person an.',
    contactName: 'Bitte geben Sie den Namen des Kontakts an.',
    job: 'Bitte geben Sie an, um welche Stelle es geht.',
    jobTitle: 'Bitte geben Sie die Bezeichnung der Stelle an.',
    address: 'Bitte schreiben Sie die Adresse wie name@firma.com.',
    cannotAdd: 'Bitte legen Sie das in Ihrem ATS an; über diese Verbindung geht es nicht.',
  },
  noAddress: (name) =>
    `Zu ${name} steht keine E-Mail-Adresse im ATS, daher kann ich nicht fragen. Bitte tragen Sie dort eine ein und drücken Sie dann den Knopf. Es wurde nichts eröffnet.`,
  tryAgain: 'Noch einmal versuchen',
  theClient: 'beim Kunden',
  noContact: (client) => `Bei ${client} kenne ich noch niemanden. Wen soll ich nach Zeiten fragen?`,
  contacts: (client, count) =>
    `Bei ${client} gibt es ${counted('de', count, { one: '# Kontakt', other: '# Kontakte' })}. Wer nimmt teil?`,
  allTogether: 'Alle zusammen',
  anyOne: 'Eine Person genügt',
  noTeam: (job, name) =>
    `Die Stelle ${job} hat weder Kunde noch Hiring Manager noch Interviewer, daher weiß ich nicht, wer ${name} trifft. Bitte tragen Sie das Team bei der Stelle ein und fragen Sie mich dann noch einmal.`,
  instead: (name) => `Stattdessen ${name} einplanen`,
  insteadWith: (name, client) => `Stattdessen ${name} mit ${client} einplanen`,
  writtenAlready: (about) =>
    `Zu ${about} wurden schon Leute angeschrieben, daher kann daraus keine andere Anfrage werden. Ich kann sie absagen, das erfahren alle, und die richtige eröffnen. Bisher wurde nichts getan.`,
}
