import { z } from 'zod'
import { textDraft } from '../bot/message.ts'
import { type ChatPlace, chatAddressSchema } from '../domain/chat.ts'
import { cleanLine } from '../domain/cleanLine.ts'
import { ParleyError } from '../domain/errors.ts'
import type { TenantId } from '../domain/ids.ts'
import { isAdmin } from '../domain/roles.ts'
import type { Member } from '../domain/settings.ts'
import { defaultSettings } from '../domain/settings.ts'
import { audiences, type InboundEvent, type Thread } from '../domain/thread.ts'
import type { Tx } from '../store/port.ts'
import type { SettingWords } from '../words/replyWords.ts'
import type { Deps } from './deps.ts'
import { insertLine } from './insertLine.ts'
import { type Met, meetPerson, type Sighting } from './meetPerson.ts'
import { owe, say } from './owe.ts'
import { compose, type Speech, speechFor } from './speech.ts'
import { strangerDraft } from './strangers.ts'

// Takes:   a stored chat message whose writer and thread are not known yet.
// Reads:   the chat's directory, outside any transaction; the member of that address; the thread of that place.
// Writes:  the chat user, the thread when it is new, the writer's line; the inbox row becomes a message like those of the web.
// Effects: to a stranger one sentence for their eyes, and a question to an admin, once.
// Refuses when: nobody of the team has the writer's address: nothing is read and nothing is done.

export const chatPayloadSchema = z.object({
  kind: z.literal('chat'),
  surface: z.enum(['slack', 'teams']),
  workspaceId: z.string(),
  userId: z.string(),
  place: z.object({ externalId: z.string(), address: chatAddressSchema, audience: z.enum(audiences) }),
  text: z.string(),
  isAddressed: z.boolean(),
  person: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      zone: z.string().nullable(),
      locale: z.string().nullable(),
    })
    .partial()
    .default({}),
})
type ChatPayload = z.infer<typeof chatPayloadSchema>

/** @returns the row as a message to handle, or null when there is nothing to handle any more */
export async function settleChat(deps: Deps, tenantId: TenantId, event: InboundEvent): Promise<InboundEvent | null> {
  const payload = chatPayloadSchema.parse(event.payload)
  const { name, email, zone, locale } = payload.person
  const person = { ...(name ? { name } : {}), email: email ?? null, zone: zone ?? null, locale: locale ?? null }
  const met = await meetOrRefuse(deps, tenantId, event, { ...payload, person })
  if (!met) return null
  return deps.store.inTenant(tenantId, async (tx) => {
    const { member } = met
    if (!member) {
      await turnAway(tx, deps, event, payload, met)
      return null
    }
    const thread = await needChatThread(tx, deps, member, payload.place, payload.text)
    const at = deps.clock.now()
    const lineId = deps.ids.next('message')
    await insertLine(tx, { id: lineId, threadId: thread.id, text: payload.text, at })
    const { text, isAddressed } = payload
    const settled = { kind: 'message', threadId: thread.id, memberId: member.id, text, lineId, isAddressed }
    return tx.update('inbound', event.id, { payload: settled }, { state: 'received' })
  })
}

/** Null when the directory says for good that it cannot tell: then nobody waits for it. */
async function meetOrRefuse(
  deps: Deps,
  tenantId: TenantId,
  event: InboundEvent,
  sighting: Sighting,
): Promise<Met | null> {
  try {
    return await meetPerson(deps, tenantId, sighting)
  } catch (error) {
    if (!(error instanceof ParleyError) || error.retry !== 'never') throw error
    deps.log('chat.unknownWriter', { id: event.id, code: error.code })
    const end = { state: 'refused', reason: error.message, handledAt: deps.clock.now() } as const
    await deps.store.inTenant(tenantId, (tx) => tx.update('inbound', event.id, end, { state: 'received' }))
    return null
  }
}

/** The thread of a place, begun by whoever wrote there first. */
async function needChatThread(
  tx: Tx,
  deps: Pick<Deps, 'ids' | 'clock'>,
  member: Member,
  place: ChatPlace,
  text: string,
): Promise<Thread> {
  const { surface } = place.address
  const [known] = await tx.find('threads', { where: { surface, externalId: place.externalId }, limit: 1 })
  if (known) return known
  const now = deps.clock.now()
  return tx.insert('threads', {
    id: deps.ids.next('thread'),
    memberId: member.id,
    surface,
    externalId: place.externalId,
    address: place.address,
    audience: place.audience,
    requestId: null,
    title: cleanLine(text, 80),
    lastMessageAt: now,
    lastReadAt: now,
    createdAt: now,
  })
}

/** Somebody Parley does not know: told so when they spoke to Parley, and an admin is asked once who that is. */
async function turnAway(tx: Tx, deps: Deps, event: InboundEvent, payload: ChatPayload, { user }: Met): Promise<void> {
  const now = deps.clock.now()
  await tx.update(
    'inbound',
    event.id,
    { state: 'refused', reason: 'the writer is not of the team', handledAt: now },
    { state: 'received' },
  )
  if (!payload.isAddressed) return
  const admin = (await tx.find('members', { orderBy: [['createdAt', 'asc']] })).find(isAdmin)
  const settings = (await tx.get('settings', tx.tenantId))?.data
  // In their own words where the chat's directory knows which those are, else in the tenant's.
  const speech = speechFor({ zone: 'UTC', locale: payload.person.locale ?? settings?.locale ?? defaultSettings.locale })
  const { strangers } = speech.words.settings
  const agencyName = settings?.agencyName ?? strangers.thisAgency
  await owe(tx, deps, [
    {
      key: `whisper:${event.id}`,
      requestId: null,
      payload: {
        kind: 'chatWhisper',
        address: payload.place.address,
        userId: payload.userId,
        message: plainMessage(strangerWords(strangers, agencyName, admin?.name ?? null, user.email), speech),
      },
    },
  ])
  if (!admin || user.askedAt) return
  const [thread] = await tx.find('threads', {
    where: { memberId: admin.id, audience: 'personal', requestId: null },
    orderBy: [['lastMessageAt', 'desc']],
    limit: 1,
  })
  if (!thread) return
  await tx.update('chatUsers', user.id, { askedAt: now, updatedAt: now })
  const members = await tx.find('members', { orderBy: [['name', 'asc']] })
  await say(tx, deps, { threadId: thread.id, memberId: admin.id }, `stranger:${user.id}`, strangerDraft(user, members))
}

function strangerWords(
  words: SettingWords['strangers'],
  agencyName: string,
  adminName: string | null,
  email: string | null,
): string {
  const next = adminName ? words.asked(adminName) : words.adminCanAdd
  return email ? words.noAddressKnown(email, agencyName, next) : words.cannotTell(agencyName, next)
}

function plainMessage(text: string, speech: Speech) {
  const { parts, language } = compose(() => textDraft(text), speech)
  return { fallbackText: text, parts, actions: [], ...(language ? { language } : {}) }
}
