import type { ApplicationContext, ApplicationSummary } from '../ats/port.ts'
import type { DraftAction, DraftMessage, FormField } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { fullName } from '../domain/names.ts'
import type { Deps } from './deps.ts'
import type { Conversation, ScheduleChoices, ScheduleWish } from './scheduleWish.ts'

export type Found = { kind: 'one'; application: ApplicationContext } | { kind: 'ask'; draft: DraftMessage }

/** The one application a wish means; several or none are a question with buttons, never a guess. */
export async function findApplication(
  deps: Deps,
  talk: Conversation,
  wish: ScheduleWish,
  choices: ScheduleChoices,
): Promise<Found> {
  if (choices.applicationId) {
    const application = await deps.ats.readApplication(talk.tenantId, choices.applicationId)
    if (application) return { kind: 'one', application }
    return { kind: 'ask', draft: textDraft('That application is no longer in the ATS, so nothing was opened.') }
  }
  if (!wish.candidate)
    return {
      kind: 'ask',
      draft: textDraft('Whom should I schedule? For example: schedule Jane with Acme for the Backend role'),
    }
  const search = await deps.ats.findApplications(talk.tenantId, {
    candidate: wish.candidate,
    client: wish.counterparts[0] ?? null,
    job: wish.job,
  })
  const matches = ofMeant(search.matches, choices.candidateId ? [choices.candidateId] : (wish.recordIds ?? []))
  const [only, ...others] = matches
  if (only && others.length === 0) {
    const application = await deps.ats.readApplication(talk.tenantId, only.applicationId)
    if (application) return { kind: 'one', application }
  }
  if (only) return { kind: 'ask', draft: whichApplicationDraft(matches, wish) }
  return { kind: 'ask', draft: notFoundDraft(deps, search, wish) }
}

/** Of several people of one name a button, or the rest of the sentence, has said which one. */
function ofMeant(matches: readonly ApplicationSummary[], candidateIds: readonly string[]) {
  const meant = matches.filter((m) => candidateIds.includes(m.candidateId))
  return meant.length > 0 ? meant : matches
}

function whichApplicationDraft(matches: readonly ApplicationSummary[], wish: ScheduleWish): DraftMessage {
  const shown = matches.slice(0, 8)
  return {
    parts: [
      { kind: 'text', text: `I found ${matches.length} applications that fit. Which one do you mean?` },
      ...(matches.length > shown.length
        ? [
            {
              kind: 'note' as const,
              tone: 'info' as const,
              text: `The first ${shown.length} are shown; naming the job or client narrows it.`,
            },
          ]
        : []),
    ],
    actions: shown.map((m) => ({
      kind: 'scheduleWith',
      data: { wish, choices: { applicationId: m.applicationId } },
      label: [m.candidateName, m.jobTitle, m.clientName, m.stageLabel].filter(Boolean).join(' · '),
      style: 'normal',
    })),
    privateNames: matches.map((m) => m.candidateName),
  }
}

function notFoundDraft(
  deps: Deps,
  search: Awaited<ReturnType<Deps['ats']['findApplications']>>,
  wish: ScheduleWish,
): DraftMessage {
  const sentences: string[] = []
  const actions: DraftAction[] = []
  const client = wish.counterparts[0] ?? null
  if (search.unmatched.includes('candidate')) sentences.push(`I know no candidate called "${wish.candidate}".`)
  if (search.unmatched.includes('client') && client)
    sentences.push(`I know no client, contact or colleague called "${client}".`)
  if (search.unmatched.includes('job') && wish.job) sentences.push(`I know no job called "${wish.job}".`)
  if (sentences.length === 0)
    sentences.push(
      `I found ${[wish.candidate, client, wish.job].filter(Boolean).join(', ')}, but no application that joins them.`,
    )
  sentences.push('Nothing was opened.')

  const retry = (patch: Partial<ScheduleWish>, label: string): DraftAction => ({
    kind: 'scheduleWith',
    data: { wish: { ...wish, ...patch }, choices: {} },
    label,
    style: 'normal',
  })
  for (const name of search.nearest.candidates) actions.push(retry({ candidate: name }, `Candidate: ${name}`))
  for (const name of search.nearest.clients)
    actions.push(retry({ counterparts: [name, ...wish.counterparts.slice(1)] }, `With: ${name}`))
  for (const title of search.nearest.jobs) actions.push(retry({ job: title }, `Job: ${title}`))
  if (deps.ats.addRecord) {
    // A new client comes with its first job.
    const isJobUnknown = search.unmatched.includes('job') || search.unmatched.includes('client')
    const isCandidateUnknown = search.unmatched.includes('candidate') && couldBeName(wish.candidate)
    if (isJobUnknown) actions.push(addJobAction(wish))
    // Everybody is known, but nothing joins them: the same form puts the candidate forward for the job.
    if (isCandidateUnknown || search.unmatched.length === 0) actions.push(addCandidateAction(wish, isCandidateUnknown))
  }
  const privateNames = [...(wish.candidate ? [wish.candidate] : []), ...search.nearest.candidates]
  return { parts: [{ kind: 'text', text: sentences.join(' ') }], actions, privateNames }
}

/** A misread sentence is no person to add. */
function couldBeName(written: string | null): boolean {
  return written !== null && written.split(' ').length <= 3
}

function addCandidateAction(wish: ScheduleWish, isUnknown: boolean): DraftAction {
  return {
    kind: 'addCandidate',
    data: { wish },
    label: isUnknown
      ? `Add ${wish.candidate ?? 'a candidate'}`
      : `Put ${wish.candidate ?? 'the candidate'} forward for the job`,
    style: 'normal',
    submitLabel: 'Add and go on',
    form: [
      {
        kind: 'text',
        name: 'name',
        label: 'Name',
        value: wish.candidate ?? '',
        isRequired: true,
        maxLength: 120,
        isMultiline: false,
      },
      { kind: 'email', name: 'email', label: 'E-mail', value: '', isRequired: true },
      { kind: 'text', name: 'phone', label: 'Phone', value: '', isRequired: false, maxLength: 40, isMultiline: false },
      {
        kind: 'text',
        name: 'job',
        label: 'Job',
        value: wish.job ?? '',
        isRequired: true,
        maxLength: 160,
        isMultiline: false,
      },
      clientField(wish),
    ],
  }
}

function clientField(wish: ScheduleWish): FormField {
  return {
    kind: 'text',
    name: 'client',
    label: 'Client',
    hint: 'Leave empty for a job of your own company',
    value: wish.counterparts[0] ?? '',
    isRequired: false,
    maxLength: 120,
    isMultiline: false,
  }
}

function addJobAction(wish: ScheduleWish): DraftAction {
  return {
    kind: 'addJob',
    data: { wish },
    label: 'Add a job',
    style: 'normal',
    submitLabel: 'Add the job',
    form: [
      {
        kind: 'text',
        name: 'title',
        label: 'Job title',
        value: wish.job ?? '',
        isRequired: true,
        maxLength: 160,
        isMultiline: false,
      },
      clientField(wish),
    ],
  }
}

export function missingEmailDraft(
  application: ApplicationContext,
  wish: ScheduleWish,
  choices: ScheduleChoices,
): DraftMessage {
  const name = fullName(application.candidate)
  return textDraft(
    `${name} has no e-mail address in the ATS, so I cannot ask. Add one to the record, then press the button. Nothing was opened.`,
    [
      {
        kind: 'scheduleWith',
        data: { wish, choices: { ...choices, applicationId: application.applicationId } },
        label: 'Try again',
        style: 'primary',
      },
    ],
  )
}
