/** Who somebody is and how the house works: set-up, defaults, briefings, connections, the page of one's own. */
export const englishSettings = {
  setUp: {
    yours: 'Your settings',
    welcome: 'Welcome to Parley',
    whoAreYou:
      'I arrange interviews between candidates and clients. Before the first mail goes out in your name, tell me who you are.',
    change: 'Change settings',
    begin: 'Set up',
    save: 'Save',
    agencyName: 'Agency or company name',
    agencyHint: 'Every mail carries it.',
    name: 'Your name',
    email: 'Your e-mail',
    emailHint: 'Answers go there.',
    phone: 'Your phone',
    phoneHint: 'In mails, for people who would rather call.',
    zone: 'Your time zone',
    zoneHint: 'For example Europe/Berlin.',
    dayStarts: 'Interviews from',
    dayEnds: 'Interviews until',
    locale: 'Language and formats',
    wrong: {
      agencyName: 'Give the name that stands on every mail.',
      name: 'Give your name, so that people know who asks.',
      email: 'Write your address like name@agency.com.',
      zone: 'This is not a time zone I know. Write it like Europe/Berlin or America/New_York.',
      clock: (example: string) => `Write the time like ${example}.`,
      tooShort: 'The day must end at least an hour after it starts.',
    },
  },
  defaults: {
    button: 'Scheduling defaults',
    numbers: {
      durationMinutes: { label: 'Length of an interview', hint: 'Minutes, 5 to 480' },
      screeningMinutes: { label: 'Length of a screening', hint: 'Minutes, 5 to 480' },
      noticeHours: { label: 'Notice', hint: 'Hours before the earliest interview, 0 to 336' },
      gapMinutes: { label: 'Time between two interviews of one person', hint: 'Minutes, 0 to 240' },
      windowDays: { label: 'How far ahead people are asked', hint: 'Days, 1 to 120' },
      offerCount: { label: 'Times offered at once', hint: '1 to 5' },
      moveCountMax: { label: 'How often guests may move an interview themselves', hint: '0 to 20' },
      changeCutoffHours: { label: 'Guests may change until', hint: 'Hours before the start, 0 to 168' },
    },
    weekdays: 'Days',
    weekdaysHint: (days: string) => `For example ${days}`,
    hours: {
      workday: 'A working day',
      morning: 'Morning',
      afternoon: 'Afternoon',
      evening: 'Evening',
      lunch: 'Lunch',
    },
    hoursHint: (hours: string) => `What it means when somebody writes it, for example ${hours}`,
    hoursWrong: (hours: string) => `Please write from when to when, for example ${hours}.`,
    grid: { label: 'Interviews start every', quarter: '15 minutes', half: '30 minutes', hour: 'hour' },
    order: {
      label: 'Who is asked first',
      both: 'both sides at once',
      candidateFirst: 'the candidate',
      clientFirst: 'the client',
    },
    quorum: {
      label: 'When a client has several contacts',
      all: 'all must agree',
      any: 'any one of them is enough',
    },
    ladder: {
      candidateAfter: 'Remind candidates after',
      candidateBefore: 'and before the last possible day',
      clientAfter: 'Remind clients after',
      clientBefore: 'and before the last possible day, clients',
    },
    ladderHint: 'Days, for example 1, 3; empty for none',
    accentColor: 'Colour of pages and mails',
    accentHint: (example: string) => `For example ${example}`,
    unusable: (hint: string) => `This value cannot be used. ${hint}`,
    lookAtExample: 'Please look at the example.',
    saved: 'Saved. New requests use these values; open ones keep theirs.',
  },
  place: {
    label: 'Where a request has its card',
    options: {
      asked: 'where it was asked',
      ownThread: 'a thread of its own in one channel',
      candidateChannel: 'a private channel for each candidate (Slack)',
    },
    channel: 'Which channel',
    channelHint: (example: string) =>
      `For threads of their own, for example ${example}. In Teams say “keep each request in its own thread here” in it.`,
    threadIn: (channel: string) => `a thread of its own in ${channel}`,
    whichChannel: (example: string) =>
      `Which channel? Say it with its name, for example “keep each request in its own thread in ${example}”.`,
    notAChannel: 'This conversation is no channel, so nothing was changed. Say it in the channel that you mean.',
    notFound: {
      none: (channel: string) =>
        `I find no channel called ${channel}, so nothing was changed. In Teams say it in the channel itself: “keep each request in its own thread here”.`,
      notInvited: (channel: string) =>
        `I am not in ${channel} yet, so nothing was changed. Invite me there and say it again.`,
    },
    onlyAdmins: 'Only an admin says where requests have their place, so nothing was changed.',
    changed: (place: string, before: string) =>
      `Requests have their card from now on here: ${place}. Before: ${before}. Those that are open stay where they are.`,
    fellBack: (why: string) =>
      `I could not give this request a place of its own, so it stays here. ${why} I say this once; every request stays where it was asked until that is different.`,
    there: (candidate: string, job: string, place: string) => `${candidate}, ${job}: I go on in ${place}.`,
    open: 'Open it there',
  },
  change: {
    value: {
      minutes: (count: number) => `${count} minutes`,
      hours: (count: number) => `${count} hours`,
      days: (count: number) => `${count} days`,
      times: (count: number) => `${count} times`,
    },
    range: {
      gapMinutes: '0 to 240 minutes',
      noticeHours: '0 to 336 hours',
      windowDays: '1 to 120 days',
      offerCount: '1 to 5',
      screeningMinutes: '5 to 480 minutes',
      durationMinutes: '5 to 480 minutes',
    },
    none: (written: string) =>
      `I have no setting for "${written}", so nothing was changed. These are the ones there are:`,
    outside: (label: string, limits: string) => `${label} can be ${limits}, so nothing was changed.`,
    same: (label: string, value: string) => `${label}: it is ${value} already.`,
    changed: (label: string, value: string, before: string) =>
      `${label}: ${value} from now on, ${before} before. Requests that are open keep theirs.`,
    changedHours: (label: string, value: string, before: string) =>
      `${label}: ${value} from now on, ${before} before. So times in words are read from here on.`,
  },
  briefings: {
    unknownMember: 'I do not know you any more, so I have done nothing.',
    noWorkingDay: 'No weekday is a working day in the settings, so no briefing will come.',
    daily: (clock: string, when: string) =>
      `Your briefing comes at ${clock} on working days, here in "Briefings" and by mail. The next one: ${when}. On a day without interviews and without anything waiting for you, none is sent.`,
    stopped: 'Your daily briefing has stopped.',
    shortStays: (count: number) => `The short one ${count} minutes before an interview you take part in still comes.`,
    endShort: '"no briefings before interviews" ends those for everybody.',
    comesBack: '"briefing now" shows your day, and "briefing at 8:00" brings it back.',
    onlyRecruiters:
      'Briefings before interviews are the same for everybody here, so only a recruiter changes them. I have done nothing.',
    noneBefore:
      'No more briefings before interviews, for everybody here. "briefing 30 minutes before interviews" brings them back.',
    before: (count: number) =>
      `Everybody here who takes part in an interview is briefed ${count} minutes before it. This holds for interviews that are booked or moved from now on; the others keep their time.`,
  },
  connect: {
    mail: 'Mail goes out through any SMTP server: set SMTP_URL, PARLEY_MAIL_FROM and PARLEY_PUBLIC_URL in the .env file and start Parley again. Until then mails are kept and shown in the mailbox.',
    calendarFile: 'A calendar is imported as an .ics file, per colleague, on the team page.',
    calendars:
      'Google, Microsoft and CalDAV calendars cannot be connected yet. What works today: a calendar is imported as an .ics file, per colleague, on the team page; without one a colleague is unknown, never free.',
    chats:
      'Slack and Microsoft Teams are connected by settings in the .env file: those that begin with SLACK_ or TEAMS_ in .env.example. Other chats cannot be connected yet.',
    video:
      'Video rooms cannot be made by Parley yet. What works today: give the video link once on the card of a request, and it is kept for the job or the client.',
    files: 'Candidates, contacts and jobs are imported as CSV files.',
    cannot: (written: string) => `I cannot connect "${written}".`,
    today: 'This is what can be connected today:',
    items: {
      mail: { label: 'Mail', detail: 'an SMTP server, by settings in the .env file' },
      calendars: { label: 'Calendars', detail: 'an .ics file per colleague, on the team page' },
      records: { label: 'Records', detail: 'CSV files of candidates, contacts and jobs' },
    },
    pages: { mailbox: 'Mailbox', team: 'Team', importing: 'Import a file' },
  },
  home: {
    calendar: 'Your calendar',
    knownUntil: (day: string) => `Known until ${day}`,
    calendarUnknown: 'Unknown, so I ask you for times',
    connected: 'Connected',
    notConnected: 'No longer connected',
    mail: 'Mail',
    mailKept: 'Kept on the page Mailbox, not sent',
    mailSent: 'Sent by your mail server',
    you: (name: string, zone: string) => `${name}, times in ${zone}`,
    allRequests: 'All requests',
  },
  strangers: {
    who: (name: string, surface: string) =>
      `${name} wrote to me in ${surface}. Nobody on the team has this address, so I have answered nothing. Who is it?`,
    sayWho: 'Say who it is',
    thisIs: 'This is',
    colleague: (position: string) => `A new colleague: ${position}`,
    roles: {
      recruiter: 'recruiter',
      coordinator: 'coordinator',
      hiringManager: 'hiring manager',
      interviewer: 'interviewer',
      admin: 'admin',
    },
    nobody: 'Nobody of ours',
    onlyAdmins: 'Only admins say who belongs to the team, so nothing was done.',
    gone: 'This person is no longer there.',
    choose: 'Choose who it is.',
    linked: (name: string, member: string, surface: string) =>
      `${name} is ${member} from now on, and can write to me in ${surface}.`,
    ignored: 'Good. I go on answering nothing there.',
    noAddressKnown: (email: string, agency: string, next: string) =>
      `I know nobody with the address ${email} at ${agency}, so I have done nothing. ${next} Then write again.`,
    cannotTell: (agency: string, next: string) =>
      `I cannot tell who you are at ${agency}, so I have done nothing. ${next} Then write again.`,
    asked: (name: string) => `I have asked ${name} to say who you are.`,
    adminCanAdd: 'An admin can add you under Team.',
    thisAgency: 'this agency',
    notKnown: 'I do not know you here yet, so nothing was done. An admin can add you under Team.',
  },
  slack: {
    back: 'Back to Slack',
    add: 'Add to Slack',
    noWorkspace: 'Parley is in no workspace yet.',
    whenAnswers: 'It is connected as soon as Slack answers.',
    adminCan: 'An admin can add it.',
    onlyAdmin: 'Only an admin can add Parley to Slack.',
    addParley: 'Add Parley to Slack',
    agreed: 'Slack has agreed. Press the button to connect this workspace with Parley.',
    connect: 'Connect',
    elsewhere: (name: string) => `${name} is connected with another agency already, so nothing was changed.`,
    connected: 'Connected',
    revoked: 'No longer connected',
    since: (day: string) => `since ${day}`,
    addAgain: 'Add Parley to Slack again to go on there.',
    ended: (surface: string, name: string, cause: string) =>
      `I can no longer read and write in ${surface} at ${name} (${cause}). What is said there does not reach me, and what I have to say there waits. Add me to ${surface} again to go on.`,
  },
}
