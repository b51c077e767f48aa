import { noteMark } from '../../src/ats/noteMark.ts'
import type { Effect } from '../../src/domain/effect.ts'
import { fullName } from '../../src/domain/names.ts'
import { parleyCause } from '../../src/workflow/cause.ts'
import { retryEffect } from '../../src/workflow/effects.ts'
import { checkLog } from '../fakes/ats/sheets.ts'
import { allTold, atsEffects, type House, isTold } from './faultHouse.ts'
import type { Life } from './faultRun.ts'

// What has to hold at every moment of a connection's life, and at its end.

const readable = ({ standIn: { world }, tested }: House) =>
  world.candidates.rows.filter((person) => !person.isPrivate || tested.silent.includes('private'))

async function connectedPeople({ tables }: House) {
  return tables((tx) => tx.find('atsCandidates', { where: { connectionId: { not: null } } }))
}

const knownOf = new WeakMap<Life, Set<string>>()

/** Nobody who was known once, and whom the vendor still shows, is gone. */
export async function checkPeople(life: Life): Promise<void> {
  const { house } = life
  const known = knownOf.get(life) ?? new Set<string>()
  knownOf.set(life, known)
  const now = new Set((await connectedPeople(house)).map(({ emails }) => emails[0] ?? ''))
  const there = new Set(readable(house).map(({ emails }) => emails[0] ?? ''))
  const gone = [...known].filter((email) => there.has(email) && !now.has(email))
  if (gone.length > 0) life.problems.push(`removed though still there: ${gone.join(', ')}`)
  for (const email of now) known.add(email)
}

export async function checkEnd(life: Life): Promise<void> {
  await checkTold(life)
  await pressRetries(life)
  await checkEffects(life)
  await checkInterviews(life)
  await checkNotes(life)
  checkMoves(life)
  await checkRecords(life)
  for (const problem of await checkLog(life.house.standIn)) life.problems.push(`not in the sheet: ${problem}`)
}

/** Every failure that was a state of the connection, and every write that was given up, was said in a thread. */
async function checkTold({ house, failures, problems }: Life): Promise<void> {
  const told = await allTold(house)
  const said = await house.messagesIn(house.threadId)
  const isFailure = ({ text }: { text: string }) =>
    /What I know of .* is from before|Until then I neither read/.test(text)
  for (const since of failures)
    if (!said.some((message) => isFailure(message) && message.createdAt.toISOString() >= since))
      problems.push(`not told: the failure since ${since}`)
  for (const { state, key, lastError } of await atsEffects(house)) {
    if (state !== 'dead' && state !== 'asked') continue
    if (!lastError || !isTold(told, lastError.sentence)) problems.push(`${key} is ${state} and nobody was told why`)
  }
  const { state, problem } = await house.connection()
  if (state !== 'connected') problems.push(`at the end the connection is ${state}: ${problem?.sentence}`)
  for (const line of house.logged) problems.push(`logged: ${line}`)
}

/** Whether a note that may have been written was. */
async function isThere({ standIn: { world }, tables }: House, { payload, key }: Effect): Promise<boolean> {
  const isWritten = (noteKey: string) => world.notes.rows.some(({ text }) => text.includes(noteMark(noteKey)))
  if (payload.kind !== 'atsInterview') return isWritten(key)
  const interview = await tables((tx) => tx.get('interviews', payload.interviewId))
  const status = interview?.state === 'cancelled' ? 'CANCELED' : 'SCHEDULED'
  return isWritten(`${payload.interviewId}:${status}:${payload.sequence}`)
}

/** As the recruiter does who reads what was told: looks there, and tries again what is missing. */
async function pressRetries({ house }: Life): Promise<void> {
  const { deps, tenantId } = house
  for (const effect of await atsEffects(house)) {
    if (effect.state !== 'dead' && effect.state !== 'asked') continue
    if (effect.lastError?.code === 'unknownOutcome' && (await isThere(house, effect))) continue
    await retryEffect(deps, tenantId, parleyCause, effect.id)
  }
  await house.settle(30 * 3600_000)
}

/** Where the person is still a candidate there nothing is left undone. */
async function checkEffects({ house, problems }: Life): Promise<void> {
  const { tables } = house
  for (const effect of await atsEffects(house)) {
    const { state, key, lastError, payload } = effect
    if (state === 'done' || state === 'withdrawn') continue
    const request = effect.requestId ? await tables((tx) => tx.get('requests', effect.requestId ?? '')) : null
    const applicationId = payload.kind === 'atsStage' ? payload.applicationId : (request?.applicationId ?? '')
    const record = await tables((tx) => tx.get('atsApplications', applicationId))
    // What the vendor refuses for good, because the person was removed or rejected there meanwhile.
    const isOver =
      record === null ||
      record.status === 'rejected' ||
      /no longer|not a stage|no such/i.test(lastError?.sentence ?? '')
    if (state === 'dead' && isOver) continue
    if (lastError?.code === 'unknownOutcome' && (await isThere(house, effect))) continue
    problems.push(`${key} is ${state}: ${lastError?.code} ${lastError?.sentence}`)
  }
}

