import { z } from 'zod'
import type { DraftAction } from '../bot/message.ts'
import type { ChatUser } from '../domain/chat.ts'
import { ParleyError } from '../domain/errors.ts'
import { isAdmin, memberRoles } from '../domain/roles.ts'
import { defaultSettings, type Member } from '../domain/settings.ts'
import type { SettingWords } from '../words/replyWords.ts'
import { say } from './owe.ts'
import { answerPress, type Performer } from './press.ts'
import { type Composer, sentence } from './speech.ts'

// People of a chat whose address nobody of the team has: an admin says once who that is.

const surfaceNames = { slack: 'Slack', teams: 'Teams' } as const

/** The question to an admin. With an address a new colleague can be made of it; without one only a known colleague. */
export function strangerDraft(user: ChatUser, members: readonly Member[]): Composer {
  const known = members.slice(0, 90).map((m) => ({ value: `member:${m.id}`, label: `${m.name} (${m.email})` }))
  const called = user.email ? `${user.name} (${user.email})` : user.name
  return sentence(
    ({ settings }) => settings.strangers.who(called, surfaceNames[user.surface]),
    ({ words: { settings } }) => [sayWhoAction(user, known, settings), ignoreAction(user, settings)],
  )
}

function sayWhoAction(
  user: ChatUser,
  known: readonly { value: string; label: string }[],
  { setUp, strangers }: SettingWords,
): DraftAction {
  const added = user.email
    ? memberRoles.map((role) => ({ value: `role:${role}`, label: strangers.colleague(strangers.roles[role]) }))
    : []
  const options = [...added, ...known]
  return {
    kind: 'linkChatUser',
    data: { chatUserId: user.id },
    label: strangers.sayWho,
    submitLabel: setUp.save,
    style: 'primary',
    form: [{ kind: 'choice', name: 'who', label: strangers.thisIs, value: '', isRequired: true, options }],
  }
}

function ignoreAction(user: ChatUser, { strangers }: SettingWords): DraftAction {
  return { kind: 'ignoreChatUser', data: { chatUserId: user.id }, label: strangers.nobody, style: 'normal' }
}

const userData = z.object({ chatUserId: z.string() })

export const strangerPresses: Readonly<Record<string, Performer>> = {
  linkChatUser: async (press) => {
    const { deps, talk, fields } = press
    const { strangers } = press.speech.words.settings
    if (!isAdmin(press.member)) return { kind: 'refused', sentence: strangers.onlyAdmins }
    const { chatUserId } = userData.parse(press.action.data)
    const [kind, id] = (fields.who ?? '').split(':')
    return answerPress(press, async (tx) => {
      const user = await tx.get('chatUsers', chatUserId)
      if (!user) throw new ParleyError('notFound', strangers.gone, { isWorded: true })
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
      if (!member) throw new ParleyError('badInput', strangers.choose, { field: 'who', isWorded: true })
      await tx.update('chatUsers', user.id, { memberId: member.id, updatedAt: now })
      const draft = sentence(({ settings }) =>
        settings.strangers.linked(user.name, member.name, surfaceNames[user.surface]),
      )
      await say(tx, deps, talk, talk.eventKey, draft)
    })
  },
  ignoreChatUser: (press) =>
    answerPress(press, (tx) =>
      say(
        tx,
        press.deps,
        press.talk,
        press.talk.eventKey,
        sentence(({ settings }) => settings.strangers.ignored),
      ),
    ),
}
