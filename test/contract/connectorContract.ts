import { afterEach, describe, expect, test } from 'vitest'
import type { NoteWriting, Stream, SyncedRows } from '../../src/ats/connector.ts'
import { noteMark } from '../../src/ats/noteMark.ts'
import type { ErrorCode } from '../../src/domain/errors.ts'
import type { Fault } from '../fakes/ats/faults.ts'
import { readRoutes } from '../fakes/ats/routeTable.ts'
import { checkAsk } from '../fakes/ats/sheets.ts'
import type { Candidate, Stage } from '../fakes/ats/world.ts'
import { describeHooks } from './connectorHooks.ts'
import {
  allRequests,
  applicationsOf,
  type ConnectorScene,
  candidateAt,
  lineUpApplications,
  lineUpCandidates,
  lineUpWorld,
  type Opened,
  openScene,
  otherHost,
  people,
  planInterview,
  readRef,
  readStreams,
  rowsOf,
  waiting,
} from './connectorScene.ts'

const hourMs = 3600_000

/** What every connector must do for us, run over each against the stand-in of its vendor. */
export function describeConnector(scene: ConnectorScene): void {
  const { system } = scene
  describe(`the connector of ${system.name}`, () => {
    const opened: Opened[] = []
    const open = async (candidateCount?: number) => {
      const one = await openScene(scene, candidateCount)
      opened.push(one)
      return one
    }
    afterEach(async () => {
      for (const { origins, standIn } of opened)
        expect([...origins]).toEqual(origins.size === 0 ? [] : [standIn.origin])
      await Promise.all(opened.splice(0).map(({ standIn }) => standIn.stop()))
    })
    describeItself(scene, open)
    describeReading(scene, open)
    describeChanges(scene, open)
    describeFaults(scene, open)
    describeWriting(scene, open)
    describeProbes(scene, open)
    describeHooks(scene, open)

    test('sends nothing but what the sheet of the vendor describes', async () => {
      const problems = new Set<string>()
      for (const { standIn, request } of allRequests()) {
        if (scene.notInSheet?.test(new URL(request.url).pathname)) continue
        for (const problem of await checkAsk(standIn, null, request))
          problems.add(`${request.method} ${request.url}: ${problem}`)
      }
      expect([...problems].slice(0, 10)).toEqual([])
    })
  })
}

type Open = (candidateCount?: number) => Promise<Opened>

function describeItself({ system }: ConnectorScene, open: Open): void {
  test('does what its table of capabilities says, and looks at least every 15 minutes', async () => {
    const { connector } = await open()
    const { capabilities: can } = system
    expect({
      stageWrite: connector.moveStage ? 'native' : 'none',
      interviewWrite: connector.writeInterview ? 'native' : connector.writeNote ? 'note' : 'none',
      noteWrite: connector.writeNote ? 'native' : 'none',
      attachments: connector.listAttachments ? 'link' : 'none',
      hasHooks: connector.checkHook !== null,
      readsInterviews: connector.streams.some(({ kinds }) => kinds.includes('interviews')),
    }).toEqual({
      stageWrite: can.stageWrite,
      interviewWrite: can.interviewWrite,
      noteWrite: can.noteWrite,
      attachments: can.attachments,
      hasHooks: can.hooks !== 'none',
      readsInterviews: can.interviewRead === 'native',
    })
    expect(system.everyMinutes).toBeLessThanOrEqual(15)
    for (const { everyMinutes } of connector.streams) expect(everyMinutes).toBeLessThanOrEqual(60)
    for (const text of [system.does, system.doesNot, ...system.steps]) expect(text).toMatch(/^[A-Z].{20,}\.$/s)
    expect(new Set(connector.streams.map(({ name }) => name)).size).toBe(connector.streams.length)
  })
}

// ---------------------------------------------------------------- reading

