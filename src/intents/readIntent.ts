import {
  articles,
  cutMark,
  dropPoliteness,
  formatWords,
  interviewNouns,
  isCut,
  readName,
  roleNouns,
  spelledOut,
  splitList,
} from './grammar.ts'
import type { Intent, ReadingContext } from './intent.ts'
import { readBriefingCommand } from './readBriefingCommand.ts'
import { readSchedule } from './readSchedule.ts'
import { createTimeReader, readDuration, type TimeReader } from './times.ts'
import { matchAnyPhrase, type Token, tokenise } from './tokens.ts'

/** Longer texts are pasted mails and notes, not commands. */
const commandLengthMax = 600

interface Command {
  text: string
  /** Tokens after the command's own words. */
  tokens: readonly Token[]
  reader: TimeReader
}

interface Rule {
  heads: readonly string[]
  read(command: Command): Intent | null
}

const scheduleHeads = [
  'schedule',
  'set up',
  'setup',
  'book',
  'arrange',
  'organise',
  'organize',
  'plan',
  'interview',
  'scheduling',
  'setting up',
  'booking',
  'arranging',
  'find time',
  'find a time',
  'find some time',
  'find times',
  'find a slot',
  'find slots',
  'find a good time',
  'get time',
  'get a time',
  'i need an interview',
  'i need a call',
  'i need a screening',
  'i want an interview',
  'i need time',
  'get an interview',
  'find an interview slot',
]

/** One entry per command. The longest head that begins the sentence decides; a reader may still say that it is not his. */
const rules: readonly Rule[] = [
  {
    heads: [
      'help',
      'help me',
      'commands',
      'what can you do',
      'what can i do',
      'what can i say',
      'how does this work',
      'how do i',
      'how can i',
      'how do you work',
      'who are you',
      'what are you',
      'what do you do',
    ],
    read: () => ({ kind: 'help' }),
  },
  {
    heads: [
      'settings',
      'setting',
      'preferences',
      'my settings',
      'my preferences',
      'the settings',
      'open settings',
      'open the settings',
      'open my settings',
      'show settings',
      'show my settings',
      'show the settings',
      'show me the settings',
      'show me my settings',
      'change settings',
      'change my settings',
      'change the settings',
      'edit settings',
      'edit my settings',
      'change my working hours',
      'change working hours',
      'change the working hours',
      'set my working hours',
      'change my time zone',
      'change my preferences',
      'configure',
      'configuration',
    ],
    read: () => ({ kind: 'settings' }),
  },
  {
    heads: [
      'find another time',
      'find a new time',
      'find a different time',
      'reschedule',
      'rescheduling',
      'move',
      'moving',
      'change',
      'rearrange',
      'rebook',
      'switch',
    ],
    read: readReschedule,
  },
  {
    heads: scheduleHeads,
    read: (command) => nothingNamed(command) ?? readSchedule(command.text, command.tokens, command.reader),
  },
  { heads: ['cancel', 'cancelling', 'canceling', 'call off'], read: readCancel },
  {
    heads: [
      'postpone',
      'postponing',
      'push back',
      'push',
      'delay',
      'put off',
      'defer',
      'hold off on',
      'pause',
      'put on hold',
    ],
    read: readPostpone,
  },
  {
    heads: [
      'nudge',
      'remind',
      'chase',
      'chase up',
      'ping',
      'poke',
      'prod',
      'follow up with',
      'send a reminder to',
      'send another reminder to',
      'give a nudge to',
    ],
    read: readNudge,
  },
  {
    heads: [
      'who is',
      "who 's",
      'whos',
      'tell me about',
      'tell me more about',
      'tell me who',
      'what do we know about',
      'what do you know about',
      'info on',
      'information on',
      'information about',
      'info about',
      'details on',
      'details about',
      'details of',
      'look up',
      'more about',
      'who was',
      'show me the profile of',
      'show the profile of',
    ],
    read: readWhoIs,
  },
  {
    heads: [
      'what needs me',
      'what needs my attention',
      'what do i need to do',
      'what do you need from me',
      'anything for me',
      'what is waiting for me',
      "what 's waiting for me",
      'my to-do',
      'my to-dos',
      'my todo',
      'my todos',
      'my to-do list',
      'what should i do',
      'what should i do next',
      "what 's next",
      'what needs doing',
      'what needs action',
      'needs me',
      'needs you',
    ],
    read: () => ({ kind: 'list', filter: 'needsYou' }),
  },
  {
    heads: [
      "what 's going on",
      'what is going on',
      "what 's happening",
      'what is happening',
      'where are we',
      'where do we stand',
      'where are things',
      'status',
      'the status',
      "what 's the status",
      'what is the status',
      'what is the state',
      "what 's the state",
      'status update',
      'give me a status update',
      'give me the status',
      'show me the status',
      'show the status',
      'show status',
      'check the status',
      'how is',
      "how 's",
      'how are things',
      'how far are we',
      'any news',
      'any update',
      'any updates',
      'is there any news',
      'an update',
      'update on',
      'give me an update',
      'progress',
      'what about',
      "what 's up",
    ],
    read: readStatus,
  },
  {
    heads: [
      'list',
      'show',
      'show me',
      'list me',
      'see',
      'view',
      'display',
      'give me',
      'which',
      'what',
      "what 's",
      'what is',
      'what are',
      'do i have',
      'do we have',
      'are there',
      'is there',
      'todays',
      'today',
      'open',
      'all',
      'my',
      'pending',
      'upcoming',
      'confirmed',
      'interviews',
      'requests',
      'everything',
    ],
    read: readList,
  },
]