/** What stands there is what was agreed: each interview once, at its time; no other. */
async function checkInterviews({ house, interviews, problems }: Life): Promise<void> {
  const { world } = house.standIn
  const effects = await atsEffects(house)
  for (const [id, application] of interviews) {
    if (!world.applications.get(application.id) || world.candidates.get(application.candidateId)?.isPrivate) continue
    const interview = await house.tables((tx) => tx.get('interviews', id))
    const latest = effects.filter(({ payload }) => payload.kind === 'atsInterview' && payload.interviewId === id).at(-1)
    if (!interview || latest?.state !== 'done' || house.traits.interviewWrite !== 'native') continue
    const standing = world.interviews
      .by('applicationId', application.id)
      .filter(({ canceledAt, status }) => canceledAt === null && !/cancel|delet/i.test(status))
      .map(({ startAt }) => startAt.toISOString())
    const isNote = latest.proof?.said.startsWith('A note') === true
    const expected = interview.state === 'scheduled' && !isNote ? [interview.startsAt.toISOString()] : []
    if (standing.join() !== expected.join())
      problems.push(
        `interview ${id} stands there at ${standing.join() || 'no time'}, agreed: ${expected.join() || 'none'}`,
      )
  }
}

/** No mark twice; what was said to be written is there. */
async function checkNotes({ house, problems }: Life): Promise<void> {
  const { world } = house.standIn
  const counts = new Map<string, number>()
  for (const { text } of world.notes.rows)
    for (const [mark] of text.matchAll(/\[Parley \w+\]/g)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  for (const [mark, count] of counts) if (count > 1) problems.push(`${count} notes ${mark}`)
  for (const effect of await atsEffects(house)) {
    const { payload, state, key, proof } = effect
    if (state !== 'done' || proof?.id === 'none') continue
    if (payload.kind === 'atsLog' && !counts.has(noteMark(key))) problems.push(`${key} is done, and there is no note`)
    const isNote = payload.kind === 'atsInterview' && proof?.said.startsWith('A note')
    if (!isNote || payload.kind !== 'atsInterview') continue
    const interview = await house.tables((tx) => tx.get('interviews', payload.interviewId))
    const isLatest = interview?.sequence === payload.sequence
    const status = interview?.state === 'cancelled' ? 'CANCELED' : 'SCHEDULED'
    if (isLatest && !counts.has(noteMark(`${payload.interviewId}:${status}:${payload.sequence}`)))
      problems.push(`interview ${key} is done as a note, and there is none`)
  }
}

/** Parley moves forward only, from where it was when the move was owed, and never what somebody else has moved. */
function checkMoves({ house, owedMoves, worldMoves, problems }: Life): void {
  const { world } = house.standIn
  for (const { applicationId, fromStageId, toStageId, isHuman } of worldMoves) {
    if (isHuman) continue
    const [from, to] = [world.stages.get(fromStageId), world.stages.get(toStageId)]
    const isOwed = owedMoves.some(
      (move) =>
        move.applicationId === applicationId && move.fromStageId === fromStageId && move.toStageId === toStageId,
    )
    if (!isOwed) problems.push(`moved from "${from?.label}" to "${to?.label}", which nobody asked for`)
    if ((to?.ordinal ?? 0) < (from?.ordinal ?? 0)) problems.push(`moved back from "${from?.label}" to "${to?.label}"`)
  }
}

/** Each application that can be read is in the records once, as it is there; and no other. */
async function checkRecords({ house, problems }: Life): Promise<void> {
  const { world } = house.standIn
  const people = new Map(readable(house).map((person) => [person.id, person]))
  const expected = world.applications.rows.flatMap(({ candidateId, jobId, stageId, status }) => {
    const person = people.get(candidateId)
    const stage = status === 'active' ? world.stages.get(stageId)?.label : status
    return person ? [[fullName(person), person.emails[0], world.jobs.get(jobId)?.title, stage].join(' | ')] : []
  })
  const found = await house.tables(async (tx) => {
    const where = { where: { connectionId: { not: null } } } as const
    const [candidates, jobs, stages, applications] = await Promise.all([
      tx.find('atsCandidates', where),
      tx.find('atsJobs', where),
      tx.find('atsStages', where),
      tx.find('atsApplications', where),
    ])
    return applications.map((row) => {
      const person = candidates.find(({ id }) => id === row.candidateId)
      const isOver = row.status === 'rejected' || row.status === 'hired'
      const stage = isOver ? row.status : stages.find(({ id }) => id === row.stageId)?.label
      const title = jobs.find(({ id }) => id === row.jobId)?.title
      return [person ? fullName(person) : '', person?.emails[0], title, stage].join(' | ')
    })
  })
  const [left, right] = [new Set(expected), new Set(found)]
  for (const line of expected) if (!right.has(line)) problems.push(`not in the records: ${line}`)
  for (const line of found) if (!left.has(line)) problems.push(`in the records only: ${line}`)
  if (found.length !== right.size) problems.push(`${found.length - right.size} records twice`)
}
