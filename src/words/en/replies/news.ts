const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

/** What Parley tells by itself: of mails, calendars and links, of steps that failed, and of what members did. */
export const englishNews = {
  declined: (name: string) => `${name} declined, without a reason.`,
  declinedBecause: (name: string, cause: string) => `${name} declined: "${cause}".`,
  waitsForYou: (about: string) => `${about} waits for you: the card above has what you can do.`,
  goesOn: (about: string) => `${about} goes on with the other contacts.`,
  noCommonTime: (name: string, title: string) => `No common time for ${name}, ${title}.`,
  onlyAllowed: (times: string) => `You allowed only ${times}; say "any time" to lift that.`,
  /** Reasons that a mail or an invitation gives when nobody has given one. */
  reasons: {
    wishes: (name: string) => `${name} asked for another time.`,
    newTime: 'A new time is needed.',
    withoutYou: 'The interview takes place without you.',
  },
  remedy: {
    moreTimes: (name: string) => `${name} is asked for other times.`,
    standInAsked: (name: string, others: string) => `${name} is asked for times: ${name} or ${others} will do.`,
    standIn: (name: string, others: string) => `${name} or ${others} will do.`,
    without: (names: string) => `${names} no longer has to be there.`,
    hours: (from: string, to: string) => `The interview may now be from ${from} to ${to}.`,
    noNotice: 'No notice is needed any more.',
    notice: (count: number) => `${count} ${verb(count, 'hour', 'hours')} of notice are enough now.`,
    laterEnd: (day: string) => `The last possible day is now ${day}.`,
    shorter: (count: number) => `It now takes ${count} minutes.`,
    lookingAgain: 'I am looking for times again; the card shows what comes of it.',
    somebody: 'somebody',
  },
  reminders: {
    stopped: (name: string, about: string) =>
      `${name} does not want to be reminded about ${about}. I send no more reminders; the request goes on, and a call may help.`,
    stoppedPhone: (name: string, about: string, number: string) =>
      `${name} does not want to be reminded about ${about}. I send no more reminders; the request goes on, and a call may help (${number}).`,
    resume: 'Resume reminders',
  },
  links: {
    renewed: (name: string, when: string) =>
      `${name} has not answered, and the link in the mail expires ${when}. I am mailing a new one; this happens by itself once.`,
    expires: (name: string, person: string, title: string, when: string) =>
      `${name} has not answered for ${person}, ${title}, and the renewed link expires ${when}. It is your turn: a call may help.`,
    expiresPhone: (name: string, person: string, title: string, when: string, number: string) =>
      `${name} has not answered for ${person}, ${title}, and the renewed link expires ${when}. It is your turn: a call may help (${number}).`,
    soon: 'soon',
    fresh: (name: string) => `New link for ${name}`,
    cancel: 'Cancel the request',
    cancelConfirm: 'Everybody who was asked is told that it ends.',
  },
  passed: (name: string, keep: string) =>
    `The interview of ${name} was to be moved, but its time has passed. "${keep}" on the card says that they met; otherwise postpone or cancel it there.`,
  outage: {
    gap: (from: string, to: string) => `I was not running from ${from} to ${to}.`,
    late: (count: number) =>
      `${count} ${verb(count, 'step', 'steps')} fell into that time; what still makes sense is done now.`,
    nothingLate: 'Nothing that had to be sent fell into that time.',
    skipped: (count: number) =>
      `${count} ${verb(count, 'reminder', 'reminders')} came too late to make sense and ${verb(count, 'was', 'were')} skipped.`,
    briefing: 'The briefing of that time was left out.',
  },
  steps: {
    failed: (step: string, cause: string) => `${step} failed: ${cause}`,
    unknown: (step: string, cause: string) => `${step}: ${cause} Press to send it again if it did not arrive.`,
    stopped: 'We stopped while this mail was being handed over, so it may or may not have gone out.',
    tryAgain: 'Try again',
    what: {
      mail: 'A mail',
      cancellation: 'A cancellation',
      invitation: 'An invitation',
      atsInterview: 'Writing the interview into the ATS',
      atsStage: 'Moving the stage in the ATS',
      atsLog: 'Writing the ATS log',
      chat: 'A chat message',
      briefing: 'A briefing',
    },
  },
  mails: {
    noAddress: 'Somebody who gives no address',
    severalWriters: 'A mail with several writers',
    automatic: (name: string, about: string) => `${name}: an automatic answer about ${about}. I did nothing with it.`,
    stranger: (who: string, name: string, about: string) =>
      `${who} wrote to the address of ${name} for ${about}, and is not one of its people. I did nothing with it.`,
    unproven: (name: string, address: string, about: string) =>
      `A mail says it comes from ${name} (${address}), about ${about}, but our mail server found that it does not (DMARC). I did nothing with it. Please ask ${name}.`,
    unread: (name: string, about: string, cause: string) =>
      `${name} wrote about ${about}, but I could not read the mail: ${cause}. Please ask for it again, without attachments.`,
    trouble: {
      tooBig: 'it is larger than 10 MB',
      tooManyParts: 'it has more than 100 parts',
      unreadable: 'it is not built as mails are',
    },
    shown: (name: string, about: string) => `${name} wrote about ${about}. I only show it.`,
    wrote: (name: string, about: string) => `${name} wrote about ${about}.`,
    notAnswered: 'I did not answer: it would be one mail too many in a short time. Please look at it yourself.',
    understood: {
      windows: (name: string) =>
        `I understood the times below and asked ${name} by mail to confirm them; until then nothing is noted.`,
      select: (name: string) => `I understood a choice of the times below and asked ${name} by mail to confirm it.`,
      decline: (name: string) => `I understood that ${name} cannot take part, and asked by mail to confirm that.`,
      unclear: (name: string) => `Nothing is noted; I answered ${name} with the link to the page.`,
      passedOn: (name: string) =>
        `I did nothing with it, and answered that you see it and how ${name} can make changes.`,
    },
    serverTrouble: (name: string, address: string, about: string) =>
      `A mail server reports trouble with a mail to ${name} (${address}) about ${about}.`,
    cameBack: (name: string, address: string, about: string, advice: string) =>
      `The mail to ${name} at ${address} about ${about} came back. ${advice}`,
    serverSaid: (cause: string) => `The server said: ${cause}`,
    advice: {
      address: 'The address does not exist. Please ask for the right one and correct the record.',
      mailbox: 'The mailbox takes no mail, because it is full or switched off. Please write or call another way.',
      network: 'It could not be delivered for a long time, and is no longer tried.',
      policy:
        'The receiving side refuses our mails. Please write or call another way, and let whoever runs our mail look at it.',
      other: 'Please check the address, or write or call another way.',
    },
  },
  calendars: {
    stranger: (who: string, about: string) =>
      `${who} answered an invitation to ${about} that was not sent to them. I did nothing with it.`,
    unproven: (about: string, name: string) =>
      `An answer to the invitation to ${about} says it comes from ${name}, but our mail server found that it does not (DMARC). I did nothing with it. Please ask ${name}.`,
    answers: {
      accepted: (name: string, event: string) => `${name} accepted the invitation: ${event}.`,
      declined: (name: string, event: string) =>
        `${name} declined the invitation in the calendar. The interview still stands: ${event}.`,
      tentative: (name: string, event: string) => `${name} may come, and has not said yes for certain: ${event}.`,
      delegated: (name: string, event: string) =>
        `${name} wants to send somebody else. The interview stands as agreed: ${event}.`,
      open: (name: string, event: string) => `${name} has not decided yet: ${event}.`,
    },
    counter: (name: string, when: string, event: string) =>
      `${name} would rather meet at ${when} than as agreed: ${event}. Nothing has changed yet.`,
    counterUnclear: (name: string, event: string) =>
      `${name} would rather meet at another time than agreed: ${event}. Their calendar does not say clearly when. Nothing has changed yet.`,
    cancelInterview: 'Cancel the interview',
    askOthers: 'Ask the others about this time',
    askOthersConfirm: (name: string) =>
      `Everybody is asked for new times, and this one is noted for ${name}. The interview stands until a new time is agreed.`,
  },
  panel: {
    cannotCome: (name: string, about: string, job: string, when: string) =>
      `${name} cannot come to ${about} (${job}): ${when}. Can you take that seat?`,
    calendarUnread: 'I cannot read your calendar, so I do not know whether you are free then.',
    takeSeat: 'I take it',
    passSeat: 'I cannot',
    told: (name: string, about: string, when: string) => `${name} cannot come to ${about}, ${when}.`,
    toldBecause: (name: string, about: string, when: string, cause: string) =>
      `${name} cannot come to ${about}, ${when}: "${cause}".`,
    nobodyElse: 'I found nobody else on the job who could. The interview stands as it is.',
    askedAlready: (names: string, count: number) =>
      `${names} ${verb(count, 'has', 'have')} been asked already. The interview stands as it is until somebody takes the seat.`,
    asked: (names: string) =>
      `I have asked ${names} to take the seat. The interview stands as it is until somebody does.`,
    takesSeat: (name: string, other: string, about: string) =>
      `${name} takes the seat of ${other} in ${about}. Everybody gets the change in the same calendar entry.`,
    thanks: 'Thank you for telling me.',
    passed: (name: string, about: string) => `${name} cannot take the seat in ${about}.`,
    late: (name: string, late: string, about: string, when: string) =>
      `${name} is running about ${late} minutes late for ${about}, ${when}.`,
    lateNote: (name: string, late: string, about: string, when: string, remark: string) =>
      `${name} is running about ${late} minutes late for ${about}, ${when}: "${remark}"`,
    tell: (name: string) => `Tell ${name}`,
    reach: (name: string) => `Or call ${name}`,
    mailed: (names: string) => `I have written to ${names}.`,
    mailedEnough: (names: string) =>
      `${names} had three mails about delays of this interview already, so I have written none. Please call.`,
    toldOne: (name: string) => `I have told ${name}.`,
    toldAll: (name: string) => `I have told ${name} and your colleagues.`,
    delegated: (name: string, about: string, other: string) =>
      `${name} has passed ${about} on to ${other}, who is asked now.`,
  },
}
