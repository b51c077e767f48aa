// Walks a catalogue: every key with what it says, functions called with samples chosen by the names of their parameters.

export interface Said {
  /** "mails.templates.request.client.subject" */
  key: string
  /** The samples it was called with, "" for a plain text. */
  calledWith: string
  text: string
}

/** Names that a reader would see, told apart from the words around them. */
export function marker(name: string): string {
  return `⟦${name}⟧`
}

const roles = ['candidate', 'client', 'hiringManager', 'interviewer', 'recruiter']
const counts = [0, 1, 2, 5, 21, 1_000]
const samplesOf: Readonly<Record<string, readonly unknown[]>> = {
  role: roles,
  count: counts,
  number: [1, 3],
  max: [2, 400],
  hours: [1, 24],
  movesLeft: [1, 2],
  interviews: [0, 1, 3],
  waiting: [0, 1, 3],
  minutes: [marker('minutes')],
  gap: [15],
  seconds: [1, 20],
  moreCount: [0, 1, 3],
  doneCount: [0, 1, 4],
  wasMinutes: [60],
  length: [501],
  isEntered: [false, true],
  isAtLeast: [false, true],
  note: [null, marker('note')],
  reason: [marker('reason'), null],
  session: [marker('session'), null],
  phone: [null, marker('phone')],
  company: [marker('company'), null],
}

/** An object that has every property, each its own marker; a "side" or "detail" is one of its kinds. */
function anyFacts(variant: number): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'side') return ['candidate', 'client', 'recruiter'][variant % 3]
        if (name === 'detail') return [marker('detail'), '1', '4'][variant % 3]
        return marker(String(name))
      },
    },
  )
}

function parametersOf(fn: (...args: never[]) => string): string[] {
  const source = fn.toString()
  const [, list = ''] = /^\(([\s\S]*?)\)\s*=>/.exec(source) ?? []
  if (list.trim().startsWith('{')) return ['facts']
  return list
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
}

function samplesFor(name: string, key: string): readonly unknown[] {
  // A card names a company only where there is one.
  if (name === 'company' && key.endsWith('jobAt')) return [marker(name)]
  if (name === 'facts') return [anyFacts(0), anyFacts(1), anyFacts(2)]
  return samplesOf[name] ?? [marker(name)]
}

/** Only one parameter varies at a time; the others keep their first sample. */
function argumentLists(names: readonly string[], key: string): unknown[][] {
  const first = names.map((name) => samplesFor(name, key)[0])
  const lists = [first]
  names.forEach((name, at) => {
    for (const sample of samplesFor(name, key).slice(1)) lists.push(first.with(at, sample))
  })
  return lists
}

export function sayAll(words: object, path = ''): Said[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]): Said[] => {
    const key = path ? `${path}.${name}` : name
    if (typeof value === 'string') return [{ key, calledWith: '', text: value }]
    if (typeof value === 'function') {
      const fn = value as (...args: unknown[]) => string
      return argumentLists(parametersOf(fn), key).map((args) => ({
        key,
        calledWith: args.map((arg) => (typeof arg === 'object' && arg ? 'facts' : String(arg))).join(', '),
        text: fn(...args),
      }))
    }
    return sayAll(value as object, key)
  })
}

/** The markers in a text, each once, in alphabetical order. */
export function markersIn(text: string): string[] {
  return [...new Set(text.match(/⟦\w+⟧/g) ?? [])].sort()
}
