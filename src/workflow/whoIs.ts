import type { PersonSummary } from '../ats/port.ts'
import type { DraftMessage, MessagePart } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Deps } from './deps.ts'

// Takes:   a name (R50).
// Reads:   the ATS.
// Writes:  nothing.
// Effects: none; the answer is the caller's message.
// Refuses when: nobody is called so (nearest names as buttons), several are (buttons).

export async function whoIs(
  deps: Deps,
  tenantId: TenantId,
  name: string,
  recordIds: readonly string[] = [],
): Promise<DraftMessage> {
  const { matches, nearest } = await deps.ats.findPeople(tenantId, name)
  const chosen = matches.find(({ id }) => recordIds.length === 1 && recordIds.includes(id))
  if (chosen) return describePerson(deps, tenantId, chosen)
  const [only] = matches
  if (!only) {
    const draft = textDraft(
      `I know nobody called "${name}".${nearest.length > 0 ? ' Did you mean one of these?' : ''}`,
      nearest.map((n) => ({ kind: 'whoIs', data: { name: n }, label: n, style: 'normal' })),
    )
    return { ...draft, privateNames: [name, ...nearest] }
  }
  if (matches.length > 1) {
    const draft = textDraft(
      `I know ${matches.length} people called "${name}". Whom do you mean?`,
      matches.slice(0, 8).map((m) => ({
        kind: 'whoIs',
        data: { name: m.name, id: m.id },
        label: [m.name, m.applications[0]?.jobTitle ?? m.detail].filter(Boolean).join(' · '),
        style: 'normal',
      })),
    )
    return { ...draft, privateNames: matches.filter((m) => m.kind === 'candidate').map((m) => m.name) }
  }
  return describePerson(deps, tenantId, only)
}

/** The chosen one of several people of a similar name. */
export async function whoIsChosen(deps: Deps, tenantId: TenantId, name: string, id: string): Promise<DraftMessage> {
  const { matches } = await deps.ats.findPeople(tenantId, name)
  const chosen = matches.find((m) => m.id === id)
  return chosen ? describePerson(deps, tenantId, chosen) : textDraft(`${name} is no longer in the ATS.`)
}

const kindWords = { candidate: 'Candidate', contact: 'Client contact', user: 'Colleague' } as const

/** Documents are asked for now, of the system each application is in; one that does not answer is named. */
async function readDocuments(deps: Deps, tenantId: TenantId, { applications, attachments }: PersonSummary) {
  const known = new Map(attachments.map((one) => [one.url, one]))
  const silent = new Set<string>()
  await Promise.all(
    applications.slice(0, 5).map(async ({ applicationId, source }) => {
      if (source === null) return
      try {
        for (const one of await deps.ats.listAttachments(tenantId, applicationId)) known.set(one.url, one)
      } catch (error) {
        if (!(error instanceof ParleyError)) throw error
        silent.add(source)
      }
    }),
  )
  return { documents: [...known.values()], silent: [...silent] }
}

async function describePerson(deps: Deps, tenantId: TenantId, person: PersonSummary): Promise<DraftMessage> {
  const { documents, silent } = await readDocuments(deps, tenantId, person)
  const isCandidate = person.kind === 'candidate'
  const own = isCandidate ? { isPrivate: true } : {}
  const facts = [
    { label: 'Who', value: [kindWords[person.kind], person.detail].filter(Boolean).join(', '), ...own },
    ...(person.email ? [{ label: 'E-mail', value: person.email, ...own }] : []),
    ...(person.phone ? [{ label: 'Phone', value: person.phone, ...own }] : []),
    ...person.applications.map((a) => ({
      label: 'Application',
      value: `${a.jobTitle}${a.clientName ? ` at ${a.clientName}` : ''}: ${a.stageLabel}${a.owner ? `, looked after by ${a.owner}` : ''}${a.source ? ` (${a.source})` : ''}`,
      url: a.url,
    })),
  ]
  const parts: MessagePart[] = [
    { kind: 'heading', text: person.name },
    { kind: 'facts', facts },
    {
      kind: 'links',
      links: [
        ...(person.sources.length > 1
          ? person.sources.map(({ name, url }) => ({ label: `Record in ${name}`, url }))
          : [{ label: 'Record', url: person.url }]),
        ...documents.map((a) => ({ label: a.name, url: a.url, ...own })),
      ],
    },
    ...silent.map((name) => ({
      kind: 'note' as const,
      tone: 'warning' as const,
      text: `${name} did not give the documents just now.`,
    })),
  ]
  return { parts, actions: [], ...(isCandidate ? { privateNames: [person.name] } : {}) }
}
