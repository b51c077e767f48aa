import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { countKnownColumns } from '../../src/ats/csvColumns.ts'
import { runImport } from '../../src/ats/csvImport.ts'
import { readTable } from '../../src/ats/csvTable.ts'
import { openMemoryTestStore } from '../fakes/testStore.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const encoders = {
  'UTF-8': utf8,
  'UTF-8 with mark': (text: string) => utf8(`\uFEFF${text}`),
  'UTF-16LE': (text: string) => new Uint8Array(iconv.encode(text, 'utf-16le', { addBOM: true })),
  'Windows-1252': (text: string) => new Uint8Array(iconv.encode(text, 'win1252')),
} as const
type EncoderName = keyof typeof encoders

const separators = [',', ';', '\t'] as const
const lineBreaks = ['\n', '\r\n'] as const

function writeCell(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell
}
function writeTable(rows: readonly (readonly string[])[], separator: string, lineBreak: string): string {
  return rows.map((row) => row.map((cell) => writeCell(cell, separator)).join(separator)).join(lineBreak)
}

// Every character here exists in all four encodings.
const cellText = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019 äöüßéñçøÅ€–„“”,;\t"\n@.-&/'), maxLength: 14 })
  .map((text) => text.trim())
const tableWith = (heading: readonly string[]) =>
  fc.array(
    fc
      .array(cellText, { minLength: heading.length, maxLength: heading.length })
      .filter((row) => row.some((cell) => cell !== '')),
    { maxLength: 12 },
  )

describe('a written table', () => {
  const heading = ['Vorname', 'Nachname', 'E-Mail', 'Stelle', 'Kunde']
  for (const name of Object.keys(encoders) as EncoderName[]) {
    test(`comes back cell by cell from ${name}, with comma, semicolon and tab`, () => {
      fc.assert(
        fc.property(
          tableWith(heading),
          fc.constantFrom(...separators),
          fc.constantFrom(...lineBreaks),
          (rows, separator, lineBreak) => {
            // An umlaut in the last row makes Windows-1252 visible to a reader that would take it for UTF-8.
            const all = [heading, ...rows, ['Jörg', 'Groß', 'j@example.example', '', '']]
            const table = readTable(encoders[name](writeTable(all, separator, lineBreak)), countKnownColumns)
            expect(table.separator).toBe(separator)
            expect(table.encoding).toBe(name === 'UTF-8 with mark' ? 'UTF-8' : name)
            expect(table.heading).toEqual(heading)
            expect(table.bad).toEqual([])
            const clean = all.slice(1).map((row) => row.map((cell) => cell.trim()))
            expect(table.rows.map((row) => row.cells)).toEqual(clean)
          },
        ),
      )
    })
  }

  test('keeps the line numbers of the file across cells with line breaks and empty lines', () => {
    const table = readTable(utf8('Name,Email\n\n"A\nB",a@b.example\nC,c@d.example\n'), countKnownColumns)
    expect(table.rows.map((row) => row.line)).toEqual([3, 5])
  })

  test('follows the separator a first line "sep=;" names and counts that line', () => {
    const table = readTable(utf8('sep=;\r\nName;Email\r\nAnna;a@b.example\r\n'), countKnownColumns)
    expect(table.separator).toBe(';')
    expect(table.rows).toEqual([{ line: 3, cells: ['Anna', 'a@b.example'] }])
  })

  test.each([
    ['an Excel workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /Excel workbook/],
    ['a picture', new Uint8Array([0x89, 0x50, 0, 0, 0, 13]), /not a text file/],
    ['nothing', new Uint8Array(), /empty/],
    ['blank lines', utf8('\n \n\n'), /empty/],
    ['21 MB', new Uint8Array(21 * 1024 * 1024), /larger than 20 MB/],
  ])('that is %s is refused with one sentence', (_, bytes, sentence) => {
    expect(() => readTable(bytes, countKnownColumns)).toThrow(sentence)
  })

  test('any bytes at all are read or refused with a sentence, never worse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readTable(bytes, countKnownColumns)
        } catch (error) {
          expect(error).toMatchObject({ code: 'badInput', field: 'file' })
        }
      }),
    )
  })
})

