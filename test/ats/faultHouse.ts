import type { Effect } from '../../src/domain/effect.ts'
import type { Interview } from '../../src/domain/interview.ts'
import type { Request } from '../../src/domain/request.ts'
import { atsInterviewOrder } from '../../src/workflow/confirmInterview.ts'
import { owe } from '../../src/workflow/owe.ts'
import { traitsOf } from '../contract/atsTraits.ts'
import { fillSampleAgency, readSample, type Sample } from '../contract/fillSampleAgency.ts'
import { sampleRow } from '../contract/sampleRow.ts'
import type { StandIn } from '../fakes/ats/kit.ts'
import type { TestedSystem } from '../fakes/ats/systems.ts'
import type { Application } from '../fakes/ats/world.ts'
import { openConnected } from '../workflow/openConnected.ts'

// The whole product connected to a stand-in that holds the sample agency, and requests that stand there without the weeks they would take.

const recruiterEmail = 'hannah.cole@agency.example'
let sample: Sample | null = null

/** What is never answered ends at once: the time-out is the connector's own, and nobody waits for it here. */
function endHangs(real: typeof fetch, { log }: StandIn): typeof fetch {
  return async (input, init) => {
    const before = log.length
    const gone = new AbortController()
    let isOver = false
    const watch = async () => {
      while (!isOver) {
        if (log.slice(before).some(({ refusal }) => refusal === 'ordered: hang'))
          return gone.abort(new DOMException('late', 'TimeoutError'))
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    void watch()
    try {
      const response = await real(input, { ...init, signal: gone.signal })
      return response
    } finally {
      isOver = true
    }
  }
}

export async function openHouse(tested: TestedSystem) {
  sample ??= await readSample()
  const rows = sample
  const traits = traitsOf(tested)
  const { system, kind } = tested
  const loop = await openConnected({
    ...{ system, kind, fields: tested.fields(recruiterEmail), around: endHangs },
    fill: (standIn) => {
      tested.prepare?.(standIn)
      fillSampleAgency(standIn, traits, rows, system.capabilities.stages === 'fixed')
    },
  })
  await loop.tables((tx) => tx.update('members', loop.memberId, { email: recruiterEmail }))
  return { ...loop, traits, tested }
}
export type House = Awaited<ReturnType<typeof openHouse>>

/** What Parley has of somebody in the vendor's records. */
export async function findRecord({ tables, standIn: { world } }: House, { candidateId, jobId }: Application) {
  const candidate = world.candidates.get(candidateId)
  const job = world.jobs.get(jobId)
  return tables(async (tx) => {
    const people = await tx.find('atsCandidates', { where: { connectionId: { not: null } } })
    const own = people.filter(({ emails }) => emails[0] === candidate?.emails[0])
    for (const { id } of own)
      for (const row of await tx.find('atsApplications', { where: { candidateId: id } }))
        if ((await tx.get('atsJobs', row.jobId))?.title === job?.title) return row
    return null
  })
}

/** A confirmed request as it is when everybody has agreed, with its interview; the write is owed. */
export async function book(house: House, application: Application, startsAt: Date): Promise<Interview | null> {
  const { ids, tenantId, memberId, threadId, clock, tables, deps, standIn } = house
  const record = await findRecord(house, application)
  if (!record) return null
  const person = standIn.world.candidates.get(application.candidateId)
  return tables(async (tx) => {
    const at = { ids, tenantId }
    const [job, users] = await Promise.all([
      tx.get('atsJobs', record.jobId),
      tx.find('atsUsers', { where: { connectionId: { not: null } } }),
    ])
    const now = clock.now()
    const request = await tx.insert('requests', {
      ...sampleRow('requests', at),
      ...{ state: 'confirmed', kind: 'inHouse', atsConnection: record.connectionId ?? '', applicationId: record.id },
      ...{ candidateId: record.candidateId, jobId: record.jobId, clientId: null, clientName: null },
      candidateName: `${person?.firstName} ${person?.lastName}`,
      ...{ jobTitle: job?.title ?? '', title: `${job?.title} Interview - Round 1`, roundNumber: 1 },
      ...{ order: 'candidateFirst', quorum: 'all', fromStageId: record.stageId, toStageId: null, threadId },
      format: { kind: 'video', url: 'https://meet.example/room' },
      ...{ recruiterId: memberId, isRecruiterAttending: false, interviewId: null, askRound: 0, moveCount: 0 },
      ...{ closedReason: null, stuckReasons: [], remedies: [], createdAt: now, updatedAt: now, version: 0 },
      rules: {
        ...{ gridMinutes: 15, noticeHours: 12, gapMinutes: 15, fromOn: '2027-03-01', toOn: '2027-06-01' },
        ...{ offerCount: 3, dayStartsMinute: 540, dayEndsMinute: 1080, weekdays: [1, 2, 3, 4, 5], allowed: null },
      },
    } as Parameters<typeof tx.insert<'requests'>>[1])
    const base = { requestId: request.id, remindAt: null, linkExpiresAt: null, locale: 'en-GB', zone: 'Europe/London' }
    const party = (role: 'candidate' | 'interviewer', name: string, email: string, given: object) =>
      tx.insert('parties', {
        ...sampleRow('parties', at, {}, true),
        ...{ ...base, role, name, email, personKey: `mailto:${email}`, isAttending: true, answer: 'answered' },
        ...{ remindedCount: 0, isReminderStopped: false, linkRenewedCount: 0, ...given },
      } as Parameters<typeof tx.insert<'parties'>>[1])
    const candidate = await party('candidate', request.candidateName, person?.emails[0] ?? '', {})
    const user = users.find(({ name }) => name === 'Tom Becker')
    const helper = user && (await party('interviewer', user.name, user.email, { memberId, recordId: user.id }))
    const session = await tx.insert('sessions', {
      ...{ id: ids.next('session'), requestId: request.id, ordinal: 1, title: request.title, durationMinutes: 60 },
    })
    const interview = await tx.insert('interviews', {
      ...{ id: ids.next('interview'), requestId: request.id, sessionId: session.id, version: 0, state: 'scheduled' },
      ...{ title: request.title, startsAt, endsAt: new Date(startsAt.getTime() + 3600_000) },
      format: { kind: 'video', url: 'https://meet.example/room' },
      ...{ partyIds: [candidate.id, ...(helper ? [helper.id] : [])], sequence: 0, atsInterviewId: null },
      ...{ atsCheckedAt: null, cancelReason: null, createdAt: now, updatedAt: now },
    })
    await tx.update('requests', request.id, { interviewId: interview.id })
    await owe(tx, deps, [atsInterviewOrder(request.id, interview)])
    return interview
  })
}

/** Another time, or its end: as a move and a cancellation leave it. */
export async function changeInterview(house: House, id: Interview['id'], patch: Partial<Interview>): Promise<void> {
  await house.tables(async (tx) => {
    const before = await tx.get('interviews', id)
    if (!before) throw new Error('no interview')
    const after = await tx.update('interviews', id, { ...patch, sequence: before.sequence + 1 } as never)
    await owe(tx, house.deps, [atsInterviewOrder(before.requestId, after)])
  })
}

export async function requestOf(house: House, interview: Interview): Promise<Request> {
  const request = await house.tables((tx) => tx.get('requests', interview.requestId))
  if (!request) throw new Error('no request')
  return request
}

export const atsKinds: readonly string[] = ['atsInterview', 'atsStage', 'atsLog']
export async function atsEffects({ tables }: House): Promise<Effect[]> {
  const rows = await tables((tx) => tx.find('effects', { orderBy: [['createdAt', 'asc']] }))
  return rows.filter(({ kind }) => atsKinds.includes(kind))
}

/** Everything that Parley has said anywhere, as one text. */
export async function allTold({ tables }: House): Promise<string> {
  const rows = await tables((tx) => tx.find('threadMessages'))
  return rows.map(({ text, message }) => `${text}\n${JSON.stringify(message)}`).join('\n')
}
export const isTold = (told: string, sentence: string) =>
  told.includes(sentence) || told.includes(JSON.stringify(sentence).slice(1, -1))
