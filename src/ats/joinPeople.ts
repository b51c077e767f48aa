import { foldName } from '../domain/names.ts'
import type { PersonSummary } from './port.ts'

/**
 * One person who is in several systems is told as one, each fact with the system it is from (R76): candidates of different connections who
 * have an address in common and the same name. Two people of one system stay two, whatever address they share.
 */
export function joinPeople(people: readonly PersonSummary[]): PersonSummary[] {
  const joined: PersonSummary[] = []
  for (const person of people) {
    const at = joined.findIndex((other) => isSamePerson(other, person))
    const other = joined[at]
    if (!other) joined.push(person)
    else joined[at] = join(other, person)
  }
  return joined
}

function isSamePerson(left: PersonSummary, right: PersonSummary): boolean {
  if (left.kind !== 'candidate' || right.kind !== 'candidate' || !left.email || !right.email) return false
  const isElsewhere = !left.sources.some(({ connectionId }) =>
    right.sources.some((source) => source.connectionId === connectionId),
  )
  return (
    isElsewhere &&
    left.email.toLowerCase() === right.email.toLowerCase() &&
    foldName(left.name) === foldName(right.name)
  )
}

function join(left: PersonSummary, right: PersonSummary): PersonSummary {
  return {
    ...left,
    phone: left.phone ?? right.phone,
    detail: left.detail ?? right.detail,
    applications: [...left.applications, ...right.applications],
    attachments: [...left.attachments, ...right.attachments],
    sources: [...left.sources, ...right.sources],
  }
}
