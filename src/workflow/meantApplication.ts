import type { ApplicationContext, ApplicationSummary } from '../ats/port.ts'
import { fullName, namesPerson } from '../domain/names.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import type { TalkWords } from '../words/replyWords.ts'
import type { Deps } from './deps.ts'
import { findRequests, type Meant } from './findRequests.ts'
import { chooseAction, noneDraft } from './meantRequest.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, sentence } from './speech.ts'

export type MeantApplication =
  /** `request` is the newest one of this application, when there is one. */
  { kind: 'one'; application: ApplicationContext; request: Request | null } | { kind: 'ask'; draft: Composer }

/** The one application a sentence is about, with or without a request; none or several are a question. */
export async function meantApplication(
  deps: Deps,
  talk: Conversation,
  intent: Intent & Meant,
): Promise<MeantApplication> {
  const found = await deps.store.inTenant(talk.tenantId, (tx) => findRequests(tx, talk, intent, 'held'))
  const own = found.filter((r) => r.atsConnection === deps.ats.connection)
  const byApplication = new Map<string, Request>()
  // Newest first; one that is still open says more than a later closed one.
  for (const request of own) {
    const known = byApplication.get(request.applicationId)
    if (!known || (isClosed(known.state) && !isClosed(request.state))) byApplication.set(request.applicationId, request)
  }
  const choices = new Map([...byApplication].map(([id, request]) => [id, labelOfRequest(request)]))
  if (choices.size === 0) for (const [id, label] of await readMatches(deps, talk, intent)) choices.set(id, label)
  const [only, ...others] = choices.keys()
  if (!only) return { kind: 'ask', draft: nobodyDraft(intent.about) }
  if (others.length > 0)
    return {
      kind: 'ask',
      draft: sentence(
        ({ talk }) => talk.requests.severalApplications(choices.size),
        [...choices].slice(0, 8).map(([id, label]) => chooseAction(intent, id, label)),
      ),
    }
  const application = await deps.ats.readApplication(talk.tenantId, only)
  if (!application) return { kind: 'ask', draft: sentence(({ talk }) => talk.requests.applicationGone) }
  return { kind: 'one', application, request: byApplication.get(only) ?? null }
}

function nobodyDraft(about: string | null): Composer {
  return about === null ? noneDraft(null) : sentence(({ talk }) => talk.requests.noApplication(about))
}

function labelOfApplication({ candidate, job, client }: ApplicationContext): string {
  return [fullName(candidate), job.title, client?.name].filter(Boolean).join(' · ')
}

function labelOfRequest(request: Request): string {
  return [request.candidateName, request.jobTitle, request.clientName].filter(Boolean).join(' · ')
}

async function readMatches(
  deps: Deps,
  talk: Conversation,
  { about, recordIds = [], narrowedBy = [] }: Meant,
): Promise<[string, string][]> {
  if (talk.chosenId) {
    const application = await deps.ats.readApplication(talk.tenantId, talk.chosenId)
    if (application) return [[talk.chosenId, labelOfApplication(application)]]
  }
  if (about === null) return []
  const { matches } = await deps.ats.findApplications(talk.tenantId, { candidate: about, client: null, job: null })
  const ids = talk.chosenId ? [talk.chosenId] : recordIds
  const known = matches.filter((m) => ids.includes(m.candidateId))
  const meant = talk.chosenId || known.length > 0 ? known : matches
  const narrowed: ApplicationSummary[] = []
  for (const match of meant) if (await fitsNames(deps, talk, about, narrowedBy, match)) narrowed.push(match)
  return narrowed.map((m) => [m.applicationId, [m.candidateName, m.jobTitle, m.clientName].filter(Boolean).join(' · ')])
}

/** Each further name is the job, the client, or somebody there whom the ATS knows. */
async function fitsNames(
  deps: Deps,
  talk: Conversation,
  candidate: string,
  names: readonly string[],
  match: ApplicationSummary,
): Promise<boolean> {
  for (const client of names) {
    if ([match.jobTitle, match.clientName ?? ''].some((known) => namesPerson(client, known))) continue
    const { matches } = await deps.ats.findApplications(talk.tenantId, { candidate, client, job: null })
    if (!matches.some((m) => m.applicationId === match.applicationId)) return false
  }
  return true
}

/** "Jane Whitfield, Backend Engineer at Acme Robotics" */
export function describeApplication(talk: TalkWords, { candidate, job, client }: ApplicationContext): string {
  return `${fullName(candidate)}, ${client ? talk.at(job.title, client.name) : job.title}`
}
