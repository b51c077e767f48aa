import { forAll, type MailTemplates, type WordFacts } from '../mailWords.ts'

const role = (facts: WordFacts) => `${facts.job} at ${facts.company}`
const minute = 'It takes about a minute, and you need no account.'

export const englishTemplates: MailTemplates = {
  request: {
    candidate: {
      subject: (facts) => `Interview for ${role(facts)}: which times suit you?`,
      heading: (facts) => `When can you talk to ${facts.company}?`,
      opening: (facts) =>
        `${facts.company} would like to meet you for the position ${facts.job}. Please tell us which times suit you. ${minute}`,
    },
    client: {
      subject: (facts) => `Interview with ${facts.candidate}, ${facts.job}: which times suit you?`,
      heading: (facts) => `When can you meet ${facts.candidate}?`,
      opening: (facts) =>
        `We would like to arrange an interview with ${facts.candidate} for the position ${facts.job}. Please tell us which times suit you. ${minute}`,
    },
    recruiter: {
      subject: (facts) => `Interview of ${facts.candidate}, ${facts.job}: which times suit you?`,
      heading: (facts) => `When can you join the interview of ${facts.candidate}?`,
      opening: (facts) =>
        `An interview of ${facts.candidate} for ${role(facts)} is being arranged. Please tell us which times suit you.`,
    },
  },
  askAnew: {
    candidate: {
      subject: (facts) => `New time needed: interview for ${role(facts)}`,
      heading: (facts) => `Which other times suit you for ${facts.company}?`,
      opening: (facts) =>
        `The interview with ${facts.company} needs a new time. Please tell us which times suit you now. ${minute}`,
    },
    client: {
      subject: (facts) => `New time needed: interview with ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Which other times suit you for ${facts.candidate}?`,
      opening: (facts) =>
        `The interview with ${facts.candidate} needs a new time. Please tell us which times suit you now. ${minute}`,
    },
    recruiter: {
      subject: (facts) => `New time needed: interview of ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Which other times suit you for the interview of ${facts.candidate}?`,
      opening: (facts) =>
        `The interview of ${facts.candidate} needs a new time. Please tell us which times suit you now.`,
    },
  },
  reminder: {
    candidate: {
      subject: (facts) => `Reminder: interview for ${role(facts)}`,
      heading: () => 'Which times suit you?',
      opening: (facts) =>
        `We have not heard from you yet about the interview with ${facts.company}. A few possible times are enough for us to go on.`,
    },
    client: {
      subject: (facts) => `Reminder: interview with ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `${facts.candidate} is waiting for a time`,
      opening: (facts) =>
        `We have not heard from you yet about the interview with ${facts.candidate}. A short answer is enough for us to go on.`,
    },
    recruiter: {
      subject: (facts) => `Reminder: interview of ${facts.candidate}, ${facts.job}`,
      heading: () => 'Which times suit you?',
      opening: (facts) => `Your answer about the interview of ${facts.candidate} is still missing.`,
    },
  },
  acknowledgement: forAll({
    subject: (facts) => `Thank you for your times: ${role(facts)}`,
    heading: () => 'Thank you, we have your times',
    opening: () =>
      'This is what you told us. You can change it until a time is agreed, and we write to you as soon as there is one.',
  }),
  choice: {
    candidate: {
      subject: (facts) => `Choose your interview time: ${role(facts)}`,
      heading: () => 'Choose the time that suits you best',
      opening: (facts) => `These times are possible for your interview with ${facts.company}. Please choose one.`,
    },
    client: {
      subject: (facts) => `Choose an interview time: ${facts.candidate}, ${facts.job}`,
      heading: () => 'Choose the time that suits you best',
      opening: (facts) => `These times are possible for the interview with ${facts.candidate}. Please choose one.`,
    },
    recruiter: {
      subject: (facts) => `Choose an interview time: ${facts.candidate}, ${facts.job}`,
      heading: () => 'Choose the time that suits best',
      opening: (facts) => `These times are possible for the interview of ${facts.candidate}.`,
    },
  },
  approval: {
    candidate: {
      subject: (facts) => `Please confirm: interview for ${role(facts)}`,
      heading: () => 'Does this time suit you?',
      opening: (facts) => `These times are possible for your interview with ${facts.company}. Please confirm one.`,
    },
    client: {
      subject: (facts) => `Please approve: interview with ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Approve a time with ${facts.candidate}`,
      opening: (facts) =>
        `These times suit ${facts.candidate}. Approve one, suggest others, or decline: the button opens a page where you decide.`,
    },
    recruiter: {
      subject: (facts) => `Please approve: interview of ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Approve a time for ${facts.candidate}`,
      opening: (facts) => `These times suit ${facts.candidate}. Approve one, suggest others, or decline.`,
    },
  },
  waiting: forAll({
    subject: (facts) => `Your interview is being arranged: ${role(facts)}`,
    heading: () => 'There is nothing you need to do now',
    opening: () => 'Thank you. We write to you as soon as the next step is clear.',
  }),
  nothingFits: {
    candidate: {
      subject: (facts) => `We need other times: interview for ${role(facts)}`,
      heading: () => 'Could you offer other times?',
      opening: (facts) =>
        `We do not have a time for your interview with ${facts.company} yet. Could you look again and offer some more times? Other days help most.`,
    },
    client: {
      subject: (facts) => `We need other times: interview with ${facts.candidate}, ${facts.job}`,
      heading: () => 'Could you offer other times?',
      opening: (facts) =>
        `We do not have a time for the interview with ${facts.candidate} yet. Could you look again and offer some more times? Other days help most.`,
    },
    recruiter: {
      subject: (facts) => `We need other times: interview of ${facts.candidate}, ${facts.job}`,
      heading: () => 'Could you offer other times?',
      opening: (facts) => `We do not have a time for the interview of ${facts.candidate} yet.`,
    },
  },
  dayOf: {
    candidate: {
      subject: (facts) => `Today: interview for ${role(facts)}`,
      heading: () => 'Your interview is today',
      opening: (facts) => `Today you meet ${facts.company}. Here is all you need.`,
    },
    client: {
      subject: (facts) => `Today: interview with ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Today you meet ${facts.candidate}`,
      opening: (facts) => `Your interview with ${facts.candidate} is today. Here is all you need.`,
    },
    recruiter: {
      subject: (facts) => `Today: interview of ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `The interview of ${facts.candidate} is today`,
      opening: (facts) => `${facts.candidate} and ${facts.company} meet today.`,
    },
  },
  timeKept: {
    candidate: {
      subject: (facts) => `The time stays: interview for ${role(facts)}`,
      heading: () => 'Your interview stays as it was',
      opening: (facts) =>
        `We asked you for other times. That is no longer needed: you meet ${facts.company} at the time you know. You need do nothing.`,
    },
    client: {
      subject: (facts) => `The time stays: interview with ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `The interview with ${facts.candidate} stays as it was`,
      opening: (facts) =>
        `We asked you for other times. That is no longer needed: you meet ${facts.candidate} at the time you know. You need do nothing.`,
    },
    recruiter: {
      subject: (facts) => `The time stays: interview of ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `The interview of ${facts.candidate} stays as it was`,
      opening: (facts) => `${facts.candidate} and ${facts.company} meet at the time that stood before.`,
    },
  },
  closing: {
    candidate: {
      subject: (facts) => `No longer needed: interview for ${role(facts)}`,
      heading: () => 'We are no longer looking for a time',
      opening: (facts) =>
        `The interview with ${facts.company} is no longer being arranged. You need do nothing more, and the earlier links no longer work. Thank you for your time.`,
    },
    client: {
      subject: (facts) => `No longer needed: interview with ${facts.candidate}, ${facts.job}`,
      heading: () => 'We are no longer looking for a time',
      opening: (facts) =>
        `The interview with ${facts.candidate} is no longer being arranged. You need do nothing more, and the earlier links no longer work. Thank you for your time.`,
    },
    recruiter: {
      subject: (facts) => `No longer needed: interview of ${facts.candidate}, ${facts.job}`,
      heading: () => 'We are no longer looking for a time',
      opening: (facts) => `The interview of ${facts.candidate} is no longer being arranged.`,
    },
  },
  needsYou: forAll({
    subject: (facts) => `Parley needs you: ${facts.candidate}, ${role(facts)}`,
    heading: () => 'Something needs you',
    opening: () => 'While you were away, Parley came to a point where a person must decide. Open the chat to do so.',
  }),
  enteredForYou: forAll({
    subject: (facts) => `We noted your times: ${role(facts)}`,
    heading: () => 'We noted these times for you',
    opening: (facts) =>
      `${facts.recruiter} entered these times on your behalf. If they are right, you need do nothing. If not, please change them.`,
  }),
  renewedLink: forAll({
    subject: (facts) => `Your new link: ${role(facts)}`,
    heading: () => 'Here is your new link',
    opening: () =>
      'You asked for a new link, because the earlier one had expired. This one takes you to the same page.',
  }),
  readBack: forAll({
    subject: (facts) => `Is this right? Interview for ${role(facts)}`,
    heading: () => 'Did we understand you?',
    opening: () =>
      'Thank you for your mail. A program has read it, and this is what it understood. Nothing is noted before you say that it is right.',
  }),
  notUnderstood: forAll({
    subject: (facts) => `Your answer: interview for ${role(facts)}`,
    heading: () => 'Please tell us on the page',
    opening: (facts) => `Thank you for your mail. ${facts.recruiter} can read it, but nothing has been noted yet.`,
  }),
  passedOn: forAll({
    subject: (facts) => `We have your mail: interview for ${role(facts)}`,
    heading: (facts) => `${facts.recruiter} has your mail`,
    opening: (facts) =>
      `Thank you for your mail. We have passed it on to ${facts.recruiter}. It changes nothing by itself; what you can change, you can change on your page.`,
  }),
  invitation: {
    candidate: {
      subject: (facts) => `Interview confirmed: ${role(facts)}`,
      heading: () => 'Your interview is confirmed',
      opening: (facts) => `Everybody has agreed: you meet ${facts.company} at this time.`,
    },
    client: {
      subject: (facts) => `Interview confirmed: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Your interview with ${facts.candidate} is confirmed`,
      opening: (facts) => `Everybody has agreed: you meet ${facts.candidate} at this time.`,
    },
    recruiter: {
      subject: (facts) => `Interview confirmed: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `The interview of ${facts.candidate} is confirmed`,
      opening: (facts) => `${facts.candidate} and ${facts.company} have agreed on this time.`,
    },
  },
  change: {
    candidate: {
      subject: (facts) => `Interview changed: ${role(facts)}`,
      heading: () => 'Your interview has changed',
      opening: (facts) => `The details of your interview with ${facts.company} are new. These are the ones that count.`,
    },
    client: {
      subject: (facts) => `Interview changed: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Your interview with ${facts.candidate} has changed`,
      opening: (facts) =>
        `The details of the interview with ${facts.candidate} are new. These are the ones that count.`,
    },
    recruiter: {
      subject: (facts) => `Interview changed: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `The interview of ${facts.candidate} has changed`,
      opening: (facts) => `The interview of ${facts.candidate} with ${facts.company} has new details.`,
    },
  },
  cancellation: {
    candidate: {
      subject: (facts) => `Interview cancelled: ${role(facts)}`,
      heading: () => 'Your interview is cancelled',
      opening: (facts) =>
        `The interview with ${facts.company} does not take place at this time. We are sorry for the change.`,
    },
    client: {
      subject: (facts) => `Interview cancelled: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Your interview with ${facts.candidate} is cancelled`,
      opening: (facts) =>
        `The interview with ${facts.candidate} does not take place at this time. We are sorry for the change.`,
    },
    recruiter: {
      subject: (facts) => `Interview cancelled: ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `The interview of ${facts.candidate} is cancelled`,
      opening: (facts) => `${facts.candidate} and ${facts.company} do not meet at this time.`,
    },
  },
  changed: {
    candidate: {
      subject: (facts) => `Changed: interview for ${role(facts)}`,
      heading: () => 'Something about your interview has changed',
      opening: (facts) =>
        `The interview with ${facts.company} is being arranged on other terms; this is how it stands now. Please look whether the times you give still suit.`,
    },
    client: {
      subject: (facts) => `Changed: interview with ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `The interview with ${facts.candidate} has changed`,
      opening: (facts) =>
        `The interview with ${facts.candidate} is being arranged on other terms; this is how it stands now. Please look whether the times you give still suit.`,
    },
    recruiter: {
      subject: (facts) => `Changed: interview of ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `The interview of ${facts.candidate} has changed`,
      opening: (facts) => `The interview of ${facts.candidate} is being arranged on other terms.`,
    },
  },
  released: {
    candidate: {
      subject: (facts) => `You are not needed: interview for ${role(facts)}`,
      heading: () => 'You need not take part',
      opening: (facts) => `The interview with ${facts.company} goes on without you. You need do nothing more.`,
    },
    client: {
      subject: (facts) => `You are not needed: interview with ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `The interview with ${facts.candidate} goes on without you`,
      opening: (facts) =>
        `We had asked you about the interview with ${facts.candidate}. It is now arranged with somebody else, so you need do nothing more. Thank you.`,
    },
    recruiter: {
      subject: (facts) => `You are not needed: interview of ${facts.candidate}, ${facts.job}`,
      heading: () => 'You need not take part',
      opening: (facts) => `The interview of ${facts.candidate} goes on without you.`,
    },
  },
  late: {
    candidate: {
      subject: (facts) => `Starts later: interview for ${role(facts)}`,
      heading: () => 'Your interview starts a little later',
      opening: () => 'Please join as planned and bear with us. Nothing else has changed, and you need do nothing.',
    },
    client: {
      subject: (facts) => `Starts later: interview with ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `The interview with ${facts.candidate} starts a little later`,
      opening: () => 'Please join as planned and bear with us. Nothing else has changed, and you need do nothing.',
    },
    recruiter: {
      subject: (facts) => `Starts later: interview of ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `The interview of ${facts.candidate} starts a little later`,
      opening: () => 'Nothing else about it has changed.',
    },
  },
  feedback: {
    candidate: {
      subject: (facts) => `How was your interview for ${role(facts)}?`,
      heading: (facts) => `How was the interview with ${facts.company}?`,
      opening: (facts) => `You met ${facts.company}. How was it? A few words are enough: just reply to this mail.`,
    },
    client: {
      subject: (facts) => `Your feedback please: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `How was ${facts.candidate}?`,
      opening: (facts) =>
        `You met ${facts.candidate} for the position ${facts.job}. What is your impression, and shall we go on? A few words are enough: just reply to this mail.`,
    },
    recruiter: {
      subject: (facts) => `Your feedback please: ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `How was ${facts.candidate}?`,
      opening: (facts) => `You met ${facts.candidate}. What is your impression? Just reply to this mail.`,
    },
  },
}