async function openImport() {
  const { store, clock, ids, tenantId } = await openMemoryTestStore()
  return {
    importText: (text: string, kind: 'candidates' | 'contacts' | 'jobs' | null = null) =>
      runImport(store, tenantId, utf8(text), { clock, ids, kind }),
    read: <T>(work: Parameters<typeof store.inTenant<T>>[1]) => store.inTenant(tenantId, work),
    clock,
  }
}

describe('an import', () => {
  const candidates =
    'First name,Last name,Email,Phone,Job,Client,Stage\n' +
    'Jane,Whitfield,jane@mail.example,+44 20 7946 0001,Backend Engineer,Acme,Submitted\n' +
    'Bruno,Costa,bruno@mail.example,,Backend Engineer,ACME,CV sent\n'

  test('of candidates adds people, their job, client and stage, and keeps the own label of a stage', async () => {
    const { importText, read } = await openImport()
    const report = await importText(candidates)
    expect(report).toMatchObject({ kind: 'candidates', addedCount: 2, updatedCount: 0, bad: [] })
    expect(report.alsoAdded).toEqual({ clientCount: 1, jobCount: 1 })
    const applications = await read((tx) => tx.find('atsApplications', { orderBy: [['originalStatus', 'asc']] }))
    expect(applications.map((row) => [row.status, row.originalStatus])).toEqual([
      ['submitted', 'CV sent'],
      ['submitted', 'Submitted'],
    ])
  })

  test('again changes nothing, and with a new stage and phone updates the same 2 records', async () => {
    const { importText, read, clock } = await openImport()
    await importText(candidates)
    clock.moveBy(60_000)
    expect(await importText(candidates)).toMatchObject({ addedCount: 0, updatedCount: 0, unchangedCount: 2 })
    const changed = candidates
      .replace('Submitted', 'Interview')
      .replace('bruno@mail.example,,', 'BRUNO@mail.example,+351 1,')
    expect(await importText(changed)).toMatchObject({ addedCount: 0, updatedCount: 2, unchangedCount: 0 })
    expect(await read((tx) => tx.count('atsCandidates'))).toBe(2)
    expect(await read((tx) => tx.count('atsApplications'))).toBe(2)
    expect(await read((tx) => tx.count('atsApplications', { status: 'interview' }))).toBe(1)
  })

  test('never erases with an empty cell and never moves an application without a stage', async () => {
    const { importText, read } = await openImport()
    await importText(candidates)
    await importText(
      'Email,Name,Job,Client,Phone\njane@mail.example,Jane Whitfield,Backend Engineer,Acme,\n',
      'candidates',
    )
    const [jane] = await read((tx) => tx.find('atsCandidates', { where: { firstName: 'Jane' } }))
    expect(jane?.phones).toEqual(['+44 20 7946 0001'])
    expect(await read((tx) => tx.count('atsApplications', { status: 'submitted' }))).toBe(2)
  })

  test('takes the good rows and lists 5 bad ones with line and reason', async () => {
    const { importText, read } = await openImport()
    const report = await importText(
      [
        'Vorname;Nachname;E-Mail;Stelle;Kunde;Phase;Zeitzone',
        'Jörg;Groß;joerg@mail.example;Pflegekraft;Klinik Nord;Beworben;Europe/Berlin',
        'Ohne;Mail;;Pflegekraft;Klinik Nord;Beworben;',
        'Kaputte;Mail;kein-at;Pflegekraft;Klinik Nord;Beworben;',
        'Falsche;Phase;p@mail.example;Neue Stelle;Neuer Kunde;Mond;',
        'Falsche;Zone;z@mail.example;Pflegekraft;Klinik Nord;Beworben;Mars/Olympus',
        'Zu;viel;v@mail.example;Pflegekraft;Klinik Nord;Beworben;;noch eins',
        'Łucja;Nowak;lucja@mail.example;Pflegekraft;Klinik Nord;Erstgespräch;',
      ].join('\r\n'),
    )
    expect(report).toMatchObject({ kind: 'candidates', separator: ';', addedCount: 2, rowCount: 7 })
    expect(report.bad.map((row) => row.line)).toEqual([3, 4, 5, 6, 7])
    for (const row of report.bad) expect(row.reason.length).toBeGreaterThan(10)
    // The row with the unknown stage named a job and a client that are not left behind.
    expect(await read((tx) => tx.count('atsJobs'))).toBe(1)
    expect(await read((tx) => tx.count('atsClients'))).toBe(1)
  })

  test('with one person twice adds one candidate with 2 applications', async () => {
    const { importText, read } = await openImport()
    await importText(`${candidates}Jane,Whitfield,JANE@mail.example,,Data Engineer,Acme,Applied\n`)
    expect(await read((tx) => tx.count('atsCandidates', { firstName: 'Jane' }))).toBe(1)
    expect(await read((tx) => tx.count('atsApplications'))).toBe(3)
  })

  test('of contacts knows them by client and e-mail', async () => {
    const { importText, read } = await openImport()
    const contacts =
      'Company,Name,E-mail,Position\nAcme,Marta Lindqvist,marta@acme.example,CTO\nGlobex,Marta Lindqvist,marta@acme.example,Board\n'
    expect(await importText(contacts)).toMatchObject({ kind: 'contacts', addedCount: 2, alsoAdded: { clientCount: 2 } })
    expect(await importText(contacts.replace('CTO', 'CEO'))).toMatchObject({ updatedCount: 1, unchangedCount: 1 })
    expect(await read((tx) => tx.count('atsContacts'))).toBe(2)
  })

  test('of jobs knows them by client and title and reads their status', async () => {
    const { importText, read } = await openImport()
    const jobs = 'Job title\tClient\tStatus\nBackend Engineer\tAcme\tOpen\nBackend Engineer\tGlobex\tPausiert\n'
    expect(await importText(jobs)).toMatchObject({ kind: 'jobs', addedCount: 2, separator: '\t' })
    expect(await importText(jobs.replace('Open', 'Filled'))).toMatchObject({ addedCount: 0, updatedCount: 1 })
    const rows = await read((tx) => tx.find('atsJobs', { orderBy: [['status', 'asc']] }))
    expect(rows.map((job) => job.status)).toEqual(['closed', 'onHold'])
    expect(await read((tx) => tx.count('atsStages'))).toBe(16)
  })

  test.each([
    [
      'Foo,Bar\n1,2\n',
      null,
      /columns "First name", "Last name" and "E-mail" are missing|column "Job title" is missing/,
    ],
    ['Name,Job\nJane,Backend\n', 'candidates', /the column "E-mail" is missing; the file has "Name" and "Job"/],
    ['Name,Email\nJane,j@x.example\n', 'contacts', /the column "Client" is missing/],
    ['Client,Status\nAcme,Open\n', 'jobs', /the column "Job title" is missing/],
  ] as const)(
    'of a file with wrong columns says in one sentence which are missing: %s',
    async (text, kind, sentence) => {
      const { importText, read } = await openImport()
      await expect(importText(text, kind)).rejects.toThrow(sentence)
      expect(await read((tx) => tx.count('atsCandidates'))).toBe(0)
    },
  )

  test('in portions of 500 loses no row of 1,203', async () => {
    const { importText, read } = await openImport()
    const rows = Array.from(
      { length: 1203 },
      (_, at) => `Ada${at},Byron,ada${at}@mail.example,Analyst ${at % 7},Engines Ltd,Screening`,
    )
    const text = `First name,Last name,Email,Job,Client,Stage\n${rows.join('\n')}\n`
    expect(await importText(text)).toMatchObject({
      addedCount: 1203,
      bad: [],
      alsoAdded: { clientCount: 1, jobCount: 7 },
    })
    expect(await importText(text)).toMatchObject({ addedCount: 0, unchangedCount: 1203 })
    expect(await read((tx) => tx.count('atsApplications'))).toBe(1203)
  })
})
