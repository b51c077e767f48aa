import type { ApplicationContext, AtsPerson } from '../ats/port.ts'
import type { DraftAction, DraftMessage } from '../bot/message.ts'
import { textDraft } from '../bot/message.ts'
import { fullName, namesPerson } from '../domain/names.ts'
import type { Quorum } from '../domain/request.ts'
import type { PanelPerson, ScheduleChoices, ScheduleWish } from './scheduleWish.ts'

export type Counterparts = { kind: 'people'; people: PanelPerson[] } | { kind: 'ask'; draft: DraftMessage }

/** Who takes part on the other side: contacts of the client, or the hiring team; unclear ones are a question. */
export function chooseCounterparts(
  application: ApplicationContext,
  wish: ScheduleWish,
  choices: ScheduleChoices,
): Counterparts {
  return application.client ? chooseContacts(application, wish, choices) : chooseHiringTeam(application, wish)
}

function chooseContacts(application: ApplicationContext, wish: ScheduleWish, choices: ScheduleChoices): Counterparts {
  const clientName = application.client?.name ?? 'the client'
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
  if (!only) {
    return {
      kind: 'ask',
      draft: textDraft(`I know nobody at ${clientName} yet. Whom should I ask for times?`, [
        {
          kind: 'addContact',
          data: { ...base, clientName },
          label: `Add a contact at ${clientName}`,
          style: 'primary',
          isOpen: true,
          submitLabel: 'Add and go on',
          form: [
            {
              kind: 'text',
              name: 'name',
              label: 'Name',
              value: '',
              isRequired: true,
              maxLength: 120,
              isMultiline: false,
            },
            { kind: 'email', name: 'email', label: 'E-mail', value: '', isRequired: true },
            {
              kind: 'text',
              name: 'phone',
              label: 'Phone',
              value: '',
              isRequired: false,
              maxLength: 40,
              isMultiline: false,
            },
          ],
        },
      ]),
    }
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
    draft: textDraft(`${clientName} has ${application.contacts.length} contacts. Who takes part?`, [
      ...shown.map((contact) => withContacts([contact], contact.name, null)),
      withContacts(shown, 'All of them together', 'all'),
      withContacts(shown, 'Any one of them', 'any'),
    ]),
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
      draft: textDraft(
        `The job ${application.job.title} has no client, hiring manager or interviewer, so I do not know who meets ${fullName(application.candidate)}. Set the hiring team on the job, then ask me again.`,
      ),
    }
  return {
    kind: 'people',
    people: chosen.slice(0, 4).map((person) => ({
      role: person.id === manager?.id ? 'hiringManager' : 'interviewer',
      person,
    })),
  }
}
