import type { Directory, DirectoryClient, DirectoryJob, DirectoryPerson, Fitting } from '../domain/directory.ts'
import { findDescribed, readDescription } from './describedPeople.ts'
import type { Frame, IntentLabel } from './frame.ts'
import type { ThreadContext } from './thread.ts'

/** A name, looked up: one record, several that fit equally well, or none. */
export type Grounded = { id: string } | { oneOf: string[] } | { unknown: string }

/** A frame with its names looked up. Times are still words. */
export interface GroundedFrame extends Omit<Frame, 'candidate' | 'client' | 'job' | 'contacts' | 'added' | 'removed'> {
  candidate: Grounded | null
  client: Grounded | null
  job: Grounded | null
  contacts: Grounded[]
  added: Grounded[]
  removed: Grounded[]
}

/**
 * Looks the names of a frame up. One is taken out of several only when client, job, contacts or the thread leave no other; whoever
 * is not in the records stays unknown, with the words.
 */
export function groundFrame(frame: Frame, directory: Directory, thread: ThreadContext): GroundedFrame {
  const clients = frame.client === null ? [] : items(directory.findClients(frame.client))
  const chosen = thread.options.find(({ id, words }) => id !== null && words === frame.candidate)?.id
  const chosenPerson = chosen ? directory.findPerson(chosen) : null
  const found = chosenPerson
    ? [chosenPerson]
    : frame.candidate === null
      ? []
      : findMeant(frame.candidate, clients, directory)
  const jobs = frame.job === null ? [] : items(directory.findJobs(frame.job))
  const contactClients = frame.contacts.flatMap((words) => clientsOf(findMeant(words, clients, directory)))
  const people = narrowPeople(found, { frame, clients, jobs, contactClients, directory, thread })
  const candidates = people.filter(({ kind }) => kind === 'candidate')
  const contacts = frame.contacts.map((words) => groundContact(words, clients, candidates, directory, thread))
  // A name that only contacts bear was taken for a candidate's; "who is Alex" may mean either.
  const asContact = people.filter(({ kind }) => kind === 'contact')
  const isBoth = frame.label === 'who_is' && candidates.length > 0 && asContact.length > 0
  const candidate =
    frame.candidate === null || (candidates.length === 0 && asContact.length > 0)
      ? null
      : among(candidates, frame.candidate)
  const meantContacts =
    (candidates.length === 0 || isBoth) && asContact.length > 0
      ? [...contacts, among(asContact, frame.candidate ?? '')]
      : contacts
  const client = groundClient(frame, clients, meantContacts, directory)
  const party = frame.party ?? partyOf(frame.label, candidate, meantContacts, client, directory)
  return {
    ...frame,
    candidate,
    client,
    job: groundJob(frame, jobs, clients, candidates, directory, thread),
    contacts: meantContacts,
    added: frame.added.map((words) => groundContact(words, clients, candidates, directory, thread)),
    removed: frame.removed.map((words) => groundContact(words, clients, candidates, directory, thread)),
    party,
  }
}

/** By name; else by description, where each thing said about somebody has to be so. */
function findMeant(
  words: string,
  clients: readonly DirectoryClient[],
  directory: Directory,
): readonly DirectoryPerson[] {
  const named = items(directory.findPeople(words))
  if (named.length > 0) return named
  const described = findDescribed(words, directory)
  return clients.length === 0
    ? described
    : described.filter((person) => clientIdsOf(person, directory).some((id) => clients.some((one) => one.id === id)))
}

function items<Item>(found: readonly Fitting<Item>[]): Item[] {
  return found.map(({ item }) => item)
}

function among(list: readonly { id: string }[], words: string): Grounded {
  const ids = [...new Set(list.map(({ id }) => id))]
  const [only] = ids
  if (only === undefined) return { unknown: words }
  return ids.length === 1 ? { id: only } : { oneOf: ids }
}

interface Surroundings {
  frame: Frame
  clients: readonly DirectoryClient[]
  jobs: readonly DirectoryJob[]
  contactClients: readonly string[]
  directory: Directory
  thread: ThreadContext
}

/** Each thing said about somebody leaves out those it contradicts, unless it would leave nobody. */
function narrowPeople(found: readonly DirectoryPerson[], around: Surroundings): DirectoryPerson[] {
  const { frame, clients, jobs, contactClients, directory, thread } = around
  const isOf = (person: DirectoryPerson, clientIds: readonly string[]): boolean =>
    clientIdsOf(person, directory).some((id) => clientIds.includes(id))
  const clientIds = clients.map(({ id }) => id)
  const isSaid = (person: DirectoryPerson): boolean =>
    (jobs.length === 0 || jobs.some(({ id }) => person.jobIds?.includes(id))) &&
    (clientIds.length === 0 || isOf(person, clientIds)) &&
    (contactClients.length === 0 || isOf(person, contactClients))
  let left = [...found]
  const narrow = (test: (person: DirectoryPerson) => boolean): void => {
    const fitting = left.filter(test)
    if (fitting.length > 0) left = fitting
  }
  // "Sam for the UX role": where nobody of the very name is up for it, Samantha may be.
  if (found.length > 0 && frame.candidate !== null && !found.some(isSaid)) {
    const kin = directory.findKin(frame.candidate).filter(({ kind }) => kind === 'candidate')
    const meant = kin.filter(isSaid)
    if (meant.length > 0) left = meant
  }
  if (frame.label !== 'who_is') narrow(({ kind }) => kind === 'candidate')
  if (jobs.length > 0) narrow(({ jobIds = [] }) => jobs.some(({ id }) => jobIds.includes(id)))
  if (clientIds.length > 0) narrow((person) => isOf(person, clientIds))
  if (contactClients.length > 0) narrow((person) => isOf(person, contactClients))
  // Who is arranged for already is not the likelier one to be scheduled.
  if (thread.candidateId !== null && frame.label !== 'schedule') narrow(({ id }) => id === thread.candidateId)
  if (thread.question === 'candidate') narrow(({ id }) => thread.options.some((option) => option.id === id))
  return left
}

