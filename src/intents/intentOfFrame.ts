import type { Frame, IntentLabel } from './frame.ts'
import type { Intent, ReadingContext } from './intent.ts'
import { readDayRange, readWindows } from './readDays.ts'
import { findTimes } from './times/findTimes.ts'

// From what was said to what is wanted: names stay the writer's words, times are placed on the calendar by the same grammar that
// reads typed ones. What cannot be placed is handed on as unread words, so that the member sees it.

type Schedule = Extract<Intent, { kind: 'schedule' }>
type ListFilter = Extract<Intent, { kind: 'list' }>['filter']

/** What a frame has no place for and the grammar reads beside it. */
export interface FurtherWords {
  wishes?: Pick<Schedule, 'order' | 'quorum' | 'isScreening' | 'isRecruiterAttending'>
  listFilter?: ListFilter | null
}

interface Meaning {
  frame: Frame
  further: FurtherWords
  about: string | null
  narrowedBy: string[]
  days: { fromOn: string | null; toOn: string | null } | null
  context: ReadingContext
  /** The words that have no place in an intent, or none in this one. */
  unread: (...words: (string | null)[]) => { unreadWords?: string }
}

/** The intent of a grounded frame, null when too little is left of it. Pure, never throws. */
export function intentOfFrame(frame: Frame, context: ReadingContext, further: FurtherWords = {}): Intent | null {
  const people = [frame.candidate, frame.client, ...frame.contacts].filter((name) => name !== null)
  const [about = null, ...others] = [...new Set(people)]
  return readers[frame.label]({
    frame,
    further,
    about,
    narrowedBy: frame.job === null || frame.job === about ? others : [...others, frame.job],
    days: frame.when === null ? null : readDayRange(frame.when, context),
    context,
    unread: (...words) => {
      const left = words.filter((word) => word !== null && word !== '')
      return left.length > 0 ? { unreadWords: left.join(', ') } : {}
    },
  })
}

/** Which one is meant, and by what further names. */
function meant({ about, narrowedBy }: Meaning) {
  return { about, ...(narrowedBy.length > 0 ? { narrowedBy } : {}) }
}

/** "until 7 Dec" and "to 7 Dec" say from when it may be: on the 7th. */
function untilOn({ frame, days, context }: Meaning): string | null {
  const plain = /^(?:until|till|til|to)\s+(.+)$/i.exec(frame.when ?? '')?.[1]
  return (plain ? readDayRange(plain, context)?.fromOn : days?.fromOn) ?? null
}

const noWishes = { order: null, quorum: null, isScreening: false, isRecruiterAttending: false } as const

/** Hours have no place in a wish to schedule: they are told back. */
function hasClock(when: string | null, context: ReadingContext): boolean {
  return when !== null && findTimes(when, context).some(({ clock }) => clock !== null)
}

const dayless = { fromOn: null, toOn: null }

