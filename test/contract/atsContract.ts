import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationContext, ApplicationQuery, AtsPort } from '../../src/ats/port.ts'
import type { TenantId } from '../../src/domain/ids.ts'
import type { StandIn } from '../fakes/ats/kit.ts'
import { checkLog } from '../fakes/ats/sheets.ts'
import { type AtsTraits, traitsOfLocal } from './atsTraits.ts'
import { describeAtsWrites } from './atsWriteContract.ts'

/** An ATS that holds the sample agency (src/ats/sampleData.ts) for `tenantId` and nothing for `otherTenantId`. */
export interface AtsUnderTest {
  ats: AtsPort
  tenantId: TenantId
  otherTenantId: TenantId
  close(): Promise<void>
  /** The vendor's side, where it is not in the same database. */
  standIn?: StandIn
  /** Lets time pass, where a vendor's answers depend on it. */
  pass?(ms: number): void
}

/** What the contract's tests stand on. */
export interface AtsBench {
  readonly under: AtsUnderTest
  traits: AtsTraits
  /** The id of the one application that fits. */
  theApplication(query: Partial<ApplicationQuery>): Promise<string>
  readApplication(id: string): Promise<ApplicationContext>
}

const nothing: ApplicationQuery = { candidate: null, client: null, job: null }
const at = (text: string) => new Date(text)

/**
 * What every applicant tracking system must do for us, run over each adapter. What one has not is no test that is left out: a promise that needs it
 * is not made, or its fallback is.
 */
