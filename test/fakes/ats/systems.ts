import type { AtsSystem, Capabilities } from '../../../src/ats/connector.ts'
import { ashby } from '../../../src/ats/connectors/ashby.ts'
import { bamboohr } from '../../../src/ats/connectors/bamboohr.ts'
import { breezyhr } from '../../../src/ats/connectors/breezyhr.ts'
import { crelate } from '../../../src/ats/connectors/crelate.ts'
import { freshteam } from '../../../src/ats/connectors/freshteam.ts'
import { greenhouse } from '../../../src/ats/connectors/greenhouse.ts'
import { icims } from '../../../src/ats/connectors/icims.ts'
import { jobvite } from '../../../src/ats/connectors/jobvite.ts'
import { lever } from '../../../src/ats/connectors/lever.ts'
import { loxo } from '../../../src/ats/connectors/loxo.ts'
import { recruitcrm } from '../../../src/ats/connectors/recruitcrm.ts'
import { recruiterflow } from '../../../src/ats/connectors/recruiterflow.ts'
import { smartrecruiters } from '../../../src/ats/connectors/smartrecruiters.ts'
import { unified } from '../../../src/ats/connectors/unified.ts'
import { workable } from '../../../src/ats/connectors/workable.ts'
import { workday } from '../../../src/ats/connectors/workday.ts'
import { zohoRecruit } from '../../../src/ats/connectors/zohoRecruit.ts'
import { defaultStages } from '../../../src/ats/recordWrites.ts'
import type { StageStatus } from '../../../src/domain/records.ts'
import { ashby as ashbyKind } from './ashby.ts'
import { bamboohr as bamboohrKind } from './bamboohr.ts'
import { breezyhr as breezyhrKind } from './breezyhr.ts'
import { crelate as crelateKind } from './crelate.ts'
import { freshteam as freshteamKind } from './freshteam.ts'
import { greenhouse as greenhouseKind } from './greenhouse.ts'
import { icims as icimsKind } from './icims.ts'
import { jobvite as jobviteKind } from './jobvite.ts'
import type { StandIn, StandInKind } from './kit.ts'
import { lever as leverKind } from './lever.ts'
import { loxo as loxoKind } from './loxo.ts'
import { recruitcrm as recruitcrmKind } from './recruitcrm.ts'
import { recruiterflow as recruiterflowKind } from './recruiterflow.ts'
import { smartrecruiters as smartrecruitersKind } from './smartrecruiters.ts'
import { unified as unifiedKind, workspaceSecret } from './unified.ts'
import { workable as workableKind } from './workable.ts'
import { workday as workdayKind } from './workday.ts'
import { zohoRecruit as zohoRecruitKind } from './zohoRecruit.ts'

// Every system that Parley connects to, with the stand-in of its vendor: what runs over all of them runs over this list.

/** What a vendor does not tell, where his capabilities do not say so already. */
export type Silence =
  | 'clients'
  /** Clients are called after the addresses of their contacts. */
  | 'clientNames'
  | 'contacts'
  | 'hiringManager'
  | 'userEmails'
  | 'owner'
  | 'private'

export interface TestedSystem {
  title: string
  system: AtsSystem
  kind: StandInKind
  /** What a customer enters in the form; `userEmail` is somebody of the account. */
  fields(userEmail: string): Record<string, string>
  /** Settings of the account that the system needs, before anything is in it. */
  prepare?(standIn: StandIn): void
  silent: readonly Silence[]
  /** What it calls stages whose names cannot be chosen. */
  labels?: Partial<Record<StageStatus, string>>
}

const inHouse = ['clients', 'contacts'] as const
/** Keeps nobody back. */
const open = [...inHouse, 'private'] as const

/** Unified.to in front of an ATS that can do less. */
function unifiedWith(connectionId: string, title: string, can: Partial<Capabilities>, silent: readonly Silence[]) {
  return {
    title,
    system: { ...unified, capabilities: { ...unified.capabilities, ...can } },
    kind: unifiedKind,
    fields: () => ({ apiKey: unifiedKind.key, connectionId, workspaceSecret }),
    silent: [...open, ...silent],
  }
}

