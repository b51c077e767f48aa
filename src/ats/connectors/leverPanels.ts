import { ParleyError } from '../../domain/errors.ts'
import type { AtsClient } from '../client.ts'
import type { ApplicationRef, InterviewWriting, SyncedInterview, Written } from '../connector.ts'
import { noteMark } from '../noteMark.ts'
import { withoutMentions } from '../noteText.ts'
import { readObject } from '../vendorRows.ts'
import { readAllLever, unwrap } from './leverHttp.ts'
import { type PanelRow, panelRow, showInterviews } from './leverRows.ts'

// An interview of Parley's is a panel of one interview, made through the interface, so that it can be changed through it. Its note bears
// Parley's mark, by which it is found again.

export interface LeverPanels {
  list(opportunityId: string): Promise<PanelRow[]>
  read(ref: ApplicationRef & { id: string }): Promise<SyncedInterview | null>
  check(interview: InterviewWriting): Promise<readonly string[]>
  write(interview: InterviewWriting): Promise<Written>
}

const nobody =
  'Nobody who takes part is a user of Lever, and an interview there needs one. Add the interviewer or hiring manager to the interview.'
const noActor =
  'Lever wants to know in whose name the interview is made, and the recruiter is no user there. Enter the e-mail address of a Lever user under Integrations.'
const foreign = 'The interview was made by hand in Lever, and only there can it be changed.'

export interface PanelsOptions {
  client: AtsClient
  /** The user in whose name something is done, when the recruiter himself has none. */
  findActor: (userId: string | null) => Promise<string | null>
  now: () => Date
}

export function createLeverPanels({ client, findActor, now }: PanelsOptions): LeverPanels {
  const list = (opportunityId: string) => readAllLever(client, `/opportunities/${opportunityId}/panels`, panelRow)

  async function find({ applicationId, knownId, key }: InterviewWriting): Promise<PanelRow | null> {
    const panels = (await list(applicationId)).filter(({ canceledAt }) => canceledAt === null)
    const byId = panels.find(({ interviews }) => interviews.some(({ id }) => id === knownId))
    return byId ?? panels.find(({ note }) => note?.includes(noteMark(key))) ?? null
  }

  function writePanel(interview: InterviewWriting, sessionId: string | null) {
    const { key, text, zone, title, startAt, endAt, location, userIds } = interview
    const mark = noteMark(key)
    const minutes = Math.max(1, Math.round((endAt.getTime() - startAt.getTime()) / 60_000))
    return {
      timezone: zone,
      note: withoutMentions(text.includes(mark) ? text : `${text}\n${mark}`),
      // Parley asks for feedback and reminds by itself.
      feedbackReminder: 'none',
      ...(/^https?:\/\/\S+$/.test(location) ? { externalUrl: location } : {}),
      interviews: [
        {
          ...(sessionId === null ? {} : { id: sessionId }),
          subject: title,
          interviewers: userIds.map((id) => ({ id })),
          date: startAt.getTime(),
          duration: minutes,
          location,
          feedbackReminder: 'none',
        },
      ],
    }
  }

  async function put(interview: InterviewWriting, found: PanelRow | null, actor: string): Promise<PanelRow> {
    if (interview.userIds.length === 0) throw new ParleyError('refused', nobody)
    const path = `/opportunities/${interview.applicationId}/panels`
    const ask = { query: { perform_as: actor }, json: writePanel(interview, found?.interviews[0]?.id ?? null) }
    const answer = found ? await client.send('PUT', `${path}/${found.id}`, ask) : await client.send('POST', path, ask)
    return readObject(panelRow, unwrap(answer.body), 'Lever')
  }

  async function readPanel(applicationId: string, panelId: string): Promise<PanelRow> {
    const answer = await client.get(`/opportunities/${applicationId}/panels/${panelId}`)
    return readObject(panelRow, unwrap(answer.body), 'Lever')
  }

  return {
    list,
    async read({ applicationId, id }) {
      const panels = await list(applicationId).catch(orGone)
      return panels.flatMap((panel) => showInterviews(panel, applicationId, now())).find((row) => row.id === id) ?? null
    },
    async check(interview) {
      if (interview.status === 'CANCELED') return []
      return [
        ...(interview.userIds.length === 0 ? [nobody] : []),
        ...((await findActor(interview.actingUserId)) === null ? [noActor] : []),
      ]
    },
    async write(interview) {
      const { applicationId, status, actingUserId, knownId } = interview
      const actor = await findActor(actingUserId)
      if (actor === null) throw new ParleyError('refused', noActor)
      const found = await find(interview)
      if (found && !found.externallyManaged && status !== 'COMPLETE') throw new ParleyError('refused', foreign)
      if (status === 'CANCELED') {
        if (!found) return { id: knownId ?? '', said: 'Lever has no such interview any more.', url: null }
        await client.send('DELETE', `/opportunities/${applicationId}/panels/${found.id}`, {
          query: { perform_as: actor },
        })
        const { canceledAt } = await readPanel(applicationId, found.id)
        if (!canceledAt)
          throw new ParleyError('unavailable', 'Lever still shows the interview that was cancelled.', {
            retry: 'later',
          })
        return { id: found.interviews[0]?.id ?? found.id, said: `Cancelled ${canceledAt.toISOString()}.`, url: null }
      }
      const made = status === 'COMPLETE' && found ? found : await put(interview, found, actor)
      const [shown] = showInterviews(await readPanel(applicationId, made.id), applicationId, now())
      if (!shown) throw new ParleyError('unavailable', 'Lever does not show the interview yet.', { retry: 'later' })
      return { id: shown.id, said: describe(shown), url: null }
    },
  }
}

function orGone(error: unknown): PanelRow[] {
  if (error instanceof ParleyError && error.code === 'notFound') return []
  throw error
}

function describe({ title, startAt, endAt, userIds, location }: SyncedInterview): string {
  const count = `${userIds.length} ${userIds.length === 1 ? 'interviewer' : 'interviewers'}`
  return [title, `${startAt.toISOString()} to ${endAt.toISOString()}`, count, location].filter(Boolean).join(', ')
}