export function describeAts(name: string, open: () => Promise<AtsUnderTest>, traits: AtsTraits = traitsOfLocal): void {
  describe(`${name} as an ATS`, () => {
    let under: AtsUnderTest
    const { label } = traits
    const clientName = (known: string) =>
      !traits.hasClients ? null : traits.hasClientNames ? known : (known.split(' ')[0] ?? null)
    beforeAll(async () => {
      under = await open()
    })
    afterAll(() => under.close())

    const find = (query: Partial<ApplicationQuery>) =>
      under.ats.findApplications(under.tenantId, { ...nothing, ...query })
    /** Who is asked for as the other side of a request: the client, or his contact, who is the hiring manager of a company without clients. */
    const otherSide = (client: string, contact: string): Partial<ApplicationQuery> =>
      traits.hasClients ? { client } : traits.hasHiringManagers ? { client: contact } : {}
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
      const { matches, unmatched } = await find({ candidate: 'Jane', ...otherSide('Acme', 'Marta'), job: 'Backend' })
      expect(unmatched).toEqual([])
      expect(matches).toMatchObject([
        {
          candidateName: 'Jane Whitfield',
          jobTitle: 'Backend Engineer',
          clientName: clientName('Acme Robotics'),
          stageLabel: label.submitted,
        },
      ])
    })

    test('finds both Janes for "Jane" alone', async () => {
      const { matches } = await find({ candidate: 'jane' })
      expect(matches.map((match) => match.candidateName).sort()).toEqual(['Jane Okafor', 'Jane Whitfield'])
    })

    if (!traits.hasClients)
      test('knows no client, and says so', async () => {
        expect(await find({ candidate: 'Jane', client: 'Acme' })).toMatchObject({
          matches: [],
          unmatched: ['client'],
          nearest: { clients: [] },
        })
      })

    const narrowings: readonly (readonly [string, Partial<ApplicationQuery>, string, boolean])[] = [
      [
        'a contact of the client',
        { candidate: 'Jane', client: 'Marta' },
        'Jane Whitfield',
        traits.hasClients && traits.hasContacts,
      ],
      [
        'the hiring manager of an in-house job',
        { candidate: 'Nadia', client: 'Priya' },
        'Nadia Petrova',
        traits.hasHiringManagers,
      ],
      [
        'an interviewer of an in-house job',
        { candidate: 'Leonie', client: 'Tom Becker' },
        'Leonie Hartmann',
        traits.hasInterviewers,
      ],
      ['a name without its accents', { candidate: 'elif yildiz' }, 'Elif Yıldız', true],
      ['an address', { candidate: 'Jane.Okafor@mail.example' }, 'Jane Okafor', true],
      [
        'the addresses of both sides',
        { candidate: 'Jane.Okafor@mail.example', client: 'oliver.hughes@lumenhealth.example' },
        'Jane Okafor',
        traits.hasClients ? traits.hasContacts : traits.hasHiringManagers && traits.hasUserEmails,
      ],
      ['a typo beside a right word', { candidate: 'Jane Whitfeild' }, 'Jane Whitfield', true],
    ]
    const possible = narrowings.filter(([, , , isPossible]) => isPossible)
    test.each(possible)('narrows by %s', async (_, query, candidateName) => {
      const { matches } = await find(query)
      expect(matches.map((match) => match.candidateName)).toEqual([candidateName])
    })

    test('names what nobody is called, with at most 3 that resemble it', async () => {
      const { matches, unmatched, nearest } = await find({ candidate: 'Jnae', client: 'Acne', job: 'Backend' })
      expect(matches).toEqual([])
      expect(unmatched).toEqual(['candidate', 'client'])
      expect(nearest.candidates.slice(0, 2).sort()).toEqual(['Jane Okafor', 'Jane Whitfield'])
      expect(nearest.candidates.length).toBeLessThanOrEqual(3)
      expect(nearest.clients).toEqual(traits.hasClients ? [clientName('Acme Robotics')] : [])
    })

    test('with names that are known but share no application says what the candidate has', async () => {
      const other = { job: 'Data Analyst', ...otherSide('Lumen', 'Oliver Hughes') }
      const { matches, unmatched, nearest } = await find({ candidate: 'Jane Whitfield', ...other })
      expect(matches).toEqual([])
      expect(unmatched).toEqual([])
      expect(nearest.jobs).toEqual(['Backend Engineer'])
    })

    test('leaves rejected and hired applications out unless nothing else is left', async () => {
      const backend = await find({ job: 'Backend' })
      expect(backend.matches).toHaveLength(4)
      expect(backend.matches.map((match) => match.candidateName)).not.toContain('Mateusz Król')
      const rejected = await find({ candidate: 'Mateusz' })
      expect(rejected.matches).toMatchObject([{ candidateName: 'Mateusz Król', stageLabel: label.rejected }])
    })

    test('without any name lists the 23 live applications', async () => {
      expect((await find({})).matches).toHaveLength(23)
    })

    test('reads all a request needs of an application in one go', async () => {
      const query = { candidate: 'Jane', ...otherSide('Acme', 'Marta'), job: 'Backend' }
      const context = await readApplication(await theApplication(query))
      expect(context).toMatchObject({
        candidate: { firstName: 'Jane', lastName: 'Whitfield', emails: ['jane.whitfield@mail.example'] },
        job: { title: 'Backend Engineer', status: 'open' },
        stage: { label: label.submitted },
        owner: traits.hasOwners ? 'Hannah Cole' : null,
      })
      expect(context.client?.name ?? null).toBe(clientName('Acme Robotics'))
      const manager = traits.hasClients || !traits.hasHiringManagers ? null : 'Marta Lindqvist'
      expect(context.hiringManager?.name ?? null).toBe(manager)
      const contacts = traits.hasClients && traits.hasContacts ? ['Jonas Weber', 'Marta Lindqvist'] : []
      const shown = context.contacts.map((person) => person.name)
      // Some name one person of the client per job.
      expect(shown.filter((person) => !contacts.includes(person))).toEqual([])
      expect(shown.includes('Marta Lindqvist')).toBe(contacts.length > 0)
      const ordinals = context.stages.map((stage) => stage.ordinal)
      expect([...new Set(ordinals)].sort((one, other) => one - other)).toEqual(ordinals)
      // Where a rejection is a stage at all it may stand anywhere.
      const labels = new Set(Object.values({ ...label, rejected: label.hired }))
      expect(context.stages.map((stage) => stage.label).filter((one) => labels.has(one))).toEqual([...labels])
      expect(context.url).toMatch(/^http/)
    })

    test('knows what the stages mean, and who was hired or rejected', async () => {
      const context = await readApplication(await theApplication({ candidate: 'Clara Moreau' }))
      const statusOf = (wanted: string) => context.stages.find((stage) => stage.label === wanted)?.status
      expect([label.interview, label.offer, label.hired].map(statusOf)).toEqual(['interview', 'offer', 'hired'])
      expect(context.stage).toMatchObject({ label: label.offer, status: 'offer' })
      const statuses = ['Mateusz Król', 'Samir Haddad', 'Clara Moreau'].map(async (name) => {
        const { matches } = await under.ats.findPeople(under.tenantId, name)
        return matches.flatMap(({ applications }) => applications.map(({ status }) => status))
      })
      expect(await Promise.all(statuses)).toEqual([['rejected'], ['hired'], ['offer']])
    })

    if (traits.hasDetails)
      test('knows zone, client country and files of its own records', async () => {
        const context = await readApplication(await theApplication({ candidate: 'Jane', client: 'Acme' }))
        expect(context).toMatchObject({ candidate: { zone: 'Europe/London' }, client: { country: 'DE' } })
        expect(context.stage.status).toBe('submitted')
        expect(context.attachments).toMatchObject([{ kind: 'resume' }])
      })

    test('reads the hiring team of an in-house job', async () => {
      const context = await readApplication(await theApplication({ candidate: 'Nadia Petrova' }))
      expect(context.client).toBeNull()
      expect(context.contacts).toEqual([])
      expect(context.hiringManager?.name ?? null).toBe(traits.hasHiringManagers ? 'Priya Raman' : null)
      if (traits.hasInterviewers)
        expect(context.interviewers.map((person) => person.name)).toEqual(['Tom Becker', 'Sofia Almeida'])
    })

    test('says null for an application it does not have', async () => {
      expect(await under.ats.readApplication(under.tenantId, 'none')).toBeNull()
    })

    test('answers who a candidate, a contact and a user are', async () => {
      const jane = await under.ats.findPeople(under.tenantId, 'Jane Okafor')
      expect(jane.matches).toMatchObject([
        {
          kind: 'candidate',
          name: 'Jane Okafor',
          email: 'jane.okafor@mail.example',
          applications: [{ jobTitle: 'Data Analyst', stageLabel: label.submitted }],
        },
      ])
      expect(jane.matches[0]?.attachments).toHaveLength(traits.hasDetails ? 1 : 0)
      const marta = await under.ats.findPeople(under.tenantId, 'marta')
      const email = traits.hasUserEmails || traits.hasClients ? 'marta.lindqvist@acme.example' : ''
      if (traits.hasClients && traits.hasContacts) expect(marta.matches).toMatchObject([{ kind: 'contact', email }])
      else if (!traits.hasClients && traits.hasHiringManagers)
        expect(marta.matches).toMatchObject([{ kind: 'user', email }])
      const priya = await under.ats.findPeople(under.tenantId, 'Priya')
      if (traits.hasHiringManagers) expect(priya.matches).toMatchObject([{ kind: 'user', name: 'Priya Raman' }])
      const nobody = await under.ats.findPeople(under.tenantId, 'Jnae')
      expect(nobody.matches).toEqual([])
      expect(nobody.nearest.slice(0, 2).sort()).toEqual(['Jane Okafor', 'Jane Whitfield'])
    })

    describeAtsWrites({
      get under() {
        return under
      },
      ...{ traits, theApplication, readApplication },
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
      expect([acme?.item.name ?? null, otherClients]).toEqual([clientName('Acme Robotics'), []])
      expect(directory.findJobs('backend').map(({ item }) => item.clientId)).toEqual([acme?.item.id ?? null])
      const [marta] = directory.findPeople('Marta')
      // Somebody of the other side, whichever that is.
      if (traits.hasClients ? traits.hasContacts : traits.hasHiringManagers)
        expect(marta?.item).toMatchObject({ name: 'Marta Lindqvist', kind: 'contact' })
      expect(directory.stages).toContain(label.interview)
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

    test('has sent the vendor nothing but what his sheet describes', async () => {
      expect(under.standIn ? await checkLog(under.standIn) : []).toEqual([])
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