const hints = {
  length: 'That is a long text. Please say in one sentence what I should do.',
  several: 'Please one thing at a time: I do each as soon as you say it.',
  negated: 'I did nothing, because that sounds like something not to do.',
  all: 'Please name one at a time, for example: cancel Jane.',
  ownTimes: 'Please say whose times these are, for example: Acme can do Tue 2-4.',
  stage:
    'I move stages only when an interview is confirmed. To move an interview, say for example: move Jane to Friday.',
  durationChange: 'I cannot change how long an interview takes yet. To move it, say for example: move Jane to Friday.',
  confirm: 'Please use the buttons on the card to approve a time.',
  notFree: 'Please say when they can, for example: Acme can do Tue 2-4.',
  reminderForMe: 'I remind candidates and clients, for example: nudge Acme.',
}

/**
 * Reads what a member wants out of one sentence: pure, about a millisecond, never throws. Names come back as written, days as
 * ISO dates in `context.zone`. What has no one meaning is `unknown` with a hint, or stands in `unreadWords`; nothing is guessed.
 */
export function readIntent(text: string, context: ReadingContext): Intent {
  const unknown = (hint: string | null): Intent => ({ kind: 'unknown', text, hint })
  if (text.length > commandLengthMax) return unknown(hints.length)
  const sentence = tokenise(text)
  if (sentence.tokens.some((token) => token.kind === 'mention' && !token.word.startsWith('<@'))) return unknown(null)
  const { tokens, wasGreeted } = dropPoliteness(sentence.tokens)
  if (tokens.length === 0) {
    if (wasGreeted) return { kind: 'greeting' }
    return sentence.tokens.length > 0 && sentence.tokens.every((token) => token.word === '?')
      ? { kind: 'help' }
      : unknown(null)
  }
  const briefing = readBriefingCommand(tokens)
  if (briefing) return briefing.kind === 'unknown' ? { ...briefing, text } : briefing
  if (isNegated(tokens)) return unknown(hints.negated)
  const reader = createTimeReader(context)
  const times = readEnteredTimes(sentence.text, tokens, reader)
  if (times && times.kind !== 'unclear') return times
  const beginning = headAt(tokens)
  if (!beginning) return unknown(times ? times.hint : null)
  if (hasSecondCommand(tokens, beginning.next)) return unknown(hints.several)
  const joined = joinParticle(beginning.head, tokens.slice(beginning.next))
  const intent = beginning.rule.read({ text: sentence.text, tokens: joined, reader })
  if (!intent) return unknown(times ? times.hint : null)
  return intent.kind === 'unknown' ? { ...intent, text } : intent
}

