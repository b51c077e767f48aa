import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveInterviewsOf } from '../workflow/janeAtAcme.ts'
import { type BothChats, openBothChats } from './bothChats.ts'
import { chosen, plainOf, rosaId } from './slack/slackLoop.ts'
import { type Answer, buttonsIn, max, priya } from './teams/teamsLoop.ts'
import { openTranscript, type Transcript, wordsOf } from './transcript.ts'

// The recruiter is in Slack and only there, the hiring manager in Teams and only there, candidates and clients on their pages.

const nadia = 'nadia.petrova@mail.example'
const jane = 'jane.whitfield@mail.example'
const marta = 'marta.lindqvist@acme.example'
const direct = `D-${rosaId}`
const onsite = { kind: chosen('onsite'), details: 'Mill Lane 3, London', keep: chosen('job') }
const video = { kind: chosen('video'), details: 'https://meet.acme.example/backend', keep: chosen('job') }

describe('one house in Slack, in Teams and on pages', { timeout: 120_000 }, () => {
  let house: BothChats
  let transcript: Transcript

  beforeAll(async () => {
    house = await openBothChats()
    const { memory } = house.server
    memory.addUser({ id: rosaId, name: 'Rosa Alder', email: 'rosa@alder-finch.example' })
    memory.directChannel(rosaId)
    transcript = openTranscript(house)
    house.connector.addConversation({ id: '19:office@thread.v2', type: 'groupChat', members: [priya, max] })
  }, 60_000)
  afterAll(() => house.close())

  // ---- what each of them does, written down --------------------------------------------------------------------

  const rosaWrites = (text: string) =>
    transcript.act('Rosa', 'Slack', `“${text}”`, () => house.slack.write(rosaId, direct, text))
  const rosaFillsIn = (label: string, fields: Record<string, unknown>, said: string) =>
    transcript.act('Rosa', 'Slack', `[${label}] ${said}`, async () => {
      await house.slack.press(rosaId, label)
      expect((await house.slack.submit(fields)).reply).toEqual({ response_action: 'clear' })
    })
  const priyaPresses = (label: string, fields: Record<string, string> = {}) =>
    transcript.act('Priya', 'Teams', [`[${label}]`, ...Object.values(fields)].join(' '), () =>
      house.teams.press(priya, label, { fields }),
    )
  const offers = (who: string, to: string, on: string, from: string, until: string) =>
    transcript.act(who, 'page', `offers ${on}, ${from} to ${until}`, () => house.guests.offer(to, on, from, until))
  const wait = (what: string, ms: number) => transcript.act('', '', what, () => house.loop.settle(ms))

  /** The sentence that a press was answered with: alone, or above the card. */
  const answerOf = ({ body }: { body: Answer | null }): string =>
    typeof body?.value === 'string' ? body.value : (wordsOf({ attachments: body?.value }).split('\n')[0] ?? '')
  const stateOf = async (name: string) =>
    (await house.loop.tables((tx) => tx.find('requests', { where: { candidateName: name } })))[0]?.state
  const invitationsTo = async (to: string) => (await house.loop.mails(to)).filter(({ ics }) => ics !== null)
  const slackCardOf = (name: string) =>
    house.slack
      .said()
      .map(plainOf)
      .filter((text) => text.startsWith(name))
  const priyasCards = () =>
    house.connector.messages
      .filter(({ conversationId }) => conversationId === 'a:29:priya')
      .map(({ activity }) => wordsOf(activity))
      .filter((text) => text.startsWith('Nadia Petrova'))

  it('asks the candidate by mail and the hiring manager in Teams, when the recruiter says one sentence in Slack', async () => {
    await transcript.act('Priya', 'Teams', 'adds the app', () =>
      house.teams.post({ type: 'installationUpdate', action: 'add' }, priya, 'a:29:priya'),
    )
    await rosaWrites('schedule Nadia with Priya for the Recruitment Consultant role')
    await rosaFillsIn('How do they join?', onsite, 'in person, Mill Lane 3, London')
    await wait('20 seconds in which Rosa could undo it', 30_000)
    expect(await house.guests.headingOf(nadia)).toBe('Nadia Petrova, when could you meet?')
    expect(priyasCards()).toEqual([expect.stringContaining('Your times are needed')])
    await offers('Nadia', nadia, '2027-03-03', '09:00', '12:00')
    await priyaPresses('Tell me your times', { times: 'Wed 3 March 9 am to 12' })
    expect(await stateOf('Nadia Petrova')).toBe('approving')
  })

  it('books once when the hiring manager approves in Teams; a second yes, and one of somebody else, is refused politely', async () => {
    const [first, second] = house.connector.messages
      .flatMap(({ activity }) => buttonsIn(activity))
      .filter(({ title }) => title.startsWith('Approve'))
    const own = house.teams.findButton('Approve').message
    const pressOnce = (user: typeof priya, id: string, action: string) =>
      house.teams.post(
        {
          type: 'invoke',
          id,
          replyToId: own.id,
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'press', data: { action } } },
        },
        user,
        own.conversationId,
      )
    const byMax = await transcript.act('Max, a colleague', 'Teams', `[${first!.title}]`, () =>
      pressOnce(max, 'by-max', first!.action),
    )
    transcript.note('Teams, to Max', answerOf(byMax))
    expect(answerOf(byMax)).toContain('nothing was done')
    expect(await stateOf('Nadia Petrova')).toBe('approving')

    await transcript.act('Priya', 'Teams', `[${first!.title}]`, () => pressOnce(priya, 'first', first!.action))
    await wait('', 30_000)
    expect(await stateOf('Nadia Petrova')).toBe('confirmed')
    const again = await transcript.act('Priya', 'Teams', `[${second!.title}] on a copy that is older`, () =>
      pressOnce(priya, 'second', second!.action),
    )
    transcript.note('Teams, to Priya', answerOf(again))
    expect(answerOf(again)).toBe('This button is no longer there, so nothing was done.')
    expect(await liveInterviewsOf(house.loop)).toHaveLength(1)
  })

  it('leaves one card each in the same state, an invitation to each of the three, and the record in the ATS', async () => {
    expect(slackCardOf('Nadia Petrova')).toEqual([expect.stringContaining('Booked')])
    expect(priyasCards()).toEqual([expect.stringContaining('Booked')])
    for (const text of [...slackCardOf('Nadia Petrova'), ...priyasCards()])
      expect(text).toContain('Mill Lane 3, London')
    for (const to of [nadia, priya.email, 'rosa@alder-finch.example']) expect(await invitationsTo(to)).toHaveLength(1)
    const records = await house.loop.tables((tx) => tx.find('atsInterviews'))
    expect(records.filter(({ title }) => title.includes('Recruitment Consultant'))).toEqual([
      expect.objectContaining({ startAt: new Date('2027-03-03T09:00:00Z'), location: 'Mill Lane 3, London' }),
    ])
  })

  it('books with the client too, who answers and approves on a page of their own', async () => {
    await rosaWrites('schedule Jane with Marta Lindqvist for the Backend role')
    await rosaFillsIn('How do they join?', video, 'by video')
    await wait('20 seconds', 30_000)
    await offers('Jane', jane, '2027-03-04', '09:00', '10:00')
    await offers('Marta', marta, '2027-03-04', '10:00', '11:00')
    const done = await transcript.act('Marta', 'page', 'approves the first time', () =>
      house.guests.approveFirst(marta),
    )
    expect(done).toMatch(/fixed/)
    await wait('', 30_000)
    expect(await stateOf('Jane Whitfield')).toBe('confirmed')
    expect(slackCardOf('Jane Whitfield')).toEqual([expect.stringContaining('Booked')])
    for (const to of [jane, marta]) expect(await invitationsTo(to)).toHaveLength(1)
  })

  it('asks everybody anew when the recruiter moves it in Slack, and tells her the reason when the manager says no in Teams', async () => {
    await rosaWrites('reschedule Nadia because the room is taken')
    await rosaFillsIn('Find another time', { reason: 'the room is taken' }, 'the room is taken')
    await wait('', 30_000)
    expect(priyasCards()).toEqual([expect.stringContaining('Your times are needed')])
    expect(await house.guests.headingOf(nadia)).toMatch(/when could you meet/)
    await priyaPresses('Decline', { reason: 'We have found somebody' })
    await wait('', 30_000)
    expect(await stateOf('Nadia Petrova')).toBe('declined')
    const [card] = slackCardOf('Nadia Petrova')
    expect(card).toContain('declined')
    expect(house.slack.said().map(plainOf).join('\n')).toContain('We have found somebody')
    // Until the recruiter decides what becomes of it, the interview that was agreed stands.
    expect(await liveInterviewsOf(house.loop)).toHaveLength(2)
  })

  it('was played as docs/three-parties.md tells, and neither chat refused anything', async () => {
    expect(house.connector.refusals).toEqual([])
    expect(house.logged.filter((line) => /refused|failed|warning|limit/i.test(line))).toEqual([])
    await expect(transcript.text()).toMatchFileSnapshot('../../docs/three-parties.md')
  })
})
