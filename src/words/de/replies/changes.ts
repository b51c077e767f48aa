import { counted } from '../../counted.ts'
import type { ChangeWords } from '../../replyWords.ts'

const minutes = (count: number) => counted('de', count, { one: '# Minute', other: '# Minuten' })
const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const germanChanges: ChangeWords = {
  cancel: (about) => `Verstanden habe ich: ${about} absagen. Soll ich?`,
  postpone: (about) => `Verstanden habe ich: ${about} aufschieben. Soll ich?`,
  postponeFrom: (about, from) => `Verstanden habe ich: ${about} aufschieben, nicht vor ${from}. Soll ich?`,
  move: {
    plain: (about) => `Verstanden habe ich: ${about} verlegen. Soll ich?`,
    on: (about, day) => `Verstanden habe ich: ${about} auf ${day} verlegen. Soll ich?`,
    between: (about, from, to) =>
      `Verstanden habe ich: ${about} verlegen, auf einen Tag von ${from} bis ${to}. Soll ich?`,
    from: (about, from) => `Verstanden habe ich: ${about} verlegen, auf ${from} oder später. Soll ich?`,
    until: (about, to) => `Verstanden habe ich: ${about} verlegen, spätestens auf ${to}. Soll ich?`,
    nothingStands: (name) =>
      `Für ${name} ist noch kein Gespräch fest vereinbart, daher gibt es nichts zu verlegen. „status of ${name}“ zeigt den Stand.`,
  },
  closed: (title, state) => `${title}: ${state}. Daran lässt sich nichts mehr ändern.`,
  nothingSaid:
    'Ich weiß nicht, was ich ändern soll. Ändern kann ich die Dauer, wie man sich trifft, wer teilnimmt, und die Tage und Uhrzeiten.',
  changed: (about) => `Geändert: ${about}. Bisher wurde niemand angeschrieben, daher erfährt es niemand:`,
  understood: (about) => `Verstanden habe ich für ${about}:`,
  changeIt: 'Ändern',
  undoChange: 'Änderung zurücknehmen',
  anotherTime: (about) =>
    `Die Zeit für ${about} ist vereinbart, eine andere muss also erst angefragt werden. Soll ich?`,
  needs: {
    video: (about) => `Für ${about} brauche ich den Videolink.`,
    phone: (about) => `Für ${about} brauche ich die Telefonnummer.`,
    onsite: (about) => `Für ${about} brauche ich die Adresse.`,
  },
  allGetIt: 'Alle Eingeladenen erhalten die Änderung.',
  busyThen: (name) => `${name} hat dann etwas anderes im Kalender.`,
  lines: {
    duration: (count, before) => `${minutes(count)} statt ${before}`,
    joins: (names, count) => `${names} ${verb(count, 'nimmt', 'nehmen')} auch teil`,
    without: (names) => `ohne ${names}`,
    youJoin: 'Sie nehmen auch teil',
    youLeave: 'Sie nehmen nicht teil',
    video: (url) => `per Video, ${url}`,
    candidateCalls: (number) => `am Telefon, die Bewerberseite ruft an: ${number}`,
    clientCalls: (number) => `am Telefon, die Kundenseite ruft an: ${number}`,
    onsite: (address) => `vor Ort, ${address}`,
    follows: 'wie man sich trifft, folgt noch',
    days: (from, to) => `von ${from} bis ${to}`,
    only: (times) => `nur ${times} (in Ihrer Zeitzone)`,
    anyTime: 'zu jeder Arbeitszeit',
  },
  notes: {
    calendarUnknown: (name) => `Der Kalender von ${name} ist nicht bekannt, also nicht frei.`,
    severalParts: 'Es hat mehrere Teile, daher weiß ich nicht, welcher länger dauern soll.',
    sameLength: (count) => `Es dauert schon ${minutes(count)}.`,
    lengths: 'Ein Gespräch dauert 5 bis 480 Minuten.',
    sameMode: {
      video: 'Das Treffen ist schon per Video.',
      phone: 'Das Treffen ist schon am Telefon.',
      onsite: 'Das Treffen ist schon vor Ort.',
    },
    youAreIn: 'Sie nehmen schon teil.',
    youAreOut: 'Sie nehmen ohnehin nicht teil.',
    yourPartIsSet:
      'Ob Sie teilnehmen, lässt sich nur ändern, bis eine Zeit vereinbart ist. Sie haben eine Kopie der Einladung.',
    isIn: (name) => `${name} nimmt schon teil.`,
    whichOne: (written, names) => `Mit „${written}“ kann gemeint sein: ${names}. Bitte sagen Sie, wer.`,
    unknownAtClient: (written, client) =>
      `Bei ${client} kenne ich niemanden namens „${written}“, daher wurde niemand hinzugefügt.`,
    unknownColleague: (written) =>
      `Im Team dieser Stelle kenne ich niemanden namens „${written}“, daher wurde niemand hinzugefügt.`,
    iKnow: (names) => `Ich kenne ${names}.`,
    isNotIn: (written) => `„${written}“ nimmt nicht teil, daher wurde niemand herausgenommen.`,
    nobodyLeft: (names, name) =>
      `Ohne ${names} wäre niemand mehr da, um ${name} zu treffen. Bitte sagen Sie, wer stattdessen teilnimmt.`,
    nothingRestricted: 'Die Zeiten sind nicht eingeschränkt, es ist schon jede Zeit möglich.',
    noRule: (written) =>
      `„${written}“ kann ich nicht als Regel dieser Anfrage festhalten, daher habe ich es nicht berücksichtigt.`,
    noHoursLeft: (written) => `„${written}“ lässt keine Uhrzeit übrig, daher habe ich die Uhrzeiten gelassen.`,
    onlyDaysAndHours: (written) => `Von „${written}“ habe ich nur Tage und Uhrzeiten übernommen.`,
    tooSoon: (day, hours, first) =>
      `${day} ist zu früh: Mit ${counted('de', hours, { one: '# Stunde', other: '# Stunden' })} Vorlauf ist der erste Tag ${first}.`,
  },
  causes: {
    nobodyInvited: 'Es ist noch keine Einladung hinausgegangen, daher erfährt es jetzt niemand.',
    onlyInvited: (names, count) =>
      `${names} ${verb(count, 'erhält', 'erhalten')} eine Einladung; sonst wird niemand angeschrieben.`,
    sameEntry: 'Alle Eingeladenen erhalten die Änderung im selben Kalendereintrag.',
    cancellation: (names, count) => `${names} ${verb(count, 'erhält', 'erhalten')} eine Absage.`,
    stands: 'Das Gespräch steht, bis eine andere Zeit vereinbart ist.',
    searchAnew:
      'Die bisher angebotenen Zeiten werden zurückgezogen und ich suche neu; wer entscheidet, erhält eine neue Mail.',
    toldByMail: (names, count) =>
      `${names} ${verb(count, 'wurde schon gefragt und erfährt', 'wurden schon gefragt und erfahren')} es per Mail.`,
    toldOfLeaving: (names, count) =>
      `${names} ${verb(count, 'wurde schon gefragt und erfährt', 'wurden schon gefragt und erfahren')}, dass es ohne sie weitergeht.`,
    asked: (names, count) => `${names} ${verb(count, 'wird', 'werden')} nach Zeiten gefragt.`,
    nobodyTold: 'Niemand muss informiert werden.',
    offeredUntil: (name, time) => `${name} hat nur Zeiten bis ${time} Uhr angeboten.`,
  },
  decision: {
    closed: (title, state) => `${title}: ${state}. Es gibt nichts mehr zu entscheiden.`,
    notYours: 'Sie sind an dieser Anfrage nicht beteiligt und können darüber nicht entscheiden. Es wurde nichts getan.',
    candidateChooses: (name) => `Die Auswahl unter den Zeiten trifft ${name}; das kann sonst niemand.`,
    notOffered: (about, state) => `Für ${about} sind keine Zeiten zur Zustimmung angeboten: ${state}.`,
    notApprover: (names) => `Dieser Anfrage stimmt ${names} zu, Sie können das nicht. Es wurde nichts getan.`,
    noSuchOption: (options) => `Eine Option ${options} gibt es nicht. Angeboten sind:`,
    whichTime: 'Welche Zeit? Angeboten sind:',
    approve: (time, about) => `Verstanden habe ich: ${time} zustimmen, für ${about}. Soll ich?`,
    approveFor: (time, about, names) =>
      `Verstanden habe ich: ${time} zustimmen, für ${about}, als Zusage von ${names}. Soll ich?`,
    approveTime: 'Dieser Zeit zustimmen',
    approveButton: 'Zustimmen',
    booked: (name) =>
      `Das Gespräch mit ${name} ist fest vereinbart. Es lässt sich nicht mehr ablehnen, nur noch absagen.`,
    youDecline: (about) => `Verstanden habe ich: Sie lehnen ${about} ab. Soll ich?`,
    declineButton: 'Gespräch ablehnen',
    oneDeclines: (name, about) =>
      `Verstanden habe ich: ${name} lehnt ${about} ab. Die Anfrage wartet dann auf Sie; wer gefragt wurde, erfährt es erst, wenn Sie sie schließen. Soll ich?`,
    somebodyDeclines: (about) =>
      `Verstanden habe ich: Jemand lehnt ${about} ab. Die Anfrage wartet dann auf Sie; wer gefragt wurde, erfährt es erst, wenn Sie sie schließen. Soll ich?`,
    saysNo: (name) => `${name} sagt Nein`,
    reason: 'Grund',
  },
}
