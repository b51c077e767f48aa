import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { onWeb } from '../../src/domain/thread.ts'
import { renewLink, submitApproval, submitAvailability, submitDecline } from '../../src/workflow/guestActions.ts'
import { passTime } from '../../src/workflow/passTime.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import { type Loop, openLoop } from './openLoop.ts'

// One recruiter, 60 requests, five weeks over a change of the clock. What everybody does follows from the request's number; everything else
// happens by itself. The snapshot is the timeline as a person would tell it: local minute of the reader, to whom, what.

const dayMs = 86_400_000
const zones = ['Europe/Berlin', 'America/New_York', 'Europe/London', 'Asia/Kolkata'] as const
const zoneOf = (index: number) => zones[index % zones.length] ?? 'UTC'

interface Person {
  index: number
  name: string
  email: string
  zone: string
  thread: Awaited<ReturnType<Loop['threads']>>[number]['id']
  opensAt: Date
}

/** The next instant at which anything is due, so that the month is lived minute by minute without walking through each. */
async function nextDue(loop: Loop, limit: Date): Promise<Date> {
  const now = loop.clock.now()
  const later = { gt: now }
  const [party, member, effect, link, interview] = await loop.tables(async (tx) => [
    (await tx.find('parties', { where: { remindAt: later }, orderBy: [['remindAt', 'asc']], limit: 1 }))[0]?.remindAt,
    (await tx.find('members', { where: { nextBriefingAt: later }, orderBy: [['nextBriefingAt', 'asc']], limit: 1 }))[0]
      ?.nextBriefingAt,
    (
      await tx.find('effects', {
        where: { state: 'owed', nextAttemptAt: later },
        orderBy: [['nextAttemptAt', 'asc']],
        limit: 1,
      })
    )[0]?.nextAttemptAt,
    (
      await tx.find('parties', {
        where: { linkWarnedAt: null, linkExpiresAt: { gt: new Date(now.getTime() + dayMs) } },
        orderBy: [['linkExpiresAt', 'asc']],
        limit: 1,
      })
    )[0]?.linkExpiresAt,
    (
      await tx.find('interviews', {
        where: { state: 'scheduled', endsAt: later },
        orderBy: [['endsAt', 'asc']],
        limit: 1,
      })
    )[0]?.endsAt,
  ])
  const linkDue = link ? new Date(link.getTime() - dayMs) : undefined
  const due = [party, member, effect, linkDue, interview, limit].filter((at): at is Date => at instanceof Date)
  const next = Math.min(...due.map((at) => at.getTime()))
  // The process looks once a minute.
  return new Date(Math.max(now.getTime() + 60_000, Math.ceil(next / 60_000) * 60_000))
}

async function liveUntil(loop: Loop, until: Date): Promise<void> {
  while (loop.clock.now() < until) {
    const next = await nextDue(loop, until)
    const step = Math.min(next.getTime(), loop.clock.now().getTime() + 60 * 60_000)
    await loop.settle(step - loop.clock.now().getTime())
    // The process passes once a minute; the minutes in which nothing is due are left out here, and are no outage.
    await loop.tables((tx) => tx.update('settings', loop.tenantId, { beatAt: loop.clock.now() }))
    await passTime(loop.deps, loop.tenantId)
    await loop.settle()
  }
}

async function openAll(loop: Loop, startsAt: Date): Promise<Person[]> {
  await loop.setUp()
  const add = loop.deps.ats.addRecord
  if (!add) throw new Error('the built-in ATS adds records')
  const people: Person[] = []
  for (let index = 0; index < 60; index += 1) {
    const client = `Client ${String(index % 12).padStart(2, '0')}`
    const job = `Role ${String(index).padStart(2, '0')}`
    const jobId = await add(loop.tenantId, { kind: 'job', title: job, clientName: client })
    const name = `Person${String(index).padStart(2, '0')} Month`
    const email = `person${index}@month.example`
    await add(loop.tenantId, { kind: 'candidate', name, email, phone: null, jobId })
    if (index < 12)
      await add(loop.tenantId, {
        kind: 'contact',
        name: `Contact ${index}`,
        email: `contact${index}@month.example`,
        phone: null,
        clientName: client,
      })
    const opensAt = new Date(
      startsAt.getTime() + Math.floor(index / 12) * 7 * dayMs + (index % 5) * dayMs + (8 + (index % 8)) * 3_600_000,
    )
    people.push({
      index,
      name,
      email,
      zone: zoneOf(index),
      thread: (await loop.threads())[0]?.id as Person['thread'],
      opensAt,
    })
  }
  return people.sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
}

