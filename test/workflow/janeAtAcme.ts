import type { Message } from '../../src/bot/message.ts'
import type { ThreadId } from '../../src/domain/ids.ts'
import { submitApproval, submitAvailability } from '../../src/workflow/guestActions.ts'
import type { GuestResult, OfferedWindow } from '../../src/workflow/guestPage.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import type { Loop } from './openLoop.ts'

// The demo's own request, step by step: Jane Whitfield, candidate for the Backend Engineer job of Acme Robotics.

export const jane = 'jane.whitfield'
export const marta = 'marta.lindqvist'
export const jonas = 'jonas.weber'
export const video = { kind: 'video', details: 'https://meet.acme.example/backend', keep: 'job' }

export const at = (iso: string) => new Date(iso)
export const good = (from: string, to: string): OfferedWindow => ({ startsAt: at(from), endsAt: at(to), level: 'good' })
/** Wednesday 3 March 2027, 09:00-12:00 in London. */
export const wednesday = good('2027-03-03T09:00:00Z', '2027-03-03T12:00:00Z')

export const textOf = (message: Message) => message.fallbackText
export const labelsOf = (message: Message) => message.actions.map((a) => a.label)

/** Types the sentence and answers who takes part; the first mails still wait. */
export async function openJane(loop: Loop, extra = '', who = 'Marta Lindqvist'): Promise<ThreadId> {
  const thread = await loop.setUp()
  await loop.say(`schedule Jane with Acme for the Backend role${extra}`, thread)
  await loop.press(thread, await loop.lastMessage(thread), who)
  return thread
}

/** As openJane, with the way to join said and the first mails gone. */
export async function askJane(loop: Loop, extra = '', who = 'Marta Lindqvist'): Promise<ThreadId> {
  const thread = await openJane(loop, extra, who)
  await loop.press(thread, await loop.card(thread), 'How do they join?', video)
  await loop.settle(30_000)
  return thread
}

export async function offer(
  loop: Loop,
  to: string,
  windows: readonly OfferedWindow[],
  secret?: string,
): Promise<GuestResult> {
  const result = await submitAvailability(loop.deps, {
    secret: secret ?? (await loop.secretOf(to)),
    windows,
    range: null,
    isFinal: true,
    zone: to === jane ? 'Europe/London' : 'Europe/Berlin',
    locale: 'en-GB',
    note: null,
  })
  await loop.settle()
  return result
}

export async function pageOf(loop: Loop, to: string) {
  return readGuestPage(loop.deps, await loop.secretOf(to))
}

/** The times that are offered to somebody on the page behind the newest link. */
export async function offeredTo(loop: Loop, to: string) {
  const page = await pageOf(loop, to)
  if (page.page !== 'approval' && page.page !== 'choice')
    throw new Error(`expected times to decide on, got ${page.page}`)
  return [...page.proposals, ...page.more]
}

/** Approves or chooses one of the offered times. */
export async function approve(loop: Loop, to: string, index = 0): Promise<GuestResult> {
  const chosen = (await offeredTo(loop, to))[index]
  if (!chosen) throw new Error('a time to approve')
  const result = await submitApproval(loop.deps, { secret: await loop.secretOf(to), proposalId: chosen.id })
  await loop.settle()
  return result
}

/** The loop from the sentence to the confirmed interview: Wednesday, 3 March 2027. */
export async function bookJane(loop: Loop, extra = ''): Promise<ThreadId> {
  const thread = await askJane(loop, extra)
  await offer(loop, jane, [wednesday])
  await offer(loop, marta, [wednesday])
  await approve(loop, marta)
  return thread
}

export async function requestOf(loop: Loop, index = 0) {
  const rows = await loop.tables((tx) =>
    tx.find('requests', {
      orderBy: [
        ['createdAt', 'asc'],
        ['id', 'asc'],
      ],
    }),
  )
  const request = rows[index]
  if (!request) throw new Error('a request')
  return request
}

export async function liveInterviewsOf(loop: Loop) {
  return loop.tables((tx) => tx.find('interviews', { where: { state: 'scheduled' } }))
}

export async function logEventsOf(loop: Loop): Promise<string[]> {
  const { applicationId } = await requestOf(loop)
  const rows = await loop.tables((tx) =>
    tx.find('atsActivities', {
      where: { applicationId },
      orderBy: [
        ['at', 'asc'],
        ['id', 'asc'],
      ],
    }),
  )
  return rows.map((row) => row.event).filter((event) => event !== 'applied')
}

/** What a calendar reads of a mailed invitation. */
export function icsFacts(ics: string | null) {
  const lines = (ics ?? '').replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const value = (name: string) => lines.find((line) => new RegExp(`^${name}[;:]`).test(line))?.replace(/^[^:]*:/, '')
  return {
    method: value('METHOD'),
    uid: value('UID'),
    sequence: Number(value('SEQUENCE')),
    startsAt: value('DTSTART'),
    status: value('STATUS'),
    attendees: lines.filter((line) => line.startsWith('ATTENDEE')).map((line) => line.replace(/^.*mailto:/i, '')),
    text: lines.join('\n'),
  }
}

export async function invitationsTo(loop: Loop, to: string) {
  return (await loop.mails(to)).filter((mail) => mail.ics !== null).map((mail) => icsFacts(mail.ics))
}
