import type { MailTemplate } from '../domain/effect.ts'
import { type Language, languageOf } from '../domain/language.ts'
import type { PartyRole } from '../domain/party.ts'
import { englishChanges, germanChanges } from './changeWords.ts'

/** Calendar mails beside the templates. */
export type CalendarTemplate = 'invitation' | 'change' | 'cancellation'
export type Template = MailTemplate | CalendarTemplate

/** Which side of the table reads it: hiring manager and interviewers are addressed like a client. */
export type Side = 'candidate' | 'client' | 'recruiter'

export function sideOf(role: PartyRole): Side {
  if (role === 'candidate' || role === 'recruiter') return role
  return 'client'
}

/** The names that sentences are made of. */
export interface WordFacts {
  candidate: string
  job: string
  /** The client; in-house the company itself. */
  company: string
  agency: string
  recruiter: string
}

/** Subject without the time (added behind it), headline, and the opening paragraph that the recruiter may replace. */
interface TemplateWords {
  subject: (facts: WordFacts) => string
  heading: (facts: WordFacts) => string
  opening: (facts: WordFacts) => string
}
export type SideWords = Record<Side, TemplateWords>

interface MailWords {
  templates: Record<Template, SideWords>
  greeting: (name: string) => string
  button: {
    times: string
    changeTimes: string
    choose: string
    review: string
    look: string
    record: string
    manage: string
    confirm: string
  }
  label: {
    position: string
    candidate: string
    company: string
    with: string
    participants: string
    title: string
    duration: string
    format: string
    when: string
    now: string
    was: string
    cancelledTime: string
    join: string
    number: string
    address: string
    reason: string
    note: string
    days: string
    answerBy: string
    linkUntil: string
    yourTimes: string
    offers: string
  }
  format: {
    video: string
    phoneYouCall: (name: string) => string
    phoneCallsYou: (name: string) => string
    phoneBetween: (from: string, to: string) => string
    onsite: string
    follows: string
  }
  waitsFor: Record<'otherSide' | 'approval' | 'details', (facts: WordFacts & { side: Side }) => string>
  ifNeedBe: string
  noTimes: string
  allTimesIn: (zone: string) => string
  inBrackets: (zone: string) => string
  more: (count: number) => string
  count: (count: number, first: string) => string
  until: (first: string, last: string) => string
  calendarHint: Record<'REQUEST' | 'CANCEL', string>
  noneSuits: string
  /** While a program reads the answers. */
  orAnswer: Record<'times' | 'choice', string>
  understoodNo: string
  ifNotRight: string
  unclear: Record<'words' | 'busy' | 'none' | 'short', string>
  stopReminders: string
  privateLink: string
  regards: string
  assistant: (agency: string) => string
  human: (recruiter: string, phone: string | null) => string
  /** While a program reads the answers first. */
  humanAfterProgram: (recruiter: string, email: string, phone: string | null) => string
  addressHint: string
}

function counted(locale: Language, count: number, forms: { one: string; other: string }): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other
  return form.replace('#', new Intl.NumberFormat(locale).format(count))
}

/** The same words for both sides but the recruiter's, which name the candidate. */
function forAll(words: TemplateWords): SideWords {
  return { candidate: words, client: words, recruiter: words }
}

const role = {
  en: (facts: WordFacts) => `${facts.job} at ${facts.company}`,
  de: (facts: WordFacts) => `${facts.job} bei ${facts.company}`,
}

