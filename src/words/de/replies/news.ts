import { counted } from '../../counted.ts'
import type { NewsWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const germanNews: NewsWords = {
  declined: (name) => `${name} hat abgelehnt, ohne einen Grund zu nennen.`,
  declinedBecause: (name, cause) => `${name} hat abgelehnt: „${cause}“.`,
  waitsForYou: (about) => `${about} wartet auf Sie: Was Sie tun können, steht auf der Karte oben.`,
  goesOn: (about) => `${about} geht mit den anderen Kontakten weiter.`,
  noCommonTime: (name, title) => `Keine gemeinsame Zeit für ${name}, ${title}.`,
  onlyAllowed: (times) => `Sie haben nur ${times} zugelassen; „any time“ hebt das auf.`,
  reasons: {
    wishes: (name) => `${name} hat um eine andere Zeit gebeten.`,
    newTime: 'Es wird eine neue Zeit gebraucht.',
    withoutYou: 'Das Gespräch findet ohne Sie statt.',
  },
  remedy: {
    moreTimes: (name) => `${name} wird nach anderen Zeiten gefragt.`,
    standInAsked: (name, others) => `${name} wird nach Zeiten gefragt: Es genügt ${name} oder ${others}.`,
    standIn: (name, others) => `Es genügt ${name} oder ${others}.`,
    without: (names) => `${names}: muss nicht mehr dabei sein.`,
    hours: (from, to) => `Das Gespräch darf jetzt von ${from} bis ${to} Uhr sein.`,
    noNotice: 'Ein Vorlauf ist nicht mehr nötig.',
    notice: (count) => `Jetzt ${counted('de', count, { one: 'genügt # Stunde', other: 'genügen # Stunden' })} Vorlauf.`,
    laterEnd: (day) => `Der letzte mögliche Tag ist jetzt ${day}.`,
    shorter: (count) => `Es dauert jetzt ${counted('de', count, { one: '# Minute', other: '# Minuten' })}.`,
    lookingAgain: 'Ich suche noch einmal nach Zeiten; auf der Karte steht, was dabei herauskommt.',
    somebody: 'jemand',
  },
  reminders: {
    stopped: (name, about) =>
      `${name} möchte an ${about} nicht erinnert werden. Ich sende keine Erinnerungen mehr; die Anfrage läuft weiter, vielleicht hilft ein Anruf.`,
    stoppedPhone: (name, about, number) =>
      `${name} möchte an ${about} nicht erinnert werden. Ich sende keine Erinnerungen mehr; die Anfrage läuft weiter, vielleicht hilft ein Anruf (${number}).`,
    resume: 'Wieder erinnern',
  },
  links: {
    renewed: (name, when) =>
      `${name} hat nicht geantwortet, und der Link in der Mail läuft ab: ${when}. Ich maile einen neuen; von selbst geschieht das einmal.`,
    expires: (name, person, title, when) =>
      `${name} hat zu ${person}, ${title}, nicht geantwortet, und der erneuerte Link läuft ab: ${when}. Jetzt sind Sie dran: Vielleicht hilft ein Anruf.`,
    expiresPhone: (name, person, title, when, number) =>
      `${name} hat zu ${person}, ${title}, nicht geantwortet, und der erneuerte Link läuft ab: ${when}. Jetzt sind Sie dran: Vielleicht hilft ein Anruf (${number}).`,
    soon: 'bald',
    fresh: (name) => `Neuer Link für ${name}`,
    cancel: 'Anfrage absagen',
    cancelConfirm: 'Alle, die gefragt wurden, erfahren, dass es endet.',
  },
  passed: (name, keep) =>
    `Das Gespräch mit ${name} sollte verlegt werden, aber seine Zeit ist vorbei. „${keep}“ auf der Karte sagt, dass es stattgefunden hat; sonst schieben Sie es dort auf oder sagen Sie es ab.`,
  outage: {
    gap: (from, to) => `Von ${from} bis ${to} war ich nicht in Betrieb.`,
    late: (count) =>
      `${counted('de', count, { one: '# Schritt fiel', other: '# Schritte fielen' })} in diese Zeit; was noch sinnvoll ist, geschieht jetzt.`,
    nothingLate: 'In diese Zeit fiel nichts, was zu senden war.',
    skipped: (count) =>
      `${counted('de', count, { one: '# Erinnerung kam zu spät und wurde', other: '# Erinnerungen kamen zu spät und wurden' })} ausgelassen.`,
    briefing: 'Die Tagesübersicht aus dieser Zeit entfällt.',
  },
  steps: {
    failed: (step, cause) => `${step}: fehlgeschlagen. ${cause}`,
    unknown: (step, cause) => `${step}: ${cause} Drücken Sie, um noch einmal zu senden, falls nichts angekommen ist.`,
    stopped: 'Wir wurden mitten im Senden unterbrochen, die Mail kann hinausgegangen sein oder nicht.',
    tryAgain: 'Noch einmal versuchen',
    what: {
      mail: 'Eine Mail',
      cancellation: 'Eine Absage',
      invitation: 'Eine Einladung',
      atsInterview: 'Gespräch ins ATS eintragen',
      atsStage: 'Phase im ATS ändern',
      atsLog: 'Eintrag ins ATS-Protokoll',
      chat: 'Eine Chatnachricht',
      briefing: 'Eine Übersicht',
    },
  },
  mails: {
    noAddress: 'Jemand ohne Adresse',
    severalWriters: 'Eine Mail mit mehreren Absendern',
    automatic: (name, about) => `${name}: eine automatische Antwort zu ${about}. Ich habe damit nichts getan.`,
    stranger: (who, name, about) =>
      `${who} hat an die Adresse von ${name} für ${about} geschrieben und gehört nicht dazu. Ich habe damit nichts getan.`,
    unproven: (name, address, about) =>
      `Eine Mail zu ${about} gibt an, von ${name} (${address}) zu kommen, aber unser Mailserver hat festgestellt, dass das nicht stimmt (DMARC). Ich habe damit nichts getan. Bitte fragen Sie ${name}.`,
    unread: (name, about, cause) =>
      `${name} hat zu ${about} geschrieben, aber ich konnte die Mail nicht lesen: ${cause}. Bitte lassen Sie sie sich noch einmal ohne Anhänge senden.`,
    trouble: {
      tooBig: 'Sie ist größer als 10 MB',
      tooManyParts: 'Sie hat mehr als 100 Teile',
      unreadable: 'Sie ist nicht wie eine Mail aufgebaut',
    },
    shown: (name, about) => `${name} hat zu ${about} geschrieben. Ich zeige es nur.`,
    wrote: (name, about) => `${name} hat zu ${about} geschrieben.`,
    notAnswered:
      'Ich habe nicht geantwortet: Es wäre in kurzer Zeit eine Mail zu viel. Bitte sehen Sie es sich selbst an.',
    understood: {
      windows: (name) =>
        `Ich habe die Zeiten unten verstanden und ${name} per Mail um Bestätigung gebeten; bis dahin ist nichts vermerkt.`,
      select: (name) =>
        `Ich habe eine Auswahl aus den Zeiten unten verstanden und ${name} per Mail um Bestätigung gebeten.`,
      decline: (name) =>
        `Ich habe verstanden, dass ${name} nicht teilnehmen kann, und per Mail um Bestätigung gebeten.`,
      unclear: (name) => `Es ist nichts vermerkt; ich habe ${name} mit dem Link zur Seite geantwortet.`,
      passedOn: (name) =>
        `Ich habe damit nichts getan und geantwortet, dass Sie es sehen und wie ${name} etwas ändern kann.`,
    },
    serverTrouble: (name, address, about) =>
      `Ein Mailserver meldet Probleme mit einer Mail an ${name} (${address}) zu ${about}.`,
    cameBack: (name, address, about, advice) => `Die Mail an ${name}, ${address}, zu ${about} kam zurück. ${advice}`,
    serverSaid: (cause) => `Der Server meldet: ${cause}`,
    advice: {
      address: 'Die Adresse gibt es nicht. Bitte fragen Sie nach der richtigen und berichtigen Sie den Datensatz.',
      mailbox:
        'Das Postfach nimmt keine Mails an, weil es voll oder abgeschaltet ist. Bitte schreiben Sie auf anderem Weg oder rufen Sie an.',
      network: 'Sie war lange nicht zustellbar und wird nicht weiter versucht.',
      policy:
        'Die Gegenseite lehnt unsere Mails ab. Bitte schreiben Sie auf anderem Weg oder rufen Sie an, und lassen Sie es die Verantwortlichen für unsere Mail ansehen.',
      other: 'Bitte prüfen Sie die Adresse, schreiben Sie auf anderem Weg oder rufen Sie an.',
    },
  },
  calendars: {
    stranger: (who, about) =>
      `${who} hat auf eine Einladung zu ${about} geantwortet, die nicht an diese Person ging. Ich habe damit nichts getan.`,
    unproven: (about, name) =>
      `Eine Antwort auf die Einladung zu ${about} gibt an, von ${name} zu kommen, aber unser Mailserver hat festgestellt, dass das nicht stimmt (DMARC). Ich habe damit nichts getan. Bitte fragen Sie ${name}.`,
    answers: {
      accepted: (name, event) => `${name} hat die Einladung angenommen: ${event}.`,
      declined: (name, event) => `${name} hat die Einladung im Kalender abgelehnt. Das Gespräch steht noch: ${event}.`,
      tentative: (name, event) => `${name} kommt vielleicht, hat aber noch nicht fest zugesagt: ${event}.`,
      delegated: (name, event) =>
        `${name} möchte jemand anderen schicken. Das Gespräch steht wie vereinbart: ${event}.`,
      open: (name, event) => `${name} hat noch nicht entschieden: ${event}.`,
    },
    counter: (name, when, event) =>
      `${name} möchte lieber zu dieser Zeit: ${when}, statt wie vereinbart: ${event}. Bisher hat sich nichts geändert.`,
    counterUnclear: (name, event) =>
      `${name} möchte lieber zu einer anderen Zeit als vereinbart: ${event}. Wann genau, sagt der Kalender nicht. Bisher hat sich nichts geändert.`,
    cancelInterview: 'Gespräch absagen',
    askOthers: 'Die anderen nach dieser Zeit fragen',
    askOthersConfirm: (name) =>
      `Alle werden nach neuen Zeiten gefragt, und diese ist für ${name} vermerkt. Das Gespräch steht, bis eine neue Zeit vereinbart ist.`,
  },
  panel: {
    cannotCome: (name, about, job, when) =>
      `${name} kann zu ${about} (${job}) nicht kommen: ${when}. Können Sie den Platz übernehmen?`,
    calendarUnread: 'Ihren Kalender kann ich nicht lesen, daher weiß ich nicht, ob Sie dann frei sind.',
    takeSeat: 'Ich übernehme',
    passSeat: 'Ich kann nicht',
    told: (name, about, when) => `${name} kann zu ${about} nicht kommen, ${when}.`,
    toldBecause: (name, about, when, cause) => `${name} kann zu ${about} nicht kommen, ${when}: „${cause}“.`,
    nobodyElse: 'Ich habe sonst niemanden gefunden, der könnte. Das Gespräch steht, wie es ist.',
    askedAlready: (names, count) =>
      `${names} ${verb(count, 'wurde', 'wurden')} schon gefragt. Das Gespräch steht, bis jemand den Platz übernimmt.`,
    asked: (names) => `Ich habe ${names} gebeten, den Platz zu übernehmen. Bis dahin steht das Gespräch, wie es ist.`,
    takesSeat: (name, other, about) =>
      `${name} übernimmt den Platz von ${other} in ${about}. Alle erhalten die Änderung im selben Kalendereintrag.`,
    thanks: 'Danke für die Nachricht.',
    passed: (name, about) => `${name} kann den Platz in ${about} nicht übernehmen.`,
    late: (name, late, about, when) => `${name} kommt etwa ${late} Minuten später zu ${about}, ${when}.`,
    lateNote: (name, late, about, when, remark) =>
      `${name} kommt etwa ${late} Minuten später zu ${about}, ${when}: „${remark}“`,
    tell: (name) => `${name} Bescheid geben`,
    reach: (name) => `Oder ${name} anrufen`,
    mailed: (names) => `Geschrieben habe ich an ${names}.`,
    mailedEnough: (names) =>
      `An ${names} gingen schon drei Mails über Verspätungen bei diesem Gespräch, deshalb habe ich keine weitere geschrieben. Bitte rufen Sie an.`,
    toldOne: (name) => `Ich habe ${name} Bescheid gegeben.`,
    toldAll: (name) => `Ich habe ${name} und den übrigen Beteiligten im Team Bescheid gegeben.`,
    delegated: (name, about, other) => `${name} hat ${about} an ${other} weitergegeben; dort wird jetzt gefragt.`,
  },
}
