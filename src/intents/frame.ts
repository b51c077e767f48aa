import { z } from 'zod'

/** Everything a member can want of Parley, one label each. */
export const intentLabels = [
  'schedule',
  'reschedule',
  'cancel',
  'postpone',
  'update',
  'collect_availability',
  'give_availability',
  'share_link',
  'find_slots',
  'nudge',
  'status',
  'list',
  'who_is',
  'briefing',
  'move_stage',
  'approve',
  'decline',
  'confirm',
  'deny',
  'undo',
  'feedback',
  'no_show',
  'note',
  'setting',
  'connect',
  'help',
  'smalltalk',
  'oos',
] as const
export type IntentLabel = (typeof intentLabels)[number]

/**
 * One thing that a message asks for, in the writer's own words: nobody is looked up and no time is placed yet. Both readers,
 * the grammar and the model, end here, and `groundFrame` takes it on; so neither can bring in a person or a time that was not said.
 */
export const frameSchema = z.object({
  label: z.enum(intentLabels),
  candidate: z.string().nullable(),
  client: z.string().nullable(),
  job: z.string().nullable(),
  /** Interviewers and client contacts who take part or are meant. */
  contacts: z.array(z.string()),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  durationMinutes: z.int().nullable(),
  /** Sessions of a loop, interviewers of a panel. */
  count: z.int().nullable(),
  format: z.enum(['single', 'panel', 'loop']).nullable(),
  mode: z.enum(['video', 'phone', 'onsite']).nullable(),
  /** The words about time, as written. */
  when: z.string().nullable(),
  stage: z.string().nullable(),
  party: z.enum(['candidate', 'client', 'interviewer']).nullable(),
  /** The content of a note, the reason of a change, the setting wanted. */
  note: z.string().nullable(),
  /** Numbers of proposals. */
  options: z.array(z.int()),
  zone: z.string().nullable(),
  /** "everything", "who we wait for", "without a date". */
  scope: z.enum(['all', 'waiting', 'unscheduled']).nullable(),
  /** What is asked about somebody: "resume", "phone". */
  ask: z.string().nullable(),
  /** "it", "this one", "him": what the thread is about. */
  isThread: z.boolean(),
})
export type Frame = z.infer<typeof frameSchema>
