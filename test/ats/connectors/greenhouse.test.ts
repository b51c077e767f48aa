import { expect, test } from 'vitest'
import { greenhouse } from '../../../src/ats/connectors/greenhouse.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import {
  applicationsOf,
  type ConnectorScene,
  candidateAt,
  findRead,
  type Opened,
  people,
  planInterview,
  readRef,
  readStreams,
  rowsOf,
  withScene,
} from '../../contract/connectorScene.ts'
import { greenhouse as kind } from '../../fakes/ats/greenhouse.ts'

const scene: ConnectorScene = {
  system: greenhouse,
  kind,
  fields: () => ({ clientId: 'client-1', clientSecret: 'secret-1' }),
  lacks: ['clients', 'contacts'],
  candidateCount: 1100,
  requests: { first: 20, quiet: 9 },
  creates: { interview: /^POST \/v3\/interviews$/, note: /^POST \/v3\/notes$/ },
  hook: { event: 'candidate_stage_change', header: 'signature' },
  unneededScopes: ['harvest:job_owners:list'],
  notInSheet: /^\/token$/,
}
describeConnector(scene)

const countOf = ({ standIn }: Opened, path: RegExp) =>
  standIn.log.filter(({ method, url }) => path.test(`${method} ${new URL(url).pathname}`)).length

test('moves where Greenhouse wants the row of the stage instead of the stage, and asks in the right way from then on', () =>
  withScene(scene, async (one) => {
    one.standIn.desk.settings.set('fromStage', 'row')
    const { read, ref, application, candidate } = await readRef(one, 7)
    const stages = rowsOf(read, 'stages').filter(({ jobId }) => jobId === ref.jobId)
    const move = (fromStageId: string | null, toStageId: string) =>
      one.connector.moveStage!({ ...ref, fromStageId, toStageId, actingUserId: null })
    await move(application.stageId, stages[0]!.id)
    expect(countOf(one, /\/move$/)).toBe(2)
    await move(stages[0]!.id, stages[1]!.id)
    expect(countOf(one, /\/move$/)).toBe(3)
    expect(applicationsOf(one, candidate)[0]!.stageId).toBe(stages[1]!.id)
  }))

test('does not move somebody who was moved meanwhile', () =>
  withScene(scene, async (one) => {
    const { ref, application, candidate } = await readRef(one, 7)
    const { world } = one.standIn
    const itself = applicationsOf(one, candidate)[0]!
    const [first, second] = world.stagesOf(itself.jobId)
    world.moveApplication(itself.id, first!.id)
    await expect(
      one.connector.moveStage!({ ...ref, fromStageId: application.stageId, toStageId: second!.id, actingUserId: null }),
    ).rejects.toMatchObject({ code: 'refused' })
    expect(applicationsOf(one, candidate)[0]!.stageId).toBe(first!.id)
  }))

test('writes in the name of the recruiter, and of the integration for one whom Greenhouse does not know', () =>
  withScene(scene, async (one) => {
    const found = await readRef(one, 7)
    const interview = planInterview(one, found)
    await one.connector.writeInterview!(interview)
    await one.connector.writeInterview!({ ...interview, key: 'parley-interview-32', actingUserId: '999' })
    const rows = one.standIn.world.interviews.by('applicationId', found.ref.applicationId)
    expect(rows.map(({ organizerId }) => organizerId)).toEqual([found.actingUserId, null])
  }))

test('keeps the answers of interviewers when an interview moves', () =>
  withScene(scene, async (one) => {
    const interview = planInterview(one, await readRef(one, 7))
    const { id } = await one.connector.writeInterview!(interview)
    const { interviews } = one.standIn.world
    const [first, second] = interviews.get(id)!.seats
    interviews.update(id, { seats: [{ ...first!, response: 'accepted' }, second!] })
    const endAt = new Date(interview.endAt.getTime() + 900_000)
    const written = await one.connector.writeInterview!({ ...interview, endAt, knownId: id })
    expect(interviews.get(id)!.seats.map(({ response }) => response)).toEqual(['accepted', 'needs_action'])
    expect(written.said).toContain('2 interviewers')
  }))

