import { foldName } from '../../domain/names.ts'
import type { Sign } from './signs.ts'

/** Stages that nearly every pipeline has, for when the records name none. */
const commonStages = [
  'Applied',
  'Sourced',
  'Submitted',
  'Screening',
  'Phone Screen',
  'Interview',
  'Technical Interview',
  'Onsite',
  'Final Interview',
  'Final Round',
  'Offer',
  'Hired',
  'Rejected',
  'Withdrawn',
  'Shortlist',
  'Shortlisted',
  'Assessment',
]

/** Other words for a stage; used only when the pipeline has it. */
const otherWords: readonly (readonly [string, string])[] = [
  ['final', 'final interview'],
  ['finals', 'final interview'],
  ['final round', 'final interview'],
  ['final stage', 'final interview'],
  ['last round', 'final interview'],
  ['on-site', 'onsite'],
  ['on site', 'onsite'],
  ['interviews', 'interview'],
  ['interviewing', 'interview'],
  ['offers', 'offer'],
  ['offer stage', 'offer'],
  ['phone screening', 'phone screen'],
  ['phone interview', 'phone screen'],
  ['telephone screen', 'phone screen'],
  ['screen', 'screening'],
  ['screens', 'screening'],
  ['hire', 'hired'],
  ['reject', 'rejected'],
  ['rejection', 'rejected'],
  ['rejects', 'rejected'],
  ['submission', 'submitted'],
  ['submittal', 'submitted'],
]

interface Stage {
  words: readonly string[]
  label: string
}

const prepared = new WeakMap<readonly string[], readonly Stage[]>()

function prepare(stages: readonly string[]): readonly Stage[] {
  const known = prepared.get(stages)
  if (known) return known
  const labels = stages.length > 0 ? stages : commonStages
  const list: Stage[] = labels.map((label) => ({ words: foldName(label).split(' '), label }))
  for (const [words, meant] of otherWords) {
    const label = labels.find((one) => foldName(one) === meant)
    if (label && !list.some((stage) => stage.words.join(' ') === words)) list.push({ words: words.split(' '), label })
  }
  list.sort((a, b) => b.words.length - a.words.length)
  prepared.set(stages, list)
  return list
}

const takingPlace = new Set(['interview', 'interviews', 'onsite', 'screening', 'screen'])

/** The stage whose words begin at `at`, the longest; null when none does. */
export function stageAt(signs: readonly Sign[], at: number, stages: readonly string[]): Sign['stage'] {
  const first = signs[at]
  if (!first || (first.kind !== 'word' && first.kind !== 'quoted')) return null
  // "an interview" is one that takes place.
  const before = signs[at - 1]?.mention ? signs[at - 2] : signs[at - 1]
  if (['a', 'an', 'another'].includes(before?.word ?? '')) return null
  // "Jane's interview" is the one that stands.
  if (signs[at - 1]?.word === "'s" && takingPlace.has(first.word)) return null
  // "get them to interview Jane" is what somebody does.
  if (first.word === 'interview' && signs[at + 1]?.mention && signs[at - 1]?.word === 'to') return null
  for (const { words, label } of prepare(stages))
    if (words.every((word, index) => signs[at + index]?.word === word)) return { label, signCount: words.length }
  return null
}
