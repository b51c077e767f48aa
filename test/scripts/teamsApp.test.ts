import { execFileSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { buildTeamsApp, checkManifest, createManifest, drawIcon } from '../../scripts/teamsAppPackage.ts'

const wish = {
  appId: '5a0d1c3e-0000-4000-8000-00000000b07a',
  url: 'https://interviews.agency.example/',
  name: 'Parley',
}

/** Files of a zip without compression, read by its directory. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = bytes.length - 22
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50)
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50)
    const [size, nameLength] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28)]
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString()
    const start = bytes.readUInt32LE(at + 42)
    const dataAt = start + 30 + bytes.readUInt16LE(start + 26)
    files.set(name, bytes.subarray(dataAt, dataAt + size))
    at += 46 + nameLength
  }
  return files
}

describe('the app package for Teams', () => {
  test('holds a manifest that names the bot, and icons of 192 and 32 pixels', () => {
    const files = unzip(buildTeamsApp(wish))
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png'])
    const manifest = JSON.parse(files.get('manifest.json')!.toString())
    expect(manifest).toMatchObject({
      id: wish.appId,
      bots: [{ botId: wish.appId, scopes: ['personal', 'team', 'groupChat'] }],
      validDomains: ['interviews.agency.example'],
    })
    expect([files.get('color.png')!, files.get('outline.png')!].map((png) => png.readUInt32BE(16))).toEqual([192, 32])
    expect(buildTeamsApp(wish)).toEqual(buildTeamsApp(wish))
  })

  test('an outline is white on nothing, as Teams wants it', () => {
    const png = drawIcon(32, { ground: [0, 0, 0, 0], mark: [255, 255, 255, 255] })
    const length = png.readUInt32BE(33)
    const rows = inflateSync(png.subarray(41, 41 + length))
    const pixels = new Set<string>()
    for (let y = 0; y < 32; y += 1)
      for (let x = 0; x < 32; x += 1)
        pixels.add(rows.subarray(y * 129 + 1 + x * 4, y * 129 + 5 + x * 4).toString('hex'))
    expect(pixels).toEqual(new Set(['00000000', 'ffffffff']))
  })

  test('a zip program takes it', () => {
    let said: string
    try {
      said = execFileSync(
        'python3',
        [
          '-c',
          'import sys,zipfile,io; z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); print(z.testzip(), len(z.namelist()))',
        ],
        {
          input: buildTeamsApp(wish),
        },
      ).toString()
    } catch {
      return
    }
    expect(said.trim()).toBe('None 3')
  })

  test.each([
    [{ ...wish, appId: '' }, 'TEAMS_APP_ID'],
    [{ ...wish, appId: 'parley' }, 'TEAMS_APP_ID'],
    [{ ...wish, url: '' }, 'https://'],
    [{ ...wish, url: 'http://127.0.0.1:3001' }, 'https://'],
    [{ ...wish, name: 'x'.repeat(31) }, 'short name'],
  ])('is refused in one sentence: %j', (given, words) => {
    expect(checkManifest(createManifest(given))).toHaveLength(1)
    expect(() => buildTeamsApp(given)).toThrow(words)
  })
})
