import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Message, type MessagePart, messageSchema } from '../../src/bot/message.ts'
import { takeOutPrivateParts } from '../../src/bot/privateParts.ts'
import { composeBriefing } from '../../src/briefings/compose.ts'
import { dailyView, interviewOf } from '../briefings/sampleViews.ts'
import { messageOf } from '../web/chatSamples.ts'
import { askJane, jane, offer, wednesday } from '../workflow/janeAtAcme.ts'
import { memberCalled, openNadia } from '../workflow/nadiaInHouse.ts'
import { openLoop } from '../workflow/openLoop.ts'
import { everywhere } from './hostileTexts.ts'
import { messageRuns, messageTimeoutMs, randomMessage } from './randomMessage.ts'

const say = (text: string, ...names: string[]): string =>
  takeOutPrivateParts(messageSchema.parse({ fallbackText: text, parts: [{ kind: 'text', text }], privateNames: names }))
    .fallbackText
const jw = 'Jane Whitfield'

describe('a message for a channel that others read', () => {
  it.each([
    ['Ask Jane Whitfield for times', 'Ask J. W. for times', jw],
    ["Jane's times, WHITFIELD'S calendar? no: Whitfield's", "J.'s times, W.'S calendar? no: W.'s", 'Jane WHITFIELD'],
    ['Whitfield, Jane', 'J. W.', jw],
    ['I wait for Jane. It suits Jane Whitfield.', 'I wait for J. It suits J. W.', jw],
    ['jane.whitfield and jane_whitfield', 'J. W. and J. W.', jw],
    ['Jane, Janet and Jan Jansen', 'J., Janet and Jan Jansen', jw],
    ['Ask May Lee on 3 May 2027 or May 4; May said Tue', 'Ask M. L. on 3 May 2027 or May 4; M. said Tue', 'May Lee'],
    ['Anne-Marie O’Neill (ext)', 'A. O. (ext)', 'Anne-Marie O’Neill'],
    ['Ludwig van Beethoven, van hire', 'L. V. B., van hire', 'Ludwig van Beethoven'],
    ['jane whitfield, then Jane', 'J. W., then J.', 'jane whitfield'],
    ['田中 さくら さん', '田. さ. さん', '田中 さくら'],
    ['J\u200bane Whitfield', 'J. W.', 'Ja\u200bne Whitfield'],
    ['(Cher) sang', '(C.) sang', 'Cher'],
    ['a+b* Jane', 'a+b* J.', 'Jane (a+b*) ['],
  ])('%s reads %s', (text, expected, name) => {
    expect(say(text, name)).toBe(expected)
  })

  it.each([
    'jane.w@mail.example',
    'jane_w+jobs@mail.co.example',
    '+44 20 7946 0018',
    '+1 (212) 555-0148',
    '(030) 5550 1000',
    '0161 496 0000',
    '0049 30 5550100',
    '212-555-0148',
    '+442079460018',
  ])('holds neither %s', (secret) => {
    expect(say(`Reach her: ${secret}, or write.`)).toBe('Reach her: [hidden], or write.')
  })

  it.each([
    'Wed, 3 Mar 2027, 09:00 – 10:00 (UTC+01:00)',
    '03.03.2027 09:00',
    '2027-03-03T09:00:00.000Z to 2027-03-03T10:00:00.000Z',
    '250 2.0.0 Ok: queued as 4X7f2c1',
    'effect_00000000000000000000000198',
    '60 minutes, 4,000 robots, room 0815',
    'https://meet.acme.example/backend',
  ])('leaves "%s" as it is', (text) => {
    expect(say(text, jw)).toBe(text)
  })

  it('leaves out what is marked, says so once, and takes names and addresses out of all 8 kinds of parts', () => {
    const parts: MessagePart[] = [
      { kind: 'heading', text: jw, status: { tone: 'info', text: `Waiting for ${jw}` } },
      { kind: 'text', text: 'Her note', isPrivate: true },
      {
        kind: 'facts',
        facts: [
          { label: 'Job', value: 'Backend Engineer', url: 'https://ats.example/a/1234567890' },
          { label: 'Now', value: 'Initech', isPrivate: true },
          { label: 'Profile', value: 'ATS', url: 'https://ats.example/people/jane-whitfield' },
        ],
      },
      { kind: 'note', tone: 'warning', text: `${jw} has no calendar` },
      {
        kind: 'steps',
        steps: [{ label: `Ask ${jw}`, state: 'done', detail: 'I am in hospital', proof: 'p', isPrivate: true }],
      },
      { kind: 'slots', slots: [{ label: 'Wed 3 Mar', detail: `suits ${jw}` }] },
      {
        kind: 'list',
        title: jw,
        items: [
          { text: 'her words', isPrivate: true },
          { text: jw, detail: 'x@y.example' },
        ],
      },
      {
        kind: 'links',
        links: [
          { label: `${jw} CV.pdf`, url: 'https://ats.example/d/1', isPrivate: true },
          { label: 'Search', url: 'https://ats.example/?q=Jane%20Whitfield' },
          { label: 'Record', url: 'https://ats.example/r/1' },
        ],
      },
    ]
    const message = messageSchema.parse({ fallbackText: '', parts, privateNames: [jw] })
    const shown = takeOutPrivateParts(message)
    expect(shown.fallbackText.split('\n')).toEqual([
      'J. W. (Waiting for J. W.)',
      'Job: Backend Engineer (https://ats.example/a/1234567890)',
      'Profile: ATS',
      'J. W. has no calendar',
      '[done] Ask J. W.',
      'Wed 3 Mar - suits J. W.',
      'J. W.',
      '- J. W. - [hidden]',
      'Record: https://ats.example/r/1',
      'What is known of the candidate is not shown in this channel, because others read it.',
    ])
  })

  it('keeps every action; what stood in a field with a name in it is empty rather than changed', () => {
    const message = messageOf({
      parts: [],
      privateNames: [jw],
      actions: [
        {
          kind: 'x',
          data: {},
          label: `New link for ${jw}`,
          style: 'normal',
          confirm: `Links mailed to ${jw} stop working.`,
          form: [
            {
              kind: 'text',
              name: 'w',
              label: `What ${jw} reads`,
              value: `Dear ${jw}`,
              isRequired: true,
              maxLength: 99,
              isMultiline: true,
            },
            {
              kind: 'choice',
              name: 'c',
              label: 'Who',
              value: 'p1',
              isRequired: true,
              options: [{ value: 'p1', label: jw }],
            },
          ],
        },
      ],
    })
    const [action] = takeOutPrivateParts({ ...message, privateNames: [jw] }).actions
    expect(action).toMatchObject({
      id: 'a1',
      label: 'New link for J. W.',
      confirm: 'Links mailed to J. W. stop working.',
    })
    expect(action?.form).toMatchObject([
      { label: 'What J. W. reads', value: '' },
      { value: 'p1', options: [{ value: 'p1', label: 'J. W.' }] },
    ])
  })

  it(
    'holds no word of 4 candidates and none of their addresses, whatever the message (random messages)',
    () => {
      const names = [jw, 'Łukasz Żółć', 'مريم العلي', 'Søren O’Neill']
      const texts = fc.array(
        fc.constantFrom(
          ...names,
          ...names.map((name) => name.split(' ')[1]!),
          'm@a.example',
          '+44 20 7946 0018',
          ' – ',
          'and',
        ),
        { minLength: 1, maxLength: 8 },
      )
      fc.assert(
        fc.property(randomMessage(), texts, ({ message }, planted) => {
          const given: Message = {
            ...message,
            parts: [...message.parts, ...everywhere(planted.join(' ')).parts],
            privateNames: names,
          }
          const shown = takeOutPrivateParts(given)
          const text = JSON.stringify(shown.parts)
          expect(text).not.toMatch(/Jane|Whitfield|Łukasz|Żółć|مريم|العلي|Søren|Neill|7946|@a\.example/)
          expect(shown.actions.map((action) => action.id)).toEqual(given.actions.map((action) => action.id))
          expect(messageSchema.safeParse(shown).success).toBe(true)
        }),
        { numRuns: messageRuns },
      )
    },
    messageTimeoutMs,
  )
})

