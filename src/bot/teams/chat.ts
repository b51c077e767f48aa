import type { ChatAddress, ChatPerson, TeamsAddress } from '../../domain/chat.ts'
import { placeName } from '../../domain/chat.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Proof } from '../../domain/effect.ts'
import { type ErrorCode, isParleyError, ParleyError } from '../../domain/errors.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Store } from '../../store/port.ts'
import type { ChatTransport, Posted } from '../keptChat.ts'
import type { Message } from '../message.ts'
import { type AdaptiveCard, cardContentType } from './cardElement.ts'
import { renderTeamsMessage, type TeamsRenderOptions } from './cards.ts'
import { findAnyPlace, findPlaceOf, findSharedPlaces } from './places.ts'
import type { TeamsMember, TeamsOutgoing, TeamsTransport } from './transport.ts'

export interface TeamsChatOptions {
  transport: TeamsTransport
  store: Store
  clock: Clock
  /** Where our own paths lead, and which hosts are ours. */
  links: Pick<TeamsRenderOptions, 'baseUrl' | 'ownHosts'>
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}

const summaryLengthMax = 250
/** A long message is several: their ids are kept together. */
const idJoint = ','
const rostersMax = 12
const rosterFreshMs = 10 * 60_000
const personFreshMs = 60_000
const seenMax = 5_000

export interface TeamsChat extends ChatTransport {
  /** Where somebody was just heard: the place at which their name can be looked up, before anything of them is kept. */
  noteSeen(workspaceId: string, userId: string, place: TeamsAddress): void
}

/** Teams as a chat that keeps its messages: cards are changed in place, people are found in the conversations they share with Parley. */
export function createTeamsChat(options: TeamsChatOptions): TeamsChat {
  const { transport, store, links, log } = options
  const seen = new Map<string, TeamsAddress>()
  const noteSeen: TeamsChat['noteSeen'] = (workspaceId, userId, place) => {
    const key = `${workspaceId}/${userId}`
    seen.delete(key)
    seen.set(key, place)
    const [oldest] = seen.keys()
    if (seen.size > seenMax && oldest !== undefined) seen.delete(oldest)
  }
  const rosters = createRosters(options, noteSeen)
  const placeOf = async (tenantId: TenantId, workspaceId: string, userId: string) =>
    seen.get(`${workspaceId}/${userId}`) ?? (await findPlaceOf(store, tenantId, workspaceId, userId))

  function outgoing(place: TeamsAddress, message: Message): TeamsOutgoing[] {
    const rendered = renderTeamsMessage(message, { ...links, ...lookAt(place) })
    for (const warning of rendered.warnings) log('teams.renderWarning', { warning })
    return [rendered, ...rendered.rest].map(({ text, card }) => toOutgoing(text, card))
  }

  async function send(_tenantId: TenantId, address: ChatAddress, _key: string, message: Message): Promise<Posted> {
    const place = teamsOnly(address)
    const ids: string[] = []
    for (const one of outgoing(place, message)) ids.push(await transport.send(place, one))
    return postedAs(place, ids)
  }

  async function update(
    _tenantId: TenantId,
    address: ChatAddress,
    externalId: string,
    message: Message,
  ): Promise<Posted> {
    const place = teamsOnly(address)
    const known = externalId.split(idJoint)
    const messages = outgoing(place, message)
    const ids: string[] = []
    for (const [index, one] of messages.entries()) {
      const id = known[index]
      if (id === undefined) ids.push(await transport.send(place, one))
      else {
        await transport.update(place, id, one)
        ids.push(id)
      }
    }
    // What was longer before ends here; a message cannot be taken back for everybody.
    for (const id of known.slice(messages.length)) await transport.update(place, id, toOutgoing('–', null))
    return postedAs(place, [...ids, ...known.slice(messages.length)])
  }

  async function openPersonal(tenantId: TenantId, workspaceId: string, userId: string): Promise<TeamsAddress | null> {
    const kept = await findPlaceOf(store, tenantId, workspaceId, userId)
    if (kept?.conversationType === 'personal') return kept
    const heard = await placeOf(tenantId, workspaceId, userId)
    if (heard?.conversationType === 'personal') return heard
    const place = heard ?? kept ?? (await findAnyPlace(store, tenantId, workspaceId))
    if (!place) return null
    try {
      return await transport.createPersonal({ serviceUrl: place.serviceUrl, workspaceId, botId: place.botId, userId })
    } catch (error) {
      // The app is not installed for this person: nobody can be written to without that.
      if (['notAllowed', 'notFound', 'refused'].some((code) => isParleyError(error, code as ErrorCode))) return null
      throw error
    }
  }

  async function readPerson(tenantId: TenantId, workspaceId: string, userId: string): Promise<ChatPerson | null> {
    const place = await placeOf(tenantId, workspaceId, userId)
    if (!place) return null
    try {
      const [member] = await transport.members(place, userId)
      return member ? toPerson(workspaceId, { ...member, id: userId }) : null
    } catch (error) {
      if (isParleyError(error, 'notFound')) return null
      throw error
    }
  }
  const persons = createMemory<ChatPerson | null>(options.clock, personFreshMs)

  return {
    surface: 'teams',
    send,
    update,
    // The connector has no way to look for a message: one whose receipt was lost is sent again.
    findSent: async () => null,
    threadUnder(address, { externalId }) {
      if (address.surface !== 'teams' || address.conversationType !== 'channel' || address.rootId !== null) return null
      const under = { ...address, rootId: externalId.split(idJoint)[0] ?? externalId }
      return { externalId: placeName(under), address: under }
    },
    people: {
      surface: 'teams',
      readPerson: (tenantId, workspaceId, userId) =>
        persons.read(`${workspaceId}/${userId}`, () => readPerson(tenantId, workspaceId, userId)),
      findPerson: (tenantId, email) => rosters.find(tenantId, email.trim().toLowerCase()),
      openPersonal,
      async whisper(tenantId, address, userId, message): Promise<Proof> {
        const place = teamsOnly(address)
        const alone =
          place.conversationType === 'personal' ? place : await openPersonal(tenantId, place.workspaceId, userId)
        if (!alone)
          throw new ParleyError(
            'notAllowed',
            'Teams lets Parley write to this person alone only after they added the app.',
          )
        const posted = await send(tenantId, alone, '', message)
        return { at: options.clock.now().toISOString(), id: posted.externalId, said: posted.said }
      },
    },
    noteSeen,
  }
}

