import type { Directory, DirectoryPerson } from '../../domain/directory.ts'
import { type Description, findDescribed } from '../describedPeople.ts'
import type { Mention } from './mentions.ts'
import type { Sign } from './signs.ts'

const candidateNouns = new Set('candidate applicant finalist contender guy lady person'.split(' '))
const runningWords = new Set(
  "who who's 's is was going up applying applied interviewing in running put forward".split(' '),
)
const joints = new Set('at from of over with for'.split(' '))
const articles = new Set(['the', 'our', 'a', 'their'])
const roleNouns = new Set('role position job opening vacancy req seat'.split(' '))

interface Found {
  /** Signs that become one, half-open. */
  from: number
  to: number
  mention: Mention
}

/**
 * Makes one name of whoever is told by his part: "the Backend candidate", "candidate for the Controller role", "Acme's hiring
 * manager", "the interviewer at Globex". Beside a name such words only say more about it, and stay words.
 */
export function withDescribed(signs: readonly Sign[], directory: Directory): Sign[] {
  const result: Sign[] = []
  let at = 0
  while (at < signs.length) {
    const found = describedAt(signs, at, directory)
    const sign = signs[at] as Sign
    if (found && !isBesideName(signs, found)) {
      const { mention } = found
      const keys = new Set(['NAME', 'PERSON', mention.described?.kind === 'contact' ? 'CONTACT' : 'CAND'])
      const last = signs[found.to - 1] as Sign
      result.push({
        ...sign,
        kind: 'name',
        word: mention.words.toLowerCase(),
        keys,
        to: last.to,
        tokenTo: last.tokenTo,
        mention,
        stage: null,
        mode: null,
        minutes: null,
      })
      at = found.to
    } else {
      result.push(sign)
      at += 1
    }
  }
  return result
}

const placing = new Set(['at', 'from', 'of', '(', 'over'])

/** "Alex Kim at Globex": the contact there, where no candidate of the name is put forward to them. */
export function withPlaces(signs: readonly Sign[], directory: Directory): Sign[] {
  return signs.map((sign, at) => {
    const { mention } = sign
    if (mention?.kind !== 'person' || mention.described) return sign
    let next = at + 1
    while (next < at + 3 && placing.has(signs[next]?.word ?? '')) next += 1
    const before = signs[at - 1]?.word === "'s" ? signs[at - 2] : signs[at - 1]
    const place = next > at + 1 ? signs[next]?.mention : before?.mention
    const clientIds = place?.clients.map(({ id }) => id) ?? []
    const isThere = ({ clientId, jobIds }: DirectoryPerson): boolean =>
      clientId ? clientIds.includes(clientId) : (jobIds ?? []).some((id) => isOfClient(id, clientIds, directory))
    const contacts = mention.people.filter((person) => person.kind === 'contact' && isThere(person))
    const candidates = mention.people.filter(({ kind }) => kind === 'candidate')
    if (contacts.length === 0 || candidates.length === 0) return sign
    if (candidates.some((person) => person.jobIds === undefined || isThere(person))) return sign
    const keys = new Set([...sign.keys].filter((key) => key !== 'CAND'))
    return { ...sign, keys, mention: { ...mention, people: contacts } }
  })
}

function isOfClient(jobId: string, clientIds: readonly string[], directory: Directory): boolean {
  return clientIds.includes(directory.findJob(jobId)?.clientId ?? '')
}

/** What is described from this sign on, if anything. */
function describedAt(signs: readonly Sign[], at: number, directory: Directory): Found | null {
  const mention = signs[at]?.mention
  if (mention) return behindOwner(signs, at, mention, directory)
  const noun = nounAt(signs, at)
  if (!noun) return null
  // "hiring manager at Acme", "candidate for the Backend role"
  let next = noun.to
  if (signs[next]?.word === 'over') next += 1
  // "the person going for the Controller role", "whoever is up for it"
  if (noun.role === null) while (runningWords.has(signs[next]?.word ?? '') && next < noun.to + 3) next += 1
  if (!joints.has(signs[next]?.word ?? '')) return ofCandidate(signs, at, noun, directory)
  next += 1
  if (articles.has(signs[next]?.word ?? '')) next += 1
  const owner = signs[next]?.mention
  if (!owner || owner.described) return null
  const isOf = noun.role === null ? owner.kind === 'job' : owner.kind === 'job' || owner.kind === 'client'
  if (!isOf || (noun.role === null && signs[noun.to]?.word === 'with')) return null
  const to = owner.kind === 'job' && roleNouns.has(signs[next + 1]?.word ?? '') ? next + 2 : next + 1
  return { from: at, to, mention: describe(signs, at, to, owner, noun.role, directory) }
}

