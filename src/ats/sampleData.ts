import type { TenantId } from '../domain/ids.ts'
import type { StageStatus, UserRecord } from '../domain/records.ts'
import { isClosed } from '../domain/request.ts'
import type { NewRow, Store, TableName, Tables, Tx, Where } from '../store/port.ts'
import { type RecordWrites, stageRowsFor } from './recordWrites.ts'

/**
 * A small agency to try everything with. Every address ends in .example, which no mail server accepts, and every phone number is
 * from a range set aside for fiction. "Jane" is two people, so that naming her alone asks a question.
 */
const clients = [
  {
    name: 'Acme Robotics',
    country: 'DE',
    contacts: [
      [
        'Marta Lindqvist',
        'marta.lindqvist@acme.example',
        '+49 30 23125 101',
        'Head of Engineering',
        'Europe/Berlin',
        'en-GB',
      ],
      ['Jonas Weber', 'jonas.weber@acme.example', '+49 30 23125 102', 'People Partner', 'Europe/Berlin', 'de-DE'],
    ],
  },
  {
    name: 'Lumen Health',
    country: 'GB',
    contacts: [
      [
        'Oliver Hughes',
        'oliver.hughes@lumenhealth.example',
        '+44 20 7946 0111',
        'Director of Data',
        'Europe/London',
        'en-GB',
      ],
      ['Amara Nwosu', 'amara.nwosu@lumenhealth.example', '+44 20 7946 0112', 'Talent Lead', 'Europe/London', 'en-GB'],
    ],
  },
  {
    name: 'Northwind Logistics',
    country: 'US',
    contacts: [
      [
        'Rachel Stein',
        'rachel.stein@northwind.example',
        '+1 212 555 0121',
        'VP Operations',
        'America/New_York',
        'en-US',
      ],
      ['Marcus Bell', 'marcus.bell@northwind.example', '+1 212 555 0122', 'HR Manager', 'America/New_York', 'en-US'],
    ],
  },
  {
    name: 'Casa Verde',
    country: 'PT',
    contacts: [
      ['Inês Carvalho', 'ines.carvalho@casaverde.example', null, 'Founder', 'Europe/Lisbon', 'en-GB'],
      ['Tiago Moreira', 'tiago.moreira@casaverde.example', null, 'Chief of Staff', 'Europe/Lisbon', 'en-GB'],
    ],
  },
] as const

const users: readonly Pick<UserRecord, 'name' | 'email' | 'role' | 'zone'>[] = [
  { name: 'Priya Raman', email: 'priya.raman@agency.example', role: 'hiringManager', zone: 'Europe/London' },
  { name: 'Tom Becker', email: 'tom.becker@agency.example', role: 'interviewer', zone: 'Europe/Berlin' },
  { name: 'Sofia Almeida', email: 'sofia.almeida@agency.example', role: 'interviewer', zone: 'Europe/Lisbon' },
  { name: 'Hannah Cole', email: 'hannah.cole@agency.example', role: 'recruiter', zone: 'Europe/London' },
]

const jobs: readonly { title: string; client: string | null; description: string }[] = [
  {
    title: 'Backend Engineer',
    client: 'Acme Robotics',
    description:
      'Builds the services that plan and watch warehouse robots. Go and PostgreSQL; two days a week in Berlin.',
  },
  {
    title: 'Product Designer',
    client: 'Acme Robotics',
    description: 'Designs the screens that floor staff use to work with robots. Prototypes, tests, ships.',
  },
  {
    title: 'Data Analyst',
    client: 'Lumen Health',
    description: 'Turns clinic bookings into forecasts that the wards can staff by. SQL, Python, clear writing.',
  },
  {
    title: 'Operations Manager',
    client: 'Northwind Logistics',
    description: 'Runs the New Jersey hub: 120 people, three shifts, one promise on delivery times.',
  },
  {
    title: 'Marketing Lead',
    client: 'Casa Verde',
    description: 'First marketing hire of a company that fits green roofs. Portuguese and English.',
  },
  {
    title: 'Recruitment Consultant',
    client: null,
    description: 'Joins our own team in London. Priya Raman hires; Tom Becker and Sofia Almeida interview.',
  },
]

