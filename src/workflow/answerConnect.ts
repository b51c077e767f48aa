import type { AtsSystem } from '../ats/connector.ts'
import type { DraftMessage, MessagePart } from '../bot/message.ts'
import { type Connection, connectionStateWords } from '../domain/connection.ts'
import { foldName } from '../domain/names.ts'
import { isAdmin } from '../domain/roles.ts'
import type { Intent } from '../intents/intent.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { listVisible } from './readConnections.ts'
import { replyInTx } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'

// Takes:   "connect Greenhouse", "which integrations are there".
// Reads:   the systems that can be connected, and the connections that the member may see.
// Writes:  nothing: keys are entered on a page, never in a chat.
// Effects: the answer, with the link to the page.
// Refuses when: never; what cannot be connected is said as that.

type ConnectWish = Extract<Intent, { kind: 'connect' }>

interface OtherWay {
  words: RegExp
  /** What can be done today, and how. */
  sentence: string
  link?: { label: string; url: string }
}

const importPage = { label: 'Import a file', url: '/records/import' }
const integrations = { label: 'Integrations', url: '/integrations' }

/** By what people call their systems; the first that fits counts. What is not built is said as that. */
const otherWays: readonly OtherWay[] = [
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
    words: /\b(slack|teams)\b/,
    sentence:
      'Slack and Microsoft Teams are connected by settings in the .env file: those that begin with SLACK_ or TEAMS_ in .env.example. Then start Parley again.',
  },
  {
    words: /\b(whatsapp|telegram|discord|chat)\b/,
    sentence: 'Parley can be talked to here, in Slack and in Microsoft Teams; other chats cannot be connected yet.',
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
]
/** Systems that people have and that are not here by themselves. */
const atsWords =
  /\b(ats|crm|applicant|bullhorn|vincere|recruitee|teamtailor|jobadder|manatal|merge|kombo|personio|taleo|successfactors|hubspot|salesforce)\b/

/** What can be connected and how it stands with what is; nothing is done. */
export async function answerConnect(deps: Deps, cause: Cause, talk: Conversation, wish: ConnectWish): Promise<void> {
  await replyInTx(deps, cause, talk, async (tx) => {
    const member = await tx.get('members', talk.memberId)
    const connections = member ? await listVisible(tx, member) : []
    return connectDraft(wish.system, {
      systems: deps.systems?.all ?? [],
      connections,
      mayShare: member !== null && isAdmin(member),
    })
  })
}

interface Known {
  systems: readonly AtsSystem[]
  connections: readonly Connection[]
  mayShare: boolean
}

function connectDraft(system: string | null, known: Known): DraftMessage {
  const said = foldName((system ?? '').slice(0, 200))
  const found = said === '' ? null : findSystem(known.systems, said)
  if (found) return systemDraft(found, known)
  const other = otherWays.find(({ words }) => words.test(said))
  if (other) return draft([text(other.sentence), ...links(other.link)])
  if (atsWords.test(said)) return otherAtsDraft(system ?? '', said, known)
  return overviewDraft(system, known)
}

/** "breezy", "zoho recruit" and "Recruit CRM" mean one system each; a word that two of them have means none. */
function findSystem(systems: readonly AtsSystem[], said: string): AtsSystem | null {
  const squeezed = said.replaceAll(' ', '')
  const whole = systems.filter(({ name, id }) =>
    [name, id].some((one) => squeezed.includes(foldName(one).replaceAll(' ', ''))),
  )
  if (whole[0]) return whole[0]
  const words = said.split(' ').filter((word) => word.length >= 4)
  const partly = systems.filter(({ name }) => words.includes(foldName(name).split(' ')[0] ?? ''))
  return partly.length === 1 ? (partly[0] ?? null) : null
}

function systemDraft(system: AtsSystem, { connections, mayShare }: Known): DraftMessage {
  const own = connections.filter((connection) => connection.system === system.id)
  const add = {
    label: own.length > 0 ? `Connect another ${system.name}` : `Connect ${system.name}`,
    url: `/integrations/add/${system.id}`,
  }
  if (own.length > 0) return draft([listOf(own), ...links(integrations, add)])
  const whom = mayShare
    ? 'for the whole organisation or for you alone'
    : 'for yourself; an admin can connect it for everybody'
  return draft([
    text(
      `${system.name} can be connected ${whom}. The page says where to find the key; please do not write it here. ${system.does}`,
    ),
    ...links(add, integrations),
  ])
}

function otherAtsDraft(system: string, said: string, { systems, connections }: Known): DraftMessage {
  const isAnyAts = /^(an? |my |our |the )*(ats|crm|applicant tracking systems?)$/.test(said)
  const names = systems.map(({ name }) => name).toSorted()
  const unified = systems.find(({ id }) => id === 'unified')
  const more = unified ? ` ${unified.name} brings about 70 more through one connection.` : ''
  const csv = ' Candidates, contacts and jobs of any system can be imported as CSV files.'
  const first = isAnyAts || names.length === 0 ? '' : `"${system}" is not in the list of its own. `
  const can =
    names.length === 0 ? 'No outside ATS can be connected here.' : `These can be connected: ${names.join(', ')}.`
  return draft([
    ...(connections.length > 0 ? [listOf(connections)] : []),
    text(`${first}${can}${more}${csv}`),
    ...links({ label: 'Add an ATS', url: '/integrations/add' }, importPage),
  ])
}

function overviewDraft(system: string | null, { systems, connections }: Known): DraftMessage {
  const more =
    systems.length > 0 ? `${systems.length} applicant tracking systems, on the page Integrations` : 'CSV files only'
  return draft([
    text(system ? `I cannot connect "${system}".` : 'This is what is connected, and what can be:'),
    ...(connections.length > 0 ? [listOf(connections)] : []),
    {
      kind: 'list',
      title: 'What can be connected',
      items: [
        { text: 'ATS', detail: more },
        { text: 'Mail', detail: 'an SMTP server, by settings in the .env file' },
        { text: 'Chats', detail: 'Slack and Microsoft Teams, by settings in the .env file' },
        { text: 'Calendars', detail: 'an .ics file per colleague, on the team page' },
        { text: 'Records', detail: 'CSV files of candidates, contacts and jobs' },
      ],
    },
    ...links(integrations, { label: 'Team', url: '/team' }, importPage),
  ])
}

/** Each connection with how it stands, and what is wrong in words. */
function listOf(connections: readonly Connection[]): MessagePart {
  return {
    kind: 'list',
    title: 'Connected',
    items: connections.map(({ name, state, problem, counts }) => ({
      text: name,
      detail:
        problem && state !== 'connected'
          ? `${connectionStateWords[state].label}: ${problem.sentence}`
          : `${connectionStateWords[state].label}, ${counts.candidates ?? 0} candidates`,
      url: '/integrations',
    })),
  }
}

const text = (said: string): MessagePart => ({ kind: 'text', text: said })
const links = (...given: readonly (OtherWay['link'] | undefined)[]): MessagePart[] => {
  const there = given.flatMap((one) => one ?? [])
  return there.length === 0 ? [] : [{ kind: 'links', links: there }]
}
const draft = (parts: MessagePart[]): DraftMessage => ({ parts, actions: [] })
