import type { MemberId, ThreadId } from '../../src/domain/ids.ts'
import type { Intent } from '../../src/intents/intent.ts'
import type { Loop } from './openLoop.ts'
import { writeLine } from './writeLine.ts'

/** A line of a member that was read as these intents: what a use case makes of them does not hang on how they were worded. */
export async function want(
  loop: Loop,
  threadId: ThreadId,
  intents: readonly Intent[],
  memberId: MemberId = loop.memberId,
): Promise<void> {
  await loop.tables((tx) =>
    writeLine(tx, {
      id: loop.ids.next('message'),
      inboundId: loop.ids.next('inbound'),
      threadId,
      memberId,
      text: intents.map(({ kind }) => kind).join(', '),
      intents,
      source: 'test',
      at: loop.clock.now(),
    }),
  )
  await loop.settle()
}

const none = { about: null } as const
const noUpdate = {
  ...none,
  durationMinutes: null,
  mode: null,
  added: [],
  removed: [],
  client: null,
  job: null,
  candidate: null,
  when: null,
  fromOn: null,
  toOn: null,
}
type Update = Extract<Intent, { kind: 'update' }>
type Intention<K extends Intent['kind']> = Partial<Omit<Extract<Intent, { kind: K }>, 'kind'>>

/** Intents with everything left out that was not said. */
export const update = (said: Partial<Omit<Update, 'kind'>>): Intent => ({ kind: 'update', ...noUpdate, ...said })
export const approveOf = (said: Intention<'approve'> = {}): Intent => ({
  kind: 'approve',
  ...none,
  options: [],
  ...said,
})
export const declineOf = (said: Intention<'decline'> = {}): Intent => ({
  kind: 'decline',
  ...none,
  reason: null,
  ...said,
})
export const askTimesOf = (said: Intention<'askTimes'> = {}): Intent => ({
  kind: 'askTimes',
  ...none,
  party: null,
  names: [],
  ...said,
})
export const cancelOf = (about: string | null = null): Intent => ({ kind: 'cancel', about, reason: null })
export const yes: Intent = { kind: 'confirm' }
export const no: Intent = { kind: 'deny' }
export const undo: Intent = { kind: 'undo', about: null }

/** Everything outside of conversations, to tell that nothing of it changes before a press: rows and what is owed to whom. */
export async function outsideOf(loop: Loop) {
  return loop.tables(async (tx) => ({
    mails: (await tx.find('mailbox')).length,
    effects: (await tx.find('effects'))
      .filter((e) => e.kind !== 'chatMessage' && e.kind !== 'chatCard')
      .map((e) => e.key),
    requests: await tx.find('requests'),
    sessions: await tx.find('sessions'),
    parties: (await tx.find('parties')).map(({ linkExpiresAt: _, ...party }) => party),
    interviews: await tx.find('interviews'),
    holds: await tx.find('holds'),
    applications: await tx.find('atsApplications'),
    activities: await tx.find('atsActivities'),
    settings: await tx.find('settings'),
  }))
}