export const testedSystems: readonly TestedSystem[] = [
  {
    ...{ title: 'Greenhouse', system: greenhouse, kind: greenhouseKind, silent: inHouse },
    fields: () => ({ clientId: 'client-1', clientSecret: 'secret-1' }),
  },
  {
    ...{ title: 'Lever', system: lever, kind: leverKind, silent: inHouse },
    fields: (userEmail) => ({ apiKey: leverKind.key, actAs: userEmail }),
  },
  {
    ...{ title: 'Ashby', system: ashby, kind: ashbyKind, silent: open },
    fields: () => ({ apiKey: ashbyKind.key }),
  },
  {
    ...{ title: 'SmartRecruiters', system: smartrecruiters, kind: smartrecruitersKind },
    labels: {
      ...{ applied: 'New', submitted: 'In Review', screening: 'In Review', finalInterview: 'Interview' },
      offer: 'Offered',
    },
    silent: [...open, 'owner'],
    fields: () => ({ apiKey: smartrecruitersKind.key }),
  },
  {
    ...{ title: 'Workable', system: workable, kind: workableKind, silent: [...open, 'owner'] },
    fields: (userEmail) => ({ subdomain: 'quarry', apiKey: workableKind.key, memberEmail: userEmail }),
  },
  {
    ...{ title: 'BambooHR', system: bamboohr, kind: bamboohrKind, silent: [...open, 'owner'] },
    fields: () => ({ company: 'quarry', apiKey: bamboohrKind.key }),
  },
  {
    ...{ title: 'Breezy HR', system: breezyhr, kind: breezyhrKind, silent: [...open, 'hiringManager', 'owner'] },
    fields: () => ({ token: breezyhrKind.key }),
  },
  {
    ...{ title: 'Zoho Recruit', system: zohoRecruit, kind: zohoRecruitKind },
    silent: ['private', 'contacts', 'hiringManager', 'owner'],
    fields: () => {
      const [clientId = '', clientSecret = '', refreshToken = ''] = zohoRecruitKind.key.split(':')
      return { dataCentre: 'eu', clientId, clientSecret, refreshToken }
    },
  },
  {
    ...{ title: 'iCIMS', system: icims, kind: icimsKind, silent: inHouse },
    fields: () => ({
      ...{ customerId: '1234', clientId: 'client-1', clientSecret: 'secret-1', region: 'us' },
      ...{ statusList: 'workflowstatus', userFolders: 'D32011', jobFolders: '' },
      noteCollection: 'interviewlog: notetext, notedate',
    }),
  },
  {
    ...{ title: 'Jobvite', system: jobvite, kind: jobviteKind, silent: [...open, 'owner'] },
    fields: () => ({
      ...{ apiKey: 'jobvite-key-1', apiSecret: 'jobvite-secret-1' },
      states: defaultStages.map(({ label }) => label).join('; '),
    }),
    prepare: ({ desk }) => void desk.settings.set('showsManagers', true),
  },
  {
    ...{ title: 'Freshteam', system: freshteam, kind: freshteamKind, silent: [...open, 'hiringManager', 'owner'] },
    fields: () => ({ account: 'quarry', apiKey: freshteamKind.key }),
  },
  {
    ...{ title: 'Workday', system: workday, kind: workdayKind, silent: open },
    fields: () => ({
      ...{ host: 'wd5-services1.myworkday.com', tenant: 'acme', user: 'ISU_Parley', password: 'isu-secret-1' },
      ...{ reportOwner: 'rae.cho', version: 'v43.0' },
    }),
  },
  {
    ...{ title: 'Loxo', system: loxo, kind: loxoKind, silent: ['private', 'hiringManager', 'owner'] },
    fields: () => ({ agency: 'quarry', apiKey: loxoKind.key }),
  },
  {
    ...{
      title: 'Crelate',
      system: crelate,
      kind: crelateKind,
      silent: ['private', 'clientNames', 'hiringManager', 'userEmails'],
    },
    fields: () => ({ apiKey: crelateKind.key }),
  },
  {
    ...{
      title: 'Recruit CRM',
      system: recruitcrm,
      kind: recruitcrmKind,
      silent: ['private', 'clientNames', 'hiringManager'],
    },
    fields: () => ({ apiKey: recruitcrmKind.key }),
  },
  {
    ...{ title: 'Recruiterflow', system: recruiterflow, kind: recruiterflowKind, silent: ['private', 'contacts'] },
    // Whoever is disqualified is in there.
    labels: { rejected: 'Disqualified' },
    fields: () => ({ apiKey: recruiterflowKind.key }),
  },
  unifiedWith('conn-full', 'Unified.to, before an ATS that does everything', {}, []),
  unifiedWith(
    'conn-notes',
    'Unified.to, before an ATS without interviews',
    { interviewRead: 'none', interviewWrite: 'note', users: 'none' },
    ['hiringManager', 'owner'],
  ),
  unifiedWith(
    'conn-read',
    'Unified.to, before an ATS that is only read',
    { changes: 'whole', interviewWrite: 'none', stageWrite: 'none', noteWrite: 'none', users: 'none' },
    ['hiringManager', 'owner'],
  ),
]

/** Those with clients; and Unified.to, behind which anything may be. */
export function isForAgencies({ system, silent }: TestedSystem): boolean {
  return !silent.includes('clients') || system.id === 'unified'
}
