import type { Effect } from '../../src/domain/effect.ts'
import type { Party } from '../../src/domain/party.ts'
import type { Store, TableName, Tx } from '../../src/store/port.ts'
import type { Delivery } from './mailServer.ts'

/** What a run left behind, in words that are the same in every run: compared as multisets with an undisturbed run. */
export interface Outcome {
  /** Rows, records and mails; a line per thing that happened. */
  lines: readonly string[]
  /** Rows still owed or under way; the run is not over. */
  openCount: number
  /** Mails of unknown outcome, for a person to decide, each with the lines that it alone may leave out. */
  asked: readonly AskedMail[]
}

export interface AskedMail {
  words: string
  mayLack: readonly string[]
}

const counted: readonly TableName[] = [
  'settings',
  'members',
  'requests',
  'sessions',
  'parties',
  'windows',
  'approvals',
  'interviews',
  'invitations',
  'atsClients',
  'atsContacts',
  'atsJobs',
  'atsStages',
  'atsCandidates',
  'atsApplications',
  'atsUsers',
  'atsAttachments',
  'atsInterviews',
]

export async function readOutcome(store: Store, deliveries: readonly Delivery[]): Promise<Outcome> {
  const tenants = await store.listTenants()
  const lines = tenants.map(() => 'a tenant')
  const asked: AskedMail[] = []
  let openCount = 0
  for (const tenantId of tenants) {
    const read = await store.inTenant(tenantId, (tx) => readTenant(tx, deliveries))
    lines.push(...read.lines)
    asked.push(...read.asked)
    openCount += read.openCount
  }
  return { lines: lines.sort(), openCount, asked }
}

async function readTenant(tx: Tx, deliveries: readonly Delivery[]): Promise<Outcome> {
  const lines: string[] = []
  const asked: AskedMail[] = []
  const rowsOfParties = await tx.find('parties')
  const parties = new Map(rowsOfParties.map((party) => [String(party.id), party.role]))
  const wordsOf = ({ kind, payload }: Effect): string => {
    const party = 'partyId' in payload && payload.partyId ? parties.get(payload.partyId) : ''
    switch (payload.kind) {
      case 'mail':
        return `mail ${payload.template} to ${party}`
      case 'invitation':
        return `invitation ${payload.method} to ${party}`
      default:
        return kind
    }
  }
  for (const table of counted) lines.push(...(await tx.find(table)).map(() => `row of ${table}`))

  const inbound = await tx.find('inbound')
  for (const row of inbound.filter(({ state }) => state !== 'received'))
    lines.push(`${row.source} ${row.payload.kind} ${row.payload.text ?? ''} ${row.state}`)
  for (const row of await tx.find('requests')) lines.push(`request ${row.state}`)
  for (const row of await tx.find('interviews')) lines.push(`interview ${row.state} sequence ${row.sequence}`)
  for (const row of await tx.find('holds'))
    lines.push(`hold ${row.state} ${row.personKey.includes('@') ? row.personKey : 'member'}`)
  for (const row of await tx.find('atsInterviews')) if (!row.isSample) lines.push(`ATS interview ${row.status}`)
  for (const row of await tx.find('atsActivities')) if (!row.isSample) lines.push(`ATS log ${row.event}`)
  const stages = new Map((await tx.find('atsStages')).map((stage) => [String(stage.id), stage.label]))
  for (const row of await tx.find('atsApplications')) lines.push(`application in ${stages.get(row.stageId)}`)
  for (const row of await tx.find('audit'))
    if (row.action !== 'retry') lines.push(`audit ${row.action} ${row.fromState} > ${row.toState} by ${row.via}`)
  for (const row of await tx.find('threadMessages')) {
    if (row.author === 'member') lines.push(`said ${row.text}`)
    else if (row.requestId !== null) lines.push('a card')
    else if (!JSON.stringify(row.message).includes('send it again')) lines.push('an answer')
  }

  const effects = await tx.find('effects')
  for (const effect of effects) {
    const words = wordsOf(effect)
    if (effect.state === 'asked') asked.push({ words, mayLack: lackedBy(effect, words, rowsOfParties) })
    const deliveryCount = deliveries.filter(({ messageId }) => messageId.startsWith(`<${effect.id}@`)).length
    if (effect.state === 'done' && /^(mail|invitation)/.test(words) && deliveryCount === 0)
      lines.push(`${words}: done, but not delivered`)
    for (let count = 1; count < deliveryCount; count += 1) lines.push(`delivered again: ${words}`)
    // The living card and notes about mails come as often as there is news; the messages themselves are counted above.
    if (effect.kind === 'chatCard' || effect.kind === 'chatMessage' || effect.state === 'owed') continue
    // What was asked counts as what it is about. A mail that is overtaken by the answer it asks for may or may not go.
    const isSettled = effect.state === 'asked' || effect.state === 'done' || isOvertaken(words)
    lines.push(`effect ${words} ${isSettled ? 'settled' : effect.state}`)
    if (deliveryCount > 0 && !isOvertaken(words)) lines.push(`delivered ${words}`)
  }
  for (const { messageId } of deliveries)
    if (!effects.some(({ id }) => messageId.startsWith(`<${id}@`))) lines.push('delivered: something nobody owed')
  const entries = deliveries.flatMap(({ to, entry }) =>
    entry === null ? [] : [`${entry.replace(/ \S+ /, ' UID ')} to ${to}`],
  )
  lines.push(...entries.map((entry) => `calendar entry ${entry}`))

  const dueBefore = Date.now() + 30_000
  const openCount =
    inbound.filter(({ state }) => state === 'received').length +
    effects.filter(
      ({ state, nextAttemptAt }) => state === 'trying' || (state === 'owed' && nextAttemptAt.getTime() < dueBefore),
    ).length
  return { lines, openCount, asked }
}

/**
 * What is missing when a mail of unknown outcome never left: the mail, its entry in the reader's calendar, and, until somebody
 * says that it was sent, its line in the ATS.
 */
function lackedBy({ payload }: Effect, words: string, parties: readonly Party[]): string[] {
  const to = 'partyId' in payload ? parties.find(({ id }) => id === payload.partyId) : undefined
  if (payload.kind === 'invitation')
    return [`delivered ${words}`, `calendar entry ${payload.method} UID ${payload.sequence} to ${to?.email}`]
  const isLogged = payload.kind === 'mail' && payload.template === 'request' && to?.role === 'candidate'
  const logs = isLogged ? ['ATS log requestSent', 'effect atsLog settled', 'row of atsActivities'] : []
  return [`delivered ${words}`, ...logs]
}

function isOvertaken(words: string): boolean {
  return /^mail (approval|waiting|acknowledgement) /.test(words)
}

/** What stands in `first` more often than in `second`. */
export function surplus(first: readonly string[], second: readonly string[]): string[] {
  const left = [...second]
  return first.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
