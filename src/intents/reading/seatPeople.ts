import type { ThreadContext } from '../thread.ts'
import type { Sign } from './signs.ts'

const seatWords = new Set(
  'join joins joining sit sits sitting attend attends attending there too also panel part involved needed required necessary out instead'.split(
    ' ',
  ),
)
const seatClasses = ['@add', '@drop']

/**
 * "add Priya" in a request's thread: of those who bear the name, the contact on the other side of the request, not a candidate of
 * that name who has nothing to do with it. Where another company is named the message is about something else.
 */
export function seatPeople(signs: readonly Sign[], thread: ThreadContext): Sign[] {
  const isSeating = signs.some(
    ({ word, mention, keys }) => mention === null && (seatWords.has(word) || seatClasses.some((key) => keys.has(key))),
  )
  const hasOther = signs.some(
    ({ keys, mention }) =>
      keys.has('@sched') || mention?.clients.some(({ id }) => id !== thread.clientId) || mention?.kind === 'job',
  )
  if (!thread.hasRequest || hasOther) return [...signs]
  return signs.map((sign) => {
    const { mention } = sign
    if (mention?.kind !== 'person') return sign
    const own = mention.people.filter(({ id }) => id === thread.candidateId)
    if (own.length > 0) {
      // The one whose request it is.
      const isContactToo = mention.people.some(({ kind }) => kind === 'contact')
      const keys = new Set([...sign.keys].filter((key) => key !== 'CONTACT'))
      return isContactToo ? { ...sign, keys, mention: { ...mention, people: own } } : sign
    }
    if (!isSeating) return sign
    const contacts = mention.people.filter(
      ({ kind, id, clientId }) =>
        kind === 'contact' && (thread.contactIds.includes(id) || (clientId && clientId === thread.clientId)),
    )
    if (contacts.length === 0 || contacts.length === mention.people.length) return sign
    const keys = new Set([...sign.keys, 'CONTACT'].filter((key) => key !== 'CAND'))
    return { ...sign, keys, mention: { ...mention, people: contacts } }
  })
}
