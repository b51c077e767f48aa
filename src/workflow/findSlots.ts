import type { MessagePart } from '../bot/message.ts'
import { ParleyError } from '../domain/errors.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import { namesPerson } from '../domain/names.ts'
import type { Party } from '../domain/party.ts'
import { isClosed } from '../domain/request.ts'
import type { Intent } from '../intents/intent.ts'
import { rankPlans } from '../solver/rank.ts'
import { buildProblem, type ProblemFacts, readHolds } from './buildProblem.ts'
import { needBundle, type RequestBundle, windowsOf } from './bundle.ts'
import type { Cause } from './cause.ts'
import type { Deps } from './deps.ts'
import { meantRequest } from './meantRequest.ts'
import { readCalendars } from './proposeSlots.ts'
import { reply, withUnread } from './reply.ts'
import type { Conversation } from './scheduleWish.ts'
import { aboutRequest, type Composer, sentence } from './speech.ts'

// Takes:   "what would fit?": a request, and perhaps for whom.
// Reads:   what people offered so far, members' calendars, other requests' holds.
// Writes:  nothing.
// Effects: the answer; nobody is asked and nothing is offered or held.
// Refuses when: nothing is known of anybody: then any time would only be a guess.

const shownCount = 5

type SlotsWish = Extract<Intent, { kind: 'findSlots' }>

export async function findSlots(deps: Deps, cause: Cause, talk: Conversation, wish: SlotsWish): Promise<void> {
  const now = deps.clock.now()
  const named = { ...wish, about: wish.about ?? wish.names[0] ?? null }
  const read = await deps.store.inTenant(talk.tenantId, async (tx) => {
    const meant = await meantRequest(tx, talk, named, { fits: (r) => !isClosed(r.state) })
    if (meant.kind === 'ask') return meant
    const bundle = await needBundle(tx, meant.request.id)
    const keys = bundle.parties.filter((p) => p.isAttending).map((p) => p.personKey)
    return { kind: 'one' as const, bundle, holds: await readHolds(tx, bundle, keys, now) }
  })
  if (read.kind === 'ask') return reply(deps, cause, talk, read.draft)
  const { bundle, holds } = read
  const calendars = await readCalendars(deps, talk.tenantId, bundle)
  await reply(deps, cause, talk, withUnread(slotsDraft(bundle, { now, holds, calendars }, wish.names), wish))
}

function slotsDraft(bundle: RequestBundle, facts: ProblemFacts, names: readonly string[]): Composer {
  const { request } = bundle
  const asked = bundle.parties.filter((p) => p.isAttending)
  const isKnown = (party: Party) =>
    windowsOf(bundle, party.id).length > 0 ||
    (party.memberId !== null && facts.calendars.get(party.memberId)?.kind === 'busy')
  const known = asked.filter(isKnown).map((p) => p.name)
  const unknown = asked.filter((p) => !isKnown(p) && p.role !== 'recruiter').map((p) => p.name)
  const strangers = names.filter((name) => !asked.some((p) => namesPerson(name, p.name)))
  if (known.length === 0) return sentence(({ errands }, { list }) => errands.slots.nothingKnown(list(unknown)))
  const plans = plansOf(bundle, facts)
  return (speech) => {
    const { words, list, reader } = speech
    const { slots } = words.errands
    const about = aboutRequest(speech, request)
    const basis = unknown.length > 0 ? slots.basis(list(known), list(unknown), unknown.length) : list(known)
    const parts: MessagePart[] =
      plans.length === 0
        ? [{ kind: 'text', text: slots.nothingFits(about, basis) }]
        : [
            { kind: 'text', text: slots.fit(about, basis) },
            { kind: 'slots', slots: plans.map((slot) => ({ label: formatRangeShort(slot, reader) })) },
          ]
    const notes = strangers.map((name): MessagePart => ({ kind: 'note', tone: 'warning', text: slots.notIn(name) }))
    return { parts: [...parts, ...notes], actions: [] }
  }
}

/** The best times by what is known; those who are unknown are placed as if they were free, which the answer says. */
function plansOf(bundle: RequestBundle, facts: ProblemFacts) {
  try {
    const ranked = rankPlans(buildProblem(bundle, facts), { count: shownCount, isSpread: true })
    return ranked.flatMap(({ plan }) => {
      const [first, last] = [plan.placements[0], plan.placements.at(-1)]
      return first && last ? [{ startsAt: first.startsAt, endsAt: last.endsAt }] : []
    })
  } catch (error) {
    // A problem that is none (nobody left to meet) has no times.
    if (error instanceof ParleyError || error instanceof RangeError) return []
    throw error
  }
}
