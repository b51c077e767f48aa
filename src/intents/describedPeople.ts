import type { Directory, DirectoryPerson } from '../domain/directory.ts'

/** Somebody told by his part and not by name: "the Backend candidate", "Acme's hiring manager". */
export interface Description {
  kind: 'candidate' | 'contact'
  /** Whose or of what: the words of a job, a client or a candidate. */
  of: string
  /** The part of a contact. */
  role: 'hiring manager' | 'interviewer' | 'contact' | null
}

const candidate = /^(?:the |our |my |that |this )?(.{1,80}?)(?:'s)? (?:candidate|applicant)$/i
const contact = /^(?:the |our )?(.{1,80}?)(?:'s)? (hiring manager|hm|interviewer|contact)$/i
const contactAt =
  /^(?:the |our )?(hiring manager|hm|interviewer|contact) (?:over )?(?:at|of|from|for) (?:the )?(.{1,80})$/i

/** What a description says, null when the words are a name. */
export function readDescription(words: string): Description | null {
  const [, job] = candidate.exec(words) ?? []
  if (job !== undefined) return { kind: 'candidate', of: job, role: null }
  const [, at, role] = contact.exec(words) ?? []
  if (at !== undefined && role !== undefined) return { kind: 'contact', of: at, role: roleOf(role) }
  const [, first, behind] = contactAt.exec(words) ?? []
  if (first !== undefined && behind !== undefined) return { kind: 'contact', of: behind, role: roleOf(first) }
  return null
}

function roleOf(word: string): Description['role'] {
  const part = word.toLowerCase()
  return part === 'interviewer' || part === 'contact' ? part : 'hiring manager'
}

/**
 * Everybody of the records whom a description fits; empty when it fits nobody, or when the words are none. Candidates only as far as
 * their jobs have been looked up.
 */
export function findDescribed(words: string, directory: Directory): readonly DirectoryPerson[] {
  const description = readDescription(words)
  if (!description) return []
  const { kind, of, role } = description
  const jobs = directory.findJobs(of).map(({ item }) => item)
  const clientIds = directory.findClients(of).map(({ item }) => item.id)
  if (kind === 'candidate') {
    const own = jobs.length > 0 ? jobs : clientIds.flatMap((id) => directory.findJobsOf(id))
    return own.length === 0 ? [] : directory.findCandidatesFor(own.map(({ id }) => id))
  }
  const sides =
    clientIds.length > 0 ? clientIds : jobs.length > 0 ? clientsOfJobs(jobs) : clientsOfCandidate(of, directory)
  const contacts = [...new Set(sides)].flatMap((id) => directory.findContactsOf(id))
  return role === 'contact'
    ? contacts
    : contacts.filter((person) => person.role?.toLowerCase().includes(role ?? '') === true)
}

function clientsOfJobs(jobs: readonly { clientId?: string | null }[]): string[] {
  return jobs.flatMap(({ clientId }) => clientId ?? [])
}

/** "Jane's hiring manager": of the client whom she is put forward to. */
function clientsOfCandidate(words: string, directory: Directory): string[] {
  return directory
    .findPeople(words)
    .flatMap(({ item }) => (item.kind === 'candidate' ? (item.jobIds ?? []) : []))
    .flatMap((id) => directory.findJob(id)?.clientId ?? [])
}