/** Opens one request; each in a conversation of its own. */
async function open(loop: Loop, person: Person): Promise<void> {
  const now = loop.clock.now()
  const threadId = loop.ids.next('thread')
  await loop.tables((tx) =>
    tx.insert('threads', {
      id: threadId,
      memberId: loop.memberId,
      ...onWeb,
      externalId: threadId,
      title: '',
      lastMessageAt: now,
      lastReadAt: now,
      createdAt: now,
    }),
  )
  person.thread = threadId
  await loop.say(`schedule ${person.name} for the Role ${String(person.index).padStart(2, '0')} role`, threadId)
  await loop.press(threadId, await loop.card(threadId), 'How do they join?', {
    kind: 'video',
    details: `https://meet.example/${person.index}`,
    keep: 'once',
  })
  await loop.settle(30_000)
  await loop.tables(async (tx) => {
    const [candidate] = await tx.find('parties', { where: { email: person.email } })
    if (!candidate) return
    await tx.update('parties', candidate.id, { zone: person.zone })
    // Some want no reminders: only the life of their links moves the request.
    if (person.index % 5 === 4)
      for (const party of await tx.find('parties', { where: { requestId: candidate.requestId } }))
        await tx.update('parties', party.id, { isReminderStopped: true, remindAt: null })
  })
}

const contactOf = (person: Person) => `contact${person.index % 12}@month.example`

/** Offers two days, a week and more ahead, at an hour of its own so that few collide. */
async function offer(loop: Loop, person: Person, to: string): Promise<void> {
  const day = DateTime.fromJSDate(loop.clock.now(), { zone: 'Europe/Berlin' })
    .plus({ days: 5 + (person.index % 3) })
    .startOf('day')
  const workday = day.weekday > 5 ? day.plus({ days: 3 }) : day
  const start = workday.set({ hour: 9 + Math.floor(person.index / 12) * 2 })
  const secret = await latestSecret(loop, person, to)
  await submitAvailability(loop.deps, {
    secret,
    windows: [{ startsAt: start.toJSDate(), endsAt: start.plus({ hours: 2 }).toJSDate(), level: 'good' }],
    range: null,
    isFinal: true,
    zone: to === person.email ? person.zone : 'Europe/Berlin',
    locale: 'en-GB',
    note: null,
  })
  await loop.settle()
}

/** The newest link mailed to somebody about this person's request: a contact has one per request. */
async function latestSecret(loop: Loop, person: Person, to: string): Promise<string> {
  const mails = (await loop.mails(to)).filter((m) => m.text.includes(`Role ${String(person.index).padStart(2, '0')}`))
  const secret = mails
    .map((m) => /\/l\/([\w-]{43})/.exec(m.text)?.[1])
    .reverse()
    .find(Boolean)
  if (!secret) throw new Error(`no link for ${to} about ${person.name}`)
  return secret
}

async function approve(loop: Loop, person: Person): Promise<void> {
  const secret = await latestSecret(loop, person, contactOf(person))
  const page = await readGuestPage(loop.deps, secret)
  const first = page.page === 'approval' ? page.proposals[0] : undefined
  if (first) await submitApproval(loop.deps, { secret, proposalId: first.id })
  await loop.settle()
}

/** What people do, by number: book at once, book late, stay silent, decline, renew an old link. */
async function act(loop: Loop, person: Person, dayNumber: number): Promise<void> {
  const habit = person.index % 5
  if (habit === 0 && dayNumber === 1) {
    await offer(loop, person, person.email)
    await offer(loop, person, contactOf(person))
    await approve(loop, person)
  }
  if (habit === 1 && dayNumber === 2) await offer(loop, person, person.email)
  if (habit === 1 && dayNumber === 4) {
    await offer(loop, person, contactOf(person))
    await approve(loop, person)
  }
  if (habit === 2 && dayNumber === 3) {
    await submitDecline(loop.deps, { secret: await latestSecret(loop, person, person.email), reason: 'another offer' })
    await loop.settle()
  }
  if (habit === 3 && dayNumber === 16) await renewLink(loop.deps, await latestSecret(loop, person, person.email))
}

const kinds: readonly [RegExp, string][] = [
  [/^Reminder/, 'reminder'],
  [/^Today/, 'day-of message'],
  [/^Your new link/, 'renewed link'],
  [/^Parley needs you/, 'alert'],
  [/^Soon, /, 'meeting briefing'],
  [/^\d+ (interviews?|things?) /, 'briefing'],
  [/^Interview confirmed/, 'invitation'],
]

interface Line {
  at: Date
  local: DateTime
  to: string
  kind: string
  about: string
}

