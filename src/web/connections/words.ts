import type { AtsSystem } from '../../ats/connector.ts'
import type { Connection, WriteMode } from '../../domain/connection.ts'
import { formatInstant, type Reader } from '../../domain/formatTime.ts'
import { catalogue } from '../../words/catalogue.ts'

// What the page of integrations calls things; the same words wherever they stand on it.

/** The pages are English; the same words as in an English conversation. */
export const { states: stateWords } = catalogue.en.replies.connections

export const writeWords: Readonly<Record<WriteMode, { label: string; short: string; said: string }>> = {
  dryRun: {
    label: 'Rehearsal: show what would be written',
    short: 'Rehearsal',
    said: 'Shows on each card what would be written, and writes nothing.',
  },
  on: {
    label: 'Write',
    short: 'Write',
    said: 'Interviews, stages and the log are written, each with its proof on the card.',
  },
  off: { label: 'Only read', short: 'Only read', said: 'Reads people and jobs, and writes nothing.' },
}

/** How deep it goes, in words (R9). */
export function depthWords({ depth, capabilities }: AtsSystem): string {
  const { interviewWrite, stageWrite, noteWrite } = capabilities
  if (depth === 1) return 'Reads people and jobs'
  if (interviewWrite === 'native') return stageWrite === 'native' ? 'Writes interviews and stages' : 'Writes interviews'
  if (noteWrite === 'none') return stageWrite === 'native' ? 'Moves stages' : 'Reads people and jobs'
  return stageWrite === 'native' ? 'Moves stages, writes interviews as notes' : 'Writes interviews as notes'
}

const minuteMs = 60_000

/** "3 minutes ago"; what is older than a day by its date. */
export function agoWords(at: Date, now: Date, reader: Reader): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / minuteMs)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return counted(minutes, 'minute', ' ago')
  if (minutes < 24 * 60) return counted(Math.floor(minutes / 60), 'hour', ' ago')
  return formatInstant(at, reader)
}

export function counted(count: number, noun: string, after = ''): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}${after}`
}

/** How soon somebody new is known here (R75). */
export function boundWords({ everyMinutes, capabilities }: AtsSystem): string {
  const sooner = capabilities.hooks === 'none' ? '' : ', at once where its web hooks are set up'
  return `within ${counted(Math.max(1, everyMinutes), 'minute')} as a rule, 15 minutes at worst${sooner}`
}

const countedKinds = {
  candidates: 'candidate',
  applications: 'application',
  jobs: 'job',
  clients: 'client',
  contacts: 'contact',
  users: 'colleague',
  interviews: 'interview',
} as const

export function recordWords({ counts }: Pick<Connection, 'counts'>): string {
  const words = Object.entries(countedKinds).flatMap(([kind, noun]) =>
    (counts[kind] ?? 0) === 0 ? [] : [counted(counts[kind] ?? 0, noun)],
  )
  return words.length === 0 ? 'none yet' : words.join(', ')
}

/** Writing means nothing where a system takes nothing. */
export function takesWrites({ capabilities }: AtsSystem): boolean {
  const { interviewWrite, stageWrite, noteWrite } = capabilities
  return interviewWrite !== 'none' || stageWrite !== 'none' || noteWrite !== 'none'
}
