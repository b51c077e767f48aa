import { createConnectedAts } from '../../src/ats/connected.ts'
import { createLocalAts } from '../../src/ats/local.ts'
import { openSystems } from '../../src/ats/openSystems.ts'
import { defaultStages } from '../../src/ats/recordWrites.ts'
import { addSampleData } from '../../src/ats/sampleData.ts'
import { isParleyError } from '../../src/domain/errors.ts'
import { openSealer } from '../../src/store/seal.ts'
import { connectAts } from '../../src/workflow/connectAts.ts'
import { syncDue } from '../../src/workflow/syncAts.ts'
import { type StandIn, startStandIn } from '../fakes/ats/kit.ts'
import type { TestedSystem } from '../fakes/ats/systems.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'
import type { AtsUnderTest } from './atsContract.ts'
import { type AtsTraits, traitsOf } from './atsTraits.ts'

// A system of others as the contract of all sees it: the sample agency in its stand-in, connected, read to the end.

const recruiterEmail = 'hannah.cole@agency.example'

export async function openConnectedAts(tested: TestedSystem): Promise<AtsUnderTest> {
  const { store, clock, ids, tenantId } = await openMemoryTestStore()
  const standIn = await startStandIn(tested.kind, { clock })
  tested.prepare?.(standIn)
  await fillSampleAgency(standIn, traitsOf(tested), tested.system.capabilities.stages === 'fixed')
  const { system } = tested
  const systems = openSystems({
    ...{ all: [system], clock, fetch, bases: { [system.id]: standIn.bases } },
    pause: async (ms) => clock.moveBy(ms),
    sealer: openSealer('a secret of the tests, long enough for a key'),
  })
  const deps = { store, clock, ids, systems, log: () => {} }
  const memberId = ids.next('member')
  await store.inTenant(tenantId, (tx) =>
    tx.insert('members', {
      ...{ id: memberId, name: 'Hannah Cole', email: recruiterEmail, phone: null, zone: 'Europe/London' },
      ...{ locale: 'en-GB', roles: ['admin'], recordId: null, briefingMinute: null, nextBriefingAt: null },
      ...{ alertedAt: null, createdAt: clock.now() },
    }),
  )
  const form = { system: system.id, name: system.name, fields: tested.fields(recruiterEmail) }
  const { connection } = await connectAts(deps, tenantId, memberId, null, {
    ...form,
    ...{ writes: 'on', scope: 'organisation' },
  })
  for (let looks = 0; ; looks++) {
    const hasMore = await syncDue(deps, tenantId)
    const row = await store.inTenant(tenantId, (tx) => tx.get('connections', connection.id))
    if (row?.firstSyncedAt) break
    if (looks > 100) throw new Error(`${tested.title} is not read to its end: ${JSON.stringify(row?.problem)}`)
    if (!hasMore && row) clock.moveBy(Math.max(0, row.nextSyncAt.getTime() - clock.now().getTime()))
  }
  // A little later, as it is when somebody asks.
  clock.moveBy(60_000)
  const records = createLocalAts({ store, clock, ids, recordsUrl: 'http://127.0.0.1:4000/records' })
  const ats = createConnectedAts({ records, systems, store, clock, ids })
  /** As the effect worker does: later, when the vendor asks to wait. */
  async function waiting<T>(write: () => Promise<T>): Promise<T> {
    for (let attempts = 0; ; attempts++)
      try {
        return await write()
      } catch (error) {
        if (!isParleyError(error, 'rateLimited') || typeof error.retry !== 'object' || attempts > 5) throw error
        clock.moveBy(error.retry.afterMs)
      }
  }
  return {
    ats: {
      ...ats,
      writeInterview: (...ask) => waiting(() => ats.writeInterview(...ask)),
      advanceStage: (...ask) => waiting(() => ats.advanceStage(...ask)),
      logActivity: (...ask) => waiting(() => ats.logActivity(...ask)),
    },
    tenantId,
    otherTenantId: await store.createTenant(),
    close: async () => {
      await standIn.stop()
      await store.close()
    },
    standIn,
    pass: (ms) => clock.moveBy(ms),
  }
}

const splitName = (name: string) => {
  const [firstName = '', ...rest] = name.split(' ')
  return { firstName, lastName: rest.join(' ') }
}