const readers: Readonly<Record<IntentLabel, (meaning: Meaning) => Intent | null>> = {
  schedule: ({ frame, days, unread, further, context }) => ({
    kind: 'schedule',
    candidate: frame.candidate,
    counterparts: [...new Set([frame.client, ...frame.contacts].filter((name) => name !== null))],
    job: frame.job,
    durationMinutes: frame.durationMinutes,
    ...(days ?? dayless),
    ...(further.wishes ?? noWishes),
    ...unread(
      days && !hasClock(frame.when, context) ? null : frame.when,
      frame.zone,
      frame.mode,
      frame.format === 'single' ? null : frame.format,
    ),
  }),
  reschedule: (meaning) => ({
    kind: 'reschedule',
    ...meant(meaning),
    reason: meaning.frame.note,
    ...(meaning.days ?? dayless),
    ...meaning.unread(meaning.days ? null : meaning.frame.when),
  }),
  cancel: (meaning) => ({
    kind: 'cancel',
    ...meant(meaning),
    reason: meaning.frame.note,
    ...meaning.unread(meaning.frame.when),
  }),
  postpone: (meaning) => ({
    kind: 'postpone',
    ...meant(meaning),
    fromOn: untilOn(meaning),
    reason: meaning.frame.note,
    ...meaning.unread(untilOn(meaning) ? null : meaning.frame.when),
  }),
  update: ({ frame, days, unread }) => ({
    kind: 'update',
    about: frame.candidate,
    durationMinutes: frame.durationMinutes,
    mode: frame.mode,
    added: frame.added,
    removed: frame.removed,
    client: frame.client,
    job: frame.job,
    candidate: null,
    when: frame.when,
    ...(days ?? dayless),
    ...unread(frame.zone, ...frame.contacts),
  }),
  collect_availability: (meaning) => ({
    kind: 'askTimes',
    about: meaning.frame.candidate ?? meaning.frame.client,
    party: meaning.frame.party,
    names: meaning.frame.contacts,
    ...meaning.unread(meaning.frame.when),
  }),
  give_availability: ({ frame, about, narrowedBy, context }) => {
    const windows = frame.when === null ? null : readWindows(frame.when, context)
    if (about === null || !windows || windows.length === 0) return null
    return { kind: 'enterTimes', about, windows, ...(narrowedBy.length > 0 ? { narrowedBy } : {}) }
  },
  share_link: (meaning) => ({ kind: 'shareLink', ...meant(meaning) }),
  find_slots: ({ frame, unread }) => ({
    kind: 'findSlots',
    about: frame.candidate ?? frame.client,
    names: frame.contacts,
    ...unread(frame.when),
  }),
  nudge: (meaning) => ({ kind: 'nudge', ...meant(meaning) }),
  status: (meaning) =>
    meaning.frame.scope !== null && meaning.about === null
      ? { kind: 'list', filter: meaning.frame.scope }
      : { kind: 'status', ...meant(meaning) },
  list: ({ frame, days, further }) => ({
    kind: 'list',
    filter: frame.scope ?? further.listFilter ?? (days ? 'confirmed' : 'open'),
    ...(days ?? dayless),
    client: frame.client,
  }),
  who_is: ({ about }) => (about === null ? null : { kind: 'whoIs', name: about }),
  // When and whether briefings come is a setting the grammar reads; "now" is all that is left to another reader.
  briefing: ({ frame, about, days, context }) => {
    if (frame.note !== null) return null
    if (frame.candidate !== null && about !== null) return { kind: 'whoIs', name: about }
    const isToday = days !== null && days.fromOn === days.toOn && days.fromOn === readDayRange('today', context)?.fromOn
    if (frame.client === null && (days === null || isToday)) return { kind: 'briefing', ask: { kind: 'now' } }
    return { kind: 'list', filter: 'confirmed', ...(days ?? dayless), client: frame.client }
  },
  move_stage: (meaning) =>
    meaning.frame.stage === null ? null : { kind: 'moveStage', ...meant(meaning), stage: meaning.frame.stage },
  approve: (meaning) => ({ kind: 'approve', ...meant(meaning), options: meaning.frame.options }),
  decline: (meaning) => ({ kind: 'decline', ...meant(meaning), reason: meaning.frame.note }),
  confirm: () => ({ kind: 'confirm' }),
  deny: () => ({ kind: 'deny' }),
  undo: ({ about }) => ({ kind: 'undo', about }),
  feedback: (meaning) => ({
    kind: 'askFeedback',
    about: meaning.frame.candidate ?? meaning.frame.client,
    names: meaning.frame.contacts,
  }),
  no_show: (meaning) => ({ kind: 'noShow', ...meant(meaning), party: meaning.frame.party }),
  note: (meaning) =>
    meaning.frame.note === null ? null : { kind: 'addNote', ...meant(meaning), note: meaning.frame.note },
  setting: ({ frame }) =>
    frame.note === null && frame.durationMinutes === null
      ? { kind: 'settings' }
      : { kind: 'changeSetting', durationMinutes: frame.durationMinutes, words: frame.note ?? '' },
  connect: ({ frame }) => ({ kind: 'connect', system: frame.note }),
  help: () => ({ kind: 'help' }),
  smalltalk: () => ({ kind: 'greeting' }),
  oos: () => null,
}
