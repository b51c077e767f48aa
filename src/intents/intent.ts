import { z } from 'zod'
import type { Directory } from '../domain/directory.ts'
import type { ThreadContext } from './thread.ts'
import type { TimeConventions } from './times/conventions.ts'

/** A stretch of time as the writer meant it: local wall-clock in `zone`, ISO without offset, half-open. */
export const localWindowSchema = z.object({ startsAt: z.string(), endsAt: z.string() })

/**
 * `recordIds`: the records that the name can mean, where the ATS knows them; one when it is settled. The use case takes no other.
 * `narrowedBy`: further names in the sentence that tell which request is meant ("Jane's interview with Acme": Acme).
 * `unreadWords`: what was said and not understood, or has no place yet; to be shown back, never dropped in silence.
 */
const records = { recordIds: z.array(z.string()).optional() }
const further = { ...records, narrowedBy: z.array(z.string()).optional(), unreadWords: z.string().optional() }

/** What a member wants. Names are words as written; the workflow looks people up. */
export const intentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('schedule'),
    candidate: z.string().nullable(),
    /** Client, contacts or hiring team: "Acme", "Sam and Priya". */
    counterparts: z.array(z.string()),
    job: z.string().nullable(),
    durationMinutes: z.int().nullable(),
    order: z.enum(['candidateFirst', 'clientFirst', 'both']).nullable(),
    quorum: z.enum(['all', 'any']).nullable(),
    /** ISO dates, both inclusive. */
    fromOn: z.string().nullable(),
    toOn: z.string().nullable(),
    isScreening: z.boolean(),
    isRecruiterAttending: z.boolean(),
    unreadWords: z.string().optional(),
    ...records,
  }),
  z.object({ kind: z.literal('whoIs'), name: z.string(), ...records }),
  z.object({ kind: z.literal('status'), about: z.string().nullable(), ...further }),
  z.object({
    kind: z.literal('list'),
    filter: z.enum(['open', 'confirmed', 'needsYou', 'today', 'all', 'waiting', 'unscheduled']),
    /** ISO dates, both inclusive. */
    fromOn: z.string().nullable().optional(),
    toOn: z.string().nullable().optional(),
    client: z.string().nullable().optional(),
  }),
  z.object({
    kind: z.literal('reschedule'),
    about: z.string().nullable(),
    reason: z.string().nullable(),
    /** The days it should move to, when said. ISO dates, both inclusive. */
    fromOn: z.string().nullable().optional(),
    toOn: z.string().nullable().optional(),
    ...further,
  }),
  z.object({ kind: z.literal('cancel'), about: z.string().nullable(), reason: z.string().nullable(), ...further }),
  z.object({
    kind: z.literal('postpone'),
    about: z.string().nullable(),
    fromOn: z.string().nullable(),
    reason: z.string().nullable(),
    ...further,
  }),
  z.object({ kind: z.literal('nudge'), about: z.string().nullable(), ...further }),
  /** "Acme can do Tue 2-4": times entered for a party. */
  z.object({
    kind: z.literal('enterTimes'),
    about: z.string(),
    windows: z.array(localWindowSchema).min(1),
    ...further,
  }),
  z.object({
    kind: z.literal('briefing'),
    /** `minute` after midnight of the daily one, null when no time was said; `leadMinutes` before interviews, 0 is off. */
    ask: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('now') }),
      z.object({ kind: z.literal('stop') }),
      z.object({ kind: z.literal('daily'), minute: z.int().nullable() }),
      z.object({ kind: z.literal('meeting'), leadMinutes: z.int() }),
    ]),
  }),
  z.object({ kind: z.literal('settings') }),
  /** A standing wish: "every interview takes half an hour from now on". Words that no setting fits stay in `words`. */
  z.object({ kind: z.literal('changeSetting'), durationMinutes: z.int().nullable(), words: z.string() }),
  /** A change of a request that is open, or the answer to a question about it. */
  z.object({
    kind: z.literal('update'),
    about: z.string().nullable(),
    durationMinutes: z.int().nullable(),
    mode: z.enum(['video', 'phone', 'onsite']).nullable(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    client: z.string().nullable(),
    job: z.string().nullable(),
    candidate: z.string().nullable(),
    /** The words about time, and what they mean: days it may take place on (ISO, both inclusive), hours, days left out. */
    when: z.string().nullable(),
    fromOn: z.string().nullable(),
    toOn: z.string().nullable(),
    ...further,
  }),
  /** Ask somebody for times (again). */
  z.object({
    kind: z.literal('askTimes'),
    about: z.string().nullable(),
    party: z.enum(['candidate', 'client', 'interviewer']).nullable(),
    names: z.array(z.string()),
    ...further,
  }),
  z.object({ kind: z.literal('shareLink'), about: z.string().nullable(), ...further }),
  z.object({ kind: z.literal('findSlots'), about: z.string().nullable(), names: z.array(z.string()), ...further }),
  z.object({ kind: z.literal('moveStage'), about: z.string().nullable(), stage: z.string(), ...further }),
  /** An answer to proposals: their numbers, as shown; empty when no number was said. */
  z.object({ kind: z.literal('approve'), about: z.string().nullable(), options: z.array(z.int()), ...further }),
  z.object({ kind: z.literal('decline'), about: z.string().nullable(), reason: z.string().nullable(), ...further }),
  /** "yes", "no", "take that back": they mean the last question or the last thing done in the thread. */
  z.object({ kind: z.literal('confirm') }),
  z.object({ kind: z.literal('deny') }),
  z.object({ kind: z.literal('undo'), about: z.string().nullable(), ...records }),
  z.object({ kind: z.literal('askFeedback'), about: z.string().nullable(), names: z.array(z.string()), ...further }),
  z.object({
    kind: z.literal('noShow'),
    about: z.string().nullable(),
    party: z.enum(['candidate', 'client', 'interviewer']).nullable(),
    ...further,
  }),
  z.object({ kind: z.literal('addNote'), about: z.string().nullable(), note: z.string(), ...further }),
  z.object({ kind: z.literal('connect'), system: z.string().nullable() }),
  /** Not Parley's business; `text` is never acted on. */
  z.object({ kind: z.literal('outOfScope'), text: z.string() }),
  /** A name that several people bear, or nobody: asked, never guessed. `options` are record ids with what tells them apart. */
  z.object({
    kind: z.literal('whichPerson'),
    words: z.string(),
    options: z.array(z.object({ id: z.string(), label: z.string() })),
    /** The intent to go on with once the person is chosen, `candidate` or `about` open. */
    resume: z.unknown(),
  }),
  z.object({ kind: z.literal('greeting') }),
  /** "Thanks", "great": said to be polite, and asks for nothing. */
  z.object({ kind: z.literal('thanks') }),
  z.object({ kind: z.literal('help') }),
  z.object({ kind: z.literal('unknown'), text: z.string(), hint: z.string().nullable() }),
])
export type Intent = z.infer<typeof intentSchema>

/** What the reader of a sentence must know besides the sentence. */
export interface ReadingContext {
  now: Date
  zone: string
  locale: string
  /** What "morning" and "all day" mean here; the rest of `TimeConventions` keeps its defaults. */
  conventions?: Partial<TimeConventions>
  /** Names of the records; without them names are read by where they stand. */
  directory?: Directory
  /** What the thread is about and asks. */
  thread?: ThreadContext
}