const discontinuous = [
  { verb: 'set', particle: ['up'], rule: scheduleHeads[0] },
  { verb: 'push', particle: ['back'], rule: 'postpone' },
  { verb: 'put', particle: ['on', 'hold'], rule: 'postpone' },
  { verb: 'put', particle: ['off'], rule: 'postpone' },
  { verb: 'call', particle: ['off'], rule: 'cancel' },
  { verb: 'send', particle: ['a', 'reminder'], rule: 'nudge' },
  { verb: 'give', particle: ['a', 'nudge'], rule: 'nudge' },
]

function headAt(tokens: readonly Token[]): { rule: Rule; head: string; next: number } | null {
  let best: { rule: Rule; head: string; next: number } | null = null
  for (const rule of rules) {
    const next = matchAnyPhrase(tokens, 0, rule.heads)
    if (next !== null && (!best || next > best.next)) best = { rule, head: tokens[0]?.word ?? '', next }
  }
  const split = discontinuous.find(
    ({ verb, particle }) => tokens[0]?.word === verb && particleAt(tokens, 1, particle) > 1,
  )
  if (split && (!best || best.next === 1)) {
    const rule = rules.find((one) => split.rule !== undefined && one.heads.includes(split.rule))
    if (rule) return { rule, head: split.verb, next: 1 }
  }
  return best
}

/** Where the second part of "set Jane up" stands, at most six words later; -1 when it does not. */
function particleAt(tokens: readonly Token[], from: number, particle: readonly string[]): number {
  for (let at = from; at <= from + 6 && at < tokens.length; at += 1)
    if (matchAnyPhrase(tokens, at, [particle.join(' ')]) !== null) return at
  return -1
}

function joinParticle(head: string, tokens: readonly Token[]): readonly Token[] {
  for (const { verb, particle } of discontinuous) {
    if (verb !== head) continue
    const at = particleAt(tokens, 0, particle)
    if (at > 0) return [...tokens.slice(0, at), ...tokens.slice(at + particle.length)]
  }
  return tokens
}

function isNegated(tokens: readonly Token[]): boolean {
  return (
    matchAnyPhrase(tokens, 0, [
      "don't",
      'do not',
      'dont',
      'never',
      'no',
      'not',
      "please don't",
      'stop',
      "you shouldn't",
      'you should not',
    ]) !== null
  )
}

const plainVerbs = [
  'cancel',
  'reschedule',
  'postpone',
  'schedule',
  'nudge',
  'remind',
  'who is',
  "who 's",
  'tell me',
  'set up',
  'push back',
]

function hasSecondCommand(tokens: readonly Token[], from: number): boolean {
  const reasonAt = tokens.findIndex((_token, at) => reasonLead(tokens, at) !== null)
  const end = reasonAt < 0 ? tokens.length : reasonAt
  for (let at = from; at < end; at += 1) {
    if (!['and', 'then', '.', ';', ',', 'also', '-', '!', '?'].includes(tokens[at]?.word ?? '')) continue
    const verb = matchAnyPhrase(tokens, at + 1, plainVerbs)
    if (verb !== null && verb < tokens.length) return true
  }
  return false
}

function nothingNamed(command: Command): Intent | null {
  const words = command.tokens.map((token) => token.word).join(' ')
  return ['it', 'this', 'that', 'this one', 'that one', 'this slot', 'that slot', 'that time', 'this time'].includes(
    words,
  )
    ? refuse(hints.confirm)
    : null
}

function refuse(hint: string): Intent {
  return { kind: 'unknown', text: '', hint }
}

// ---- whom and what a command is about ----

interface About {
  about: string | null
  narrowedBy?: string[]
  unreadWords?: string
}

