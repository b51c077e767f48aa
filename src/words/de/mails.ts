import { counted } from '../counted.ts'
import type { MailWords } from '../mailWords.ts'
import { germanTemplates } from './mailTemplates.ts'

export const germanMails: MailWords = {
  templates: germanTemplates,
  greeting: (name) => `Guten Tag ${name},`,
  colon: ': ',
  button: {
    times: 'Meine Zeiten wählen',
    changeTimes: 'Meine Zeiten ändern',
    choose: 'Eine Zeit wählen',
    review: 'Ansehen und entscheiden',
    look: 'Den Stand ansehen',
    record: 'Datensatz öffnen',
    manage: 'Gespräch ansehen oder ändern',
    confirm: 'Ansehen und bestätigen',
  },
  label: {
    position: 'Position',
    candidate: 'Gespräch mit',
    company: 'Unternehmen',
    with: 'Sie treffen',
    participants: 'Es nehmen teil',
    title: 'Gespräch',
    duration: 'Dauer',
    format: 'Wie',
    when: 'Wann',
    now: 'Neue Zeit',
    was: 'Bisher',
    cancelledTime: 'Abgesagte Zeit',
    join: 'Hier teilnehmen',
    number: 'Rufnummer',
    address: 'Adresse',
    reason: 'Grund',
    note: 'Ihre Notiz',
    days: 'Mögliche Tage',
    answerBy: 'Bitte antworten bis',
    linkUntil: 'Link gültig bis',
    yourTimes: 'Ihre Zeiten',
    offers: 'Mögliche Zeiten',
  },
  format: {
    video: 'Videogespräch',
    phoneYouCall: (name) => `Telefon: Sie rufen ${name} an`,
    phoneCallsYou: (name) => `Telefon: ${name} ruft Sie an`,
    phoneBetween: (from, to) => `Telefon: ${from} ruft ${to} an`,
    onsite: 'Persönlich vor Ort',
    follows: 'Einzelheiten folgen',
  },
  waitsFor: {
    otherSide: (facts) =>
      `Wir warten noch auf die Zeiten von ${facts.side === 'candidate' ? facts.company : facts.candidate} und suchen dann eine, die allen passt.`,
    approval: (facts) =>
      facts.side === 'candidate'
        ? `${facts.company} entscheidet jetzt über die Zeit.`
        : `Wir warten jetzt auf die Entscheidung über die Zeit des Gesprächs mit ${facts.candidate}.`,
    details: () => 'Die Zeit steht fest. Wie Sie sich treffen, wird noch geklärt; die Einladung folgt.',
  },
  late: (name, delay) => `${name} ist unterwegs und kommt etwa ${delay} später.`,
  ifNeedBe: 'zur Not',
  noTimes: 'An keinem der gefragten Tage',
  allTimesIn: (zone) => `Alle Zeiten gelten in Ihrer Zeitzone: ${zone}.`,
  inBrackets: (zone) => `In Klammern: ${zone}.`,
  more: (count) => counted('de', count, { one: 'und # weitere Zeit', other: 'und # weitere Zeiten' }),
  count: (count, first) => `${counted('de', count, { one: '# Zeit', other: '# Zeiten' })}, erste ${first}`,
  until: (first, last) => `${first} bis ${last}`,
  calendarHint: {
    REQUEST: 'Der Kalendereintrag liegt dieser Mail bei. Nehmen Sie ihn dort an oder öffnen Sie die angehängte Datei.',
    CANCEL: 'Diese Mail entfernt auch den Eintrag aus Ihrem Kalender.',
  },
  understoodNo: 'Verstanden haben wir: Sie können nicht teilnehmen.',
  ifNotRight:
    'Wenn das nicht stimmt, können Sie es auf derselben Seite berichtigen oder einfach noch einmal schreiben.',
  unclear: {
    words: 'Unser Programm war nicht sicher, welche Zeiten Sie meinen. Bitte wählen Sie sie auf der Seite.',
    busy: 'Verstanden haben wir, wann Sie nicht können. Bitte sagen Sie uns auf der Seite, wann es geht.',
    none: 'Verstanden haben wir, dass keine dieser Zeiten passt. Bitte bieten Sie auf der Seite andere an.',
    short:
      'Die Zeiten, die wir verstanden haben, sind zu kurz, zu bald oder außerhalb der Tage, um die es geht. Bitte wählen Sie auf der Seite andere.',
  },
  orAnswer: {
    times:
      'Oder antworten Sie mit eigenen Worten auf diese Mail, zum Beispiel: Dienstag 14 bis 16 Uhr oder Donnerstagvormittag.',
    choice: 'Oder antworten Sie mit eigenen Worten auf diese Mail, zum Beispiel: Der zweite passt.',
  },
  noneSuits: 'Keine davon passt? Auf derselben Seite können Sie andere Zeiten anbieten.',
  stopReminders:
    'Wenn Sie nicht mehr erinnert werden möchten, geht das unten auf dieser Seite. Abgesagt wird dadurch nichts.',
  privateLink: 'Der Link gilt nur für Sie: Bitte leiten Sie diese Mail nicht weiter.',
  regards: 'Freundliche Grüße',
  assistant: (agency) => `Diese Mail hat ein Software-Assistent von ${agency} gesendet.`,
  human: (recruiter, phone) =>
    `Einen Menschen erreichen Sie, indem Sie auf diese Mail antworten: ${recruiter} liest die Antwort${phone ? `. Oder rufen Sie an: ${phone}` : ''}.`,
  humanAfterProgram: (recruiter, email, phone) =>
    `Sie können auf diese Mail antworten: Ein Programm liest sie zuerst, und ${recruiter} sieht sie. Einen Menschen erreichen Sie direkt unter ${email}${phone ? ` oder ${phone}` : ''}.`,
  addressHint: 'Wenn der Knopf nicht geht, öffnen Sie diese Adresse:',
}
