import { counted } from '../../counted.ts'
import type { SettingWords } from '../../replyWords.ts'

const minutes = (count: number) => counted('de', count, { one: '# Minute', other: '# Minuten' })

export const germanSettings: SettingWords = {
  setUp: {
    yours: 'Ihre Einstellungen',
    welcome: 'Willkommen bei Parley',
    whoAreYou:
      'Ich vereinbare Gespräche zwischen Bewerbern und Kunden. Bevor die erste Mail in Ihrem Namen hinausgeht, sagen Sie mir bitte, wer Sie sind.',
    change: 'Einstellungen ändern',
    begin: 'Einrichten',
    save: 'Speichern',
    agencyName: 'Name der Agentur oder Firma',
    agencyHint: 'Steht in jeder Mail.',
    name: 'Ihr Name',
    email: 'Ihre E-Mail-Adresse',
    emailHint: 'Dorthin gehen die Antworten.',
    phone: 'Ihre Telefonnummer',
    phoneHint: 'Steht in Mails, falls jemand lieber anruft.',
    zone: 'Ihre Zeitzone',
    zoneHint: 'Zum Beispiel Europe/Berlin.',
    dayStarts: 'Gespräche ab',
    dayEnds: 'Gespräche bis',
    locale: 'Sprache und Formate',
    wrong: {
      agencyName: 'Bitte geben Sie den Namen an, der in jeder Mail steht.',
      name: 'Bitte geben Sie Ihren Namen an, damit klar ist, wer fragt.',
      email: 'Bitte schreiben Sie Ihre Adresse wie name@agentur.de.',
      zone: 'Diese Zeitzone kenne ich nicht. Bitte schreiben Sie sie wie Europe/Berlin oder America/New_York.',
      clock: (example) => `Bitte schreiben Sie die Uhrzeit wie ${example}.`,
      tooShort: 'Der Tag muss mindestens eine Stunde nach seinem Beginn enden.',
    },
  },
  defaults: {
    button: 'Vorgaben für Termine',
    numbers: {
      durationMinutes: { label: 'Dauer eines Gesprächs', hint: 'Minuten, 5 bis 480' },
      screeningMinutes: { label: 'Dauer eines Erstgesprächs', hint: 'Minuten, 5 bis 480' },
      noticeHours: { label: 'Vorlauf', hint: 'Stunden vor dem frühesten Gespräch, 0 bis 336' },
      gapMinutes: { label: 'Zeit zwischen zwei Gesprächen einer Person', hint: 'Minuten, 0 bis 240' },
      windowDays: { label: 'Wie weit im Voraus gefragt wird', hint: 'Tage, 1 bis 120' },
      offerCount: { label: 'Zeiten, die zugleich angeboten werden', hint: '1 bis 5' },
      moveCountMax: { label: 'Wie oft Gäste ein Gespräch selbst verlegen dürfen', hint: '0 bis 20' },
      changeCutoffHours: { label: 'Gäste dürfen ändern bis', hint: 'Stunden vor Beginn, 0 bis 168' },
    },
    weekdays: 'Wochentage',
    weekdaysHint: (days) => `Zum Beispiel ${days}`,
    hours: {
      workday: 'Arbeitstag',
      morning: 'Vormittag',
      afternoon: 'Nachmittag',
      evening: 'Abend',
      lunch: 'Mittag',
    },
    hoursHint: (hours) => `Was damit gemeint ist, wenn es jemand schreibt, zum Beispiel ${hours}`,
    hoursWrong: (hours) => `Bitte schreiben Sie, von wann bis wann, zum Beispiel ${hours}.`,
    grid: { label: 'Gespräche beginnen alle', quarter: '15 Minuten', half: '30 Minuten', hour: '60 Minuten' },
    order: {
      label: 'Wer zuerst gefragt wird',
      both: 'beide Seiten zugleich',
      candidateFirst: 'die Bewerberseite',
      clientFirst: 'die Kundenseite',
    },
    quorum: {
      label: 'Wenn es beim Kunden mehrere Kontakte gibt',
      all: 'alle müssen zustimmen',
      any: 'eine Person genügt',
    },
    ladder: {
      candidateAfter: 'Bewerberseite erinnern nach',
      candidateBefore: 'und vor dem letzten möglichen Tag',
      clientAfter: 'Kundenseite erinnern nach',
      clientBefore: 'und vor dem letzten möglichen Tag, Kundenseite',
    },
    ladderHint: 'Tage, zum Beispiel 1, 3; leer für keine',
    accentColor: 'Farbe von Seiten und Mails',
    accentHint: (example) => `Zum Beispiel ${example}`,
    unusable: (hint) => `Dieser Wert geht nicht. ${hint}`,
    lookAtExample: 'Bitte sehen Sie sich das Beispiel an.',
    saved: 'Gespeichert. Neue Anfragen richten sich danach; offene behalten ihre Werte.',
  },
  place: {
    label: 'Wo eine Anfrage ihre Karte hat',
    options: {
      asked: 'dort, wo sie gestellt wurde',
      ownThread: 'ein eigener Thread in einem Kanal',
      candidateChannel: 'ein privater Kanal je Kandidat (Slack)',
    },
    channel: 'Welcher Kanal',
    channelHint: (example) =>
      `Für eigene Threads, zum Beispiel ${example}. In Teams sagen Sie dort „keep each request in its own thread here“.`,
    threadIn: (channel) => `ein eigener Thread in ${channel}`,
    whichChannel: (example) =>
      `Welcher Kanal? Nennen Sie seinen Namen, zum Beispiel „keep each request in its own thread in ${example}“.`,
    notAChannel:
      'Dieses Gespräch ist kein Kanal, deshalb wurde nichts geändert. Sagen Sie es in dem Kanal, den Sie meinen.',
    notFound: {
      none: (channel) =>
        `Ich finde keinen Kanal namens ${channel}, deshalb wurde nichts geändert. In Teams sagen Sie es im Kanal selbst: „keep each request in its own thread here“.`,
      notInvited: (channel) =>
        `Ich bin noch nicht in ${channel}, deshalb wurde nichts geändert. Laden Sie mich dorthin ein und sagen Sie es noch einmal.`,
    },
    onlyAdmins: 'Wo Anfragen ihren Platz haben, bestimmt nur ein Admin; es wurde nichts geändert.',
    changed: (place, before) =>
      `Ab jetzt haben Anfragen ihre Karte hier: ${place}. Bisher: ${before}. Offene Anfragen bleiben, wo sie sind.`,
    fellBack: (why) =>
      `Einen eigenen Platz konnte ich dieser Anfrage nicht geben, sie bleibt hier. ${why} Ich sage das nur einmal; bis sich daran etwas ändert, bleibt jede Anfrage dort, wo sie gestellt wurde.`,
    there: (candidate, job, place) => `${candidate}, ${job}: Weiter geht es in ${place}.`,
    open: 'Dort öffnen',
  },
  change: {
    value: {
      minutes,
      hours: (count) => counted('de', count, { one: '# Stunde', other: '# Stunden' }),
      days: (count) => counted('de', count, { one: '# Tag', other: '# Tage' }),
      times: (count) => counted('de', count, { one: '# Zeit', other: '# Zeiten' }),
    },
    range: {
      gapMinutes: '0 bis 240 Minuten',
      noticeHours: '0 bis 336 Stunden',
      windowDays: '1 bis 120 Tage',
      offerCount: '1 bis 5',
      screeningMinutes: '5 bis 480 Minuten',
      durationMinutes: '5 bis 480 Minuten',
    },
    none: (written) => `Zu „${written}“ habe ich keine Einstellung, daher wurde nichts geändert. Diese gibt es:`,
    outside: (label, limits) => `${label}: Möglich ist ${limits}. Es wurde nichts geändert.`,
    same: (label, value) => `${label}: Das ist schon so (${value}).`,
    changed: (label, value, before) =>
      `${label}: von jetzt an ${value}, bisher ${before}. Offene Anfragen behalten ihren Wert.`,
    changedHours: (label, value, before) =>
      `${label}: von jetzt an ${value}, bisher ${before}. So lese ich geschriebene Zeiten von nun an.`,
  },
  briefings: {
    unknownMember: 'Ich kenne Sie nicht mehr, daher habe ich nichts getan.',
    noWorkingDay: 'In den Einstellungen ist kein Wochentag ein Arbeitstag, daher kommt keine Tagesübersicht.',
    daily: (clock, when) =>
      `Ihre Tagesübersicht kommt an Arbeitstagen um ${clock} Uhr, hier unter „Briefings“ und per Mail. Die nächste: ${when}. An Tagen ohne Gespräche und ohne Offenes für Sie kommt keine.`,
    stopped: 'Ihre Tagesübersicht ist abgestellt.',
    shortStays: (count) =>
      `Die kurze Übersicht ${minutes(count)} vor einem Gespräch, an dem Sie teilnehmen, kommt weiter.`,
    endShort: '„no briefings before interviews“ beendet sie für alle.',
    comesBack: '„briefing now“ zeigt Ihren Tag, und „briefing at 8:00“ holt sie zurück.',
    onlyRecruiters:
      'Die Übersichten vor Gesprächen sind hier für alle gleich, daher ändert sie nur ein Recruiter. Ich habe nichts getan.',
    noneBefore:
      'Keine Übersichten mehr vor Gesprächen, für alle hier. „briefing 30 minutes before interviews“ holt sie zurück.',
    before: (count) =>
      `Alle hier, die an einem Gespräch teilnehmen, erhalten ${minutes(count)} vorher eine Übersicht. Das gilt für Gespräche, die von jetzt an vereinbart oder verlegt werden; die anderen behalten ihre Zeit.`,
  },
  connect: {
    mail: 'Mails gehen über jeden SMTP-Server hinaus: Setzen Sie SMTP_URL, PARLEY_MAIL_FROM und PARLEY_PUBLIC_URL in der Datei .env und starten Sie Parley neu. Bis dahin werden Mails aufgehoben und im Postfach gezeigt.',
    calendarFile: 'Ein Kalender wird als .ics-Datei eingelesen, je Person, auf der Seite Team.',
    calendars:
      'Kalender von Google, Microsoft und CalDAV lassen sich noch nicht verbinden. Was heute geht: Ein Kalender wird als .ics-Datei eingelesen, je Person, auf der Seite Team; ohne Kalender ist eine Person unbekannt, nie frei.',
    chats:
      'Slack und Microsoft Teams werden durch Einträge in der Datei .env verbunden: die mit SLACK_ oder TEAMS_ am Anfang in .env.example. Andere Chats lassen sich noch nicht verbinden.',
    video:
      'Videoräume kann Parley noch nicht anlegen. Was heute geht: Geben Sie den Videolink einmal auf der Karte einer Anfrage an, dann gilt er weiter für die Stelle oder den Kunden.',
    files: 'Bewerber, Kontakte und Stellen werden als CSV-Dateien eingelesen.',
    cannot: (written) => `„${written}“ kann ich nicht verbinden.`,
    today: 'Das lässt sich heute verbinden:',
    items: {
      mail: { label: 'E-Mail', detail: 'ein SMTP-Server, durch Einträge in der Datei .env' },
      calendars: { label: 'Kalender', detail: 'eine .ics-Datei je Person, auf der Seite Team' },
      records: { label: 'Datensätze', detail: 'CSV-Dateien mit Bewerbern, Kontakten und Stellen' },
    },
    pages: { mailbox: 'Postfach', team: 'Seite Team', importing: 'Datei einlesen' },
  },
  home: {
    calendar: 'Ihr Kalender',
    knownUntil: (day) => `Bekannt bis ${day}`,
    calendarUnknown: 'Nicht bekannt, daher frage ich Sie nach Zeiten',
    connected: 'Verbunden',
    notConnected: 'Nicht mehr verbunden',
    mail: 'E-Mail',
    mailKept: 'Bleibt auf der Seite Postfach, wird nicht gesendet',
    mailSent: 'Wird von Ihrem Mailserver gesendet',
    you: (name, zone) => `${name}, Zeiten in ${zone}`,
    allRequests: 'Alle Anfragen',
  },
  strangers: {
    who: (name, surface) =>
      `${name} hat mir in ${surface} geschrieben. Im Team hat niemand diese Adresse, daher habe ich nicht geantwortet. Wer ist das?`,
    sayWho: 'Sagen, wer das ist',
    thisIs: 'Das ist',
    colleague: (position) => `Neu im Team: ${position}`,
    roles: {
      recruiter: 'Recruiter',
      coordinator: 'Koordination',
      hiringManager: 'Hiring Manager',
      interviewer: 'Interviewer',
      admin: 'Admin',
    },
    nobody: 'Niemand von uns',
    onlyAdmins: 'Nur Admins sagen, wer zum Team gehört, daher wurde nichts getan.',
    gone: 'Diese Person ist nicht mehr da.',
    choose: 'Bitte wählen Sie, wer das ist.',
    linked: (name, member, surface) => `${name} ist von jetzt an ${member} und kann mir in ${surface} schreiben.`,
    ignored: 'Gut. Ich antworte dort weiterhin nicht.',
    noAddressKnown: (email, agency, next) =>
      `Bei ${agency} kenne ich niemanden mit der Adresse ${email}, daher habe ich nichts getan. ${next} Schreiben Sie danach bitte noch einmal.`,
    cannotTell: (agency, next) =>
      `Ich kann nicht sagen, wer Sie bei ${agency} sind, daher habe ich nichts getan. ${next} Schreiben Sie danach bitte noch einmal.`,
    asked: (name) => `Ich habe ${name} gefragt, wer Sie sind.`,
    adminCanAdd: 'Ein Admin kann Sie unter Team hinzufügen.',
    thisAgency: 'dieser Agentur',
    notKnown: 'Ich kenne Sie hier noch nicht, daher wurde nichts getan. Ein Admin kann Sie unter Team hinzufügen.',
  },
  slack: {
    back: 'Zurück zu Slack',
    add: 'Zu Slack hinzufügen',
    noWorkspace: 'Parley ist noch in keinem Workspace.',
    whenAnswers: 'Die Verbindung steht, sobald Slack antwortet.',
    adminCan: 'Ein Admin kann das tun.',
    onlyAdmin: 'Nur ein Admin kann Parley zu Slack hinzufügen.',
    addParley: 'Parley zu Slack hinzufügen',
    agreed: 'Slack hat zugestimmt. Drücken Sie den Knopf, um diesen Workspace mit Parley zu verbinden.',
    connect: 'Verbinden',
    elsewhere: (name) => `${name} ist schon mit einer anderen Agentur verbunden, daher wurde nichts geändert.`,
    connected: 'Verbunden',
    revoked: 'Nicht mehr verbunden',
    since: (day) => `seit ${day}`,
    addAgain: 'Fügen Sie Parley noch einmal zu Slack hinzu, um dort weiterzumachen.',
    ended: (surface, name, cause) =>
      `In ${surface} bei ${name} kann ich nicht mehr lesen und schreiben (${cause}). Was dort gesagt wird, erreicht mich nicht, und was ich dort zu sagen habe, wartet. Fügen Sie mich noch einmal zu ${surface} hinzu, um weiterzumachen.`,
  },
}