const noise = new Set([
  ...interviewNouns,
  ...roleNouns,
  ...formatWords,
  ...articles,
  'please',
  'again',
  'now',
  'back',
  'forward',
  'date',
  'whole',
  'entire',
  'going',
  'doing',
  'coming',
  'along',
  'looking',
  'currently',
  'so',
  'far',
  'is',
  'are',
  'right',
  'application',
  'up',
  'today',
  'to',
  'things',
  'update on',
  'on',
])

/** Names in the order in which they stand; the words around them that every request has are dropped. */
function readAbout(text: string, tokens: readonly Token[], unread: readonly string[] = []): About {
  const runs: Token[][] = [[]]
  for (const token of tokens) {
    const { kind, word } = token
    const isLead =
      kind !== 'quoted' &&
      [
        'with',
        'for',
        'at',
        'about',
        'of',
        'from',
        'regarding',
        "'s",
        "'",
        'and',
        ',',
        ':',
        'between',
        'by',
        'in',
        'on',
        'to',
      ].includes(word)
    if (isLead || isCut(token)) runs.push([])
    else runs.at(-1)?.push(token)
  }
  const names = runs.flatMap((run) => readName(text, withoutNoise(run)) ?? [])
  const [about = null, ...others] = [...new Set(names)]
  return {
    about,
    ...(others.length > 0 ? { narrowedBy: others } : {}),
    ...(unread.length > 0 ? { unreadWords: unread.join(', ') } : {}),
  }
}

/** Drops words such as "the" and "interview" at both ends of a run, so that "the Jane interview" is Jane. */
function withoutNoise(run: readonly Token[]): readonly Token[] {
  let [from, to] = [0, run.length]
  const isNoise = (token: Token | undefined): boolean =>
    token !== undefined && token.kind !== 'quoted' && (noise.has(token.word) || token.kind === 'mark')
  while (from < to && isNoise(run[from])) from += 1
  while (to > from && isNoise(run[to - 1])) to -= 1
  return run.slice(from, to)
}

const reasonPhrases = [
  'because of',
  'because',
  'cause',
  'cos',
  'due to',
  'reason :',
  'reason is',
  'the reason is',
  'on account of',
  'owing to',
]
const reasonSubjects = ['she', 'he', 'they', 'we', 'i', 'it', 'the']

function reasonLead(tokens: readonly Token[], at: number): number | null {
  const lead = matchAnyPhrase(tokens, at, reasonPhrases)
  if (lead !== null) return lead
  const soft = matchAnyPhrase(tokens, at, ['as', 'since', 'seeing that'])
  return soft !== null && at > 0 && reasonSubjects.includes(tokens[soft]?.word ?? '') ? soft : null
}

/** The words after "because", as written, and the sentence before them. */
function splitReason(text: string, tokens: readonly Token[]): { before: readonly Token[]; reason: string | null } {
  for (let at = 0; at < tokens.length; at += 1) {
    const lead = reasonLead(tokens, at)
    if (lead === null) continue
    const last = tokens.at(-1)
    const first = tokens[lead]
    const reason = first && last ? text.slice(first.from, last.to).trim() : ''
    return { before: tokens.slice(0, at), reason: reason === '' ? null : reason }
  }
  return { before: tokens, reason: null }
}

// ---- the commands ----

interface TakenDays {
  rest: Token[]
  fromOn: string | null
  toOn: string | null
  unread: string[]
}

