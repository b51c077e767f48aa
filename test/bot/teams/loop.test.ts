import { afterEach, describe, expect, test } from 'vitest'
import { offer, requestOf, wednesday } from '../../workflow/janeAtAcme.ts'
import { nadia } from '../../workflow/nadiaInHouse.ts'
import {
  type Answer,
  buttonsIn,
  channel,
  group,
  guest,
  max,
  openTeamsLoop,
  priya,
  rosa,
  type TeamsLoop,
} from './teamsLoop.ts'

const opened: TeamsLoop[] = []
async function open(): Promise<TeamsLoop> {
  const teams = await openTeamsLoop()
  opened.push(teams)
  return teams
}
afterEach(async () => {
  for (const teams of opened.splice(0)) {
    // Whatever was sent, Teams would have taken it.
    expect(teams.connector.refusals).toEqual([])
    expect(teams.logged.filter((line) => line.startsWith('teams.renderWarning'))).toEqual([])
    await teams.close()
  }
})

const schedule = 'schedule Nadia with Priya for the Recruitment Consultant role'
const onsite = { kind: '=onsite', details: 'Mill Lane 3, London', keep: '=job' }
const shownBy = (answer: { body: Answer | null }) => JSON.stringify(answer.body?.value)

/** Nadia's interview up to the moment when Priya is asked to approve, arranged by Rosa in the group chat. */
async function upToApproval(teams: TeamsLoop): Promise<void> {
  await teams.write(rosa, schedule, group)
  await teams.press(rosa, 'How do they join?', { fields: onsite })
  await teams.loop.settle(30_000)
  await offer(teams.loop, nadia, [wednesday])
  await teams.press(priya, 'Tell me your times', { fields: { times: 'Wed 3 March 9 am to 12' } })
  await teams.loop.settle(30_000)
}

describe('a conversation in Teams', () => {
  test('answers the recruiter where she wrote: alone, in a group chat, and in the thread of a channel', async () => {
    const teams = await open()
    await teams.write(rosa, 'who is Jane?')
    await teams.write(rosa, 'who is Jane?', group)
    await teams.write(rosa, 'who is Jane?', channel, '1700')
    await teams.write(rosa, 'who is Marta?', `${channel};messageid=1700`)
    const places = teams.connector.messages.map((one) => one.conversationId)
    expect(places).toEqual(['a:29:rosa', group, `${channel};messageid=1700`, `${channel};messageid=1700`])
    expect(teams.textOf(teams.connector.messages[0]!)).toContain('Jane Whitfield')
  })

  test('names no candidate in a channel that the whole team can read', async () => {
    const teams = await open()
    await teams.write(rosa, 'who is Jane Whitfield?', channel, '1700')
    expect(teams.textOf(teams.connector.messages[0]!)).not.toMatch(/Whitfield/)
  })

  test('arranges in such a channel with initials only, also in the answer to a press; the whole form is the presser’s', async () => {
    const teams = await open()
    await teams.write(rosa, schedule, channel, '1700')
    const [card] = teams.connector.messages
    const opened = await teams.press(rosa, 'How do they join?', { view: 'open' })
    expect(shownBy(opened)).toContain('Video link, phone number or address')
    const joined = await teams.press(rosa, 'How do they join?', { fields: onsite })
    expect(shownBy(joined)).toContain('Mill Lane 3')
    for (const text of [teams.textOf(card!), shownBy(opened), shownBy(joined)]) {
      expect(text).toContain('N. P.')
      expect(text).not.toMatch(/Nadia|Petrova/)
    }
    // What stands folded in a card is read by everybody.
    expect(JSON.stringify(card!.activity)).not.toContain('Input.')
  })

  test('handles a message once, however often Teams delivers it', async () => {
    const teams = await open()
    for (let round = 0; round < 3; round += 1) await teams.write(rosa, 'who is Jane?', group, 'same')
    expect(teams.connector.messages).toHaveLength(1)
  })

  test('greets who adds the app, once, and knows from then on where to write to them', async () => {
    const teams = await open()
    const added = { type: 'installationUpdate', action: 'add' }
    await teams.post(added, priya, 'a:29:priya')
    await teams.post(added, priya, 'a:29:priya')
    expect(teams.connector.messages).toHaveLength(1)
    const [user] = await teams.loop.tables((tx) => tx.find('chatUsers', { where: { userId: priya.id } }))
    expect(user).toMatchObject({ email: 'priya.raman@agency.example', address: { conversationId: 'a:29:priya' } })
  })

  test('tells a stranger alone that it did nothing, also when a guest has a colleague’s address', async () => {
    const teams = await open()
    await teams.write(max, 'cancel everything with Jane', group)
    await teams.write(guest, 'cancel everything with Jane', group)
    expect(teams.connector.messages.map((one) => one.conversationId)).toEqual(['a:29:max', 'a:29:gina'])
    expect(teams.textOf(teams.connector.messages[0]!)).toContain(
      'I know nobody with the address max@alder-finch.example',
    )
    expect(teams.textOf(teams.connector.messages[1]!)).toContain('I cannot tell who you are')
  })
})

