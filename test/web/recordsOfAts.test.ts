import { describe, expect, it } from 'vitest'
import { runImport } from '../../src/ats/csvImport.ts'
import { keepRecords } from '../../src/workflow/keepRecords.ts'
import { openConnections } from './connectionsHarness.ts'
import { decodeHtml, readForms } from './recordsHarness.ts'

/** Records that came through a connection, as the sync keeps them. */
async function openSynced() {
  const house = await openConnections()
  const { id } = await house.connect({ name: 'Paper' })
  const rows = {
    users: [{ id: 'u1', name: 'Nadia Orlov', email: 'nadia@works.example', role: 'hiringManager' as const }],
    clients: [{ id: 'c1', name: 'Brightwater' }],
    contacts: [{ id: 'k1', clientId: 'c1', name: 'Ines Falk', email: 'ines@brightwater.example' }],
    jobs: [
      {
        id: 'j1',
        title: 'Welder',
        status: 'open' as const,
        originalStatus: 'Open',
        clientId: 'c1',
        url: 'https://paper.example/jobs/1',
      },
    ],
    stages: ['New', 'Meeting'].map((label, ordinal) => ({ id: `s${ordinal}`, jobId: 'j1', label, ordinal })),
    candidates: [
      {
        ...{ id: 'p1', firstName: 'Kim', lastName: 'Osei', emails: ['kim@mail.example'], phones: [] },
        url: 'https://paper.example/people/1',
      },
    ],
    applications: [
      {
        ...{
          id: 'a1',
          candidateId: 'p1',
          jobId: 'j1',
          stageId: 's0',
          outcome: 'active' as const,
          originalStatus: 'New',
        },
        ...{ appliedAt: new Date('2027-02-01T09:00:00Z'), url: 'https://paper.example/applications/1' },
      },
    ],
  }
  const sync = () => house.read((tx) => keepRecords(tx, id, rows, house.test.clock.now()))
  await sync()
  return { ...house, id, sync, rows }
}

describe('a record of a connected ATS', () => {
  it('says where it comes from, on its page with a link and in each list', async () => {
    const house = await openSynced()
    for (const [path, link] of [
      [`candidates/${house.id}.p1`, 'https://paper.example/people/1'],
      [`jobs/${house.id}.j1`, 'https://paper.example/jobs/1'],
      [`applications/${house.id}.a1`, 'https://paper.example/applications/1'],
      [`clients/${house.id}.c1`, null],
      [`contacts/${house.id}.k1`, null],
      [`users/${house.id}.u1`, null],
    ] as const) {
      const page = decodeHtml(await house.page(`/records/${path}`))
      expect(page, path).toContain('From Paper')
      expect(page, path).toContain('changed or deleted there')
      if (link) expect(page, path).toContain(`href="${link}"`)
    }
    for (const list of ['candidates', 'jobs', 'clients', 'contacts', 'users'])
      expect(await house.page(`/records/${list}`), list).toContain('From Paper')
  })

  it('leads to no page of the vendor when it comes from a stand-in', async () => {
    const house = await openSynced()
    await house.change({ settings: { company: 'acme', standIn: '1' } })
    expect(await house.page(`/records/candidates/${house.id}.p1`)).not.toContain('paper.example/people')
  })

  it('can be given what Parley alone knows, which the next sync leaves as it is', async () => {
    const house = await openSynced()
    const path = `/records/candidates/${house.id}.p1/edit`
    const [form] = readForms(await house.page(path)).filter(({ action }) => action === path)
    expect(form!.fields.map(([name]) => name).sort()).toEqual(['country', 'locale', 'notes', 'seen', 'zone'])
    const sent = {
      ...Object.fromEntries(form!.fields),
      notes: 'Calls on Tuesdays',
      zone: 'Europe/Oslo',
      firstName: 'Eve',
      emails: 'eve@evil.example',
    }
    expect((await house.post(path, sent)).status).toBe(303)
    await house.sync()
    expect(await house.read((tx) => tx.get('atsCandidates', `${house.id}.p1`))).toMatchObject({
      ...{ firstName: 'Kim', emails: ['kim@mail.example'], notes: 'Calls on Tuesdays', zone: 'Europe/Oslo' },
    })
  })

  it('is changed in none of 5 other ways, each refused with where to change it', async () => {
    const house = await openSynced()
    const { id } = house
    const before = JSON.stringify(
      await house.read(async (tx) => [
        await tx.find('atsJobs'),
        await tx.find('atsStages'),
        await tx.find('atsApplications'),
      ]),
    )
    const answers = [
      await house.get(`/records/jobs/${id}.j1/edit`),
      await house.post(`/records/jobs/${id}.j1/edit`, { title: 'Baker', status: 'open' }),
      await house.get(`/records/jobs/${id}.j1/stages`),
      await house.post(`/records/jobs/${id}.j1/stages`, { 'label-new': 'Mine' }),
      await house.post(`/records/applications/${id}.a1`, { stageId: `${id}.j1.s1`, seen: `${id}.j1.s0` }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('This record is kept in Paper. Change or delete it there')
    }
    const page = await house.page(`/records/applications/${id}.a1`)
    expect(page).not.toContain('Change by hand')
    expect(page).not.toContain('Put forward')
    expect((await house.post(`/records/candidates/${id}.p1/applications/new`, { jobId: `${id}.j1` })).status).toBe(422)
    const after = JSON.stringify(
      await house.read(async (tx) => [
        await tx.find('atsJobs'),
        await tx.find('atsStages'),
        await tx.find('atsApplications'),
      ]),
    )
    expect(after).toBe(before)
  })

  it('leads from its job to the stages after booking', async () => {
    const house = await openSynced()
    const page = await house.page(`/records/jobs/${house.id}.j1`)
    expect(page).toContain(`href="/integrations/${house.id}/stages"`)
    expect(page).not.toContain('Edit stages')
  })

  it('is not touched by a file that is imported: the same person becomes one of Parley’s own', async () => {
    const house = await openSynced()
    const before = await house.read((tx) => tx.get('atsCandidates', `${house.id}.p1`))
    const file = new TextEncoder().encode('First name,Last name,E-mail,Title\nKimberly,Osei,kim@mail.example,Boss\n')
    const { store, clock, ids, tenantId } = house.test
    await runImport(store, tenantId, file, { clock, ids, kind: 'candidates' })
    expect(await house.read((tx) => tx.get('atsCandidates', `${house.id}.p1`))).toEqual(before)
    expect(await house.read((tx) => tx.count('atsCandidates', { connectionId: null }))).toBe(1)
  })
})
