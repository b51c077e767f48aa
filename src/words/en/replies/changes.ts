const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

/** Changes of a request: what was understood of them, what they cause, and decisions on what is offered. */
export const englishChanges = {
  cancel: (about: string) => `I understood: cancel ${about}. Shall I?`,
  postpone: (about: string) => `I understood: postpone ${about}. Shall I?`,
  postponeFrom: (about: string, from: string) => `I understood: postpone ${about}, not before ${from}. Shall I?`,
  move: {
    plain: (about: string) => `I understood: reschedule ${about}. Shall I?`,
    on: (about: string, day: string) => `I understood: reschedule ${about} to ${day}. Shall I?`,
    between: (about: string, from: string, to: string) =>
      `I understood: reschedule ${about} to a day from ${from} to ${to}. Shall I?`,
    from: (about: string, from: string) => `I understood: reschedule ${about} to ${from} or later. Shall I?`,
    until: (about: string, to: string) => `I understood: reschedule ${about} to ${to} at the latest. Shall I?`,
    nothingStands: (name: string) =>
      `${name} has no confirmed interview yet, so there is nothing to move. "status of ${name}" shows where it stands.`,
  },
  closed: (title: string, state: string) => `${title} is ${state}, so nothing of it can be changed.`,
  nothingSaid:
    'I do not know what to change. I can change the length, how they meet, who takes part, and the days and hours.',
  changed: (about: string) => `Changed, ${about}. Nobody has been written to yet, so nobody is told:`,
  understood: (about: string) => `I understood, ${about}:`,
  changeIt: 'Change it',
  undoChange: 'Undo the change',
  anotherTime: (about: string) => `The time of ${about} is agreed, so another one has to be asked for. Shall I?`,
  needs: {
    video: (about: string) => `For ${about} I need the video link.`,
    phone: (about: string) => `For ${about} I need the number.`,
    onsite: (about: string) => `For ${about} I need the address.`,
  },
  allGetIt: 'Everybody who is invited gets the change.',
  busyThen: (name: string) => `${name} has something else in the calendar then.`,
  lines: {
    duration: (count: number, before: number) => `${count} minutes instead of ${before}`,
    joins: (names: string, count: number) => `${names} ${verb(count, 'takes', 'take')} part as well`,
    without: (names: string) => `without ${names}`,
    youJoin: 'you take part as well',
    youLeave: 'you do not take part',
    video: (url: string) => `by video, ${url}`,
    candidateCalls: (number: string) => `by phone, the candidate calls ${number}`,
    clientCalls: (number: string) => `by phone, the client calls ${number}`,
    onsite: (address: string) => `in person, ${address}`,
    follows: 'joining details follow',
    days: (from: string, to: string) => `from ${from} to ${to}`,
    only: (times: string) => `only ${times} (your time zone)`,
    anyTime: 'at any working time',
  },
  notes: {
    calendarUnknown: (name: string) => `The calendar of ${name} is unknown, not free.`,
    severalParts: 'It has several parts, so I do not know which one should take longer.',
    sameLength: (count: number) => `It takes ${count} minutes already.`,
    lengths: 'An interview takes 5 to 480 minutes.',
    sameMode: {
      video: 'They meet by video already.',
      phone: 'They meet by phone already.',
      onsite: 'They meet in person already.',
    },
    youAreIn: 'You take part already.',
    youAreOut: 'You do not take part anyway.',
    yourPartIsSet:
      'Whether you take part can be changed only until a time is agreed. You have a copy of the invitation.',
    isIn: (name: string) => `${name} takes part already.`,
    whichOne: (written: string, names: string) => `"${written}" can be ${names}; say which one.`,
    unknownAtClient: (written: string, client: string) =>
      `I know nobody called "${written}" at ${client}, so nobody was added.`,
    unknownColleague: (written: string) =>
      `I know nobody called "${written}" among the colleagues of this job, so nobody was added.`,
    iKnow: (names: string) => `I know ${names}.`,
    isNotIn: (written: string) => `"${written}" does not take part, so nobody was taken out.`,
    nobodyLeft: (names: string, name: string) =>
      `Without ${names} nobody would be left to meet ${name}. Name who takes part instead.`,
    nothingRestricted: 'Nothing restricts its times, so any time is possible already.',
    noRule: (written: string) =>
      `I cannot keep "${written}" as a rule of this request, so I did not take it into account.`,
    noHoursLeft: (written: string) => `"${written}" leaves no time of the day, so I left the hours.`,
    onlyDaysAndHours: (written: string) => `Of "${written}" I took only the days and hours.`,
    tooSoon: (day: string, hours: number, first: string) =>
      `${day} is too soon: with ${hours} hours of notice the first day is ${first}.`,
  },
  causes: {
    nobodyInvited: 'No invitation has gone out yet, so nobody is told now.',
    onlyInvited: (names: string, count: number) =>
      `${names} ${verb(count, 'gets', 'get')} an invitation; nobody else is written to.`,
    sameEntry: 'Everybody who is invited gets the change in the same calendar entry.',
    cancellation: (names: string, count: number) => `${names} ${verb(count, 'gets', 'get')} a cancellation.`,
    stands: 'The interview stands as it is until another time is agreed.',
    searchAnew: 'The times offered so far are taken back and I look again; whoever decides gets a new mail.',
    toldByMail: (names: string, count: number) =>
      `${names} ${verb(count, 'was asked already and is', 'were asked already and are')} told by mail.`,
    toldOfLeaving: (names: string, count: number) =>
      `${names} ${verb(count, 'was asked already and is', 'were asked already and are')} told that it goes on without them.`,
    asked: (names: string, count: number) => `${names} ${verb(count, 'is', 'are')} asked for times.`,
    nobodyTold: 'Nobody has to be told.',
    offeredUntil: (name: string, time: string) => `${name} offered times only until ${time}.`,
  },
  decision: {
    closed: (title: string, state: string) => `${title} is ${state}, so there is nothing to decide.`,
    notYours: 'You take no part in this request, so you cannot decide on it. Nothing was done.',
    candidateChooses: (name: string) => `${name} chooses among the times; nobody else can do that.`,
    notOffered: (about: string, state: string) => `No times of ${about} are offered for approval: it is ${state}.`,
    notApprover: (names: string) => `${names} approves this request, so you cannot. Nothing was done.`,
    noSuchOption: (options: string) => `There is no option ${options}. These are offered:`,
    whichTime: 'Which time? These are offered:',
    approve: (time: string, about: string) => `I understood: approve ${time} for ${about}. Shall I?`,
    approveFor: (time: string, about: string, names: string) =>
      `I understood: approve ${time} for ${about}, as the yes of ${names}. Shall I?`,
    approveTime: 'Approve this time',
    approveButton: 'Approve',
    booked: (name: string) => `The interview of ${name} is booked, so it cannot be declined any more, only cancelled.`,
    youDecline: (about: string) => `I understood: you decline ${about}. Shall I?`,
    declineButton: 'Decline the interview',
    oneDeclines: (name: string, about: string) =>
      `I understood: ${name} declines ${about}. It then waits for you, and whoever was asked is told only when you close it. Shall I?`,
    somebodyDeclines: (about: string) =>
      `I understood: somebody declines ${about}. It then waits for you, and whoever was asked is told only when you close it. Shall I?`,
    saysNo: (name: string) => `${name} says no`,
    reason: 'Reason',
  },
}
