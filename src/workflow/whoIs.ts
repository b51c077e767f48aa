import type { PersonSummary } from '../ats/port.ts'
import type { MessagePart } from '../bot/message.ts'
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
  if (chosen) return describePerson(chosen)
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
  return describePerson(only)
}

/** Names of candidates that a channel which others read gets as initials. */
function hiding(privateNames: string[], draft: Composer): Composer {
  return (speech) => ({ ...draft(speech), privateNames })
}

/** The chosen one of several people of a similar name. */
export async function whoIsChosen(deps: Deps, tenantId: TenantId, name: string, id: string): Promise<Composer> {
  const { matches } = await deps.ats.findPeople(tenantId, name)
  const chosen = matches.find((m) => m.id === id)
  return chosen ? describePerson(chosen) : sentence(({ talk }) => talk.people.gone(name))
}

function describePerson(person: PersonSummary): Composer {
  const isCandidate = person.kind === 'candidate'
  const own = isCandidate ? { isPrivate: true } : {}
  return ({ words: { talk } }) => {
    const { people } = talk
    const facts = [
      { label: people.who, value: [people.kinds[person.kind], person.detail].filter(Boolean).join(', '), ...own },
      ...(person.email ? [{ label: people.email, value: person.email, ...own }] : []),
      ...(person.phone ? [{ label: people.phone, value: person.phone, ...own }] : []),
      ...person.applications.map((a) => {
        const line = people.inStage(a.clientName ? talk.at(a.jobTitle, a.clientName) : a.jobTitle, a.stageLabel)
        return { label: people.application, value: a.owner ? people.ownedBy(line, a.owner) : line, url: a.url }
      }),
    ]
    const parts: MessagePart[] = [
      { kind: 'heading', text: person.name },
      { kind: 'facts', facts },
      {
        kind: 'links',
        links: [
          { label: people.record, url: person.url },
          ...person.attachments.map((a) => ({ label: a.name, url: a.url, ...own })),
        ],
      },
    ]
    return { parts, actions: [], ...(isCandidate ? { privateNames: [person.name] } : {}) }
  }
}
