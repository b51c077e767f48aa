import type { MessagePart } from '../bot/message.ts'
import type { Effect } from '../domain/effect.ts'
import { formatDate, formatRangeShort, isoDateOf } from '../domain/formatTime.ts'
import type { Interview } from '../domain/interview.ts'
import { linkLifeDays } from '../domain/link.ts'
import { namesPerson } from '../domain/names.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'
import { failureSentence } from '../words/failureSentence.ts'
import type { BoardWords } from '../words/replyWords.ts'
import { silentParties } from './nudge.ts'
import { type Composer, type Speech, sentence } from './speech.ts'

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

/** Needs you / Waiting / Failed / Link expired / Booked, in this order; each row with what happens next. "Today" is one of `zone`. */
export async function showBoard(tx: Tx, wanted: Wanted, zone: string, now: Date): Promise<Composer> {
  const shown = (await readBoard(tx, now)).filter((row) => isShown(row, wanted.filter, zone, now))
  const rows = shown.filter((row) => isOfClient(row, wanted.client) && isOnDays(row, wanted, zone))
  if (rows.length === 0) return sentence((_, speech) => emptySentence(wanted, speech))
  return (speech) => ({
    parts: groupParts(rows, speech, now),
    actions: rows.slice(0, 8).map((row) => ({
      kind: 'showRequest',
      data: { requestId: row.request.id },
      label: speech.words.board.show(row.request.candidateName),
      style: 'normal',
    })),
  })
}

const groups: readonly [keyof BoardWords['groups'], (row: BoardRow, now: Date) => boolean][] = [
  ['needsYou', (r, now) => needsYou(r, now)],
  ['failed', (r) => r.failed.length > 0],
  ['linkExpired', (r) => r.hasExpiredLink],
  ['waiting', (r) => isWaiting(r.request)],
  ['booked', (r) => r.request.state === 'confirmed'],
  ['closed', (r) => isClosed(r.request.state)],
]

function groupParts(rows: readonly BoardRow[], speech: Speech, now: Date): MessagePart[] {
  const left = new Set(rows)
  return groups.flatMap(([name, belongs]): MessagePart[] => {
    const members = [...left].filter((row) => belongs(row, now))
    for (const row of members) left.delete(row)
    if (members.length === 0) return []
    const title = `${speech.words.board.groups[name]} (${members.length})`
    return [{ kind: 'list', title, items: members.map((row) => itemOf(row, speech)) }]
  })
}

function emptySentence({ filter, client, fromOn, toOn }: Wanted, { words: { board }, reader }: Speech): string {
  if (!client && !fromOn && !toOn) {
    const empty = board.empty[filter]
    return typeof empty === 'string' ? empty : empty('schedule NAME with CLIENT for the JOB role')
  }
  const dayOf = (on: string) => formatDate(on, reader.locale)
  const days =
    fromOn && fromOn === toOn
      ? [board.on(dayOf(fromOn))]
      : [fromOn ? board.from(dayOf(fromOn)) : '', toOn ? board.until(dayOf(toOn)) : '']
  return board.nothingFound([client ? board.of(client) : '', ...days].filter(Boolean).join(' '))
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

function itemOf(row: BoardRow, speech: Speech): { text: string; detail: string } {
  const { request, interview, failed } = row
  const { board } = speech.words
  const who = `${request.candidateName} · ${request.title}${request.clientName ? ` · ${request.clientName}` : ''}`
  const detail = [
    interview ? formatRangeShort(interview, speech.reader) : board.state[request.state],
    row.silent.length > 0 ? board.waitingFor(speech.list(row.silent)) : '',
    interview && request.state !== 'confirmed' ? board.newTimeWanted : '',
    ...request.stuckReasons.slice(0, 1),
    ...failed.slice(0, 1).map((e) => (e.lastError ? failureSentence(speech.language, e.lastError) : board.stepFailed)),
    row.hasExpiredLink ? board.linkExpired(linkLifeDays) : '',
  ]
  return { text: who, detail: detail.filter(Boolean).join('. ') }
}
