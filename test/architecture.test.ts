import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = fileURLToPath(new URL('../src/', import.meta.url))

interface SourceFile {
  path: string
  room: string
  layer: number
  text: string
  /** Files of src/ it imports, types included. */
  imports: { path: string; isTypeOnly: boolean }[]
  packages: string[]
}

/** Layer of a file, docs/architecture.md: 0 words, 1 pure, 2 ports, 3 use cases, 4 adapters, 5 composition. */
function layerOf(path: string): number {
  const [room = ''] = path.split('/')
  const file = path.slice(room.length + 1)
  if (!path.includes('/')) return path === 'system.ts' ? 4 : path === 'config.ts' ? 0 : 5
  if (room === 'domain') return 0
  if (path.endsWith('/port.ts') || path === 'intents/modelPort.ts' || path === 'ats/connector.ts') return 2
  if (path === 'intents/openai.ts') return 4
  if (room === 'workflow' || path === 'briefings/send.ts' || path === 'briefings/readBriefing.ts') return 3
  if (room === 'solver' || room === 'intents' || room === 'words') return 1
  const pure: Readonly<Record<string, readonly string[]>> = {
    bot: [
      'allowedWords.ts',
      'message.ts',
      'inbound.ts',
      'checkFields.ts',
      'panelCard.ts',
      'remedyActions.ts',
      'requestActions.ts',
      'requestCard.ts',
      'requestSteps.ts',
      'requestView.ts',
      'webchatRender.ts',
      'home.ts',
      'placeFact.ts',
      'privateParts.ts',
      'slack/actionBlocks.ts',
      'slack/blockKit.ts',
      'slack/blocks.ts',
      'slack/checkLimits.ts',
      'slack/home.ts',
      'slack/limits.ts',
      'slack/modal.ts',
      'slack/modalFields.ts',
      'slack/partBlocks.ts',
      'slack/slackText.ts',
      'teams/activity.ts',
      'teams/buttons.ts',
      'teams/cardElement.ts',
      'teams/cards.ts',
      'teams/cardText.ts',
      'teams/checkCard.ts',
      'teams/inputs.ts',
      'teams/parts.ts',
      'teams/reference.ts',
    ],
    mail: ['messages.ts', 'letter.ts', 'timeLists.ts'],
    calendar: ['ical.ts', 'holidays.ts', 'icsInstant.ts', 'readReply.ts'],
    briefings: ['compose.ts', 'briefingTime.ts'],
  }
  return pure[room]?.includes(file) ? 1 : 4
}

