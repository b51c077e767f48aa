import { createLocalAts } from '../src/ats/local.ts'
import type { Store } from '../src/store/port.ts'
import { openPgliteStore } from '../src/store/prisma/openPglite.ts'
import { openPostgresStore } from '../src/store/prisma/openPostgres.ts'
import { systemClock, systemIds } from '../src/system.ts'
import { startPostgres } from '../test/fakes/postgres.ts'
import { percentile, report, rounded } from './figures.ts'

// Which application somebody means, in an agency of 10,000 candidates, 400 clients and 800 jobs: the first look-up after a start, then names
// that are known, misspelt and unknown. On the embedded database; with --engine postgres on a server.

const candidateCount = 10_000
const clientCount = 400
const jobCount = 800
const lookUpCount = 60
const firsts = 'Ada Bruno Carla Dmitri Elif Farid Greta Hugo Ines Jakub Katarzyna Liam Mehmet Nora Omar Paula'.split(
  ' ',
)
const syllables = 'bar ber den dor fal gan hol kas lin mar nor pel ros sand tor vik wald zim'.split(' ')

const surnameOf = (number: number): string => {
  const at = (step: number) => syllables[Math.floor(number / syllables.length ** step) % syllables.length] ?? ''
  const word = at(0) + at(1) + at(2)
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const clock = systemClock()
const ids = systemIds(clock)
const log = () => {}
const postgres = process.argv.includes('postgres') ? await startPostgres() : null

async function openStore(): Promise<Store> {
  if (postgres === null) return openPgliteStore({ folder: null, clock, ids, log })
  const url = await postgres.createDatabase()
  return openPostgresStore({ url, adminUrl: url, isSingleRole: false, clock, ids, log })
}

const store = await openStore()
const tenantId = await store.firstTenant()
// Long ago: what was added in the last minutes is read again at each look-up.
const createdAt = new Date(clock.now().getTime() - 86_400_000)
const base = { isSample: false, createdAt, updatedAt: createdAt }
const nobody = { phone: null, title: null, zone: null, locale: null }
const count = <Row>(length: number, row: (number: number) => Row) => Array.from({ length }, (_, number) => row(number))
const nameOf = (number: number) => ({
  firstName: firsts[number % firsts.length] ?? '',
  lastName: surnameOf((number * 7919) % 5832),
})

await store.inTenant(tenantId, async (tx) => {
  const clients = count(clientCount, (number) => ({
    ...base,
    id: `c${number}`,
    name: `${surnameOf(number * 13)} GmbH`,
  }))
  await tx.insertMany(
    'atsClients',
    clients.map((client) => ({ ...client, country: null, notes: null })),
  )
  await tx.insertMany(
    'atsContacts',
    count(clientCount * 2, (number) => ({
      ...base,
      ...nobody,
      id: `k${number}`,
      clientId: `c${number % clientCount}`,
      name: `${firsts[(number * 5) % firsts.length]} ${surnameOf(number * 17 + 3)}`,
      email: `contact${number}@example.com`,
    })),
  )
  const words = ['Backend Engineer', 'Data Analyst', 'Account Executive', 'Nurse', 'Product Manager', 'Chef']
  await tx.insertMany(
    'atsJobs',
    count(jobCount, (number) => ({
      ...base,
      id: `j${number}`,
      clientId: `c${number % clientCount}`,
      title: `${number % 3 === 0 ? 'Senior ' : ''}${words[number % words.length]}`,
      status: 'open' as const,
      originalStatus: 'Open',
      description: null,
      hiringManagerId: null,
      interviewerIds: [],
    })),
  )
  await tx.insertMany(
    'atsCandidates',
    count(candidateCount, (number) => ({
      ...base,
      ...nameOf(number),
      id: `p${number}`,
      emails: [`person${number}@example.com`],
      phones: [],
      title: null,
      company: null,
      zone: null,
      locale: null,
      country: null,
      notes: null,
    })),
  )
  await tx.insertMany(
    'atsApplications',
    count(candidateCount, (number) => ({
      ...base,
      id: `a${number}`,
      candidateId: `p${number}`,
      jobId: `j${number % jobCount}`,
      stageId: `s${number % jobCount}`,
      status: 'screening' as const,
      originalStatus: 'Screening',
      ownerId: null,
      appliedAt: createdAt,
    })),
  )
})

const ats = createLocalAts({ store, clock, ids, recordsUrl: 'http://127.0.0.1/records' })
const written: Readonly<Record<string, (number: number) => string>> = {
  known: (number) => `${nameOf(number).firstName} ${nameOf(number).lastName}`,
  misspelt: (number) =>
    `${nameOf(number).firstName} ${nameOf(number).lastName.slice(0, 4)}x${nameOf(number).lastName.slice(4)}`,
  firstOnly: (number) => nameOf(number).firstName,
  unknown: (number) => `Xavier Quizzleworth${number}`,
  email: (number) => `person${number}@example.com`,
}

async function measureOnce(candidate: string): Promise<number> {
  const askedAtMs = performance.now()
  await ats.findApplications(tenantId, { candidate, client: null, job: null })
  return performance.now() - askedAtMs
}

const figures: Record<string, number> = { firstMs: rounded(await measureOnce('Ada Barbarbar')), aimMs: 50 }
for (const [kind, write] of Object.entries(written)) {
  const tookMs: number[] = []
  for (let lookUp = 0; lookUp < lookUpCount; lookUp++) tookMs.push(await measureOnce(write(lookUp * 151)))
  figures[`${kind}P50Ms`] = rounded(percentile(tookMs, 0.5))
  figures[`${kind}P95Ms`] = rounded(percentile(tookMs, 0.95))
}

// The names that a message is read against: the first time, as they are, and after a change of the records.
async function measureDirectory(change: (() => Promise<unknown>) | null): Promise<number> {
  await change?.()
  const askedAtMs = performance.now()
  const directory = await ats.openDirectory(tenantId)
  directory.findPeople('Ada Barbarbar')
  directory.findClients('Barbarbar')
  directory.findJobs('nurse')
  return rounded(performance.now() - askedAtMs)
}
const inRecords = (work: Parameters<typeof store.inTenant<unknown>>[1]) => () => store.inTenant(tenantId, work)
figures.directoryFirstMs = await measureDirectory(null)
figures.directoryMs = await measureDirectory(null)
figures.directoryRenamedMs = await measureDirectory(
  inRecords((tx) => tx.update('atsCandidates', 'p1', { lastName: 'Barbarbar', updatedAt: clock.now() })),
)
figures.directoryNewClientMs = await measureDirectory(
  inRecords((tx) => tx.update('atsClients', 'c1', { name: 'Zim AG', updatedAt: clock.now() })),
)
figures.directoryRemovedMs = await measureDirectory(inRecords((tx) => tx.remove('atsCandidates', { id: 'p2' })))
report('findApplications', { engine: postgres ? 'postgresql' : 'pglite', candidates: candidateCount, ...figures })
await store.close()
await postgres?.stop()
process.exit()
