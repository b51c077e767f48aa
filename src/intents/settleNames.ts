import type { Directory } from '../domain/directory.ts'
import { joinNames } from '../domain/names.ts'
import { readDescription } from './describedPeople.ts'
import type { Frame } from './frame.ts'
import type { Grounded, GroundedFrame } from './groundFrame.ts'
import type { Intent } from './intent.ts'

// The hand-over from a sentence to the use cases: a name that means one record goes on as that record, in its own spelling and
// with its id; one that several bear as all of them, or as a question; an unknown one as it was written.

/** More bearers than these are left to the words: nobody reads as many buttons, and a use case narrows by what it knows. */
const bearerCountMax = 50

/** The frame with the names of the records where they were settled; what else is said of anybody stays. */
export function nameRecords(frame: Frame, grounded: GroundedFrame, directory: Directory): Frame {
  const person = (name: Grounded | undefined, words: string): string =>
    (name && 'id' in name ? directory.findPerson(name.id)?.name : null) ?? words
  const people = (names: readonly Grounded[], words: readonly string[]): string[] => [
    ...new Set(words.map((word, at) => person(names[at], word))),
  ]
  const { candidate, client, job } = grounded
  const clientName = client && 'id' in client ? directory.findClient(client.id)?.name : null
  // Nobody is called "the Backend candidate": when nobody is, the place stays open.
  const isNobody =
    candidate !== null && 'unknown' in candidate && readDescription(candidate.unknown)?.kind === 'candidate'
  // Somebody who was read as a candidate and is a contact stands behind the contacts.
  const isContact = frame.candidate !== null && candidate === null
  const contactWords = isContact ? [...frame.contacts, frame.candidate ?? ''] : frame.contacts
  // Somebody at Acme, and the records do not say who: Acme is what is left.
  const isOpen = (words: string, at: number): boolean =>
    !('id' in (grounded.contacts[at] ?? {})) && readDescription(words) !== null
  const hasOpen = contactWords.some(isOpen)
  return {
    ...frame,
    candidate:
      frame.candidate === null || isContact || isNobody ? null : person(candidate ?? undefined, frame.candidate),
    // A client that follows from a contact was not said.
    client: frame.client === null ? (hasOpen ? (clientName ?? null) : null) : (clientName ?? frame.client),
    job: frame.job === null ? null : (titleOf(job, directory) ?? frame.job),
    contacts: people(
      grounded.contacts.filter((_, at) => !isOpen(contactWords[at] ?? '', at)),
      contactWords.filter((words, at) => !isOpen(words, at)),
    ),
    added: people(grounded.added, frame.added),
    removed: people(grounded.removed, frame.removed),
    party: grounded.party,
  }
}

/** Jobs of several clients with one title go by that title. */
function titleOf(job: Grounded | null, directory: Directory): string | null {
  const ids = idsOf(job)
  const [title, ...others] = new Set(ids.flatMap((id) => directory.findJob(id)?.title ?? []))
  return title !== undefined && others.length === 0 ? title : null
}

function idsOf(name: Grounded | null | undefined): string[] {
  if (!name || 'unknown' in name) return []
  return 'id' in name ? [name.id] : name.oneOf
}

/** Kinds that begin with a person and not with a request: of several, one has to be chosen first. */
const beginsWithPerson: ReadonlySet<Intent['kind']> = new Set(['schedule', 'whoIs'])

/** The intent of a frame with the records that its name means; a question whom it means where only that can tell. */
export function settleIntent(intent: Intent, frame: Frame, grounded: GroundedFrame, directory: Directory): Intent {
  const ids = aboutIds(intent, grounded)
  if (ids.length === 0 || ids.length > bearerCountMax) return intent
  if (ids.length > 1 && beginsWithPerson.has(intent.kind))
    return {
      kind: 'whichPerson',
      words: frame.candidate ?? frame.contacts[0] ?? '',
      options: ids.map((id) => ({ id, label: describeBearer(id, directory) })),
      resume: intent.kind === 'schedule' ? { ...intent, candidate: null } : intent,
    }
  return 'about' in intent || intent.kind === 'schedule' || intent.kind === 'whoIs'
    ? { ...intent, recordIds: ids }
    : intent
}

/** The records behind what the intent is about: whoever its words name first. */
function aboutIds(intent: Intent, { candidate, client, contacts }: GroundedFrame): string[] {
  if (intent.kind === 'whoIs') return [...new Set([...idsOf(candidate), ...contacts.flatMap(idsOf)])]
  if (intent.kind === 'schedule') return idsOf(candidate)
  if (!('about' in intent) || intent.about === null) return []
  if (candidate) return idsOf(candidate)
  if (client) return idsOf(client)
  return idsOf(contacts[0])
}

/** "Jane Whitfield · Backend Engineer · Acme Robotics": the name, and what tells people of one name apart. */
function describeBearer(id: string, directory: Directory): string {
  const person = directory.findPerson(id)
  if (!person) return id
  const jobs = (person.jobIds ?? []).flatMap((jobId) => directory.findJob(jobId) ?? [])
  const [job] = jobs
  const clientId = person.clientId ?? job?.clientId
  const client = clientId ? directory.findClient(clientId)?.name : null
  const more = jobs.length > 1 ? `and ${jobs.length - 1} more` : null
  const title = job
    ? joinNames(
        [job.title, more].filter((part) => part !== null),
        '',
      )
    : person.role
  return [person.name, title?.replace(/\s+/g, ' '), client].filter(Boolean).join(' · ')
}
