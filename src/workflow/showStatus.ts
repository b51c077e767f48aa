import type { DraftMessage, MessagePart } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import type { Effect } from '../domain/effect.ts'
import { formatDate, formatRangeShort, isoDateOf } from '../domain/formatTime.ts'
import type { Interview } from '../domain/interview.ts'
import { linkLifeDays } from '../domain/link.ts'
import { joinNames, namesPerson } from '../domain/names.ts'
import { isClosed, type Request, stateWords } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { silentParties } from './nudge.ts'

// Takes:   "status" or "list": a filter, days, a client.
// Reads:   requests, interviews, failed effects, links.
// Writes:  nothing.
// Effects: none; the answer is the caller's message.
// Refuses when: there is nothing (it says so).

type Wanted = Omit<Extract<Intent, { kind: 'list' }>, 'kind'>
type Filter = Wanted['filter']

interface BoardRow {
  request: Request
  interview: Interview | undefined
  failed: readonly Effect[]
  hasExpiredLink: boolean
  /** Whom the next step waits for. */
  silent: readonly string[]
}

const rowCountMax = 200

/** Needs you / Waiting / Failed / Link expired / Booked, in this order; each row with what happens next. */
export async function showBoard(
  tx: Tx,
  wanted: Wanted,
  reader: { zone: string; locale: string },
  now: Date,
): Promise<DraftMessage> {
  const shown = (await readBoard(tx, now)).filter((row) => isShown(row, wanted.filter, reader.zone, now))
  const rows = shown.filter((row) => isOfClient(row, wanted.client) && isOnDays(row, wanted, reader.zone))
  if (rows.length === 0) return textDraft(emptySentence(wanted, reader))
  const groups: [string, (row: BoardRow) => boolean][] = [
    ['Needs you', (r) => needsYou(r, now)],
    ['Failed', (r) => r.failed.length > 0],
    ['Link expired', (r) => r.hasExpiredLink],
    ['Waiting for others', (r) => isWaiting(r.request)],
    ['Booked', (r) => r.request.state === 'confirmed'],
    ['Closed', (r) => isClosed(r.request.state)],
  ]
  const left = new Set(rows)
  const parts: MessagePart[] = []
  for (const [title, belongs] of groups) {
    const members = [...left].filter(belongs)
    for (const row of members) left.delete(row)
    if (members.length > 0)
      parts.push({
        kind: 'list',
        title: `${title} (${members.length})`,
        items: members.map((row) => itemOf(row, reader)),
      })
  }
  return {
    parts,
    actions: rows.slice(0, 8).map((row) => ({
      kind: 'showRequest',
      data: { requestId: row.request.id },
      label: `Show ${row.request.candidateName}`,
      style: 'normal',
    })),
  }
}

const emptyWords: Readonly<Record<Filter, string>> = {
  open: 'There are no open requests. Type "schedule NAME with CLIENT for the JOB role" to open one.',
  confirmed: 'No interviews are booked.',
  needsYou: 'Nothing needs you right now.',
  today: 'There are no interviews today.',
  all: 'There are no requests yet. Type "schedule NAME with CLIENT for the JOB role" to open one.',
  waiting: 'I am waiting for nobody right now.',
  unscheduled: 'Every open request has a time.',
}

function emptySentence({ filter, client, fromOn, toOn }: Wanted, { locale }: { locale: string }): string {
  if (!client && !fromOn && !toOn) return emptyWords[filter]
  const isOneDay = fromOn && fromOn === toOn
  const days = isOneDay
    ? [`on ${formatDate(fromOn, locale)}`]
    : [fromOn ? `from ${formatDate(fromOn, locale)}` : '', toOn ? `to ${formatDate(toOn, locale)}` : '']
  const words = [client ? `for ${client}` : '', ...days].filter(Boolean).join(' ')
  return `I find nothing ${words}. "status" lists what is open.`
}

function isOfClient({ request }: BoardRow, client: string | null | undefined): boolean {
  return !client || (request.clientName !== null && namesPerson(client, request.clientName))
}

/** With days asked for, only interviews on them count: a request without a time is on no day. */
function isOnDays({ interview }: BoardRow, { fromOn, toOn, filter }: Wanted, zone: string): boolean {
  if (!fromOn && !toOn) return true
  if (!interview) return filter === 'unscheduled' || filter === 'waiting'
  const on = isoDateOf(interview.startsAt, zone)
  return (!fromOn || on >= fromOn) && (!toOn || on <= toOn)
}

