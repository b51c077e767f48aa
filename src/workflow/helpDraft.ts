import type { DraftMessage } from '../bot/message.ts'
import type { Member } from '../domain/settings.ts'

const helpItems = [
  {
    text: 'schedule Jane with Acme for the Backend role',
    detail: 'also: 45 min, client first, next week, I will join',
  },
  { text: 'make it 45 minutes', detail: 'or: by phone, only mornings, nothing on Fridays, add Jonas, without Jonas' },
  { text: 'status', detail: 'or: status of Jane, what needs me, who are we waiting for, what is on Thursday' },
  { text: 'Acme can do Tue 2-4 and Thu morning', detail: 'enters times that somebody told you' },
  { text: 'what would fit so far?', detail: 'or: ask Jane for times, nudge Jane, the link for Jane' },
  { text: 'approve option 2', detail: 'or: Acme declined; yes and no answer what I asked last' },
  { text: 'reschedule Jane because Acme is travelling', detail: 'or: postpone Jane to 1 December' },
  { text: 'cancel Jane because the role is filled', detail: 'or: undo' },
  { text: 'move Jane to Offer', detail: 'or: note for Jane: prefers remote, Jane did not show up, ask for feedback' },
  { text: 'who is Jane?' },
  { text: 'briefing at 7:30', detail: 'or: briefing now, stop briefings, briefing 15 minutes before interviews' },
  { text: 'settings', detail: 'or: interviews take 45 minutes from now on' },
] as const

export function helpDraft(greeted: Member | null): DraftMessage {
  return {
    parts: [
      { kind: 'text', text: greeted ? `Hello ${greeted.name}. This is what I can do:` : 'This is what I can do:' },
      { kind: 'list', items: [...helpItems] },
    ],
    actions: [],
  }
}

export function unknownDraft(hint: string | null): DraftMessage {
  const first = hint ?? 'I did not understand that, so I have done nothing.'
  return {
    parts: [
      {
        kind: 'text',
        text: `${first} Try "schedule Jane with Acme for the Backend role", "who is Jane?" or "status".`,
      },
    ],
    actions: [{ kind: 'help', data: {}, label: 'What can you do?', style: 'normal' }],
  }
}
