// A small company, or an agency with clients, for demonstrations: people who are not, in an ATS that is a stand-in. The same each time, so that
// records keep their ids over a restart.

interface Row {
  id: string
}
type Given = Readonly<Record<string, unknown>>

/** What is used of a stand-in's world (test/fakes/ats/world.ts). */
export interface DemoWorld {
  readonly clock: { now(): Date }
  quietly(work: () => void): void
  addUser(row: Given): Row
  addClient(row: Given): Row
  addContact(row: Given): Row
  addJob(row: Given): Row
  addCandidate(row: Given): Row
  addApplication(row: Given): Row
  stagesOf(jobId: string): readonly (Row & { label: string })[]
}

export const demoPeople = {
  recruiter: {
    firstName: 'Robin',
    lastName: 'Ames',
    email: 'robin.ames@harbour.example',
    title: 'Recruiter',
    isAdmin: true,
    zone: 'Europe/Berlin',
  },
  managers: [
    { firstName: 'Nadia', lastName: 'Orlov', email: 'nadia.orlov@harbour.example', title: 'Head of Platform' },
    { firstName: 'Tobias', lastName: 'Renner', email: 'tobias.renner@harbour.example', title: 'Director of Finance' },
    { firstName: 'Grace', lastName: 'Adeyemi', email: 'grace.adeyemi@harbour.example', title: 'Head of Care' },
  ],
  interviewers: [
    { firstName: 'Ilse', lastName: 'Bakker', email: 'ilse.bakker@harbour.example', title: 'Staff Engineer' },
    { firstName: 'Marco', lastName: 'Fontana', email: 'marco.fontana@harbour.example', title: 'Controller' },
  ],
} as const

const clients = [
  {
    name: 'Northgate Foods',
    country: 'GB',
    contacts: [
      { firstName: 'Helen', lastName: 'Marsh', email: 'helen.marsh@northgate.example', phone: '+44 20 7946 0131' },
      { firstName: 'Owen', lastName: 'Price', email: 'owen.price@northgate.example', phone: '+44 20 7946 0132' },
    ],
  },
  {
    name: 'Lindqvist Robotics',
    country: 'SE',
    contacts: [
      { firstName: 'Karin', lastName: 'Ekberg', email: 'karin.ekberg@lindqvist.example', phone: '+46 8 123 45 01' },
    ],
  },
  {
    name: 'Castellan Bank',
    country: 'DE',
    contacts: [
      { firstName: 'Jens', lastName: 'Vogt', email: 'jens.vogt@castellan.example', phone: '+49 69 90009 121' },
      { firstName: 'Mira', lastName: 'Sommer', email: 'mira.sommer@castellan.example', phone: '+49 69 90009 122' },
    ],
  },
] as const

const jobs = [
  { title: 'Platform Engineer', manager: 0, work: 'Software engineer', firms: ['Brightline', 'Kepler Labs', 'Orbit'] },
  { title: 'Data Analyst', manager: 0, work: 'Analyst', firms: ['Wexford Retail', 'Tideway', 'Numera'] },
  { title: 'Financial Controller', manager: 1, work: 'Accountant', firms: ['Hollis & Grey', 'Altmann', 'Sable'] },
  { title: 'Payroll Specialist', manager: 1, work: 'Payroll officer', firms: ['Oakfield', 'Kestrel', 'Varga'] },
  { title: 'Night Nurse', manager: 2, work: 'Nurse', firms: ['St Brigid', 'Charlton Care', 'Rosenhof'] },
  { title: 'Care Coordinator', manager: 2, work: 'Social worker', firms: ['Lantern', 'Open Door', 'Fairhaven'] },
] as const

