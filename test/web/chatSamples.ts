import type { DraftMessage, Message } from '../../src/bot/message.ts'
import { fallbackTextOf, messageSchema } from '../../src/bot/message.ts'
import type { MemberId, RequestId, ThreadId } from '../../src/domain/ids.ts'
import type { Member } from '../../src/domain/settings.ts'
import { onWeb, type Thread } from '../../src/domain/thread.ts'
import type { TestStore } from '../fakes/testStore.ts'

/** A member of the test's tenant, in Berlin. */
export async function addMember(
  { store, clock, ids, tenantId }: TestStore,
  name: string,
  roles: Member['roles'] = ['recruiter'],
): Promise<MemberId> {
  const id = ids.next('member')
  await store.inTenant(tenantId, (tx) =>
    tx.insert('members', {
      id,
      name,
      email: `${name.toLowerCase().replace(/\W+/g, '.')}@north.example`,
      phone: null,
      zone: 'Europe/Berlin',
      locale: 'en-GB',
      roles,
      recordId: null,
      briefingMinute: null,
      nextBriefingAt: null,
      alertedAt: null,
      createdAt: clock.now(),
    }),
  )
  return id
}

export async function addThread(
  { store, clock, ids, tenantId }: TestStore,
  memberId: MemberId,
  title: string,
): Promise<Thread> {
  const id = ids.next('thread')
  return store.inTenant(tenantId, (tx) =>
    tx.insert('threads', {
      id,
      memberId,
      ...onWeb,
      externalId: id,
      title,
      lastMessageAt: clock.now(),
      lastReadAt: clock.now(),
      createdAt: clock.now(),
    }),
  )
}

export async function addOwnMessage(test: TestStore, threadId: ThreadId, text: string): Promise<void> {
  const { store, clock, ids, tenantId } = test
  await store.inTenant(tenantId, async (tx) => {
    const at = clock.now()
    await tx.insert('threadMessages', {
      id: ids.next('message'),
      threadId,
      author: 'member',
      text,
      message: null,
      requestId: null,
      effectKey: null,
      externalId: null,
      version: 1,
      createdAt: at,
      updatedAt: at,
    })
    await tx.update('threads', threadId, { lastMessageAt: at })
  })
}

/** A message as it is stored; the actions get the ids a1, a2... */
export function messageOf(draft: DraftMessage): Message {
  const actions = draft.actions.map(({ kind: _kind, data: _data, ...action }, index) => ({
    ...action,
    id: `a${index + 1}`,
  }))
  const labels = actions.map((action) => action.label)
  return messageSchema.parse({ fallbackText: fallbackTextOf(draft.parts, labels), parts: draft.parts, actions })
}

export const sampleRequestId = 'request_0001' as RequestId

/** The living card of a request that waits for the client. */
export function waitingCard(status = 'Waiting for Acme'): Message {
  return messageOf({
    parts: [
      {
        kind: 'heading',
        text: 'Jane Miller with Acme: Backend Engineer Interview',
        status: { tone: 'warning', text: status },
      },
      {
        kind: 'facts',
        facts: [
          { label: 'Candidate', value: 'Jane Miller', url: '/records/candidates/1' },
          { label: 'Client', value: 'Acme (Tom Baker, Ines Duarte)' },
          { label: 'Length', value: '1 hour' },
          { label: 'How to join', value: 'Video call', url: 'https://meet.acme.example/backend' },
        ],
      },
      {
        kind: 'steps',
        steps: [
          {
            label: 'Jane Miller asked for times',
            state: 'done',
            detail: 'Answered Mon 1 Mar 2027, 08:14',
            proof: '250 2.0.0 Ok: queued as 4X7f2c1\nMessage-ID: <request.0001.candidate@parley.north.example>',
          },
          {
            label: 'Acme asked for times',
            state: 'active',
            detail: 'Tom Baker answered; waiting for Ines Duarte. Reminder on Tue 2 Mar 2027, 09:00.',
          },
          { label: 'Time found and approved', state: 'waiting' },
          { label: 'Invitations sent', state: 'waiting' },
          {
            label: 'Records updated',
            state: 'failed',
            detail: 'The records did not answer. Next try at 09:20.',
            proof: 'GET stages: 503',
            url: 'https://ats.example/applications/77',
          },
          { label: 'Day-of reminder', state: 'skipped', detail: 'Switched off' },
        ],
      },
      { kind: 'note', tone: 'info', text: 'Ada Park’s calendar is not connected, so her time is unknown, not free.' },
    ],
    actions: [
      { kind: 'nudge', data: {}, label: 'Remind Acme', style: 'primary' },
      {
        kind: 'enterTimes',
        data: {},
        label: 'Enter times for Acme',
        style: 'normal',
        submitLabel: 'Save times',
        form: [
          {
            kind: 'text',
            name: 'times',
            label: 'Times',
            value: '',
            hint: 'For example “Tue 2-4, Thu morning”.',
            isRequired: true,
            maxLength: 500,
            isMultiline: true,
          },
          {
            kind: 'choice',
            name: 'who',
            label: 'Whose times',
            value: '',
            isRequired: true,
            options: [
              { value: '1', label: 'Tom Baker' },
              { value: '2', label: 'Ines Duarte' },
            ],
          },
          { kind: 'date', name: 'fromOn', label: 'From', value: '', isRequired: false },
          { kind: 'time', name: 'fromTime', label: 'Not before', value: '', isRequired: false },
          { kind: 'email', name: 'email', label: 'Copy to', value: '', isRequired: false },
          { kind: 'checkbox', name: 'copy', label: 'Send Acme a copy', value: true, isRequired: false },
        ],
      },
      {
        kind: 'postpone',
        data: {},
        label: 'Postpone',
        style: 'normal',
        form: [{ kind: 'date', name: 'fromOn', label: 'Ask again from', value: '', isRequired: true }],
      },
      {
        kind: 'cancel',
        data: {},
        label: 'Cancel the request',
        style: 'danger',
        confirm: 'Jane Miller and Acme are told that the interview will not take place. This cannot be undone.',
      },
    ],
  })
}

