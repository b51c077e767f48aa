import type { Mention } from './mentions.ts'
import type { Sign } from './signs.ts'

/** Who and what a clause names, each by what it is there. */
export interface Named {
  candidates: Mention[]
  contacts: Mention[]
  clients: Mention[]
  jobs: Mention[]
  /** Of nobody in the records: who they are follows from where they stand. */
  unknown: { mention: Mention; lead: string }[]
}

const contactLeads = new Set('interviewer interviewers manager hm panel panelist panelists contact'.split(' '))
/** Whoever comes to what stands, or leaves it, sits on the other side. */
const seating = new Set('add include loop rope remove drop uninvite swap replace substitute plus without'.split(' '))
const counterLeads = new Set(
  'with w at x vs to and / → > meet meets see over from client , against by interviewing'.split(' '),
)

/** Sorts the names of a clause; somebody named twice counts once, and "not Anna" does not count. */
export function sortNames(signs: readonly Sign[]): Named {
  const named: Named = { candidates: [], contacts: [], clients: [], jobs: [], unknown: [] }
  for (let at = 0; at < signs.length; at += 1) {
    const mention = signs[at]?.mention
    if (!mention || isRuledOut(signs, at)) continue
    if (mention.kind === 'client') addOnce(named.clients, mention)
    else if (mention.kind === 'job') addOnce(named.jobs, mention)
    else if (mention.kind === 'unknown') named.unknown.push({ mention, lead: leadOf(signs, at) })
    else if (isContact(signs, at, mention)) addOnce(named.contacts, mention)
    else addOnce(named.candidates, mention)
    // Which client a contact is with, the records say.
    const by = mention.described?.kind === 'candidate' ? mention.described.by : null
    if (by?.kind === 'job') addOnce(named.jobs, by)
    else if (by?.kind === 'client') addOnce(named.clients, by)
  }
  named.candidates = mergeSame(named.candidates)
  named.contacts = mergeSame(named.contacts)
  return named
}

function addOnce(list: Mention[], mention: Mention): void {
  if (!list.some(({ words }) => words.toLowerCase() === mention.words.toLowerCase())) list.push(mention)
}

/** "Sam (Sam Taylor)": of two that may be the same person the one that says more stays. */
function mergeSame(list: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of list) {
    const ids = new Set(mention.people.map(({ id }) => id))
    const same = kept.findIndex((other) => other.people.some(({ id }) => ids.has(id)))
    const other = kept[same]
    if (!other) kept.push(mention)
    else if (mention.people.length < other.people.length) kept[same] = mention
  }
  return kept
}

function leadOf(signs: readonly Sign[], at: number): string {
  for (let back = at - 1; back >= 0; back -= 1) {
    const sign = signs[back]
    if (!sign) break
    if (['the', 'a', 'an', 'our', 'my', 'folks', 'people', 'team'].includes(sign.word)) continue
    return sign.mention ? 'name' : sign.word
  }
  return ''
}

export function isCounterLead(lead: string): boolean {
  return counterLeads.has(lead)
}

/** "not Anna", "instead of Anna", "rather than Anna". */
function isRuledOut(signs: readonly Sign[], at: number): boolean {
  const [before, earlier] = [signs[at - 1]?.word, signs[at - 2]?.word]
  return before === 'not' || (before === 'of' && earlier === 'instead') || (before === 'than' && earlier === 'rather')
}

/** A name that both a candidate and a contact bear is the contact's where the words around it say so. */
function isContact(signs: readonly Sign[], at: number, mention: Mention): boolean {
  if (mention.described) return mention.described.kind === 'contact'
  const kinds = new Set(mention.people.map(({ kind }) => kind))
  if (!kinds.has('candidate')) return true
  if (!kinds.has('contact')) return false
  if (contactLeads.has(signs[at - 1]?.word ?? '')) return true
  if (
    seating.has(signs[at - 1]?.word ?? '') ||
    (signs[at - 1]?.word === 'in' && seating.has(signs[at - 2]?.word ?? ''))
  )
    return true
  const isFrom =
    ['from', 'at', 'of', 'over'].includes(signs[at + 1]?.word ?? '') && signs[at + 2]?.mention?.kind === 'client'
  const client = signs[at + 2]?.mention?.clients[0]?.id
  const isTheirs = mention.people.some((person) => person.kind === 'contact' && person.clientId === client)
  const hasOther = signs.some((sign, other) => other !== at && isSureCandidate(sign.mention))
  if (isFrom && isTheirs && hasOther) return true
  return hasOther && isCounterLead(leadOf(signs, at))
}

function isSureCandidate(mention: Mention | null): boolean {
  return mention?.kind === 'person' && mention.people.every(({ kind }) => kind === 'candidate')
}
