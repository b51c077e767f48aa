import { describe, expect, it } from 'vitest'
import { openSealer } from '../../src/store/seal.ts'
import { connectAts } from '../../src/workflow/connectAts.ts'
import { goodKey, refusal } from '../fakes/paperAts.ts'
import { goodForm, openConnections } from './connectionsHarness.ts'
import { decodeHtml, readForms } from './recordsHarness.ts'

const origin = 'http://127.0.0.1:4711'
const wrongKey = 'a-wrong-key-0815'

describe('the list of integrations', () => {
  it('leads to the directory while nothing is connected, and to CSV files', async () => {
    const page = await (await openConnections()).page('/integrations')
    expect(page).toContain('No applicant tracking system is connected')
    expect(page).toContain('href="/integrations/add"')
    expect(page).toContain('href="/records/import"')
  })

  it('shows name, scope, state in a word, records, how soon somebody new appears, and what it does and does not', async () => {
    const house = await openConnections()
    await house.connect()
    const at = new Date(house.test.clock.now().getTime() - 3 * 60_000)
    await house.change({ state: 'connected', counts: { candidates: 1200, jobs: 1 }, lastSyncedAt: at })
    const page = decodeHtml(await house.page('/integrations'))
    for (const words of [
      'Paper (Berlin)',
      'Paper ATS, for the whole organisation',
      '>Connected<',
      '3 minutes ago',
      '1,200 candidates, 1 job',
      'within 2 minutes as a rule, 15 minutes at worst, at once where its web hooks are set up',
      'Reads people & jobs, <writes> interviews.',
      'It brews no coffee.',
      'all 2 parts work',
    ])
      expect(page).toContain(words)
  })

  it('says each of the 4 states in words, beside its colour', async () => {
    const house = await openConnections()
    await house.connect()
    const words = {
      connecting: 'Reading for the first time',
      connected: 'Connected',
      failing: 'Needs a look',
      revoked: 'Key not accepted',
    }
    for (const [state, word] of Object.entries(words)) {
      await house.change({ state: state as never })
      expect(await house.page('/integrations')).toMatch(new RegExp(`<span class="tag tag-\\w+">${word}</span>`))
    }
  })

  it('shows what is wrong since when, and where a refused key is replaced', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const problem = {
      code: 'notConfigured',
      sentence: 'Paper no longer accepts the key.',
      since: '2027-02-27T09:00:00Z',
    }
    await house.change({ state: 'revoked', problem })
    const page = await house.page('/integrations')
    expect(page).toContain('Paper no longer accepts the key.')
    expect(page).toContain('27 Feb')
    expect(page).toContain(`href="/integrations/${id}">Enter a new key`)
  })

  it('opens the parts by itself when one of 3 is missing, and names the permission in the words of the vendor', async () => {
    const house = await openConnections()
    house.desk.probes = [
      { capability: 'read candidates', state: 'ok', permission: null, said: 'Works.' },
      { capability: 'write notes', state: 'missing', permission: 'notes:create', said: 'The key lacks it.' },
      { capability: 'read jobs', state: 'failing', permission: null, said: 'Answers with 500.' },
    ]
    await house.connect()
    const page = await house.page('/integrations')
    expect(page).toContain('2 of 3 parts do not work')
    expect(page).toMatch(/<details class="fold" open>/)
    expect(page).toContain('missing permission: <code>notes:create</code>')
    expect(page).toContain('Answers with 500.')
  })

  it('counts of this month what was written and what came, and nothing of the month before', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const now = house.test.clock.now()
    const before = new Date('2027-02-20T10:00:00Z')
    const base = (n: number, createdAt: Date) => ({
      ...{ connectionId: id, externalId: `v${n}`, isSample: false, createdAt, updatedAt: createdAt },
      ...{ applicationId: `${id}.1`, candidateId: `${id}.c` },
    })
    await house.read(async (tx) => {
      for (const [n, at] of [now, now, before].entries()) {
        const about = { externalKey: `note${n}`, event: 'booked', text: 'Booked', data: {}, at }
        await tx.insert('atsActivities', { ...base(n, at), ...about, id: `a${n}` })
        const times = { startAt: now, endAt: now, location: '', externalEventXref: '', title: 'Interview' }
        const who = { userIds: [], participants: [], jobId: 'j', status: 'SCHEDULED' as const }
        await tx.insert('atsInterviews', {
          ...base(n, at),
          ...times,
          ...who,
          id: `i${n}`,
          externalKey: `interview_${n}`,
        })
      }
      const own = { userIds: [], participants: [], jobId: 'j', status: 'SCHEDULED' as const }
      const times = { startAt: now, endAt: now, location: '', externalEventXref: '', title: 'Theirs' }
      await tx.insert('atsInterviews', { ...base(9, now), ...times, ...own, id: 'i9', externalKey: `${id}.9` })
      for (const [n, said] of ['Stage is now "Offer"', 'left in "Offer": somebody moved it meanwhile'].entries())
        await tx.insert('effects', {
          id: house.test.ids.next('effect'),
          ...{ requestId: null, interviewId: null, key: `e${n}`, kind: 'atsStage', state: 'done', attempts: 1 },
          payload: { kind: 'atsStage', applicationId: `${id}.1`, fromStageId: 'a', toStageId: 'b' },
          ...{ nextAttemptAt: now, claimedAt: null, lastError: null, createdAt: now, updatedAt: now },
          proof: { at: now.toISOString(), id: 'x', said },
        })
    })
    // 3 interviews of this month came or changed, 2 of them written here.
    expect(await house.page('/integrations')).toContain(
      '2 interviews and 2 notes written, 1 stage moved, 3 records new or changed',
    )
  })

  it('shows a member the connections of all and the own ones, an admin every one, and buttons to change only to whom they belong', async () => {
    const house = await openConnections({ roles: ['recruiter'] })
    const admin = await house.addColleague('Ada Min', ['admin'])
    const other = await house.addColleague('Otto Ther', ['recruiter'])
    const fields = { company: 'acme', apiKey: goodKey }
    const form = { system: 'greenhouse', fields, writes: 'off' } as const
    const { tenantId } = house.test
    await connectAts(house.deps, tenantId, admin, null, { ...form, name: 'Of all', scope: 'organisation' })
    await connectAts(house.deps, tenantId, other, null, { ...form, name: 'Of Otto', scope: 'member' })
    await connectAts(house.deps, tenantId, house.memberId, null, { ...form, name: 'Of Ruth', scope: 'member' })
    const [ofAll, ofOtto, ofRuth] = (await house.rows()).sort((a, b) => a.name.localeCompare(b.name))
    const page = await house.page('/integrations')
    expect(page).toContain('Of all')
    expect(page).toContain('Of Ruth')
    expect(page).not.toContain('Of Otto')
    expect(page).toContain(`action="/integrations/${ofRuth!.id}/writes"`)
    expect(page).not.toContain(`action="/integrations/${ofAll!.id}/writes"`)
    for (const [id, status] of [
      [ofAll!.id, 403],
      [ofOtto!.id, 404],
    ] as const) {
      expect((await house.get(`/integrations/${id}`)).status).toBe(status)
      expect((await house.get(`/integrations/${id}/remove`)).status).toBe(status)
      expect((await house.post(`/integrations/${id}/remove`, { confirm: 'yes' })).status).toBe(status)
      expect((await house.post(`/integrations/${id}/name`, { name: 'Mine now' })).status).toBe(status)
      expect((await house.post(`/integrations/${id}/writes`, { writes: 'on' })).status).toBe(status)
      expect((await house.post(`/integrations/${id}/key`, goodForm)).status).toBe(status)
      expect((await house.post(`/integrations/${id}/hook/show`, {})).status).toBe(status)
    }
    expect((await house.rows()).map(({ name }) => name).sort()).toEqual(['Of Otto', 'Of Ruth', 'Of all'])
    await house.setRoles(['recruiter', 'admin'])
    expect(await house.page('/integrations')).toContain('Of Otto')
  })

  it('switches writing to each of the 3 ways, and to nothing else', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    for (const writes of ['on', 'off', 'dryRun']) {
      expect((await house.post(`/integrations/${id}/writes`, { writes })).status).toBe(303)
      expect((await house.row()).writes).toBe(writes)
      expect(await house.page('/integrations')).toContain(`value="${writes}" aria-pressed="true"`)
    }
    await house.post(`/integrations/${id}/writes`, { writes: 'everything' })
    expect((await house.row()).writes).toBe('dryRun')
  })

  it('has it read at once when somebody presses, with its seldom lists too', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const far = new Date('2027-03-05T08:00:00Z')
    const position = { since: 'x', page: null, startedAt: null, readAt: '2027-03-01T07:59:00Z', wholeAt: null }
    await house.change({ nextSyncAt: far, positions: { users: position } })
    const wakes = house.wakes()
    expect((await house.post(`/integrations/${id}/sync`, {})).headers.get('location')).toBe('/integrations?done=sync')
    const row = await house.row()
    expect(row.nextSyncAt).toEqual(house.test.clock.now())
    expect(row.positions.users).toEqual({ ...position, readAt: null })
    expect(house.wakes()).toBe(wakes + 1)
  })

  it('checks each part anew when somebody presses, 6 times a minute at most', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    house.desk.probes = [{ capability: 'read jobs', state: 'missing', permission: 'jobs', said: 'Gone.' }]
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) statuses.push((await house.post(`/integrations/${id}/check`, {})).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429])
    expect((await house.row()).probes).toEqual(house.desk.probes)
    house.test.clock.moveBy(60_000)
    expect((await house.post(`/integrations/${id}/check`, {})).status).toBe(303)
  })
})

