import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fallbackTextOf, messageSchema } from '../../src/bot/message.ts'
import {
  type BriefingView,
  composeBriefing,
  composeBriefingMail,
  type WaitingItem,
} from '../../src/briefings/compose.ts'
import { hostileNames } from '../mail/hostileNames.ts'
import { dailyView, interviewOf, meetingView } from './sampleViews.ts'

const chatOf = (view: BriefingView) => {
  const draft = composeBriefing(view)
  return draft ? fallbackTextOf(draft.parts, []) : null
}
const mailOf = (view: BriefingView) => {
  const mail = composeBriefingMail(view, 'interviews@parley.example')
  if (!mail) throw new Error('a mail')
  return mail
}

const everyFact = [
  'Jane Whitfield · Backend Engineer at Acme Robotics',
  '10:00 – 11:00',
  'https://meet.acme.example/backend',
  'Marta Lindqvist (client)',
  'Client interview',
  'Senior Backend Engineer, Initech',
  'I can also do a phone call if the video does not work.',
  'Build the services that keep 4,000 robots moving.',
  'http://127.0.0.1:4000/records/applications/a1',
  'Jane Whitfield CV.pdf',
  'http://127.0.0.1:4000/records/documents/d1',
  // Given without a host, it is found beside the record.
  'http://127.0.0.1:4000/records/documents/d2',
  'Phone: Northwind calls Omar Haddad',
  '+44 20 7946 0018',
  'A new time is being looked for',
  'You do not take part.',
  'Alder & Finch, 3 Mill Lane, London',
  'Priya Raman (hiring manager)',
  'Tom Becker is free only when Callum is not.',
  'the link of Jonas Weber expires today at 17:30',
  'Marta Lindqvist has only 5 min between Jane Whitfield 10:00 – 11:00 and Omar Haddad 11:05 – 11:35; 15 min are usual.',
  'The ATS did not answer',
  'Central European Time, UTC+01:00',
]

