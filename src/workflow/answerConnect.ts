import type { AtsSystem } from '../ats/connector.ts'
import type { MessagePart } from '../bot/message.ts'
import type { Connection } from '../domain/connection.ts'
import { foldName } from '../domain/names.ts'
import { isAdmin } from '../domain/roles.ts'
import type { Intent } from '../intents/intent.ts'
import { failureSentence } from '../words/failureSentence.ts'
import type { SettingWords } from '../words/replyWords.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { listVisible } from './readConnections.ts'
import { replyInTx } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import type { Composer, Speech } from './speech.ts'

// Takes:   "connect Greenhouse", "which integrations are there".
// Reads:   the systems that can be connected, and the connections that the member may see.
// Writes:  nothing: keys are entered on a page, never in a chat.
// Effects: the answer, with the link to the page.
// Refuses when: never; what cannot be connected is said as that.

type ConnectWish = Extract<Intent, { kind: 'connect' }>

type ConnectWords = SettingWords['connect']

const pageUrls: Readonly<Record<keyof ConnectWords['pages'], string>> = {
  mailbox: '/mailbox',
  team: '/team',
  importing: '/records/import',
}

/** By what people call their systems; the first that fits counts. What is not built is said as that. */
const otherWays: readonly {
  words: RegExp
  /** What can be done today, and how. */
  said: 'mail' | 'calendarFile' | 'calendars' | 'chats' | 'video' | 'files'
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
]
/** Systems that people have and that are not here by themselves. */
const atsWords =
  /\b(ats|crm|applicant|bullhorn|vincere|recruitee|teamtailor|jobadder|manatal|merge|kombo|personio|taleo|successfactors|hubspot|salesforce)\b/
const anyAts = /^(an? |my |our |the )*(ats|crm|applicant tracking systems?)$/

/** What can be connected and how it stands with what is; nothing is done. */
export async function answerConnect(deps: Deps, cause: Cause, talk: Conversation, wish: ConnectWish): Promise<void> {
  await replyInTx(deps, cause, talk, async (tx) => {
    const member = await tx.get('members', talk.memberId)
    const connections = member ? await listVisible(tx, member) : []
    const known = { systems: deps.systems?.all ?? [], connections, mayShare: member !== null && isAdmin(member) }
    return connectDraft(wish.system, known)
  })
}

interface Known {
  systems: readonly AtsSystem[]
  connections: readonly Connection[]
  /** Whether the member may connect for everybody. */
  mayShare: boolean
}

function connectDraft(written: string | null, known: Known): Composer {
  const said = foldName((written ?? '').slice(0, 200))
  const system = said === '' ? null : findSystem(known.systems, said)
  const other = system ? undefined : otherWays.find(({ words }) => words.test(said))
  return (speech) => {
    const { connect } = speech.words.settings
    if (system) return { parts: systemParts(speech, system, known), actions: [] }
    if (other) {
      const link = other.page && { label: connect.pages[other.page], url: pageUrls[other.page] }
      return { parts: [text(connect[other.said]), ...links(link)], actions: [] }
    }
    const parts = atsWords.test(said)
      ? otherAtsParts(speech, anyAts.test(said) ? null : written, known)
      : overviewParts(speech, written, known)
    return { parts, actions: [] }
  }
}

/** "breezy", "zoho recruit" and "Recruit CRM" mean one system each; a word that two of them have means none. */
function findSystem(systems: readonly AtsSystem[], said: string): AtsSystem | null {
  const squeezed = said.replaceAll(' ', '')
  const whole = systems.find(({ name, id }) =>
    [name, id].some((one) => squeezed.includes(foldName(one).replaceAll(' ', ''))),
  )
  if (whole) return whole
  const words = said.split(' ').filter((word) => word.length >= 4)
  const partly = systems.filter(({ name }) => words.includes(foldName(name).split(' ')[0] ?? ''))
  return partly.length === 1 ? (partly[0] ?? null) : null
}

function systemParts(speech: Speech, system: AtsSystem, { connections, mayShare }: Known): MessagePart[] {
  const { asked } = speech.words.connections
  const { name, id, does } = system
  const url = `/integrations/add/${id}`
  const page = { label: asked.pages.integrations, url: '/integrations' }
  const own = connections.filter((connection) => connection.system === id)
  if (own.length > 0) return [listOf(speech, own), ...links(page, { label: asked.connectAnother(name), url })]
  const said = [mayShare ? asked.forAll(name) : asked.forMe(name), asked.noKeyHere]
  // What a system says of itself is English.
  if (speech.language === 'en') said.push(does)
  return [text(said.join(' ')), ...links({ label: asked.connect(name), url }, page)]
}

function otherAtsParts(speech: Speech, written: string | null, { systems, connections }: Known): MessagePart[] {
  const { connections: words, settings } = speech.words
  const { asked } = words
  const names = systems.map(({ name }) => name).toSorted()
  const unified = systems.find(({ id }) => id === 'unified')
  const said = [
    ...(written && names.length > 0 ? [asked.notListed(written)] : []),
    names.length === 0 ? asked.none : asked.these(speech.list(names)),
    ...(unified ? [asked.unified(unified.name)] : []),
    asked.files,
  ]
  return [
    ...(connections.length > 0 ? [listOf(speech, connections)] : []),
    text(said.join(' ')),
    ...links(
      { label: asked.pages.add, url: '/integrations/add' },
      { label: settings.connect.pages.importing, url: pageUrls.importing },
    ),
  ]
}

function overviewParts(speech: Speech, written: string | null, { systems, connections }: Known): MessagePart[] {
  const { connections: words, settings } = speech.words
  const { asked } = words
  const { connect } = settings
  const items = [connect.items.mail, asked.chats, connect.items.calendars, connect.items.records]
  const ats = systems.length > 0 ? [{ text: 'ATS', detail: asked.systems(systems.length) }] : []
  return [
    text(written ? connect.cannot(written) : connect.today),
    ...(connections.length > 0 ? [listOf(speech, connections)] : []),
    {
      kind: 'list',
      title: asked.possible,
      items: [...ats, ...items.map(({ label, detail }) => ({ text: label, detail }))],
    },
    ...links(
      { label: asked.pages.integrations, url: '/integrations' },
      { label: connect.pages.team, url: pageUrls.team },
      { label: connect.pages.importing, url: pageUrls.importing },
    ),
  ]
}

/** Each connection with how it stands, and what is wrong in words. */
function listOf(speech: Speech, connections: readonly Connection[]): MessagePart {
  const { states, stands, records, noRecords, asked } = speech.words.connections
  const items = connections.map(({ name, state, problem, counts }) => {
    const isWell = problem === null || state === 'connected'
    const held = counts.candidates ? records.candidates(counts.candidates) : noRecords
    const more = isWell ? held : failureSentence(speech.language, problem)
    return { text: name, detail: stands(states[state], more), url: '/integrations' }
  })
  return { kind: 'list', title: asked.listed, items }
}

const text = (said: string): MessagePart => ({ kind: 'text', text: said })
const links = (...given: readonly ({ label: string; url: string } | undefined)[]): MessagePart[] => {
  const there = given.flatMap((one) => one ?? [])
  return there.length === 0 ? [] : [{ kind: 'links', links: there }]
}