/** In a channel the message is what everybody may read, and its forms may lack what the presser has to see. */
export function lookAt({ conversationType }: TeamsAddress): Pick<TeamsRenderOptions, 'hasFetchedForms'> {
  return conversationType === 'channel' ? { hasFetchedForms: true } : {}
}

/** A card with a line for notifications, or plain words. */
export function toOutgoing(text: string, card: AdaptiveCard | null): TeamsOutgoing {
  if (!card) return { type: 'message', text: text || '–', textFormat: 'plain' }
  const [line = ''] = text.split('\n')
  return {
    type: 'message',
    ...(line === '' ? {} : { summary: line.slice(0, summaryLengthMax).toWellFormed() }),
    attachments: [{ contentType: cardContentType, content: card }],
  }
}

function postedAs(place: TeamsAddress, ids: readonly string[]): Posted {
  const [first = ''] = ids
  const url = linkTo(place, first)
  return { externalId: ids.join(idJoint), said: `Teams took it as message ${first}`, ...(url ? { url } : {}) }
}

/** Teams' own address of a message in a channel; other conversations have none that everybody can open. */
function linkTo({ conversationId, conversationType, workspaceId }: TeamsAddress, messageId: string): string | null {
  if (conversationType !== 'channel') return null
  const [channel, message, tenant] = [conversationId, messageId, workspaceId].map(encodeURIComponent)
  return `https://teams.microsoft.com/l/message/${channel}/${message}?tenantId=${tenant}`
}

function teamsOnly(address: ChatAddress): TeamsAddress {
  if (address.surface !== 'teams') throw new ParleyError('internal', 'This conversation is not in Teams.')
  return address
}

function toPerson(workspaceId: string, member: TeamsMember): ChatPerson {
  return {
    workspaceId,
    userId: member.id,
    name: member.name ?? member.email ?? 'Somebody in Teams',
    email: member.email,
    zone: null,
    locale: null,
  }
}

/** Answers are asked for again after a while; a failure is not kept. */
function createMemory<T>(clock: Clock, freshMs: number) {
  const known = new Map<string, { at: number; value: T }>()
  return {
    async read(key: string, ask: () => Promise<T>): Promise<T> {
      const now = clock.now().getTime()
      const kept = known.get(key)
      if (kept && now - kept.at < freshMs && now >= kept.at) return kept.value
      const value = await ask()
      if (known.size >= seenMax) known.clear()
      known.set(key, { at: now, value })
      return value
    },
  }
}

/** Who is in the conversations that Parley takes part in: the only directory that an app without further rights can read. */
function createRosters({ transport, store, clock, log }: TeamsChatOptions, noteSeen: TeamsChat['noteSeen']) {
  const rosters = createMemory<readonly TeamsMember[]>(clock, rosterFreshMs)

  async function read(place: TeamsAddress): Promise<readonly TeamsMember[]> {
    try {
      return await transport.members(place)
    } catch (error) {
      if (!isParleyError(error, 'notFound') && !isParleyError(error, 'notAllowed')) throw error
      log('teams.rosterGone', { error: String(error) })
      return []
    }
  }

  return {
    async find(tenantId: TenantId, email: string): Promise<ChatPerson | null> {
      for (const place of await findSharedPlaces(store, tenantId, rostersMax)) {
        const members = await rosters.read(place.conversationId, () => read(place))
        const member = members.find((one) => one.email === email)
        if (!member) continue
        noteSeen(place.workspaceId, member.id, place)
        return toPerson(place.workspaceId, member)
      }
      return null
    },
  }
}