describe('a briefing', () => {
  it.each(everyFact)('says "%s" in the chat, in the text part and in the HTML part of the mail', (fact) => {
    expect(chatOf(dailyView())).toContain(fact)
    expect(mailOf(dailyView()).text).toContain(fact)
    expect(
      mailOf(dailyView())
        .html.replace(/&amp;/g, '&')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'"),
    ).toContain(fact)
  })

  it('puts the 3 interviews in order of time and names the first in the subject', () => {
    const text = mailOf(dailyView()).text
    const positions = ['10:00 – 11:00  Jane', '11:05 – 11:35  Omar', '15:00 – 16:30  Nadia'].map((s) => text.indexOf(s))
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
    expect(positions[0]).toBeGreaterThan(0)
    expect(mailOf(dailyView()).subject).toBe('3 interviews today, first at 10:00; 2 things wait for you')
  })

  it('is nothing on a day without interviews and without anything waiting', () => {
    const empty = dailyView({ interviews: [], waiting: [], conflicts: [] })
    expect(composeBriefing(empty)).toBeNull()
    expect(composeBriefingMail(empty, 'interviews@parley.example')).toBeNull()
  })

  it('is written on a day without interviews when 1 thing waits', () => {
    const view = dailyView({ interviews: [], conflicts: [], waiting: dailyView().waiting.slice(0, 1) })
    expect(mailOf(view).subject).toBe('1 thing waits for you')
    expect(chatOf(view)).toContain('/threads/t2')
  })

  it('has a sentence for each of the 9 things that can wait, in both languages', () => {
    const kinds = [
      'times',
      'approval',
      'noOverlap',
      'declined',
      'agreed',
      'passed',
      'failed',
      'linkExpiring',
      'linkExpired',
    ] as const
    for (const locale of ['en-GB', 'de-DE']) {
      const sentences = kinds.map((kind) => {
        const item: WaitingItem = {
          kind,
          candidateName: 'Jane',
          jobTitle: 'Backend',
          detail: '3',
          at: new Date('2027-03-04T07:00:00Z'),
          chatUrl: '/threads/t',
        }
        const view = dailyView({
          interviews: [],
          conflicts: [],
          waiting: [item],
          reader: { zone: 'Europe/Berlin', locale },
        })
        const line = mailOf(view)
          .text.split('\n')
          .find((text) => text.startsWith('- Jane'))
        expect(line).not.toMatch(/null|undefined/)
        return line
      })
      expect(new Set(sentences).size).toBe(kinds.length)
    }
  })

  it('says 10:00 to a reader in Berlin and 4:00 AM to one in New York', () => {
    const view = meetingView({ reader: { zone: 'America/New_York', locale: 'en-US' } })
    expect(mailOf(meetingView()).subject).toContain('10:00')
    expect(mailOf(view).subject).toContain('4:00 AM')
    expect(chatOf(view)).toContain('Eastern Time, UTC-05:00')
  })

  it('offers the call as a button before a video interview, and none to a phone call', () => {
    expect(mailOf(meetingView()).html).toContain('Join the call')
    const phone = interviewOf({ format: { kind: 'phone', number: '+44 20 7946 0018', caller: 'client' } })
    expect(mailOf(meetingView({ interviews: [phone] })).html).not.toContain('Join the call')
  })

  it('signs with the recruiter only to somebody else, whose reply reaches the recruiter', () => {
    const recruiter = { name: 'Rosa Alder', email: 'rosa@alder-finch.example', phone: '+49 30 5550 100' }
    const mail = mailOf(meetingView({ member: { name: 'Priya Raman', email: 'priya@agency.example' }, recruiter }))
    expect(mail.to.address).toBe('priya@agency.example')
    expect(mail.replyTo.address).toBe('rosa@alder-finch.example')
    expect(mail.text).toContain('+49 30 5550 100')
    expect(mailOf(meetingView()).text).not.toContain('Kind regards')
  })

  it('writes a German reader in German, with the day in German', () => {
    const mail = mailOf(dailyView({ reader: { zone: 'Europe/Berlin', locale: 'de-DE' } }))
    expect(mail.subject).toBe('Heute 3 Gespräche, zuerst um 10:00; 2 Punkte warten auf Sie')
    expect(mail.text).toContain('Ihr Mittwoch, 3. März 2027')
    expect(mail.text).not.toMatch(/Today|Where|waits/)
  })

  it('names 12 of 30 interviews and 20 of 25 things that wait, and counts the rest', () => {
    const [waiting] = dailyView().waiting
    if (!waiting) throw new Error('a thing that waits')
    const view = dailyView({
      interviews: Array.from({ length: 30 }, () => interviewOf()),
      waiting: Array.from({ length: 25 }, () => waiting),
    })
    expect(chatOf(view)?.match(/Stage: /g)).toHaveLength(12)
    expect(chatOf(view)).toContain('and 18 more')
    expect(chatOf(view)).toContain('and 5 more')
    expect(mailOf(view).text).toContain('and 18 more')
  })

  it('shows an address that is no web page as text, and no document of such an address', () => {
    const view = meetingView({
      interviews: [
        interviewOf({
          format: { kind: 'video', url: 'javascript:alert(1)' },
          record: {
            url: 'https://ats.example/a1',
            stageLabel: 'x',
            headline: null,
            jobDescription: null,
            documents: [{ name: 'CV.pdf', url: 'javascript:alert(2)' }],
          },
        }),
      ],
    })
    expect(mailOf(view).html).not.toMatch(/href="javascript:/)
    expect(mailOf(view).text).not.toContain('CV.pdf')
    expect(
      composeBriefing(view)
        ?.parts.flatMap((p) => (p.kind === 'facts' ? p.facts : []))
        .filter((f) => f.url),
    ).toEqual([])
  })

  it('survives any name, note and description: one-line subject, escaped HTML, a valid message', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileNames))
    fc.assert(
      fc.property(text, text, text, fc.constantFrom('en-GB', 'de-DE', 'xx', ''), (name, note, description, locale) => {
        const interview = interviewOf({ candidateName: name, candidateNote: note, jobTitle: note, clientName: name })
        const record = interview.record && { ...interview.record, jobDescription: description, stageLabel: name }
        const view = dailyView({
          member: { name, email: 'a@b.example' },
          reader: { zone: 'Europe/Berlin', locale },
          interviews: [{ ...interview, record }],
        })
        const mail = mailOf(view)
        expect(mail.subject).not.toMatch(/[\r\n]/)
        expect(mail.to.name).not.toMatch(/[\r\n]/)
        expect(mail.html).not.toMatch(/<script|<img|onerror=(?!&)[^<]*>/i)
        const draft = composeBriefing(view)
        expect(messageSchema.safeParse({ fallbackText: chatOf(view), parts: draft?.parts, actions: [] }).success).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })
})
