import { defaultStages } from '../../src/ats/recordWrites.ts'
import { addSampleData } from '../../src/ats/sampleData.ts'
import type { StandIn } from '../fakes/ats/kit.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'
import type { AtsTraits } from './atsTraits.ts'

// The sample agency in somebody else's ATS: clients and contacts where he has such, else their people as his own hiring managers.

const splitName = (name: string) => {
  const [firstName = '', ...rest] = name.split(' ')
  return { firstName, lastName: rest.join(' ') }
}

/** Puts the rows of the sample agency into an account. `hasOwnLabels`: nobody calls stages as he likes there. */
export function fillSampleAgency({ world }: StandIn, traits: AtsTraits, sample: Sample, hasOwnLabels: boolean): void {
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

export type Sample = Awaited<ReturnType<typeof readSample>>

/** The sample agency (src/ats/sampleData.ts), as the built-in ATS has it. */
export async function readSample() {
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