function describeReading(scene: ConnectorScene, open: Open): void {
  const lacks = new Set(scene.lacks)
  const count = scene.candidateCount ?? 120

  test(`reads ${count} candidates with their applications once each, in more than two pages and at most ${scene.requests.first} requests`, async () => {
    const one = await open(count)
    // So fast that only what the connector knows of the limit keeps it.
    one.answerIn(0)
    const { rows, pages } = await readStreams(one, null)
    const { world, log } = one.standIn
    expect(log.length).toBeLessThanOrEqual(scene.requests.first)
    expect(log.filter(({ status }) => status >= 400).map(({ url, status }) => `${status} ${url}`)).toEqual([])
    expect(Math.max(...pages.values())).toBeGreaterThan(2)
    const expected = scene.isCandidatePerApplication
      ? world.applications.rows.map(({ candidateId }) => world.candidates.get(candidateId)!)
      : world.candidates.rows
    expect(lineUpCandidates(rowsOf(rows, 'candidates'), lacks)).toEqual(lineUpCandidates(expected, lacks))
    expect(lineUpApplications(rows, lacks)).toEqual(lineUpWorld(one, lacks))
    expect(rows.reduce((sum, { leftOut = 0 }) => sum + leftOut, 0)).toBe(0)
  })

  test('reads 3 jobs with their stages in order, the people who work on them, and the client', async () => {
    const one = await open()
    const { rows } = await readStreams(one, null)
    const { world } = one.standIn
    const jobs = rowsOf(rows, 'jobs')
    expect(jobs.map(({ title }) => title).sort()).toEqual(world.jobs.rows.map(({ title }) => title).sort())
    expect(new Set(jobs.map(({ status }) => status))).toEqual(new Set(['open']))
    for (const job of jobs) {
      const stages = rowsOf(rows, 'stages').filter(({ jobId }) => jobId === job.id)
      const labels = stages.toSorted((a, b) => a.ordinal - b.ordinal).map(({ label }) => label)
      const itself = world.jobs.rows.find(({ title }) => title === job.title)!
      expect(labels).toEqual(world.stagesOf(itself.id).map(({ label }) => label))
    }
    const users = rowsOf(rows, 'users')
    if (!lacks.has('users') && !lacks.has('userEmails'))
      expect(users.map(({ email }) => email).sort()).toEqual(
        Object.values(people)
          .map(({ email }) => email)
          .sort(),
      )
    if (!lacks.has('hiringManager')) {
      const managers = new Map(
        [...jobs, ...rowsOf(rows, 'teams')].flatMap((row) => {
          const userId = row.hiringManagerId
          return userId ? [['jobId' in row ? row.jobId : row.id, users.find(({ id }) => id === userId)?.email]] : []
        }),
      )
      expect(jobs.map(({ id }) => managers.get(id))).toEqual(jobs.map(() => people.manager.email))
    }
    const clients = rowsOf(rows, 'clients')
    if (!lacks.has('clients')) {
      expect(clients.map(({ name }) => name)).toEqual(['Brightwater'])
      expect(jobs.map(({ clientId }) => clientId)).toEqual(jobs.map(() => clients[0]?.id))
    }
    if (!lacks.has('contacts'))
      expect(rowsOf(rows, 'contacts')).toMatchObject([
        { clientId: clients[0]?.id, name: 'Ines Falk', email: 'ines.falk@brightwater.example' },
      ])
  })

  if (!lacks.has('interviews'))
    test('reads the 2 interviews that others made, with their times and who takes part', async () => {
      const one = await open()
      const { rows } = await readStreams(one, null)
      const interviews = rowsOf(rows, 'interviews').toSorted((a, b) => a.startAt.getTime() - b.startAt.getTime())
      expect(interviews.map(({ startAt, endAt, status }) => [startAt, endAt, status])).toEqual(
        one.standIn.world.interviews.rows.map(({ startAt, endAt }) => [startAt, endAt, 'SCHEDULED']),
      )
      const applications = rowsOf(rows, 'applications')
      for (const { applicationId, pair } of interviews) {
        const isOf = (row: (typeof applications)[number]) =>
          pair ? row.candidateId === pair.candidateId && row.jobId === pair.jobId : row.id === applicationId
        expect(applications.filter(isOf)).toHaveLength(1)
      }
      if (lacks.has('interviewUsers')) return
      const email = (id: string | undefined) => rowsOf(rows, 'users').find((user) => user.id === id)?.email
      expect(interviews.map(({ userIds }) => userIds.map(email))).toEqual(
        interviews.map(() => [people.interviewer.email]),
      )
    })

  test('keeps every digit of its ids', async () => {
    const one = await open()
    const { rows } = await readStreams(one, null)
    const { world } = one.standIn
    const known = new Set([world.candidates, world.applications].flatMap((table) => table.rows.map(({ id }) => id)))
    const isLong = [...known].some((id) => /^\d+$/.test(id) && !Number.isSafeInteger(Number(id)))
    const read = [...rowsOf(rows, 'candidates'), ...rowsOf(rows, 'applications')].map(({ id }) => id)
    for (const id of read) expect(id).not.toMatch(/e\+|undefined|object|NaN/)
    if (isLong) expect(read.filter((id) => !known.has(id))).toEqual([])
    expect(new Set(read).size).toBeGreaterThan(10)
  })
}

