import type { Intent } from './intent.ts'
import type { Token } from './tokens.ts'

type ListFilter = Extract<Intent, { kind: 'list' }>['filter']

/** Words that say which requests to show; the first line that has one of the words decides. */
const filters: readonly (readonly [ListFilter, readonly string[]])[] = [
  ['unscheduled', ['unscheduled', 'unbooked']],
  [
    'needsYou',
    ['need', 'needs', 'needing', 'attention', 'action', 'to-do', 'todo', 'to-dos', 'todos', 'next', 'should', 'doing'],
  ],
  ['waiting', ['awaiting', 'overdue']],
  ['open', ['open', 'pending', 'waiting', 'active', 'outstanding', 'ongoing', 'requests', 'request']],
  ['today', ['today', 'todays']],
  [
    'confirmed',
    [
      'confirmed',
      'booked',
      'upcoming',
      'scheduled',
      'planned',
      'coming',
      'interviews',
      'calls',
      'meetings',
      'agenda',
      'schedule',
    ],
  ],
]

/** Which requests a list is asked for; null when no word says it. "all" alone shows everything. */
export function readListFilter(tokens: readonly Token[]): ListFilter | null {
  const words = new Set(tokens.map(({ word }) => word))
  const isAll = words.has('all') || words.has('everything')
  if (
    isAll &&
    !['open', 'pending', 'waiting', 'active', 'confirmed', 'booked', 'upcoming'].some((word) => words.has(word))
  )
    return 'all'
  return filters.find(([, list]) => list.some((word) => words.has(word)))?.[0] ?? null
}
