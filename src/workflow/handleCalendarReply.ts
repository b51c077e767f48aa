import type { DraftAction } from '../bot/message.ts'
import { type CalendarReply, type Participation, readCalendarReply } from '../calendar/readReply.ts'
import { formatRangeShort } from '../domain/formatTime.ts'
import type { Interview } from '../domain/interview.ts'
import type { Party } from '../domain/party.ts'
import type { NewsWords } from '../words/replyWords.ts'
import { recordAudit } from './cause.ts'
import { changeActions } from './changeActions.ts'
import { aboutWords, type MailTalk, noteMail, quoteOf, tellThread, writerWords } from './mailTalk.ts'
import type { Speech } from './speech.ts'

// Takes:   what a calendar answered to one of our invitations (RFC 5546): yes, no, perhaps, or another time.
// Reads:   the invitation by its UID, whether its SEQUENCE is that of the interview as it stands, the attendee.
// Writes:  an audit row; the interview stays as it is, whatever a calendar says.
// Effects: a line in the thread; after a no or another time with the buttons that act on it.
// Refuses when: somebody else than an attendee writes, or the mail is not proven: told.

/** @returns false when no calendar part is about an invitation of this request: the mail is then read as text */
export async function handleCalendarReply(talk: MailTalk, writer: Party | null): Promise<boolean> {
  for (const text of talk.mail.calendars) {
    const reply = readCalendarReply(text)
    const invitation = reply && talk.bundle.invitations.find((i) => i.uid === reply.uid)
    const interview = invitation && talk.bundle.interviews.find((i) => i.id === invitation.interviewId)
    if (!reply || !interview) continue
    if (reply.method !== 'REPLY' && reply.method !== 'COUNTER') {
      // Only organizers send these, and that is us: nothing of it is acted on.
      await noteMail(talk.tx, talk.eventId, `A calendar object with METHOD ${reply.method}, which is for organizers.`)
      return true
    }
    const isOwnCopy = writer !== null && invitation.partyId === writer.id && !interview.partyIds.includes(writer.id)
    if (isOwnCopy) await noteMail(talk.tx, talk.eventId, 'An answer to a copy that only informs.')
    else await takeReply(talk, writer, interview, reply)
    return true
  }
  return false
}

async function takeReply(
  talk: MailTalk,
  writer: Party | null,
  interview: Interview,
  reply: CalendarReply,
): Promise<void> {
  const { mail, bundle } = talk
  const attendee = writer && attendeeOf(reply, writer)
  if (!writer || !attendee || !interview.partyIds.includes(writer.id))
    return tellThread(
      talk,
      'warning',
      ({ calendars }, speech) => calendars.stranger(writerWords(speech, mail, writer), aboutWords(speech, bundle)),
      { quote: quoteOf(mail) },
    )
  if (mail.isAuthenticationFailed)
    return tellThread(talk, 'warning', ({ calendars }, speech) =>
      calendars.unproven(aboutWords(speech, bundle), writer.name),
    )
  const isCurrent = reply.sequence >= interview.sequence && interview.state === 'scheduled'
  if (!isCurrent)
    return noteMail(talk.tx, talk.eventId, 'An answer to an invitation that has been changed or cancelled since.')
  const answer = reply.method === 'COUNTER' ? 'counter' : attendee.participation
  if (reply.method === 'REPLY' && (await isKnown(talk, writer, interview, answer)))
    return noteMail(talk.tx, talk.eventId, 'The same answer as before.')
  await recordAudit(
    talk.tx,
    talk.deps,
    { ...talk.cause, actor: `party:${writer.id}`, via: 'mail' },
    {
      requestId: bundle.request.id,
      action: 'answerInvitation',
      fromState: bundle.request.state,
      toState: bundle.request.state,
      data: { partyId: writer.id, interviewId: interview.id, sequence: interview.sequence, answer },
    },
  )
  await talk.tx.update('parties', writer.id, {
    saidYesToSequence: answer === 'accepted' ? interview.sequence : null,
  })
  await tellAnswer(talk, writer, interview, reply, answer)
}

function attendeeOf(reply: CalendarReply, writer: Party): CalendarReply['attendees'][number] | undefined {
  const own = writer.email.trim().toLowerCase()
  return reply.attendees.find((a) => a.email === own)
}

/** Calendars answer again whenever somebody looks at an entry. */
async function isKnown(talk: MailTalk, writer: Party, interview: Interview, answer: string): Promise<boolean> {
  const earlier = await talk.tx.find('audit', {
    where: { requestId: talk.bundle.request.id, action: 'answerInvitation' },
    orderBy: [['at', 'desc']],
    limit: 200,
  })
  const last = earlier.find(({ data }) => data.partyId === writer.id && data.interviewId === interview.id)
  return last?.data.answer === answer && last.data.sequence === interview.sequence
}

async function tellAnswer(
  talk: MailTalk,
  writer: Party,
  interview: Interview,
  reply: CalendarReply,
  answer: Participation | 'counter',
): Promise<void> {
  const { request } = talk.bundle
  const { comment } = reply
  const quote = comment ? ({ words }: Speech) => words.talk.quote(comment) : null
  const eventIn = (speech: Speech) =>
    `${aboutWords(speech, talk.bundle, writer)}, ${formatRangeShort(interview, speech.reader)}`
  if (answer === 'counter') {
    const wish = reply.startsAt && wishOf(interview, reply)
    return tellThread(
      talk,
      'warning',
      ({ calendars }, speech) =>
        wish
          ? calendars.counter(writer.name, formatRangeShort(wish, speech.reader), eventIn(speech))
          : calendars.counterUnclear(writer.name, eventIn(speech)),
      {
        quote,
        actions: (speech) => [
          ...(wish ? [acceptCounterAction(request.id, writer, wish, speech.words.news)] : []),
          ...changeActions(request, speech),
        ],
      },
    )
  }
  await tellThread(
    talk,
    tones[answer],
    ({ calendars }, speech) => calendars.answers[answer](writer.name, eventIn(speech)),
    { quote, actions: (speech) => (answer === 'declined' ? changeActions(request, speech) : []) },
  )
}

/** Some calendars leave the end out: then it lasts as long as agreed. */
function wishOf(interview: Interview, { startsAt, endsAt }: CalendarReply): { startsAt: Date; endsAt: Date } | null {
  if (!startsAt) return null
  const lengthMs = interview.endsAt.getTime() - interview.startsAt.getTime()
  return { startsAt, endsAt: endsAt && endsAt > startsAt ? endsAt : new Date(startsAt.getTime() + lengthMs) }
}

const tones: Readonly<Record<Participation, 'good' | 'info' | 'warning'>> = {
  accepted: 'good',
  declined: 'warning',
  tentative: 'info',
  delegated: 'warning',
  open: 'info',
}

function acceptCounterAction(
  requestId: string,
  writer: Party,
  wish: { startsAt: Date; endsAt: Date },
  { calendars }: NewsWords,
): DraftAction {
  return {
    kind: 'acceptCounter',
    data: {
      requestId,
      partyId: writer.id,
      window: { startsAt: wish.startsAt.toISOString(), endsAt: wish.endsAt.toISOString() },
    },
    label: calendars.askOthers,
    confirm: calendars.askOthersConfirm(writer.name),
    style: 'primary',
  }
}