// ---------------------------------------------------------------- changes

const touched = ({ standIn: { world }, now }: Opened, candidate: Candidate, patch: Partial<Candidate>) => {
  world.candidates.update(candidate.id, { ...patch, updatedAt: now() })
  for (const { id } of world.applications.by('candidateId', candidate.id))
    world.applications.update(id, { updatedAt: now() })
}

function describeChanges(scene: ConnectorScene, open: Open): void {
  const lacks = new Set(scene.lacks)
  const isWhole = scene.system.capabilities.changes === 'whole'
  const hasFixedStages = scene.system.capabilities.stages === 'fixed'
  const peopleIn = (one: Opened, byStream: ReadonlyMap<string, SyncedRows[]>) => {
    const changing = one.connector.streams.filter(({ mode }) => mode === 'changes').map(({ name }) => name)
    const rows = changing.flatMap((name) => byStream.get(name) ?? [])
    return {
      candidates: rowsOf(rows, 'candidates').map(({ emails }) => emails[0] ?? ''),
      applications: rowsOf(rows, 'applications').length,
    }
  }

  test(`asks ${scene.requests.quiet} times at most in a quarter of an hour in which nothing has changed, and is told of nobody`, async () => {
    const one = await open(40)
    await readStreams(one, null)
    one.advance(hourMs)
    const before = one.standIn.log.length
    const often = new Set(one.connector.streams.filter((stream) => stream.everyMinutes <= 15).map(({ name }) => name))
    const { byStream } = await readStreams(one, new Date(one.now().getTime() - 600_000), (name) => often.has(name))
    expect(one.standIn.log.length - before).toBeLessThanOrEqual(scene.requests.quiet)
    if (isWhole) return
    if (lacks.has('changeTimes')) expect(peopleIn(one, byStream).applications).toBeLessThanOrEqual(50)
    else expect(peopleIn(one, byStream)).toEqual({ candidates: [], applications: 0 })
  })

  test('sees a new candidate, a move, a rejection, another name and a renamed stage, and of others nothing', async () => {
    const one = await open(40)
    const { world } = one.standIn
    const first = (await readStreams(one, null)).rows
    one.advance(hourMs)
    const since = one.now()
    one.advance(60_000)
    const [moved, rejected, renamed] = [9, 10, 11].map((index) => candidateAt(one, index))
    const application = applicationsOf(one, moved!)[0]!
    world.moveApplication(application.id, world.stagesOf(application.jobId).at(-2)!.id)
    const dropped = applicationsOf(one, rejected!)[0]!
    world.applications.update(dropped.id, { status: 'rejected', rejectedAt: one.now(), updatedAt: one.now() })
    touched(one, renamed!, { lastName: 'Ulvang' })
    const added = world.addCandidate({ firstName: 'Nova', lastName: 'Pell', emails: ['nova.pell@mail.example'] })
    world.addApplication({ candidateId: added.id, jobId: world.jobs.rows[2]!.id, ownerId: world.users.rows[0]!.id })
    const stage: Stage = world.stagesOf(world.jobs.rows[0]!.id)[1]!
    if (!hasFixedStages) world.stages.update(stage.id, { label: 'Video Call', updatedAt: one.now() })

    one.advance(60_000)
    const { rows, byStream } = await readStreams(one, since)
    const whole = lineUpApplications([...rows, ...reading(first, rows)], lacks)
    const expected = lineUpWorld(one, lacks)
    // Who was told of anew is as the account has it; who was not is as before.
    expect(whole).toEqual(expected)
    if (!hasFixedStages && !lacks.has('emptyStages'))
      expect(rowsOf(rows, 'stages').map(({ label }) => label)).toContain('Video Call')
    if (isWhole || lacks.has('changeTimes')) return
    const emails = [moved, rejected, renamed, added].map((candidate) => candidate!.emails[0]!)
    const seen = peopleIn(one, byStream)
    expect(seen.candidates.filter((email) => !emails.includes(email))).toEqual([])
    expect(seen.applications).toBeLessThanOrEqual(4)
  })

  test('leaves out private candidates and confidential jobs, and shows who is gone at the latest in a whole reading', async () => {
    const one = await open(30)
    const { world } = one.standIn
    const first = (await readStreams(one, null)).rows
    const [gone, hidden] = [9, 10].map((index) => candidateAt(one, index))
    const goneIds = rowsOf(first, 'candidates')
      .filter(({ emails }) => emails[0] === gone!.emails[0])
      .map(({ id }) => id)
    expect(goneIds).toHaveLength(1)
    one.advance(hourMs)
    const since = one.now()
    one.advance(60_000)
    for (const { id } of applicationsOf(one, gone!)) world.applications.remove(id)
    world.candidates.remove(gone!.id)
    if (!lacks.has('private')) touched(one, hidden!, { isPrivate: true })
    if (!lacks.has('confidentialJobs')) {
      const job = world.addJob({ title: 'Secret Plant', isConfidential: true })
      world.addApplication({ candidateId: candidateAt(one, 3).id, jobId: job.id })
    }
    one.advance(60_000)
    const changes = (await readStreams(one, since)).rows
    const told = rowsOf(changes, 'removed').map(({ id }) => id)
    if (scene.system.capabilities.removals === 'told') expect(told).toContain(goneIds[0])
    const { rows } = await readStreams(one, null)
    const names = rowsOf(rows, 'candidates').map(({ emails }) => emails[0])
    expect(names).not.toContain(gone!.emails[0])
    if (!lacks.has('private')) expect(names).not.toContain(hidden!.emails[0])
    expect(rowsOf(rows, 'jobs').map(({ title }) => title)).not.toContain('Secret Plant')
  })
}