type Person = readonly [
  name: string,
  title: string,
  company: string,
  zone: string,
  country: string,
  locale: string,
  job: string,
  stage: StageStatus,
]
const candidates: readonly Person[] = [
  [
    'Jane Whitfield',
    'Senior Software Engineer',
    'Harbour Systems',
    'Europe/London',
    'GB',
    'en-GB',
    'Backend Engineer',
    'submitted',
  ],
  ['Lukas Brandt', 'Backend Developer', 'Kiezwerk', 'Europe/Berlin', 'DE', 'de-DE', 'Backend Engineer', 'interview'],
  ['Beatriz Sousa', 'Platform Engineer', 'Maré Tech', 'Europe/Lisbon', 'PT', 'en-GB', 'Backend Engineer', 'screening'],
  ['Daniel Osei', 'Software Engineer', 'Tern Labs', 'Europe/London', 'GB', 'en-GB', 'Backend Engineer', 'applied'],
  ['Mateusz Król', 'Go Developer', 'Wisła Soft', 'Europe/Warsaw', 'PL', 'en-GB', 'Backend Engineer', 'rejected'],
  ['Elif Yıldız', 'Product Designer', 'Studio Halka', 'Europe/Berlin', 'DE', 'de-DE', 'Product Designer', 'submitted'],
  ['Noah Fischer', 'UX Designer', 'Blaupause', 'Europe/Berlin', 'DE', 'de-DE', 'Product Designer', 'screening'],
  ['Clara Moreau', 'Interaction Designer', 'Atelier Sud', 'Europe/Paris', 'FR', 'en-GB', 'Product Designer', 'offer'],
  ['Jane Okafor', 'Data Analyst', 'Borough Analytics', 'Europe/London', 'GB', 'en-GB', 'Data Analyst', 'submitted'],
  ['Rhys Morgan', 'BI Developer', 'Severn Retail', 'Europe/London', 'GB', 'en-GB', 'Data Analyst', 'interview'],
  ['Aisha Rahman', 'Health Economist', 'North Trust', 'Europe/London', 'GB', 'en-GB', 'Data Analyst', 'finalInterview'],
  ['Ben Carter', 'Reporting Analyst', 'Oakline', 'Europe/London', 'GB', 'en-GB', 'Data Analyst', 'applied'],
  ['Zoë Lambert', 'Statistician', 'Mercator', 'Europe/Brussels', 'BE', 'en-GB', 'Data Analyst', 'screening'],
  [
    'Miguel Santos',
    'Shift Lead',
    'Eastport Freight',
    'America/New_York',
    'US',
    'en-US',
    'Operations Manager',
    'submitted',
  ],
  ['Grace Kim', 'Operations Lead', 'Parcelhaus', 'America/New_York', 'US', 'en-US', 'Operations Manager', 'interview'],
  [
    'Terrence Hill',
    'Warehouse Manager',
    'Hudson Cold Store',
    'America/New_York',
    'US',
    'en-US',
    'Operations Manager',
    'screening',
  ],
  [
    'Olivia Marsh',
    'Supply Chain Manager',
    'Brightway',
    'America/Chicago',
    'US',
    'en-US',
    'Operations Manager',
    'applied',
  ],
  [
    'Samir Haddad',
    'Logistics Planner',
    'Cedar Lines',
    'America/New_York',
    'US',
    'en-US',
    'Operations Manager',
    'hired',
  ],
  ['Joana Pinto', 'Brand Manager', 'Sal & Pimenta', 'Europe/Lisbon', 'PT', 'en-GB', 'Marketing Lead', 'submitted'],
  ['Ricardo Nunes', 'Growth Marketer', 'Farol', 'Europe/Lisbon', 'PT', 'en-GB', 'Marketing Lead', 'screening'],
  ['Charlotte Dubois', 'Content Lead', 'Papier Vert', 'Europe/Lisbon', 'PT', 'en-GB', 'Marketing Lead', 'interview'],
  ['Hugo Ferreira', 'Marketing Manager', 'Oceano', 'Europe/Lisbon', 'PT', 'en-GB', 'Marketing Lead', 'applied'],
  ['Nadia Petrova', 'Recruiter', 'Searchlight', 'Europe/London', 'GB', 'en-GB', 'Recruitment Consultant', 'submitted'],
  [
    'Callum Reid',
    'Account Manager',
    'Forth Media',
    'Europe/London',
    'GB',
    'en-GB',
    'Recruitment Consultant',
    'screening',
  ],
  [
    'Leonie Hartmann',
    'Talent Sourcer',
    'Elbkontor',
    'Europe/Berlin',
    'DE',
    'de-DE',
    'Recruitment Consultant',
    'applied',
  ],
]

const fictionalPhones: Readonly<Record<string, (number: number) => string>> = {
  DE: (number) => `+49 30 23125 2${String(number).padStart(2, '0')}`,
  GB: (number) => `+44 20 7946 02${String(number).padStart(2, '0')}`,
  US: (number) => `+1 212 555 01${String(50 + number)}`,
}

function addressOf(name: string, host: string): string {
  const local = name
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/[^a-z]+/g, '.')
  return `${local}@${host}`
}

const dayMs = 86_400_000

