import { beforeAll, describe, expect, test } from 'vitest'
import { openTestStore } from '../fakes/testStore.ts'
import { decodeHtml, openRecords, readForms } from './recordsHarness.ts'

type Records = Awaited<ReturnType<typeof openRecords>>

async function textOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).text()
}
/** Sends a form that may name a field several times. */
async function send(records: Records, path: string, fields: readonly (readonly [string, string])[]): Promise<Response> {
  return records.app.request(`http://127.0.0.1:4711${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
    headers: {
      host: '127.0.0.1:4711',
      cookie: records.cookie,
      origin: 'http://127.0.0.1:4711',
      'sec-fetch-site': 'same-origin',
    },
  })
}

describe('looking', () => {
  let records: Records
  let pages: Map<string, string>

  // Every page that links lead to, from the overview on.
  beforeAll(async () => {
    records = await openRecords()
    pages = new Map()
    const waiting = ['/records']
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (pages.has(path)) continue
      const response = await records.get(path)
      expect(response.status, path).toBe(200)
      const page = await response.text()
      pages.set(path, page)
      for (const [, href = ''] of page.matchAll(/href="(\/records[^"#]*)/g)) {
        const next = decodeHtml(href)
        if (!pages.has(next) && !next.endsWith('.css')) waiting.push(next)
      }
    }
  })

  test('reaches over 150 pages, each with one heading, a title and no inline style or script', () => {
    expect(pages.size).toBeGreaterThan(150)
    for (const [path, page] of pages) {
      expect(page.match(/<h1/g), path).toHaveLength(1)
      expect(page, path).toMatch(/<title>[^<]+<\/title>/)
      expect(page, path).not.toMatch(/ style=|<style|javascript:|<script(?! src=)/)
      const identifiers = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
      expect(new Set(identifiers).size, path).toBe(identifiers.length)
    }
  })

  test('and asking with GET, HEAD and OPTIONS changes no row', async () => {
    const before = await records.dumpRecords()
    for (const path of pages.keys())
      for (const method of ['GET', 'HEAD', 'OPTIONS'])
        await records.app.request(`http://127.0.0.1:4711${path}`, {
          method,
          headers: { host: '127.0.0.1:4711', cookie: records.cookie },
        })
    expect(await records.dumpRecords()).toBe(before)
  })

  test('and sending every form back untouched changes no row', async () => {
    const before = await records.dumpRecords()
    let count = 0
    for (const page of pages.values())
      for (const form of readForms(page)) {
        if (form.method !== 'post' || !form.action.startsWith('/records')) continue
        const response = await send(records, form.action, form.fields)
        expect([303, 422], form.action).toContain(response.status)
        count += 1
      }
    expect(count).toBeGreaterThan(100)
    expect(await records.dumpRecords()).toBe(before)
  })

  test('at another tenant finds nothing', async () => {
    const other = await records.store.createTenant()
    const id = await records.store.inTenant(other, async (tx) => {
      const base = { isSample: false, createdAt: records.clock.now(), updatedAt: records.clock.now() }
      return (
        await tx.insert('atsClients', { ...base, id: 'client_other', name: 'Hidden Ltd', country: null, notes: null })
      ).id
    })
    expect((await records.get(`/records/clients/${id}`)).status).toBe(404)
    expect((await records.get(`/records/clients/${id}/edit`)).status).toBe(404)
    expect(await textOf(records.get('/records/clients?q=Hidden'))).not.toContain('Hidden Ltd')
  })

  test('labels sample records and shows 25 of 25 candidates with their stages', async () => {
    const page = pages.get('/records/candidates') ?? ''
    expect(page.match(/tag-sample/g)).toHaveLength(25)
    expect(page).toContain('25 candidates')
    expect(page).toContain('Backend Engineer: Submitted')
  })

  test.each([
    ['candidates', 'whitfield', 'Jane Whitfield'],
    ['candidates', 'jane okafor', 'Jane Okafor'],
    ['candidates', 'elif yildiz', 'Elif Yıldız'],
    ['candidates', 'rhys.morgan@mail', 'Rhys Morgan'],
    ['contacts', 'ines', 'Inês Carvalho'],
    ['jobs', 'backend', 'Backend Engineer'],
    ['clients', 'LUMEN', 'Lumen Health'],
    ['users', 'priya', 'Priya Raman'],
    ['applications', 'grace', 'Grace Kim'],
  ])('finds in %s by "%s" exactly %s', async (room, query, title) => {
    const page = await textOf(records.get(`/records/${room}?q=${encodeURIComponent(query)}`))
    const titles = [...page.matchAll(/class="row-title"[^>]*>([^<]*)/g)].map((match) => match[1])
    expect(titles).toEqual([title])
    expect(page).toContain(`value="${query}"`)
  })
})