/** Everything that went out by itself, oldest first, at the reader's local minute. */
async function timelineOf(loop: Loop, people: readonly Person[]): Promise<Line[]> {
  return (await loop.mails()).flatMap((mail) => {
    const kind = kinds.find(([pattern]) => pattern.test(mail.subject))?.[1]
    if (!kind) return []
    const person = people.find((p) => mail.toLine.includes(`<${p.email}>`))
    const zone = person?.zone ?? 'Europe/Berlin'
    const to = /<([^@]+)@/.exec(mail.toLine)?.[1] ?? mail.toLine
    const about = /Role \d\d/.exec(mail.subject)?.[0] ?? ''
    return [{ at: mail.sentAt, local: DateTime.fromJSDate(mail.sentAt, { zone }), to, kind, about }]
  })
}

describe.each([
  ['March', '2027-03-01T06:00:00Z'],
  ['October', '2027-10-11T06:00:00Z'],
])('five weeks from %s', (_month, start) => {
  it('every reminder, renewal, escalation, day-of message and briefing comes at the right local minute, over the change of the clock', async () => {
    const loop = await openLoop()
    loop.clock.moveBy(new Date(start).getTime() - loop.clock.now().getTime())
    const people = await openAll(loop, loop.clock.now())
    const opened: Person[] = []
    const endsAt = new Date(loop.clock.now().getTime() + 35 * dayMs)
    const startsAt = loop.clock.now()
    for (let day = 0; day < 35; day += 1) {
      const evening = new Date(startsAt.getTime() + (day + 1) * dayMs)
      for (const person of people.filter((p) => !opened.includes(p) && p.opensAt < evening)) {
        await liveUntil(loop, person.opensAt)
        await open(loop, person)
        opened.push(person)
      }
      await liveUntil(
        loop,
        new Date(Math.max(loop.clock.now().getTime(), startsAt.getTime() + day * dayMs + 15 * 3_600_000)),
      )
      for (const person of opened)
        await act(loop, person, Math.floor((loop.clock.now().getTime() - person.opensAt.getTime()) / dayMs))
      await liveUntil(loop, evening < endsAt ? evening : endsAt)
    }

    const lines = await timelineOf(loop, people)
    for (const line of lines) {
      const minute = line.local.hour * 60 + line.local.minute
      if (line.kind === 'reminder') {
        expect(line.local.weekday, `${line.to} ${line.local.toISO()}`).toBeLessThan(6)
        expect(minute).toBeGreaterThanOrEqual(9 * 60)
        expect(minute).toBeLessThanOrEqual(18 * 60)
      }
      // At 08:00, or two hours before an interview that is earlier.
      if (line.kind === 'day-of message') expect(minute).toBeLessThanOrEqual(8 * 60)
    }
    const perParty = new Map<string, number>()
    for (const line of lines.filter((l) => l.kind === 'reminder')) {
      const key = `${line.to} ${line.about}`
      perParty.set(key, (perParty.get(key) ?? 0) + 1)
    }
    expect(Math.max(...perParty.values())).toBeLessThanOrEqual(4)
    const dayOf = lines
      .filter((l) => l.kind === 'day-of message')
      .map((l) => `${l.to} ${l.about} ${l.local.toISODate()}`)
    expect(new Set(dayOf).size).toBe(dayOf.length)
    const briefings = lines.filter((l) => l.kind === 'briefing' && l.to === 'rosa').map((l) => l.local)
    for (const at of briefings) expect([at.toFormat('HH:mm'), at.weekday < 6]).toEqual(['08:00', true])
    expect(new Set(briefings.map((at) => at.toISODate())).size).toBe(briefings.length)

    const texts = await loop.tables((tx) =>
      tx.find('threadMessages', { where: { author: 'parley' }, orderBy: [['createdAt', 'asc']] }),
    )
    const told = texts.flatMap((m) => {
      const at = DateTime.fromJSDate(m.createdAt, { zone: 'Europe/Berlin' })
      if (m.text.includes('I am mailing a new one'))
        return [
          {
            at: m.createdAt,
            local: at,
            to: 'thread',
            kind: 'link renewed',
            about: /Role \d\d|Person\d\d/.exec(m.text)?.[0] ?? '',
          },
        ]
      if (m.text.includes('It is your turn'))
        return [
          {
            at: m.createdAt,
            local: at,
            to: 'thread',
            kind: 'your turn',
            about: /Role \d\d|Person\d\d/.exec(m.text)?.[0] ?? '',
          },
        ]
      return []
    })
    expect(told.filter((l) => l.kind === 'link renewed').length).toBeGreaterThan(0)
    expect(told.filter((l) => l.kind === 'your turn').length).toBeGreaterThan(0)
    const timeline = [...lines, ...told]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((l) => `${l.local.toFormat('ccc dd LLL HH:mm')} ${l.local.zoneName} | ${l.kind} | ${l.to} ${l.about}`.trim())
    expect(loop.logged).toEqual([])
    await expect(`${timeline.join('\n')}\n`).toMatchFileSnapshot(`timeline-${_month}.txt`)
  }, 300_000)
})