function readSource(folder = source): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : readSource(full)
    if (!entry.name.endsWith('.ts')) return []
    const path = relative(source, full).split(sep).join('/')
    const text = readFileSync(full, 'utf8')
    const imports: SourceFile['imports'] = []
    const packages: string[] = []
    for (const [statement, , specifier = ''] of text.matchAll(
      /(?:^|\n)(?:import|export)\s([^'"`;]*?from\s*)?'([^']+)'/g,
    )) {
      if (specifier.startsWith('.')) {
        const target = relative(source, join(dirname(full), specifier))
          .split(sep)
          .join('/')
        imports.push({ path: target, isTypeOnly: /^\s*(import|export) type\s/.test(statement) })
      } else packages.push(specifier)
    }
    for (const [, specifier = ''] of text.matchAll(/import\('([^']+)'\)/g)) {
      if (specifier.startsWith('.')) {
        imports.push({
          path: relative(source, join(dirname(full), specifier))
            .split(sep)
            .join('/'),
          isTypeOnly: false,
        })
      } else packages.push(specifier)
    }
    return [{ path, room: path.split('/')[0] ?? '', layer: layerOf(path), text, imports, packages }]
  })
}

const files = readSource()
const byPath = new Map(files.map((file) => [file.path, file]))

describe('the house', () => {
  it('has no import that points up, and no adapter that knows an adapter of another room', () => {
    const wrong: string[] = []
    for (const file of files) {
      for (const { path } of file.imports) {
        if (path.startsWith('generated/')) continue
        const target = byPath.get(path)
        if (!target) {
          wrong.push(`${file.path} imports ${path}, which is not there`)
          continue
        }
        const isUseCase = target.layer === 3 && (file.room === 'web' || file.room === 'bot') && file.layer === 4
        const isOwnRoom = target.room === file.room
        // The records pages are the built-in ATS's own pages; the web room also serves the neutral message.
        const isOwnPage = file.path.startsWith('web/records') && target.room === 'ats'
        if (target.layer > file.layer)
          wrong.push(`${file.path} (layer ${file.layer}) imports ${path} (layer ${target.layer})`)
        else if (
          target.layer === 4 &&
          file.layer === 4 &&
          !isOwnRoom &&
          !isOwnPage &&
          !(file.room === 'web' && target.room === 'bot')
        )
          wrong.push(`adapter ${file.path} imports adapter ${path}`)
        else if (target.layer === 3 && file.layer === 4 && !isUseCase)
          wrong.push(`${file.path} imports use case ${path}`)
      }
    }
    expect(wrong).toEqual([])
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(300)
  })

  it('has no import cycle at run time', () => {
    const cycles: string[] = []
    const state = new Map<string, 'open' | 'done'>()
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
        return
      }
      state.set(path, 'open')
      for (const next of byPath.get(path)?.imports ?? [])
        if (!next.isTypeOnly && byPath.has(next.path)) visit(next.path, [...trail, path])
      state.set(path, 'done')
    }
    for (const file of files) visit(file.path, [])
    expect(cycles).toEqual([])
  })

  it('imports each vendor package in one room only, Prisma and pg-boss under store/prisma only', () => {
    const homes: Readonly<Record<string, RegExp>> = {
      '@slack/bolt': /^bot\/slack/,
      botbuilder: /^bot\/teams/,
      openai: /^intents\/openai/,
      googleapis: /^calendar\/google\.ts$/,
      '@microsoft/microsoft-graph-client': /^calendar\/graph\.ts$/,
      nodemailer: /^mail\/(smtp|mime)\.ts$/,
      '@prisma/client': /^store\/prisma\//,
      '@prisma/adapter-pg': /^store\/prisma\//,
      '@electric-sql/pglite': /^store\/prisma\//,
      'pglite-prisma-adapter': /^store\/prisma\//,
      'pg-boss': /^store\/prisma\//,
      'ical-generator': /^calendar\/ical\.ts$/,
    }
    const wrong = files.flatMap((file) =>
      file.packages.flatMap((name) => {
        const home = Object.entries(homes).find(([vendor]) => name === vendor || name.startsWith(`${vendor}/`))
        return home && !home[1].test(file.path) ? [`${file.path} imports ${name}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('reads neither the clock of the machine, nor chance, nor timers in layers 0 to 3', () => {
    const wrong = files
      .filter((file) => file.layer <= 3)
      .flatMap((file) => {
        const found =
          /Date\.now\(|new Date\(\)|Math\.random\(|setTimeout\(|setInterval\(|DateTime\.(now|local|utc)\(\)|randomUUID\(/.exec(
            file.text,
          )
        return found ? [`${file.path}: ${found[0]}`] : []
      })
    expect(wrong).toEqual([])
  })

  it('has no dumping ground and no barrel', () => {
    const names = /(^|\/)(utils?|common|helpers?|lib|types|services?|index|misc)(\.ts|\/)/
    expect(files.map((file) => file.path).filter((path) => names.test(path))).toEqual([])
  })

  it('says in each use case what it takes, reads, writes, causes and refuses', () => {
    const verbs = files.filter(
      (file) =>
        file.room === 'workflow' &&
        /^workflow\/(approve|ask(Again)|cancelRequest|collect|confirm|decline|enterTimes|firstMails|handle|move(?!Effect)|nudge|openTenant|postpone|propose|readGuest|release|schedule(Interview)|set(?!tle)|show|understand|whoIs|effects|guestActions|addRecords)/.test(
          file.path,
        ),
    )
    const missing = verbs.filter(
      (file) =>
        !['// Takes:', '// Reads:', '// Writes:', '// Effects:', '// Refuses when:'].every((line) =>
          file.text.includes(line),
        ),
    )
    expect(verbs.length).toBeGreaterThan(20)
    expect(missing.map((file) => file.path)).toEqual([])
  })
})
