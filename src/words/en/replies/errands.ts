const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

/** What a recruiter has Parley do for a request: asking, reminding, links, times, stages, notes, feedback, who did not come. */
export const englishErrands = {
  nudge: {
    done: (names: string, title: string) => `Reminded ${names} about ${title}. The reminder carries a fresh link.`,
    answered: (names: string, others: string) =>
      `${names} has nothing to answer right now, so I reminded nobody. I am waiting for ${others}.`,
    button: (names: string) => `Nudge ${names}`,
    nobody: (name: string) => `Nobody has to answer for ${name} right now, so I reminded nobody.`,
    tooSoon: 'They were reminded less than an hour ago, so I did not write again.',
    oneStopped: (name: string) => `${name} asked for no reminders, so I did not write to ${name}. You decide.`,
    stopped: (names: string) => `${names} asked for no reminders, so I did not write to them. You decide.`,
  },
  ask: {
    nobody: (written: string) =>
      `I have no open request for "${written}", so I have asked nobody. "status" lists what is open.`,
    opens: (name: string) =>
      `No interview of ${name} is being arranged yet. A question for times says what for, so I open a request and ask ${name} first:`,
    agreed: (about: string) => `The time of ${about} is agreed. Asking for other times means to move it. Shall I?`,
    agreedAt: (about: string, when: string) =>
      `The time of ${about} is agreed: ${when}. Asking for other times means to move it. Shall I?`,
    fitsNobody: (about: string) => `Nobody of ${about} fits these words, so I have asked nobody.`,
    inChat: (names: string, count: number) =>
      `${names} ${verb(count, 'was', 'were')} asked in the chat, and I wait for the answer.`,
    goesOut: (names: string, when: string) => `The question to ${names} goes out ${when} by itself.`,
    haveGiven: (names: string, count: number) => `${names} ${verb(count, 'has', 'have')} given times already.`,
    declined: (names: string) => `${names} declined.`,
    laterTurn: (names: string) => `${names} would be asked after the other side.`,
    calendarRead: (names: string) => `I read the calendar of ${names}, so no question is needed.`,
    askNow: (names: string) => `Ask ${names} for times now`,
    askOthers: (names: string) => `Ask ${names} for other times`,
    shallI: (names: string, about: string) => `I understood: ask ${names} for times for ${about}. Shall I?`,
  },
  link: {
    closed: (title: string) => `${title} is closed, so its links lead to a closing page only. I made none.`,
    nobody: 'Nobody of this request has a page of their own yet, so there is no link to pass on.',
    one: (name: string, title: string) => `A link for ${name}, ${title}, is a press away.`,
    whose: 'Whose link do you want to pass on?',
    goesOn: 'Links mailed before go on working. "New link" on the card stops them all.',
    inChat: (names: string, count: number) =>
      `${names} ${verb(count, 'answers', 'answer')} here in the chat and ${verb(count, 'has', 'have')} no page, so there is no link to pass on.`,
    notAsked: (names: string, count: number) =>
      `${names} ${verb(count, 'has', 'have')} not been asked yet, so there is no link to pass on.`,
    join: (url: string) => `They join the interview at ${url}.`,
    shown: (name: string, url: string, days: string) =>
      `A link for ${name} to copy, shown this once: ${url} Whoever has it can answer as ${name}. It ends after ${days} days.`,
  },
  times: {
    nobodyWaits: (written: string, times: string) =>
      `I understood "${written}" can do ${times}, but no open request waits for them, so I have entered nothing.`,
    understood: (written: string) => `I understood these times for ${written}:`,
    copy: 'They get a copy by mail and can change them until a time is agreed.',
    enter: (name: string, person: string, job: string) => `Enter for ${name} (${person}, ${job})`,
    ownNotWanted: 'Nobody waits for times of yours here, so I have entered nothing.',
    own: (name: string) => `I understood these times of yours for meeting ${name}:`,
    send: 'Send these times',
    entered: (name: string) => `Entered for ${name}:`,
    them: 'them',
    noted: 'Noted, thank you. I understood:',
    changeable: 'It can be changed on the card until a time is agreed.',
  },
  slots: {
    nothingKnown: (names: string) => `I know no times of ${names} yet, so any time would be a guess. Nobody was asked.`,
    basis: (names: string, others: string, count: number) =>
      `${names} only; ${others} ${verb(count, 'is', 'are')} unknown, not free`,
    notIn: (written: string) => `"${written}" takes no part in this request, so I did not look.`,
    nothingFits: (about: string, basis: string) => `Nothing fits so far for ${about}, by ${basis}.`,
    fit: (about: string, basis: string) =>
      `These times fit ${about} so far, by ${basis}. Nobody was asked and nothing is held.`,
  },
  stage: {
    cannotWrite: 'Parley may not write stages into this ATS, so nothing was moved. Move it there yourself.',
    several: (written: string, count: number) => `"${written}" can be ${count} stages of this job.`,
    none: (written: string) => `This job has no stage called "${written}".`,
    whereTo: (who: string, stage: string) => `${who} is in "${stage}". Where to?`,
    isThere: (who: string, stage: string) => `${who} is in "${stage}" already, so nothing was moved.`,
    shallI: (who: string, stage: string, next: string) =>
      `I understood: move ${who} from "${stage}" to "${next}". Shall I?`,
    staysOpen: (title: string) => `${title} stays open until it is cancelled.`,
    button: (next: string) => `Move to ${next}`,
    moved: (who: string, stage: string, next: string) => `${who}: moved from "${stage}" to "${next}"`,
    beingWritten: (moved: string) => `${moved}: being written. I tell you when the ATS has it.`,
    inAts: (moved: string) => `${moved} in the ATS.`,
    movedByOthers: (stage: string) =>
      `The application was moved to "${stage}" by somebody else, so I left its stage alone.`,
  },
  noShow: {
    noInterview: (about: string) => `${about} has no interview, so nobody can have missed it.`,
    notYet: (name: string, when: string) =>
      `The interview of ${name} is only on ${when}, so nobody has missed it. "cancel ${name}" calls it off.`,
    who: (title: string, when: string) => `Who did not come to ${title} on ${when}?`,
    shallI: (names: string, title: string, when: string) =>
      `I understood: ${names} did not come to ${title}, ${when}. I note it in the ATS and close the request; nobody is written to. Shall I?`,
    button: (names: string) => `${names} did not come`,
    noted: (names: string) => `Noted: ${names} did not come to the interview.`,
    happened: (names: string) => `${names} did not come to the interview.`,
    closed: 'The request is closed.',
    anotherTime: 'Find another time',
  },
  feedback: {
    noInterview: (about: string) => `${about} has no interview yet, so there is nothing to ask about.`,
    notThere: (names: string, name: string, others: string) =>
      `${names} did not meet ${name}. ${others} did; nobody was asked.`,
    shallI: (names: string, name: string, when: string) =>
      `I understood: ask ${names} for feedback on ${name}, about the interview of ${when}. They answer by mail. Shall I?`,
    shallILater: (names: string, name: string, when: string) =>
      `I understood: ask ${names} for feedback on ${name}, when the interview is over, ${when}. They answer by mail. Shall I?`,
    button: (names: string) => `Ask ${names}`,
  },
  note: {
    what: (example: string) => `What shall I note? For example: ${example}`,
    cannotWrite: 'Parley may not write into this ATS, so nothing was noted.',
    noted: (who: string) => `Noted for ${who}:`,
    goesIn: (count: number) => `It goes into the ATS log in ${count} seconds; until then it can be undone.`,
  },
}