/** The clients somebody is with: as their contact, or through the jobs. */
function clientIdsOf({ clientId, jobIds = [] }: DirectoryPerson, directory: Directory): string[] {
  return clientId ? [clientId] : jobIds.flatMap((id) => directory.findJob(id)?.clientId ?? [])
}

function clientsOf(people: readonly DirectoryPerson[]): string[] {
  return people.flatMap(({ kind, clientId }) => (kind === 'contact' && clientId ? [clientId] : []))
}

function groundContact(
  words: string,
  clients: readonly DirectoryClient[],
  candidates: readonly DirectoryPerson[],
  directory: Directory,
  thread: ThreadContext,
): Grounded {
  const found = findMeant(words, clients, directory).filter(({ kind }) => kind === 'contact')
  const jobClients = candidates.flatMap((person) => clientIdsOf(person, directory))
  let left = found
  const narrow = (test: (person: DirectoryPerson) => boolean): void => {
    const fitting = left.filter(test)
    if (fitting.length > 0) left = fitting
  }
  if (clients.length > 0) narrow(({ clientId }) => clients.some(({ id }) => id === clientId))
  else if (thread.contactIds.length > 0 && found.some(({ id }) => thread.contactIds.includes(id)))
    narrow(({ id }) => thread.contactIds.includes(id))
  else if (thread.clientId !== null) narrow(({ clientId }) => clientId === thread.clientId)
  if (left.length > 1 && jobClients.length > 0) narrow(({ clientId }) => jobClients.includes(clientId ?? ''))
  return among(left, words)
}

/** The client said, or the one that the named contacts belong to where the label needs one. */
function groundClient(
  frame: Frame,
  clients: readonly DirectoryClient[],
  contacts: readonly Grounded[],
  directory: Directory,
): Grounded | null {
  if (frame.client !== null) return among(clients, frame.client)
  if (frame.label !== 'schedule' && frame.label !== 'collect_availability') return null
  for (const contact of contacts) {
    const clientId = 'id' in contact ? directory.findPerson(contact.id)?.clientId : null
    if (clientId) return { id: clientId }
  }
  // Whoever it is at Acme, it is at Acme.
  for (const words of frame.contacts) {
    const owner = readDescription(words)?.of
    const owners = owner === undefined ? [] : items(directory.findClients(owner))
    if (owner !== undefined && owners.length > 0) return among(owners, owner)
  }
  return null
}

function groundJob(
  frame: Frame,
  jobs: readonly DirectoryJob[],
  clients: readonly DirectoryClient[],
  candidates: readonly DirectoryPerson[],
  directory: Directory,
  thread: ThreadContext,
): Grounded | null {
  if (frame.job === null) return null
  let left = [...jobs]
  const narrow = (test: (job: DirectoryJob) => boolean): void => {
    const fitting = left.filter(test)
    if (fitting.length > 0) left = fitting
  }
  narrow(({ clientId }) => clients.some(({ id }) => id === clientId))
  narrow(({ id }) => candidates.some(({ jobIds = [] }) => jobIds.includes(id)))
  const clientIds = candidates.flatMap((person) => clientIdsOf(person, directory))
  narrow(({ clientId }) => clientIds.includes(clientId ?? ''))
  if (frame.isThread && clients.length === 0 && thread.clientId !== null)
    narrow(({ clientId }) => clientId === thread.clientId)
  return among(left, frame.job)
}

const sided = new Set<IntentLabel>(['collect_availability', 'nudge', 'reschedule'])

function partyOf(
  label: IntentLabel,
  candidate: Grounded | null,
  contacts: readonly Grounded[],
  client: Grounded | null,
  directory: Directory,
): Frame['party'] {
  if (!sided.has(label)) return null
  const [contact] = contacts
  if (contact) {
    // Times are the client's to give; whoever is only reminded is so by his own part, as far as it is known.
    if (label !== 'nudge') return 'client'
    const ids = 'id' in contact ? [contact.id] : 'oneOf' in contact ? contact.oneOf : []
    const isInterviewer = ids.length > 0 && ids.every((id) => directory.findPerson(id)?.role === 'interviewer')
    return isInterviewer ? 'interviewer' : 'client'
  }
  if (label === 'reschedule') return null
  if (candidate) return client ? 'client' : 'candidate'
  return client ? 'client' : null
}
