import type { Directory } from '../../domain/directory.ts'
import type { ReadingContext } from '../intent.ts'
import type { Token } from '../tokens.ts'
import { asNouns } from './asNouns.ts'
import { withDescribed, withPlaces } from './describedSigns.ts'
import { classesOf } from './lexicon.ts'
import { findMentions, type Mention } from './mentions.ts'
import { type Mode, modeAt } from './modes.ts'
import { correctWord } from './spelling.ts'
import { stageAt } from './stages.ts'
import { findTimeSpans, type TimeSpan } from './timeSpans.ts'
import { addUnknownNames } from './unknownNames.ts'

/** One piece of a sentence as the patterns see it: a word, a mark, or a whole name, time or length. */
export interface Sign {
  kind: 'word' | 'mark' | 'number' | 'quoted' | 'name' | 'time' | 'length'
  /** Lower case; corrected when it was misspelt. */
  word: string
  keys: ReadonlySet<string>
  /** Character offsets in the sentence. */
  from: number
  to: number
  /** Tokens, half-open. */
  tokenFrom: number
  tokenTo: number
  mention: Mention | null
  minutes: number | null
  mode: Mode | null
  /** A stage that begins here, and how many signs it takes. */
  stage: { label: string; signCount: number } | null
}

const pronouns = new Map<string, readonly string[]>([
  ...['him', 'her', 'he', 'she', 'them', 'they'].map((word): [string, string[]] => [
    word,
    ['PRONOUN', 'PERSON', 'NAME'],
  ]),
  ...['it', 'this', 'that', 'one', 'these', 'those', 'us'].map((word): [string, string[]] => [
    word,
    ['PRONOUN', 'NAME'],
  ]),
  ...['everyone', 'everybody', 'all', 'both', 'anyone', 'folks', 'people'].map((word): [string, string[]] => [
    word,
    ['NAME'],
  ]),
  ...[
    'candidate',
    'client',
    'interviewer',
    'interviewers',
    'hm',
    'manager',
    'recruiter',
    'customer',
    'team',
    'applicant',
    'candidates',
    'clients',
  ].map((word): [string, string[]] => [word, ['PERSON', 'NAME', 'ROLE']]),
])

const numberWords = new Map(
  'one two three four five six seven eight nine ten first second third fourth fifth sixth last 1st 2nd 3rd 4th 5th'
    .split(' ')
    .map((word) => [word, true] as const),
)

const hesitations = new Set(['um', 'uh', 'erm', 'er', 'uhm', 'umm', 'hmm', 'hm,'])

const shortened = new Set(['whats', 'whos', 'hows', 'wheres', 'whens', 'thats', 'hes', 'shes'])

/** "Mr Lee" is Lee. */
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir', 'madam'])