/** A question with one button per answer. */
export function questionMessage(): Message {
  return messageOf({
    parts: [
      { kind: 'text', text: 'There are two people called Jane with an open application. Whom do you mean?' },
      {
        kind: 'list',
        title: 'Found',
        items: [
          { text: 'Jane Miller', detail: 'Backend Engineer at Acme', url: '/records/candidates/1' },
          { text: 'Jane Osei', detail: 'Data Analyst at Brightwater', url: 'https://ats.example/candidates/9' },
        ],
      },
    ],
    actions: [
      { kind: 'pick', data: {}, label: 'Jane Miller, Acme', style: 'normal' },
      { kind: 'pick', data: {}, label: 'Jane Osei, Brightwater', style: 'normal' },
    ],
  })
}

export function bookedCard(): Message {
  return messageOf({
    parts: [
      {
        kind: 'heading',
        text: 'Luis Ferreira with Brightwater: Data Analyst Screening',
        status: { tone: 'good', text: 'Booked' },
      },
      {
        kind: 'slots',
        slots: [{ label: 'Thu 4 Mar 2027, 14:00 – 14:30 (UTC+01:00)', detail: 'Both of your mornings were full' }],
      },
      { kind: 'note', tone: 'good', text: 'Everybody has an invitation.' },
      { kind: 'note', tone: 'bad', text: 'The stage could not be changed.' },
      {
        kind: 'links',
        links: [
          { label: 'Record', url: '/records/applications/2' },
          { label: 'Join', url: 'https://meet.acme.example/x' },
        ],
      },
    ],
    actions: [{ kind: 'retry', data: {}, label: 'Try the stage again', style: 'primary' }],
  })
}

/** The card of the first open: its form is open. */
export function setUpCard(): Message {
  return messageOf({
    parts: [
      { kind: 'heading', text: 'Welcome to Parley' },
      {
        kind: 'text',
        text: 'I arrange interviews between candidates and clients. Before the first mail goes out in your name, tell me who you are.',
      },
    ],
    actions: [
      {
        kind: 'setUp',
        data: {},
        label: 'Set up',
        submitLabel: 'Save',
        style: 'primary',
        isOpen: true,
        form: [
          {
            kind: 'text',
            name: 'agencyName',
            label: 'Agency or company name',
            value: '',
            hint: 'Every mail carries it.',
            isRequired: true,
            maxLength: 120,
            isMultiline: false,
          },
          {
            kind: 'text',
            name: 'name',
            label: 'Your name',
            value: '',
            isRequired: true,
            maxLength: 120,
            isMultiline: false,
          },
          {
            kind: 'email',
            name: 'email',
            label: 'Your e-mail',
            value: '',
            hint: 'Answers go there.',
            isRequired: true,
          },
          {
            kind: 'text',
            name: 'zone',
            label: 'Your time zone',
            value: '',
            hint: 'For example Europe/Berlin.',
            isRequired: true,
            maxLength: 120,
            isMultiline: false,
          },
          { kind: 'time', name: 'dayStarts', label: 'Interviews from', value: '08:00', isRequired: true },
          { kind: 'time', name: 'dayEnds', label: 'Interviews until', value: '19:00', isRequired: true },
          {
            kind: 'choice',
            name: 'locale',
            label: 'Language and formats',
            value: '',
            isRequired: true,
            options: [
              { value: 'en-GB', label: 'English, 24 Nov 2026, 14:00' },
              { value: 'en-US', label: 'English, Nov 24, 2026, 2:00 PM' },
              { value: 'de-DE', label: 'Deutsch, 24. Nov. 2026, 14:00' },
            ],
          },
        ],
      },
    ],
  })
}
