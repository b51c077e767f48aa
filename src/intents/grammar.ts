import { matchAnyPhrase, type Token } from './tokens.ts'

/** Words before a command that ask for nothing. */
const openings = [
  'please',
  'pls',
  'plz',
  'kindly',
  'ok',
  'okay',
  'so',
  'well',
  'now',
  'just',
  'also',
  'right',
  'great',
  'thanks',
  'thank you',
  'could you',
  'can you',
  'would you',
  'will you',
  'would you mind',
  'can we',
  'could we',
  'shall we',
  'are you able to',
  'i would like to',
  'i would like you to',
  "i'd like to",
  "i'd like you to",
  'i want to',
  'i want you to',
  'i need to',
  'i need you to',
  'we need to',
  "we'd like to",
  'we want to',
  'we would like to',
  "let 's",
  'lets',
  'let us',
  'go ahead and',
  'help me',
  'help me to',
  'could you help me',
  'can you help me',
  'parley',
  'hey parley',
  ',',
  '.',
  '!',
  ':',
  '-',
  '@',
  '>',
]
const greetings = [
  'hi',
  'hello',
  'hey',
  'hiya',
  'hi there',
  'hello there',
  'hey there',
  'good morning',
  'good afternoon',
  'good evening',
  'morning',
  'howdy',
  'how are you',
  "how 's it going",
  'yo',
]
const closings = [
  'please',
  'pls',
  'plz',
  'thanks',
  'thank you',
  'thx',
  'ty',
  'cheers',
  'many thanks',
  'thanks a lot',
  'thank you very much',
  'thank you so much',
  'for me',
  'asap',
  'as soon as possible',
  '.',
  '!',
  '?',
  ',',
  ';',
  ':',
]
const closingEnds = closings.map((phrase) => phrase.split(' '))

export interface Plain {
  tokens: readonly Token[]
  wasGreeted: boolean
}

/** The sentence without greeting, mention and politeness at either end. */
export function dropPoliteness(tokens: readonly Token[]): Plain {
  let at = 0
  let wasGreeted = false
  for (;;) {
    const opening = matchAnyPhrase(tokens, at, openings)
    const greeting = matchAnyPhrase(tokens, at, greetings)
    if (tokens[at]?.kind === 'mention' && tokens[at]?.word.startsWith('<@')) at += 1
    else if (greeting !== null && greeting >= (opening ?? 0)) {
      wasGreeted = true
      at = greeting
    } else if (opening !== null) at = opening
    else break
  }
  let end = tokens.length
  for (;;) {
    const closing = closingEnds.find(
      (words) => end - words.length >= at && matchAnyPhrase(tokens, end - words.length, [words.join(' ')]) !== null,
    )
    if (!closing) break
    end -= closing.length
  }
  return { tokens: tokens.slice(at, end), wasGreeted }
}

/** A cut in a run of tokens where a date or another phrase was taken out, so that names do not grow together. */
export const cutMark: Token = { kind: 'mark', word: '\u2016', from: -1, to: -1 }

export function isCut(token: Token | undefined): boolean {
  return token === undefined || token.from < 0
}

