import { describe, expect, it } from 'vitest'
import { checkFields } from '../../src/bot/checkFields.ts'
import type { Message } from '../../src/bot/message.ts'
import { takeOutPrivateParts } from '../../src/bot/privateParts.ts'
import { renderSlackMessage } from '../../src/bot/slack/blocks.ts'
import { checkSlackPayload } from '../../src/bot/slack/checkLimits.ts'
import { renderSlackModal } from '../../src/bot/slack/modal.ts'
import { renderWebMessage } from '../../src/bot/webchatRender.ts'
import { composeBriefing } from '../../src/briefings/compose.ts'
import { dailyView } from '../briefings/sampleViews.ts'
import { messageOf } from '../web/chatSamples.ts'
import { approve, askJane, good, jane, marta, offer, wednesday } from '../workflow/janeAtAcme.ts'
import { memberCalled, openNadia } from '../workflow/nadiaInHouse.ts'
import { type Loop, openLoop } from '../workflow/openLoop.ts'

const thursday = good('2027-03-04T09:00:00Z', '2027-03-04T12:00:00Z')

/** From now on the member reads Parley in this locale; cards follow with their next change. */
async function speak(loop: Loop, locale: string, id: string = loop.memberId): Promise<void> {
  await loop.tables((tx) => tx.update('members', id, { locale }))
}

/** The card of Jane's request as it goes from waiting over nothing fits to booked. */
async function cardsIn(locale: string): Promise<Record<'waiting' | 'stuck' | 'approving' | 'booked', Message>> {
  const loop = await openLoop()
  const thread = await askJane(loop)
  await speak(loop, locale)
  await offer(loop, jane, [wednesday])
  const waiting = await loop.card(thread)
  await offer(loop, marta, [thursday])
  const stuck = await loop.card(thread)
  await offer(loop, marta, [wednesday])
  const approving = await loop.card(thread)
  await approve(loop, marta)
  await loop.settle(60_000)
  return { waiting, stuck, approving, booked: await loop.card(thread) }
}

/** What our words are of: not proofs, nor what the solver and outside systems said. */
function wordsIn(message: Message): string[] {
  const said = message.parts.flatMap((part): (string | undefined)[] => {
    if (part.kind === 'heading') return [part.status?.text]
    if (part.kind === 'facts') return part.facts.flatMap((fact) => [fact.label, fact.value])
    if (part.kind === 'steps')
      return part.steps.flatMap((step) => [step.label, step.state === 'failed' ? '' : step.detail])
    if (part.kind === 'list') return [part.title]
    return part.kind === 'text' || part.kind === 'note' ? [part.text] : []
  })
  const actions = message.actions.flatMap((action) => [
    ...[action.label, action.shortLabel, action.submitLabel, action.confirm],
    ...(action.form ?? []).flatMap((field) => [
      field.label,
      field.hint,
      ...(field.kind === 'choice' && field.name !== 'stage' ? field.options.map((option) => option.label) : []),
    ]),
  ])
  return [...said, ...actions].filter((text) => text !== undefined)
}

const english =
  /\b(the|you|your|they|this|that|with|which|when|could|would|have|been|from|about|for|time|times|ask|enter|find|waiting|cancel|save|reminder|reminders|join|only|approve|approves|chooses|invite|everybody|minutes of)\b/i
const sayings = /Backend Engineer Interview|Tue 2-4 pm, Thu morning|⟦/g

function expectClean(messages: readonly Message[]): void {
  for (const message of messages) {
    for (const hasPlan of [true, false]) {
      const { warnings, rest, ...payload } = renderSlackMessage(message, { baseUrl: 'http://127.0.0.1', hasPlan })
      expect([warnings, rest]).toEqual([[], []])
      expect(checkSlackPayload({ text: payload.text, blocks: payload.blocks })).toEqual([])
    }
    for (const action of message.actions)
      expect(renderSlackModal(action, { privateMetadata: action.id, callbackId: 'press' }).warnings).toEqual([])
  }
}

const statusOf = (message: Message): string | undefined =>
  message.parts.flatMap((part) => (part.kind === 'heading' ? [part.status?.text] : []))[0]
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a recruiter’s card', () => {
  it.each([
    ['fr-FR', 'En attente de disponibilités', 'À vous : aucun créneau commun', 'En attente de validation', 'Fixé'],
    ['es-MX', 'A la espera de horarios', 'Le necesita: nada coincide', 'A la espera de aprobación', 'Confirmada'],
    ['de-AT', 'Wartet auf Zeiten', 'Braucht Sie: nichts passt', 'Wartet auf Zustimmung', 'Vereinbart'],
  ])(
    'is in the language of %s from the first question to the booked interview, without a word of English',
    async (locale, ...states) => {
      const cards = Object.values(await cardsIn(locale))
      expect(cards.map((card) => plain(statusOf(card) ?? ''))).toEqual(states)
      const left = cards.flatMap(wordsIn).filter((text) => english.test(text.replace(sayings, '')))
      expect(left).toEqual([])
      expect(cards.every((card) => card.language === locale.slice(0, 2))).toBe(true)
      expectClean(cards)
    },
  )

  it('says who answered what in French, and which ways out there are, each with what it opens', async () => {
    const { waiting, stuck, booked } = await cardsIn('fr-FR')
    const text = plain(waiting.fallbackText)
    expect(text).toContain('Poste : Backend Engineer chez Acme Robotics')
    expect(text).toContain('[Fait] Disponibilités : Jane Whitfield - mer. 3 mars 2027, 10:00 – 13:00 (UTC+01:00)')
    expect(text).toContain('Vous pouvez : ')
    const labels = stuck.actions.map((action) => plain(action.label))
    expect(labels).toContain('Demander d’autres créneaux à tout le monde')
    expect(labels.some((label) => /^Demander d’autres créneaux à [\w ]+ : \d+ créneaux pour toutes/.test(label))).toBe(
      true,
    )
    expect(plain(booked.fallbackText)).toMatch(/Inviter Jane Whitfield - mar\. 2 mars 2027|Inviter Jane Whitfield - /)
    expect(booked.actions.map((action) => action.label)).toContain('Trouver un autre créneau')
  })

  it('keeps times and names of an English reader as they were', async () => {
    const { waiting } = await cardsIn('en-GB')
    expect(waiting).not.toHaveProperty('language')
    expect(statusOf(waiting)).toBe('Waiting for times')
  })
})

