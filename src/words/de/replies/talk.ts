import { counted } from '../../counted.ts'
import type { TalkWords } from '../../replyWords.ts'

export const germanTalk: TalkWords = {
  with: (title, name) => `${title} mit ${name}`,
  at: (about, client) => `${about} bei ${client}`,
  unread: (written) => `„${written}“ habe ich nicht berücksichtigt.`,
  onlyRecruiters: 'Das können hier nur Recruiter veranlassen, daher habe ich nichts getan.',
  onlyRecruitersOpen: 'Terminanfragen eröffnen hier nur Recruiter.',
  nothingDone: {
    confirm: 'Hier wartet nichts auf ein Ja, daher habe ich nichts getan.',
    deny: 'Hier wartet nichts auf ein Nein, daher bleibt alles, wie es ist.',
    undo: 'Ich finde in dieser Unterhaltung nichts, was ich zurücknehmen könnte.',
    outOfScope: 'Ich vereinbare Gespräche und sonst nichts, daher habe ich dazu nichts getan.',
  },
  judge: {
    right: 'Richtig verstanden',
    wrong: 'Falsch verstanden',
    thanks: 'Danke, das habe ich notiert. Es bleibt hier.',
  },
  anyTime: 'Gern geschehen.',
  hello: (name) =>
    `Guten Tag, ${name}. Das kann ich für Sie tun (bitte auf Englisch; Zeiten, Ja und Nein auch auf Deutsch):`,
  canDo: 'Das kann ich für Sie tun (bitte auf Englisch; Zeiten, Ja und Nein auch auf Deutsch):',
  whatCanYouDo: 'Was können Sie?',
  help: {
    opening: (examples) => `eröffnet eine Anfrage; auch: ${examples}`,
    changing: (examples) => `ändert sie; oder: ${examples}`,
    board: (examples) => `zeigt den Stand; oder: ${examples}`,
    entering: 'trägt Zeiten ein, die Ihnen jemand genannt hat',
    asking: (examples) => `sucht, was passt; oder: ${examples}`,
    deciding: (examples, yes, no) => `stimmt zu; oder: ${examples}; ${yes} und ${no} beantworten meine letzte Frage`,
    moving: (examples) => `sucht eine andere Zeit; oder: ${examples}`,
    ending: (examples) => `sagt ab; oder: ${examples}`,
    records: (examples) => `ändert die ATS-Phase; oder: ${examples}`,
    briefings: (examples) => `stellt Ihre Tagesübersicht ein; oder: ${examples}`,
    settings: (examples) => `zeigt die Einstellungen; oder: ${examples}`,
  },
  notUnderstood: 'Das habe ich nicht verstanden, daher habe ich nichts getan.',
  tryThis: (first, opening, person, board) =>
    `${first} Versuchen Sie es mit „${opening}“, „${person}“ oder „${board}“.`,
  hints: {
    length: 'Das ist ein langer Text. Bitte sagen Sie in einem Satz, was ich tun soll.',
    negated: 'Ich habe nichts getan, denn das klingt nach etwas, das nicht geschehen soll.',
    all: 'Bitte nennen Sie eine Person nach der anderen, zum Beispiel: cancel Jane.',
    ownTimes: 'Bitte sagen Sie, wessen Zeiten das sind, zum Beispiel: Acme can do Tue 2-4.',
    noTimes:
      'Die Zeiten konnte ich nicht lesen. Bitte schreiben Sie sie so: Acme can do Tue 24 Nov 14:00-16:00, Thu morning.',
    notFree: 'Bitte sagen Sie, wann es dort geht, zum Beispiel: Acme can do Tue 2-4.',
    confirm: 'Bitte stimmen Sie einer Zeit mit den Knöpfen auf der Karte zu.',
    reminderForMe: 'Ich erinnere Kandidaten und Kunden, zum Beispiel: nudge Acme.',
    briefing:
      'Schreiben Sie zum Beispiel „briefing at 7:30“, „briefing now“, „stop briefings“ oder „briefing 15 minutes before interviews“.',
  },
  readAs: 'Ich bin nicht ganz sicher. Ich lese das so:',
  nothingBefore: 'Ohne Ihr Ja geschieht nichts.',
  doIt: 'Ja, bitte',
  sayJust: (answers) =>
    `Wenn Sie auf das oben Stehende mit ${answers} antworten möchten, schreiben Sie bitte nur das oder drücken Sie den Knopf dazu.`,
  quoted: (written) => `„${written}“`,
  quote: (written) => `„${written}“`,
  done: (label) => `Erledigt: ${label}`,
  saidNo: 'Nein: Es wurde nichts getan.',
  left: 'Gut, ich habe es gelassen, wie es ist.',
  severalYes: (labels) => `Ein Ja kann hier mehreres bedeuten: ${labels}. Bitte drücken Sie, was Sie meinen.`,
  noSuchAnswer: (count, number) =>
    `${counted('de', count, { one: 'Ich habe # Antwort angeboten', other: 'Ich habe # Antworten angeboten' })}, eine Nummer ${number} gibt es nicht.`,
  shallI: (label) => `Verstanden habe ich: ${label}. Soll ich?`,
  fillIn: (errors, label) => `${errors} Bitte ergänzen Sie es unter „${label}“; bisher wurde nichts getan.`,
  shownOnly: (label) => `„${label}“ sieht nur, wer den Knopf drückt.`,
  undo: {
    button: 'Rückgängig',
    takeBack: 'Zurücknehmen',
    what: {
      undo: 'das Eröffnen der Anfrage',
      undoEdit: 'die Änderung der Anfrage',
      undoNote: 'die Notiz',
      undoSetting: 'die Änderung der Einstellungen',
    },
    done: (what) => `Zurückgenommen: ${what}.`,
    notLast: (name) =>
      `Was zuletzt geschah, lässt sich nicht zurücknehmen. „cancel ${name}“ würde die Anfrage beenden.`,
    mailsAreOut: (name, title) =>
      `Die ersten Mails zu ${name}, ${title} sind schon hinausgegangen, das lässt sich nicht mehr still zurücknehmen. Ich kann absagen und alle informieren, die gefragt wurden. Soll ich?`,
    wasUndone: 'Zurückgenommen, bevor etwas gesendet wurde.',
    wasCorrected: 'Berichtigt, bevor etwas gesendet wurde.',
    older: (what) =>
      `Was zuletzt geschah, lässt sich nicht zurücknehmen. Zurücknehmen kann ich noch: ${what}. Soll ich?`,
  },
  people: {
    unclear: (written) => `Ich weiß nicht, wen Sie mit „${written}“ meinen, daher habe ich nichts getan.`,
    several: (count, written) =>
      `${counted('de', count, { one: '# Person heißt', other: '# Personen heißen' })} „${written}“. Wen meinen Sie?`,
    known: (count, written) =>
      `Ich kenne ${counted('de', count, { one: '# Person', other: '# Personen' })} namens „${written}“. Wen meinen Sie?`,
    firstShown: (count) =>
      `${counted('de', count, { one: 'Nur # Treffer ist zu sehen', other: 'Die ersten # Treffer sind zu sehen' })}; Stelle oder Kunde grenzen es ein.`,
    nobodyNothingDone: (written) => `Ich kenne niemanden namens „${written}“, daher habe ich nichts getan.`,
    nobody: (written) => `Ich kenne niemanden namens „${written}“.`,
    oneOfThese: 'Meinen Sie jemanden von diesen?',
    gone: (name) => `${name} steht nicht mehr im ATS.`,
    kinds: { candidate: 'Bewerbung', contact: 'Kontakt beim Kunden', user: 'Im eigenen Team' },
    who: 'Wer',
    email: 'E-Mail',
    phone: 'Telefon',
    application: 'Bewerbung',
    record: 'Datensatz',
    inStage: (job, stage) => `${job}: ${stage}`,
    ownedBy: (line, owner) => `${line}, betreut von ${owner}`,
  },
  requests: {
    none: (written) =>
      `Zu „${written}“ habe ich keine offene Anfrage, daher habe ich nichts getan. „status“ zeigt, was offen ist.`,
    unclear:
      'Ich weiß nicht, welche Anfrage Sie meinen, daher habe ich nichts getan. Bitte nennen Sie den Namen oder schreiben Sie in der Unterhaltung der Anfrage.',
    several: (count) =>
      `${counted('de', count, { one: '# Anfrage passt', other: '# Anfragen passen' })}. Welche meinen Sie?`,
    severalApplications: (count) =>
      `${counted('de', count, { one: '# Bewerbung passt', other: '# Bewerbungen passen' })}. Welche meinen Sie?`,
    applicationGone: 'Diese Bewerbung steht nicht mehr im ATS, daher wurde nichts getan.',
    noApplication: (written) =>
      `Ich kenne keine Bewerbung von „${written}“, daher habe ich nichts getan. „who is ${written}?“ sucht nach der Person.`,
    notArranged: (name) => `Für ${name} ist kein Gespräch vereinbart oder in Vorbereitung.`,
    inAts: 'Im ATS',
    cardAbove: (name, title) => `Die Karte zu ${name}, ${title}, steht oben und ist aktuell.`,
    elsewhere: (name, title) => `${name}, ${title}, hat eine eigene Unterhaltung.`,
    openConversation: 'Unterhaltung öffnen',
  },
  tokensSpent:
    'Das heutige Kontingent für das Sprachmodell ist aufgebraucht. Bis Mitternacht (UTC) lese ich nur mit meiner eigenen Grammatik; kurze, einfache Sätze gehen am besten.',
  errors: {
    badInput: 'Eine Angabe ließ sich nicht lesen. Bitte sehen Sie noch einmal nach.',
    notFound: 'Worum es geht, ist nicht mehr da.',
    notAllowed: 'Das dürfen Sie hier nicht.',
    stale: 'Jemand hat das im selben Moment geändert. Bitte sehen Sie nach und versuchen Sie es noch einmal.',
    duplicate: 'Das gibt es schon.',
    slotTaken: 'Diese Zeit ist gerade anderweitig vergeben worden.',
    linkExpired: 'Dieser Link ist abgelaufen.',
    wrongState: 'Die Anfrage ist inzwischen weiter, daher geht das nicht mehr.',
    unavailable:
      'Ein angebundenes System antwortet gerade nicht. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    refused: 'Ein angebundenes System hat das abgelehnt.',
    rateLimited: 'Das war zu viel auf einmal. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    notConfigured: 'Das ist hier nicht eingerichtet.',
    unknownOutcome: 'Ob das geschehen ist, ist ungewiss. Bitte sehen Sie nach, bevor Sie es wiederholen.',
    internal: 'Bei uns ist etwas schiefgegangen. Es wurde nichts geändert; bitte versuchen Sie es noch einmal.',
  },
  inItsWords: (sentence, cause) => `${sentence} („${cause}“)`,
}