describe('an interview arranged in Teams', () => {
  test('goes from a mention to a confirmed interview: one living card, the manager asked alone, each press answered with the card', async () => {
    const teams = await open()
    await teams.write(rosa, schedule, group)
    const cards = () => teams.connector.messages.filter((one) => one.conversationId === group)
    expect(cards()).toHaveLength(1)

    const joined = await teams.press(rosa, 'How do they join?', { fields: onsite })
    expect(joined.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
    expect(shownBy(joined)).toContain('Mill Lane 3')
    await teams.loop.settle(30_000)
    const asked = teams.connector.messages.filter((one) => one.conversationId === 'a:29:priya')
    expect(asked).toHaveLength(1)

    await offer(teams.loop, nadia, [wednesday])
    const told = await teams.press(priya, 'Tell me your times', { fields: { times: 'Wed 3 March 9 am to 12' } })
    expect(told.body).toMatchObject({ statusCode: 200 })
    expect((await requestOf(teams.loop)).state).toBe('approving')
    await teams.press(priya, 'Approve')
    await teams.loop.settle(30_000)
    expect((await requestOf(teams.loop)).state).toBe('confirmed')
    expect(cards()).toHaveLength(1)
    expect(cards()[0]!.edits).toBeGreaterThan(1)
    expect(teams.textOf(cards()[0]!)).toContain('Booked')
  })

  test('shows what is wrong with a form in the card itself, with what was typed, and takes the corrected one', async () => {
    const teams = await open()
    await teams.write(rosa, schedule, group)
    const wrong = await teams.press(rosa, 'How do they join?', { fields: { ...onsite, kind: '=carrier pigeon' } })
    expect(shownBy(wrong)).toContain('Choose one of the answers')
    expect(shownBy(wrong)).toContain('"value":"Mill Lane 3, London"')
    const missing = await teams.press(rosa, 'How do they join?', { fields: { kind: '=onsite', keep: '=job' } })
    expect(JSON.stringify(missing.body)).toMatch(/Attention/)
    const right = await teams.press(rosa, 'How do they join?', { fields: onsite })
    expect(shownBy(right)).not.toContain('Attention')
  })

  test('lets nobody but the manager approve, who is told whose button it is; nothing changes', async () => {
    const teams = await open()
    await upToApproval(teams)
    const before = teams.connector.messages.map((one) => one.edits)
    for (const bystander of [max, guest]) {
      const answer = await teams.press(bystander, 'Approve')
      expect(shownBy(answer)).toMatch(/nothing was done/)
    }
    expect(shownBy(await teams.press(rosa, 'Approve'))).toContain('This button is for Priya Raman')
    expect((await requestOf(teams.loop)).state).toBe('approving')
    expect(teams.connector.messages.map((one) => one.edits)).toEqual(before)
  })

  test('does nothing when a button is pressed from another conversation, or is not there at all', async () => {
    const teams = await open()
    await upToApproval(teams)
    const elsewhere = await teams.press(priya, 'Approve', { conversation: 'a:copied' })
    expect(shownBy(elsewhere)).toContain('no longer there')
    const unknown = await teams.post(
      {
        type: 'invoke',
        id: 'x',
        name: 'adaptiveCard/action',
        value: { action: { verb: 'press', data: { action: 'action_none' } } },
      },
      priya,
      'a:29:priya',
    )
    expect(shownBy(unknown)).toContain('no longer there')
    expect((await requestOf(teams.loop)).state).toBe('approving')
  })

  test('approves once when the same press comes three times', async () => {
    const teams = await open()
    await upToApproval(teams)
    const pressed = { action: teams.findButton('Approve').action }
    const again = {
      type: 'invoke',
      id: 'P1',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'press', data: pressed } },
    }
    for (let round = 0; round < 3; round += 1)
      expect((await teams.post(again, priya, 'a:29:priya')).body).toMatchObject({ statusCode: 200 })
    const presses = await teams.loop.tables((tx) => tx.find('inbound', { where: { source: 'teams', state: 'done' } }))
    expect(presses.filter(({ externalId }) => externalId.endsWith('P1'))).toHaveLength(1)
    expect((await requestOf(teams.loop)).state).toBe('confirmed')
  })

  test('opens a form for whom the button is, closes it again, and shows nobody else what is in it', async () => {
    const teams = await open()
    await teams.write(rosa, schedule, group)
    const opening = await teams.press(rosa, 'How do they join?', { view: 'open' })
    expect(shownBy(opening)).toContain('"title":"Close"')
    const refused = await teams.press(max, 'How do they join?', { view: 'open' })
    expect(shownBy(refused)).not.toContain('"title":"Close"')
    expect(shownBy(refused)).toContain('nothing was done')
    const closing = await teams.press(rosa, 'How do they join?', { view: 'close' })
    expect(shownBy(closing)).not.toContain('"title":"Close"')
  })

  test('serves clients that only know Action.Submit by changing the message, and tells a bystander alone', async () => {
    const teams = await open()
    await upToApproval(teams)
    const card = teams.findButton('Approve').message
    const refused = await teams.press(max, 'Change how they join', { way: 'submit' })
    expect(refused).toEqual({ status: 200, body: null })
    expect(teams.textOf(teams.connector.messages.at(-1)!)).toContain('nothing was done')
    expect(teams.connector.messages.at(-1)!.conversationId).toBe('a:29:max')
    await teams.press(priya, 'Approve', { way: 'submit' })
    await teams.loop.settle(30_000)
    expect((await requestOf(teams.loop)).state).toBe('confirmed')
    expect(buttonsIn(card.activity).some(({ title }) => title.includes('Approve'))).toBe(false)
  })

  test('keeps each request in a thread of its own in the channel where the admin wished it, and leaves a line with a link where it was asked', async () => {
    const teams = await open()
    await teams.write(rosa, 'keep each request in its own thread here', channel, '1700')
    await teams.write(rosa, schedule, group)
    const inChannel = teams.connector.messages.filter((one) => one.conversationId === channel)
    expect(inChannel).toHaveLength(1)
    expect(teams.textOf(inChannel[0]!)).toContain('N. P.')
    expect(teams.textOf(inChannel[0]!)).not.toMatch(/Petrova/)
    const [line, ...others] = teams.connector.messages.filter((one) => one.conversationId === group)
    expect(others).toEqual([])
    expect(teams.textOf(line!)).toContain(`l/message/${encodeURIComponent(channel)}/${inChannel[0]!.id}`)
    await teams.write(rosa, 'status', `${channel};messageid=${inChannel[0]!.id}`)
    expect(teams.textOf(teams.connector.messages.at(-1)!)).toContain('N. P.')
  })

  test('shows an answered question without its buttons, for everybody', async () => {
    const teams = await open()
    await teams.write(rosa, schedule, group)
    await teams.press(rosa, 'How do they join?', { fields: onsite })
    await teams.write(rosa, 'cancel Nadia', group)
    const question = teams.connector.messages.at(-1)!
    const label = buttonsIn(question.activity)[0]!.title.split(' › ').at(-1)!
    await teams.press(rosa, label)
    expect(question.edits).toBeGreaterThan(0)
    expect(buttonsIn(question.activity)).toEqual([])
  })
})

