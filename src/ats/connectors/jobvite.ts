import { z } from 'zod'
import type { Access, AtsConnector, AtsSystem, Stream } from '../connector.ts'
import { type ProbeAsk, runProbes } from '../runProbes.ts'
import { readObject, readRows } from '../vendorRows.ts'
import { grants, type JobviteHttp, name, openJobvite } from './jobviteHttp.ts'
import {
  candidateRow,
  type JobRow,
  jobRow,
  outcomeOf,
  showApplication,
  showCandidate,
  showJob,
  showManagers,
  showStage,
} from './jobviteRows.ts'

// Jobvite, v2 for reading and v1 for the one write (vendor's document and recorded answers, read November 2026). Interviews, notes and users have no
// interface that is documented. States of the workflow are known by name, from the form and from who is in them.

const pageSize = 500
/** Whether the first row is number 0 or 1 is disputed, and rows shift while they are read: pages lie over each other. */
const pageOverlap = 10
/** The filter of changes knows days, of a zone that is not said. */
const dayMs = 24 * 3600_000
const idsMax = 50

const jobAnswer = z.object({ requisitions: z.array(z.unknown()) })
const candidateAnswer = z.object({ candidates: z.array(z.unknown()) })

function open(access: Access): AtsConnector {
  const http = openJobvite(access)
  const order = readOrder(access.fields.states)
  return {
    streams: createStreams(http, order),
    probe: () => runProbes(probes(http)),
    async readApplication({ applicationId }) {
      const body = await http.get('/candidate', { applicationId, start: 0, count: 1 })
      const { rows } = readRows(candidateRow, readObject(candidateAnswer, body, name).candidates, name)
      const found = rows.find(({ application }) => application.eId === applicationId)?.application
      if (!found) return null
      return { stageId: found.workflowState, stageLabel: found.workflowState, outcome: outcomeOf(found) }
    },
    moveStage: ({ applicationId, toStageId }) => http.move([{ applicationId, wflowstate: toStageId }]),
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: null,
    canFindNotes: false,
    listAttachments: null,
    checkHook: null,
    registerHook: null,
  }
}

const readOrder = (text: string | undefined) => [
  ...new Set((text ?? '').split(/[;\n]/).flatMap((one) => one.trim() || [])),
]

/** Jobs, then applications with the people they are of. Only 500 requests a day may be for jobs. */
function createStreams(http: JobviteHttp, order: readonly string[]): readonly Stream[] {
  const known = new Set<string>()
  const showJobs = (rows: readonly JobRow[]) => {
    for (const { eId } of rows) known.add(eId)
    return {
      users: rows.flatMap(showManagers),
      jobs: rows.map(showJob),
      stages: rows.flatMap(({ eId }) => order.map((state) => showStage(eId, state, order))),
    }
  }

  async function readJobs(query: Record<string, string | number>) {
    const { requisitions } = readObject(jobAnswer, await http.get('/job', query), name)
    return { ...readRows(jobRow, requisitions, name), count: requisitions.length }
  }

  /** Jobs that were opened since the list was read. */
  async function readUnknownJobs(ids: readonly string[]) {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id)).slice(0, idsMax)
    if (unknown.length === 0) return showJobs([])
    const { rows } = await readJobs({ ids: unknown.join(','), start: 0, count: idsMax })
    // Asked for once: what is not shown is kept from us.
    for (const id of unknown) known.add(id)
    return showJobs(rows)
  }

  return [
    {
      name: 'jobs',
      kinds: ['users', 'jobs'],
      mode: 'whole',
      everyMinutes: 60,
      async read({ page }) {
        const start = Number(page ?? 0)
        const { rows, leftOut, count } = await readJobs({ start, count: pageSize })
        return { rows: { ...showJobs(rows), leftOut }, next: nextOf(start, count) }
      },
    },
    {
      name: 'applications',
      kinds: ['candidates', 'applications'],
      mode: 'changes',
      everyMinutes: 0,
      async read({ since, page }) {
        const start = Number(page ?? 0)
        const from = since && new Date(since.getTime() - dayMs).toISOString().slice(0, 10)
        const days = from === null ? {} : { datestart: from, dateFormat: 'yyyy-MM-dd' }
        const body = await http.get('/candidate', { ...days, start, count: pageSize })
        const { candidates } = readObject(candidateAnswer, body, name)
        const { rows, leftOut } = readRows(candidateRow, candidates, name)
        const wanted = rows.filter(({ application }) => since === null || application.lastUpdatedDate >= since)
        const { stages, ...jobs } = await readUnknownJobs(wanted.map(({ application }) => application.job.eId))
        const seen = wanted.map(({ application }) => showStage(application.job.eId, application.workflowState, order))
        const shown = {
          ...jobs,
          stages: [...stages, ...onlyOnce(seen)],
          candidates: wanted.map(showCandidate),
          applications: wanted.map(showApplication),
        }
        return { rows: { ...shown, leftOut }, next: nextOf(start, candidates.length) }
      },
    },
  ]
}

