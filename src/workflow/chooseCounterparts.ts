import type { ApplicationContext, AtsPerson } from '../ats/port.ts'
import type { DraftAction } from '../bot/message.ts'
import { fullName, namesPerson } from '../domain/names.ts'
import type { Quorum } from '../domain/request.ts'
import type { OpeningWords } from '../words/replyWords.ts'
import type { PanelPerson, ScheduleChoices, ScheduleWish } from './scheduleWish.ts'
import { type Composer, sentence } from './speech.ts'

export type Counterparts = { kind: 'people'; people: PanelPerson[] } | { kind: 'ask'; draft: Composer }

/** Who takes part on the other side: contacts of the client, or the hiring team; unclear ones are a question. */
export function chooseCounterparts(
  application: ApplicationContext,
  wish: ScheduleWish,
  choices: ScheduleChoices,
): Counterparts {
  return application.client ? chooseContacts(application, wish, choices) : chooseHiringTeam(application, wish)
}

function chooseContacts(application: ApplicationContext, wish: ScheduleWish, choices: ScheduleChoices): Counterparts {
  const panelOf = (contacts: readonly AtsPerson[]): Counterparts => ({
    kind: 'people',
    people: contacts.map((person) => ({ role: 'client', person })),
  })
  if (choices.contactIds) return panelOf(application.contacts.filter((c) => choices.contactIds?.includes(c.id)))
  const named = application.contacts.filter((c) => wish.counterparts.some((written) => namesPerson(written, c.name)))
  if (named.length > 0) return panelOf(named)
  const [only] = application.contacts
  if (only && application.contacts.length === 1) return panelOf([only])
  const base = { wish, choices: { ...choices, applicationId: application.applicationId } }
  const clientName = application.client?.name ?? null
  if (!only)
    return {
      kind: 'ask',
      draft: sentence(
        ({ opening }) => opening.noContact(clientName ?? opening.theClient),
        ({ words }) => [addContactAction(clientName ?? words.opening.theClient, base, words.opening)],
      ),
    }
  const withContacts = (contacts: readonly AtsPerson[], label: string, quorum: Quorum | null): DraftAction => ({
    kind: 'scheduleWith',
    data: { wish, choices: { ...base.choices, contactIds: contacts.map((c) => c.id), ...(quorum ? { quorum } : {}) } },
    label,
    style: 'normal',
  })
  const shown = application.contacts.slice(0, 5)
  return {
    kind: 'ask',
    draft: sentence(
      ({ opening }) => opening.contacts(clientName ?? opening.theClient, application.contacts.length),
      ({ words: { opening } }) => [
        ...shown.map((contact) => withContacts([contact], contact.name, null)),
        withContacts(shown, opening.allTogether, 'all'),
        withContacts(shown, opening.anyOne, 'any'),
      ],
    ),
  }
}

function addContactAction(
  clientName: string,
  base: Readonly<Record<string, unknown>>,
  { add }: OpeningWords,
): DraftAction {
  const plain = { kind: 'text', value: '', isMultiline: false } as const
  return {
    kind: 'addContact',
    data: { ...base, clientName },
    label: add.contact(clientName),
    style: 'primary',
    isOpen: true,
    submitLabel: add.goOn,
    form: [
      { ...plain, name: 'name', label: add.name, isRequired: true, maxLength: 120 },
      { kind: 'email', name: 'email', label: add.email, value: '', isRequired: true },
      { ...plain, name: 'phone', label: add.phone, isRequired: false, maxLength: 40 },
    ],
  }
}

function chooseHiringTeam(application: ApplicationContext, wish: ScheduleWish): Counterparts {
  const manager = application.hiringManager
  const team = [...(manager ? [manager] : []), ...application.interviewers]
  const named = team.filter((p) => wish.counterparts.some((written) => namesPerson(written, p.name)))
  const chosen = named.length > 0 ? named : team
  if (chosen.length === 0)
    return {
      kind: 'ask',
      draft: sentence(({ opening }) => opening.noTeam(application.job.title, fullName(application.candidate))),
    }
  return {
    kind: 'people',
    people: chosen.slice(0, 4).map((person) => ({
      role: person.id === manager?.id ? 'hiringManager' : 'interviewer',
      person,
    })),
  }
}
