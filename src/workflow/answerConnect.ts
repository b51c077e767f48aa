import { foldName } from '../domain/names.ts'
import type { Intent } from '../intents/intent.ts'
import type { SettingWords } from '../words/replyWords.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { reply } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import type { Composer } from './speech.ts'

type ConnectWish = Extract<Intent, { kind: 'connect' }>

type ConnectWords = SettingWords['connect']

const pageUrls: Readonly<Record<keyof ConnectWords['pages'], string>> = {
  mailbox: '/mailbox',
  team: '/team',
  importing: '/records/import',
}

/** By what people call their systems; the first that fits counts. What is not built is said as that. */
const connections: readonly {
  words: RegExp
  /** What can be done today, and how. */
  said: 'mail' | 'calendarFile' | 'calendars' | 'chats' | 'video' | 'files' | 'ats'
  page?: keyof ConnectWords['pages']
}[] = [
  { words: /\b(smtp|mail server|e ?mail|email|mail|gmail|outbox)\b/, said: 'mail', page: 'mailbox' },
  { words: /\b(ics|ical|icalendar|calendar file)\b/, said: 'calendarFile', page: 'team' },
  {
    words: /\b(calendars?|google|gcal|outlook|exchange|office ?365|microsoft 365|o365|caldav|icloud)\b/,
    said: 'calendars',
    page: 'team',
  },
  { words: /\b(slack|teams|whatsapp|telegram|discord|chat)\b/, said: 'chats' },
  { words: /\b(zoom|webex|meet|video|conferencing)\b/, said: 'video' },
  { words: /\b(csv|spreadsheet|excel|sheet|import)\b/, said: 'files', page: 'importing' },
  {
    words:
      /\b(ats|crm|greenhouse|lever|ashby|bullhorn|loxo|workable|smartrecruiters|vincere|recruitee|teamtailor|workday|icims|jobadder|recruit crm|manatal|merge|kombo)\b/,
    said: 'ats',
    page: 'importing',
  },
]

/** "Connect Slack": what can be connected today and how, and what cannot. Nothing is done. */
export async function answerConnect(deps: Deps, cause: Cause, talk: Conversation, wish: ConnectWish): Promise<void> {
  await reply(deps, cause, talk, connectDraft(wish.system))
}

function connectDraft(system: string | null): Composer {
  const said = foldName((system ?? '').slice(0, 200))
  const found = connections.find(({ words }) => words.test(said))
  return ({ words: { settings } }) => {
    const { connect } = settings
    const linkTo = (page: keyof ConnectWords['pages']) => ({ label: connect.pages[page], url: pageUrls[page] })
    if (found)
      return {
        parts: [
          { kind: 'text', text: connect[found.said] },
          ...(found.page ? [{ kind: 'links' as const, links: [linkTo(found.page)] }] : []),
        ],
        actions: [],
      }
    const items = [connect.items.mail, connect.items.calendars, connect.items.records]
    return {
      parts: [
        { kind: 'text', text: system ? connect.cannot(system) : connect.today },
        { kind: 'list', items: items.map(({ label, detail }) => ({ text: label, detail })) },
        { kind: 'links', links: [linkTo('team'), linkTo('importing')] },
      ],
      actions: [],
    }
  }
}