/** Takes days out of a sentence: the last ones after "to" or "until" count, others and clock times are only told back. */
function takeDays(text: string, tokens: readonly Token[], reader: TimeReader): TakenDays {
  const taken: TakenDays = { rest: [], fromOn: null, toOn: null, unread: [] }
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at] as Token
    const target =
      token.kind === 'quoted'
        ? null
        : matchAnyPhrase(tokens, at, ['until', 'till', 'til', 'to', 'not before', 'into', 'until after'])
    const days = token.kind === 'quoted' ? null : reader.readRange(tokens, target ?? at)
    const clock = days || token.kind === 'quoted' ? null : reader.readClock(tokens, target ?? at)
    const by = token.word === 'by' || token.word === 'for' ? readShift(tokens, at + 1) : null
    const read = days ?? clock ?? by
    if (!read) {
      taken.rest.push(token)
      at += 1
      continue
    }
    const isTarget = target !== null || (taken.fromOn === null && taken.toOn === null)
    const isMovedFrom = token.word === 'from' && days !== null
    if (isMovedFrom) {
      // "from Tuesday to Friday": the first is where it stands now.
      const day = reader.readDay(tokens, at + 1)
      const next = day?.next ?? read.next
      taken.unread.push(spelledOut(text, tokens.slice(at, next)))
      taken.rest.push(cutMark)
      at = next
      continue
    }
    if (days && days.value !== 'unclear' && isTarget) {
      taken.fromOn = days.value.fromOn
      taken.toOn = days.value.toOn
    } else taken.unread.push(spelledOut(text, tokens.slice(at, read.next)))
    taken.rest.push(cutMark)
    at = read.next
  }
  return taken
}

/** "by a week", "by 2 days", "for an hour": how far, told back because it is not said from when. */
function readShift(tokens: readonly Token[], at: number): { next: number; value: unknown } | null {
  const duration = readDuration(tokens, at)
  if (duration) return duration
  const unitAt = matchAnyPhrase(tokens, at, ['a couple of', 'a few']) ?? at + 1
  return ['day', 'days', 'week', 'weeks', 'month', 'months', 'bit', 'while'].includes(tokens[unitAt]?.word ?? '') &&
    tokens[at]?.kind !== 'quoted'
    ? { next: unitAt + 1, value: null }
    : null
}

function readReschedule({ text, tokens, reader }: Command): Intent | null {
  if (tokens.some((token) => token.word === 'stage')) return refuse(hints.stage)
  const { before, reason } = splitReason(text, tokens)
  for (let at = 0; at < before.length; at += 1)
    if (
      (readDuration(before, at) || ['duration', 'length'].includes(before[at]?.word ?? '')) &&
      before[at - 1]?.word !== 'by'
    )
      return refuse(hints.durationChange)
  const { rest, fromOn, toOn, unread } = takeDays(text, before, reader)
  return { kind: 'reschedule', ...readAbout(text, rest, unread), reason, fromOn, toOn }
}

function readCancel({ text, tokens, reader }: Command): Intent {
  const { before, reason } = splitReason(text, tokens)
  if (['everything', 'all', 'everyone', 'everybody'].includes(before[0]?.word ?? '')) return refuse(hints.all)
  const { rest, unread, fromOn } = takeDays(text, before, reader)
  const dated = fromOn === null ? unread : [...unread, ...wordsMissing(text, before, rest)]
  return { kind: 'cancel', ...readAbout(text, rest, dated), reason }
}

/** The dates that stood in a sentence where a date only tells which one is meant. */
function wordsMissing(text: string, before: readonly Token[], rest: readonly Token[]): string[] {
  const kept = new Set(rest.map((token) => token.from))
  const missing = before.filter((token) => !kept.has(token.from))
  return missing.length > 0 ? [spelledOut(text, missing)] : []
}

function readPostpone({ text, tokens, reader }: Command): Intent {
  const { before, reason } = splitReason(text, tokens)
  if (['everything', 'all', 'everyone', 'everybody'].includes(before[0]?.word ?? '')) return refuse(hints.all)
  const { rest, fromOn, toOn, unread } = takeDays(text, before, reader)
  // "by Friday" says when it must have happened, not from when it may: nothing is guessed from it.
  const told = fromOn === null && toOn !== null ? [...unread, ...wordsMissing(text, before, rest)] : unread
  return { kind: 'postpone', ...readAbout(text, rest, told), fromOn, reason }
}

