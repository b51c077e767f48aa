import type { AtsConnector, AtsSystem, HookVerdict } from '../../src/ats/connector.ts'
import { type OpenSystemsOptions, openSystems } from '../../src/ats/openSystems.ts'
import type { Probe } from '../../src/domain/connection.ts'
import { ParleyError } from '../../src/domain/errors.ts'
import { openSealer } from '../../src/store/seal.ts'
import type { TestStore } from './testStore.ts'

// An ATS that exists on paper: what its pages, doors and turns need, with everything it answers in the hands of the test.

export interface PaperDesk {
  /** What was entered each time somebody tried to open it. */
  opened: Record<string, string>[]
  probes: Probe[]
  /** Thrown by the next probe in place of an answer. */
  fault: ParleyError | null
  /** Pages that are left to read, by API key. */
  pagesLeft: Map<string, number>
  /** API keys in the order in which their pages were read. */
  reads: string[]
  registered: string[]
}

export const goodKey = 'key-4711-good'

const works = (capability: string): Probe => ({ capability, state: 'ok', permission: null, said: 'Works.' })

/** Takes the key `goodKey` and what begins with it; every other one is not let in. */
export function openPaperAts(
  { clock }: Pick<TestStore, 'clock'>,
  given: Partial<AtsSystem> = {},
  options: Partial<OpenSystemsOptions> = {},
) {
  const desk: PaperDesk = {
    opened: [],
    probes: [works('read candidates'), works('read jobs')],
    fault: null,
    pagesLeft: new Map(),
    reads: [],
    registered: [],
  }
  const system: AtsSystem = {
    id: 'greenhouse',
    name: 'Paper ATS',
    depth: 3,
    capabilities: {
      ...{ changes: 'since', removals: 'daily', interviewRead: 'none', interviewWrite: 'native', stageWrite: 'native' },
      ...{ noteWrite: 'native', users: 'native', hiringTeam: 'native', attachments: 'none', stages: 'perJob' },
      ...{ hooks: 'signed', actingUser: 'none' },
    },
    does: 'Reads people & jobs, <writes> interviews.',
    doesNot: 'It brews no coffee.',
    fields: [
      {
        name: 'company',
        label: 'Company',
        hint: 'As in your address',
        isSecret: false,
        isRequired: true,
        pattern: /^\w+$/,
      },
      { name: 'apiKey', label: 'API key', hint: 'Shown once', isSecret: true, isRequired: true, pattern: /^\S+$/ },
      {
        name: 'region',
        label: 'Region',
        hint: 'Where your account is',
        isSecret: false,
        isRequired: false,
        choices: [
          { value: 'eu', label: 'Europe' },
          { value: 'us', label: 'America' },
        ],
      },
    ],
    steps: ['Open the settings.', 'Copy the key.'],
    hookSteps: ['Paste the address.'],
    everyMinutes: 2,
    open: ({ fields }) => openPaper(desk, fields),
    ...given,
  }
  const systems = openSystems({
    all: [system],
    clock,
    fetch,
    pause: async () => {},
    sealer: openSealer('a secret of the tests, long enough for a key'),
    ...options,
  })
  return { desk, system, systems }
}

function openPaper(desk: PaperDesk, fields: Readonly<Record<string, string>>): AtsConnector {
  desk.opened.push({ ...fields })
  const { apiKey = '' } = fields
  return {
    streams: [
      {
        name: 'people',
        kinds: ['candidates'],
        mode: 'changes',
        everyMinutes: 0,
        read: async () => {
          const left = desk.pagesLeft.get(apiKey) ?? 0
          desk.pagesLeft.set(apiKey, Math.max(0, left - 1))
          desk.reads.push(apiKey)
          return { rows: {}, next: left > 1 ? String(left - 1) : null }
        },
      },
    ],
    probe: async () => {
      if (desk.fault) throw desk.fault
      if (!apiKey.startsWith(goodKey))
        return [{ capability: 'read candidates', state: 'failing', permission: null, said: 'The key is not accepted.' }]
      return desk.probes
    },
    readApplication: async () => null,
    moveStage: null,
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: null,
    canFindNotes: false,
    listAttachments: null,
    checkHook: ({ headers, body, secret }): HookVerdict =>
      headers['x-paper'] === secret
        ? { kind: 'good', id: headers['x-id'] ?? body.toString('latin1').slice(0, 40), event: 'changed' }
        : { kind: 'refused', why: 'the signature is not that of the secret' },
    registerHook: async (url) => {
      desk.registered.push(url)
      return { secret: 'made-by-the-vendor' }
    },
  }
}

export function refusal(message: string, code: ParleyError['code'] = 'unavailable'): ParleyError {
  return new ParleyError(code, message)
}
