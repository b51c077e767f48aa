import { z } from 'zod'
import { type DraftMessage, textDraft } from '../bot/message.ts'
import type { ChatUser } from '../domain/chat.ts'
import { ParleyError } from '../domain/errors.ts'
import { isAdmin, memberRoles, roleNames } from '../domain/roles.ts'
import { defaultSettings, type Member } from '../domain/settings.ts'
import { say } from './owe.ts'
import { answerPress, type Performer } from './press.ts'

// People of a chat whose address nobody of the team has: an admin says once who that is.

const surfaceNames = { slack: 'Slack', teams: 'Teams' } as const

/** The question to an admin. With an address a new colleague can be made of it; without one only a known colleague. */
export function strangerDraft(user: ChatUser, members: readonly Member[]): DraftMessage {
  const known = members.slice(0, 90).map((m) => ({ value: `member:${m.id}`, label: `${m.name} (${m.email})` }))
  const added = user.email
    ? memberRoles.map((role) => ({ value: `role:${role}`, label: `A new colleague: ${roleNames[role].toLowerCase()}` }))
    : []
  const text =
    `${user.name}${user.email ? ` (${user.email})` : ''} wrote to me in ${surfaceNames[user.surface]}. ` +
    'Nobody on the team has this address, so I have answered nothing. Who is it?'
  return textDraft(text, [
    {
      kind: 'linkChatUser',
      data: { chatUserId: user.id },
      label: 'Say who it is',
      submitLabel: 'Save',
      style: 'primary',
      form: [
        { kind: 'choice', name: 'who', label: 'This is', value: '', isRequired: true, options: [...added, ...known] },
      ],
    },
    { kind: 'ignoreChatUser', data: { chatUserId: user.id }, label: 'Nobody of ours', style: 'normal' },
  ])
}

const userData = z.object({ chatUserId: z.string() })
const admins = 'Only admins say who belongs to the team, so nothing was done.'

export const strangerPresses: Readonly<Record<string, Performer>> = {
  linkChatUser: async (press) => {
    const { deps, talk, fields } = press
    if (!isAdmin(press.member)) return { kind: 'refused', sentence: admins }
    const { chatUserId } = userData.parse(press.action.data)
    const [kind, id] = (fields.who ?? '').split(':')
    return answerPress(press, async (tx) => {
      const user = await tx.get('chatUsers', chatUserId)
      if (!user) throw new ParleyError('notFound', 'This person is no longer there.')
      const now = deps.clock.now()
      const role = memberRoles.find((known) => known === id)
      const member =
        kind === 'role' && role && user.email
          ? await tx.insert('members', {
              id: deps.ids.next('member'),
              name: user.name,
              email: user.email,
              phone: null,
              zone: press.member.zone || defaultSettings.zone,
              locale: press.member.locale,
              roles: [role],
              recordId: null,
              briefingMinute: null,
              nextBriefingAt: null,
              alertedAt: null,
              createdAt: now,
            })
          : await tx.get('members', id ?? '')
      if (!member) throw new ParleyError('badInput', 'Choose who it is.', { field: 'who' })
      await tx.update('chatUsers', user.id, { memberId: member.id, updatedAt: now })
      const text = `${user.name} is ${member.name} from now on, and can write to me in ${surfaceNames[user.surface]}.`
      await say(tx, deps, talk, talk.eventKey, textDraft(text))
    })
  },
  ignoreChatUser: (press) =>
    answerPress(press, (tx) =>
      say(tx, press.deps, press.talk, press.talk.eventKey, textDraft('Good. I go on answering nothing there.')),
    ),
}
