import type { Interview } from '../../src/domain/interview.ts'
import { logOrder, owe } from '../../src/workflow/owe.ts'
import type { Fault } from '../fakes/ats/faults.ts'
import type { TestedSystem } from '../fakes/ats/systems.ts'
import type { Application, Stage } from '../fakes/ats/world.ts'
import { openRandom, type Random } from '../sim/random.ts'
import { checkEnd, checkPeople } from './faultChecks.ts'
import { atsEffects, book, changeInterview, findRecord, type House, openHouse, requestOf } from './faultHouse.ts'

// One seeded life of a connection: people work in the ATS and in Parley, time passes, and the vendor does wrong what a vendor can do wrong. At the
// end everything is well again, and then nothing may be there twice, missing, or untold.

/** A move that Parley owes, by the stages of the world. */
export interface OwedMove {
  applicationId: string
  fromStageId: string
  toStageId: string
}
export interface WorldMove extends OwedMove {
  isHuman: boolean
}
export interface Life {
  house: House
  random: Random
  history: string[]
  problems: string[]
  interviews: Map<Interview['id'], Application>
  owedMoves: OwedMove[]
  worldMoves: WorldMove[]
  /** Since when the connection was in a state of failure, each time. */
  failures: Set<string>
  isRevoked: boolean
  addedCount: number
  /** What the world did, not Parley. */
  byHand: (work: () => void) => void
}

const minuteMs = 60_000
const faultKinds: readonly Fault['kind'][] = [
  'throttle',
  'serverError',
  'serverError',
  'hang',
  'cutBody',
  'emptyBody',
  'html',
  'lostReply',
  'lostReply',
]
/** How a vendor's answers about the past can be wrong; a minute later they are right, so that what was written meanwhile is found. */
const staleKinds: readonly Fault['kind'][] = ['stale', 'stale', 'emptyList']

export interface Lived {
  problems: string[]
  history: string[]
  /** Writes that are done, and requests that were spoiled. */
  doneCount: number
  faultCount: number
}

export async function runLife(tested: TestedSystem, seed: number): Promise<Lived> {
  const random = openRandom(seed)
  const house = await openHouse(tested)
  const life = startLife(house, random)
  try {
    await connect(life)
    const steps = 10 + random.below(11)
    for (let step = 0; step < steps && life.problems.length === 0; step++) {
      house.standIn.clearFaults()
      orderFaults(life)
      const name = random.pick(stepNames) ?? 'look'
      life.history.push(`${house.clock.now().toISOString()} ${name}`)
      await stepsByName[name](life)
      await house.settle()
      await noteState(life)
      await checkPeople(life)
    }
    await recover(life)
    await checkEnd(life)
  } catch (error) {
    life.problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    await house.standIn.stop()
  }
  const done = (await atsEffects(house)).filter(({ state }) => state === 'done')
  const faultCount = house.standIn.log.filter(({ refusal }) => refusal?.startsWith('ordered')).length
  return { problems: life.problems, history: life.history, doneCount: done.length, faultCount }
}

function startLife(house: House, random: Random): Life {
  let isHuman = false
  const life: Life = {
    ...{ house, random, history: [], problems: [], interviews: new Map(), owedMoves: [], worldMoves: [] },
    ...{ failures: new Set(), isRevoked: false, addedCount: 0 },
    byHand: (work) => {
      isHuman = true
      work()
      isHuman = false
    },
  }
  house.standIn.world.onChange(({ kind, before, after }) => {
    if (kind !== 'applications' || !before || !after) return
    const [from, to] = [before as Application, after as Application]
    if (from.stageId !== to.stageId)
      life.worldMoves.push({ applicationId: from.id, fromStageId: from.stageId, toStageId: to.stageId, isHuman })
  })
  return life
}

async function connect(life: Life): Promise<void> {
  const { house, random } = life
  await house.connect()
  // Nothing was there before: the first reading may well meet trouble.
  if (random.chance(0.5)) orderFaults(life)
  for (let looks = 0; looks < 20; looks++) {
    await house.sync()
    await noteState(life)
    if ((await house.connection()).firstSyncedAt) return
    house.clock.moveBy(16 * minuteMs)
  }
  throw new Error(`the first reading comes to no end: ${(await house.connection()).problem?.sentence}`)
}

function orderFaults({ house: { standIn }, random, history }: Life): void {
  while (random.chance(0.45)) {
    const kind = random.chance(0.03) ? 'huge' : (random.pick(faultKinds) ?? 'serverError')
    const isWrite = kind === 'lostReply' && random.chance(0.7)
    const times = 1 + random.below(2)
    standIn.order({ kind, times, ...(isWrite ? { on: /^(POST|PUT|PATCH|DELETE) / } : {}) })
    history.push(`  fault ${kind} x${times}${isWrite ? ' on a write' : ''}`)
  }
}