describe('the card of a hiring manager', () => {
  it('asks Priya in Spanish for times and then for a yes, while the recruiter reads English', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread)
    const priya = await memberCalled(loop, 'Priya Raman')
    const parties = await loop.tables((tx) => tx.find('parties', { where: { memberId: priya.id } }))
    for (const party of parties) await loop.tables((tx) => tx.update('parties', party.id, { locale: 'es-ES' }))
    await offer(loop, 'nadia.petrova', [wednesday])
    const asked = await loop.card(priya.thread!)
    expect(statusOf(asked)).toBe('Hace falta su disponibilidad')
    await loop.press(priya.thread!, asked, 'Indicar mi disponibilidad', { times: 'Wed 3 March 9-12' }, priya.id)
    const approving = await loop.card(priya.thread!)
    expect(statusOf(approving)).toBe('Hace falta su aprobación')
    expect(approving.actions[0]?.label).toMatch(/^Aprobar mié, 3 mar 2027, \d\d:00/)
    expect(wordsIn(approving).filter((text) => english.test(text.replace(sayings, '')))).toEqual([])
    expect(statusOf(await loop.card(thread))).toBe('Waiting for approval')
    expectClean([asked, approving])
  })
})

describe('what a chat adds to a message', () => {
  it('on Slack: menu, modal and plan in the language of the card', async () => {
    const { booked, stuck } = await cardsIn('es-ES')
    const slack = JSON.stringify(renderSlackMessage(booked, { hasPlan: true }).blocks)
    expect(slack).toMatch(/Elegir qué hacer…|Más…/)
    expect(slack).toMatch(/\d+ de \d+ pasos hechos/)
    expect(slack).not.toMatch(/More…|steps done|Skipped|Open it there/)
    const cancel = booked.actions.find((action) => action.label === 'Cancelar la solicitud')!
    const { view } = renderSlackModal(cancel, { privateMetadata: 'x', callbackId: 'press' })
    expect([view.title.text, view.submit?.text, view.close?.text]).toEqual([
      'Cancelar la solicitud',
      'Cancelar y avisar',
      'Volver',
    ])
    expect(JSON.stringify(renderSlackMessage(stuck).blocks)).toContain('"Preguntar"')
  })

  it('on the web: states of steps, proofs, questions before a press and what is wrong with a field', async () => {
    const { booked, waiting } = await cardsIn('de-DE')
    const context = { messageId: 'm', actionsPath: '/a', ownHosts: [], eventIdFor: (id: string) => id }
    const html = renderWebMessage(booked, context).html
    expect(html).toContain('Erledigt')
    expect(html).toContain('<summary>Beleg')
    expect(html).not.toMatch(/>Proof|>Done<|has to be filled in|Yes, /)
    const enter = waiting.actions.find((action) => action.form?.some((field) => field.name === 'times'))!
    expect(checkFields(enter.form!, {}, enter.language)).toEqual([
      { field: 'times', sentence: expect.stringMatching(/^Es fehlt: Zeiten, die .* genannt hat/) },
    ])
  })

  it('in an open channel: candidates as initials and the note about it in the language of the card, dates untouched', async () => {
    const { waiting } = await cardsIn('fr-FR')
    const open = takeOutPrivateParts(waiting, ['Sam Avril', 'Mai Juin'])
    expect(open.language).toBe('fr')
    expect(open.fallbackText).toContain('J. W.')
    expect(open.fallbackText).toContain('mer. 3 mars 2027')
    expect(open.fallbackText).not.toContain('Jane')
    const saturday = { ...waiting, parts: [{ kind: 'text' as const, text: 'sam. 28 nov. 2026 : Sam est là' }] }
    expect(takeOutPrivateParts(saturday, ['Sam Avril']).parts).toEqual([
      { kind: 'text', text: 'sam. 28 nov. 2026 : S. est là' },
    ])
  })

  it('briefs a Spanish recruiter in Spanish, in the chat as by mail', () => {
    const view = dailyView()
    const draft = composeBriefing({ ...view, reader: { ...view.reader, locale: 'es-ES' } })!
    expect(draft.language).toBe('es')
    const text = messageOf(draft).fallbackText
    expect(text).toMatch(/^Su (lunes|martes|miércoles|jueves|viernes)/)
    expect(text).toContain('Todas las horas: ')
  })
})