async function readBoard(tx: Tx, now: Date): Promise<BoardRow[]> {
  const requests = await tx.find('requests', { orderBy: [['createdAt', 'desc']], limit: rowCountMax })
  const ids = { in: requests.map((r) => r.id) }
  const interviews = await tx.find('interviews', { where: { requestId: ids, state: 'scheduled' } })
  const failed = await tx.find('effects', { where: { requestId: ids, state: { in: ['dead', 'asked'] } } })
  const links = await tx.find('links', { where: { requestId: ids } })
  const silent = await readSilent(tx, requests)
  return requests.map((request) => {
    const own = links.filter((l) => l.requestId === request.id)
    return {
      request,
      interview: interviews.find((i) => i.requestId === request.id),
      failed: failed.filter((e) => e.requestId === request.id),
      hasExpiredLink:
        !isClosed(request.state) &&
        request.state !== 'confirmed' &&
        own.length > 0 &&
        own.every((l) => l.expiresAt <= now),
      silent: silent.get(request.id) ?? [],
    }
  })
}

/** Names of those who have not answered, approved or chosen yet, by request; four questions to the store, however many requests. */
async function readSilent(tx: Tx, requests: readonly Request[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const waiting = requests.filter((r) => isWaiting(r))
  const own = { requestId: { in: waiting.map((r) => r.id) } }
  const [parties, seats, proposals, approvals] = await Promise.all([
    tx.find('parties', { where: own, orderBy: [['id', 'asc']] }),
    tx.find('seats', { where: own }),
    tx.find('proposals', { where: own }),
    tx.find('approvals', { where: own }),
  ])
  const namesOf = (request: Request): string[] => {
    const isOwn = (row: { requestId: Request['id'] }) => row.requestId === request.id
    const people = parties.filter(isOwn)
    if (people.length === 0) return []
    const offers = proposals.filter((p) => isOwn(p) && p.askRound === request.askRound)
    const facts = {
      request,
      parties: people,
      seats: seats.filter(isOwn),
      proposals: offers,
      approvals: approvals.filter(isOwn),
    }
    return silentParties(facts).map((p) => p.name)
  }
  return new Map(waiting.map((request) => [request.id, namesOf(request)]))
}

function isWaiting({ state }: Request): boolean {
  return ['collecting', 'choosing', 'approving'].includes(state)
}

/** Somebody has to decide; so too when the time of an interview passed while another one was being looked for. */
function needsYou(row: BoardRow, now: Date): boolean {
  const { request, interview } = row
  return (
    ['noOverlap', 'declined', 'agreed'].includes(request.state) ||
    (interview !== undefined && interview.endsAt <= now && request.state !== 'confirmed')
  )
}

function isShown(row: BoardRow, filter: Filter, zone: string, now: Date): boolean {
  switch (filter) {
    case 'open':
      return !isClosed(row.request.state)
    case 'confirmed':
      return row.request.state === 'confirmed'
    case 'needsYou':
      return needsYou(row, now) || row.failed.length > 0 || row.hasExpiredLink
    case 'today': {
      return row.interview !== undefined && isoDateOf(row.interview.startsAt, zone) === isoDateOf(now, zone)
    }
    case 'waiting':
      return isWaiting(row.request)
    case 'unscheduled':
      return !isClosed(row.request.state) && row.interview === undefined
    case 'all':
      return true
  }
}

function itemOf(row: BoardRow, reader: { zone: string; locale: string }): { text: string; detail: string } {
  const { request, interview, failed } = row
  const who = `${request.candidateName} · ${request.title}${request.clientName ? ` · ${request.clientName}` : ''}`
  const detail = [
    interview ? formatRangeShort(interview, reader) : stateWords[request.state],
    row.silent.length > 0 ? `I am waiting for ${joinNames(row.silent)}` : '',
    interview && request.state !== 'confirmed' ? 'a new time is being looked for' : '',
    ...request.stuckReasons.slice(0, 1),
    ...failed.slice(0, 1).map((e) => e.lastError?.sentence ?? 'A step failed.'),
    row.hasExpiredLink ? `The link expired after ${linkLifeDays} days; a nudge sends a new one.` : '',
  ]
  return { text: who, detail: detail.filter(Boolean).join('. ') }
}
