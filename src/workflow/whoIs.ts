import type { PersonSummary } from '../ats/port.ts'
import type { MessagePart } from '../bot/message.ts'
import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Deps } from './deps.ts'
import { type Composer, sentence } from './speech.ts'

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
): Promise<Composer> {
  const { matches, nearest } = await deps.ats.findPeople(tenantId, name)
  const chosen = matches.find(({ id }) => recordIds.length === 1 && recordIds.includes(id))
  if (chosen) return describePerson(deps, tenantId, chosen)
  const [only] = matches
  if (!only)
    return hiding(
      [name, ...nearest],
      sentence(
        ({ talk: { people } }) => [people.nobody(name), ...(nearest.length > 0 ? [people.oneOfThese] : [])].join(' '),
        nearest.map((n) => ({ kind: 'whoIs', data: { name: n }, label: n, style: 'normal' })),
      ),
    )
  if (matches.length > 1)
    return hiding(
      matches.filter((m) => m.kind === 'candidate').map((m) => m.name),
      sentence(
        ({ talk }) => talk.people.known(matches.length, name),
        matches.slice(0, 8).map((m) => ({
          kind: 'whoIs',
          data: { name: m.name, id: m.id },
          label: [m.name, m.applications[0]?.jobTitle ?? m.detail].filter(Boolean).join(' · '),
          style: 'normal',
        })),
      ),
    )
  return describePerson(deps, tenantId, only)
}

/** Names of candidates that a channel which others read gets as initials. */
function hiding(privateNames: string[], draft: Composer): Composer {
  return (speech) => ({ ...draft(speech), privateNames })
}

/** The chosen one of several people of a similar name. */
export async function whoIsChosen(deps: Deps, tenantId: TenantId, name: string, id: string): Promise<Composer> {
  const { matches } = await deps.ats.findPeople(tenantId, name)
  const chosen = matches.find((m) => m.id === id)
  return chosen ? describePerson(deps, tenantId, chosen) : sentence(({ talk }) => talk.people.gone(name))
}

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

async function describePerson(deps: Deps, tenantId: TenantId, person: PersonSummary): Promise<Composer> {
  const { documents, silent } = await readDocuments(deps, tenantId, person)
  const isCandidate = person.kind === 'candidate'
  const own = isCandidate ? { isPrivate: true } : {}
  return ({ words: { talk, connections } }) => {
    const { people } = talk
    const facts = [
      { label: people.who, value: [people.kinds[person.kind], person.detail].filter(Boolean).join(', '), ...own },
      ...(person.email ? [{ label: people.email, value: person.email, ...own }] : []),
      ...(person.phone ? [{ label: people.phone, value: person.phone, ...own }] : []),
      ...person.applications.map((a) => {
        const line = people.inStage(a.clientName ? talk.at(a.jobTitle, a.clientName) : a.jobTitle, a.stageLabel)
        const whole = a.owner ? people.ownedBy(line, a.owner) : line
        return { label: people.application, value: a.source ? `${whole} (${a.source})` : whole, url: a.url }
      }),
    ]
    const records =
      person.sources.length > 1
        ? person.sources.map(({ name, url }) => ({ label: connections.recordIn(name), url }))
        : [{ label: people.record, url: person.url }]
    const parts: MessagePart[] = [
      { kind: 'heading', text: person.name },
      { kind: 'facts', facts },
      { kind: 'links', links: [...records, ...documents.map(({ name, url }) => ({ label: name, url, ...own }))] },
      ...silent.map((name) => ({
        kind: 'note' as const,
        tone: 'warning' as const,
        text: connections.noDocuments(name),
      })),
    ]
    return { parts, actions: [], ...(isCandidate ? { privateNames: [person.name] } : {}) }
  }
}
