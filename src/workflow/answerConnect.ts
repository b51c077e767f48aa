import type { DraftMessage } from '../bot/message.ts'
import { foldName } from '../domain/names.ts'
import type { Intent } from '../intents/intent.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { reply } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'

type ConnectWish = Extract<Intent, { kind: 'connect' }>

interface Connection {
  words: RegExp
  /** What can be done today, and how. */
  sentence: string
  link?: { label: string; url: string }
}

const importPage = { label: 'Import a file', url: '/records/import' }

/** By what people call their systems; the first that fits counts. What is not built is said as that. */
const connections: readonly Connection[] = [
  {
    words: /\b(smtp|mail server|e ?mail|email|mail|gmail|outbox)\b/,
    sentence:
      'Mail goes out through any SMTP server: set SMTP_URL, PARLEY_MAIL_FROM and PARLEY_PUBLIC_URL in the .env file and start Parley again. Until then mails are kept and shown in the mailbox.',
    link: { label: 'Mailbox', url: '/mailbox' },
  },
  {
    words: /\b(ics|ical|icalendar|calendar file)\b/,
    sentence: 'A calendar is imported as an .ics file, per colleague, on the team page.',
    link: { label: 'Team', url: '/team' },
  },
  {
    words: /\b(calendars?|google|gcal|outlook|exchange|office ?365|microsoft 365|o365|caldav|icloud)\b/,
    sentence:
      'Google, Microsoft and CalDAV calendars cannot be connected yet. What works today: a calendar is imported as an .ics file, per colleague, on the team page; without one a colleague is unknown, never free.',
    link: { label: 'Team', url: '/team' },
  },
  {
    words: /\b(slack|teams|whatsapp|telegram|discord|chat)\b/,
    sentence: 'Slack and Teams cannot be connected yet. What works today is this web chat.',
  },
  {
    words: /\b(zoom|webex|meet|video|conferencing)\b/,
    sentence:
      'Video rooms cannot be made by Parley yet. What works today: give the video link once on the card of a request, and it is kept for the job or the client.',
  },
  {
    words: /\b(csv|spreadsheet|excel|sheet|import)\b/,
    sentence: 'Candidates, contacts and jobs are imported as CSV files.',
    link: importPage,
  },
  {
    words:
      /\b(ats|crm|greenhouse|lever|ashby|bullhorn|loxo|workable|smartrecruiters|vincere|recruitee|teamtailor|workday|icims|jobadder|recruit crm|manatal|merge|kombo)\b/,
    sentence:
      'Another ATS cannot be connected yet. What works today: the built-in one, filled by CSV files of candidates, contacts and jobs.',
    link: importPage,
  },
]

/** "Connect Slack": what can be connected today and how, and what cannot. Nothing is done. */
export async function answerConnect(deps: Deps, cause: Cause, talk: Conversation, wish: ConnectWish): Promise<void> {
  await reply(deps, cause, talk, connectDraft(wish.system))
}

function connectDraft(system: string | null): DraftMessage {
  const said = foldName((system ?? '').slice(0, 200))
  const found = connections.find(({ words }) => words.test(said))
  if (found)
    return {
      parts: [
        { kind: 'text', text: found.sentence },
        ...(found.link ? [{ kind: 'links' as const, links: [found.link] }] : []),
      ],
      actions: [],
    }
  const first = system ? `I cannot connect "${system}".` : 'This is what can be connected today:'
  return {
    parts: [
      { kind: 'text', text: first },
      {
        kind: 'list',
        items: [
          { text: 'Mail', detail: 'an SMTP server, by settings in the .env file' },
          { text: 'Calendars', detail: 'an .ics file per colleague, on the team page' },
          { text: 'Records', detail: 'CSV files of candidates, contacts and jobs' },
        ],
      },
      {
        kind: 'links',
        links: [
          { label: 'Team', url: '/team' },
          { label: 'Import a file', url: '/records/import' },
        ],
      },
    ],
    actions: [],
  }
}
