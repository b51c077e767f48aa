import type { Effect, MailTemplate } from '../domain/effect.ts'
import type { TenantId } from '../domain/ids.ts'
import { languageOf } from '../domain/language.ts'
import type { Tx } from '../store/port.ts'
import { needBundle, partyOf, readSettings } from './bundle.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { moveEffect } from './moveEffect.ts'
import { cardOrder, owe } from './owe.ts'

// Takes:   the recruiter's wish to hold, reword or release the first mails while they wait for the undo time.
// Reads:   mails of the request that are still owed.
// Writes:  when they go; the recruiter's own opening words for the template and language.
// Effects: the same mails, later or now; the card.
// Refuses when: they are gone already (`tooLate`).

/** Long enough to write; the card says so, and "Send" ends it. */
export const editPauseMs = 15 * 60_000

const askTemplates: readonly MailTemplate[] = ['request', 'choice']

export type FirstMailsOutcome = { kind: 'done' } | { kind: 'tooLate' }

/** The mails that ask; a day-of reminder or an approval that is owed has its own time. */
async function waitingMails(tx: Tx, requestId: Effect['requestId']): Promise<Effect[]> {
  const owed = await tx.find('effects', { where: { requestId, kind: 'mail', state: 'owed', attempts: 0 } })
  return owed.filter(({ payload }) => payload.kind === 'mail' && askTemplates.includes(payload.template))
}

async function moveMails(tx: Tx, deps: Deps, mails: readonly Effect[], at: Date): Promise<void> {
  for (const mail of mails) {
    await moveEffect(tx, deps, mail, 'owed', { nextAttemptAt: at })
    await tx.wakeEffect(mail.id, at)
  }
}

/** Keeps the waiting mails back while the recruiter writes. */
export async function holdMails(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  requestId: string,
): Promise<FirstMailsOutcome> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const { request } = await needBundle(tx, requestId)
    const mails = await waitingMails(tx, request.id)
    if (mails.length === 0) return { kind: 'tooLate' }
    await moveMails(tx, deps, mails, new Date(deps.clock.now().getTime() + editPauseMs))
    await owe(tx, deps, [cardOrder(deps, request.id, request.version)])
    return { kind: 'done' }
  })
}

/** Stores the words, if any were changed, and lets the mails go. `words` is keyed by party id. */
export async function sendMails(
  deps: Deps,
  tenantId: TenantId,
  cause: Cause,
  requestId: string,
  words: Readonly<Record<string, string>>,
): Promise<FirstMailsOutcome> {
  return deps.store.inTenant(tenantId, async (tx) => {
    await cause.claim?.(tx)
    const bundle = await needBundle(tx, requestId)
    const mails = await waitingMails(tx, bundle.request.id)
    if (mails.length === 0) return { kind: 'tooLate' }
    const settings = await readSettings(tx)
    const mailWords = { ...settings.mailWords }
    for (const mail of mails) {
      if (mail.payload.kind !== 'mail') continue
      const own = words[mail.payload.partyId]?.trim()
      if (!own) continue
      const party = partyOf(bundle, mail.payload.partyId)
      mailWords[wordsKey(mail.payload.template, party.role, party.locale)] = own.slice(0, 4_000)
      const data = { ...mail.payload.data, words: own.slice(0, 4_000) }
      await moveEffect(tx, deps, mail, 'owed', { payload: { ...mail.payload, data } })
    }
    await tx.update('settings', tx.tenantId, { data: { ...settings, mailWords } })
    await moveMails(tx, deps, mails, deps.clock.now())
    await recordAudit(tx, deps, cause, {
      requestId: bundle.request.id,
      action: 'sendMails',
      fromState: bundle.request.state,
      toState: bundle.request.state,
    })
    await owe(tx, deps, [cardOrder(deps, bundle.request.id, bundle.request.version)])
    return { kind: 'done' }
  })
}

/** Own words are kept per template, side and language: what is said to candidates is not said to clients. */
export function wordsKey(template: MailTemplate, role: string, locale: string): string {
  return `${template}:${role}:${languageOf(locale)}`
}
