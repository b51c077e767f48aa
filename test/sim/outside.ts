import type {
  ActivityWrite,
  ApplicationContext,
  AtsPerson,
  AtsPort,
  AtsStage,
  InterviewWrite,
} from '../../src/ats/port.ts'
import type { Message } from '../../src/bot/message.ts'
import type { ChatPort } from '../../src/bot/port.ts'
import type { CalendarPort } from '../../src/calendar/port.ts'
import type { BusyAnswer } from '../../src/domain/availability.ts'
import type { Directory } from '../../src/domain/directory.ts'
import { ParleyError } from '../../src/domain/errors.ts'
import type { MemberId, TenantId } from '../../src/domain/ids.ts'
import type { Thread } from '../../src/domain/thread.ts'
import { createDirectory } from '../../src/intents/createDirectory.ts'
import type { MailPort, OutgoingMail } from '../../src/mail/port.ts'
import type { Task, World } from './world.ts'

// What is outside: an ATS without keys of its own, everybody's mailboxes, calendars and chat pages. Each remembers what
// really reached it, so that doubles and losses are counted there and not in our tables.

export interface AtsApplication {
  id: string
  candidate: { id: string; firstName: string; lastName: string; email: string; zone: string }
  job: { id: string; title: string }
  client: { id: string; name: string; country: string } | null
  contacts: readonly AtsPerson[]
  hiringManager: AtsPerson | null
  interviewers: readonly AtsPerson[]
  stages: readonly AtsStage[]
  stageId: string
}

/** The server of the applicant tracking system: it creates what it is told to create, twice if told twice. */
export function openAtsServer(applications: readonly AtsApplication[]) {
  const interviews: (InterviewWrite & { id: string })[] = []
  const activities: (ActivityWrite & { id: string })[] = []
  /** Stage changes that were asked for through the port. */
  const moves: { applicationId: string; from: string; to: string }[] = []
  let count = 0
  return {
    applications,
    interviews,
    activities,
    moves,
    applicationOf: (id: string) => applications.find((a) => a.id === id),
    createInterview: (interview: InterviewWrite) => {
      count += 1
      interviews.push({ ...interview, id: `ats-${count}` })
      return `ats-${count}`
    },
    createActivity: (activity: ActivityWrite) => {
      count += 1
      activities.push({ ...activity, id: `ats-${count}` })
      return `ats-${count}`
    },
  }
}
export type AtsServer = ReturnType<typeof openAtsServer>

/** A mail that reached its reader's mailbox. */
export interface DeliveredMail {
  step: number
  /** When the process that handed it over had begun with it. */
  startedStep: number
  at: number
  to: string
  messageId: string
  subject: string
  secret: string | null
  calendar: {
    method: string
    uid: string
    sequence: number
    startsAt: string
    place: string
    attendees: readonly string[]
  } | null
}

export interface Outside {
  server: AtsServer
  mails: DeliveredMail[]
  /** Everything a chat page has shown, oldest first: cards as they were, messages as they came. */
  shown: { thread: Thread; message: Message; requestId: string | null }[]
  busy: ReadonlyMap<string, BusyAnswer>
  onMail: (mail: DeliveredMail) => void
  onShown: (thread: Thread, message: Message) => void
}

const secretPattern = /\/l\/([\w-]{43})/

function calendarOf(mail: OutgoingMail): DeliveredMail['calendar'] {
  if (!mail.calendar) return null
  const lines = mail.calendar.content.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const value = (name: string) => {
    const line = lines.find((l) => l.startsWith(`${name}:`) || l.startsWith(`${name};`))
    return line?.slice(line.indexOf(':') + 1) ?? ''
  }
  return {
    method: value('METHOD'),
    uid: value('UID'),
    sequence: Number(value('SEQUENCE')),
    startsAt: value('DTSTART'),
    place: value('LOCATION'),
    attendees: lines.filter((l) => l.startsWith('ATTENDEE')).map((l) => l.replace(/^.*mailto:/i, '').toLowerCase()),
  }
}