/**
 * Adds the sample agency: 4 clients with 8 contacts, 6 jobs (one of the agency itself), 4 users, 25 candidates.
 * @returns false when sample rows are there already; nothing is added then
 */
export function addSampleData(store: Store, tenantId: TenantId, writes: RecordWrites): Promise<boolean> {
  return store.inTenant(tenantId, (tx) => addSampleRows(tx, writes))
}

/** The same inside a transaction that does more. */
export async function addSampleRows(tx: Tx, writes: RecordWrites): Promise<boolean> {
  const { clock, ids } = writes
  if ((await tx.count('atsClients', { isSample: true })) > 0) return false
  const now = clock.now()
  const base = { isSample: true, createdAt: now, updatedAt: now }
  const clientIds = new Map<string, string>()
  for (const client of clients) {
    const id = ids.next('atsClient')
    clientIds.set(client.name, id)
    await tx.insert('atsClients', { ...base, id, name: client.name, country: client.country, notes: null })
    await tx.insertMany(
      'atsContacts',
      client.contacts.map(([name, email, phone, title, zone, locale]) => {
        return { ...base, id: ids.next('atsContact'), clientId: id, name, email, phone, title, zone, locale }
      }),
    )
  }
  const userIds = new Map(users.map((user) => [user.name, ids.next('atsUser')]))
  const userId = (name: string) => userIds.get(name) ?? null
  await tx.insertMany(
    'atsUsers',
    users.map((user) => ({ ...base, ...user, id: userId(user.name) ?? '' })),
  )

  const stages = new Map<string, NewRow<'atsStages'>[]>()
  const jobIds = new Map<string, string>()
  for (const job of jobs) {
    const id = ids.next('atsJob')
    jobIds.set(job.title, id)
    const isInHouse = job.client === null
    await tx.insert('atsJobs', {
      ...base,
      id,
      clientId: job.client === null ? null : (clientIds.get(job.client) ?? null),
      title: job.title,
      status: 'open',
      originalStatus: 'Open',
      description: job.description,
      hiringManagerId: isInHouse ? userId('Priya Raman') : null,
      interviewerIds: isInHouse ? ['Tom Becker', 'Sofia Almeida'].flatMap((name) => userId(name) ?? []) : [],
    })
    const rows = stageRowsFor(writes, id, true)
    stages.set(job.title, rows)
    await tx.insertMany('atsStages', rows)
  }
  let count = 0
  for (const [name, title, company, zone, country, locale, jobTitle, status] of candidates) {
    count += 1
    const candidateId = ids.next('atsCandidate')
    const [firstName = '', ...rest] = name.split(' ')
    await tx.insert('atsCandidates', {
      ...base,
      id: candidateId,
      firstName,
      lastName: rest.join(' '),
      emails: [addressOf(name, 'mail.example')],
      phones: fictionalPhones[country] ? [fictionalPhones[country](count)] : [],
      title,
      company,
      zone,
      locale,
      country,
      notes: null,
    })
    await tx.insert('atsAttachments', {
      ...base,
      id: ids.next('atsAttachment'),
      candidateId,
      kind: 'resume',
      name: `Resume ${name}`,
      url: `https://files.agency.example/resumes/${addressOf(name, '').replace('@', '')}.pdf`,
    })
    const stage = stages.get(jobTitle)?.find((row) => row.status === status)
    if (!stage) continue
    const applicationId = ids.next('atsApplication')
    const appliedAt = new Date(now.getTime() - (5 + ((count * 7) % 23)) * dayMs)
    await tx.insert('atsApplications', {
      ...base,
      id: applicationId,
      candidateId,
      jobId: jobIds.get(jobTitle) ?? '',
      stageId: stage.id,
      status,
      originalStatus: stage.label,
      ownerId: userId('Hannah Cole'),
      appliedAt,
    })
    await tx.insert('atsActivities', {
      ...base,
      id: ids.next('atsActivity'),
      applicationId,
      candidateId,
      externalKey: `sample:${applicationId}:applied`,
      event: 'applied',
      text: `${name} applied for ${jobTitle}.`,
      data: {},
      at: appliedAt,
    })
  }
  return true
}

export interface SampleCount {
  candidateCount: number
  clientCount: number
  contactCount: number
  jobCount: number
  userCount: number
}

/** How much sample data is there. */
export async function countSampleData(tx: Tx): Promise<SampleCount> {
  return {
    candidateCount: await tx.count('atsCandidates', { isSample: true }),
    clientCount: await tx.count('atsClients', { isSample: true }),
    contactCount: await tx.count('atsContacts', { isSample: true }),
    jobCount: await tx.count('atsJobs', { isSample: true }),
    userCount: await tx.count('atsUsers', { isSample: true }),
  }
}