describe('the directory', () => {
  it('lists every system with what it does, how deep, and a way to add it', async () => {
    const page = await (await openConnections()).page('/integrations/add')
    expect(page).toContain('Paper ATS')
    expect(page).toContain('Writes interviews and stages')
    expect(page).toContain('Reads people &amp; jobs, &lt;writes&gt; interviews.')
    expect(page).toContain('href="/integrations/add/greenhouse"')
    expect(page).toContain('Not in the list?')
    expect(page).toContain('href="/records/import"')
  })

  it('is filtered by the address alone, so that no script is needed', async () => {
    const house = await openConnections()
    expect(await house.page('/integrations/add?q=pAPer')).toContain('1 of 1 for “pAPer”')
    const none = await house.page('/integrations/add?q=bull%22%3E%3Cb')
    expect(none).toContain('0 of 1 for “bull&quot;&gt;&lt;b”')
    expect(none).not.toContain('href="/integrations/add/greenhouse"')
  })
})

describe('adding a system', () => {
  it('asks in the words of the vendor: labels, hints, steps in order, a choice, and secrets that are not shown', async () => {
    const page = await (await openConnections()).page('/integrations/add/greenhouse')
    expect(page).toMatch(/<ol class="steps-list"><li>Open the settings\.<\/li><li>Copy the key\.<\/li><\/ol>/)
    expect(page).toMatch(/<input id="field-key-apiKey"[^>]* type="password" value="" autocomplete="off"/)
    expect(page).toMatch(/<input id="field-key-company"[^>]* type="text"/)
    expect(page).toContain('<option value="eu">Europe</option>')
    const [form] = readForms(page).filter(({ action }) => action === '/integrations/add/greenhouse')
    expect(Object.fromEntries(form!.fields)).toMatchObject({
      name: 'Paper ATS',
      scope: 'organisation',
      writes: 'dryRun',
      'key-apiKey': '',
    })
  })

  it('tries the key, keeps it sealed, and has it read', async () => {
    const house = await openConnections()
    const answer = await house.post('/integrations/add/greenhouse', { ...goodForm, 'key-region': 'eu' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/integrations?done=added'])
    const row = await house.row()
    expect(row).toMatchObject({
      name: 'Paper (Berlin)',
      memberId: null,
      writes: 'dryRun',
      state: 'connecting',
      settings: { company: 'acme', region: 'eu' },
    })
    expect(JSON.stringify(row)).not.toContain(goodKey)
    expect(house.systems.unseal(row)).toMatchObject({ apiKey: goodKey })
    expect(house.wakes()).toBe(1)
    expect(await house.page('/integrations?done=added')).toContain('Connected. Its records are being read now')
  })

  it('says all that is wrong at once, beside the fields, keeps what is no secret and never shows what is one', async () => {
    const house = await openConnections()
    const answer = await house.post('/integrations/add/greenhouse', {
      ...goodForm,
      'key-company': 'not a word',
      'key-apiKey': wrongKey,
      'key-region': 'mars',
      name: '',
      writes: 'on',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('3 things need another look')
    for (const field of ['key-company', 'key-region', 'name']) expect(page).toContain(`id="field-${field}-error"`)
    expect(page).toContain('value="not a word"')
    expect(page).toContain('<option value="on" selected>')
    expect(page).not.toContain(wrongKey)
    expect(page).toContain('Enter it once more')
    expect(house.desk.opened).toEqual([])
    expect(await house.rows()).toEqual([])
  })

  it('keeps nothing when the vendor does not let it in, and says so beside the key', async () => {
    const house = await openConnections()
    const answer = await house.post('/integrations/add/greenhouse', { ...goodForm, 'key-apiKey': wrongKey })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toMatch(/id="field-key-apiKey-error">Paper ATS does not let Parley in\. The key is not accepted\./)
    expect(page).not.toContain(wrongKey)
    expect(await house.rows()).toEqual([])
  })

  it('says above the form that the vendor does not answer, with all but the secret kept', async () => {
    const house = await openConnections()
    house.desk.fault = refusal('Paper ATS does not answer. Try again in a minute.')
    const page = await (await house.post('/integrations/add/greenhouse', goodForm)).text()
    expect(page).toContain('<li>Paper ATS does not answer. Try again in a minute.</li>')
    expect(page).toContain('value="Paper (Berlin)"')
    expect(page).not.toContain(goodKey)
  })

  it('wants another name when one is taken', async () => {
    const house = await openConnections()
    await house.connect()
    const answer = await house.post('/integrations/add/greenhouse', goodForm)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(
      /id="field-name-error">There is a connection called &quot;Paper \(Berlin\)&quot; already/,
    )
  })

  it('lets a recruiter connect it for himself, and for nobody else', async () => {
    const house = await openConnections({ roles: ['recruiter'] })
    const page = await house.page('/integrations/add/greenhouse')
    expect(page).not.toContain('value="organisation"')
    expect(page).toContain('An admin can connect it for everybody')
    expect((await house.post('/integrations/add/greenhouse', goodForm)).status).toBe(422)
    expect(await house.rows()).toEqual([])
    expect((await house.connect({ scope: 'member' })).memberId).toBe(house.memberId)
  })

  it('says what to set while nothing can be sealed', async () => {
    const house = await openConnections({ systems: { sealer: null } })
    const page = await house.page('/integrations/add/greenhouse')
    expect(page).toContain('set PARLEY_SECRET_KEY to at least 32 random characters')
    expect(page).not.toContain('type="password"')
    const answer = await house.post('/integrations/add/greenhouse', goodForm)
    expect(answer.status).toBe(422)
    expect(await house.rows()).toEqual([])
  })

  it('marks what is made with a stand-in, in its name and with a label', async () => {
    const house = await openConnections({ systems: { standIns: new Set(['greenhouse'] as const) } })
    expect(await house.page('/integrations/add/greenhouse')).toContain('value="Paper ATS (stand-in)"')
    await house.connect()
    expect((await house.row()).settings.standIn).toBe('1')
    expect(await house.page('/integrations')).toContain('>stand-in</span>')
  })

  it('knows no system that is none', async () => {
    const house = await openConnections()
    for (const id of ['nothing', '..%2f', 'constructor'])
      expect((await house.get(`/integrations/add/${id}`)).status).toBe(404)
    expect((await house.post('/integrations/add/nothing', goodForm)).status).toBe(404)
  })
})

describe('changing a connection', () => {
  it('gives it another name, but none that is taken', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    await house.connect({ name: 'Paper (Paris)' })
    expect((await house.post(`/integrations/${id}/name`, { name: 'Paper (Paris)' })).status).toBe(422)
    expect((await house.post(`/integrations/${id}/name`, { name: '' })).status).toBe(422)
    expect((await house.post(`/integrations/${id}/name`, { name: '  Paper (Bonn)\u202e ' })).status).toBe(303)
    expect((await house.rows()).map(({ name }) => name).sort()).toEqual(['Paper (Bonn)', 'Paper (Paris)'])
  })

  it('tries another key before it is kept, and shows neither the old one nor the new one', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const manage = await house.page(`/integrations/${id}`)
    expect(manage).not.toContain(goodKey)
    expect(manage).toContain('Leave it empty to keep the present one')
    const wrong = await house.post(`/integrations/${id}/key`, { 'key-company': 'acme', 'key-apiKey': wrongKey })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('does not let Parley in')
    expect(page).not.toContain(wrongKey)
    expect(house.systems.unseal(await house.row())).toMatchObject({ apiKey: goodKey })
    const newer = { 'key-company': 'acme2', 'key-apiKey': `${goodKey}-2` }
    expect((await house.post(`/integrations/${id}/key`, newer)).status).toBe(303)
    const row = await house.row()
    expect(house.systems.unseal(row)).toMatchObject({ apiKey: `${goodKey}-2` })
    expect(row.settings).toEqual({ company: 'acme2' })
  })

  it('keeps the key when only what is no secret is entered, and what hooks are signed with', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const { hookSecret } = house.systems.unseal(await house.row())
    await house.post(`/integrations/${id}/key`, { 'key-company': 'acme3', 'key-apiKey': '' })
    expect(house.systems.unseal(await house.row())).toEqual({ apiKey: goodKey, hookSecret })
    expect((await house.row()).settings.company).toBe('acme3')
  })

  it('takes a key anew when the one it was sealed with is lost', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const lost = openSealer('quite another secret of somebody, long enough')
    await house.change({ sealedSecrets: lost.seal('{}', 'elsewhere') })
    expect((await house.post(`/integrations/${id}/key`, { 'key-company': 'acme', 'key-apiKey': '' })).status).toBe(422)
    expect((await house.post(`/integrations/${id}/key`, { 'key-company': 'acme', 'key-apiKey': goodKey })).status).toBe(
      303,
    )
    expect(house.systems.unseal(await house.row())).toMatchObject({ apiKey: goodKey })
  })

  it('says what goes with a removal, and removes only what is confirmed', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    await house.change({ counts: { candidates: 3 } })
    const now = house.test.clock.now()
    const base = { connectionId: id, externalId: '1', isSample: false, createdAt: now, updatedAt: now }
    await house.read((tx) =>
      tx.insert('atsClients', { ...base, id: `${id}.1`, name: 'Acme', country: null, notes: null }),
    )
    expect(await house.page(`/integrations/${id}/remove`)).toContain('3 candidates')
    expect((await house.post(`/integrations/${id}/remove`, {})).status).toBe(422)
    expect((await house.rows()).length).toBe(1)
    expect((await house.post(`/integrations/${id}/remove`, { confirm: 'yes' })).status).toBe(303)
    expect(await house.rows()).toEqual([])
    expect(await house.read((tx) => tx.count('atsClients'))).toBe(0)
  })
})