/** Words that stand for what is meant already; nobody has this name. */
const pronouns = [
  'it',
  'this',
  'that',
  'them',
  'him',
  'her',
  'they',
  'he',
  'she',
  'one',
  'everyone',
  'everybody',
  'all',
  'these',
  'those',
  'there',
]
export const interviewNouns = [
  'interview',
  'interviews',
  'call',
  'chat',
  'meeting',
  'conversation',
  'screening',
  'screen',
  'round',
  'appointment',
  'slot',
  'intro',
  'time',
  'times',
  'request',
  'requests',
  'session',
  'booking',
  'process',
  'scheduling',
  'availability',
]
export const roleNouns = ['role', 'job', 'position', 'opening', 'vacancy', 'req', 'requisition', 'post']
/** Kinds of interview that are neither a name nor a job. */
export const formatWords = [
  'technical',
  'tech',
  'video',
  'phone',
  'online',
  'remote',
  'first',
  'second',
  'third',
  'final',
  'last',
  'initial',
  'quick',
  'short',
  'long',
  'new',
  'another',
  'next',
  'intro',
  'introductory',
  'panel',
  'live',
  'follow-up',
  'zoom',
  'teams',
  'onsite',
  'on-site',
  'screening',
  'scheduled',
  'upcoming',
  'planned',
  'good',
]
export const articles = ['a', 'an', 'the', 'our', 'my', 'their', 'your', 'his', 'her', 'some', 'any']
const roleTitles = ['candidate', 'client', 'applicant', 'customer', 'contact', 'recruiter', 'interviewer']
/** Nobody by name: the request already knows who they are. */
const unnamed = [
  'client',
  'candidate',
  'hiring manager',
  'manager',
  'team',
  'customer',
  'interviewer',
  'interviewers',
  'panel',
  'hiring team',
]
const companySuffixes = ['inc', 'ltd', 'llc', 'gmbh', 'ag', 'plc', 'limited', 'co', 'corp', 'sa', 'bv']
const companyTails = [
  'sons',
  'son',
  'co',
  'company',
  'partners',
  'associates',
  'brothers',
  'bros',
  'daughters',
  'friends',
]

/** The writer's own spelling of a run of tokens, without quotes around it. */
export function spelledOut(text: string, tokens: readonly Token[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) return ''
  if (tokens.length === 1 && first.kind === 'quoted') return text.slice(first.from + 1, first.to - 1).trim()
  return text.slice(first.from, last.to)
}

/** One name out of a run of tokens: no article, title or closing mark; null for a pronoun or nothing. */
export function readName(text: string, tokens: readonly Token[]): string | null {
  let from = 0
  let to = tokens.length
  const isMark = (token: Token | undefined): boolean => token !== undefined && token.kind === 'mark'
  while (from < to && (isMark(tokens[from]) || (articles.includes(wordOf(tokens[from])) && to - from > 1))) from += 1
  while (
    to > from &&
    ((isMark(tokens[to - 1]) && !/[+#)]/.test(wordOf(tokens[to - 1]))) || ["'s", "'"].includes(wordOf(tokens[to - 1])))
  )
    to -= 1
  if (roleTitles.includes(wordOf(tokens[from])) && to - from > 1) from += 1
  const run = tokens.slice(from, to)
  const words = run.map((token) => token.word).join(' ')
  if (run.length === 0 || run.length > 8) return null
  if (
    run.every((token) => token.kind !== 'quoted') &&
    (pronouns.includes(words) || articles.includes(words) || unnamed.includes(words))
  )
    return null
  const name = spelledOut(text, run)
  return name.length > 0 && name.length <= 120 ? name : null
}

function wordOf(token: Token | undefined): string {
  return token && token.kind !== 'quoted' ? token.word : ''
}

/** Splits at commas, "and", "or", "&", "plus"; "Smith & Sons", "Johnson and Johnson" and "Acme, Inc." stay whole. */
export function splitList(tokens: readonly Token[]): { items: Token[][]; hasOr: boolean } {
  const items: Token[][] = [[]]
  let hasOr = false
  for (const [index, token] of tokens.entries()) {
    const word = wordOf(token)
    const [previous, next] = [wordOf(tokens[index - 1]), wordOf(tokens[index + 1])]
    const isCompany =
      (['and', '&'].includes(word) && (companyTails.includes(next) || (next !== '' && next === previous))) ||
      (word === ',' && companySuffixes.includes(next))
    if (isCompany) items.at(-1)?.push(token)
    else if ([',', ';', 'and', '&', 'plus', 'or', '+', 'nor'].includes(word)) {
      hasOr ||= word === 'or'
      items.push([])
    } else if (isCut(token)) items.push([])
    else items.at(-1)?.push(token)
  }
  return { items: items.filter((item) => item.length > 0), hasOr }
}