const names =
  'Amelia Hart,Jonas Keller,Priya Raman,Mateo Alvarez,Chloe Lefevre,Samuel Okafor,Ingrid Solberg,Dario Conti,Hannah Weiss,Yusuf Demir,' +
  'Laura Novotna,Peter Szabo,Aisha Rahman,Callum Reid,Sofia Marino,Felix Brandt,Noor Haddad,Emil Larsen,Beatriz Costa,Thomas Girard,' +
  'Mei Tanaka,Victor Popescu,Clara Jansen,Daniel Osei,Elena Petrova,Hugo Martin,Zainab Yusuf,Lukas Steiner,Olivia Grant,Rafael Duarte,' +
  'Anneke Visser,Kwame Mensah,Julia Kowalska,Ben Whitaker,Leila Farouk,Oskar Lind,Marta Silva,Adam Novak,Grace Liu,Nils Hoffmann,' +
  'Fatima Zahra,Liam Doyle,Eva Horvath,Ravi Shetty,Isabel Moreno,Jan Dekker,Naomi Fischer,Pavel Dvorak,Tessa Bloom,Ahmed Saleh,' +
  'Camille Roux,Erik Nyberg,Joana Pinto,Simon Baker,Mina Jafari,Paul Lechner,Rosa Vidal,Kenji Mori,Alice Fenwick,Ivan Marek'

const zones = ['Europe/Berlin', 'Europe/London', 'Europe/Madrid', 'Europe/Stockholm'] as const
const hourMs = 3600_000

/** Six jobs with who hires, sixty people spread over their stages; of an agency three clients with five contacts. */
export function fillDemoWorld(world: DemoWorld, { isAgency }: { isAgency: boolean }): void {
  world.quietly(() => {
    const started = new Date(world.clock.now().getTime() - 90 * 24 * hourMs)
    const times = { createdAt: started, updatedAt: started }
    const recruiter = world.addUser({ ...times, ...demoPeople.recruiter })
    const managers = demoPeople.managers.map((person) => world.addUser({ ...times, ...person }))
    for (const person of demoPeople.interviewers) world.addUser({ ...times, ...person })
    const sides = isAgency ? addClients(world, times) : []
    const added = jobs.map(({ title, manager }, at) => {
      const side = sides[at % Math.max(1, sides.length)]
      const who = side
        ? { clientId: side.id, contactIds: side.contactIds }
        : { hiringManagerIds: [managers[manager]?.id ?? ''] }
      return world.addJob({ ...times, title, recruiterIds: [recruiter.id], ...who })
    })
    addApplicants(world, added, recruiter.id)
  })
}

function addClients(world: DemoWorld, times: Given) {
  return clients.map(({ contacts, ...client }) => {
    const { id } = world.addClient({ ...times, ...client })
    return { id, contactIds: contacts.map((contact) => world.addContact({ ...times, ...contact, clientId: id }).id) }
  })
}

function addApplicants(world: DemoWorld, added: readonly Row[], ownerId: string): void {
  const now = world.clock.now().getTime()
  for (const [at, name] of names.split(',').entries()) {
    const [firstName = '', lastName = ''] = name.split(' ')
    const job = added[at % added.length]
    const about = jobs[at % jobs.length]
    if (!job || !about) continue
    const createdAt = new Date(now - (60 - at) * 9 * hourMs)
    const times = { createdAt, updatedAt: createdAt }
    const email = `${firstName}.${lastName}@mail.example`.toLowerCase()
    const candidate = world.addCandidate({
      ...times,
      ...{ firstName, lastName },
      emails: [email],
      phones: at % 3 === 0 ? [`+49 30 5550 ${String(1000 + at * 7)}`] : [],
      title: about.work,
      company: about.firms[Math.floor(at / jobs.length) % about.firms.length],
      zone: zones[at % zones.length],
    })
    const stages = world.stagesOf(job.id).filter(({ label }) => !/hired|placed/i.test(label))
    // More people stand at the beginning than at the end.
    const reach = Math.max(1, Math.min(stages.length, 3))
    const stage = stages[Math.floor(at / jobs.length) % reach]
    world.addApplication({ ...times, candidateId: candidate.id, jobId: job.id, stageId: stage?.id ?? '', ownerId })
  }
}
