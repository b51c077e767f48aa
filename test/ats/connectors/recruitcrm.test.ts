import { afterEach, describe, expect, test } from 'vitest'
import { recruitcrm } from '../../../src/ats/connectors/recruitcrm.ts'
import { nameClient, pageRow } from '../../../src/ats/connectors/recruitcrmRows.ts'
import { outcomeOfLabel } from '../../../src/ats/outcomeOfLabel.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import { type ConnectorScene, type Opened, openScene, readStreams, rowsOf } from '../../contract/connectorScene.ts'
import { recruitcrm as kind } from '../../fakes/ats/recruitcrm.ts'

const scene: ConnectorScene = {
  system: recruitcrm,
  kind,
  fields: ({ key }) => ({ apiKey: key }),
  candidateCount: 230,
  // A search takes whole days, so it gives those of the last hours once more: they cost a page and are left out.
  requests: { first: 13, quiet: 12 },
  lacks: ['hiringManager', 'outcomes', 'private', 'confidentialJobs', 'secondEmail'],
  creates: { interview: /^POST \/v1\/meetings$/, note: /^POST \/v1\/notes$/ },
  hook: { event: 'candidate.hiringstage.updated', header: null },
}
describeConnector(scene)

const interviewOf = ({ standIn: { world }, now }: Opened) => {
  const { candidateId, jobId, stageId } = world.applications.rows[3]!
  const startAt = new Date(now().getTime() + 24 * 3600_000)
  return {
    ...{ applicationId: `${candidateId}:${jobId}`, candidateId, jobId, stageId, key: 'k1', knownId: null },
    ...{ status: 'SCHEDULED' as const, title: 'Interview with Ruth Vance', startAt, zone: 'Europe/London' },
    ...{ endAt: new Date(startAt.getTime() + 1800_000), location: 'Room 2', participants: [] },
    ...{ userIds: [world.users.rows[2]!.id], text: 'With <Ruth>', actingUserId: world.users.rows[0]!.id },
  }
}

describe('Recruit CRM', () => {
  const opened: Opened[] = []
  const open = async () => {
    const one = await openScene(scene)
    opened.push(one)
    return one
  }
  afterEach(() => Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop())))

  test('writes a meeting that invites nobody, belongs to candidate, job and user, and has the best of its types', async () => {
    const one = await open()
    const interview = interviewOf(one)
    const { id, said } = await one.connector.writeInterview!(interview)
    const row = one.standIn.world.interviews.get(id)!
    expect(row).toMatchObject({
      candidateId: interview.candidateId,
      note: expect.stringMatching(/^With ‹Ruth›\n\n\[Parley \w+\]$/),
    })
    expect(row.extra).toMatchObject({
      sendsInvites: false,
      associated_jobs: [interview.jobId],
      meeting_type_id: 40_014,
    })
    expect(row.extra.attendees).toMatchObject(
      [{ attendee_id: interview.userIds[0] }, { attendee_type: 'Candidate' }].toReversed(),
    )
    expect(said).toContain('sends no invitation')
  })

  test('finds a meeting 2 seconds after the answer was lost, when no search finds it yet', async () => {
    const one = await open()
    one.standIn.order({ kind: 'lostReply', on: /^POST/ })
    await expect(one.connector.writeInterview!(interviewOf(one))).rejects.toMatchObject({ code: 'unavailable' })
    one.advance(2000)
    await one.connector.writeInterview!(interviewOf(one))
    expect(one.standIn.world.interviews.rows).toHaveLength(3)
  })

  test('reads neither who is assigned to a job that was closed for 60 days nor its contacts, and keeps the job', async () => {
    const one = await open()
    const { world } = one.standIn
    const daysAgo = (days: number) => new Date(one.now().getTime() - days * 24 * 3600_000)
    world.jobs.update(world.jobs.rows[0]!.id, { status: 'closed', updatedAt: daysAgo(61) })
    world.jobs.update(world.jobs.rows[1]!.id, { status: 'closed', updatedAt: daysAgo(59) })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'jobs').map(({ status, clientId }) => [status, clientId === null])).toContainEqual([
      'closed',
      true,
    ])
    const jobIds = new Set(rowsOf(rows, 'applications').map(({ jobId }) => jobId))
    expect([...jobIds].sort()).toEqual(world.jobs.rows.slice(1).map(({ id }) => id))
  })

  test('leaves a meeting alone that is about no candidate for a job', async () => {
    const one = await open()
    const times = { startAt: one.now(), endAt: new Date(one.now().getTime() + 1800_000) }
    one.standIn.world.addInterview({ ...times, applicationId: '', title: 'Lunch' })
    const { rows } = await readStreams(one, null)
    expect(rowsOf(rows, 'interviews')).toHaveLength(2)
  })

  test('leaves out and counts the candidate without a slug, and gives the other 12', async () => {
    const one = await open()
    one.standIn.world.addCandidate({ id: '' })
    const { rows } = await readStreams(one, null, (name) => name === 'candidates')
    expect(rows.map(({ candidates, leftOut }) => [candidates?.length, leftOut])).toEqual([[12, 1]])
  })

  test('asks for its 14 events once, however often it is told to', async () => {
    const one = await open()
    await one.connector.registerHook!('https://parley.example/h/1', 's')
    await one.connector.registerHook!('https://parley.example/h/1', 's')
    expect(one.standIn.world.hooks.rows).toHaveLength(14)
  })

  test('is at its last page whether the next address is null, missing, or the word', () => {
    const hasNext = (body: unknown) => pageRow.parse(body).next_page_url
    expect([null, undefined, 'null', ''].map((next_page_url) => hasNext({ data: [], next_page_url }))).not.toContain(
      true,
    )
    expect(hasNext({ data: [], next_page_url: 'https://api.recruitcrm.io/v1/jobs?page=2' })).toBe(true)
    expect(hasNext([])).toBe(false)
  })

  test('calls a client after the domain of its contact, or after the contact', () => {
    const named = (email: string | null) =>
      nameClient({ slug: 'k1', first_name: 'Cal', last_name: 'Client', email, company_slug: 'c1' })
    const emails = ['cal@acme-foods.co.uk', 'cal@mail.initech.com', 'cal@gmail.com', null]
    expect(emails.map(named)).toEqual(['Acme Foods', 'Initech', 'Company of Cal Client', 'Company of Cal Client'])
  })

  test('knows by the name of a stage who was placed and who is out', () => {
    const outcomes = (labels: string[]) => labels.map(outcomeOfLabel)
    expect(outcomes(['Placed', 'Hired', 'Joined'])).toEqual(['hired', 'hired', 'hired'])
    expect(
      outcomes(['Rejected by client', 'Not interested', 'Did not join: withdrawn', 'Offer declined']),
    ).not.toContain('active')
    expect(outcomes(['Assigned', 'Client Interview', 'Offer', 'Submitted to client'])).toEqual(Array(4).fill('active'))
  })
})