describe('on the embedded database', () => {
  test('lists, finds without accents, edits and moves the same way', async () => {
    const records = await openRecords(openTestStore)
    expect(await textOf(records.get('/records'))).toContain('<strong>23</strong>')
    for (const room of ['candidates', 'applications', 'jobs', 'clients', 'contacts', 'users', 'interviews'])
      expect((await records.get(`/records/${room}`)).status, room).toBe(200)
    const found = await textOf(records.get('/records/candidates?q=krol+mateusz'))
    expect([...found.matchAll(/class="row-title"[^>]*>([^<]*)/g)].map((match) => match[1])).toEqual(['Mateusz Król'])
    const before = await records.dumpRecords()
    const path = `/records/candidates/${records.jane.candidateId}/edit`
    const form = readForms(await textOf(records.get(path))).find((entry) => entry.method === 'post')
    expect((await send(records, path, form?.fields ?? [])).headers.get('location')).toContain('done=same')
    expect(await records.dumpRecords()).toBe(before)
    const fields = (form?.fields ?? []).map(([name, value]): [string, string] => [
      name,
      name === 'title' ? 'Staff Engineer' : value,
    ])
    expect((await send(records, path, fields)).headers.get('location')).toContain('done=saved')
    expect(await textOf(records.get(`/records/candidates/${records.jane.candidateId}`))).toContain('Staff Engineer')
    expect((await records.post('/records/sample', { confirm: 'yes' })).status).toBe(200)
    expect(await records.read((tx) => tx.count('atsCandidates'))).toBe(1)
    await records.store.close()
  })
})