async function noteState({ house, failures }: Life): Promise<void> {
  const { state, problem } = await house.connection()
  if ((state === 'failing' || state === 'revoked') && problem) failures.add(problem.since)
}

// What people do in the ATS -------------------------------------------------------------------------------------------------------

const active = ({ house: { standIn } }: Life) =>
  standIn.world.applications.rows.filter(
    ({ status, candidateId }) => status === 'active' && !standIn.world.candidates.get(candidateId)?.isPrivate,
  )

function laterStage({ house: { standIn, traits }, random }: Life, { jobId, stageId }: Application): Stage | undefined {
  const stages = standIn.world.stagesOf(jobId)
  const at = stages.findIndex(({ id }) => id === stageId)
  const isEnd = ({ label }: Stage) =>
    [traits.label.hired, traits.label.rejected, 'Withdrawn', 'Transferred'].includes(label)
  return random.pick(stages.slice(at + 1).filter((stage) => !isEnd(stage)))
}

function touch({ house }: Life, application: Application, patch: Partial<Application> = {}): void {
  house.standIn.world.applications.update(application.id, { ...patch, updatedAt: house.clock.now() })
}

function changePerson(life: Life, patch: (firstName: string) => object): void {
  const { house, random } = life
  const { world } = house.standIn
  const application = random.pick(active(life))
  const person = application && world.candidates.get(application.candidateId)
  if (!application || !person) return
  life.byHand(() => {
    world.candidates.update(person.id, { ...patch(person.firstName), updatedAt: house.clock.now() })
    touch(life, application)
  })
}

function addPerson(life: Life): void {
  const { world } = life.house.standIn
  const job = life.random.pick(world.jobs.rows)
  if (!job) return
  const number = ++life.addedCount
  life.byHand(() => {
    const emails = [`newcomer${number}@mail.example`]
    const { id } = world.addCandidate({ firstName: 'Nova', lastName: `Pell${number}`, emails })
    world.addApplication({ candidateId: id, jobId: job.id, ownerId: world.users.rows[0]?.id ?? null })
  })
}

function moveByHand(life: Life): void {
  const application = life.random.pick(active(life))
  const to = application && laterStage(life, application)
  if (application && to) life.byHand(() => life.house.standIn.world.moveApplication(application.id, to.id))
}

function reject(life: Life): void {
  const { house, random } = life
  const { world } = house.standIn
  const application = random.pick(active(life))
  const to = application && world.stagesOf(application.jobId).find(({ label }) => label === house.traits.label.rejected)
  if (!application || !to) return
  life.byHand(() => {
    world.moveApplication(application.id, to.id)
    touch(life, application, { status: 'rejected', rejectedAt: house.clock.now() })
  })
}

function renameStage(life: Life): void {
  const { house, random } = life
  const { stages } = house.tested.system.capabilities
  if (stages === 'fixed' || stages === 'collected') return
  const found = house.standIn.world.stages.rows.filter(({ label }) => label.startsWith('Screening'))
  const stage = random.pick(found)
  if (!stage) return
  const label = stage.label === 'Screening' ? 'Screening call' : 'Screening'
  life.byHand(() => house.standIn.world.stages.update(stage.id, { label, updatedAt: house.clock.now() }))
}

function removePerson(life: Life): void {
  const { world } = life.house.standIn
  const application = life.random.pick(active(life))
  if (!application) return
  life.byHand(() => {
    for (const { id } of world.interviews.by('applicationId', application.id)) world.interviews.remove(id)
    world.applications.remove(application.id)
    world.candidates.remove(application.candidateId)
  })
}

function hidePerson(life: Life): void {
  if (life.house.tested.silent.includes('private')) return
  changePerson(life, () => ({ isPrivate: true }))
}

// What people do in Parley --------------------------------------------------------------------------------------------------------

const dayMs = 24 * 3600_000
const someTime = ({ house, random }: Life) =>
  new Date(
    Math.ceil(house.clock.now().getTime() / dayMs) * dayMs +
      (30 + random.below(20)) * dayMs +
      random.below(9) * 3600_000 +
      8 * 3600_000,
  )

async function bookOne(life: Life): Promise<void> {
  const taken = new Set([...life.interviews.values()].map(({ id }) => id))
  const application = life.random.pick(active(life).filter(({ id }) => !taken.has(id)))
  if (!application) return
  const interview = await book(life.house, application, someTime(life))
  if (interview) life.interviews.set(interview.id, application)
}

async function pickInterview({ house, random, interviews }: Life): Promise<Interview | undefined> {
  const rows = await house.tables((tx) => tx.find('interviews', { where: { state: 'scheduled' } }))
  return random.pick(rows.filter(({ id }) => interviews.has(id)))
}

async function moveInterview(life: Life): Promise<void> {
  const interview = await pickInterview(life)
  const startsAt = someTime(life)
  if (interview)
    await changeInterview(life.house, interview.id, { startsAt, endsAt: new Date(startsAt.getTime() + 3600_000) })
}