/** The rows of a reading that another one did not tell anew. */
function reading(before: readonly SyncedRows[], after: readonly SyncedRows[]): SyncedRows[] {
  const kinds = ['users', 'jobs', 'stages', 'candidates', 'applications'] as const
  const keyOf = (row: { id: string; jobId?: string }, kind: string) =>
    kind === 'stages' ? `${row.jobId} ${row.id}` : row.id
  return kinds.map((kind) => {
    const known = new Set(rowsOf(after, kind).map((row) => keyOf(row, kind)))
    return { [kind]: rowsOf(before, kind).filter((row) => !known.has(keyOf(row, kind))) }
  })
}

// ---------------------------------------------------------------- faults

const isAboutPeople = ({ kinds }: Stream) => kinds.includes('candidates') || kinds.includes('applications')
const faults: readonly (readonly [kind: Fault['kind'], code: ErrorCode])[] = [
  ['throttle', 'rateLimited'],
  ['serverError', 'unavailable'],
  ['hang', 'unavailable'],
  ['cutBody', 'unavailable'],
  ['emptyBody', 'unavailable'],
  ['html', 'unavailable'],
  ['huge', 'unavailable'],
]

function describeFaults({ system, candidateCount = 120 }: ConnectorScene, open: Open): void {
  test('gives no rows but says what is wrong when the vendor is busy, broken, silent, cut off, empty or a web page, and goes on from the same page', async () => {
    const one = await open(candidateCount)
    await readStreams(one, null)
    const streams = one.connector.streams.filter(
      ({ kinds }) => kinds.includes('candidates') || kinds.includes('applications'),
    )
    for (const stream of streams) {
      const good = await waiting(one.advance, () => stream.read({ since: null, page: null }))
      for (const [kind, code] of faults) {
        one.advance(60_000)
        one.standIn.order({ kind })
        one.wait(kind === 'hang' ? 50 : 10_000)
        const failed = await stream.read({ since: null, page: null }).then(
          () => 'rows',
          (error: unknown) => error,
        )
        one.standIn.clearFaults()
        one.wait(10_000)
        expect(failed, `${stream.name}, ${kind}`).toMatchObject({ name: 'ParleyError', code })
        const { retry, message } = failed as { retry: unknown; message: string }
        expect(message, kind).toContain(system.name)
        const seconds = Number(one.latest()?.get('retry-after') ?? 0)
        if (kind === 'throttle') {
          expect(retry).toEqual({ afterMs: seconds > 0 ? seconds * 1000 : expect.any(Number) })
          one.advance((retry as { afterMs: number }).afterMs)
        } else expect(retry).toBe('later')
        const again = await waiting(one.advance, () => stream.read({ since: null, page: null }))
        expect(again.rows).toEqual(good.rows)
        // A walk that begins anew may have another name.
        expect(again.next === null).toBe(good.next === null)
      }
    }
  })

  test('follows no answer to another host, and sends no key there', async () => {
    const one = await open(candidateCount)
    one.disguise(true)
    const names = one.connector.streams.filter(isAboutPeople).map(({ name }) => name)
    await readStreams(one, null, (name) => names.includes(name)).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'ParleyError', code: 'unavailable' })
    })
    expect([...one.origins]).not.toContain(otherHost)
  })
}

