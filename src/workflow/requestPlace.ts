import type { FieldError } from '../bot/inbound.ts'
import type { FormField } from '../bot/message.ts'
import type { FoundChannel } from '../bot/port.ts'
import { type ChatChannel, chatAddressSchema, chatChannelSchema } from '../domain/chat.ts'
import type { TenantId } from '../domain/ids.ts'
import { isAdmin } from '../domain/roles.ts'
import { requestPlaces, type TenantSettings } from '../domain/settings.ts'
import { readPlaceWish } from '../intents/readPlaceWish.ts'
import type { SettingWords } from '../words/replyWords.ts'
import { readSettings } from './bundle.ts'
import type { Deps } from './deps.ts'
import { keepChange, type Talking } from './keepChange.ts'
import { say } from './owe.ts'
import { replyInTx } from './reply.ts'
import { sentence } from './speech.ts'

// Takes:   "keep each request in its own thread in #hiring", or the two fields of "Scheduling defaults".
// Reads:   the channels of the chats, outside any transaction; the settings.
// Writes:  where requests stand from now on.
// Effects: a line with what it was and is, and an undo. Requests that are open stay where they are.
// Refuses when: it is not an admin who says it, there is no such channel, or Parley is not in it.

export type PlaceSetting = Pick<TenantSettings, 'requestPlace' | 'requestChannel'>
type PlaceWords = SettingWords['place']

const exampleChannel = '#hiring'

export function placeFields(settings: TenantSettings, words: PlaceWords): FormField[] {
  const { requestPlace, requestChannel } = settings
  return [
    {
      kind: 'choice',
      name: 'requestPlace',
      label: words.label,
      value: requestPlace,
      isRequired: true,
      options: requestPlaces.map((value) => ({ value, label: words.options[value] })),
    },
    {
      kind: 'text',
      name: 'requestChannel',
      label: words.channel,
      hint: words.channelHint(exampleChannel),
      value: requestChannel ? `#${requestChannel.name}` : '',
      isRequired: false,
      maxLength: 120,
      isMultiline: false,
    },
  ]
}

/** What the two fields mean, or what is wrong with them. A form from before there were these fields leaves it as it is. */
export async function readPlaceFields(
  deps: Deps,
  tenantId: TenantId,
  { requestPlace: before, requestChannel: channel }: TenantSettings,
  fields: Readonly<Record<string, string>>,
  words: PlaceWords,
): Promise<PlaceSetting | FieldError> {
  const requestPlace = requestPlaces.find((one) => one === fields.requestPlace) ?? before
  const name = (fields.requestChannel ?? channel?.name ?? '').trim().replace(/^#/, '')
  if (requestPlace !== 'ownThread' || name === channel?.name) return { requestPlace, requestChannel: channel }
  const found = name === '' ? null : await findChannel(deps, tenantId, name)
  return found?.kind === 'found'
    ? { requestPlace, requestChannel: found.channel }
    : {
        field: 'requestChannel',
        sentence: found ? words.notFound[found.kind](`#${name}`) : words.whichChannel(exampleChannel),
      }
}

/** The first chat that has a channel of this name which Parley may write to. */
async function findChannel(deps: Deps, tenantId: TenantId, name: string): Promise<FoundChannel> {
  let best: FoundChannel = { kind: 'none' }
  for (const { channels } of deps.chat.values()) {
    const found = channels && (await channels.findChannel(tenantId, name))
    if (found?.kind === 'found') return found
    if (found?.kind === 'notInvited') best = found
  }
  return best
}

/** Whether the words were about where requests stand; it is answered then. */
export async function changePlace(talking: Talking, said: string): Promise<boolean> {
  const wish = readPlaceWish(said)
  if (!wish) return false
  const { deps, cause, talk } = talking
  const { tenantId } = talk
  const name = wish.place === 'ownThread' && typeof wish.channel === 'object' ? (wish.channel?.named ?? null) : null
  const found = name === null ? null : await findChannel(deps, tenantId, name)
  const refuse = (pick: (words: PlaceWords) => string) =>
    replyInTx(deps, cause, talk, async () => sentence(({ settings }) => pick(settings.place)))
  const member = await deps.store.inTenant(tenantId, (tx) => tx.get('members', talk.memberId))
  if (!member || !isAdmin(member)) await refuse((words) => words.onlyAdmins)
  else if (found && found.kind !== 'found') await refuse((words) => words.notFound[found.kind](`#${name}`))
  else await keepPlace(talking, wish, found?.kind === 'found' ? found.channel : null, refuse)
  return true
}

async function keepPlace(
  talking: Talking,
  wish: NonNullable<ReturnType<typeof readPlaceWish>>,
  named: ChatChannel | null,
  refuse: (pick: (words: PlaceWords) => string) => Promise<void>,
): Promise<void> {
  const { deps, cause, talk } = talking
  const isHere = wish.place === 'ownThread' && wish.channel === 'here'
  const { settings, own } = await deps.store.inTenant(talk.tenantId, async (tx) => ({
    settings: await readSettings(tx),
    own: isHere ? channelOf(await tx.get('threads', talk.threadId)) : null,
  }))
  const channel = named ?? own ?? (isHere ? null : settings.requestChannel)
  if (wish.place === 'ownThread' && !channel)
    return refuse((words) => (isHere ? words.notAChannel : words.whichChannel(exampleChannel)))
  const after: PlaceSetting = { requestPlace: wish.place, requestChannel: channel }
  await deps.store.inTenant(talk.tenantId, async (tx) => {
    await cause.claim?.(tx)
    const before = await readSettings(tx)
    if (written(before) === written(after)) {
      const draft = sentence(({ settings }) =>
        settings.change.same(settings.place.label, placeName(settings.place, after)),
      )
      return say(tx, deps, talk, talk.eventKey, draft)
    }
    const told = ({ place }: SettingWords) => place.changed(placeName(place, after), placeName(place, before))
    const change = { name: 'requestPlace' as const, before: written(before), after: written(after) }
    await keepChange(tx, talking, { ...before, ...after }, change, told)
  })
}

/** The channel that a thread hangs in; null for conversations that are none. */
function channelOf(thread: { address: unknown; audience: ChatChannel['audience'] } | null): ChatChannel | null {
  const address = chatAddressSchema.safeParse(thread?.address)
  if (!thread || !address.success || thread.audience === 'personal') return null
  if (address.data.surface === 'teams' && address.data.conversationType !== 'channel') return null
  return { name: hereName, address: { ...address.data, rootId: null }, audience: thread.audience }
}

/** A channel that was never called by its name. */
const hereName = 'channel'

function placeName(words: PlaceWords, { requestPlace, requestChannel }: PlaceSetting): string {
  if (requestPlace !== 'ownThread' || !requestChannel) return words.options[requestPlace]
  return requestChannel.name === hereName ? words.options.ownThread : words.threadIn(`#${requestChannel.name}`)
}

const written = ({ requestPlace, requestChannel }: PlaceSetting): string =>
  JSON.stringify({ requestPlace, requestChannel })

/** The settings as they were before the change; null when somebody has changed it since. */
export function placeBefore(settings: TenantSettings, before: string, after: string): TenantSettings | null {
  if (written(settings) !== after) return null
  const { requestPlace, requestChannel } = JSON.parse(before) as PlaceSetting
  const channel = chatChannelSchema.nullable().safeParse(requestChannel)
  return { ...settings, requestPlace, requestChannel: channel.data ?? null }
}
