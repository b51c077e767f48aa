import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Directory, DirectoryPerson } from '../src/domain/directory.ts'
import { createDirectory } from '../src/intents/createDirectory.ts'
import { readDescription } from '../src/intents/describedPeople.ts'
import type { Frame, IntentLabel } from '../src/intents/frame.ts'
import { type Grounded, type GroundedFrame, groundFrame } from '../src/intents/groundFrame.ts'
import { readFrames } from '../src/intents/readFrames.ts'
import { noThread, type ThreadContext } from '../src/intents/thread.ts'

// Reads utterances as JSON lines {id, text, thread} and writes {id, intents, ms}, for score_intents.py.
// usage: node bench/intents.ts --directory directory.json < utterances.jsonl

const { values } = parseArgs({ options: { directory: { type: 'string' } } })

interface Directories {
  now: string
  zone: string
  clients: { id: string; name: string; aka: string[] }[]
  jobs: { id: string; title: string; client: string; aka?: string[] }[]
  stages: string[]
  candidates: { id: string; name: string; aka?: string[]; job: string }[]
  contacts: { id: string; name: string; client: string; role: string }[]
  threads: Record<string, Record<string, unknown>>
}

const file: Directories = JSON.parse(readFileSync(values.directory ?? '', 'utf8'))
const directory = createDirectory({
  people: [
    ...file.candidates.map(
      (one): DirectoryPerson => ({
        id: one.id,
        name: one.name,
        aka: one.aka ?? [],
        kind: 'candidate',
        jobIds: [one.job],
      }),
    ),
    ...file.contacts.map(
      (one): DirectoryPerson => ({ id: one.id, name: one.name, kind: 'contact', clientId: one.client, role: one.role }),
    ),
  ],
  clients: file.clients,
  jobs: file.jobs.map((one) => ({ id: one.id, title: one.title, aka: one.aka ?? [], clientId: one.client })),
  stages: file.stages,
})
const context = { now: new Date(`${file.now}:00-05:00`), zone: file.zone, locale: 'en-US' }

const awaits: Readonly<Record<string, ThreadContext['awaits']>> = {
  asked: 'answer',
  approval: 'approval',
  confirm: 'confirmation',
}

function threadOf(id: string | null): ThreadContext {
  const one = id === null ? undefined : file.threads[id]
  if (!one) return noThread
  const text = (key: string): string | null => (typeof one[key] === 'string' ? one[key] : null)
  const list = (key: string): string[] => (Array.isArray(one[key]) ? one[key].map(String) : [])
  const shown = [...(text('last_bot') ?? '').matchAll(/(\d)\)\s*([^,?.]+?)(?=,|\?|\.\s|$|\s+or\s)/g)]
  const ids = list('options')
  return {
    hasRequest: text('cand') !== null || text('pending') !== null,
    awaits: awaits[text('state') ?? ''] ?? null,
    question: text('question') as ThreadContext['question'],
    options: shown.map((match, index) => ({ number: Number(match[1]), id: ids[index] ?? null, words: match[2] ?? '' })),
    candidateId: text('cand'),
    clientId: text('client'),
    jobId: text('job'),
    contactIds: list('ppl'),
    waitingOn: text('waiting_on') as ThreadContext['waitingOn'],
    hasInterview: text('state') === 'confirmed',
  }
}

/** What the gold notes for each label. */
const held: Readonly<Record<IntentLabel, string>> = {
  schedule: 'cand client job ppl dur n fmt mode when zone',
  reschedule: 'cand client ref who when note',
  cancel: 'cand client ref scope when note',
  postpone: 'cand client ref when note',
  update: 'cand ref client job add rem dur n mode when zone',
  collect_availability: 'cand client ref who ppl',
  give_availability: 'cand client ppl ref who when',
  share_link: 'cand ref',
  find_slots: 'cand client ppl ref fmt when',
  nudge: 'cand client ppl ref who scope',
  status: 'cand client job ref scope',
  list: 'client when scope',
  who_is: 'cand ppl ref ask',
  briefing: 'cand client ref when',
  move_stage: 'cand ref stage',
  approve: 'cand ref opt',
  decline: 'cand ref note',
  confirm: '',
  deny: '',
  undo: '',
  feedback: 'cand client ppl ref',
  no_show: 'cand ppl ref who',
  note: 'cand ref note',
  setting: 'note',
  connect: 'note',
  help: '',
  smalltalk: '',
  oos: '',
}

function nameValue(name: Grounded | null): unknown {
  return name === null ? undefined : 'id' in name ? name.id : name
}

function listOf(names: readonly Grounded[]): unknown {
  if (names.length === 0) return undefined
  const [first] = names
  return names.length === 1 && first && !('id' in first)
    ? first
    : names.flatMap((name) => ('id' in name ? [name.id] : 'oneOf' in name ? name.oneOf : []))
}

function slotsOf(frame: GroundedFrame, thread: ThreadContext, isDescribed: boolean): Record<string, unknown> {
  const all: Record<string, unknown> = {
    cand: nameValue(frame.candidate),
    client: nameValue(frame.client),
    job: nameValue(frame.job),
    ppl: listOf(frame.contacts),
    add: listOf(frame.added),
    rem: listOf(frame.removed),
    dur: frame.durationMinutes ?? undefined,
    n: frame.count ?? undefined,
    fmt: frame.format ?? undefined,
    mode: frame.mode ?? undefined,
    when: frame.when ?? undefined,
    stage: frame.stage ?? undefined,
    who: frame.party ?? undefined,
    note: frame.note ?? undefined,
    opt: frame.options.length > 0 ? frame.options : undefined,
    zone: frame.zone ?? undefined,
    scope: frame.scope ?? undefined,
    ask: frame.ask ?? undefined,
    ref: frame.isThread && thread.hasRequest ? 'thread' : undefined,
  }
  if (frame.label === 'schedule' && frame.candidate === null && !thread.hasRequest) all.cand = { missing: true }
  if (frame.label === 'no_show' && (frame.isThread || frame.candidate !== null)) all.ppl = undefined
  return Object.fromEntries(
    [...new Set([...held[frame.label].split(' '), ...(isDescribed ? ['client', 'job'] : [])])]
      .filter((key) => key !== '' && all[key] !== undefined)
      .map((key) => [key, all[key]]),
  )
}

/** Told by his job: then the gold notes what he is told by. */
function isDescribed(frame: Frame | undefined): boolean {
  return frame?.candidate != null && readDescription(frame.candidate) !== null
}

function read(line: string, known: Directory): string {
  const { id, text, thread: threadId } = JSON.parse(line) as { id: string; text: string; thread: string | null }
  const thread = threadOf(threadId)
  const startedAt = performance.now()
  const { frames } = readFrames(text, known, thread, context)
  const grounded = frames.map((frame) => groundFrame(frame, known, thread))
  const ms = performance.now() - startedAt
  const intents =
    grounded.length > 0
      ? grounded.map((frame, at) => ({ intent: frame.label, slots: slotsOf(frame, thread, isDescribed(frames[at])) }))
      : [{ intent: 'oos', slots: {} }]
  return JSON.stringify({ id, intents, ms })
}

for await (const line of createInterface({ input: process.stdin }))
  if (line.startsWith('{')) console.log(read(line, directory))