/** "Backend candidate", "Acme's hiring manager". */
function behindOwner(signs: readonly Sign[], at: number, owner: Mention, directory: Directory): Found | null {
  if (owner.kind !== 'job' && owner.kind !== 'client') return null
  let next = at + 1
  if (owner.kind === 'job' && roleNouns.has(signs[next]?.word ?? '')) next += 1
  if (signs[next]?.word === "'s") next += 1
  // "Hooli Backend candidate": the client says more of it, but is not what it is told by.
  const noun = nounAt(signs, next)
  if (!noun || (noun.role === null && owner.kind === 'client' && noun.word !== 'candidate')) return null
  return { from: at, to: noun.to, mention: describe(signs, at, noun.to, owner, noun.role, directory) }
}

/** "Jane's hiring manager": she stays named. */
function ofCandidate(
  signs: readonly Sign[],
  at: number,
  noun: { role: Description['role']; to: number },
  directory: Directory,
): Found | null {
  const owner = signs[at - 2]?.mention
  if (noun.role !== 'hiring manager' || signs[at - 1]?.word !== "'s" || owner?.kind !== 'person') return null
  return { from: at, to: noun.to, mention: describe(signs, at, noun.to, owner, noun.role, directory) }
}

function nounAt(signs: readonly Sign[], at: number): { word: string; role: Description['role']; to: number } | null {
  const word = signs[at]?.mention === null ? (signs[at]?.word ?? '') : ''
  if (word === 'hiring' && ['manager', 'mgr'].includes(signs[at + 1]?.word ?? ''))
    return { word, role: 'hiring manager', to: at + 2 }
  if (word === 'hm') return { word, role: 'hiring manager', to: at + 1 }
  if (word === 'interviewer') return { word, role: 'interviewer', to: at + 1 }
  if (word === 'contact') return { word, role: 'contact', to: at + 1 }
  // "the Controller candidates availability" is one candidate's, "the Controller candidates" may be several.
  if (word === 'candidates') return { word: 'candidate', role: null, to: at + 1 }
  return candidateNouns.has(word) ? { word, role: null, to: at + 1 } : null
}

function describe(
  signs: readonly Sign[],
  from: number,
  to: number,
  owner: Mention,
  role: Description['role'],
  directory: Directory,
): Mention {
  const words = role === null ? `${owner.words} candidate` : `${owner.words}'s ${role}`
  return {
    from: signs[from]?.tokenFrom ?? 0,
    to: signs[to - 1]?.tokenTo ?? 0,
    words,
    kind: 'person',
    people: findDescribed(words, directory),
    clients: [],
    jobs: [],
    described: { kind: role === null ? 'candidate' : 'contact', by: owner },
  }
}

const asides = new Set([',', '-', '(', ':'])

/** "candidate Alex Kim", "Dana, Acme's hiring manager". */
function isBesideName(signs: readonly Sign[], { from, to, mention }: Found): boolean {
  const isName = (sign: Sign | undefined): boolean =>
    sign?.mention != null &&
    ['person', 'unknown'].includes(sign.mention.kind) &&
    sign.mention.described === undefined &&
    sign.mention !== mention.described?.by
  const before = articles.has(signs[from - 1]?.word ?? '') ? from - 2 : from - 1
  if (isName(signs[to]) || (asides.has(signs[to]?.word ?? '') && isName(signs[to + 1]))) return true
  return asides.has(signs[before]?.word ?? '') && isName(signs[before - 1])
}
