import { expect, test } from 'vitest'
import { noteMark } from '../../src/ats/noteMark.ts'
import type { InterviewWrite } from '../../src/ats/port.ts'
import type { AtsBench } from './atsContract.ts'

// The part of the contract that writes. Where a system cannot take something, the promise is the stated fallback.

const at = (text: string) => new Date(text)

export function describeAtsWrites(bench: AtsBench): void {
  const { interviewWrite } = bench.traits
  if (interviewWrite === 'native') describeInterviews(bench)
  else describeInterviewsElsewhere(bench)
  if (bench.traits.stageWrite === 'native') describeMoves(bench)
  else describeNoMoves(bench)
  describeLog(bench)
}

const plan = (externalKey: string, applicationId: string): InterviewWrite => ({
  externalKey,
  applicationId,
  userIds: [],
  participants: [{ name: 'Grace Kim', role: 'candidate' }],
  status: 'SCHEDULED',
  startAt: at('2027-03-09T14:00:00Z'),
  endAt: at('2027-03-09T15:00:00Z'),
  location: 'https://meet.example/grace',
  externalEventXref: 'uid-1@parley.example',
  title: 'Operations Manager Interview - Round 1',
  actorEmail: 'hannah.cole@agency.example',
})
const nextDay = { startAt: at('2027-03-10T09:00:00Z'), endAt: at('2027-03-10T10:00:00Z') }

/** Colleagues of the system that take part: some vendors make no interview without. */
async function colleagues({ under, traits }: AtsBench): Promise<string[]> {
  if (!traits.hasHiringManagers) return []
  const { matches } = await under.ats.findPeople(under.tenantId, 'Tom Becker')
  return matches.filter(({ kind }) => kind === 'user').map(({ id }) => id)
}

/** What stands in the vendor's own records of one candidate. */
const standing = ({ under }: AtsBench, firstName: string) =>
  under.standIn?.world.interviews.rows
    .filter(({ canceledAt, status }) => canceledAt === null && !/cancel|delet/i.test(status))
    .filter(({ candidateId }) => under.standIn?.world.candidates.get(candidateId)?.firstName === firstName)
    .map(({ startAt, endAt }) => [startAt, endAt])

// ---------------------------------------------------------------- interviews

function describeInterviews(bench: AtsBench): void {
  const { traits, theApplication } = bench

  test('keeps 1 interview per key however often it is written, and proves it with the value read back', async () => {
    const { ats, tenantId, pass } = bench.under
    const applicationId = await theApplication({ candidate: 'Grace Kim' })
    const interview = { ...plan('int_1', applicationId), userIds: await colleagues(bench) }
    const first = await ats.writeInterview(tenantId, interview)
    expect(first.said).toContain('2027-03-09T14:00:00')
    if (traits.hasLinks) expect(first.url).toMatch(/^http/)
    const moved = { ...interview, ...nextDay }
    pass?.(60_000)
    const [second, third] = await Promise.all([
      ats.writeInterview(tenantId, moved),
      ats.writeInterview(tenantId, moved),
    ])
    expect([second.id, third.id]).toEqual([first.id, first.id])
    expect(second.said).toContain('2027-03-10T09:00:00')
    expect(await ats.listInterviews(tenantId, applicationId)).toMatchObject([
      {
        externalKey: 'int_1',
        startAt: nextDay.startAt,
        externalEventXref: 'uid-1@parley.example',
        status: 'SCHEDULED',
      },
    ])
    expect(standing(bench, 'Grace') ?? [[nextDay.startAt, nextDay.endAt]]).toEqual([[nextDay.startAt, nextDay.endAt]])
    pass?.(60_000)
    await ats.writeInterview(tenantId, { ...moved, status: 'CANCELED' })
    expect(await ats.listInterviews(tenantId, applicationId)).toMatchObject([{ status: 'CANCELED' }])
    expect(standing(bench, 'Grace') ?? []).toEqual([])
  })

  test('keeps 1 interview when it is first written twice at the same moment', async () => {
    const { ats, tenantId } = bench.under
    const applicationId = await theApplication({ candidate: 'Rhys Morgan' })
    const interview = { ...plan('int_twice', applicationId), userIds: await colleagues(bench) }
    await Promise.all([ats.writeInterview(tenantId, interview), ats.writeInterview(tenantId, interview)])
    expect(await ats.listInterviews(tenantId, applicationId)).toHaveLength(1)
    expect(standing(bench, 'Rhys') ?? ['one']).toHaveLength(1)
  })
}

const notesWith = ({ under }: AtsBench, words: string) =>
  under.standIn?.world.notes.rows.filter(({ text }) => text.includes(words)) ?? []

