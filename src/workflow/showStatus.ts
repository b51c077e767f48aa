import { DateTime } from 'luxon'
import type { DraftMessage, MessagePart } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import type { Effect } from '../domain/effect.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { Interview } from '../domain/interview.ts'
import { linkLifeDays } from '../domain/link.ts'
import { isClosed, type Request, stateWords } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { Tx } from '../store/port.ts'

// Takes:   "status" or "list", with a filter.
// Reads:   requests, interviews, failed effects, links.
// Writes:  nothing.
// Effects: none; the answer is the caller's message.
// Refuses when: there is nothing (it says so).

type Filter = Extract<Intent, { kind: 'list' }>['filter']

interface BoardRow {
  request: Request
  interview: Interview | undefined
  failed: readonly Effect[]
  hasExpiredLink: boolean
}

const rowCountMax = 200

/** Needs you / Waiting / Failed / Link expired / Booked, in this order; each row with what happens next. */
export async function showBoard(
  tx: Tx,
  filter: Filter,
  reader: { zone: string; locale: string },
  now: Date,
): Promise<DraftMessage> {
  const rows = (await readBoard(tx, now)).filter((row) => isShown(row, filter, reader.zone, now))
  if (rows.length === 0) return textDraft(emptyWords[filter])
  const groups: [string, (row: BoardRow) => boolean][] = [
    ['Needs you', (r) => needsYou(r, now)],
    ['Failed', (r) => r.failed.length > 0],
    ['Link expired', (r) => r.hasExpiredLink],
    ['Waiting for others', (r) => ['collecting', 'choosing', 'approving'].includes(r.request.state)],
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
}

async function readBoard(tx: Tx, now: Date): Promise<BoardRow[]> {
  const requests = await tx.find('requests', { orderBy: [['createdAt', 'desc']], limit: rowCountMax })
  const ids = { in: requests.map((r) => r.id) }
  const interviews = await tx.find('interviews', { where: { requestId: ids, state: 'scheduled' } })
  const failed = await tx.find('effects', { where: { requestId: ids, state: { in: ['dead', 'asked'] } } })
  const links = await tx.find('links', { where: { requestId: ids } })
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
    }
  })
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
      const day = (at: Date) => DateTime.fromJSDate(at, { zone }).toISODate()
      return row.interview !== undefined && day(row.interview.startsAt) === day(now)
    }
    case 'all':
      return true
  }
}

function itemOf(row: BoardRow, reader: { zone: string; locale: string }): { text: string; detail: string } {
  const { request, interview, failed } = row
  const who = `${request.candidateName} · ${request.title}${request.clientName ? ` · ${request.clientName}` : ''}`
  const detail = [
    interview ? formatRangeShort(interview, reader) : stateWords[request.state],
    interview && request.state !== 'confirmed' ? 'a new time is being looked for' : '',
    ...request.stuckReasons.slice(0, 1),
    ...failed.slice(0, 1).map((e) => e.lastError?.sentence ?? 'A step failed.'),
    row.hasExpiredLink ? `The link expired after ${linkLifeDays} days; a nudge sends a new one.` : '',
  ]
  return { text: who, detail: detail.filter(Boolean).join('. ') }
}
