import { afterEach, describe, expect, it } from 'vitest'
import type { AtsSystem } from '../../src/ats/connector.ts'
import { ashby } from '../../src/ats/connectors/ashby.ts'
import { recruitcrm } from '../../src/ats/connectors/recruitcrm.ts'
import { smartrecruiters } from '../../src/ats/connectors/smartrecruiters.ts'
import { unified } from '../../src/ats/connectors/unified.ts'
import { ashby as ashbyKind } from '../fakes/ats/ashby.ts'
import type { StandIn, StandInKind } from '../fakes/ats/kit.ts'
import { recruitcrm as recruitcrmKind } from '../fakes/ats/recruitcrm.ts'
import { smartrecruiters as smartrecruitersKind } from '../fakes/ats/smartrecruiters.ts'
import { unified as unifiedKind } from '../fakes/ats/unified.ts'
import { type ConnectedLoop, openConnected } from './openConnected.ts'

// Ways of reading changes that are others than Greenhouse's, through the whole sync.

interface Case {
  system: AtsSystem
  kind: StandInKind
  fields?: Readonly<Record<string, string>>
}
const cases: Readonly<Record<string, Case>> = {
  'by day': { system: recruitcrm, kind: recruitcrmKind },
  'by a token': { system: ashby, kind: ashbyKind },
  'by an open bound': { system: smartrecruiters, kind: smartrecruitersKind },
  'by a filter': { system: unified, kind: unifiedKind, fields: { connectionId: 'conn-full' } },
  'by reading all': { system: unified, kind: unifiedKind, fields: { connectionId: 'conn-read' } },
}

let open: ConnectedLoop[] = []
afterEach(async () => {
  await Promise.all(open.map(({ standIn }) => standIn.stop()))
  open = []
})

function fillAgency({ world }: StandIn): void {
  world.quietly(() => {
    const recruiter = world.addUser({ isAdmin: true })
    const job = world.addJob({ title: 'Kiln Operator', recruiterIds: [recruiter.id] })
    for (let n = 0; n < 130; n++) {
      const person = { firstName: 'Kim', lastName: `Person${n}`, emails: [`kim${n}@mail.example`] }
      world.addApplication({ candidateId: world.addCandidate(person).id, jobId: job.id })
    }
  })
}
async function connected({ system, kind, fields }: Case): Promise<ConnectedLoop> {
  const loop = await openConnected({ system, kind, fields: { apiKey: kind.key, ...fields }, fill: fillAgency })
  open.push(loop)
  await loop.connect()
  await loop.sync()
  // The questions asked at connecting count against the limit of the first second.
  await loop.syncAfter(1)
  return loop
}
const applicationsIn = (loop: ConnectedLoop) =>
  loop.tables(async (tx) => {
    const stages = new Map((await tx.find('atsStages')).map(({ id, label }) => [id, label]))
    const rows = await tx.find('atsApplications', { where: { connectionId: { not: null } } })
    return rows.map(({ stageId }) => stages.get(stageId))
  })

describe('a connected ATS whose changes are found in another way', () => {
  it.each(Object.entries(cases))(
    '%s: 130 people are read once, and a move is seen within 15 minutes',
    async (_, one) => {
      const loop = await connected(one)
      const { world } = loop.standIn
      expect((await loop.connection()).counts).toMatchObject({ candidates: 130, applications: 130, jobs: 1 })
      loop.clock.moveBy(3600_000)
      await loop.sync()
      const application = world.applications.rows[40]!
      const stage = world.stagesOf(application.jobId)[2]!
      world.moveApplication(application.id, stage.id)
      for (let waited = 0; waited < 15; waited += 5) await loop.syncAfter(5)
      expect((await applicationsIn(loop)).filter((label) => label === stage.label)).toHaveLength(1)
      expect((await loop.connection()).state).toBe('connected')
    },
  )

  it('by a token: it is kept with the position, given with the next look, and left out of the daily reading', async () => {
    const loop = await connected({ system: ashby, kind: ashbyKind })
    const tokenOf = async () => (await loop.connection()).positions.candidates?.token
    const first = await tokenOf()
    expect(first).toMatch(/./)
    const asked = async (minutes: number) => {
      const from = loop.standIn.log.length
      await loop.syncAfter(minutes)
      const looks = loop.standIn.log.slice(from).filter(({ url }) => url.endsWith('/candidate.list'))
      return looks.map(({ body }) => JSON.parse(body).syncToken ?? null)
    }
    expect(new Set(await asked(5))).toEqual(new Set([first]))
    expect(await tokenOf()).not.toBe(first)
    expect(new Set(await asked(25 * 60))).toEqual(new Set([null]))
  })
})
