import type { Directory } from '../../domain/directory.ts'
import type { Token } from '../tokens.ts'
import { isCapital, isEveryday, type Mention } from './mentions.ts'
import { correctWord } from './spelling.ts'

const nameLeads = new Set(
  "with for at to from meet meets meeting see and w x vs / → > about on of by between is who's whos 's ask nudge ping chase remind schedule book cancel reschedule postpone move tell add remove interview introduce put set get line up over near client candidate named called".split(
    ' ',
  ),
)
const verbsAfterSubject = new Set(
  "is can could has says said would wants needs 's offers can't cannot will won't hasn't didn't isn't".split(' '),
)
const openers = new Set(
  "is can could has says said would wants needs 's with x / , and for → > to can't cannot cant will won't hasn't didn't doesn't isn't never asked wanted replied still withdrew offers offered suggests works prefers needed should must : - are were was".split(
    ' ',
  ),
)
const companyTails = new Set(
  'inc ltd llc gmbh ag plc co corp corporation labs group partners capital industries technologies systems solutions bank health enterprises robotics traders holdings software consulting media studios foods energy motors airlines insurance ventures & sons'.split(
    ' ',
  ),
)
const neverNames = new Set(
  "i i'm i'll i'd i've ok asap fyi eod parley @ ps nb hr it mr mrs ms miss mx dr prof".split(' '),
)

/**
 * Adds names that the records do not have, so that somebody unknown is told as that and never taken for somebody who has half of
 * the name: "Jane Zimmermann" is not Jane Doe.
 */
export function addUnknownNames(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  directory: Directory,
  isTaken: (at: number) => boolean,
): Mention[] {
  const hasCase =
    text !== text.toUpperCase() &&
    tokens.some((token, at) => at > 0 && token.kind === 'word' && token.word.length > 1 && isCapital(text, token))
  const owner = new Map<number, Mention>()
  for (const mention of mentions) for (let at = mention.from; at < mention.to; at += 1) owner.set(at, mention)
  const isOpen = (at: number): boolean => at >= 0 && at < tokens.length && !owner.has(at) && !isTaken(at)
  const isStrange = (at: number): boolean => isOpen(at) && isStrangeWord(tokens[at])
  const isCapitalAt = (at: number): boolean =>
    isOpen(at) &&
    hasCase &&
    tokens[at]?.kind === 'word' &&
    isCapital(text, tokens[at] as Token) &&
    !neverNames.has(tokens[at]?.word ?? '')
  const found: Mention[] = []
  const merged = new Set<Mention>()
  const unknown = (from: number, to: number): void => {
    const [first, last] = [tokens[from], tokens[to - 1]]
    if (first && last)
      found.push({
        from,
        to,
        words: text.slice(first.from, last.to).replace(/^"|"$/g, ''),
        kind: 'unknown',
        people: [],
        clients: [],
        jobs: [],
      })
  }
  // Half a known name beside a strange word, or beside half of another.
  for (const mention of mentions) {
    if (isBareTail(mention, tokens) && (isStrange(mention.from - 1) || isCapitalAt(mention.from - 1))) {
      merged.add(mention)
      unknown(
        isCapitalAt(mention.from - 2) && !isSentenceStart(tokens, mention.from - 2)
          ? mention.from - 2
          : mention.from - 1,
        mention.to,
      )
      continue
    }
    if (merged.has(mention) || mention.kind === 'job' || mention.to - mention.from !== 1 || !isPart(mention)) continue
    const next = owner.get(mention.to)
    if (mention.kind === 'person' && next && next.kind === 'person' && next.to - next.from === 1 && isPart(next)) {
      merged.add(mention).add(next)
      unknown(mention.from, next.to)
    } else if (mention.kind === 'person' && isSurname(mention.to, isStrange, isCapitalAt, tokens, hasCase)) {
      merged.add(mention)
      unknown(mention.from, mention.to + 1)
    } else if (
      mention.kind === 'person' &&
      isStrange(mention.from - 1) &&
      isSurname(mention.from - 1, isStrange, isCapitalAt, tokens, hasCase) &&
      !isSentenceStart(tokens, mention.from - 1)
    ) {
      merged.add(mention)
      unknown(mention.from - 1, mention.to)
    }
  }
  const inUnknown = (at: number): boolean => found.some(({ from, to }) => at >= from && at < to)
  for (let at = 0; at < tokens.length; at += 1) {
    if (
      inUnknown(at) ||
      !(isStrange(at) || isQuotedName(tokens, at, isOpen(at)) || isSubject(text, tokens, at, isOpen, directory))
    )
      continue
    let [from, to] = [at, at + 1]
    while (
      to < tokens.length &&
      to - from < 5 &&
      !inUnknown(to) &&
      ((isStrange(to) && (!hasCase || directory.isEmpty || isCapitalAt(to))) ||
        isCapitalAt(to) ||
        (isOpen(to) && companyTails.has(tokens[to]?.word ?? '')))
    )
      to += 1
    while (from > 0 && isCapitalAt(from - 1) && !isSentenceStart(tokens, from - 1) && !inUnknown(from - 1)) from -= 1
    const isNamed = isCapital(text, tokens[at] as Token) && hasCase && !isSentenceStart(tokens, from)
    const before = tokens[from - 1]?.word ?? ''
    const next = tokens[to]?.word ?? ''
    const isOpening =
      isSentenceStart(tokens, from) && ((isCapital(text, tokens[at] as Token) && to - from > 1) || openers.has(next))
    const isLed =
      nameLeads.has(before) &&
      !(before === "'s" && subjects.has(tokens[from - 2]?.word ?? '')) &&
      (directory.isEmpty || !hasCase || isCapital(text, tokens[at] as Token)) &&
      (directory.isEmpty || !/(?:ing|ed|ly|ness|tion|ment|able)$/.test(tokens[at]?.word ?? ''))
    if (isNamed || isSubject(text, tokens, at, isOpen, directory) || isLed || isOpening) unknown(from, to)
    at = to - 1
  }
  return [...mentions.filter((mention) => !merged.has(mention)), ...found].sort((a, b) => a.from - b.from)
}

