import type { HomeItem, HomeView, homeSayings } from '../bot/home.ts'
import { type Message, type MessageAction, messageSchema } from '../bot/message.ts'
import { readDaily } from '../briefings/readBriefing.ts'
import { connectionTones } from '../domain/connection.ts'
import { formatDay, formatTimeRange, type Reader } from '../domain/formatTime.ts'
import type { TenantId } from '../domain/ids.ts'
import { isClosed, requestStates } from '../domain/request.ts'
import { isAdmin, isArranger } from '../domain/roles.ts'
import type { Member } from '../domain/settings.ts'
import type { Tx } from '../store/port.ts'
import { failureSentence } from '../words/failureSentence.ts'
import type { Deps } from './deps.ts'
import { listVisible } from './readConnections.ts'
import { speechOf } from './speech.ts'

// Takes:   a member.
// Reads:   the member's own cards, today's interviews, what Parley is connected with.
// Writes:  nothing: buttons are those of the cards, and sentences the member may as well type.
// Effects: none.
// Refuses when: never.

const requestCountMax = 40
const actionCountMax = 6

/** What a member sees on the page of their own. */
export function readHome(
  deps: Pick<Deps, 'store' | 'clock' | 'mail'>,
  tenantId: TenantId,
  member: Member,
): Promise<HomeView> {
  const now = deps.clock.now()
  const { language } = speechOf(member)
  return deps.store.inTenant(tenantId, async (tx) => {
    const approvals = await readWaiting(tx, member)
    const { view } = await readDaily(tx, member, now)
    return {
      approvals,
      interviews: view.interviews.map((interview) => ({
        title: `${formatTimeRange(interview, view.reader)}: ${interview.candidateName}`,
        detail: [interview.jobTitle, interview.clientName, ...interview.people.map(({ name }) => name)]
          .filter(Boolean)
          .join(' · '),
        actions: [],
      })),
      connections: await readConnections(tx, deps, member, view.reader),
      settings: settingsOf(member),
      ...(language === 'en' ? {} : { language }),
    }
  })
}

/** Open requests with something the member's own card asks for now. */
async function readWaiting(tx: Tx, member: Member): Promise<HomeItem[]> {
  const threads = await tx.find('threads', {
    where: { memberId: member.id },
    orderBy: [['lastMessageAt', 'desc']],
    limit: 200,
  })
  const cards = await tx.find('threadMessages', {
    where: { threadId: { in: threads.map(({ id }) => id) }, requestId: { not: null } },
    orderBy: [['updatedAt', 'desc']],
    limit: 100,
  })
  const requests = await tx.find('requests', {
    where: {
      id: { in: cards.flatMap(({ requestId }) => requestId ?? []) },
      state: { in: requestStates.filter((state) => !isClosed(state)) },
    },
    limit: requestCountMax,
  })
  const open = new Set<string>(requests.map(({ id }) => id))
  return cards.flatMap((card) => {
    const message = messageSchema.safeParse(card.message)
    return message.success && open.has(card.requestId ?? '') ? itemOf(message.data) : []
  })
}

function itemOf({ parts, actions }: Message): HomeItem[] {
  const heading = parts.find((part) => part.kind === 'heading')
  const asked = actions
    .filter((action) => action.isUrgent === true || action.style === 'primary')
    .slice(0, actionCountMax)
  if (heading?.kind !== 'heading' || asked.length === 0) return []
  const { status } = heading
  return [
    {
      title: heading.text,
      ...(status ? { detail: status.text, tone: status.tone } : {}),
      actions: asked.map((action) => named(action, asked)),
    },
  ]
}

/** Three times "Approve" says nothing here, where the times do not stand beside them. */
function named(action: MessageAction, among: readonly MessageAction[]): MessageAction {
  const { shortLabel, ...rest } = action
  const isAlone = among.filter((other) => other.shortLabel === shortLabel).length === 1
  return isAlone ? action : rest
}

async function readConnections(
  tx: Tx,
  deps: Pick<Deps, 'mail' | 'clock'>,
  member: Member,
  reader: Reader,
): Promise<HomeItem[]> {
  const [sources, workspaces, systems] = await Promise.all([
    tx.find('calendarSources', { where: { memberId: member.id } }),
    tx.find('chatWorkspaces', { orderBy: [['name', 'asc']] }),
    listVisible(tx, member),
  ])
  const speech = speechOf(member)
  const { home: words } = speech.words.settings
  const now = deps.clock.now()
  const until = sources.map(({ coversTo }) => coversTo).sort((a, b) => b.getTime() - a.getTime())[0]
  const calendar: HomeItem =
    until && until > now
      ? { title: words.calendar, detail: words.knownUntil(formatDay(until, reader)), tone: 'good', actions: [] }
      : { title: words.calendar, detail: words.calendarUnknown, tone: 'warning', actions: [] }
  const outside = systems.map(({ name, state, problem }): HomeItem => {
    const { states, stands } = speech.words.connections
    const isWell = problem === null || state === 'connected'
    const detail = isWell ? states[state] : stands(states[state], failureSentence(speech.language, problem))
    return { title: `ATS: ${name}`, detail, tone: connectionTones[state], url: '/integrations', actions: [] }
  })
  if (!isAdmin(member)) return [calendar, ...outside]
  return [
    calendar,
    ...outside,
    ...workspaces.map(
      ({ surface, name, state }): HomeItem => ({
        title: `${surface === 'slack' ? 'Slack' : 'Teams'}: ${name}`,
        detail: state === 'connected' ? words.connected : words.notConnected,
        tone: state === 'connected' ? 'good' : 'bad',
        actions: [],
      }),
    ),
    deps.mail.kind === 'mailbox'
      ? { title: words.mail, detail: words.mailKept, tone: 'warning', actions: [] }
      : { title: words.mail, detail: words.mailSent, tone: 'good', actions: [] },
  ]
}

function settingsOf(member: Member): HomeItem[] {
  const { settings, talk } = speechOf(member).words
  const said = (id: keyof typeof homeSayings, label: string): MessageAction => ({ id, label, style: 'normal' })
  return [
    {
      title: settings.home.you(member.name, member.zone),
      actions: [
        ...(isArranger(member)
          ? [said('say:settings', settings.setUp.change), said('say:status', settings.home.allRequests)]
          : []),
        said('say:help', talk.whatCanYouDo),
      ],
    },
  ]
}
