import type { ApplicationContext } from '../ats/port.ts'
import type { Party } from '../domain/party.ts'
import type { Tx } from '../store/port.ts'
import type { ConnectionWords } from '../words/replyWords.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import type { Conversation } from './scheduleWish.ts'

// Takes:   a request that is being opened.
// Reads:   where its application comes from, and who takes part.
// Writes:  nothing.
// Effects: one note when the ATS will not show the interview with its hiring manager (R68-R71): before anybody has been asked.
// Refuses when: never; the request goes on, and what the ATS cannot show is written as text.

export async function tellPreconditions(
  tx: Tx,
  deps: Deps,
  talk: Conversation,
  application: ApplicationContext,
): Promise<void> {
  const row = await tx.get('atsApplications', application.applicationId)
  const connection = row?.connectionId ? await tx.get('connections', row.connectionId) : null
  if (!connection || !deps.systems || connection.writes === 'off') return
  if (deps.systems.find(connection.system).interviewNeeds !== 'hiringManager') return
  const [request] = await tx.find('requests', {
    where: { applicationId: application.applicationId },
    orderBy: [['createdAt', 'desc']],
    limit: 1,
  })
  const parties = request ? await tx.find('parties', { where: { requestId: request.id } }) : []
  const problem = findProblem(connection.state === 'revoked', application, parties)
  if (!problem) return
  const { name } = connection
  await say(tx, deps, talk, `${talk.eventKey}:preconditions`, ({ words: { connections } }) => ({
    parts: [{ kind: 'note', tone: 'warning', text: problem(connections, name) }],
    actions: [],
  }))
}

type Problem = (words: ConnectionWords, system: string) => string

function findProblem(
  isCutOff: boolean,
  { hiringManager }: ApplicationContext,
  parties: readonly Party[],
): Problem | null {
  if (isCutOff) return (words, system) => words.needs.connection(system)
  if (!hiringManager) return (words, system) => words.needs.manager(system)
  const email = hiringManager.email.toLowerCase()
  if (parties.some((party) => party.isAttending && party.email.toLowerCase() === email)) return null
  // A client is nobody in the ATS: the agency's case, where nothing else can be expected.
  const isAgency = parties.some(({ role }) => role === 'client')
  return (words, system) =>
    isAgency ? words.needs.client(system) : words.needs.managerTakingPart(hiringManager.name, system)
}
