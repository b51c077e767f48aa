import type { Member } from '../domain/settings.ts'
import { hintIn } from '../intents/hints.ts'
import type { TalkWords } from '../words/replyWords.ts'
import { type Composer, sentence } from './speech.ts'

/** Commands stand as they are typed, whatever the language around them: they are read in English. */
const helpItems: readonly { text: string; detail?: (help: TalkWords['help']) => string }[] = [
  { text: openingExample(), detail: (help) => help.opening('45 min, client first, next week, I will join') },
  {
    text: 'make it 45 minutes',
    detail: (help) => help.changing('by phone, only mornings, nothing on Fridays, add Jonas, without Jonas'),
  },
  {
    text: 'status',
    detail: (help) => help.board('status of Jane, what needs me, who are we waiting for, what is on Thursday'),
  },
  { text: 'Acme can do Tue 2-4 and Thu morning', detail: (help) => help.entering },
  {
    text: 'what would fit so far?',
    detail: (help) => help.asking('ask Jane for times, nudge Jane, the link for Jane'),
  },
  { text: 'approve option 2', detail: (help) => help.deciding('Acme declined', 'yes', 'no') },
  {
    text: 'reschedule Jane because Acme is travelling',
    detail: (help) => help.moving('postpone Jane to 1 December'),
  },
  { text: 'cancel Jane because the role is filled', detail: (help) => help.ending('undo') },
  {
    text: 'move Jane to Offer',
    detail: (help) => help.records('note for Jane: prefers remote, Jane did not show up, ask for feedback'),
  },
  { text: 'who is Jane?' },
  {
    text: 'briefing at 7:30',
    detail: (help) => help.briefings('briefing now, stop briefings, briefing 15 minutes before interviews'),
  },
  { text: 'settings', detail: (help) => help.settings('interviews take 45 minutes from now on') },
]

export function openingExample(): string {
  return 'schedule Jane with Acme for the Backend role'
}

export function helpDraft(greeted: Member | null): Composer {
  return ({ words: { talk } }) => ({
    parts: [
      { kind: 'text', text: greeted ? talk.hello(greeted.name) : talk.canDo },
      {
        kind: 'list',
        items: helpItems.map(({ text, detail }) => ({ text, ...(detail ? { detail: detail(talk.help) } : {}) })),
      },
    ],
    actions: [],
  })
}

/** `hint`: what the reader of the sentence said of it, in English. */
export function unknownDraft(hint: string | null): Composer {
  return unknownWith(({ words }) => (hint === null ? words.talk.notUnderstood : hintIn(words.talk, hint)))
}

/** The same with a first sentence of one's own. */
export function unknownWith(first: (speech: Parameters<Composer>[0]) => string): Composer {
  return sentence(
    ({ talk }, speech) => talk.tryThis(first(speech), openingExample(), 'who is Jane?', 'status'),
    ({ words }) => [{ kind: 'help', data: {}, label: words.talk.whatCanYouDo, style: 'normal' }],
  )
}