async function cancelInterview(life: Life): Promise<void> {
  const interview = await pickInterview(life)
  if (interview) await changeInterview(life.house, interview.id, { state: 'cancelled' })
}

async function writeLines(life: Life): Promise<void> {
  const interview = await pickInterview(life)
  if (!interview) return
  const request = await requestOf(life.house, interview)
  const occasion = String(life.history.length)
  const text = `Line ${occasion} about <${request.candidateName}> & others`
  await life.house.tables((tx) => owe(tx, life.house.deps, [logOrder(request.id, 'note', occasion, text, {})]))
}

async function moveStage(life: Life): Promise<void> {
  const { house } = life
  const application = life.random.pick(active(life))
  const to = application && laterStage(life, application)
  const record = application && (await findRecord(house, application))
  const from = application && house.standIn.world.stages.get(application.stageId)
  if (!to || !record || !from) return
  await house.tables(async (tx) => {
    const own = await tx.find('atsStages', { where: { jobId: record.jobId } })
    const idOf = (label: string) => own.find((stage) => stage.label === label)?.id
    const [fromStageId, toStageId] = [record.stageId, idOf(to.label)]
    if (!toStageId || fromStageId !== idOf(from.label)) return
    life.owedMoves.push({ applicationId: application.id, fromStageId: from.id, toStageId: to.id })
    const askedIn = { threadId: house.threadId, memberId: house.memberId, done: 'Moved.' }
    const payload = { kind: 'atsStage', applicationId: record.id, fromStageId, toStageId, askedIn } as const
    await owe(tx, house.deps, [{ key: `${record.id}:stage:${life.history.length}`, requestId: null, payload }])
  })
  // Somebody was faster.
  if (life.random.chance(0.3)) {
    const next = laterStage(life, application)
    if (next) life.byHand(() => house.standIn.world.moveApplication(application.id, next.id))
  }
}

// What just happens ---------------------------------------------------------------------------------------------------------------

async function look(life: Life): Promise<void> {
  const { house, random } = life
  await house.settle((2 + random.below(18)) * minuteMs)
  await lookNow(life)
}

async function lookNow({ house, random, history }: Life): Promise<void> {
  const kind = random.chance(0.3) ? random.pick(staleKinds) : undefined
  if (kind) house.standIn.order({ kind, times: 1 + random.below(2), on: /^GET |list|search|query|raas/i })
  if (kind) history.push(`  fault ${kind} of what is read`)
  await house.sync()
  house.standIn.clearFaults()
}

async function letTimePass({ house, random }: Life): Promise<void> {
  await house.settle((1 + random.below(90)) * minuteMs)
}

async function letADayPass(life: Life): Promise<void> {
  await life.house.settle(25 * 60 * minuteMs)
  await lookNow(life)
}

async function revoke(life: Life): Promise<void> {
  const { desk, key } = life.house.standIn
  if (life.isRevoked) desk.keys.add(key)
  else desk.keys.clear()
  life.isRevoked = !life.isRevoked
  // Tokens are good for a while: nobody notices before.
  if (life.isRevoked) desk.settings.delete('tokens')
  await look(life)
}

const stepsByName = {
  addPerson: async (life: Life) => addPerson(life),
  moveByHand: async (life: Life) => moveByHand(life),
  renamePerson: async (life: Life) => changePerson(life, () => ({ lastName: `Renamed${life.history.length}` })),
  renameStage: async (life: Life) => renameStage(life),
  reject: async (life: Life) => reject(life),
  removePerson: async (life: Life) => removePerson(life),
  hidePerson: async (life: Life) => hidePerson(life),
  ...{ bookOne, moveInterview, cancelInterview, writeLines, moveStage, look, letTimePass, letADayPass, revoke },
}
type StepName = keyof typeof stepsByName
/** Some happen more often. */
const stepNames: readonly StepName[] = [
  ...(Object.keys(stepsByName) as StepName[]),
  ...(['bookOne', 'bookOne', 'moveInterview', 'writeLines', 'moveStage', 'moveStage', 'moveByHand'] as const),
  ...(['look', 'look', 'look', 'look', 'letTimePass', 'addPerson'] as const),
]

// The end -------------------------------------------------------------------------------------------------------------------------

/** Faults off, the key good again; time passes until nothing is owed, and everything was looked at once more. */
async function recover(life: Life): Promise<void> {
  const { house } = life
  house.standIn.clearFaults()
  house.standIn.desk.keys.add(house.standIn.key)
  life.history.push(`${house.clock.now().toISOString()} everything is well again`)
  await house.settle(30 * 3600_000)
  for (const minutes of [16, 16, 25 * 60, 16]) {
    await house.syncAfter(minutes)
    await noteState(life)
  }
  for (let looks = 0; looks < 10 && (await house.connection()).state !== 'connected'; looks++) await house.syncAfter(16)
}