function readNudge({ text, tokens }: Command): Intent {
  if (['me', 'us'].includes(tokens[0]?.word ?? '')) return refuse(hints.reminderForMe)
  const clauseAt = tokens.findIndex(
    (token, at) => at > 0 && token.kind === 'word' && ['to', 'that', 'and'].includes(token.word),
  )
  const isList = clauseAt > 0 && tokens[clauseAt]?.word === 'and'
  if (clauseAt < 0 || isList) return { kind: 'nudge', ...readAbout(text, tokens) }
  return { kind: 'nudge', ...readAbout(text, tokens.slice(0, clauseAt), [spelledOut(text, tokens.slice(clauseAt))]) }
}

function readWhoIs({ text, tokens }: Command): Intent | null {
  const run = tokens.filter((token) => !(token.kind === 'mark' && ['?', '!', ','].includes(token.word)))
  const name = readName(text, run.at(-1)?.word === 'is' ? run.slice(0, -1) : run)
  return name ? { kind: 'whoIs', name } : null
}

function readStatus({ text, tokens, reader }: Command): Intent {
  const { rest, unread } = takeDays(text, tokens, reader)
  return { kind: 'status', ...readAbout(text, rest, unread) }
}

const listWords = new Set([
  'list',
  'show',
  'me',
  'all',
  'my',
  'the',
  'our',
  'of',
  'open',
  'pending',
  'waiting',
  'active',
  'current',
  'confirmed',
  'booked',
  'scheduled',
  'upcoming',
  'today',
  "'s",
  "'",
  'todays',
  'requests',
  'request',
  'interviews',
  'interview',
  'that',
  'need',
  'needs',
  'needing',
  'attention',
  'action',
  'what',
  'which',
  'is',
  'are',
  'on',
  'for',
  'coming',
  'up',
  'do',
  'i',
  'we',
  'have',
  'any',
  'outstanding',
  'in',
  'progress',
  'everything',
  'there',
  'still',
  'planned',
  'calls',
  'meetings',
  'schedule',
  'day',
  'agenda',
  'to-do',
  'todo',
  'list',
  '?',
  'ongoing',
  'you',
  'a',
  'things',
])

function readList({ text, tokens: after }: Command): Intent | null {
  // The head may itself say what is wanted ("today's interviews"), so the whole sentence is looked at again.
  const { tokens } = dropPoliteness(tokenise(text).tokens)
  const words = tokens.map((token) => token.word)
  const has = (...wanted: string[]): boolean => wanted.some((word) => words.includes(word))
  const hasNoun = has(
    'requests',
    'request',
    'interviews',
    'interview',
    'calls',
    'meetings',
    'schedule',
    'agenda',
    'everything',
    'list',
    'to-do',
    'todo',
  )
  const others = tokens.filter((token) => !listWords.has(token.word))
  if (others.length > 0)
    return hasNoun && has('show', 'list')
      ? {
          kind: 'status',
          ...readAbout(
            text,
            after.filter((token) => !listWords.has(token.word) || token.word === "'s"),
          ),
        }
      : null
  const isAboutToday = has('today', 'todays')
  if (!hasNoun && !isAboutToday && !has('open', 'pending', 'upcoming', 'confirmed', 'outstanding', 'needs', 'need'))
    return null
  if (isAboutToday) return { kind: 'list', filter: 'today' }
  if (has('need', 'needs', 'needing', 'attention', 'action', 'to-do', 'todo'))
    return { kind: 'list', filter: 'needsYou' }
  if (has('confirmed', 'booked', 'upcoming', 'scheduled', 'planned', 'coming'))
    return { kind: 'list', filter: 'confirmed' }
  if (has('all', 'everything') && !has('open', 'pending', 'waiting', 'active')) return { kind: 'list', filter: 'all' }
  return {
    kind: 'list',
    filter:
      has('interviews', 'calls', 'meetings') && !has('open', 'pending', 'waiting', 'outstanding')
        ? 'confirmed'
        : 'open',
  }
}

// ---- times entered for somebody ----

