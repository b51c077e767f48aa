import type { Capabilities } from '../../src/ats/connector.ts'
import { defaultStages } from '../../src/ats/recordWrites.ts'
import type { StageStatus } from '../../src/domain/records.ts'
import type { Silence, TestedSystem } from '../fakes/ats/systems.ts'

// What a system has, for the contract of all: which promises there can be, and which fallback is promised instead.

export interface AtsTraits {
  /** As people call it, in the sentences about what it cannot do. */
  name: string
  /** Jobs belong to clients; else they are the company's own, and whom the sample calls contact is their hiring manager. */
  hasClients: boolean
  hasClientNames: boolean
  hasContacts: boolean
  hasHiringManagers: boolean
  /** Whether people of the hiring team who only interview are told apart. */
  hasInterviewers: boolean
  hasUserEmails: boolean
  hasOwners: boolean
  /** Zone, title and the like; and files that are kept with the records. */
  hasDetails: boolean
  /** Whether proofs lead to a page. */
  hasLinks: boolean
  interviewWrite: Capabilities['interviewWrite']
  stageWrite: Capabilities['stageWrite']
  noteWrite: Capabilities['noteWrite']
  /** What the stages of the sample are called there. */
  label: Readonly<Record<StageStatus, string>>
}

const usualLabels = Object.fromEntries(defaultStages.map(({ status, label }) => [status, label])) as Readonly<
  Record<StageStatus, string>
>

export const traitsOfLocal: AtsTraits = {
  name: 'Parley',
  ...{
    hasClients: true,
    hasClientNames: true,
    hasContacts: true,
    hasHiringManagers: true,
    hasInterviewers: true,
    hasUserEmails: true,
  },
  ...{ hasOwners: true, hasDetails: true, hasLinks: true },
  ...{ interviewWrite: 'native', stageWrite: 'native', noteWrite: 'native' },
  label: usualLabels,
}

export function traitsOf({ system, silent, labels }: TestedSystem): AtsTraits {
  const { name, capabilities: can } = system
  const { interviewWrite, stageWrite, noteWrite } = can
  const tells = (what: Silence) => !silent.includes(what)
  const hasUsers = can.users !== 'none'
  return {
    name,
    hasClients: tells('clients'),
    hasClientNames: tells('clientNames'),
    hasContacts: tells('contacts'),
    hasHiringManagers: hasUsers && can.hiringTeam !== 'none' && tells('hiringManager'),
    hasInterviewers: false,
    hasUserEmails: hasUsers && tells('userEmails'),
    hasOwners: hasUsers && tells('owner'),
    ...{ hasDetails: false, hasLinks: false, interviewWrite, stageWrite, noteWrite },
    label: { ...usualLabels, ...labels },
  }
}
