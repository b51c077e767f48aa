// The app package of Microsoft Teams: manifest, two icons drawn here, and a zip without compression (APPNOTE.TXT 4.3).
import { crc32, deflateSync } from 'node:zlib'

const manifestVersion = '1.19'
const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

export interface TeamsAppWish {
  appId: string
  /** Where Parley is reached from outside; https. */
  url: string
  name: string
}

/**
 * The zip with manifest.json, color.png and outline.png. Throws one Error with a sentence when the id or the address is not usable.
 */
export function buildTeamsApp({ appId, url, name }: TeamsAppWish): Buffer {
  const manifest = createManifest({ appId, url, name })
  const faults = checkManifest(manifest)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return zip([
    ['manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)],
    ['color.png', drawIcon(192, { ground: [91, 95, 199, 255], mark: [255, 255, 255, 255] })],
    ['outline.png', drawIcon(32, { ground: [0, 0, 0, 0], mark: [255, 255, 255, 255] })],
  ])
}

export type TeamsManifest = ReturnType<typeof createManifest>

export function createManifest({ appId, url, name }: TeamsAppWish) {
  const site = url.replace(/\/+$/, '')
  const commands: [title: string, description: string][] = [
    ['schedule', 'Schedule an interview: schedule Jane with Acme for the Backend role'],
    ['status', 'What is open and whom it waits for'],
    ['today', 'The interviews of today'],
    ['who is', 'What the records say of somebody'],
    ['help', 'What can be said'],
  ]
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version: '1.0.0',
    id: appId,
    developer: {
      name: 'Parley',
      websiteUrl: site,
      privacyUrl: `${site}/privacy`,
      termsOfUseUrl: `${site}/terms`,
    },
    name: { short: name, full: `${name}, interview scheduling` },
    description: {
      short: 'Arranges interviews from the chat.',
      full: 'Tell Parley who is to meet whom. It asks everybody for times, finds one that suits all, has it approved, sends the invitations and writes the record.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#5B5FC7',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: ['personal', 'team', 'groupChat'],
            commands: commands.map(([title, description]) => ({ title, description })),
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: site === '' ? [] : [hostOf(site)],
  }
}

function hostOf(site: string): string {
  return URL.parse(site)?.host ?? ''
}

/** What Teams would refuse, as sentences; the limits are those of the manifest's schema. */
export function checkManifest(manifest: TeamsManifest): string[] {
  const faults: string[] = []
  const say = (isWrong: boolean, sentence: string) => {
    if (isWrong) faults.push(sentence)
  }
  say(!guid.test(manifest.id), 'TEAMS_APP_ID (or --id) must be the application id of the app in Microsoft Entra.')
  say(
    manifest.bots.some((bot) => bot.botId !== manifest.id),
    'The bot must have the id of the app.',
  )
  const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer
  for (const address of [websiteUrl, privacyUrl, termsOfUseUrl])
    if (URL.parse(address)?.protocol !== 'https:') {
      faults.push('PARLEY_PUBLIC_URL (or --url) must be an address that begins with https://.')
      break
    }
  const limits: [string, string, number][] = [
    ['The short name', manifest.name.short, 30],
    ['The full name', manifest.name.full, 100],
    ['The short description', manifest.description.short, 80],
    ['The full description', manifest.description.full, 4_000],
  ]
  for (const [what, text, max] of limits)
    say(text.length === 0 || text.length > max, `${what} must have 1 to ${max} characters.`)
  const lists = manifest.bots.flatMap((bot) => bot.commandLists)
  say(
    lists.some(({ commands }) => commands.length > 10),
    'A list holds at most 10 commands.',
  )
  for (const { title, description } of lists.flatMap(({ commands }) => commands))
    say(title.length > 32 || description.length > 128, `The command “${title}” is too long.`)
  say(manifest.validDomains.length > 16, 'At most 16 domains.')
  return faults
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

/** A square with two speech bubbles, as a PNG (RFC 2083): eight bits a channel, one chunk of pixels. */
export function drawIcon(size: number, { ground, mark }: { ground: Pixel; mark: Pixel }): Buffer {
  const rows: Buffer[] = []
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(1 + size * 4)
    for (let x = 0; x < size; x += 1) row.set(isMark((x + 0.5) / size, (y + 0.5) / size) ? mark : ground, 1 + x * 4)
    rows.push(row)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** One bubble upper left with its tail, an outlined one lower right. */
function isMark(x: number, y: number): boolean {
  const first = isBox(x, y, 0.16, 0.2, 0.46, 0.32) || (x > 0.24 && x < 0.38 && y >= 0.5 && y < 0.64 - (x - 0.24))
  const outer = isBox(x, y, 0.42, 0.46, 0.42, 0.3) || (x > 0.66 && x < 0.78 && y >= 0.74 && y < 0.74 + (x - 0.66))
  const inner = isBox(x, y, 0.48, 0.52, 0.3, 0.18)
  const gap = isBox(x, y, 0.37, 0.41, 0.52, 0.4)
  return (first && !gap) || (outer && !inner)
}

function isBox(x: number, y: number, left: number, top: number, width: number, height: number): boolean {
  return x >= left && x < left + width && y >= top && y < top + height
}

function chunk(type: string, data: Buffer): Buffer {
  const name = Buffer.from(type, 'latin1')
  const out = Buffer.alloc(12 + data.length)
  out.writeUInt32BE(data.length, 0)
  name.copy(out, 4)
  data.copy(out, 8)
  out.writeUInt32BE(crc32(Buffer.concat([name, data])), 8 + data.length)
  return out
}

/** Files as they are, each with its check sum; the same files give the same bytes. */
function zip(files: readonly [name: string, data: Buffer][]): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, data] of files) {
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    // Version 2.0, no flags, stored, 1 January 1980.
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(title.length, 22)
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), common, title, data)
    const entry = Buffer.alloc(46)
    entry.set([0x50, 0x4b, 1, 2, 20, 0], 0)
    common.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    entries.push(Buffer.concat([entry, title]))
    offset += 30 + title.length + data.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.set([0x50, 0x4b, 5, 6], 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}
