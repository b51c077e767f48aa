import type { MemberId, ThreadId } from '../../src/domain/ids.ts'
import type { Intent } from '../../src/intents/intent.ts'
import type { Tx } from '../../src/store/port.ts'
import { writeLine } from '../workflow/writeLine.ts'
import { openRandom } from './random.ts'
import type { World } from './world.ts'

/** Begins the lines of the recruiter that are given as what they mean. */
export const inWords = 'in words: '

export interface Talker {
  world: World
  seed: number
  spanMs: number
  threadId: ThreadId
  memberId: MemberId
  inTenant: (work: (tx: Tx) => Promise<void>) => Promise<void>
  isOver: () => boolean
}

const update = (said: Partial<Extract<Intent, { kind: 'update' }>>): Intent => ({
  kind: 'update',
  about: null,
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
  ...said,
})

/** What recruiters want of a request that is under way; `about` null is the latest of the thread. */
const wants: readonly ((about: string | null) => Intent)[] = [
  (about) => update({ about, durationMinutes: 30 }),
  (about) => update({ about, durationMinutes: 60 }),
  (about) => update({ about, durationMinutes: 120 }),
  (about) => update({ about, added: ['Jonas'] }),
  (about) => update({ about, added: ['Marta'] }),
  (about) => update({ about, added: ['Tom', 'me'] }),
  (about) => update({ about, removed: ['Marta'] }),
  (about) => update({ about, removed: ['Jonas'] }),
  (about) => update({ about, removed: ['Tom', 'me'] }),
  (about) => update({ about, when: 'only mornings' }),
  (about) => update({ about, when: 'any time' }),
  (about) => update({ about, mode: 'phone' }),
  (about) => update({ about, candidate: 'Beatriz' }),
  (about) => ({ kind: 'approve', about, options: [1] }),
  (about) => ({ kind: 'decline', about, reason: 'no' }),
  (about) => ({ kind: 'cancel', about, reason: null }),
  (about) => ({ kind: 'reschedule', about, reason: null }),
  (about) => ({ kind: 'askTimes', about, party: 'client', names: [] }),
  (about) => ({ kind: 'shareLink', about: about ?? 'Jane' }),
  (about) => ({ kind: 'findSlots', about, names: [] }),
  (about) => ({ kind: 'moveStage', about, stage: 'offer' }),
  (about) => ({ kind: 'addNote', about, note: 'prefers remote' }),
  (about) => ({ kind: 'askFeedback', about, names: [] }),
  (about) => ({ kind: 'undo', about }),
  () => ({ kind: 'changeSetting', durationMinutes: 60, words: 'interviews of an hour' }),
]

/** Lines with one or two wishes, most of them answered with a yes some moments later. Draws of its own: other seeds stay as they are. */
export function planWords(talker: Talker): void {
  const { world, spanMs } = talker
  const random = openRandom(talker.seed * 31 + 7)
  // Early lines meet requests that are open, late ones interviews that stand.
  const late = Math.floor(spanMs * 0.6)
  const later = () =>
    world.now() + 1_000 + (random.chance(0.5) ? late + random.below(spanMs - late) : random.below(spanMs))
  for (let count = 3 + random.below(6); count > 0; count--) {
    const about = random.pick([null, null, null, 'Jane', 'Beatriz']) ?? null
    const pick = () => (random.pick(wants) ?? (() => ({ kind: 'help' }) as Intent))(about)
    const line = random.chance(0.2) ? [pick(), pick()] : [pick()]
    const answer = random.next()
    const waitMs = 2_000 + random.below(5 * 60_000)
    world.plan(later(), () => {
      say(talker, line)
      if (answer < 0.85)
        world.plan(world.now() + waitMs, () => say(talker, [{ kind: answer < 0.75 ? 'confirm' : 'deny' }]))
    })
  }
}

function say(talker: Talker, intents: readonly Intent[]): void {
  const { world, threadId, memberId } = talker
  if (talker.isOver()) return
  const id = world.ids.next('message')
  const at = world.clock.now()
  const text = `${inWords}${JSON.stringify(intents)}`
  world.note(`Rosa writes ${text}`)
  void world.perform(() =>
    talker.inTenant((tx) =>
      writeLine(tx, {
        id,
        inboundId: world.ids.next('inbound'),
        threadId,
        memberId,
        text,
        intents,
        source: 'sim',
        at,
      }),
    ),
  )
}