const subjects = new Set(['he', 'she', 'it', 'that', 'this', 'there'])

function isStrangeWord(token: Token | undefined): boolean {
  if (!token) return false
  if (token.kind === 'mention') return token.word.startsWith('<@')
  if (token.kind !== 'word' || token.word.length < 2 || token.word === "'s" || neverNames.has(token.word)) return false
  return !isEveryday(token.word) && !isEveryday(correctWord(token.word)) && !/^@|[@_]/.test(token.word)
}

const sayings = new Set(
  'says said say reads read wrote writes states saying reading replied answered mailed emailed texted'.split(' '),
)

const carriers = new Set('note notes comment comments cv resume profile bio mail email message footer'.split(' '))

/** `says "..."` quotes words; elsewhere a short quotation is a name. */
function isQuotedName(tokens: readonly Token[], at: number, isOpen: boolean): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]?.word === ':' ? tokens[at - 2] : tokens[at - 1]]
  if (sayings.has(before?.word ?? '')) return false
  if (tokens[at - 1]?.word === ':' && tokens.slice(0, at).some(({ word }) => carriers.has(word))) return false
  return isOpen && token?.kind === 'quoted' && token.word.split(' ').length <= 5
}

/** A first word before "is", "can" and the like is whoever is spoken of, whatever else the word may mean. */
function isSubject(
  text: string,
  tokens: readonly Token[],
  at: number,
  isOpen: (at: number) => boolean,
  directory: Directory,
): boolean {
  if (at !== 0 || !isOpen(0) || !directory.isEmpty) return false
  const [first, second] = [tokens[0], tokens[1]]
  return (
    first?.kind === 'word' &&
    verbsAfterSubject.has(second?.word ?? '') &&
    !notSubjects.has(first.word) &&
    isCapital(text, first)
  )
}
const notSubjects = new Set(
  "what who where when how why which it this that there he she they we i you everything nothing something anything one time candidate client let what's whats here is can could has would".split(
    ' ',
  ),
)

/** "Industries" alone, of a client called Stark Industries: behind another word it is another company. */
function isBareTail(mention: Mention, tokens: readonly Token[]): boolean {
  return (
    mention.kind === 'client' && mention.to - mention.from === 1 && companyTails.has(tokens[mention.from]?.word ?? '')
  )
}

function isPart(mention: Mention): boolean {
  return (
    mention.kind === 'person' &&
    mention.people.every(({ name, aka = [] }) => [name, ...aka].every((one) => one.trim().includes(' ')))
  )
}

function isSurname(
  at: number,
  isStrange: (at: number) => boolean,
  isCapitalAt: (at: number) => boolean,
  tokens: readonly Token[],
  hasCase: boolean,
): boolean {
  if (!isStrange(at)) return isCapitalAt(at) && !isEveryday(tokens[at]?.word ?? '')
  return !hasCase || isCapitalAt(at)
}

function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  return at === 0 || ['.', '!', '?', ':', ';'].includes(tokens[at - 1]?.word ?? '')
}