// ---------------------------------------------------------------- writing

function describeWriting(scene: ConnectorScene, open: Open): void {
  const { creates } = scene

  test('reads an application as it is now, moves it to another stage, and says when it is gone', async () => {
    const one = await open()
    const { world } = one.standIn
    const { read, candidate, application, ref, actingUserId } = await readRef(one, 7)
    const itself = applicationsOf(one, candidate)[0]!
    const labelOf = (id: string) => world.stages.get(id)?.label
    const live = await one.connector.readApplication(ref)
    expect(live).toEqual({ stageId: application.stageId, stageLabel: labelOf(itself.stageId), outcome: 'active' })
    if (one.connector.moveStage) {
      const target = world.stagesOf(itself.jobId).at(-2)!
      const to = rowsOf(read, 'stages').find(({ jobId, label }) => jobId === ref.jobId && label === target.label)!
      await one.connector.moveStage({ ...ref, fromStageId: application.stageId, toStageId: to.id, actingUserId })
      expect(labelOf(applicationsOf(one, candidate)[0]!.stageId)).toBe(target.label)
      expect(await one.connector.readApplication(ref)).toMatchObject({ stageId: to.id, stageLabel: target.label })
    }
    for (const { id } of applicationsOf(one, candidate)) world.applications.remove(id)
    world.candidates.remove(candidate.id)
    expect(await one.connector.readApplication(ref)).toBeNull()
  })

  if (creates?.interview) describeInterviews(scene, open, creates.interview)
  if (creates?.note) describeNotes(open, creates.note)

  if (scene.system.capabilities.attachments === 'link')
    test('gives links to the resume and the cover letter, and opens neither', async () => {
      const one = await open()
      const { candidate, ref } = await readRef(one, 7)
      const { world } = one.standIn
      const applicationId = applicationsOf(one, candidate)[0]!.id
      for (const [kind, filename] of [
        ['resume', 'cv.pdf'],
        ['coverLetter', 'letter.pdf'],
      ] as const)
        world.addAttachment({ candidateId: candidate.id, applicationId, kind, filename })
      const links = await one.connector.listAttachments!(ref)
      expect(links.map(({ kind }) => kind)).toContain('resume')
      for (const { url, name } of links) {
        expect(url).toMatch(/^https?:\/\//)
        expect(name).not.toBe('')
      }
    })
}

function describeInterviews({ system }: ConnectorScene, open: Open, creates: RegExp): void {
  async function prepare() {
    const one = await open()
    const found = await readRef(one, 7)
    const { candidate, ref } = found
    const interview = planInterview(one, found)
    const { world } = one.standIn
    const rows = () => world.interviews.by('applicationId', applicationsOf(one, candidate)[0]!.id)
    const standing = () => rows().filter((row) => row.canceledAt === null && !/cancel|delet/i.test(row.status))
    return { one, interview, ref, standing, connector: one.connector }
  }

  test('has nothing against a good interview, writes it once though asked twice, changes and cancels it', async () => {
    const { one, interview, ref, standing, connector } = await prepare()
    const write = connector.writeInterview!
    expect(connector.checkInterview ? await connector.checkInterview(interview) : []).toEqual([])
    const written = await write(interview)
    expect(written).toMatchObject({ id: expect.stringMatching(/./), said: expect.stringMatching(/./) })
    expect((await write(interview)).id).toBe(written.id)
    expect(standing().map(({ startAt, endAt }) => [startAt, endAt])).toEqual([[interview.startAt, interview.endAt]])

    const later = {
      startAt: new Date(interview.startAt.getTime() + 2 * hourMs),
      endAt: new Date(interview.endAt.getTime() + 2 * hourMs),
    }
    one.advance(60_000)
    await write({ ...interview, ...later, knownId: written.id })
    expect(standing().map(({ startAt, endAt }) => [startAt, endAt])).toEqual([[later.startAt, later.endAt]])
    const read = await connector.readInterview?.({ ...ref, id: written.id })
    expect(read).toMatchObject({ ...later, status: 'SCHEDULED', applicationId: ref.applicationId })

    one.advance(60_000)
    const canceled = await write({ ...interview, ...later, knownId: written.id, status: 'CANCELED' })
    expect(canceled.said).not.toBe('')
    expect(standing()).toEqual([])
    const left = await connector.readInterview?.({ ...ref, id: written.id })
    expect(left?.status ?? 'CANCELED').toBe('CANCELED')
    await write({ ...interview, ...later, knownId: written.id, status: 'CANCELED' })
    expect(standing()).toEqual([])
  })

  test('has one interview when the answer to the first attempt was lost', async () => {
    const { one, interview, standing, connector } = await prepare()
    one.standIn.order({ kind: 'lostReply', on: creates })
    await expect(connector.writeInterview!(interview)).rejects.toMatchObject({ code: 'unavailable' })
    one.advance(60_000)
    const written = await connector.writeInterview!(interview)
    expect(standing()).toHaveLength(1)
    expect((await connector.writeInterview!({ ...interview, knownId: written.id })).id).toBe(written.id)
    expect(standing()).toHaveLength(1)
  })

  if (system.capabilities.interviewRead === 'native')
    test('reads back the interview it wrote among those of the account', async () => {
      const { one, interview, connector } = await prepare()
      const { id } = await connector.writeInterview!(interview)
      one.advance(60_000)
      const rows = rowsOf((await readStreams(one, null)).rows, 'interviews')
      expect(rows.filter((row) => row.id === id)).toMatchObject([
        { startAt: interview.startAt, endAt: interview.endAt },
      ])
    })
}

function describeNotes(open: Open, creates: RegExp): void {
  test('writes a note once, and looks for it first when an answer was lost', async () => {
    const one = await open()
    const { ref, actingUserId } = await readRef(one, 7)
    const { connector, standIn } = one
    const note = (key: string): NoteWriting => ({
      ...ref,
      ...{ key, mayExist: false, actingUserId },
      text: `Ruth & Dana meet <Zoë> on 3 February.\n${noteMark(key)}`,
    })
    const count = (key: string) => standIn.world.notes.rows.filter(({ text }) => text.includes(noteMark(key))).length
    const written = await connector.writeNote!(note('one'))
    expect(written.said).not.toBe('')
    expect(count('one')).toBe(1)
    standIn.order({ kind: 'lostReply', on: creates })
    await expect(connector.writeNote!(note('two'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(count('two')).toBe(1)
    if (!connector.canFindNotes) return
    one.advance(60_000)
    await connector.writeNote!({ ...note('two'), mayExist: true })
    expect(count('two')).toBe(1)
    await connector.writeNote!({ ...note('three'), mayExist: true })
    expect(count('three')).toBe(1)
  })
}

// ---------------------------------------------------------------- probes

function describeProbes({ system, kind, unneededScopes = [], permissionNames = {} }: ConnectorScene, open: Open): void {
  test('finds every part of the interface good, and changes nothing by asking', async () => {
    const one = await open()
    const before = one.standIn.world.changeCount
    const probes = await one.connector.probe()
    expect(probes.filter(({ state }) => state !== 'ok')).toEqual([])
    expect(probes.length).toBeGreaterThan(2)
    expect(new Set(probes.map(({ capability }) => capability)).size).toBe(probes.length)
    expect(one.standIn.world.changeCount).toBe(before)
  })

  const scopes = [...new Set(readRoutes(kind.routes).flatMap(({ scope }) => scope ?? []))]
  const needed = scopes.filter((scope) => !unneededScopes.includes(scope))
  if (needed.length > 0)
    test(`names each of ${needed.length} permissions that the key lacks`, async () => {
      const one = await open()
      const found: (readonly [string, readonly (string | null)[]])[] = []
      for (const scope of needed) {
        one.advance(120_000)
        one.standIn.desk.scopes = new Set(scopes.filter((other) => other !== scope))
        const missing = (await one.connector.probe()).filter(({ state }) => state === 'missing')
        found.push([scope, [...new Set(missing.map(({ permission }) => permission))]])
      }
      expect(found).toEqual(needed.map((scope) => [scope, permissionNames[scope] ?? [scope]]))
    })

  test('says that the key is no longer accepted once it is revoked', async () => {
    const one = await open()
    await readStreams(one, null)
    one.standIn.desk.keys.clear()
    one.advance(120_000)
    const probes = await one.connector.probe()
    expect(probes.map(({ state }) => state)).toEqual(probes.map(() => 'failing'))
    expect(probes[0]?.said).toBe(`${system.name} no longer accepts the key. Enter a new one under Integrations.`)
    const [stream] = one.connector.streams
    await expect(stream!.read({ since: null, page: null })).rejects.toMatchObject({ code: 'notConfigured' })
  })
}
