import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type ImportKind, recogniseColumns } from '../src/ats/csvColumns.ts'
import { readConfig } from '../src/config.ts'
import { effectStates } from '../src/domain/effect.ts'
import { requestStates } from '../src/domain/request.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Package {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
const { scripts, dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Package

/** Paths of the files with this ending in these folders, from the root; generated source is left out. */
function listFiles(ending: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => !path.startsWith('src/generated/')),
  )
}

const documents = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...listFiles('.md', ['docs'])]
const withoutCodeBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '')

/** The heading's address within its page, as repository pages show it. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** Cells of the rows of the table that follows `opening`, without the heading. */
function readTable(text: string, opening: string): string[][] {
  const from = text.indexOf(opening)
  expect(from, opening).toBeGreaterThanOrEqual(0)
  const lines = text.slice(from).split('\n')
  const first = lines.findIndex((line) => line.startsWith('|'))
  const length = lines.slice(first).findIndex((line) => !line.startsWith('|'))
  return lines.slice(first + 2, first + length).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

describe('.env.example', () => {
  const lines = read('.env.example').split('\n')
  const settings = lines.flatMap((line, at) => {
    const [, name, value] = /^# ([A-Z][A-Z_]+)=(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [{ name, value, above: lines[at - 1] ?? '' }]
  })

  it('names exactly the settings that the code reads', () => {
    const schema = read('src/config.ts')
    const [, body = ''] = /environmentSchema = z\.object\(\{\n([\s\S]*?)\n\}\)/.exec(schema) ?? []
    const inSchema = [...body.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)
    const inSource = listFiles('.ts', ['src']).flatMap((path) =>
      [...read(path).matchAll(/process\.env(?:\.([A-Za-z_]+)|\['([A-Za-z_]+)'\])/g)].map(
        ([, dotted, quoted]) => dotted ?? quoted,
      ),
    )
    expect(inSchema.length).toBeGreaterThan(5)
    expect(inSource).toContain('PARLEY_LOG')
    expect(settings.map(({ name }) => name).sort()).toEqual([...new Set([...inSchema, ...inSource])].sort())
  })

  it('gives each its real default: with every line taken in, Parley starts as with none', () => {
    const all = Object.fromEntries(settings.map(({ name, value }) => [name, value]))
    expect(readConfig(all)).toEqual(readConfig({}))
    expect(settings.filter(({ value }) => value !== '').length).toBeGreaterThan(5)
  })

  it('explains each in one line above it, and sets none', () => {
    for (const { name, above } of settings) expect(above, name).toMatch(/^# \S.*[.]$/)
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  })
})

describe('the documents', () => {
  it.each(documents)('%s links only to files and headings that exist', (path) => {
    const broken = [...withoutCodeBlocks(read(path)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [file = '', heading] = target.split('#')
        const full = file === '' ? join(root, path) : join(root, dirname(path), file)
        if (!existsSync(full)) return true
        if (heading === undefined) return false
        const headings = [...readFileSync(full, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => slugOf(text))
        return !headings.includes(heading)
      })
    expect(broken).toEqual([])
  })

  it.each(documents)('%s names only files that exist', (path) => {
    const named = [...read(path).matchAll(/`((?:src|test|scripts|docs|prisma|bench|\.ci)\/[\w./-]+)`/g)]
    expect(named.map(([, file = '']) => file).filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  it.each(documents)('%s names only npm scripts that exist', (path) => {
    const named = [...read(path).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)]
    const missing = named.map(([, run, bare]) => run ?? bare ?? '').filter((name) => !(name in scripts))
    expect(missing).toEqual([])
  })

  it('README.md has fewer than 140 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThan(140)
  })

  it('the glossary explains every state of a request and of an effect, and no other', () => {
    const text = read('docs/glossary.md')
    const statesAfter = (opening: string) => readTable(text, opening).map(([state = '']) => state.replaceAll('`', ''))
    expect(statesAfter('A request is in one of these states')).toEqual([...requestStates])
    expect(statesAfter('An effect is in one of these states')).toEqual([...effectStates])
  })

  it('the list of dependencies has one line for each package, and no other', () => {
    const listed = [...read('docs/decisions/0004-dependencies.md').matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(
      ([, cell = '']) => cell.split(', ').map((name) => name.replaceAll('`', '')),
    )
    const used = { ...dependencies, ...devDependencies, ...optionalDependencies }
    expect(listed.sort()).toEqual(Object.keys(used).sort())
  })

  it('CONTRIBUTING.md names every variable that tests read, with the real default', () => {
    const text = read('CONTRIBUTING.md')
    const sources = listFiles('.test.ts', ['test'])
      .concat(listFiles('.ts', ['test/fakes', 'test/e2e', 'test/bot', 'test/ats']))
      .map(read)
      .join('\n')
    const used = [...sources.matchAll(/process\.env\.(PARLEY_[A-Z_]+)/g)].map(([, name = '']) => name)
    expect(used).toContain('PARLEY_TEST_ALL')
    expect(used.filter((name) => !text.includes(name))).toEqual([])
    const defaults = new Map(
      [...sources.matchAll(/process\.env\.(PARLEY_[A-Z_]+) \?\? (\d+)/g)].map(([, name, count]) => [
        `\`${name}\``,
        count,
      ]),
    )
    const listed = readTable(text, 'Some tests are longer forms').map(([name, count]) => [name, count])
    expect(listed.sort()).toEqual([...defaults].sort())
  })

  it('the columns that operations.md names for an import are all recognised, and the needed ones suffice', () => {
    const rows = readTable(read('docs/operations.md'), 'The columns decide what a file holds')
    expect(rows.map(([kind]) => kind)).toEqual(['candidates', 'contacts', 'jobs'])
    for (const [kind = '', needed = '', more = ''] of rows) {
      const heading = needed.replace(' and ', ', ').replace(' (or Name)', '').split(', ')
      const all = [...heading, ...more.split(', ')]
      expect(recogniseColumns(heading, kind as ImportKind).columns.size).toBe(heading.length)
      expect([...recogniseColumns(all, kind as ImportKind).columns.values()].sort((a, b) => a - b)).toEqual(
        all.map((_, at) => at),
      )
    }
  })

  it('SECURITY.md names every family of packages whose lock entry has no hash', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string }> }
    const bare = Object.entries(lock.packages)
      .filter(([path, entry]) => path !== '' && entry.integrity === undefined)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
    const families = [...read('SECURITY.md').matchAll(/`(@[\w./-]+-)\*`/g)].map(([, family = '']) => family)
    expect(families.length).toBeGreaterThan(0)
    expect(bare.filter((name) => !families.some((family) => name.startsWith(family)))).toEqual([])
  })
})
