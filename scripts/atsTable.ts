import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AtsSystem, Capabilities } from '../src/ats/connector.ts'
import { allSystems } from '../src/ats/systems.ts'

// The table of connected systems in README, printed from what the connectors say of themselves: npm run ats:table. With --cost the files and
// lines that each has taken.

type Words = { readonly [Name in keyof Capabilities]: Readonly<Record<Capabilities[Name], string>> }

const words: Words = {
  changes: { since: 'by time', newestFirst: 'newest first', whole: 'all each time' },
  removals: { told: 'told', daily: 'daily' },
  interviewRead: { native: 'read', none: '-' },
  interviewWrite: { native: 'written', note: 'as a note', none: 'in Parley' },
  stageWrite: { native: 'moved', none: 'by hand' },
  noteWrite: { native: 'notes', none: 'in Parley' },
  users: { native: 'read', collected: 'collected', none: '-' },
  hiringTeam: { native: 'read', partly: 'partly', none: 'in Parley' },
  attachments: { link: 'links', none: '-' },
  stages: { perJob: 'per job', account: 'of the account', fixed: 'fixed', collected: 'collected' },
  hooks: { signed: 'signed', secretAddress: 'secret address', none: 'polled' },
  actingUser: { native: "recruiter's", none: "connection's" },
}

const columns: readonly (readonly [string, (system: AtsSystem) => string])[] = [
  ['ATS', ({ name }) => name],
  ['level', ({ depth }) => String(depth)],
  ['changes', ({ capabilities: can, everyMinutes }) => `${words.changes[can.changes]}, every ${everyMinutes} min`],
  ['told by', ({ capabilities: can }) => words.hooks[can.hooks]],
  [
    'interviews',
    ({ capabilities: can }) =>
      `${words.interviewRead[can.interviewRead]} / ${words.interviewWrite[can.interviewWrite]}`,
  ],
  ['stages', ({ capabilities: can }) => `${words.stages[can.stages]}, ${words.stageWrite[can.stageWrite]}`],
  ['log', ({ capabilities: can }) => words.noteWrite[can.noteWrite]],
  ['hiring team', ({ capabilities: can }) => words.hiringTeam[can.hiringTeam]],
  ['documents', ({ capabilities: can }) => words.attachments[can.attachments]],
  ['in the name', ({ capabilities: can }) => words.actingUser[can.actingUser]],
]

/** One line per system, by name. */
export function systemTable(systems: readonly AtsSystem[] = allSystems): string {
  const sorted = [...systems].sort((left, right) => left.name.localeCompare(right.name))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(([title]) => title)),
    `|${columns.map(() => '---|').join('')}`,
    ...sorted.map((system) => line(columns.map(([, tell]) => tell(system)))),
  ].join('\n')
}

const root = join(fileURLToPath(import.meta.url), '..', '..')

function costOf(id: string): string {
  const count = (folder: string, isOwn: (name: string) => boolean) => {
    const names = readdirSync(join(root, folder)).filter(
      (name) => name.toLowerCase().startsWith(id.toLowerCase()) && isOwn(name),
    )
    const lines = names.reduce(
      (sum, name) => sum + readFileSync(join(root, folder, name), 'utf8').split('\n').length - 1,
      0,
    )
    return `${names.length} files, ${lines} lines`
  }
  const isTest = (name: string) => name.endsWith('.test.ts')
  return [
    count('src/ats/connectors', () => true),
    count('test/ats/connectors', isTest),
    count('test/fakes/ats', (name) => !isTest(name)),
    count('test/fakes/ats', isTest),
  ].join(' | ')
}

function printCost(): void {
  process.stdout.write('| ATS | connector | its test | stand-in | its test |\n|---|---|---|---|---|\n')
  for (const { id, name } of allSystems) process.stdout.write(`| ${name} | ${costOf(id)} |\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--cost')) printCost()
  else process.stdout.write(`${systemTable()}\n`)
}
