import { joinNames } from '../domain/names.ts'
import type { Intent } from './intent.ts'

/** What an intent says, in one line a member can check: verb, people, times. No full stop; begins with a capital. */
export function describeIntent(intent: Intent): string {
  const words = describers[intent.kind](intent as never)
  const unread = 'unreadWords' in intent && intent.unreadWords ? ` (not taken into account: ${intent.unreadWords})` : ''
  return `${words}${unread}`
}

type Of<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>
interface About {
  about: string | null
  narrowedBy?: string[] | undefined
}

function whom({ about, narrowedBy = [] }: About, alone = 'this request'): string {
  return about === null ? alone : joinNames([about, ...narrowedBy])
}

function because(reason: string | null): string {
  return reason === null ? '' : `, because: ${reason}`
}

function between({
  fromOn = null,
  toOn = null,
}: {
  fromOn?: string | null | undefined
  toOn?: string | null | undefined
}): string {
  if (fromOn !== null && fromOn === toOn) return `, on ${fromOn}`
  return `${fromOn === null ? '' : `, from ${fromOn}`}${toOn === null ? '' : `, until ${toOn}`}`
}

function lasting(minutes: number | null): string {
  return minutes === null ? '' : `, ${minutes} minutes`
}

/** "2027-03-02 14:00 to 16:00", in the zone they were read in. */
function writeWindow({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [startsOn, endsOn] = [startsAt.slice(0, 10), endsAt.slice(0, 10)]
  return `${startsOn} ${startsAt.slice(11, 16)} to ${startsOn === endsOn ? '' : `${endsOn} `}${endsAt.slice(11, 16)}`
}

const describers: { readonly [Kind in Intent['kind']]: (intent: Of<Kind>) => string } = {
  schedule: (i) =>
    `Schedule ${i.candidate ?? 'an interview'}${i.counterparts.length > 0 ? ` with ${joinNames(i.counterparts)}` : ''}${
      i.job === null ? '' : ` for ${i.job}`
    }${lasting(i.durationMinutes)}${between(i)}`,
  whoIs: (i) => `Tell you about ${i.name}`,
  status: (i) => `Show how ${whom(i, 'everything')} stands`,
  list: (i) => `List requests (${i.filter})${i.client ? ` of ${i.client}` : ''}${between(i)}`,
  reschedule: (i) => `Find another time for ${whom(i)}${between(i)}${because(i.reason)}`,
  cancel: (i) => `Cancel ${whom(i)}${because(i.reason)}`,
  postpone: (i) => `Postpone ${whom(i)}${between(i)}${because(i.reason)}`,
  nudge: (i) => `Remind ${whom(i, 'whoever has not answered')}`,
  enterTimes: (i) => `Enter times for ${whom(i)}: ${i.windows.map(writeWindow).join('; ')}`,
  briefing: () => 'Send a briefing',
  settings: () => 'Show the settings',
  changeSetting: (i) => `Change a setting${lasting(i.durationMinutes)}${i.words === '' ? '' : `: ${i.words}`}`,
  update: (i) =>
    `Change ${whom(i)}${lasting(i.durationMinutes)}${i.mode === null ? '' : `, by ${i.mode}`}${
      i.added.length > 0 ? `, add ${joinNames(i.added)}` : ''
    }${i.removed.length > 0 ? `, without ${joinNames(i.removed)}` : ''}${i.client === null ? '' : `, client ${i.client}`}${
      i.job === null ? '' : `, job ${i.job}`
    }${i.candidate === null ? '' : `, candidate ${i.candidate}`}${i.when === null ? '' : `, ${i.when}`}`,
  askTimes: (i) =>
    `Ask ${i.names.length > 0 ? joinNames(i.names) : (i.party ?? 'everybody')} for times${
      i.about === null ? '' : ` about ${whom(i)}`
    }`,
  shareLink: (i) => `Show the link for ${whom(i)}`,
  findSlots: (i) => `Look which times fit ${i.names.length > 0 ? joinNames(i.names) : whom(i)}`,
  moveStage: (i) => `Move ${whom(i)} to the stage ${i.stage}`,
  approve: (i) => `Approve ${i.options.length > 0 ? `time ${i.options.join(', ')}` : 'the time'} for ${whom(i)}`,
  decline: (i) => `Decline the times for ${whom(i)}${because(i.reason)}`,
  confirm: () => 'Say yes to the open question',
  deny: () => 'Say no to the open question',
  undo: (i) => `Take back what was done last${i.about === null ? '' : ` for ${i.about}`}`,
  askFeedback: (i) => `Ask ${i.names.length > 0 ? joinNames(i.names) : 'the interviewers'} for feedback on ${whom(i)}`,
  noShow: (i) => `Record that ${i.party === null ? 'somebody' : `the ${i.party}`} did not come, for ${whom(i)}`,
  addNote: (i) => `Write a note about ${whom(i)}: ${i.note}`,
  connect: (i) => `Connect ${i.system ?? 'an account'}`,
  outOfScope: () => 'Nothing I can do',
  whichPerson: (i) => `Find out who ${i.words} is`,
  greeting: () => 'Say hello',
  thanks: () => 'Nothing: a word of thanks',
  help: () => 'Say what I can do',
  unknown: () => 'Nothing I understood',
}
