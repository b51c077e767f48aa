import type { Message } from '../../src/bot/message.ts'
import { submitApproval } from '../../src/workflow/guestActions.ts'
import { passTime } from '../../src/workflow/passTime.ts'
import { traitsOf } from '../contract/atsTraits.ts'
import type { StandIn } from '../fakes/ats/kit.ts'
import { type TestedSystem, testedSystems } from '../fakes/ats/systems.ts'
import type { Application, Stage } from '../fakes/ats/world.ts'
import { at, good, offer, offeredTo, requestOf } from './janeAtAcme.ts'
import { memberCalled } from './nadiaInHouse.ts'
import { type Account, type ConnectedLoop, openConnected } from './openConnected.ts'

// A request from the sentence to its end, in an account of a vendor: of an agency with a client's contact, of a company with its hiring manager.

export const recruiter = { firstName: 'Rosa', lastName: 'Alder', email: 'rosa@alder-finch.example', isAdmin: true }
const manager = { firstName: 'Hedda', lastName: 'Varga', email: 'hedda.varga@glasswerk.example' }
const contact = { firstName: 'Piet', lastName: 'Harmsen', email: 'piet.harmsen@glasswerk.example' }
export const ottilie = 'ottilie.sandmann'
export const bram = 'bram.osterveld'
const jobTitle = 'Kiln Engineer'
const labels = ['Application Review', 'Phone Screen', 'Interview', 'Offer', 'Hired', 'Rejected']

/** Wednesday and Thursday of the second week, 09:00-12:00 in London. */
export const wednesday = good('2027-03-10T09:00:00Z', '2027-03-10T12:00:00Z')
export const thursday = good('2027-03-11T09:00:00Z', '2027-03-11T12:00:00Z')

export function fillGlasswerk({ world }: StandIn, isAgency: boolean): void {
  world.quietly(() => {
    const old = new Date(world.clock.now().getTime() - 20 * 24 * 3600_000)
    const times = { createdAt: old, updatedAt: old }
    const owner = world.addUser({ ...times, ...recruiter })
    const hiring = isAgency ? null : world.addUser({ ...times, ...manager })
    const client = isAgency ? world.addClient({ ...times, name: 'Glasswerk', country: 'GB' }) : null
    const piet = client ? world.addContact({ ...times, ...contact, clientId: client.id }) : null
    const job = world.addJob({
      ...{ ...times, title: jobTitle, stageLabels: labels, recruiterIds: [owner.id], clientId: client?.id ?? null },
      ...{ contactIds: piet ? [piet.id] : [], hiringManagerIds: hiring ? [hiring.id] : [] },
    })
    for (const table of [world.stages, world.interviewTypes])
      for (const row of table.rows) table.update(row.id, times as never)
    for (const name of ['Ottilie Sandmann', 'Bram Osterveld', 'Ines Kolar', 'Tariq Belmonte']) {
      const [firstName = '', lastName = ''] = name.split(' ')
      const emails = [`${firstName}.${lastName}@mail.example`.toLowerCase()]
      const { id } = world.addCandidate({ ...times, firstName, lastName, emails })
      world.addApplication({ ...times, candidateId: id, jobId: job.id, ownerId: owner.id })
    }
  })
}

export function systemCalled(title: string): TestedSystem {
  const found = testedSystems.find((tested) => tested.title.startsWith(title))
  if (!found) throw new Error(`no system ${title}`)
  return found
}

const accountOf = (tested: TestedSystem): Account => ({
  ...{ system: tested.system, kind: tested.kind, fields: tested.fields(recruiter.email) },
  fill: (standIn) => {
    tested.prepare?.(standIn)
    fillGlasswerk(standIn, traitsOf(tested).hasClients)
  },
})

/** Connected and read. `second`: another system with the same people in it. */
export async function openPlay(title: string, second?: string) {
  const tested = systemCalled(title)
  const isAgency = traitsOf(tested).hasClients
  const { system } = tested
  const also = second === undefined ? {} : { also: accountOf(systemCalled(second)) }
  const loop = await openConnected({ ...accountOf(tested), ...also })
  await loop.connect()
  const isRead = async () => (await loop.connections()).every(({ firstSyncedAt }) => firstSyncedAt !== null)
  for (let looks = 0; looks < 20 && !(await isRead()); looks++) await loop.syncAfter(1)
  await loop.sync()
  return { ...loop, isAgency, name: system.name }
}
export type Play = Awaited<ReturnType<typeof openPlay>>

// The other side ------------------------------------------------------------------------------------------------------------------