describe('stages after booking', () => {
  async function openWithJobs(count = 1) {
    const house = await openConnections()
    const { id } = await house.connect()
    const now = house.test.clock.now()
    const base = { connectionId: id, isSample: false, createdAt: now, updatedAt: now }
    const labels = [
      ['New', 'applied'],
      ['Call', 'screening'],
      ['Meeting', 'interview'],
      ['Panel', 'interview'],
      ['Offer', 'offer'],
    ] as const
    await house.read(async (tx) => {
      for (let n = 0; n < count; n++) {
        const job = `${id}.j${n}`
        const about = {
          clientId: null,
          status: 'open' as const,
          originalStatus: 'Open',
          description: null,
          hiringManagerId: null,
        }
        const title = `Job ${String(n).padStart(3, '0')}`
        await tx.insert('atsJobs', {
          ...base,
          ...about,
          id: job,
          externalId: `j${n}`,
          title,
          interviewerIds: [],
          url: null,
        })
        for (const [ordinal, [label, status]] of labels.entries())
          await tx.insert('atsStages', {
            ...base,
            id: `${job}.s${ordinal}`,
            externalId: `s${ordinal}`,
            jobId: job,
            ordinal,
            label,
            status,
          })
      }
    })
    const mappings = () => house.read((tx) => tx.find('stageMappings'))
    return { ...house, id, job: `${id}.j0`, mappings }
  }

  it('proposes the first interview after the screening', async () => {
    const house = await openWithJobs()
    const page = await house.page(`/integrations/${house.id}/stages`)
    expect(page).toContain('Parley proposes: Meeting')
    expect(readForms(page).find(({ method }) => method === 'post')!.fields).toEqual([[`stage-${house.job}`, 'propose']])
  })

  it('keeps what is chosen where the card of a request keeps it, and takes it back', async () => {
    const house = await openWithJobs()
    const send = (value: string) => house.post(`/integrations/${house.id}/stages`, { [`stage-${house.job}`]: value })
    await send(`${house.job}.s3`)
    expect(await house.mappings()).toMatchObject([{ jobId: house.job, toStageId: `${house.job}.s3` }])
    expect(await house.page(`/integrations/${house.id}/stages`)).toContain(`value="${house.job}.s3" selected`)
    await send('stay')
    expect(await house.mappings()).toMatchObject([{ jobId: house.job, toStageId: null }])
    expect((await send('stay')).headers.get('location')).toContain('done=same')
    await send('propose')
    expect(await house.mappings()).toEqual([])
  })

  it('takes no stage of another job, and no job of nobody', async () => {
    const house = await openWithJobs(2)
    const path = `/integrations/${house.id}/stages`
    const wrong = await house.post(path, { [`stage-${house.job}`]: `${house.id}.j1.s3` })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('This stage is not one of the job any more')
    await house.post(path, { 'stage-somebody-elses-job': 'stay' })
    expect(await house.mappings()).toEqual([])
  })

  it('says that a chosen stage is gone', async () => {
    const house = await openWithJobs()
    await house.post(`/integrations/${house.id}/stages`, { [`stage-${house.job}`]: `${house.job}.s3` })
    await house.read((tx) => tx.remove('atsStages', { id: `${house.job}.s3` }))
    expect(await house.page(`/integrations/${house.id}/stages`)).toContain(
      'The stage that was chosen is no longer there.',
    )
  })

  it('shows 50 of 120 jobs a page, and finds one by its title', async () => {
    const house = await openWithJobs(120)
    const first = await house.page(`/integrations/${house.id}/stages`)
    expect(first.match(/<select /g)!.length).toBe(50)
    expect(first).toContain('Page 1 of 3')
    const found = await house.page(`/integrations/${house.id}/stages?q=job+077`)
    expect(found.match(/<select /g)!.length).toBe(1)
  })

  it('goes with the connection', async () => {
    const house = await openWithJobs()
    await house.post(`/integrations/${house.id}/stages`, { [`stage-${house.job}`]: 'stay' })
    await house.post(`/integrations/${house.id}/remove`, { confirm: 'yes' })
    expect(await house.mappings()).toEqual([])
  })
})