function english(): MailWords {
  const minute = 'It takes about a minute, and you need no account.'
  return {
    templates: {
      ...englishChanges(role.en),
      request: {
        candidate: {
          subject: (facts) => `Interview for ${role.en(facts)}: which times suit you?`,
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
            `An interview of ${facts.candidate} for ${role.en(facts)} is being arranged. Please tell us which times suit you.`,
        },
      },
      askAnew: {
        candidate: {
          subject: (facts) => `New time needed: interview for ${role.en(facts)}`,
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
          subject: (facts) => `Reminder: interview for ${role.en(facts)}`,
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
        subject: (facts) => `Thank you for your times: ${role.en(facts)}`,
        heading: () => 'Thank you, we have your times',
        opening: () =>
          'This is what you told us. You can change it until a time is agreed, and we write to you as soon as there is one.',
      }),
      choice: {
        candidate: {
          subject: (facts) => `Choose your interview time: ${role.en(facts)}`,
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
          subject: (facts) => `Please confirm: interview for ${role.en(facts)}`,
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
        subject: (facts) => `Your interview is being arranged: ${role.en(facts)}`,
        heading: () => 'There is nothing you need to do now',
        opening: () => 'Thank you. We write to you as soon as the next step is clear.',
      }),
      nothingFits: {
        candidate: {
          subject: (facts) => `We need other times: interview for ${role.en(facts)}`,
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
          subject: (facts) => `Today: interview for ${role.en(facts)}`,
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
          subject: (facts) => `The time stays: interview for ${role.en(facts)}`,
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
          subject: (facts) => `No longer needed: interview for ${role.en(facts)}`,
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
        subject: (facts) => `Parley needs you: ${facts.candidate}, ${role.en(facts)}`,
        heading: () => 'Something needs you',
        opening: () =>
          'While you were away, Parley came to a point where a person must decide. Open the chat to do so.',
      }),
      enteredForYou: forAll({
        subject: (facts) => `We noted your times: ${role.en(facts)}`,
        heading: () => 'We noted these times for you',
        opening: (facts) =>
          `${facts.recruiter} entered these times on your behalf. If they are right, you need do nothing. If not, please change them.`,
      }),
      renewedLink: forAll({
        subject: (facts) => `Your new link: ${role.en(facts)}`,
        heading: () => 'Here is your new link',
        opening: () =>
          'You asked for a new link, because the earlier one had expired. This one takes you to the same page.',
      }),
      readBack: forAll({
        subject: (facts) => `Is this right? Interview for ${role.en(facts)}`,
        heading: () => 'Did we understand you?',
        opening: () =>
          'Thank you for your mail. A program has read it, and this is what it understood. Nothing is noted before you say that it is right.',
      }),
      notUnderstood: forAll({
        subject: (facts) => `Your answer: interview for ${role.en(facts)}`,
        heading: () => 'Please tell us on the page',
        opening: (facts) => `Thank you for your mail. ${facts.recruiter} can read it, but nothing has been noted yet.`,
      }),
      passedOn: forAll({
        subject: (facts) => `We have your mail: interview for ${role.en(facts)}`,
        heading: (facts) => `${facts.recruiter} has your mail`,
        opening: (facts) =>
          `Thank you for your mail. We have passed it on to ${facts.recruiter}. It changes nothing by itself; what you can change, you can change on your page.`,
      }),
      invitation: {
        candidate: {
          subject: (facts) => `Interview confirmed: ${role.en(facts)}`,
          heading: () => 'Your interview is confirmed',
          opening: (facts) => `Everybody has agreed: you meet ${facts.company} at this time.`,
        },
        client: {
          subject: (facts) => `Interview confirmed: ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Your interview with ${facts.candidate} is confirmed`,
          opening: (facts) => `Everybody has agreed: you meet ${facts.candidate} at this time.`,
        },
        recruiter: {
          subject: (facts) => `Interview confirmed: ${facts.candidate}, ${role.en(facts)}`,
          heading: (facts) => `The interview of ${facts.candidate} is confirmed`,
          opening: (facts) => `${facts.candidate} and ${facts.company} have agreed on this time.`,
        },
      },
      change: {
        candidate: {
          subject: (facts) => `Interview changed: ${role.en(facts)}`,
          heading: () => 'Your interview has changed',
          opening: (facts) =>
            `The details of your interview with ${facts.company} are new. These are the ones that count.`,
        },
        client: {
          subject: (facts) => `Interview changed: ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Your interview with ${facts.candidate} has changed`,
          opening: (facts) =>
            `The details of the interview with ${facts.candidate} are new. These are the ones that count.`,
        },
        recruiter: {
          subject: (facts) => `Interview changed: ${facts.candidate}, ${role.en(facts)}`,
          heading: (facts) => `The interview of ${facts.candidate} has changed`,
          opening: (facts) => `The interview of ${facts.candidate} with ${facts.company} has new details.`,
        },
      },
      cancellation: {
        candidate: {
          subject: (facts) => `Interview cancelled: ${role.en(facts)}`,
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
          subject: (facts) => `Interview cancelled: ${facts.candidate}, ${role.en(facts)}`,
          heading: (facts) => `The interview of ${facts.candidate} is cancelled`,
          opening: (facts) => `${facts.candidate} and ${facts.company} do not meet at this time.`,
        },
      },
    },
    greeting: (name) => `Hello ${name},`,
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
}

function german(): MailWords {
  const minute = 'Es dauert etwa eine Minute, und Sie brauchen kein Konto.'
  return {
    templates: {
      ...germanChanges(role.de),
      request: {
        candidate: {
          subject: (facts) => `Gespräch für ${role.de(facts)}: Welche Zeiten passen Ihnen?`,
          heading: (facts) => `Wann können Sie mit ${facts.company} sprechen?`,
          opening: (facts) =>
            `${facts.company} möchte Sie für die Position ${facts.job} kennenlernen. Bitte nennen Sie uns Zeiten, die Ihnen passen. ${minute}`,
        },
        client: {
          subject: (facts) => `Gespräch mit ${facts.candidate}, ${facts.job}: Welche Zeiten passen Ihnen?`,
          heading: (facts) => `Wann passt Ihnen ein Gespräch mit ${facts.candidate}?`,
          opening: (facts) =>
            `Wir möchten ein Gespräch mit ${facts.candidate} für die Position ${facts.job} vereinbaren. Bitte nennen Sie uns Zeiten, die Ihnen passen. ${minute}`,
        },
        recruiter: {
          subject: (facts) => `Gespräch von ${facts.candidate}, ${facts.job}: Welche Zeiten passen Ihnen?`,
          heading: (facts) => `Wann können Sie beim Gespräch von ${facts.candidate} dabei sein?`,
          opening: (facts) =>
            `Für ${facts.candidate} wird ein Gespräch vereinbart (${role.de(facts)}). Bitte nennen Sie uns Zeiten, die Ihnen passen.`,
        },
      },
      askAnew: {
        candidate: {
          subject: (facts) => `Neuer Termin nötig: Gespräch für ${role.de(facts)}`,
          heading: (facts) => `Welche anderen Zeiten passen Ihnen für ${facts.company}?`,
          opening: (facts) =>
            `Für das Gespräch mit ${facts.company} suchen wir einen neuen Termin. Bitte nennen Sie uns Zeiten, die Ihnen jetzt passen. ${minute}`,
        },
        client: {
          subject: (facts) => `Neuer Termin nötig: Gespräch mit ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Welche anderen Zeiten passen Ihnen für ${facts.candidate}?`,
          opening: (facts) =>
            `Für das Gespräch mit ${facts.candidate} suchen wir einen neuen Termin. Bitte nennen Sie uns Zeiten, die Ihnen jetzt passen. ${minute}`,
        },
        recruiter: {
          subject: (facts) => `Neuer Termin nötig: Gespräch von ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Welche anderen Zeiten passen Ihnen für das Gespräch von ${facts.candidate}?`,
          opening: (facts) =>
            `Für das Gespräch von ${facts.candidate} suchen wir einen neuen Termin. Bitte nennen Sie uns Zeiten, die Ihnen jetzt passen.`,
        },
      },
      reminder: {
        candidate: {
          subject: (facts) => `Erinnerung: Gespräch für ${role.de(facts)}`,
          heading: () => 'Welche Zeiten passen Ihnen?',
          opening: (facts) =>
            `Zum Gespräch mit ${facts.company} fehlt uns noch Ihre Antwort. Schon wenige mögliche Zeiten helfen uns weiter.`,
        },
        client: {
          subject: (facts) => `Erinnerung: Gespräch mit ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `${facts.candidate} wartet auf einen Termin`,
          opening: (facts) =>
            `Zum Gespräch mit ${facts.candidate} fehlt uns noch Ihre Antwort. Eine kurze Rückmeldung hilft uns weiter.`,
        },
        recruiter: {
          subject: (facts) => `Erinnerung: Gespräch von ${facts.candidate}, ${facts.job}`,
          heading: () => 'Welche Zeiten passen Ihnen?',
          opening: (facts) => `Ihre Antwort zum Gespräch von ${facts.candidate} fehlt noch.`,
        },
      },
      acknowledgement: forAll({
        subject: (facts) => `Danke für Ihre Zeiten: ${role.de(facts)}`,
        heading: () => 'Danke, wir haben Ihre Zeiten',
        opening: () =>
          'Das haben Sie uns genannt. Sie können es ändern, bis ein Termin feststeht. Sobald es einen gibt, schreiben wir Ihnen.',
      }),
      choice: {
        candidate: {
          subject: (facts) => `Bitte Termin wählen: ${role.de(facts)}`,
          heading: () => 'Wählen Sie die Zeit, die Ihnen am besten passt',
          opening: (facts) => `Diese Zeiten sind für Ihr Gespräch mit ${facts.company} möglich. Bitte wählen Sie eine.`,
        },
        client: {
          subject: (facts) => `Bitte Termin wählen: ${facts.candidate}, ${facts.job}`,
          heading: () => 'Wählen Sie die Zeit, die Ihnen am besten passt',
          opening: (facts) =>
            `Diese Zeiten sind für das Gespräch mit ${facts.candidate} möglich. Bitte wählen Sie eine.`,
        },
        recruiter: {
          subject: (facts) => `Bitte Termin wählen: ${facts.candidate}, ${facts.job}`,
          heading: () => 'Wählen Sie die Zeit, die am besten passt',
          opening: (facts) => `Diese Zeiten sind für das Gespräch von ${facts.candidate} möglich.`,
        },
      },
      approval: {
        candidate: {
          subject: (facts) => `Bitte bestätigen: Gespräch für ${role.de(facts)}`,
          heading: () => 'Passt Ihnen diese Zeit?',
          opening: (facts) =>
            `Diese Zeiten sind für Ihr Gespräch mit ${facts.company} möglich. Bitte bestätigen Sie eine davon.`,
        },
        client: {
          subject: (facts) => `Bitte freigeben: Gespräch mit ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Geben Sie eine Zeit mit ${facts.candidate} frei`,
          opening: (facts) =>
            `Diese Zeiten passen ${facts.candidate}. Geben Sie eine frei, schlagen Sie andere vor oder lehnen Sie ab: Der Knopf öffnet eine Seite, auf der Sie entscheiden.`,
        },
        recruiter: {
          subject: (facts) => `Bitte freigeben: Gespräch von ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Geben Sie eine Zeit für ${facts.candidate} frei`,
          opening: (facts) =>
            `Diese Zeiten passen ${facts.candidate}. Geben Sie eine frei, schlagen Sie andere vor oder lehnen Sie ab.`,
        },
      },
      waiting: forAll({
        subject: (facts) => `Ihr Gespräch wird vereinbart: ${role.de(facts)}`,
        heading: () => 'Im Moment ist nichts zu tun',
        opening: () => 'Vielen Dank. Wir schreiben Ihnen, sobald der nächste Schritt feststeht.',
      }),
      nothingFits: {
        candidate: {
          subject: (facts) => `Wir brauchen andere Zeiten: Gespräch für ${role.de(facts)}`,
          heading: () => 'Können Sie andere Zeiten anbieten?',
          opening: (facts) =>
            `Für Ihr Gespräch mit ${facts.company} gibt es noch keine gemeinsame Zeit. Können Sie noch einmal nachsehen und weitere Zeiten anbieten? Andere Tage helfen am meisten.`,
        },
        client: {
          subject: (facts) => `Wir brauchen andere Zeiten: Gespräch mit ${facts.candidate}, ${facts.job}`,
          heading: () => 'Können Sie andere Zeiten anbieten?',
          opening: (facts) =>
            `Für das Gespräch mit ${facts.candidate} gibt es noch keine gemeinsame Zeit. Können Sie noch einmal nachsehen und weitere Zeiten anbieten? Andere Tage helfen am meisten.`,
        },
        recruiter: {
          subject: (facts) => `Wir brauchen andere Zeiten: Gespräch von ${facts.candidate}, ${facts.job}`,
          heading: () => 'Können Sie andere Zeiten anbieten?',
          opening: (facts) => `Für das Gespräch von ${facts.candidate} gibt es noch keine gemeinsame Zeit.`,
        },
      },
      dayOf: {
        candidate: {
          subject: (facts) => `Heute: Gespräch für ${role.de(facts)}`,
          heading: () => 'Ihr Gespräch ist heute',
          opening: (facts) => `Heute sprechen Sie mit ${facts.company}. Hier ist alles, was Sie brauchen.`,
        },
        client: {
          subject: (facts) => `Heute: Gespräch mit ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Heute sprechen Sie mit ${facts.candidate}`,
          opening: (facts) => `Ihr Gespräch mit ${facts.candidate} ist heute. Hier ist alles, was Sie brauchen.`,
        },
        recruiter: {
          subject: (facts) => `Heute: Gespräch von ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Das Gespräch von ${facts.candidate} ist heute`,
          opening: (facts) => `${facts.candidate} und ${facts.company} sprechen heute miteinander.`,
        },
      },
      timeKept: {
        candidate: {
          subject: (facts) => `Es bleibt beim Termin: Gespräch für ${role.de(facts)}`,
          heading: () => 'Ihr Gespräch bleibt, wie es war',
          opening: (facts) =>
            `Wir hatten Sie nach anderen Zeiten gefragt. Das ist nicht mehr nötig: Sie sprechen mit ${facts.company} zur bekannten Zeit. Sie brauchen nichts zu tun.`,
        },
        client: {
          subject: (facts) => `Es bleibt beim Termin: Gespräch mit ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Das Gespräch mit ${facts.candidate} bleibt, wie es war`,
          opening: (facts) =>
            `Wir hatten Sie nach anderen Zeiten gefragt. Das ist nicht mehr nötig: Sie sprechen mit ${facts.candidate} zur bekannten Zeit. Sie brauchen nichts zu tun.`,
        },
        recruiter: {
          subject: (facts) => `Es bleibt beim Termin: Gespräch von ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Das Gespräch von ${facts.candidate} bleibt, wie es war`,
          opening: (facts) => `${facts.candidate} und ${facts.company} sprechen zur bisherigen Zeit miteinander.`,
        },
      },
      closing: {
        candidate: {
          subject: (facts) => `Nicht mehr nötig: Gespräch für ${role.de(facts)}`,
          heading: () => 'Wir suchen keinen Termin mehr',
          opening: (facts) =>
            `Das Gespräch mit ${facts.company} wird nicht weiter vereinbart. Sie brauchen nichts mehr zu tun, die früheren Links gelten nicht mehr. Vielen Dank für Ihre Zeit.`,
        },
        client: {
          subject: (facts) => `Nicht mehr nötig: Gespräch mit ${facts.candidate}, ${facts.job}`,
          heading: () => 'Wir suchen keinen Termin mehr',
          opening: (facts) =>
            `Das Gespräch mit ${facts.candidate} wird nicht weiter vereinbart. Sie brauchen nichts mehr zu tun, die früheren Links gelten nicht mehr. Vielen Dank für Ihre Zeit.`,
        },
        recruiter: {
          subject: (facts) => `Nicht mehr nötig: Gespräch von ${facts.candidate}, ${facts.job}`,
          heading: () => 'Wir suchen keinen Termin mehr',
          opening: (facts) => `Das Gespräch von ${facts.candidate} wird nicht weiter vereinbart.`,
        },
      },
      needsYou: forAll({
        subject: (facts) => `Parley braucht Sie: ${facts.candidate}, ${role.de(facts)}`,
        heading: () => 'Etwas braucht Ihre Entscheidung',
        opening: () =>
          'Während Sie weg waren, ist Parley an einen Punkt gekommen, an dem ein Mensch entscheiden muss. Öffnen Sie dazu den Chat.',
      }),
      enteredForYou: forAll({
        subject: (facts) => `Wir haben Ihre Zeiten notiert: ${role.de(facts)}`,
        heading: () => 'Wir haben diese Zeiten für Sie notiert',
        opening: (facts) =>
          `${facts.recruiter} hat diese Zeiten für Sie eingetragen. Stimmen sie, brauchen Sie nichts zu tun. Wenn nicht, ändern Sie sie bitte.`,
      }),
      renewedLink: forAll({
        subject: (facts) => `Ihr neuer Link: ${role.de(facts)}`,
        heading: () => 'Hier ist Ihr neuer Link',
        opening: () =>
          'Sie haben einen neuen Link angefordert, weil der frühere abgelaufen war. Er führt zu derselben Seite.',
      }),
      readBack: forAll({
        subject: (facts) => `Stimmt das? Gespräch für ${role.de(facts)}`,
        heading: () => 'Haben wir Sie richtig verstanden?',
        opening: () =>
          'Vielen Dank für Ihre Mail. Ein Programm hat sie gelesen und dies verstanden. Notiert wird erst etwas, wenn Sie sagen, dass es stimmt.',
      }),
      notUnderstood: forAll({
        subject: (facts) => `Ihre Antwort: Gespräch für ${role.de(facts)}`,
        heading: () => 'Bitte sagen Sie es uns auf der Seite',
        opening: (facts) =>
          `Vielen Dank für Ihre Mail. ${facts.recruiter} kann sie lesen, aber notiert ist noch nichts.`,
      }),
      passedOn: forAll({
        subject: (facts) => `Wir haben Ihre Mail: Gespräch für ${role.de(facts)}`,
        heading: (facts) => `${facts.recruiter} hat Ihre Mail`,
        opening: (facts) =>
          `Vielen Dank für Ihre Mail. Wir haben sie an ${facts.recruiter} weitergegeben. Von selbst ändert sie nichts; was Sie ändern können, ändern Sie auf Ihrer Seite.`,
      }),
      invitation: {
        candidate: {
          subject: (facts) => `Gespräch bestätigt: ${role.de(facts)}`,
          heading: () => 'Ihr Gespräch ist bestätigt',
          opening: (facts) => `Alle haben zugesagt: Sie sprechen zu dieser Zeit mit ${facts.company}.`,
        },
        client: {
          subject: (facts) => `Gespräch bestätigt: ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Ihr Gespräch mit ${facts.candidate} ist bestätigt`,
          opening: (facts) => `Alle haben zugesagt: Sie sprechen zu dieser Zeit mit ${facts.candidate}.`,
        },
        recruiter: {
          subject: (facts) => `Gespräch bestätigt: ${facts.candidate}, ${role.de(facts)}`,
          heading: (facts) => `Das Gespräch von ${facts.candidate} ist bestätigt`,
          opening: (facts) => `${facts.candidate} und ${facts.company} haben dieser Zeit zugestimmt.`,
        },
      },
      change: {
        candidate: {
          subject: (facts) => `Gespräch geändert: ${role.de(facts)}`,
          heading: () => 'Ihr Gespräch hat sich geändert',
          opening: (facts) => `Für Ihr Gespräch mit ${facts.company} gibt es neue Angaben. Es gelten diese:`,
        },
        client: {
          subject: (facts) => `Gespräch geändert: ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Ihr Gespräch mit ${facts.candidate} hat sich geändert`,
          opening: (facts) => `Für das Gespräch mit ${facts.candidate} gibt es neue Angaben. Es gelten diese:`,
        },
        recruiter: {
          subject: (facts) => `Gespräch geändert: ${facts.candidate}, ${role.de(facts)}`,
          heading: (facts) => `Das Gespräch von ${facts.candidate} hat sich geändert`,
          opening: (facts) => `Für das Gespräch von ${facts.candidate} mit ${facts.company} gibt es neue Angaben.`,
        },
      },
      cancellation: {
        candidate: {
          subject: (facts) => `Gespräch abgesagt: ${role.de(facts)}`,
          heading: () => 'Ihr Gespräch ist abgesagt',
          opening: (facts) =>
            `Das Gespräch mit ${facts.company} findet zu dieser Zeit nicht statt. Wir bitten um Verständnis.`,
        },
        client: {
          subject: (facts) => `Gespräch abgesagt: ${facts.candidate}, ${facts.job}`,
          heading: (facts) => `Ihr Gespräch mit ${facts.candidate} ist abgesagt`,
          opening: (facts) =>
            `Das Gespräch mit ${facts.candidate} findet zu dieser Zeit nicht statt. Wir bitten um Verständnis.`,
        },
        recruiter: {
          subject: (facts) => `Gespräch abgesagt: ${facts.candidate}, ${role.de(facts)}`,
          heading: (facts) => `Das Gespräch von ${facts.candidate} ist abgesagt`,
          opening: (facts) => `${facts.candidate} und ${facts.company} sprechen zu dieser Zeit nicht miteinander.`,
        },
      },
    },
    greeting: (name) => `Guten Tag ${name},`,
    button: {
      times: 'Meine Zeiten wählen',
      changeTimes: 'Meine Zeiten ändern',
      choose: 'Eine Zeit wählen',
      review: 'Ansehen und entscheiden',
      look: 'Den Stand ansehen',
      record: 'Datensatz öffnen',
      manage: 'Gespräch ansehen oder ändern',
      confirm: 'Ansehen und bestätigen',
    },
    label: {
      position: 'Position',
      candidate: 'Gespräch mit',
      company: 'Unternehmen',
      with: 'Sie treffen',
      participants: 'Es nehmen teil',
      title: 'Gespräch',
      duration: 'Dauer',
      format: 'Wie',
      when: 'Wann',
      now: 'Neue Zeit',
      was: 'Bisher',
      cancelledTime: 'Abgesagte Zeit',
      join: 'Hier teilnehmen',
      number: 'Rufnummer',
      address: 'Adresse',
      reason: 'Grund',
      note: 'Ihre Notiz',
      days: 'Mögliche Tage',
      answerBy: 'Bitte antworten bis',
      linkUntil: 'Link gültig bis',
      yourTimes: 'Ihre Zeiten',
      offers: 'Mögliche Zeiten',
    },
    format: {
      video: 'Videogespräch',
      phoneYouCall: (name) => `Telefon: Sie rufen ${name} an`,
      phoneCallsYou: (name) => `Telefon: ${name} ruft Sie an`,
      phoneBetween: (from, to) => `Telefon: ${from} ruft ${to} an`,
      onsite: 'Persönlich vor Ort',
      follows: 'Einzelheiten folgen',
    },
    waitsFor: {
      otherSide: (facts) =>
        `Wir warten noch auf die Zeiten von ${facts.side === 'candidate' ? facts.company : facts.candidate} und suchen dann eine, die allen passt.`,
      approval: (facts) =>
        facts.side === 'candidate'
          ? `${facts.company} entscheidet jetzt über die Zeit.`
          : `Wir warten jetzt auf die Entscheidung über die Zeit des Gesprächs mit ${facts.candidate}.`,
      details: () => 'Die Zeit steht fest. Wie Sie sich treffen, wird noch geklärt; die Einladung folgt.',
    },
    ifNeedBe: 'zur Not',
    noTimes: 'An keinem der gefragten Tage',
    allTimesIn: (zone) => `Alle Zeiten gelten in Ihrer Zeitzone: ${zone}.`,
    inBrackets: (zone) => `In Klammern: ${zone}.`,
    more: (count) => counted('de', count, { one: 'und # weitere Zeit', other: 'und # weitere Zeiten' }),
    count: (count, first) => `${counted('de', count, { one: '# Zeit', other: '# Zeiten' })}, erste ${first}`,
    until: (first, last) => `${first} bis ${last}`,
    calendarHint: {
      REQUEST:
        'Der Kalendereintrag liegt dieser Mail bei. Nehmen Sie ihn dort an oder öffnen Sie die angehängte Datei.',
      CANCEL: 'Diese Mail entfernt auch den Eintrag aus Ihrem Kalender.',
    },
    understoodNo: 'Verstanden haben wir: Sie können nicht teilnehmen.',
    ifNotRight:
      'Wenn das nicht stimmt, können Sie es auf derselben Seite berichtigen oder einfach noch einmal schreiben.',
    unclear: {
      words: 'Unser Programm war nicht sicher, welche Zeiten Sie meinen. Bitte wählen Sie sie auf der Seite.',
      busy: 'Verstanden haben wir, wann Sie nicht können. Bitte sagen Sie uns auf der Seite, wann es geht.',
      none: 'Verstanden haben wir, dass keine dieser Zeiten passt. Bitte bieten Sie auf der Seite andere an.',
      short:
        'Die Zeiten, die wir verstanden haben, sind zu kurz, zu bald oder außerhalb der Tage, um die es geht. Bitte wählen Sie auf der Seite andere.',
    },
    orAnswer: {
      times:
        'Oder antworten Sie mit eigenen Worten auf diese Mail, zum Beispiel: Dienstag 14 bis 16 Uhr oder Donnerstagvormittag.',
      choice: 'Oder antworten Sie mit eigenen Worten auf diese Mail, zum Beispiel: Der zweite passt.',
    },
    noneSuits: 'Keine davon passt? Auf derselben Seite können Sie andere Zeiten anbieten.',
    stopReminders:
      'Wenn Sie nicht mehr erinnert werden möchten, geht das unten auf dieser Seite. Abgesagt wird dadurch nichts.',
    privateLink: 'Der Link gilt nur für Sie: Bitte leiten Sie diese Mail nicht weiter.',
    regards: 'Freundliche Grüße',
    assistant: (agency) => `Diese Mail hat ein Software-Assistent von ${agency} gesendet.`,
    human: (recruiter, phone) =>
      `Einen Menschen erreichen Sie, indem Sie auf diese Mail antworten: ${recruiter} liest die Antwort${phone ? `. Oder rufen Sie an: ${phone}` : ''}.`,
    humanAfterProgram: (recruiter, email, phone) =>
      `Sie können auf diese Mail antworten: Ein Programm liest sie zuerst, und ${recruiter} sieht sie. Einen Menschen erreichen Sie direkt unter ${email}${phone ? ` oder ${phone}` : ''}.`,
    addressHint: 'Wenn der Knopf nicht geht, öffnen Sie diese Adresse:',
  }
}

const catalogue: Record<Language, MailWords> = { en: english(), de: german() }

/** All words of the mails in the reader's language. A key that one language lacks does not compile. */
export function mailWordsFor(locale: string): MailWords {
  return catalogue[languageOf(locale)]
}
