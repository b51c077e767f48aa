import { counted } from '../counted.ts'
import type { MailWords } from '../mailWords.ts'
import { englishTemplates } from './mailTemplates.ts'

export const englishMails: MailWords = {
  templates: englishTemplates,
  greeting: (name) => `Hello ${name},`,
  colon: ': ',
  button: {
    times: 'Choose my times',
    changeTimes: 'Change my times',
    choose: 'Choose a time',
    review: 'Review and decide',
    look: 'See where things stand',
    record: 'Open the record',
    manage: 'View or change the interview',
    confirm: 'Look and confirm',
  },
  label: {
    position: 'Position',
    candidate: 'Candidate',
    company: 'Company',
    with: 'You meet',
    participants: 'Taking part',
    title: 'Interview',
    duration: 'Duration',
    format: 'How',
    when: 'When',
    now: 'New time',
    was: 'Before',
    cancelledTime: 'Cancelled time',
    join: 'Join here',
    number: 'Number to call',
    address: 'Address',
    reason: 'Reason',
    note: 'Your note',
    days: 'Possible days',
    answerBy: 'Please answer by',
    linkUntil: 'Link valid until',
    yourTimes: 'Your times',
    offers: 'Possible times',
  },
  format: {
    video: 'Video call',
    phoneYouCall: (name) => `Phone: you call ${name}`,
    phoneCallsYou: (name) => `Phone: ${name} calls you`,
    phoneBetween: (from, to) => `Phone: ${from} calls ${to}`,
    onsite: 'In person',
    follows: 'Details follow',
  },
  waitsFor: {
    otherSide: (facts) =>
      `We are waiting for the times of ${facts.side === 'candidate' ? facts.company : facts.candidate}, then we look for one that suits everybody.`,
    approval: (facts) =>
      facts.side === 'candidate'
        ? `${facts.company} is now deciding on the time.`
        : `We are now waiting for the decision on the time of the interview with ${facts.candidate}.`,
    details: () => 'The time is agreed. How you meet is being settled; the invitation follows.',
  },
  late: (name, delay) => `${name} is on the way and running about ${delay} late.`,
  ifNeedBe: 'if need be',
  noTimes: 'None of the days asked for',
  allTimesIn: (zone) => `All times are in your time zone: ${zone}.`,
  inBrackets: (zone) => `In brackets: ${zone}.`,
  more: (count) => counted('en', count, { one: 'and # more time', other: 'and # more times' }),
  count: (count, first) => `${counted('en', count, { one: '# time', other: '# times' })}, first ${first}`,
  until: (first, last) => `${first} to ${last}`,
  calendarHint: {
    REQUEST: 'The calendar entry comes with this mail. Accept it there, or open the attached file.',
    CANCEL: 'This mail also takes the entry out of your calendar.',
  },
  understoodNo: 'We understood: you cannot take part.',
  ifNotRight: 'If this is not right, you can correct it on the same page, or simply write again.',
  unclear: {
    words: 'Our program was not sure which times you mean. Please choose them on the page.',
    busy: 'We understood when you are not free. Please tell us on the page when you are.',
    none: 'We understood that none of these times suits you. Please offer others on the page.',
    short:
      'The times we understood are too short, too soon, or outside the days in question. Please choose others on the page.',
  },
  orAnswer: {
    times: 'Or answer this mail in your own words, for example: Tuesday 2 to 4 pm, or Thursday morning.',
    choice: 'Or answer this mail in your own words, for example: the second one works.',
  },
  noneSuits: 'None of them suits? On the same page you can offer other times.',
  stopReminders:
    'If you would rather not be reminded, you can stop reminders at the end of that page. Nothing is cancelled by it.',
  privateLink: 'The link is yours alone: please do not forward this mail.',
  regards: 'Kind regards',
  assistant: (agency) => `This mail was sent by a software assistant of ${agency}.`,
  human: (recruiter, phone) =>
    `To reach a human, reply to this mail: ${recruiter} reads the answer${phone ? `. Or call ${phone}` : ''}.`,
  humanAfterProgram: (recruiter, email, phone) =>
    `You can answer this mail: a program reads it first, and ${recruiter} sees it. To reach a human directly, write to ${email}${phone ? ` or call ${phone}` : ''}.`,
  addressHint: 'If the button does not work, open this address:',
}