const onlyOnce = <Row extends { id: string; jobId: string }>(rows: readonly Row[]) => [
  ...new Map(rows.map((row) => [`${row.jobId} ${row.id}`, row])).values(),
]

const nextOf = (start: number, count: number) => (count < pageSize ? null : String(start + count - pageOverlap))

function probes(http: JobviteHttp): ProbeAsk[] {
  const one = { start: 0, count: 1 }
  const read = (capability: string, path: '/candidate' | '/job') => ({
    capability,
    permission: grants[path],
    ask: () => http.get(path, one),
  })
  return [
    read('read candidates and applications', '/candidate'),
    read('read jobs', '/job'),
    {
      capability: 'move candidates',
      permission: grants.move,
      // An application that nobody has: its refusal shows that moves are taken.
      ask: () => http.move([{ applicationId: 'parley-probe', wflowstate: 'parley-probe' }]),
      passing: ['refused', 'notFound'],
    },
  ]
}

export const jobvite: AtsSystem = {
  id: 'jobvite',
  name,
  depth: 2,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'none',
    interviewWrite: 'none',
    stageWrite: 'native',
    noteWrite: 'none',
    users: 'collected',
    hiringTeam: 'partly',
    attachments: 'none',
    stages: 'collected',
    hooks: 'none',
    actingUser: 'none',
  },
  does: 'Reads candidates, their applications with the workflow state, and jobs, and moves applications to another workflow state.',
  doesNot:
    'Jobvite documents no interface for interviews, notes and users: interviews and the log of what happens are kept in Parley, which sends the invitations, ' +
    'and people are added in Parley, except hiring managers where your job feed names them. A new job is seen with its first applicant, else within the hour, ' +
    'accounts of more than 10,000 requisitions exceed what may be read of jobs a day, and resumes are only opened in Jobvite.',
  fields: [
    {
      name: 'apiKey',
      label: 'API Key',
      hint: 'The key that Jobvite Customer Success has issued',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
    {
      name: 'apiSecret',
      label: 'API Secret Key',
      hint: 'The secret that came with the key',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
    {
      name: 'states',
      label: 'Workflow States',
      hint: 'In the order of your workflow, separated by semicolons, written as in Jobvite; without them Parley knows only states that somebody is in, and guesses their order',
      isSecret: false,
      isRequired: false,
    },
  ],
  steps: [
    'Ask Jobvite Customer Success for an API Key and API Secret Key for Parley, granted the candidate and the job API for reading (v2), and the candidate API with updateCandidates (v1) for moves.',
    'If your account has a list of allowed addresses, have the one of your Parley added to it.',
    'Write down the names of your workflow states in their order, exactly as Jobvite shows them, and enter them here.',
  ],
  hookSteps: [],
  everyMinutes: 2,
  open,
}
