import { type HookRules, signHex } from './hooks.ts'
import type { Application, World, WorldChange } from './world.ts'

// Greenhouse's webhooks still tell things in the nested shape of v1 and say `active`.

const eventOf: Readonly<Record<string, string>> = {
  'candidates updated': 'update_candidate',
  'candidates removed': 'delete_candidate',
  'applications added': 'new_candidate_application',
  'applications updated': 'application_updated',
  'applications removed': 'delete_application',
  'interviews removed': 'interview_deleted',
}

function nameEvent({ kind, before, after }: WorldChange): string | null {
  const verb = before === null ? 'added' : after === null ? 'removed' : 'updated'
  if (kind === 'applications' && verb === 'updated') {
    const [old, current] = [before, after] as Application[]
    if (old?.stageId !== current?.stageId) return 'candidate_stage_change'
    if (old?.status !== current?.status)
      return { rejected: 'reject_candidate', active: 'unreject_candidate', hired: 'hire_candidate' }[
        current?.status ?? 'active'
      ]
  }
  return eventOf[`${kind} ${verb}`] ?? null
}

function showApplication(world: World, row: Application) {
  const candidate = world.candidates.get(row.candidateId)
  const job = world.jobs.get(row.jobId)
  const stage = world.stages.get(row.stageId)
  return {
    id: Number(row.id),
    status: row.status,
    prospect: false,
    applied_at: row.createdAt,
    last_activity_at: row.updatedAt,
    url: `https://app.greenhouse.example/people/${row.candidateId}?application_id=${row.id}`,
    current_stage: stage ? { id: Number(stage.id), name: stage.label, interviews: [] } : null,
    candidate: candidate && {
      id: Number(candidate.id),
      first_name: candidate.firstName,
      last_name: candidate.lastName,
      email_addresses: candidate.emails.map((value) => ({ value, type: 'personal' })),
      recruiter: null,
      coordinator: null,
      attachments: [],
    },
    jobs: job ? [{ id: Number(job.id), name: job.title, status: job.status }] : [],
  }
}

/** JSON with everything beyond ASCII escaped, as Greenhouse writes it: whoever serialises it anew gets another signature. */
function writeEscaped(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

export const greenhouseHooks: HookRules = {
  tell(change, world) {
    const event = nameEvent(change)
    if (event === null) return []
    const row = change.after ?? change.before
    const payload =
      change.kind === 'applications'
        ? { application: showApplication(world, row as Application) }
        : { [change.kind.slice(0, -1)]: { id: Number(row?.id) } }
    return [{ event, payload }]
  },
  sign(hook, action, payload, count) {
    const body = writeEscaped({ action, payload })
    const headers = {
      'content-type': 'application/json',
      signature: signGreenhouse(hook.secret, body),
      'greenhouse-event-id': String(700_000 + count),
    }
    return { headers, body }
  },
}

/** The Signature header: `sha256`, one blank, and the digest of the raw body. */
export function signGreenhouse(secret: string, body: string): string {
  return `sha256 ${signHex('sha256', secret, body)}`
}