test('takes the slot of the stage the candidate is in, and says so in words when the plan has none', () =>
  withScene(scene, async (one) => {
    const { world } = one.standIn
    const found = await readRef(one, 7)
    const types = world.interviewTypes.by('jobId', found.ref.jobId)
    const phone = types.find(({ label }) => label === 'Phone Screen')!
    const interview = { ...planInterview(one, found), stageId: phone.stageId, title: 'Interview' }
    const { id } = await one.connector.writeInterview!(interview)
    expect(world.interviews.get(id)!.typeId).toBe(phone.id)
    for (const type of types) world.interviewTypes.remove(type.id)
    const other = { ...interview, key: 'parley-interview-33' }
    const problem =
      'The interview plan of this job in Greenhouse has no interview that needs scheduling. Add one there (Job Setup > Interview Plan), then try again.'
    expect(await one.connector.checkInterview!(other)).toEqual([problem])
    await expect(one.connector.writeInterview!(other)).rejects.toMatchObject({ code: 'refused', message: problem })
  }))

test('says with the interview that the hiring manager is missing or takes no part, and before it that nobody does', () =>
  withScene(scene, async (one) => {
    const found = await readRef(one, 7)
    const interview = planInterview(one, found)
    const write = async (patch: Partial<typeof interview>) =>
      (await one.connector.writeInterview!({ ...interview, ...patch })).said
    expect(await write({})).not.toMatch(/hiring manager/)
    const alone = { userIds: [found.idOf(people.interviewer)!] }
    expect(await write(alone)).toMatch(/\. The hiring manager whom Greenhouse names for this job neither takes part/)
    expect(await write({ ...alone, actingUserId: found.idOf(people.manager) })).not.toMatch(/hiring manager/)
    one.standIn.world.jobs.update(found.ref.jobId, { hiringManagerIds: [] })
    expect(await write(alone)).toMatch(/\. The job has no hiring manager in Greenhouse/)
    expect(one.standIn.world.interviews.by('applicationId', found.ref.applicationId)).toHaveLength(1)

    const [problem] = await one.connector.checkInterview!({ ...interview, userIds: [] })
    expect(problem).toMatch(/^Nobody who takes part is a user of Greenhouse/)
    await expect(write({ userIds: [] })).rejects.toMatchObject({ code: 'refused', message: problem })
  }))

test('gets a new token by itself when the old one ends, or is no longer taken', () =>
  withScene(scene, async (one) => {
    const [users] = one.connector.streams
    const read = () => users!.read({ since: null, page: null })
    await read()
    one.advance(3600_000)
    expect((await read()).rows.users).toHaveLength(3)
    expect(countOf(one, /\/token$/)).toBe(2)
    one.standIn.desk.settings.delete('tokens')
    expect((await read()).rows.users).toHaveLength(3)
    expect(countOf(one, /\/token$/)).toBe(3)
  }))

test('finds the stage of everybody in a page of hundreds though a job has two stages of one name', () =>
  withScene(scene, async (one) => {
    const { world } = one.standIn
    const job = world.jobs.rows[0]!
    const stages = world.stagesOf(job.id)
    world.stages.update(stages[2]!.id, { label: stages[1]!.label })
    for (let index = 0; index < 60; index++) {
      const { id } = world.addCandidate({ lastName: `Rask${index}`, emails: [`rask${index}@mail.example`] })
      world.addApplication({ candidateId: id, jobId: job.id, stageId: stages[1 + (index % 2)]!.id })
    }
    const { rows } = await readStreams(one, null)
    const wrong = world.candidates.rows.slice(-60).filter((candidate) => {
      return findRead(rows, candidate).stageId !== applicationsOf(one, candidate)[0]!.stageId
    })
    expect(wrong).toEqual([])
  }))

test('leaves out the one row that has no name, counts it, and takes the others', () =>
  withScene(scene, async (one) => {
    one.standIn.world.jobs.update(one.standIn.world.jobs.rows[1]!.id, { title: 42 as never })
    const jobs = one.connector.streams.find(({ name }) => name === 'jobs')!
    const { rows } = await jobs.read({ since: null, page: null })
    expect(rows.jobs).toHaveLength(2)
    expect(rows.leftOut).toBe(1)
  }))

test('notifies nobody by a note that has an @ in it', () =>
  withScene(scene, async (one) => {
    const { ref } = await readRef(one, 7)
    const text = 'From @Ruth: write to ruth.vance@agency.example. [Parley 000000000000]'
    await one.connector.writeNote!({ ...ref, key: 'k', mayExist: false, text, actingUserId: null })
    const note = one.standIn.world.notes.rows[0]!
    expect(note.text).toContain('@\u2060Ruth')
    expect(note.text).toContain('ruth.vance@agency.example')
    expect(note.candidateId).toBe(candidateAt(one, 7).id)
  }))