/** The sentence as signs. */
export function readSigns(
  text: string,
  tokens: readonly Token[],
  directory: Directory,
  context: ReadingContext,
): Sign[] {
  const spans = findTimeSpans(text, tokens, context)
  const inSpan = (at: number): boolean => spans.some(({ from, to }) => at >= from && at < to)
  const known = findMentions(text, tokens, directory, inSpan)
  const mentions = addUnknownNames(text, tokens, known, directory, inSpan)
  const signs: Sign[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at] as Token
    const mention = mentions.find(({ from }) => from === at)
    const span = spans.find(({ from }) => from === at)
    if (mention) {
      signs.push(sign('name', mention.words.toLowerCase(), tokens, at, mention.to, mentionKeys(mention), { mention }))
      if (mention.isOwner) {
        const end = tokens[mention.to - 1]?.to ?? 0
        signs.push({ ...sign('word', "'s", tokens, mention.to, mention.to, ["'s"]), from: end, to: end })
      }
      at = mention.to
    } else if (span) {
      const key = span.kind === 'time' ? 'TIME' : 'LENGTH'
      const word = text.slice(token.from, tokens[span.to - 1]?.to ?? token.to).toLowerCase()
      signs.push(sign(span.kind, word, tokens, at, span.to, [key, ...timeKeys(span, word)], { minutes: span.minutes }))
      at = span.to
    } else if (
      titles.has(token.word) &&
      mentions.some(({ from }) => from === at + 1 || (from === at + 2 && tokens[at + 1]?.word === '.'))
    ) {
      at += tokens[at + 1]?.word === '.' ? 2 : 1
    } else if (shortened.has(token.word)) {
      // "whats" and "whos" are two words to the patterns.
      const first = wordSign({ ...token, word: token.word.slice(0, -1) }, tokens, at)
      signs.push({ ...first, keys: new Set([...first.keys, token.word]) })
      signs.push({ ...wordSign({ ...token, word: "'s" }, tokens, at), tokenFrom: at + 1 })
      at += 1
    } else if (token.word === 'any' && tokens[at + 1]?.word === 'more' && tokens[at + 2]?.kind !== 'word') {
      signs.push({
        ...wordSign({ ...token, word: 'anymore' }, tokens, at),
        tokenTo: at + 2,
        to: tokens[at + 1]?.to ?? 0,
      })
      at += 2
    } else if (token.word === 'never' && tokens[at + 1]?.word === 'mind') {
      signs.push({
        ...wordSign({ ...token, word: 'nevermind' }, tokens, at),
        tokenTo: at + 2,
        to: tokens[at + 1]?.to ?? 0,
      })
      at += 2
    } else {
      if (!hesitations.has(token.word)) signs.push(wordSign(token, tokens, at))
      at += 1
    }
  }
  return asNouns(withModesAndStages(withPlaces(withDescribed(signs, directory), directory), directory))
}

function timeKeys(span: TimeSpan, word: string): string[] {
  const keys = [word]
  if (span.kind === 'time' && span.hasClock) keys.push('CLOCK')
  if (span.isRelative) keys.push('RELATIVE')
  if (span.isRecurring) keys.push('RECURRING')
  return keys
}

function mentionKeys(mention: Mention): string[] {
  const keys = ['NAME']
  if (mention.kind === 'person') {
    keys.push('PERSON')
    if (mention.people.some(({ kind }) => kind === 'candidate')) keys.push('CAND')
    if (mention.people.some(({ kind }) => kind === 'contact')) keys.push('CONTACT')
  } else if (mention.kind === 'client') keys.push('CLIENT')
  else if (mention.kind === 'job') keys.push('JOB')
  else keys.push('UNKNOWN', 'PERSON', mention.words.toLowerCase())
  return keys
}

function sign(
  kind: Sign['kind'],
  word: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  keys: Iterable<string>,
  more: Partial<Sign> = {},
): Sign {
  return {
    kind,
    word,
    keys: new Set(keys),
    from: tokens[from]?.from ?? 0,
    to: tokens[to - 1]?.to ?? 0,
    tokenFrom: from,
    tokenTo: to,
    mention: null,
    minutes: null,
    mode: null,
    stage: null,
    ...more,
  }
}

function wordSign(token: Token, tokens: readonly Token[], at: number): Sign {
  if (token.kind === 'quoted') return sign('quoted', token.word, tokens, at, at + 1, [])
  if (token.kind === 'mark') return sign('mark', token.word, tokens, at, at + 1, [token.word])
  const word = token.kind === 'number' ? token.word : correctWord(token.word)
  const keys = new Set<string>([word])
  for (const name of classesOf(word)) keys.add(`@${name}`)
  for (const key of pronouns.get(word) ?? []) keys.add(key)
  // "I'd" and "we'll" are "I" and "we" to the patterns.
  const short = /^(\p{L}+)'(?:ll|d|re|ve|m)$/u.exec(word)
  if (short?.[1]) keys.add(short[1])
  if (token.kind === 'number' || numberWords.has(word)) keys.add('NUMBER')
  return sign(token.kind === 'number' ? 'number' : 'word', word, tokens, at, at + 1, keys)
}

function withModesAndStages(signs: Sign[], directory: Directory): Sign[] {
  return signs.map((one, at) => {
    const mode = modeAt(signs, at)
    const stage = stageAt(signs, at, directory.stages)
    if (!mode && !stage) return one
    const keys = new Set(one.keys)
    if (mode) keys.add('MODE')
    if (stage) keys.add('STAGE')
    return { ...one, keys, mode: mode?.mode ?? null, stage }
  })
}
