import type { ReadingId } from '../domain/ids.ts'
import type { Party } from '../domain/party.ts'
import type { ReceivedMail } from '../mail/port.ts'
import type { Tx } from '../store/port.ts'
import type { RequestBundle } from './bundle.ts'
import type { Deps } from './deps.ts'
import { mailOrder, owe } from './owe.ts'
import type { Understood } from './readReply.ts'

/** Mails that answer a mail; each costs one of the few that may go out. */
const answerTemplates: readonly string[] = ['readBack', 'notUnderstood', 'passedOn']
const hourlyMax = 4
const dailyMax = 12

/** Keeps what was understood and owes the answer that reads it back. @returns 'tooMany' when this party got its answers already */
export async function answerMail(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  party: Party,
  mail: ReceivedMail,
  understood: Understood,
  occasion: string,
): Promise<'answered' | 'tooMany'> {
  const readingId = await keepReading(tx, deps, bundle, party, understood)
  if (await hadEnough(tx, deps, bundle, party)) return 'tooMany'
  const inReplyTo: Record<string, string> = mail.messageId ? { inReplyTo: mail.messageId } : {}
  const order = readingId
    ? mailOrder(bundle.request.id, 'readBack', party.id, occasion, { data: { readingId, ...inReplyTo } })
    : understood.kind === 'unclear'
      ? mailOrder(bundle.request.id, 'notUnderstood', party.id, occasion, {
          data: { why: understood.why, ...inReplyTo },
        })
      : mailOrder(bundle.request.id, 'passedOn', party.id, occasion, { data: inReplyTo })
  await owe(tx, deps, [order])
  return 'answered'
}

async function keepReading(
  tx: Tx,
  deps: Deps,
  bundle: RequestBundle,
  party: Party,
  understood: Understood,
): Promise<ReadingId | null> {
  if (understood.kind === 'unclear' || understood.kind === 'passedOn') return null
  const id = deps.ids.next('reading')
  await tx.insert('readings', {
    id,
    requestId: bundle.request.id,
    partyId: party.id,
    askRound: bundle.request.askRound,
    kind: understood.kind,
    windows:
      understood.kind === 'windows'
        ? understood.windows.map((w) => ({ startsAt: w.startsAt.toISOString(), endsAt: w.endsAt.toISOString() }))
        : [],
    proposalIds: understood.kind === 'select' ? understood.proposals.map((p) => p.id) : [],
    createdAt: deps.clock.now(),
    confirmedAt: null,
  })
  return id
}

/** Two machines that answer each other come to an end here, whatever their headers say. */
async function hadEnough(tx: Tx, deps: Deps, bundle: RequestBundle, party: Party): Promise<boolean> {
  const nowMs = deps.clock.now().getTime()
  const mails = await tx.find('effects', {
    where: { requestId: bundle.request.id, kind: 'mail', createdAt: { gt: new Date(nowMs - 24 * 3_600_000) } },
  })
  const answers = mails.filter(
    ({ payload }) =>
      payload.kind === 'mail' && payload.partyId === party.id && answerTemplates.includes(payload.template),
  )
  const lastHour = answers.filter((e) => e.createdAt.getTime() > nowMs - 3_600_000)
  return lastHour.length >= hourlyMax || answers.length >= dailyMax
}
