import type { Job, Stage, World } from './world.ts'

const firstNames =
  'Ada Bruno Carla Dmitri Esra Farah Gustav Hana Ivo Jun Kemal Lotte Mina Nils Oona Pavel Quinn Rania Sven Tova'.split(
    ' ',
  )
const lastNames =
  'Abara Brandt Castell Dvorak Ekström Fontaine Grau Hollis Ishida Jovanic Kessler Lund Mbeki Novak Okoro Prieto Rask Stoltz Tamm Ulvang'.split(
    ' ',
  )
const titles = 'Welder,Line Planner,Payroll Officer,Night Nurse,Site Surveyor,Cloud Engineer,Buyer,Translator'.split(
  ',',
)
const minuteMs = 60_000

/**
 * Fills an ATS with candidates of one application each, spread over jobs and stages; the same for the same numbers. The oldest
 * was added a minute for each candidate ago.
 */
export function fillWorld(
  world: World,
  { candidateCount, jobCount = 20 }: { candidateCount: number; jobCount?: number },
): void {
  world.quietly(() => addPeople(world, candidateCount, jobCount))
}

function addPeople(world: World, candidateCount: number, jobCount: number): void {
  const now = world.clock.now().getTime()
  const owner = world.users.rows[0] ?? world.addUser()
  const plans: { job: Job; stages: Stage[] }[] = []
  for (let index = 0; index < jobCount; index++) {
    const job = world.addJob({ title: `${titles[index % titles.length]} ${index + 1}`, recruiterIds: [owner.id] })
    plans.push({ job, stages: world.stagesOf(job.id) })
  }
  for (let index = 0; index < candidateCount; index++) {
    const firstName = firstNames[index % firstNames.length] ?? ''
    const lastName = `${lastNames[Math.floor(index / firstNames.length) % lastNames.length]}${index < 400 ? '' : ` ${index}`}`
    const createdAt = new Date(now - (candidateCount - index) * minuteMs)
    const times = { createdAt, updatedAt: createdAt }
    const { job, stages } = plans[index % plans.length]!
    const candidate = world.addCandidate({ ...times, firstName, lastName, emails: [`person${index}@mail.example`] })
    const stageId = stages[(index * 7) % stages.length]?.id ?? ''
    world.addApplication({ ...times, candidateId: candidate.id, jobId: job.id, stageId, ownerId: owner.id })
  }
}