describe('web hooks', () => {
  it('shows the address, and the secret only after a press', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const { hookSecret = '' } = house.systems.unseal(await house.row())
    const before = await house.page(`/integrations/${id}/hook`)
    expect(before).toContain(`https://interviews.agency.example/hooks/ats/${house.test.tenantId}/${id}<`)
    expect(before).toContain('Paste the address.')
    expect(before).not.toContain(hookSecret)
    const shown = await house.post(`/integrations/${id}/hook/show`, {})
    expect(await shown.text()).toContain(hookSecret)
    expect(shown.headers.get('cache-control')).toBe('no-store')
    expect(await house.page(`/integrations/${id}/hook`)).not.toContain(hookSecret)
    expect(await house.read((tx) => tx.count('audit', { action: 'showHookSecret' }))).toBe(1)
  })

  it('keeps an address that is the secret itself back until it is asked for', async () => {
    const house = await openConnections()
    Object.assign(house.system.capabilities, { hooks: 'secretAddress' })
    const { id } = await house.connect()
    const { hookSecret = '' } = house.systems.unseal(await house.row())
    expect(await house.page(`/integrations/${id}/hook`)).not.toContain(hookSecret)
    expect(await (await house.post(`/integrations/${id}/hook/show`, {})).text()).toContain(`/${id}/${hookSecret}<`)
  })

  it('is for admins only', async () => {
    const house = await openConnections({ roles: ['recruiter'] })
    const { id } = await house.connect({ scope: 'member' })
    for (const answer of [
      await house.get(`/integrations/${id}/hook`),
      await house.post(`/integrations/${id}/hook/show`, {}),
      await house.post(`/integrations/${id}/hook/register`, {}),
    ])
      expect(answer.status).toBe(403)
    expect(await house.page(`/integrations/${id}`)).not.toContain('web hooks')
  })

  it('asks the vendor by itself, and keeps what he signs with', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    expect((await house.post(`/integrations/${id}/hook/register`, {})).status).toBe(303)
    expect(house.desk.registered).toEqual([`https://interviews.agency.example/hooks/ats/${house.test.tenantId}/${id}`])
    expect(house.systems.unseal(await house.row())).toEqual({ apiKey: goodKey, hookSecret: 'made-by-the-vendor' })
    expect(await house.page(`/integrations/${id}/hook`)).toContain('was asked to tell of changes')
  })

  it('says that nobody outside could reach 127.0.0.1, and asks nobody', async () => {
    const house = await openConnections({ guestUrl: 'http://127.0.0.1:3001' })
    const { id } = await house.connect()
    expect(await house.page(`/integrations/${id}/hook`)).toContain('set PARLEY_PUBLIC_URL')
    expect((await house.post(`/integrations/${id}/hook/register`, {})).status).toBe(422)
    expect(house.desk.registered).toEqual([])
  })
})