export const otherSide = ({ isAgency }: Pick<Play, 'isAgency'>) => (isAgency ? contact : manager)
const otherName = (play: Play) => `${otherSide(play).firstName} ${otherSide(play).lastName}`

/** Says the sentence, and lets the first mails go. */
export async function ask(play: Play, who = 'Ottilie'): Promise<void> {
  await play.say(`schedule ${who} with ${otherSide(play).firstName} for the ${jobTitle} role`, play.threadId)
  await settleFirstMails(play)
}

/** Says how they join, where that is not known yet, and lets the first mails go. */
export async function settleFirstMails(play: Play): Promise<void> {
  const { threadId } = play
  const card = await play.card(threadId)
  const format = { kind: 'onsite', details: 'Glasswerk, 5 Furnace Row, London', keep: 'job' }
  // Kept for the job: asked once.
  if (card.actions.some(({ label }) => label.includes('How do they join?')))
    await play.press(threadId, card, 'How do they join?', format)
  await play.settle(30_000)
}

async function managerThread(play: Play) {
  const { id, thread } = await memberCalled(play, otherName(play))
  if (!thread) throw new Error('no conversation with the hiring manager')
  return { id, thread, card: (): Promise<Message> => play.card(thread) }
}

/** Both sides say the same times. */
export async function answer(play: Play, window: typeof wednesday, candidate = ottilie): Promise<void> {
  await offer(play, candidate, [window])
  if (play.isAgency) {
    await offer(play, contact.email, [window])
    return
  }
  const { id, thread, card } = await managerThread(play)
  const day = window === wednesday ? '10' : '11'
  await play.press(thread, await card(), 'Tell me your times', { times: `${day} March 2027 09:00-12:00` }, id)
}

/** The other side takes the first time. */
export async function agree(play: Play): Promise<void> {
  if (!play.isAgency) {
    const { id, thread, card } = await managerThread(play)
    await play.press(thread, await card(), 'Approve', {}, id)
    return
  }
  const [chosen] = await offeredTo(play, contact.email)
  if (!chosen) throw new Error('no time to approve')
  await submitApproval(play.deps, { secret: await play.secretOf(contact.email), proposalId: chosen.id })
  await play.settle()
}

/** Lives on, hour by hour: time passes as the process lets it, and the ATS is looked at. */
export async function liveUntil(play: ConnectedLoop, iso: string): Promise<void> {
  for (;;) {
    const left = at(iso).getTime() - play.clock.now().getTime()
    if (left <= 0) return
    await play.settle(Math.min(left, 3600_000))
    await play.tables((tx) => tx.update('settings', play.tenantId, { beatAt: play.clock.now() }))
    await passTime(play.deps, play.tenantId)
    await play.sync()
  }
}

// The vendor's side ---------------------------------------------------------------------------------------------------------------

export function applicationOf({ standIn: { world } }: Pick<Play, 'standIn'>, email: string): Application {
  const person = world.candidates.rows.find(({ emails }) => emails[0]?.startsWith(email))
  const [application] = person ? world.applications.by('candidateId', person.id) : []
  if (!application) throw new Error(`nobody is called ${email} there`)
  return application
}
export const stageOf = (play: Pick<Play, 'standIn'>, email = ottilie): string | undefined =>
  play.standIn.world.stages.get(applicationOf(play, email).stageId)?.label
export function stageCalled(play: Pick<Play, 'standIn'>, label: string): Stage {
  const { world } = play.standIn
  const stage = world.stagesOf(applicationOf(play, bram).jobId).find((one) => one.label === label)
  if (!stage) throw new Error(`no stage ${label}`)
  return stage
}
export const notesOf = ({ standIn: { world } }: Pick<Play, 'standIn'>): string[] =>
  world.notes.rows.map(({ text }) => text)
/** Interviews that stand there, by their starts. */
export const standing = (play: Pick<Play, 'standIn'>, email = ottilie): string[] =>
  play.standIn.world.interviews
    .by('applicationId', applicationOf(play, email).id)
    .filter(({ canceledAt, status }) => canceledAt === null && !/cancel|delet/i.test(status))
    .map(({ startAt }) => startAt.toISOString())

export const stateOf = async (play: Play, index = 0) => (await requestOf(play, index)).state
/** All that stands in the conversation, cards too. */
export async function conversation(play: Play): Promise<string> {
  return (await play.messagesIn(play.threadId))
    .map(({ text, message }) => `${text} ${JSON.stringify(message)}`)
    .join('\n')
}
