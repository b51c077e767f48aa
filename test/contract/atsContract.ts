import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationQuery, AtsPort } from '../../src/ats/port.ts'
import type { TenantId } from '../../src/domain/ids.ts'

/** An ATS that holds the sample agency (src/ats/sampleData.ts) for `tenantId` and nothing for `otherTenantId`. */
export interface AtsUnderTest {
  ats: AtsPort
  tenantId: TenantId
  otherTenantId: TenantId
  close(): Promise<void>
}

const nothing: ApplicationQuery = { candidate: null, client: null, job: null }
const at = (text: string) => new Date(text)

/** What every applicant tracking system must do for us, run over each adapter. */
export function describeAts(name: string, open: () => Promise<AtsUnderTest>): void {
  describe(`${name} as an ATS`, () => {
    let under: AtsUnderTest
    beforeAll(async () => {
      under = await open()
    })
    afterAll(() => under.close())

    const find = (query: Partial<ApplicationQuery>) =>
      under.ats.findApplications(under.tenantId, { ...nothing, ...query })
    async function theApplication(query: Partial<ApplicationQuery>): Promise<string> {
      const { matches } = await find(query)
      expect(matches).toHaveLength(1)
      return matches[0]?.applicationId ?? ''
    }
    async function readApplication(id: string) {
      const context = await under.ats.readApplication(under.tenantId, id)
      if (!context) throw new Error(`application ${id} is gone`)
      return context
    }

    test('finds exactly 1 application for "Jane" with "Acme" for "Backend"', async () => {
      const { matches, unmatched } = await find({ candidate: 'Jane', client: 'Acme', job: 'Backend' })
      expect(unmatched).toEqual([])
      expect(matches).toMatchObject([
        {
          candidateName: 'Jane Whitfield',
          jobTitle: 'Backend Engineer',
          clientName: 'Acme Robotics',
          stageLabel: 'Submitted',
        },
      ])
    })

    test('finds both Janes for "Jane" alone', async () => {
      const { matches } = await find({ candidate: 'jane' })
      expect(matches.map((match) => match.candidateName).sort()).toEqual(['Jane Okafor', 'Jane Whitfield'])
    })

    test.each([
      ['a contact of the client', { candidate: 'Jane', client: 'Marta' }, 'Jane Whitfield'],
      ['the hiring manager of an in-house job', { candidate: 'Nadia', client: 'Priya' }, 'Nadia Petrova'],
      ['an interviewer of an in-house job', { candidate: 'Leonie', client: 'Tom Becker' }, 'Leonie Hartmann'],
      ['a name without its accents', { candidate: 'elif yildiz' }, 'Elif Yıldız'],
      [
        'the addresses of both sides',
        { candidate: 'Jane.Okafor@mail.example', client: 'amara.nwosu@lumenhealth.example' },
        'Jane Okafor',
      ],
      ['a typo beside a right word', { candidate: 'Jane Whitfeild' }, 'Jane Whitfield'],
    ])('narrows by %s', async (_, query, candidateName) => {
      const { matches } = await find(query)
      expect(matches.map((match) => match.candidateName)).toEqual([candidateName])
    })

    test('names what nobody is called, with at most 3 that resemble it', async () => {
      const { matches, unmatched, nearest } = await find({ candidate: 'Jnae', client: 'Acne', job: 'Backend' })
      expect(matches).toEqual([])
      expect(unmatched).toEqual(['candidate', 'client'])
      expect(nearest.candidates.slice(0, 2).sort()).toEqual(['Jane Okafor', 'Jane Whitfield'])
      expect(nearest.candidates.length).toBeLessThanOrEqual(3)
      expect(nearest.clients).toEqual(['Acme Robotics'])
    })

    test('with names that are known but share no application says what the candidate has', async () => {
      const { matches, unmatched, nearest } = await find({ candidate: 'Jane Whitfield', client: 'Lumen' })
      expect(matches).toEqual([])
      expect(unmatched).toEqual([])
      expect(nearest.jobs).toEqual(['Backend Engineer'])
    })

    test('leaves rejected and hired applications out unless nothing else is left', async () => {
      const backend = await find({ job: 'Backend' })
      expect(backend.matches).toHaveLength(4)
      expect(backend.matches.map((match) => match.candidateName)).not.toContain('Mateusz Król')
      const rejected = await find({ candidate: 'Mateusz' })
      expect(rejected.matches).toMatchObject([{ candidateName: 'Mateusz Król', stageLabel: 'Rejected' }])
    })

    test('without any name lists the 23 live applications', async () => {
      expect((await find({})).matches).toHaveLength(23)
    })

    test('reads all a request needs of an application in one go', async () => {
      const context = await readApplication(await theApplication({ candidate: 'Jane', client: 'Acme' }))
      expect(context).toMatchObject({
        candidate: {
          firstName: 'Jane',
          lastName: 'Whitfield',
          emails: ['jane.whitfield@mail.example'],
          zone: 'Europe/London',
        },
        job: { title: 'Backend Engineer', status: 'open' },
        client: { name: 'Acme Robotics', country: 'DE' },
        hiringManager: null,
        stage: { label: 'Submitted', status: 'submitted' },
        owner: 'Hannah Cole',
      })
      expect(context.contacts.map((person) => person.name)).toEqual(['Marta Lindqvist', 'Jonas Weber'])
      expect(context.stages.map((stage) => stage.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      expect(context.attachments).toMatchObject([{ kind: 'resume' }])
      expect(context.url).toMatch(/^http/)
    })

    test('reads the hiring team of an in-house job', async () => {
      const context = await readApplication(await theApplication({ candidate: 'Nadia Petrova' }))
      expect(context.client).toBeNull()
      expect(context.contacts).toEqual([])
      expect(context.hiringManager?.name).toBe('Priya Raman')
      expect(context.interviewers.map((person) => person.name)).toEqual(['Tom Becker', 'Sofia Almeida'])
    })

    test('says null for an application it does not have', async () => {
      expect(await under.ats.readApplication(under.tenantId, 'none')).toBeNull()
    })

    test('answers who a candidate, a contact and a user are', async () => {
      const jane = await under.ats.findPeople(under.tenantId, 'Jane Okafor')
      expect(jane.matches).toMatchObject([
        { kind: 'candidate', name: 'Jane Okafor', applications: [{ jobTitle: 'Data Analyst', status: 'submitted' }] },
      ])
      expect(jane.matches[0]?.attachments).toHaveLength(1)
      const marta = await under.ats.findPeople(under.tenantId, 'marta')
      expect(marta.matches).toMatchObject([{ kind: 'contact', email: 'marta.lindqvist@acme.example' }])
      const priya = await under.ats.findPeople(under.tenantId, 'Priya')
      expect(priya.matches).toMatchObject([{ kind: 'user', name: 'Priya Raman' }])
      const nobody = await under.ats.findPeople(under.tenantId, 'Jnae')
      expect(nobody.matches).toEqual([])
      expect(nobody.nearest.slice(0, 2).sort()).toEqual(['Jane Okafor', 'Jane Whitfield'])
    })

    test('keeps 1 interview per key however often it is written, and proves it with the value read back', async () => {
      const applicationId = await theApplication({ candidate: 'Grace Kim' })
      const interview = {
        externalKey: 'int_1',
        applicationId,
        userIds: [],
        participants: [{ name: 'Grace Kim', role: 'candidate' }],
        status: 'SCHEDULED' as const,
        startAt: at('2027-03-09T14:00:00Z'),
        endAt: at('2027-03-09T15:00:00Z'),
        location: 'https://meet.example/grace',
        externalEventXref: 'uid-1@parley.example',
        title: 'Operations Manager Interview - Round 1',
      }
      const first = await under.ats.writeInterview(under.tenantId, interview)
      expect(first.said).toContain('2027-03-09T14:00:00.000Z')
      expect(first.url).toMatch(/^http/)
      const moved = { ...interview, startAt: at('2027-03-10T09:00:00Z'), endAt: at('2027-03-10T10:00:00Z') }
      const [second, third] = await Promise.all([
        under.ats.writeInterview(under.tenantId, moved),
        under.ats.writeInterview(under.tenantId, moved),
      ])
      expect([second.id, third.id]).toEqual([first.id, first.id])
      expect(second.said).toContain('2027-03-10T09:00:00.000Z')
      const listed = await under.ats.listInterviews(under.tenantId, applicationId)
      expect(listed).toMatchObject([
        {
          externalKey: 'int_1',
          startAt: at('2027-03-10T09:00:00Z'),
          externalEventXref: 'uid-1@parley.example',
          status: 'SCHEDULED',
        },
      ])
      await under.ats.writeInterview(under.tenantId, { ...moved, status: 'CANCELED' })
      expect(await under.ats.listInterviews(under.tenantId, applicationId)).toMatchObject([{ status: 'CANCELED' }])
    })

    test('keeps 1 interview when it is first written twice at the same moment', async () => {
      const applicationId = await theApplication({ candidate: 'Rhys Morgan' })
      const interview = {
        externalKey: 'int_twice',
        applicationId,
        userIds: [],
        participants: [],
        status: 'SCHEDULED' as const,
        startAt: at('2027-03-09T14:00:00Z'),
        endAt: at('2027-03-09T15:00:00Z'),
        location: '',
        externalEventXref: 'uid-2@parley.example',
        title: 'Data Analyst Interview - Round 1',
      }
      await Promise.all([
        under.ats.writeInterview(under.tenantId, interview),
        under.ats.writeInterview(under.tenantId, interview),
      ])
      expect(await under.ats.listInterviews(under.tenantId, applicationId)).toHaveLength(1)
    })

    test('moves an application forward once, counts a repetition as moved, and leaves alone what somebody moved', async () => {
      const applicationId = await theApplication({ candidate: 'Joana Pinto' })
      const { stages } = await readApplication(applicationId)
      const stageId = (label: string) => stages.find((stage) => stage.label === label)?.id ?? ''
      const advance = (from: string, to: string) =>
        under.ats.advanceStage(under.tenantId, applicationId, stageId(from), stageId(to))
      const moved = await advance('Submitted', 'Interview')
      expect(moved).toMatchObject({ kind: 'moved', proof: { id: applicationId } })
      expect(moved.kind === 'moved' && moved.proof.said).toContain('Interview')
      expect(await advance('Submitted', 'Interview')).toMatchObject({ kind: 'moved' })
      expect(await advance('Submitted', 'Offer')).toEqual({ kind: 'leftAlone', currentLabel: 'Interview' })
      expect(await advance('Interview', 'Screening')).toEqual({ kind: 'leftAlone', currentLabel: 'Interview' })
      expect((await readApplication(applicationId)).stage.label).toBe('Interview')
    })

    test('lets 1 of 2 simultaneous moves to different stages win', async () => {
      const applicationId = await theApplication({ candidate: 'Miguel Santos' })
      const { stages } = await readApplication(applicationId)
      const stageId = (label: string) => stages.find((stage) => stage.label === label)?.id ?? ''
      const results = await Promise.all(
        ['Interview', 'Offer'].map((to) =>
          under.ats.advanceStage(under.tenantId, applicationId, stageId('Submitted'), stageId(to)),
        ),
      )
      expect(results.filter((result) => result.kind === 'moved')).toHaveLength(1)
    })

    test('never brings a rejected application back', async () => {
      const applicationId = await theApplication({ candidate: 'Mateusz' })
      const { stage, stages } = await readApplication(applicationId)
      const last = stages.at(-1)
      expect(stage.id).toBe(last?.id)
      const result = await under.ats.advanceStage(under.tenantId, applicationId, stage.id, stages[3]?.id ?? '')
      expect(result).toEqual({ kind: 'leftAlone', currentLabel: 'Rejected' })
    })

    test('keeps 1 activity per key and proves it with its text', async () => {
      const activity = {
        externalKey: 'int_1:booked:0',
        applicationId: await theApplication({ candidate: 'Grace Kim' }),
        event: 'booked',
        text: 'Interview booked for Tuesday 9 March 2027, 09:00.',
        data: { startAt: '2027-03-09T14:00:00.000Z' },
        at: at('2027-03-02T10:00:00Z'),
      }
      const first = await under.ats.logActivity(under.tenantId, activity)
      const second = await under.ats.logActivity(under.tenantId, activity)
      expect(second.id).toBe(first.id)
      expect(second.said).toBe(activity.text)
      expect(second.url).toMatch(/^http/)
    })

    test('refuses to write to an application it does not have, for good', async () => {
      const write = under.ats.logActivity(under.tenantId, {
        externalKey: 'k',
        applicationId: 'none',
        event: 'booked',
        text: 'x',
        data: {},
        at: at('2027-03-02T10:00:00Z'),
      })
      await expect(write).rejects.toMatchObject({ code: 'refused', retry: 'never' })
      await expect(under.ats.advanceStage(under.tenantId, 'none', 'a', 'b')).rejects.toMatchObject({ code: 'refused' })
    })

    test('hands out the names of its records: 2 Janes with their jobs, a client by half its name, a job by half its title', async () => {
      const directory = await under.ats.openDirectory(under.tenantId)
      const janes = directory.findPeople('jane').map(({ item }) => item)
      expect(janes.map(({ name: full, kind }) => `${kind} ${full}`).sort()).toEqual([
        'candidate Jane Okafor',
        'candidate Jane Whitfield',
      ])
      const jobIds = await under.ats.readJobsOf(
        under.tenantId,
        janes.map(({ id }) => id),
      )
      const titles = janes.flatMap(({ id }) => (jobIds.get(id) ?? []).map((jobId) => directory.findJob(jobId)?.title))
      expect(titles.sort()).toEqual(['Backend Engineer', 'Data Analyst'])
      const [acme, ...otherClients] = directory.findClients('acme')
      expect([acme?.item.name, otherClients]).toEqual(['Acme Robotics', []])
      expect(directory.findJobs('backend').map(({ item }) => item.clientId)).toEqual([acme?.item.id])
      const [marta] = directory.findPeople('Marta')
      expect(marta?.item).toMatchObject({ name: 'Marta Lindqvist', kind: 'contact', clientId: acme?.item.id })
      expect(directory.stages).toContain('Interview')
      expect(directory.hasNameWord('whitfeild')).toBe(true)
      expect(directory.isEmpty).toBe(false)
    })

    test('knows in its next directory who was added since, by a name misspelt or as it is', async () => {
      const { addRecord } = under.ats
      if (addRecord === null) return
      expect((await under.ats.openDirectory(under.tenantId)).findPeople('Petronella Ashdown')).toEqual([])
      const jobId = await addRecord(under.tenantId, {
        kind: 'job',
        title: 'Glass Cutter',
        clientName: 'Pane & Daughters',
      })
      const added = { name: 'Petronella Ashdown', email: 'petronella@mail.example', phone: null, jobId }
      const id = await addRecord(under.tenantId, { kind: 'candidate', ...added })
      const directory = await under.ats.openDirectory(under.tenantId)
      expect(directory.findPeople('petronela ashdown').map(({ item }) => item.id)).toEqual([id])
      expect(directory.findClients('Pane & Daughters')).toHaveLength(1)
      expect((await under.ats.readJobsOf(under.tenantId, [id, 'nobody'])).get(id)).toEqual([jobId])
    })

    test('gives another tenant a directory without a single name', async () => {
      const directory = await under.ats.openDirectory(under.otherTenantId)
      expect(directory.isEmpty).toBe(true)
      expect(directory.findPeople('Jane Whitfield')).toEqual([])
      expect(directory.hasNameWord('whitfield')).toBe(false)
      const [jane] = (await under.ats.openDirectory(under.tenantId)).findPeople('Jane Whitfield')
      const id = jane?.item.id ?? ''
      expect(directory.findPerson(id)).toBeNull()
      expect((await under.ats.readJobsOf(under.otherTenantId, [id])).get(id) ?? []).toEqual([])
    })

    test('shows another tenant nothing and lets it write nothing', async () => {
      const applicationId = await theApplication({ candidate: 'Grace Kim' })
      const other = under.otherTenantId
      expect((await under.ats.findApplications(other, nothing)).matches).toEqual([])
      expect(await under.ats.readApplication(other, applicationId)).toBeNull()
      expect((await under.ats.findPeople(other, 'Grace Kim')).matches).toEqual([])
      expect(await under.ats.listInterviews(other, applicationId)).toEqual([])
      await expect(under.ats.advanceStage(other, applicationId, 'a', 'b')).rejects.toMatchObject({ code: 'refused' })
    })

    test('adds a candidate with an application in the first stage, a contact with a new client, a job with stages', async () => {
      const { addRecord } = under.ats
      if (addRecord === null) return
      const job = await addRecord(under.tenantId, { kind: 'job', title: 'Site Engineer', clientName: 'Quarry & Sons' })
      const contact = {
        kind: 'contact',
        name: 'Ida Holm',
        email: 'ida@quarry.example',
        phone: null,
        clientName: 'quarry & sons',
      } as const
      await addRecord(under.tenantId, contact)
      const candidate = {
        kind: 'candidate',
        name: 'Pál van der Berg',
        email: 'PAL@mail.example',
        phone: '+44 20 7946 0199',
        jobId: job,
      } as const
      const id = await addRecord(under.tenantId, candidate)
      const context = await readApplication(await theApplication({ candidate: 'Pal', client: 'Ida', job: 'Site' }))
      expect(context).toMatchObject({
        candidate: { id, firstName: 'Pál', lastName: 'van der Berg', emails: ['pal@mail.example'] },
        job: { id: job },
        stage: { ordinal: 1, status: 'applied' },
        contacts: [{ name: 'Ida Holm' }],
      })
      expect(context.stages).toHaveLength(8)
      // The same again is the same record.
      expect(await addRecord(under.tenantId, candidate)).toBe(id)
      expect(
        await addRecord(under.tenantId, { kind: 'job', title: 'site engineer', clientName: 'Quarry & Sons' }),
      ).toBe(job)
      expect((await find({ candidate: 'Pal' })).matches).toHaveLength(1)
    })

    test('names the field when something to add is not usable', async () => {
      const { addRecord } = under.ats
      if (addRecord === null) return
      const contact = {
        kind: 'contact',
        name: 'Ida',
        email: 'ida at quarry',
        phone: null,
        clientName: 'Quarry',
      } as const
      await expect(addRecord(under.tenantId, contact)).rejects.toMatchObject({ code: 'badInput', field: 'email' })
      const candidate = { kind: 'candidate', name: 'Ida', email: 'ida@q.example', phone: null, jobId: 'none' } as const
      await expect(addRecord(under.tenantId, candidate)).rejects.toMatchObject({ code: 'badInput', field: 'jobId' })
    })
  })
}