/** Hands mails over; what is in doubt is told as such, and may or may not have arrived. */
export function mailPortFor(world: World, outside: Outside, task: Task): MailPort {
  return {
    kind: 'smtp',
    send: (_tenantId, mail) =>
      world.call(
        task,
        'the mail server',
        () => {
          const delivered: DeliveredMail = {
            step: world.step(),
            startedStep: task.startedStep,
            at: world.now(),
            to: mail.to.address.toLowerCase(),
            messageId: mail.messageId,
            subject: mail.subject,
            secret: secretPattern.exec(mail.text)?.[1] ?? null,
            calendar: calendarOf(mail),
          }
          outside.mails.push(delivered)
          const what = delivered.calendar
            ? ` ${delivered.calendar.method} ${delivered.calendar.sequence} ${delivered.calendar.startsAt}`
            : ''
          world.note(`mail to ${delivered.to}: ${mail.subject}${what}`)
          outside.onMail(delivered)
          return { at: new Date(world.now()).toISOString(), id: `<${mail.messageId}>`, said: '250 OK' }
        },
        {
          doubt: () =>
            new ParleyError('unknownOutcome', 'The connection was lost while this mail was being handed over.'),
        },
      ),
  }
}

function directoryOf(applications: readonly AtsApplication[]): Directory {
  return createDirectory({
    people: applications.flatMap(({ candidate, client, contacts, hiringManager, interviewers }) => [
      { id: candidate.id, name: `${candidate.firstName} ${candidate.lastName}`, kind: 'candidate' as const },
      ...[...contacts, ...interviewers, ...(hiringManager ? [hiringManager] : [])].map(({ id, name }) => ({
        id,
        name,
        kind: 'contact' as const,
        clientId: client?.id ?? null,
      })),
    ]),
    clients: applications.flatMap(({ client }) => client ?? []),
    jobs: applications.map(({ job, client }) => ({ ...job, clientId: client?.id ?? null })),
    stages: [],
  })
}

function jobsOf(applications: readonly AtsApplication[], candidateIds: readonly string[]) {
  return new Map(candidateIds.map((id) => [id, applications.filter((a) => a.candidate.id === id).map((a) => a.job.id)]))
}

/** The adapter of that ATS: looks up before it creates, moves a stage only from where it was seen, reads back. */
export function atsPortFor(world: World, outside: Outside, task: Task, seen: Map<string, unknown>): AtsPort {
  const { server } = outside
  /** A read may be answered from a copy that is behind. */
  const read = <T>(key: string, work: () => T): Promise<T> =>
    world.call(task, 'the ATS', () => {
      const behind = seen.get(key) as T | undefined
      if (behind !== undefined && world.random.next() < world.faults().stale) {
        world.note(`the ATS answers from an old copy: ${key}`)
        return behind
      }
      const answer = work()
      seen.set(key, answer)
      return answer
    })
  const write = <T>(work: () => T): Promise<T> => world.call(task, 'the ATS', work)
  const at = () => new Date(world.now()).toISOString()
  return {
    connection: 'sim',
    depth: 3,
    findApplications: (_tenantId, query) =>
      read(`find ${JSON.stringify(query)}`, () => ({
        matches: server.applications
          .filter(({ candidate: { firstName, lastName } }) =>
            [null, firstName, `${firstName} ${lastName}`].includes(query.candidate),
          )
          .map((a) => ({
            applicationId: a.id,
            candidateId: a.candidate.id,
            candidateName: `${a.candidate.firstName} ${a.candidate.lastName}`,
            jobId: a.job.id,
            jobTitle: a.job.title,
            clientName: a.client?.name ?? null,
            stageLabel: a.stageId,
          })),
        unmatched: [],
        nearest: { candidates: [], clients: [], jobs: [] },
      })),
    readApplication: (_tenantId, id) => read(`application ${id}`, () => contextOf(server.applicationOf(id))),
    findPeople: () => read('people', () => ({ matches: [], nearest: [] })),
    // Kept by the adapter: nothing goes over the wire.
    openDirectory: async () => directoryOf(server.applications),
    readJobsOf: (_tenantId, ids) => read(`jobs of ${ids.join()}`, () => jobsOf(server.applications, ids)),
    listInterviews: (_tenantId, applicationId) =>
      read(`interviews ${applicationId}`, () =>
        server.interviews.filter((i) => i.applicationId === applicationId).map((i) => ({ ...i })),
      ),
    listAttachments: async () => [],
    readDrift: async () => null,
    writeInterview: (_tenantId, interview) =>
      write(() => {
        const known = server.interviews.find((i) => i.externalKey === interview.externalKey)
        if (known) Object.assign(known, interview)
        const id = known ? known.id : server.createInterview(interview)
        world.note(`ATS interview ${id} ${interview.status} ${interview.startAt.toISOString()}`)
        return { at: at(), id, said: interview.status }
      }),
    advanceStage: (_tenantId, applicationId, fromStageId, toStageId) =>
      write(() => {
        const application = server.applicationOf(applicationId)
        if (!application) throw new ParleyError('refused', 'The application is gone.')
        if (application.stageId !== fromStageId && application.stageId !== toStageId)
          return { kind: 'leftAlone', currentLabel: application.stageId }
        if (application.stageId !== toStageId)
          server.moves.push({ applicationId, from: application.stageId, to: toStageId })
        application.stageId = toStageId
        world.note(`ATS stage of ${applicationId} is ${toStageId}`)
        return { kind: 'moved', proof: { at: at(), id: applicationId, said: toStageId } }
      }),
    logActivity: (_tenantId, activity) =>
      write(() => {
        const known = server.activities.find((a) => a.externalKey === activity.externalKey)
        if (known) Object.assign(known, activity)
        return { at: at(), id: known ? known.id : server.createActivity(activity), said: activity.text }
      }),
    addRecord: null,
  }
}