describe('when Teams fails', () => {
  test('a refused or late call is tried again later, and one message arrives', async () => {
    const teams = await open()
    teams.connector.state.faults.push(429)
    await teams.write(rosa, 'who is Jane?', group)
    expect(teams.connector.messages).toHaveLength(0)
    await teams.loop.settle(15 * 60_000)
    expect(teams.connector.messages).toHaveLength(1)
  })

  test('a call without an answer ends, and is not repeated by the package behind it', async () => {
    const teams = await open()
    teams.connector.state.faults.push(502)
    const address = {
      surface: 'teams' as const,
      workspaceId: 'x',
      serviceUrl: teams.connector.serviceUrl,
      conversationId: group,
      conversationType: 'groupChat' as const,
      rootId: null,
      botId: '28:5a0d1c3e-0000-4000-8000-00000000b07a',
    }
    const hello = { type: 'message' as const, text: 'hello', textFormat: 'plain' as const }
    await expect(teams.transport.send(address, hello)).rejects.toMatchObject({ code: 'unknownOutcome' })
    expect(teams.connector.messages).toHaveLength(0)
    teams.connector.state.faults.push('hang')
    await expect(teams.transport.send(address, hello)).rejects.toMatchObject({ code: 'unknownOutcome' })
    await expect(
      teams.transport.send({ ...address, serviceUrl: 'https://evil.example/' }, hello),
    ).rejects.toMatchObject({ code: 'notAllowed' })
    expect(await teams.transport.send(address, hello)).toBe('m1')
  })

  test('signs in once for many messages, and again when the token is no longer taken for one', async () => {
    const teams = await open()
    for (let round = 0; round < 4; round += 1) await teams.write(rosa, `who is Jane? ${round}`, group)
    expect(teams.connector.state.tokenCalls).toBe(1)
  })
})
