import { type Language, languageOf } from '../domain/language.ts'
import type { GuestCommon } from '../workflow/guestPage.ts'

/** The locale that gives a language its formats: the party's own when it speaks that language. */
export function localeFor(language: Language, partyLocale: string): string {
  if (languageOf(partyLocale) === language && isLocale(partyLocale)) return partyLocale
  return language === 'de' ? 'de-DE' : 'en-GB'
}

function isLocale(locale: string): boolean {
  try {
    return /^(en|de)\b/i.test(locale) && Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}

type Role = GuestCommon['party']['role']

/** Everything a guest reads that is not a name, a time or a sentence of the workflow. */
export interface GuestWords {
  locale: string
  skip: string
  and: string
  languageSwitch: string
  errorPrefix: string
  errorHeading: (count: number) => string
  to: (from: string, to: string) => string
  clock: (time: string) => string
  joinDates: string
  facts: { role: string; candidate: string; length: string; how: string; meets: string; howOpen: string }
  minutes: (count: number) => string
  contactHeading: string
  contact: (name: string) => string
  assistant: (agency: string, recruiter: string) => string
  linkLasts: (name: string, until: string) => string
  expiredNote: string
  zone: {
    now: (zone: string, offset: string) => string
    shifts: (zone: string, before: string, on: string, after: string) => string
    change: string
    pick: string
    apply: string
    all: string
    both: (range: string, zone: string) => string
    device: string
  }
  availability: {
    title: string
    heading: (role: Role, name: string, candidate: string, company: string | null) => string
    intro: (minutes: string, agency: string) => string
    again: string
    suggesting: string
    weekOf: (from: string, to: string) => string
    quick: string
    fills: Readonly<Record<'all' | 'morning' | 'afternoon' | 'evening' | 'clear', string>>
    wholeDay: string
    noDays: string
    moreHours: string
    fewerHours: string
    rows: string
    rowsHint: string
    row: (number: number) => string
    on: string
    from: string
    until: string
    level: string
    good: string
    possible: string
    addRow: string
    note: string
    noteHint: string
    send: string
    sendAgain: string
    sure: string
    goTo: (week: string) => string
    otherWeeks: string
    saved: (count: number) => string
    decline: string
    declineIntro: string
    back: string
  }
  told: {
    title: string
    heading: (name: string) => string
    intro: string
    byRecruiter: (recruiter: string) => string
    ifNeedBe: (range: string) => string
    sentence: (day: string, ranges: string) => string
    note: string
    next: string
    nextLater: string
    change: string
    until: string
  }
  reason: string
  reasonHint: string
  choice: {
    title: string
    heading: (name: string) => string
    intro: string
    legend: string
    more: (count: number) => string
    goodForEveryone: string
    send: string
    none: string
    noneLeft: string
    suggest: string
  }
  approval: {
    title: string
    heading: (name: string, candidate: string) => string
    intro: (candidate: string, minutes: string, job: string) => string
    legend: string
    several: string
    resume: string
    send: string
    suggest: string
    declineHeading: string
    declineTick: string
    declineSend: string
  }
  declineTick: string
  declineSend: string
  /** What a program understood of the guest's mail. */
  reading: {
    title: string
    heading: (name: string) => string
    intro: string
    times: string
    replaces: string
    tick: string
    send: string
    no: string
    change: string
  }
  waiting: {
    title: string
    heading: Readonly<Record<'otherSide' | 'approval' | 'details', (name: string) => string>>
    text: Readonly<Record<'otherSide' | 'approval' | 'details', string>>
  }
  manage: {
    title: string
    heading: string
    when: string
    where: string
    whereOpen: string
    join: string
    add: string
    moveHeading: string
    moveIntro: string
    moveTick: string
    moveSend: string
    cancelHeading: string
    cancelIntro: string
    cancelTick: string
    cancelSend: string
    changed: (name: string) => string
  }
  reminders: { heading: string; intro: string; tick: string; send: string; stopped: (recruiter: string) => string }
  closed: { title: string; heading: Readonly<Record<'cancelled' | 'declined' | 'completed' | 'released', string>> }
  expired: { title: string; heading: string; text: string; tick: string; send: string }
  renewed: { title: string; heading: string; text: string }
  unknown: { title: string; heading: string; text: string }
  tooMany: { title: string; heading: string; text: string }
  broken: { title: string; heading: string; text: string }
  tooBig: { title: string; heading: string; text: string }
  notices: { taken: string; tooLate: string }
  errors: {
    noTimes: string
    sure: string
    tooMany: (max: number) => string
    badTick: string
    zone: string
    zoneChanged: (zone: string) => string
    note: (max: number) => string
    reason: (max: number) => string
    date: string
    time: string
    missing: string
    notInWeek: (from: string, to: string) => string
    endFirst: string
    past: string
    early: (at: string) => string
    late: (on: string) => string
    gap: (time: string, on: string) => string
    short: (day: string, range: string, minutes: string) => string
    declineTick: string
    choose: string
    moveTick: string
    cancelTick: string
    readingTick: string
    remindersTick: string
    renewTick: string
  }
}

const roleHeadingEn = (role: Role, name: string, candidate: string, company: string | null): string => {
  if (role === 'candidate') return `${name}, when could you meet${company ? ` ${company}` : ''}?`
  return `${name}, when could you meet ${candidate}?`
}

const english: GuestWords = {
  locale: 'en-GB',
  skip: 'Skip to the question',
  and: 'and',
  languageSwitch: 'Language',
  errorPrefix: 'Error',
  errorHeading: (count) => (count === 1 ? 'One thing needs a change' : `${count} things need a change`),
  to: (from, to) => `${from} to ${to}`,
  clock: (time) => time,
  joinDates: ', ',
  facts: {
    role: 'Role',
    candidate: 'Candidate',
    length: 'Length',
    how: 'How',
    meets: 'You meet',
    howOpen: 'You will be told with the confirmation',
  },
  minutes: (count) => `${count} minutes`,
  contactHeading: 'Questions?',
  contact: (name) => `${name} is glad to help:`,
  assistant: (agency, recruiter) =>
    `A software assistant of ${agency} arranges this interview. What you write here is read by ${recruiter}.`,
  linkLasts: (name, until) => `This page is for ${name} alone. Its link works until ${until}.`,
  expiredNote: 'After that, the same link offers you a new one by mail.',
  zone: {
    now: (zone, offset) => `Times are in ${zone} (${offset})`,
    shifts: (zone, before, on, after) => `Times are in ${zone} (${before}; from ${on} ${after}, as the clocks change)`,
    change: 'Change',
    pick: 'Time zone',
    apply: 'Show in this zone',
    all: 'List all time zones',
    both: (range, zone) => `${range} in ${zone}`,
    device: 'Your device is in',
  },
  availability: {
    title: 'Your times',
    heading: roleHeadingEn,
    intro: (minutes, agency) =>
      `Tick every time that would suit you. ${agency} looks for ${minutes} that suit everybody, so the more you tick, the sooner it is settled. The other side does not see what you tick.`,
    again: 'The times given so far do not meet. Could you offer a few others?',
    suggesting: 'None of the proposed times suits you? Tick the ones that do, and we look again.',
    weekOf: (from, to) => `${from} to ${to}`,
    quick: 'Tick at once:',
    fills: { all: 'All day', morning: 'Mornings', afternoon: 'Afternoons', evening: 'Evenings', clear: 'Clear' },
    wholeDay: 'whole day',
    noDays: 'There is nothing left to offer in these hours of this week.',
    moreHours: 'Show evenings and weekends',
    fewerHours: 'Show usual hours only',
    rows: 'Other times, or only if need be',
    rowsHint: 'For hours that are not in the grid, or times you would rather keep free but could make work.',
    row: (number) => `Time ${number}`,
    on: 'Day',
    from: 'From',
    until: 'To',
    level: 'Suits me',
    good: 'well',
    possible: 'only if need be',
    addRow: 'One more line',
    note: 'Anything we should know? (optional)',
    noteHint: 'For example: “I can do a call during lunch on any day.”',
    send: 'Send my times',
    sendAgain: 'Send my changes',
    sure: 'Yes, these are all my times',
    goTo: (week) => `Save and go to week of ${week}`,
    otherWeeks: 'Other weeks',
    saved: (count) => (count === 1 ? 'one time saved' : `${count} times saved`),
    decline: 'None of these suit you, or you cannot take part?',
    declineIntro: 'That is fine. Say so here, and nobody waits for you.',
    back: 'Back without a change',
  },
  told: {
    title: 'Your times are in',
    heading: (name) => `Thank you, ${name}. This is what you told us.`,
    intro: 'You could meet',
    byRecruiter: (recruiter) => `${recruiter} entered these times for you.`,
    ifNeedBe: (range) => `${range} if need be`,
    sentence: (day, ranges) => `On ${day}, ${ranges}.`,
    note: 'You added:',
    next: 'As soon as the other side has answered, you get a mail with the time, or with times to choose from. You need not do anything until then.',
    nextLater: 'Something came up? You can change your times until a time is fixed.',
    change: 'Change my times',
    until: '',
  },
  reason: 'Reason (optional)',
  reasonHint: 'A word helps us to offer something better.',
  choice: {
    title: 'Choose a time',
    heading: (name) => `${name}, which time suits you best?`,
    intro: 'Each of these times suits everybody else. Pick one, and we settle the rest.',
    legend: 'Times to choose from',
    more: (count) => (count === 1 ? 'One more time' : `${count} more times`),
    goodForEveryone: 'good for everyone',
    send: 'Choose this time',
    none: 'None of these suits you?',
    noneLeft: 'No proposed time is left. Give us other times, and we look again.',
    suggest: 'None of these: give other times',
  },
  approval: {
    title: 'Approve a time',
    heading: (name, candidate) => `${name}, may we fix a time with ${candidate}?`,
    intro: (candidate, minutes, job) =>
      `${candidate} can meet you for ${minutes} about the role ${job}, at any of these times.`,
    legend: 'Times that suit the candidate',
    several: 'A colleague of yours has agreed already; the interview is fixed when all have.',
    resume: 'Read the resume',
    send: 'Approve this time',
    suggest: 'Suggest other times',
    declineHeading: 'You do not want this interview?',
    declineTick: 'Yes, I decline this interview',
    declineSend: 'Decline the interview',
  },
  declineTick: 'Yes, I cannot take part',
  declineSend: 'Tell them I cannot take part',
  reading: {
    title: 'Is this right?',
    heading: (name) => `Did we understand you, ${name}?`,
    intro: 'A program has read your mail. Nothing is noted before you say that it is right.',
    times: 'Your times, as we understood them',
    replaces: 'They take the place of the times you gave before.',
    tick: 'Yes, these times are right',
    send: 'Send these times',
    no: 'We understood that you cannot take part',
    change: 'This is not right: choose times myself',
  },
  waiting: {
    title: 'Nothing to do for now',
    heading: {
      otherSide: (name) => `Thank you, ${name}. We are asking the other side.`,
      approval: (name) => `Thank you, ${name}. One approval is left.`,
      details: (name) => `Thank you, ${name}. The time is agreed.`,
    },
    text: {
      otherSide: 'As soon as they have answered, you get a mail. There is nothing for you to do until then.',
      approval:
        'As soon as the time is approved, you get a calendar invitation by mail. There is nothing for you to do until then.',
      details:
        'How to join is being settled; then you get a calendar invitation by mail. There is nothing for you to do until then.',
    },
  },
  manage: {
    title: 'Your interview',
    heading: 'Your interview is fixed',
    when: 'When',
    where: 'Where',
    whereOpen: 'Details follow by mail',
    join: 'Join the call',
    add: 'Add to my calendar',
    moveHeading: 'Move it to another time',
    moveIntro: 'You are asked for other times. Until a new one is agreed, the interview stands.',
    moveTick: 'Yes, I need another time',
    moveSend: 'Ask for another time',
    cancelHeading: 'Cancel it',
    cancelIntro: 'Everybody is told by mail, and the interview leaves all calendars.',
    cancelTick: 'Yes, cancel my interview',
    cancelSend: 'Cancel the interview',
    changed: (name) => `If neither is possible here, please call or write to ${name}.`,
  },
  reminders: {
    heading: 'You would rather not be reminded?',
    intro: 'Then no more reminders come by mail. Nothing is cancelled, and you can still answer on this page.',
    tick: 'Yes, send me no more reminders',
    send: 'Stop reminders',
    stopped: (recruiter) =>
      `You get no more reminders about this. Nothing is cancelled; ${recruiter} can turn them on again for you.`,
  },
  closed: {
    title: 'This is closed',
    heading: {
      cancelled: 'This interview was cancelled',
      declined: 'You said that you cannot take part',
      completed: 'This interview has taken place',
      released: 'The interview goes on without you',
    },
  },
  expired: {
    title: 'This link has expired',
    heading: 'This link has expired',
    text: 'For your safety, links work for two weeks. We can mail a new one to the address this one was sent to.',
    tick: 'Yes, mail me a new link',
    send: 'Send me a new link',
  },
  renewed: {
    title: 'Please look into your mail',
    heading: 'Please look into your mail',
    text: 'If this link can be renewed, a new one is on its way to the address the old one was sent to.',
  },
  unknown: {
    title: 'This page does not exist',
    heading: 'This page does not exist',
    text: 'The link may be incomplete or no longer in use. Please open it again from the newest mail you received, or reply to that mail: a person reads it.',
  },
  tooMany: {
    title: 'Please wait a minute',
    heading: 'Please wait a minute',
    text: 'Too many links were tried from your network. Nothing is lost; try again in a minute.',
  },
  broken: {
    title: 'That did not work',
    heading: 'That did not work',
    text: 'Something went wrong on our side. Nothing was changed; please go back and try again.',
  },
  tooBig: {
    title: 'That was too much',
    heading: 'That was too much',
    text: 'What was sent is larger than this page accepts. Nothing was changed; please go back and send less.',
  },
  notices: {
    taken: 'That time has just gone to somebody else. Nothing was fixed; please look at what is left.',
    tooLate: 'That is no longer possible, because things have moved on meanwhile. This is how it stands now.',
  },
  errors: {
    noTimes: 'Tick at least one time, or say below that none suits you.',
    sure: 'You changed nothing. Tick this to send the times as they are.',
    tooMany: (max) => `That is more than ${max} single times. Please give fewer and longer ones.`,
    badTick: 'One of the ticks does not belong to this week any more. Please look at the grid again.',
    zone: 'We do not know this time zone. Choose one from the list.',
    zoneChanged: (zone) => `The times are now shown in ${zone}. Please look at them and send again.`,
    note: (max) => `Please keep the note under ${max} characters.`,
    reason: (max) => `Please keep the reason under ${max} characters.`,
    date: 'Give the day as a date.',
    time: 'Give the time as hours and minutes, for example 14:30.',
    missing: 'Fill in day, from and to, or leave all three empty.',
    notInWeek: (from, to) => `This page is about ${from} to ${to}. For another day, save and go to its week.`,
    endFirst: 'The end is before the start.',
    past: 'This time has passed.',
    early: (at) => `The earliest possible time is ${at}.`,
    late: (on) => `The last possible day is ${on}.`,
    gap: (time, on) => `${time} does not exist on ${on}: the clocks go forward and skip it.`,
    short: (day, range, minutes) =>
      `${day}, ${range} is shorter than the ${minutes} needed. Tick what comes before or after it, or clear it.`,
    declineTick: 'Tick this if you cannot take part.',
    choose: 'Choose one of the times.',
    moveTick: 'Tick this if you need another time.',
    cancelTick: 'Tick this if you want to cancel.',
    readingTick: 'Tick this if the times are right.',
    remindersTick: 'Tick this if you want no more reminders.',
    renewTick: 'Tick this if you want a new link.',
  },
}

const german: GuestWords = {
  locale: 'de-DE',
  skip: 'Zur Frage springen',
  and: 'und',
  languageSwitch: 'Sprache',
  errorPrefix: 'Fehler',
  errorHeading: (count) =>
    count === 1 ? 'Eine Angabe braucht eine Änderung' : `${count} Angaben brauchen eine Änderung`,
  to: (from, to) => `${from} bis ${to}`,
  clock: (time) => `${time} Uhr`,
  joinDates: ', ',
  facts: {
    role: 'Stelle',
    candidate: 'Kandidat/in',
    length: 'Dauer',
    how: 'Wie',
    meets: 'Sie sprechen mit',
    howOpen: 'Das erfahren Sie mit der Bestätigung',
  },
  minutes: (count) => `${count} Minuten`,
  contactHeading: 'Fragen?',
  contact: (name) => `${name} hilft Ihnen gern:`,
  assistant: (agency, recruiter) =>
    `Ein Software-Assistent von ${agency} vereinbart dieses Gespräch. Was Sie hier schreiben, liest ${recruiter}.`,
  linkLasts: (name, until) => `Diese Seite ist nur für ${name}. Der Link gilt bis ${until}.`,
  expiredNote: 'Danach bietet derselbe Link Ihnen einen neuen per E-Mail an.',
  zone: {
    now: (zone, offset) => `Die Zeiten gelten in ${zone} (${offset})`,
    shifts: (zone, before, on, after) =>
      `Die Zeiten gelten in ${zone} (${before}; ab ${on} ${after} wegen der Zeitumstellung)`,
    change: 'Ändern',
    pick: 'Zeitzone',
    apply: 'In dieser Zone zeigen',
    all: 'Alle Zeitzonen auflisten',
    both: (range, zone) => `${range} in ${zone}`,
    device: 'Ihr Gerät ist in',
  },
  availability: {
    title: 'Ihre Zeiten',
    heading: (role, name, candidate, company) =>
      role === 'candidate'
        ? `${name}, wann passt Ihnen ein Gespräch${company ? ` mit ${company}` : ''}?`
        : `${name}, wann passt Ihnen ein Gespräch mit ${candidate}?`,
    intro: (minutes, agency) =>
      `Kreuzen Sie alle Zeiten an, die Ihnen passen. ${agency} sucht ${minutes}, die für alle passen: Je mehr Sie ankreuzen, desto schneller geht es. Die andere Seite sieht Ihre Kreuze nicht.`,
    again: 'Die bisherigen Zeiten passen nicht zusammen. Können Sie noch andere anbieten?',
    suggesting: 'Keine der vorgeschlagenen Zeiten passt? Kreuzen Sie passende an, und wir suchen neu.',
    weekOf: (from, to) => `${from} bis ${to}`,
    quick: 'Auf einmal ankreuzen:',
    fills: { all: 'Ganztags', morning: 'Vormittags', afternoon: 'Nachmittags', evening: 'Abends', clear: 'Leeren' },
    wholeDay: 'ganzer Tag',
    noDays: 'In diesen Stunden dieser Woche ist nichts mehr anzubieten.',
    moreHours: 'Abende und Wochenenden zeigen',
    fewerHours: 'Nur übliche Stunden zeigen',
    rows: 'Andere Zeiten, oder nur zur Not',
    rowsHint: 'Für Stunden, die nicht im Raster stehen, oder die Sie lieber frei hielten, aber einrichten könnten.',
    row: (number) => `Zeit ${number}`,
    on: 'Tag',
    from: 'Von',
    until: 'Bis',
    level: 'Passt mir',
    good: 'gut',
    possible: 'nur zur Not',
    addRow: 'Noch eine Zeile',
    note: 'Sollten wir etwas wissen? (freiwillig)',
    noteHint: 'Zum Beispiel: „Mittags kann ich an jedem Tag telefonieren.“',
    send: 'Meine Zeiten senden',
    sendAgain: 'Änderungen senden',
    sure: 'Ja, das sind alle meine Zeiten',
    goTo: (week) => `Speichern und zur Woche ab ${week}`,
    otherWeeks: 'Andere Wochen',
    saved: (count) => (count === 1 ? 'eine Zeit gespeichert' : `${count} Zeiten gespeichert`),
    decline: 'Nichts davon passt, oder Sie können nicht teilnehmen?',
    declineIntro: 'Das ist in Ordnung. Sagen Sie es hier, dann wartet niemand auf Sie.',
    back: 'Zurück ohne Änderung',
  },
  told: {
    title: 'Ihre Zeiten sind da',
    heading: (name) => `Danke, ${name}. Das haben Sie uns gesagt.`,
    intro: 'Diese Zeiten passen Ihnen',
    byRecruiter: (recruiter) => `${recruiter} hat diese Zeiten für Sie eingetragen.`,
    ifNeedBe: (range) => `zur Not ${range}`,
    sentence: (day, ranges) => `Am ${day}: ${ranges}.`,
    note: 'Sie haben hinzugefügt:',
    next: 'Sobald die andere Seite geantwortet hat, bekommen Sie eine E-Mail mit dem Termin oder mit Zeiten zur Auswahl. Bis dahin müssen Sie nichts tun.',
    nextLater: 'Etwas ist dazwischengekommen? Sie können Ihre Zeiten ändern, bis ein Termin feststeht.',
    change: 'Meine Zeiten ändern',
    until: '',
  },
  reason: 'Grund (freiwillig)',
  reasonHint: 'Ein Wort hilft uns, etwas Besseres anzubieten.',
  choice: {
    title: 'Termin wählen',
    heading: (name) => `${name}, welche Zeit passt Ihnen am besten?`,
    intro: 'Jede dieser Zeiten passt allen anderen. Wählen Sie eine, wir erledigen den Rest.',
    legend: 'Zeiten zur Auswahl',
    more: (count) => (count === 1 ? 'Eine weitere Zeit' : `${count} weitere Zeiten`),
    goodForEveryone: 'passt allen',
    send: 'Diese Zeit wählen',
    none: 'Nichts davon passt?',
    noneLeft: 'Keine der vorgeschlagenen Zeiten ist mehr frei. Nennen Sie uns andere, und wir suchen neu.',
    suggest: 'Keine davon: andere Zeiten nennen',
  },
  approval: {
    title: 'Termin bestätigen',
    heading: (name, candidate) => `${name}, dürfen wir einen Termin mit ${candidate} festmachen?`,
    intro: (candidate, minutes, job) =>
      `${candidate} kann Sie für ${minutes} zur Stelle ${job} sprechen, zu jeder dieser Zeiten.`,
    legend: 'Zeiten, die auf der anderen Seite passen',
    several: 'Jemand aus Ihrem Haus hat schon zugestimmt; der Termin steht, wenn alle zugestimmt haben.',
    resume: 'Lebenslauf lesen',
    send: 'Diese Zeit bestätigen',
    suggest: 'Andere Zeiten vorschlagen',
    declineHeading: 'Sie möchten dieses Gespräch nicht?',
    declineTick: 'Ja, ich lehne dieses Gespräch ab',
    declineSend: 'Gespräch ablehnen',
  },
  declineTick: 'Ja, ich kann nicht teilnehmen',
  declineSend: 'Absage senden',
  reading: {
    title: 'Stimmt das?',
    heading: (name) => `Haben wir Sie richtig verstanden, ${name}?`,
    intro: 'Ein Programm hat Ihre Mail gelesen. Notiert wird erst etwas, wenn Sie sagen, dass es stimmt.',
    times: 'Ihre Zeiten, wie wir sie verstanden haben',
    replaces: 'Sie ersetzen die Zeiten, die Sie vorher genannt haben.',
    tick: 'Ja, diese Zeiten stimmen',
    send: 'Diese Zeiten senden',
    no: 'Verstanden haben wir, dass Sie nicht teilnehmen können',
    change: 'Das stimmt nicht: Zeiten selbst wählen',
  },
  waiting: {
    title: 'Gerade ist nichts zu tun',
    heading: {
      otherSide: (name) => `Danke, ${name}. Wir fragen die andere Seite.`,
      approval: (name) => `Danke, ${name}. Eine Zustimmung fehlt noch.`,
      details: (name) => `Danke, ${name}. Der Termin ist vereinbart.`,
    },
    text: {
      otherSide: 'Sobald sie geantwortet hat, bekommen Sie eine E-Mail. Bis dahin müssen Sie nichts tun.',
      approval:
        'Sobald der Termin bestätigt ist, bekommen Sie eine Kalendereinladung per E-Mail. Bis dahin müssen Sie nichts tun.',
      details:
        'Wie Sie teilnehmen, wird noch geklärt; dann bekommen Sie eine Kalendereinladung per E-Mail. Bis dahin müssen Sie nichts tun.',
    },
  },
  manage: {
    title: 'Ihr Gespräch',
    heading: 'Ihr Gespräch steht fest',
    when: 'Wann',
    where: 'Wo',
    whereOpen: 'Einzelheiten folgen per E-Mail',
    join: 'Am Gespräch teilnehmen',
    add: 'In meinen Kalender',
    moveHeading: 'Auf eine andere Zeit verlegen',
    moveIntro: 'Sie werden nach anderen Zeiten gefragt. Bis ein neuer Termin feststeht, gilt der bisherige.',
    moveTick: 'Ja, ich brauche eine andere Zeit',
    moveSend: 'Um eine andere Zeit bitten',
    cancelHeading: 'Absagen',
    cancelIntro: 'Alle werden per E-Mail benachrichtigt, und der Termin verschwindet aus den Kalendern.',
    cancelTick: 'Ja, mein Gespräch absagen',
    cancelSend: 'Gespräch absagen',
    changed: (name) => `Wenn beides hier nicht möglich ist, rufen oder schreiben Sie bitte ${name} an.`,
  },
  reminders: {
    heading: 'Sie möchten nicht erinnert werden?',
    intro:
      'Dann kommen keine Erinnerungen mehr per E-Mail. Abgesagt wird dadurch nichts, und Sie können hier weiterhin antworten.',
    tick: 'Ja, keine Erinnerungen mehr',
    send: 'Nicht mehr erinnern',
    stopped: (recruiter) =>
      `Sie bekommen dazu keine Erinnerungen mehr. Abgesagt ist nichts; ${recruiter} kann sie wieder einschalten.`,
  },
  closed: {
    title: 'Das ist abgeschlossen',
    heading: {
      cancelled: 'Dieses Gespräch wurde abgesagt',
      declined: 'Sie haben gesagt, dass Sie nicht teilnehmen können',
      completed: 'Dieses Gespräch hat stattgefunden',
      released: 'Das Gespräch findet ohne Sie statt',
    },
  },
  expired: {
    title: 'Dieser Link ist abgelaufen',
    heading: 'Dieser Link ist abgelaufen',
    text: 'Zu Ihrer Sicherheit gelten Links zwei Wochen. Wir können einen neuen an die Adresse senden, die diesen bekommen hat.',
    tick: 'Ja, senden Sie mir einen neuen Link',
    send: 'Neuen Link senden',
  },
  renewed: {
    title: 'Bitte sehen Sie in Ihre E-Mails',
    heading: 'Bitte sehen Sie in Ihre E-Mails',
    text: 'Wenn dieser Link erneuert werden kann, ist ein neuer unterwegs an die Adresse, die den alten bekommen hat.',
  },
  unknown: {
    title: 'Diese Seite gibt es nicht',
    heading: 'Diese Seite gibt es nicht',
    text: 'Der Link ist vielleicht unvollständig oder nicht mehr in Gebrauch. Öffnen Sie ihn bitte aus der neuesten E-Mail, oder antworten Sie darauf: Ein Mensch liest mit.',
  },
  tooMany: {
    title: 'Bitte warten Sie eine Minute',
    heading: 'Bitte warten Sie eine Minute',
    text: 'Aus Ihrem Netz wurden zu viele Links versucht. Nichts ist verloren; versuchen Sie es in einer Minute erneut.',
  },
  broken: {
    title: 'Das hat nicht geklappt',
    heading: 'Das hat nicht geklappt',
    text: 'Bei uns ist etwas schiefgegangen. Es wurde nichts geändert; bitte gehen Sie zurück und versuchen Sie es erneut.',
  },
  tooBig: {
    title: 'Das war zu viel',
    heading: 'Das war zu viel',
    text: 'Die gesendeten Angaben sind größer, als diese Seite annimmt. Es wurde nichts geändert; bitte gehen Sie zurück und senden Sie weniger.',
  },
  notices: {
    taken:
      'Diese Zeit ist gerade anderweitig vergeben worden. Es wurde nichts festgelegt; bitte sehen Sie, was noch frei ist.',
    tooLate: 'Das ist nicht mehr möglich, weil es inzwischen weitergegangen ist. So steht es jetzt.',
  },
  errors: {
    noTimes: 'Kreuzen Sie mindestens eine Zeit an, oder sagen Sie unten, dass keine passt.',
    sure: 'Sie haben nichts geändert. Kreuzen Sie dies an, um die Zeiten so zu senden.',
    tooMany: (max) => `Das sind mehr als ${max} einzelne Zeiten. Bitte nennen Sie weniger und längere.`,
    badTick: 'Eines der Kreuze gehört nicht mehr zu dieser Woche. Bitte sehen Sie das Raster noch einmal an.',
    zone: 'Diese Zeitzone kennen wir nicht. Wählen Sie eine aus der Liste.',
    zoneChanged: (zone) => `Die Zeiten gelten jetzt in ${zone}. Bitte prüfen Sie sie und senden Sie erneut.`,
    note: (max) => `Bitte halten Sie die Anmerkung unter ${max} Zeichen.`,
    reason: (max) => `Bitte halten Sie den Grund unter ${max} Zeichen.`,
    date: 'Geben Sie den Tag als Datum an.',
    time: 'Geben Sie die Zeit in Stunden und Minuten an, zum Beispiel 14:30.',
    missing: 'Füllen Sie Tag, Von und Bis aus, oder lassen Sie alle drei leer.',
    notInWeek: (from, to) =>
      `Diese Seite gilt für ${from} bis ${to}. Für einen anderen Tag speichern Sie und gehen in dessen Woche.`,
    endFirst: 'Das Ende liegt vor dem Anfang.',
    past: 'Diese Zeit ist vorbei.',
    early: (at) => `Die früheste mögliche Zeit ist ${at}.`,
    late: (on) => `Der letzte mögliche Tag ist ${on}.`,
    gap: (time, on) => `${time} Uhr gibt es am ${on} nicht: Die Uhren werden vorgestellt.`,
    short: (day, range, minutes) =>
      `${day}, ${range} ist kürzer als die nötigen ${minutes}. Kreuzen Sie davor oder danach mehr an, oder nehmen Sie es heraus.`,
    declineTick: 'Kreuzen Sie dies an, wenn Sie nicht teilnehmen können.',
    choose: 'Wählen Sie eine der Zeiten.',
    moveTick: 'Kreuzen Sie dies an, wenn Sie eine andere Zeit brauchen.',
    cancelTick: 'Kreuzen Sie dies an, wenn Sie absagen möchten.',
    readingTick: 'Kreuzen Sie dies an, wenn die Zeiten stimmen.',
    remindersTick: 'Kreuzen Sie dies an, wenn Sie keine Erinnerungen mehr möchten.',
    renewTick: 'Kreuzen Sie dies an, wenn Sie einen neuen Link möchten.',
  },
}

export function guestWords(language: Language): GuestWords {
  return language === 'de' ? german : english
}
