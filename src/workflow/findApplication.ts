import type { ApplicationContext, ApplicationSummary } from '../ats/port.ts'
import type { DraftAction, FormField } from '../bot/message.ts'
import { fullName } from '../domain/names.ts'
import type { OpeningWords } from '../words/replyWords.ts'
import type { Deps } from './deps.ts'
import { openingExample } from './helpDraft.ts'
import type { Conversation, ScheduleChoices, ScheduleWish } from './scheduleWish.ts'
import { type Composer, sentence } from './speech.ts'

export type Found = { kind: 'one'; application: ApplicationContext } | { kind: 'ask'; draft: Composer }

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
    return { kind: 'ask', draft: sentence(({ opening }) => opening.applicationGone) }
  }
  if (!wish.candidate)
    return {
      kind: 'ask',
      draft: sentence(({ opening }) => opening.whom(openingExample())),
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

function whichApplicationDraft(matches: readonly ApplicationSummary[], wish: ScheduleWish): Composer {
  const shown = matches.slice(0, 8)
  return ({ words: { opening, talk } }) => ({
    parts: [
      { kind: 'text', text: opening.applications(matches.length) },
      ...(matches.length > shown.length
        ? [{ kind: 'note' as const, tone: 'info' as const, text: talk.people.firstShown(shown.length) }]
        : []),
    ],
    actions: shown.map((m) => ({
      kind: 'scheduleWith',
      data: { wish, choices: { applicationId: m.applicationId } },
      label: [m.candidateName, m.jobTitle, m.clientName, m.stageLabel].filter(Boolean).join(' · '),
      style: 'normal',
    })),
    privateNames: matches.map((m) => m.candidateName),
  })
}

type Search = Awaited<ReturnType<Deps['ats']['findApplications']>>

function notFoundDraft(deps: Deps, search: Search, wish: ScheduleWish): Composer {
  const privateNames = [...(wish.candidate ? [wish.candidate] : []), ...search.nearest.candidates]
  return ({ words: { opening } }) => ({
    parts: [{ kind: 'text', text: notFoundSentences(search, wish, opening).join(' ') }],
    actions: [...nearestActions(search, wish, opening), ...addActions(deps, search, wish, opening)],
    privateNames,
  })
}

function notFoundSentences({ unmatched }: Search, wish: ScheduleWish, opening: OpeningWords): string[] {
  const client = wish.counterparts[0] ?? null
  const sentences = [
    ...(unmatched.includes('candidate') ? [opening.noCandidate(wish.candidate ?? '')] : []),
    ...(unmatched.includes('client') && client ? [opening.noCounterpart(client)] : []),
    ...(unmatched.includes('job') && wish.job ? [opening.noJob(wish.job)] : []),
  ]
  if (sentences.length === 0)
    sentences.push(opening.notJoined([wish.candidate, client, wish.job].filter(Boolean).join(', ')))
  return [...sentences, opening.nothingOpened]
}

function nearestActions({ nearest }: Search, wish: ScheduleWish, opening: OpeningWords): DraftAction[] {
  const retry = (patch: Partial<ScheduleWish>, label: string): DraftAction => ({
    kind: 'scheduleWith',
    data: { wish: { ...wish, ...patch }, choices: {} },
    label,
    style: 'normal',
  })
  return [
    ...nearest.candidates.map((name) => retry({ candidate: name }, opening.nearCandidate(name))),
    ...nearest.clients.map((name) =>
      retry({ counterparts: [name, ...wish.counterparts.slice(1)] }, opening.nearClient(name)),
    ),
    ...nearest.jobs.map((title) => retry({ job: title }, opening.nearJob(title))),
  ]
}

function addActions(deps: Deps, { unmatched }: Search, wish: ScheduleWish, opening: OpeningWords): DraftAction[] {
  if (!deps.ats.addRecord) return []
  // A new client comes with its first job.
  const isJobUnknown = unmatched.includes('job') || unmatched.includes('client')
  const isCandidateUnknown = unmatched.includes('candidate') && couldBeName(wish.candidate)
  return [
    ...(isJobUnknown ? [addJobAction(wish, opening)] : []),
    // Everybody is known, but nothing joins them: the same form puts the candidate forward for the job.
    ...(isCandidateUnknown || unmatched.length === 0 ? [addCandidateAction(wish, isCandidateUnknown, opening)] : []),
  ]
}

/** A misread sentence is no person to add. */
function couldBeName(written: string | null): boolean {
  return written !== null && written.split(' ').length <= 3
}

function addCandidateAction(wish: ScheduleWish, isUnknown: boolean, { add }: OpeningWords): DraftAction {
  const { candidate } = wish
  const addIt = candidate === null ? add.aCandidate : add.candidate(candidate)
  const putForward = candidate === null ? add.forwardTheCandidate : add.forward(candidate)
  return {
    kind: 'addCandidate',
    data: { wish },
    label: isUnknown ? addIt : putForward,
    style: 'normal',
    submitLabel: add.goOn,
    form: [
      {
        kind: 'text',
        name: 'name',
        label: add.name,
        value: wish.candidate ?? '',
        isRequired: true,
        maxLength: 120,
        isMultiline: false,
      },
      { kind: 'email', name: 'email', label: add.email, value: '', isRequired: true },
      {
        kind: 'text',
        name: 'phone',
        label: add.phone,
        value: '',
        isRequired: false,
        maxLength: 40,
        isMultiline: false,
      },
      {
        kind: 'text',
        name: 'job',
        label: add.job,
        value: wish.job ?? '',
        isRequired: true,
        maxLength: 160,
        isMultiline: false,
      },
      clientField(wish, add),
    ],
  }
}

function clientField(wish: ScheduleWish, add: OpeningWords['add']): FormField {
  return {
    kind: 'text',
    name: 'client',
    label: add.client,
    hint: add.clientHint,
    value: wish.counterparts[0] ?? '',
    isRequired: false,
    maxLength: 120,
    isMultiline: false,
  }
}

function addJobAction(wish: ScheduleWish, { add }: OpeningWords): DraftAction {
  return {
    kind: 'addJob',
    data: { wish },
    label: add.aJob,
    style: 'normal',
    submitLabel: add.theJob,
    form: [
      {
        kind: 'text',
        name: 'title',
        label: add.jobTitle,
        value: wish.job ?? '',
        isRequired: true,
        maxLength: 160,
        isMultiline: false,
      },
      clientField(wish, add),
    ],
  }
}

export function missingEmailDraft(
  application: ApplicationContext,
  wish: ScheduleWish,
  choices: ScheduleChoices,
): Composer {
  return sentence(
    ({ opening }) => opening.noAddress(fullName(application.candidate)),
    ({ words }) => [
      {
        kind: 'scheduleWith',
        data: { wish, choices: { ...choices, applicationId: application.applicationId } },
        label: words.opening.tryAgain,
        style: 'primary',
      },
    ],
  )
}