/** Puts the rows of the sample agency (src/ats/sampleData.ts) into an account. */
export async function fillSampleAgency({ world }: StandIn, traits: AtsTraits, hasOwnLabels = false): Promise<void> {
  const sample = await readSample()
  const old = new Date(world.clock.now().getTime() - 40 * 24 * 3600_000)
  const times = { createdAt: old, updatedAt: old }
  world.quietly(() => {
    const userIds = new Map<string, string>()
    for (const { id, name, email, zone, role } of sample.users) {
      const row = { ...times, ...splitName(name), email, zone: zone ?? 'UTC', isAdmin: role === 'recruiter' }
      userIds.set(id, world.addUser(row).id)
    }
    const [recruiter] = sample.users.filter(({ role }) => role === 'recruiter')
    const recruiterId = userIds.get(recruiter?.id ?? '') ?? ''
    const clientIds = new Map<string, string>()
    const teamOf = new Map<string, { contactIds: string[]; hiringManagerIds: string[] }>()
    for (const { id, name, country } of sample.clients) {
      const own = sample.contacts.filter(({ clientId }) => clientId === id)
      const team = { contactIds: [] as string[], hiringManagerIds: [] as string[] }
      if (traits.hasClients) {
        const clientId = world.addClient({ ...times, name, country }).id
        clientIds.set(id, clientId)
        for (const contact of own) {
          const row = { ...times, clientId, ...splitName(contact.name), email: contact.email, phone: contact.phone }
          team.contactIds.push(world.addContact(row).id)
        }
      } else
        for (const contact of own) {
          const row = { ...times, ...splitName(contact.name), email: contact.email, zone: contact.zone ?? 'UTC' }
          team.hiringManagerIds.push(world.addUser(row).id)
        }
      teamOf.set(id, { ...team, hiringManagerIds: team.hiringManagerIds.slice(0, 1) })
    }
    const jobIds = new Map<string, string>()
    for (const { id, title, description, clientId, hiringManagerId } of sample.jobs) {
      const team = teamOf.get(clientId ?? '')
      const managerId = userIds.get(hiringManagerId ?? '')
      const job = world.addJob({
        ...{
          ...times,
          title,
          description,
          clientId: clientIds.get(clientId ?? '') ?? null,
          recruiterIds: [recruiterId],
        },
        contactIds: team?.contactIds ?? [],
        hiringManagerIds: managerId ? [managerId] : (team?.hiringManagerIds ?? []),
        ...(hasOwnLabels ? {} : { stageLabels: defaultStages.map(({ status }) => traits.label[status]) }),
      })
      jobIds.set(id, job.id)
    }
    for (const table of [world.stages, world.interviewTypes])
      for (const row of table.rows) table.update(row.id, times as never)
    for (const { candidateId, jobId, status, appliedAt } of sample.applications) {
      const person = sample.candidates.find(({ id }) => id === candidateId)
      if (!person) continue
      const { firstName, lastName, emails, phones, title, company, zone, country } = person
      const at = { createdAt: appliedAt, updatedAt: appliedAt }
      const candidate = world.addCandidate({
        ...{ ...at, firstName, lastName, emails, phones, title, company, zone, country },
      })
      const ownJobId = jobIds.get(jobId) ?? ''
      const stage = world.stagesOf(ownJobId).find(({ label }) => label === traits.label[status])
      const isOver = status === 'rejected' || status === 'hired'
      const application = world.addApplication({
        ...{ ...at, candidateId: candidate.id, jobId: ownJobId, stageId: stage?.id ?? '', ownerId: recruiterId },
        status: isOver ? status : 'active',
        rejectedAt: status === 'rejected' ? appliedAt : null,
      })
      world.addAttachment({
        ...{ ...at, candidateId: candidate.id, applicationId: application.id, kind: 'resume', filename: 'resume.pdf' },
      })
    }
  })
}

/** The rows as the built-in ATS has them. */
async function readSample() {
  const { store, clock, ids, tenantId } = await openMemoryTestStore()
  await addSampleData(store, tenantId, { clock, ids })
  const sample = await store.inTenant(tenantId, async (tx) => ({
    users: await tx.find('atsUsers'),
    clients: await tx.find('atsClients'),
    contacts: await tx.find('atsContacts'),
    jobs: await tx.find('atsJobs'),
    candidates: await tx.find('atsCandidates'),
    applications: await tx.find('atsApplications'),
  }))
  await store.close()
  return sample
}