describe('the room itself', () => {
  it('changes nothing by GET: every page is looked at, and every row is as before', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const dump = async () =>
      JSON.stringify(await house.read(async (tx) => [await tx.find('connections'), await tx.find('audit')]))
    const before = await dump()
    const paths = ['', '/add', '/add/greenhouse', `/${id}`, `/${id}/remove`, `/${id}/stages`, `/${id}/hook`]
    for (const path of paths) expect((await house.get(`/integrations${path}`)).status, path).toBe(200)
    for (const act of ['sync', 'check', 'writes', 'name', 'key', 'hook/show', 'hook/register'])
      expect((await house.get(`/integrations/${id}/${act}`)).status, act).toBe(404)
    expect(await dump()).toBe(before)
  })

  it('takes no form from another site, and none without a session', async () => {
    const house = await openConnections()
    const { id } = await house.connect()
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    for (const path of ['add/greenhouse', `${id}/remove`, `${id}/writes`, `${id}/hook/show`]) {
      expect((await house.post(`/integrations/${path}`, { confirm: 'yes' }, foreign)).status).toBe(403)
      expect((await house.post(`/integrations/${path}`, { confirm: 'yes' }, { cookie: '' })).status).toBe(401)
    }
    expect((await house.rows()).length).toBe(1)
  })

  it('refuses a form of more than 64 KB', async () => {
    const house = await openConnections()
    const answer = await house.post('/integrations/add/greenhouse', { ...goodForm, name: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
    expect(await house.rows()).toEqual([])
  })

  it('writes names and sentences from outside as text', async () => {
    const house = await openConnections()
    await house.connect({ name: '<img src=x onerror=alert(1)>' })
    house.desk.probes = []
    const sentence = '"><script>alert(2)</script>'
    await house.change({ state: 'failing', problem: { code: 'refused', sentence, since: '2027-02-27T09:00:00Z' } })
    for (const path of ['/integrations', `/integrations/${(await house.row()).id}`]) {
      const page = await house.page(path)
      expect(page).not.toContain('<img')
      expect(page).not.toContain('<script>alert')
    }
  })

  it('allows no script but its own, and never logs a key', async () => {
    const house = await openConnections()
    await house.connect()
    await house.post('/integrations/add/greenhouse', { ...goodForm, 'key-apiKey': wrongKey })
    house.desk.fault = refusal('No.')
    await house.post('/integrations/add/greenhouse', { ...goodForm, name: 'Another' })
    const answer = await house.get('/integrations')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(await answer.text()).not.toMatch(/<script(?![^>]* src=)|\son\w+=/)
    expect(house.logged.join('\n')).not.toMatch(new RegExp(`${goodKey}|${wrongKey}`))
    expect(answer.url.startsWith(origin) || answer.url === '').toBe(true)
  })
})