function contextOf(application: AtsApplication | undefined): ApplicationContext | null {
  if (!application) return null
  const stage = application.stages.find((s) => s.id === application.stageId)
  if (!stage) return null
  const { candidate } = application
  return {
    applicationId: application.id,
    candidate: {
      id: candidate.id,
      firstName: candidate.firstName,
      lastName: candidate.lastName,
      emails: [candidate.email],
      phones: [],
      zone: candidate.zone,
      locale: 'en-GB',
      country: null,
      title: null,
      company: null,
    },
    job: { ...application.job, status: 'open', description: null },
    client: application.client,
    contacts: application.contacts,
    hiringManager: application.hiringManager,
    interviewers: application.interviewers,
    stage,
    stages: application.stages,
    owner: null,
    attachments: [],
    appliedAt: new Date('2027-02-01T00:00:00Z'),
    url: `http://ats.test/${application.id}`,
  }
}

export function calendarPortFor(
  world: World,
  outside: Outside,
  task: Task,
  emailOf: (id: MemberId) => string | undefined,
): CalendarPort {
  return {
    readBusy: (_tenantId, members) =>
      world.call(
        task,
        'the calendar',
        () =>
          new Map(
            members.map((id): [MemberId, BusyAnswer] => [
              id,
              outside.busy.get(emailOf(id) ?? '') ?? { kind: 'unknown', reason: 'no calendar was imported' },
            ]),
          ),
      ),
  }
}

/** The real web chat behind the world's faults; pages remember what they showed. */
export function chatPortFor(world: World, outside: Outside, task: Task, real: ChatPort): ChatPort {
  const show = (thread: Thread, message: Message, requestId: string | null) => {
    outside.shown.push({ thread, message, requestId })
    outside.onShown(thread, message)
  }
  return {
    surface: real.surface,
    post: (tenantId: TenantId, thread, key, message) =>
      world.call(task, 'the chat', async () => {
        const proof = await real.post(tenantId, thread, key, message)
        world.note(`chat: ${message.fallbackText.split('\n')[0]?.slice(0, 110)}`)
        show(thread, message, null)
        return proof
      }),
    putCard: (tenantId, thread, requestId, message) =>
      world.call(task, 'the chat', async () => {
        const proof = await real.putCard(tenantId, thread, requestId, message)
        show(thread, message, requestId)
        return proof
      }),
  }
}