describe('what the product says, in a public channel', () => {
  it('is a request card without the name, the note and the mail address of the candidate', async () => {
    const loop = await openLoop()
    const thread = await askJane(loop)
    await offer(loop, jane, [wednesday])
    await loop.tables(async (tx) => {
      const [party] = await tx.find('parties', { where: { role: 'candidate' } })
      await tx.update('parties', party!.id, { note: 'My mother is ill' })
    })
    await loop.press(thread, await loop.card(thread), 'Nudge')
    const card = await loop.card(thread)
    expect(card.fallbackText).toMatch(/Jane Whitfield[\s\S]*My mother is ill/)
    const shown = takeOutPrivateParts(card)
    expect(JSON.stringify(shown)).not.toMatch(/Jane|Whitfield|mother/)
    expect(shown.fallbackText).toContain('J. W. · Backend Engineer Interview')
    expect(shown.fallbackText).toContain('Marta Lindqvist')
  })

  it('does not say why somebody declined, only that they did', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await openNadia(loop, thread)
    const priya = await memberCalled(loop, 'Priya Raman')
    await loop.press(priya.thread!, await loop.card(priya.thread!), 'Decline', { reason: 'In hospital' }, priya.id)
    const card = await loop.card(thread)
    expect(card.fallbackText).toMatch(/In hospital[\s\S]*In hospital/)
    const shown = takeOutPrivateParts(card)
    expect(JSON.stringify(shown)).not.toMatch(/hospital|Nadia|Petrova/)
    expect(shown.fallbackText).toContain("[failed] Priya Raman's times")
  })

  it('is an answer to "who is" without what they do now, their address and their documents', async () => {
    const loop = await openLoop()
    const thread = await loop.setUp()
    await loop.say('who is Jane Whitfield?', thread)
    const answer = await loop.lastMessage(thread)
    expect(answer.fallbackText).toMatch(/E-mail: jane\.whitfield@/)
    const shown = takeOutPrivateParts(answer)
    expect(JSON.stringify(shown)).not.toMatch(/jane|whitfield|E-mail|Phone|\.pdf/i)
    expect(shown.fallbackText).toMatch(/J\. W\.[\s\S]*Application: /)
  })

  it('is a briefing without names, notes, headline and documents', () => {
    const draft = composeBriefing(dailyView({ interviews: [interviewOf()] }))!
    const shown = takeOutPrivateParts({ ...messageOf(draft), privateNames: draft.privateNames! })
    expect(JSON.stringify(shown)).not.toMatch(
      /Jane|Whitfield|Initech|phone call|CV\.pdf|Cover letter|Callum|Ines Costa/,
    )
    expect(shown.fallbackText).toContain('J. W. · Backend Engineer at Acme Robotics')
  })
})