const offers = [
  'can do',
  'can make',
  'could do',
  'could make',
  'is free',
  'are free',
  "'s free",
  'is available',
  'are available',
  "'s available",
  'offers',
  'offered',
  'suggests',
  'suggested',
  'proposes',
  'proposed',
  'has time',
  'have time',
  'can meet',
  'is good',
  "'s times are",
  'says',
  'said',
  ':',
]
const suits = [
  'works for',
  'work for',
  'suits',
  'suit',
  'is good for',
  'are good for',
  'is fine for',
  'are fine for',
  'would work for',
]
const entries = [
  'enter times for',
  'enter the times for',
  'enter times of',
  'add times for',
  'add availability for',
  'enter availability for',
  'record times for',
  'record availability for',
  'times for',
  'availability for',
  'availability of',
]
const refusals = [
  "can't do",
  'cannot do',
  'can not do',
  "can't make",
  'cannot make',
  "isn't free",
  'is not free',
  "isn't available",
  'is not available',
  "aren't free",
]
const notSubjects = [
  'when',
  'if',
  'with',
  'that',
  'which',
  'what',
  'can',
  'could',
  'is',
  'are',
  'does',
  'do',
  'schedule',
  'who',
  'would',
  'because',
  'for',
  'ask',
  'whether',
]

/** "Acme can do Tue 2-4 and Thu morning"; `unclear` when it is about somebody's times and these cannot be read. */
function readEnteredTimes(
  text: string,
  tokens: readonly Token[],
  reader: TimeReader,
): Intent | { kind: 'unclear'; hint: string } | null {
  const entry = matchAnyPhrase(tokens, 0, entries)
  if (
    refusals.some((phrase) =>
      tokens.some((_token, at) => at > 0 && at < 5 && matchAnyPhrase(tokens, at, [phrase]) !== null),
    )
  )
    return { kind: 'unclear', hint: hints.notFree }
  for (let at = 1; at < tokens.length; at += 1) {
    const suit = matchAnyPhrase(tokens, at, suits)
    if (suit !== null) {
      const windows = reader.readWindows(tokens.slice(0, at), 0)
      if (windows) return entered(text, tokens.slice(suit), windows, [])
    }
    const offer = entry === null || at > entry ? matchAnyPhrase(tokens, at, offers) : null
    if (offer === null) continue
    const subject = tokens.slice(entry ?? 0, at)
    if (
      subject.length === 0 ||
      subject.length > 5 ||
      subject.some((token) => token.kind === 'word' && notSubjects.includes(token.word))
    )
      return null
    const times = tokens.slice(offer)
    const windows = reader.readWindows(times, 0)
    if (windows) return entered(text, subject, windows, [])
    const forAt = times.findLastIndex((token) => token.kind === 'word' && token.word === 'for')
    const narrowed = forAt > 0 ? reader.readWindows(times.slice(0, forAt), 0) : null
    if (narrowed) return entered(text, subject, narrowed, times.slice(forAt + 1))
    if (tokens[at]?.word === ':') continue
    const name = readName(text, subject) ?? 'they'
    return {
      kind: 'unclear',
      hint: `I could not read the times. Please write them like this: ${name} can do Tue 24 Nov 14:00-16:00 and Thu morning.`,
    }
  }
  return null
}

function entered(
  text: string,
  subject: readonly Token[],
  windows: { startsAt: string; endsAt: string }[],
  forWhom: readonly Token[],
): Intent | { kind: 'unclear'; hint: string } {
  const { items } = splitList(subject)
  const about = readName(text, subject)
  if (!about || ['i', 'we', 'me', 'us', 'you'].includes(about.toLowerCase()) || items.length !== 1)
    return { kind: 'unclear', hint: hints.ownTimes }
  const narrowing = readAbout(text, forWhom)
  const narrowedBy = [...(narrowing.about ? [narrowing.about] : []), ...(narrowing.narrowedBy ?? [])]
  return { kind: 'enterTimes', about, windows, ...(narrowedBy.length > 0 ? { narrowedBy } : {}) }
}
