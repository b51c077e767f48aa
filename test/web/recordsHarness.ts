import { createLocalAts } from '../../src/ats/local.ts'
import { addSampleData } from '../../src/ats/sampleData.ts'
import type { TableName } from '../../src/store/port.ts'
import { createRecordsApp, recordsStylesheet } from '../../src/web/records.ts'
import { openMemoryTestStore, type TestStore } from '../fakes/testStore.ts'
import { openHarness } from './recruiterHarness.ts'

export const recordTables = [
  'atsClients',
  'atsContacts',
  'atsJobs',
  'atsStages',
  'atsCandidates',
  'atsApplications',
  'atsUsers',
  'atsAttachments',
  'atsInterviews',
  'atsActivities',
] as const satisfies readonly TableName[]

/** The records room in the recruiter's frame over the sample agency; Jane Whitfield has an interview. */
export async function openRecords(openStore: () => Promise<TestStore> = openMemoryTestStore) {
  const fixture = await openStore()
  const { store, clock, ids, tenantId } = fixture
  const harness = await openHarness(
    {
      mounts: [
        {
          path: '/records',
          label: 'Records',
          styles: [recordsStylesheet],
          create: (shell) => createRecordsApp({ store, clock, ids, ...shell }),
        },
      ],
    },
    async () => fixture,
  )
  await addSampleData(store, tenantId, { clock, ids })
  const ats = createLocalAts({ store, clock, ids, recordsUrl: 'http://127.0.0.1:4711/records' })
  const { matches } = await ats.findApplications(tenantId, { candidate: 'Jane', client: 'Acme', job: 'Backend' })
  const [jane] = matches
  if (!jane) throw new Error('Jane is not in the sample')
  await ats.writeInterview(tenantId, {
    externalKey: 'int_1',
    applicationId: jane.applicationId,
    userIds: [],
    participants: [{ name: 'Jane Whitfield', role: 'candidate' }],
    status: 'SCHEDULED',
    startAt: new Date('2027-03-09T13:00:00Z'),
    endAt: new Date('2027-03-09T14:00:00Z'),
    location: 'https://meet.example/abc',
    externalEventXref: 'uid-1@parley.example',
    title: 'Backend Engineer Interview - Round 1',
  })
  const read = <T>(work: Parameters<typeof store.inTenant<T>>[1]): Promise<T> => store.inTenant(tenantId, work)
  /** Every row of every records table, as text: equal before and after means that nothing was changed. */
  const dumpRecords = () =>
    read(async (tx) => {
      const tables: unknown[] = []
      for (const table of recordTables) tables.push(await tx.find(table, { orderBy: [['id', 'asc']] }))
      return JSON.stringify(tables)
    })
  return { ...harness, ats, jane, read, dumpRecords, tenantId, store, clock, ids }
}

export function decodeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

export interface SentForm {
  action: string
  method: string
  fields: [string, string][]
}

function attributeOf(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return match?.[1] === undefined ? null : decodeHtml(match[1])
}

/** The forms of a page with what a browser would send if nobody touched them. */
export function readForms(page: string): SentForm[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', body = '']) => {
    const fields: [string, string][] = []
    for (const [control] of body.matchAll(/<input\b[^>]*>/g)) {
      const name = attributeOf(control, 'name')
      const isOff = /type="(checkbox|radio)"/.test(control) && !/\schecked/.test(control)
      if (name !== null && !isOff && !/type="file"/.test(control))
        fields.push([name, attributeOf(control, 'value') ?? ''])
    }
    for (const [, head = '', inner = ''] of body.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs))
      fields.push([attributeOf(head, 'name') ?? '', decodeHtml(inner.replace(/^\n/, ''))])
    for (const [, head = '', inner = ''] of body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
      const options = [...inner.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
      const chosen = options.find((option) => / selected/.test(option)) ?? options[0]
      if (chosen !== undefined) fields.push([attributeOf(head, 'name') ?? '', attributeOf(chosen, 'value') ?? ''])
    }
    return {
      action: attributeOf(tag, 'action') ?? '',
      method: (attributeOf(tag, 'method') ?? 'get').toLowerCase(),
      fields,
    }
  })
}
