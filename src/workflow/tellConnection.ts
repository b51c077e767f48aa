import type { Connection } from '../domain/connection.ts'
import type { MemberId, ThreadId } from '../domain/ids.ts'
import { isAdmin } from '../domain/roles.ts'
import type { Tx } from '../store/port.ts'
import { failureSentence } from '../words/failureSentence.ts'
import type { ConnectionWords } from '../words/replyWords.ts'
import type { Deps } from './deps.ts'
import { isUnusuallyQuiet } from './noticeQuiet.ts'
import { say } from './owe.ts'
import { type Draft, sentence } from './speech.ts'

// Takes:   a connection as it is after a look at it.
// Reads:   what was last told of it, and where.
// Writes:  that it was told.
// Effects: a line in its thread: how far the first sync is, its end, a failure with what to do, its end, an unusual silence.
// Refuses when: it was told already, or there is no thread to tell it in.

type Needs = Pick<Deps, 'ids' | 'clock' | 'log' | 'systems'>

/** After so many minutes of the first sync it is told how far it is; later ones are further apart. */
const progressMinutes = [1, 3, 8, 20, 60, 180] as const

export async function tellConnection(
  tx: Tx,
  deps: Needs,
  connection: Connection,
  readCounts: () => Promise<Readonly<Record<string, number>>>,
): Promise<void> {
  const { id, state, toldState, firstSyncedAt, problem } = connection
  const now = deps.clock.now()
  if (firstSyncedAt === null && state === 'connecting') {
    const minutes = (now.getTime() - connection.createdAt.getTime()) / 60_000
    const step = progressMinutes.filter((limit) => minutes >= limit).length
    if (step === 0) return
    const key = `sync:${id}:progress:${step}`
    if ((await tx.count('effects', { key: `say:${key}` })) > 0) return
    const counts = await readCounts()
    const draft = sentence(({ connections }) =>
      connections.stillReading(connection.name, countWords(connections, counts)),
    )
    return tell(tx, deps, connection, key, draft)
  }
  // A failure of another kind is told although there was one before.
  const key = `sync:${id}:${problem ? `${state}:${problem.since}` : deps.ids.next('told')}`
  const isNew = problem ? (await tx.count('effects', { key: `say:${key}` })) === 0 : state !== toldState
  if (isNew) {
    const draft = stateDraft(deps, connection, await readCounts())
    await tx.update('connections', id, { toldState: state })
    if (draft) await tell(tx, deps, connection, key, draft)
  }
  if (state === 'connected' && isUnusuallyQuiet(connection, now)) {
    await tx.update('connections', id, { quietToldAt: now })
    const days = Math.floor((now.getTime() - (connection.lastChangeAt ?? now).getTime()) / 86_400_000)
    const draft = sentence(({ connections }) => connections.quiet(connection.name, days))
    await tell(tx, deps, connection, `sync:${id}:quiet:${now.toISOString()}`, draft)
  }
}

function stateDraft(
  deps: Needs,
  { state, toldState, name, system, problem, writes }: Connection,
  counts: Readonly<Record<string, number>>,
): Draft | null {
  switch (state) {
    case 'connecting':
      return null
    case 'connected': {
      if (toldState === 'failing' || toldState === 'revoked')
        return sentence(({ connections }) => connections.worksAgain(name))
      const doesNot = deps.systems?.find(system).doesNot ?? ''
      return sentence(({ connections }) =>
        [
          connections.connected(name, countWords(connections, counts)),
          connections.writes[writes],
          doesNot,
          connections.goOn,
        ].join(' '),
      )
    }
    case 'failing':
      return sentence(({ connections }, { language }) =>
        [problem ? failureSentence(language, problem) : '', connections.fromBefore(name)].join(' ').trim(),
      )
    case 'revoked':
      return sentence(({ connections }) => connections.keyRefused(name))
  }
}

function countWords({ records, noRecords }: ConnectionWords, counts: Readonly<Record<string, number>>): string {
  const words = Object.entries(records).flatMap(([kind, tell]) => (counts[kind] ? [tell(counts[kind])] : []))
  return words.length === 0 ? noRecords : words.join(', ')
}

async function tell(tx: Tx, deps: Needs, connection: Connection, key: string, draft: Draft): Promise<void> {
  const target = await threadOf(tx, connection)
  if (target) await say(tx, deps, target, key, draft)
  else deps.log('connection.untold', { connection: connection.id, key })
}

/** Where it was asked for, else where its member or an admin talks. */
async function threadOf(
  tx: Tx,
  { threadId, memberId }: Connection,
): Promise<{ threadId: ThreadId; memberId: MemberId } | null> {
  const given = threadId ? await tx.get('threads', threadId) : null
  if (given) return { threadId: given.id, memberId: given.memberId }
  const members = await tx.find('members', { orderBy: [['createdAt', 'asc']] })
  const reader = members.find(({ id }) => id === memberId) ?? members.find(isAdmin)
  if (!reader) return null
  const [latest] = await tx.find('threads', {
    where: { memberId: reader.id, audience: 'personal', requestId: null },
    orderBy: [['lastMessageAt', 'desc']],
    limit: 1,
  })
  return latest ? { threadId: latest.id, memberId: reader.id } : null
}