/** Ids that stay, whether or not they are sample rows. */
interface Kept {
  applications: Set<string>
  candidates: Set<string>
  jobs: Set<string>
  clients: Set<string>
  contacts: Set<string>
  users: Set<string>
}

/**
 * Everything that something real stands on: real rows, open requests with their parties, members; and what these refer to.
 * A request that is completed or cancelled has its own copy of the names and keeps nothing.
 */
async function readKept(tx: Tx): Promise<Kept> {
  const kept: Kept = {
    applications: new Set(),
    candidates: new Set(),
    jobs: new Set(),
    clients: new Set(),
    contacts: new Set(),
    users: new Set(),
  }
  const add = (set: Set<string>, id: string | null) => id !== null && set.add(id)
  for (const request of await tx.find('requests')) {
    if (isClosed(request.state) || request.atsConnection !== 'local') continue
    add(kept.applications, request.applicationId)
    add(kept.jobs, request.jobId)
    add(kept.candidates, request.candidateId)
    for (const party of await tx.find('parties', { where: { requestId: request.id } })) {
      if (party.role === 'client') add(kept.contacts, party.recordId)
      else if (party.role !== 'candidate') add(kept.users, party.recordId)
    }
  }
  for (const member of await tx.find('members')) add(kept.users, member.recordId)
  const real = { where: { isSample: false } } as const
  for (const row of await tx.find('atsAttachments', real)) add(kept.candidates, row.candidateId)
  for (const row of await tx.find('atsInterviews', real)) add(kept.applications, row.applicationId)
  for (const row of await tx.find('atsActivities', real)) add(kept.applications, row.applicationId)
  for (const row of await tx.find('atsStages', real)) add(kept.jobs, row.jobId)
  for (const row of await tx.find('atsApplications')) {
    if (row.isSample && !kept.applications.has(row.id)) continue
    add(kept.applications, row.id)
    add(kept.candidates, row.candidateId)
    add(kept.jobs, row.jobId)
    add(kept.users, row.ownerId)
  }
  for (const row of await tx.find('atsJobs')) {
    if (row.isSample && !kept.jobs.has(row.id)) continue
    add(kept.jobs, row.id)
    add(kept.clients, row.clientId)
    add(kept.users, row.hiringManagerId)
    for (const id of row.interviewerIds) add(kept.users, id)
  }
  for (const row of await tx.find('atsContacts'))
    if (!row.isSample || kept.contacts.has(row.id)) add(kept.clients, row.clientId)
  return kept
}

export interface SampleRemoval {
  removedCount: number
  /** Sample rows that stay because something real stands on them. */
  keptCount: number
}

/**
 * Removes the sample rows. A row that was edited or imported over is no sample row any more; a sample row stays while a real row, a
 * member or an open request stands on it, and goes when this is run again after that has ended.
 */
export async function removeSampleData(store: Store, tenantId: TenantId): Promise<SampleRemoval> {
  return store.inTenant(tenantId, async (tx) => {
    const kept = await readKept(tx)
    const result: SampleRemoval = { removedCount: 0, keptCount: 0 }
    const removeRows = async <T extends TableName>(
      table: T,
      isKept: (row: Tables[T]) => boolean,
    ): Promise<string[]> => {
      const rows = await tx.find(table, { where: { isSample: true } as unknown as Where<Tables[T]> })
      const gone = rows.filter((row) => !isKept(row)).map((row) => String(row.id))
      for (let from = 0; from < gone.length; from += 500)
        await tx.remove(table, { id: { in: gone.slice(from, from + 500) } } as unknown as Where<Tables[T]>)
      result.removedCount += gone.length
      result.keptCount += rows.length - gone.length
      return gone
    }
    // What refers to other rows goes before them.
    await removeRows('atsActivities', (row) => kept.applications.has(row.applicationId))
    await removeRows('atsInterviews', (row) => kept.applications.has(row.applicationId))
    await removeRows('atsAttachments', (row) => kept.candidates.has(row.candidateId))
    await removeRows('atsApplications', (row) => kept.applications.has(row.id))
    await removeRows('atsCandidates', (row) => kept.candidates.has(row.id))
    await removeRows('atsStages', (row) => kept.jobs.has(row.jobId))
    const jobIds = await removeRows('atsJobs', (row) => kept.jobs.has(row.id))
    await removeRows('atsContacts', (row) => kept.contacts.has(row.id))
    const clientIds = await removeRows('atsClients', (row) => kept.clients.has(row.id))
    await removeRows('atsUsers', (row) => kept.users.has(row.id))
    if (jobIds.length > 0) await tx.remove('stageMappings', { jobId: { in: jobIds } })
    if (jobIds.length + clientIds.length > 0)
      await tx.remove('standingFormats', { recordId: { in: [...jobIds, ...clientIds] } })
    return result
  })
}