function describeInterviewsElsewhere(bench: AtsBench): void {
  const { traits, theApplication } = bench
  const isNote = traits.interviewWrite === 'note'
  const title = isNote
    ? 'writes 1 note for an interview and 1 for each change of it, says so in the proof, and keeps 1 interview itself'
    : 'keeps an interview in Parley, and says so in the proof'

  test(title, async () => {
    const { ats, tenantId, pass } = bench.under
    const applicationId = await theApplication({ candidate: 'Grace Kim' })
    const interview = plan('int_1', applicationId)
    const noteCount = () => notesWith(bench, 'Operations Manager Interview - Round 1').length
    const write = async (patch: Partial<InterviewWrite>) => {
      pass?.(60_000)
      const proof = await ats.writeInterview(tenantId, { ...interview, ...patch })
      expect(proof.said).toContain(
        isNote ? `A note in ${traits.name}: ` : `Kept in Parley only: ${traits.name} takes no interviews`,
      )
      return proof
    }
    await Promise.all([write({ revision: 0 }), write({ revision: 0 })])
    expect(noteCount()).toBe(isNote ? 1 : 0)
    if (isNote) expect(notesWith(bench, '14:00 to 15:00 (UTC)')).toHaveLength(1)
    await write({ revision: 1, ...nextDay })
    // Back to the first time, then at another place: each is a change that the record has to say.
    await write({ revision: 2 })
    await write({ revision: 3, location: 'Room 9' })
    await write({ revision: 3, location: 'Room 9' })
    expect(noteCount()).toBe(isNote ? 4 : 0)
    await write({ revision: 4, status: 'CANCELED' })
    expect(notesWith(bench, 'Interview cancelled: ')).toHaveLength(isNote ? 1 : 0)
    expect(await ats.listInterviews(tenantId, applicationId)).toMatchObject([
      { externalKey: 'int_1', status: 'CANCELED', externalEventXref: 'uid-1@parley.example' },
    ])
    expect(standing(bench, 'Grace')).toEqual([])
  })
}

// ---------------------------------------------------------------- stages

async function openMoves({ under, theApplication, readApplication }: AtsBench, candidate: string) {
  const applicationId = await theApplication({ candidate })
  const { stages } = await readApplication(applicationId)
  const stageId = (label: string) => stages.find((stage) => stage.label === label)?.id ?? ''
  const advance = (from: string, to: string) =>
    under.ats.advanceStage(under.tenantId, applicationId, stageId(from), stageId(to), 'hannah.cole@agency.example')
  return { applicationId, advance, stages }
}

function describeMoves(bench: AtsBench): void {
  const { label } = bench.traits

  test('moves an application forward once, counts a repetition as moved, and leaves alone what somebody moved', async () => {
    const { applicationId, advance } = await openMoves(bench, 'Joana Pinto')
    const moved = await advance(label.submitted, label.interview)
    expect(moved).toMatchObject({ kind: 'moved' })
    expect(moved.kind === 'moved' && moved.proof.said).toContain(label.interview)
    expect(await advance(label.submitted, label.interview)).toMatchObject({ kind: 'moved' })
    const left = { kind: 'leftAlone', currentLabel: label.interview }
    expect(await advance(label.submitted, label.offer)).toEqual(left)
    expect(await advance(label.interview, label.screening)).toEqual(left)
    expect((await bench.readApplication(applicationId)).stage.label).toBe(label.interview)
  })

  test('lets 1 of 2 simultaneous moves to different stages win', async () => {
    const { advance } = await openMoves(bench, 'Miguel Santos')
    const results = await Promise.all([label.interview, label.offer].map((to) => advance(label.submitted, to)))
    expect(results.filter((result) => result.kind === 'moved')).toHaveLength(1)
  })

  test('never brings a rejected application back', async () => {
    const { under } = bench
    const { applicationId, stages } = await openMoves(bench, 'Mateusz')
    const { stage } = await bench.readApplication(applicationId)
    const to = stages.find((one) => one.label === label.interview)
    const result = await under.ats.advanceStage(under.tenantId, applicationId, stage.id, to?.id ?? '')
    expect(result).toEqual({ kind: 'leftAlone', currentLabel: label.rejected })
  })
}

function describeNoMoves(bench: AtsBench): void {
  const { label, name } = bench.traits

  test('moves no stage, and says where to do it', async () => {
    const { applicationId, advance } = await openMoves(bench, 'Joana Pinto')
    const said = `${name} lets nobody move stages through its interface: please move it to "${label.interview}" there`
    expect(await advance(label.submitted, label.interview)).toMatchObject({ kind: 'notWritten', proof: { said } })
    expect((await bench.readApplication(applicationId)).stage.label).toBe(label.submitted)
  })
}

// ---------------------------------------------------------------- log

function describeLog(bench: AtsBench): void {
  const { traits, theApplication } = bench
  const activity = async () => ({
    externalKey: 'int_1:booked:0',
    applicationId: await theApplication({ candidate: 'Grace Kim' }),
    event: 'booked',
    text: 'Interview booked for Tuesday 9 March 2027, 09:00.',
    data: { startAt: '2027-03-09T14:00:00.000Z' },
    at: at('2027-03-02T10:00:00Z'),
  })

  if (traits.noteWrite === 'none') {
    test('keeps the log in Parley, and says so', async () => {
      const proof = await bench.under.ats.logActivity(bench.under.tenantId, await activity())
      expect(proof.said).toBe(
        `Kept in Parley: ${traits.name} takes no notes through its interface. ${(await activity()).text}`,
      )
      expect(notesWith(bench, 'booked')).toEqual([])
    })
    return
  }
  test('keeps 1 activity per key and proves it with its text', async () => {
    const { ats, tenantId } = bench.under
    const line = await activity()
    const first = await ats.logActivity(tenantId, line)
    const [second, third] = await Promise.all([ats.logActivity(tenantId, line), ats.logActivity(tenantId, line)])
    expect([second.id, third.id]).toEqual([first.id, first.id])
    expect(second.said).toBe(line.text)
    if (traits.hasLinks) expect(second.url).toMatch(/^http/)
    const written = notesWith(bench, noteMark(line.externalKey))
    expect(written.map(({ text }) => text.startsWith(line.text))).toEqual(bench.under.standIn ? [true] : [])
  })
}