describe('a form with bad input', () => {
  const long = 'x'.repeat(300)
  const cases: [path: string, fields: [string, string][], wrong: string[]][] = [
    [
      'candidates/new',
      [
        ['firstName', ''],
        ['lastName', 'Kept'],
        ['emails', 'no-at'],
        ['phones', 'abc'],
        ['zone', 'Mars/X'],
        ['country', 'Germany'],
        ['notes', 'keep <me>'],
      ],
      ['firstName', 'emails', 'phones', 'zone', 'country'],
    ],
    [
      'candidates/new',
      [
        ['firstName', long],
        ['emails', 'jane.whitfield@mail.example'],
      ],
      ['firstName'],
    ],
    [
      'candidates/new',
      [
        ['firstName', 'Jane'],
        ['emails', 'JANE.whitfield@mail.example'],
      ],
      ['emails'],
    ],
    [
      'clients/new',
      [
        ['name', ''],
        ['country', 'ZZZ'],
        ['notes', 'kept'],
      ],
      ['name', 'country'],
    ],
    ['clients/new', [['name', 'ACME robotics']], ['name']],
    [
      'contacts/new',
      [
        ['name', 'Kept Name'],
        ['clientId', 'none'],
        ['email', 'a@b'],
        ['phone', '1'],
      ],
      ['clientId', 'email', 'phone'],
    ],
    [
      'jobs/new',
      [
        ['title', ''],
        ['status', 'maybe'],
        ['description', 'kept\nlines'],
        ['interviewerIds', 'nobody'],
      ],
      ['title', 'status', 'interviewerIds'],
    ],
    [
      'users/new',
      [
        ['name', 'Kept'],
        ['email', 'nope'],
        ['role', 'boss'],
      ],
      ['email', 'role'],
    ],
    [
      'users/new',
      [
        ['name', 'Kept'],
        ['email', 'priya.raman@agency.example'],
        ['role', 'recruiter'],
      ],
      ['email'],
    ],
  ]

  test.each(cases)(
    'at %s keeps what was typed, names the field and writes nothing: %j',
    async (path, fields, wrong) => {
      const records = await openRecords()
      const before = await records.dumpRecords()
      const response = await send(records, `/records/${path}`, fields)
      expect(response.status).toBe(422)
      const page = await response.text()
      for (const name of wrong) {
        expect(page).toContain(`href="#field-${name}"`)
        expect(page).toContain(`id="field-${name}-error"`)
        expect(page).toMatch(new RegExp(`id="field-${name}"[^>]*(aria-describedby="[^"]*field-${name}-error)`))
      }
      expect(page.match(/class="field-error"/g)).toHaveLength(wrong.length)
      const shown = new Map(
        readForms(page).find((form) => form.method === 'post' && form.action.includes(path))?.fields,
      )
      for (const [name, value] of fields) {
        // A choice that is not on the list cannot be shown; everything that is typed is.
        const isChoice = ['clientId', 'status', 'role', 'interviewerIds'].includes(name)
        if (!isChoice) expect(shown.get(name)).toBe(value)
      }
      expect(await records.dumpRecords()).toBe(before)
    },
  )

  test('to link a document refuses an address that would run something, and keeps it', async () => {
    const records = await openRecords()
    const path = `/records/candidates/${records.jane.candidateId}/attachments/new`
    const response = await send(records, path, [
      ['kind', 'resume'],
      ['name', 'CV'],
      ['url', 'javascript:alert(1)'],
    ])
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('value="javascript:alert(1)"')
    expect(page).not.toContain('href="javascript')
  })

  test('of stages keeps all names and says which is empty or doubled', async () => {
    const records = await openRecords()
    const path = `/records/jobs/${records.jane.jobId}/stages`
    const form = readForms(await textOf(records.get(path))).find((entry) => entry.method === 'post')
    const fields = (form?.fields ?? []).map(([name, value]): [string, string] => [
      name,
      value === 'Offer' ? 'Interview' : value === 'Hired' ? '' : value === '2' ? 'two' : value,
    ])
    const response = await send(records, path, fields)
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('Two stages are called Interview.')
    expect(page).toContain('Enter a name for this stage.')
    expect(page).toContain('Enter the position as a whole number.')
    expect(page).toContain('value="two"')
  })

  test('of 300 KB is refused with 413 and changes nothing', async () => {
    const records = await openRecords()
    const before = await records.dumpRecords()
    const response = await send(records, '/records/clients/new', [
      ['name', 'A'],
      ['notes', 'x'.repeat(300_000)],
    ])
    expect(response.status).toBe(413)
    expect(await records.dumpRecords()).toBe(before)
  })

  test('sent from another site is refused with 403', async () => {
    const records = await openRecords()
    const response = await records.post(
      '/records/clients/new',
      { name: 'Evil' },
      { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
    )
    expect(response.status).toBe(403)
    expect(await records.read((tx) => tx.count('atsClients', { name: 'Evil' }))).toBe(0)
  })
})

describe('adding and editing', () => {
  test('adds one of each kind and shows it', async () => {
    const records = await openRecords()
    const added = async (path: string, fields: [string, string][]) => {
      const response = await send(records, `/records/${path}/new`, fields)
      expect(response.status).toBe(303)
      const location = response.headers.get('location') ?? ''
      expect((await records.get(location)).status).toBe(200)
      return location.replace(/.*\/([^/?]+)\?.*/, '$1')
    }
    const clientId = await added('clients', [
      ['name', 'Quarry & Sons'],
      ['country', 'gb'],
    ])
    await added('contacts', [
      ['name', 'Ida Holm'],
      ['clientId', clientId],
      ['email', 'Ida@Quarry.example'],
      ['zone', 'Europe/Oslo'],
    ])
    const jobId = await added('jobs', [
      ['title', 'Site Engineer'],
      ['clientId', clientId],
      ['status', 'open'],
      ['originalStatus', ''],
    ])
    const candidateId = await added('candidates', [
      ['firstName', 'Pál'],
      ['lastName', 'Berg'],
      ['emails', 'pal@mail.example\npal.berg@work.example'],
      ['phones', '+44 20 7946 0199'],
    ])
    await added('users', [
      ['name', 'New Hand'],
      ['email', 'new@agency.example'],
      ['role', 'interviewer'],
    ])
    await added(`candidates/${candidateId}/applications`, [['jobId', jobId]])
    const documentForm = await send(records, `/records/candidates/${candidateId}/attachments/new`, [
      ['kind', 'resume'],
      ['name', 'CV'],
      ['url', 'https://files.example/cv.pdf'],
    ])
    expect(documentForm.status).toBe(303)
    const { matches } = await records.ats.findApplications(records.tenantId, {
      candidate: 'Pal',
      client: 'Ida',
      job: 'Site',
    })
    expect(matches).toMatchObject([{ candidateId, jobId, clientName: 'Quarry & Sons', stageLabel: 'Applied' }])
    expect(await records.read((tx) => tx.get('atsCandidates', candidateId))).toMatchObject({
      emails: ['pal@mail.example', 'pal.berg@work.example'],
      isSample: false,
    })
    expect(await records.read((tx) => tx.get('atsClients', clientId))).toMatchObject({ country: 'GB' })
  })

  test('makes an edited sample record a real one and shows hostile text as text', async () => {
    const records = await openRecords()
    const id = records.jane.candidateId
    const path = `/records/candidates/${id}/edit`
    const form = readForms(await textOf(records.get(path))).find((entry) => entry.method === 'post')
    const hostile = '<img src=x onerror=alert(1)>"\'&'
    const fields = (form?.fields ?? []).map(([name, value]): [string, string] => [
      name,
      name === 'company' ? hostile : value,
    ])
    expect((await send(records, path, fields)).status).toBe(303)
    expect(await records.read((tx) => tx.get('atsCandidates', id))).toMatchObject({
      company: hostile,
      isSample: false,
      lastName: 'Whitfield',
    })
    const page = await textOf(records.get(`/records/candidates/${id}`))
    expect(page).not.toContain('<img')
    expect(decodeHtml(page)).toContain(hostile)
  })

  test('asks before it overwrites what somebody saved meanwhile, and keeps both until then', async () => {
    const records = await openRecords()
    const id = records.jane.candidateId
    const path = `/records/candidates/${id}/edit`
    const form = readForms(await textOf(records.get(path))).find((entry) => entry.method === 'post')
    const withCompany = (fields: [string, string][], company: string) =>
      fields.map(([name, value]): [string, string] => [name, name === 'company' ? company : value])
    records.clock.moveBy(60_000)
    expect((await send(records, path, withCompany(form?.fields ?? [], 'First'))).status).toBe(303)
    const second = await send(records, path, withCompany(form?.fields ?? [], 'Second'))
    expect(second.status).toBe(409)
    expect(await records.read((tx) => tx.get('atsCandidates', id))).toMatchObject({ company: 'First' })
    const again = readForms(await second.text()).find((entry) => entry.method === 'post')
    expect((await send(records, path, again?.fields ?? [])).status).toBe(303)
    expect(await records.read((tx) => tx.get('atsCandidates', id))).toMatchObject({ company: 'Second' })
  })

  test('moves an application by hand, says who did it, and refuses a move from a stage that is no longer true', async () => {
    const records = await openRecords()
    const { applicationId, jobId } = records.jane
    const stages = await records.read((tx) => tx.find('atsStages', { where: { jobId }, orderBy: [['ordinal', 'asc']] }))
    const stageId = (label: string) => stages.find((stage) => stage.label === label)?.id ?? ''
    const path = `/records/applications/${applicationId}`
    const move = (to: string) =>
      send(records, path, [
        ['seen', stageId('Submitted')],
        ['stageId', stageId(to)],
        ['ownerId', ''],
      ])
    expect((await move('Screening')).status).toBe(303)
    expect(await records.read((tx) => tx.get('atsApplications', applicationId))).toMatchObject({
      status: 'screening',
      originalStatus: 'Screening',
    })
    expect(await textOf(records.get(path))).toContain('Ruth Lane moved this from Submitted to Screening.')
    const late = await move('Offer')
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Somebody moved this to Screening meanwhile.')
    expect(await records.read((tx) => tx.get('atsApplications', applicationId))).toMatchObject({ status: 'screening' })
  })

  test('renames, reorders and adds stages, and takes the applications along', async () => {
    const records = await openRecords()
    const { applicationId, jobId } = records.jane
    const path = `/records/jobs/${jobId}/stages`
    const page = await textOf(records.get(path))
    const form = readForms(page).find((entry) => entry.method === 'post')
    const fields = new Map(form?.fields)
    const keyOf = (label: string) =>
      [...fields].find(([name, value]) => name.startsWith('label-') && value === label)?.[0].slice(6) ?? ''
    fields.set(`position-${keyOf('Offer')}`, '3')
    fields.set(`label-${keyOf('Submitted')}`, 'CV sent')
    fields.set('label-new', 'Trial day')
    fields.set('position-new', '5')
    expect((await send(records, path, [...fields])).status).toBe(303)
    const stages = await records.read((tx) => tx.find('atsStages', { where: { jobId }, orderBy: [['ordinal', 'asc']] }))
    expect(stages.map((stage) => stage.label)).toEqual([
      'Applied',
      'CV sent',
      'Offer',
      'Screening',
      'Trial day',
      'Interview',
      'Final interview',
      'Hired',
      'Rejected',
    ])
    expect(stages.map((stage) => stage.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await records.read((tx) => tx.get('atsApplications', applicationId))).toMatchObject({
      originalStatus: 'CV sent',
      status: 'submitted',
    })
  })
})

describe('files and sample data', () => {
  async function upload(records: Records, content: string | null, kind = ''): Promise<Response> {
    const body = new FormData()
    body.set('kind', kind)
    if (content !== null) body.set('file', new File([content], 'people.csv', { type: 'text/csv' }))
    return records.app.request('http://127.0.0.1:4711/records/import', {
      method: 'POST',
      body,
      headers: {
        host: '127.0.0.1:4711',
        cookie: records.cookie,
        origin: 'http://127.0.0.1:4711',
        'sec-fetch-site': 'same-origin',
      },
    })
  }

  test('an imported file says how many rows were added and lists the bad one with its line', async () => {
    const records = await openRecords()
    const response = await upload(
      records,
      'Name;E-Mail;Stelle;Kunde\nAda Byron;ada@mail.example;Weberin;Mühle\nOhne;;Weberin;Mühle\n',
    )
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('<strong>1</strong> <span>added</span>')
    expect(page).toContain('<td>3</td><td>The e-mail address is missing.</td>')
    expect(await records.read((tx) => tx.count('atsCandidates', { firstName: 'Ada' }))).toBe(1)
  })

  test('no file and wrong columns are field errors, and the chosen kind stays chosen', async () => {
    const records = await openRecords()
    const none = await upload(records, null, 'contacts')
    expect(none.status).toBe(422)
    const page = await none.text()
    expect(page).toContain('id="field-file-error"')
    expect(page).toContain('<option value="contacts" selected>')
    const wrong = await upload(records, 'Name,Email\nA,a@b.example\n', 'contacts')
    expect(wrong.status).toBe(422)
    expect(decodeHtml(await wrong.text())).toContain('the column "Client" is missing')
  })

  test('sample data goes only with the box ticked', async () => {
    const records = await openRecords()
    const unticked = await records.post('/records/sample', {})
    expect(unticked.status).toBe(422)
    expect(await records.read((tx) => tx.count('atsCandidates'))).toBe(25)
    expect((await records.post('/records/sample', { confirm: 'yes' })).status).toBe(200)
    expect(await records.read((tx) => tx.count('atsCandidates'))).toBe(0)
    expect(await textOf(records.get('/records'))).not.toContain('sample data')
  })

  test('a list of 120 is shown in 3 pages of 50, 50 and 20', async () => {
    const records = await openRecords()
    await records.post('/records/sample', { confirm: 'yes' })
    const rows = Array.from({ length: 120 }, (_, at) => `Ada,Byron${at},ada${at}@mail.example`)
    await upload(records, `First name,Last name,Email\n${rows.join('\n')}\n`)
    const titles = async (page: number) =>
      [
        ...(await textOf(records.get(`/records/candidates?page=${page}`))).matchAll(/class="row-title"[^>]*>([^<]*)/g),
      ].map((match) => match[1])
    const pages = [await titles(1), await titles(2), await titles(3)]
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20])
    expect(new Set(pages.flat()).size).toBe(120)
  })
})
