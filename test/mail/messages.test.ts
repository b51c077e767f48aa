import fc from 'fast-check'
import { DateTime } from 'luxon'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { readIcs } from '../../src/calendar/ical.ts'
import { contrastOf, readableOn, textOn } from '../../src/domain/accent.ts'
import { formatOffset, formatTimeRange } from '../../src/domain/formatTime.ts'
import {
  composeInvitation,
  composeMail,
  defaultWords,
  describeFormat,
  describeInvitation,
  type MailContent,
  type UnderstoodTimes,
} from '../../src/mail/messages.ts'
import { composeMime } from '../../src/mail/mime.ts'
import { hostileNames } from './hostileNames.ts'
import {
  anna,
  aRequest,
  carl,
  everyInput,
  everyInvitationInput,
  everyMail,
  frameFor,
  fromAddress,
  guestUrl,
  icsFor,
  jane,
  pageUrl,
  proposalsFor,
  type Reader,
  windows,
} from './letters.ts'

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC']
const locales = ['en-GB', 'de-DE', 'fr-FR', 'es-ES']
const readers: Reader[] = [jane, carl, anna].flatMap((reader) =>
  locales.flatMap((locale) => zones.map((zone) => ({ ...reader, locale, zone }))),
)

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')
}
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The pieces of text a person sees in the HTML part, and the addresses behind them. */
function shownIn(html: string): string[] {
  const body = html.slice(html.indexOf('<body'))
  const hrefs = [...body.matchAll(/href="([^"]*)"/g)].map((match) => decode(match[1] ?? ''))
  return [
    ...body
      .replace(/<[^>]*>/g, '\n')
      .split('\n')
      .map((piece) => squeeze(decode(piece))),
    ...hrefs,
  ].filter((piece) => piece !== '')
}

/** The calendar's text part of a mail as its reader's program decodes it. */
async function onTheWire(mail: MailContent) {
  const source = await composeMime(
    { ...mail, messageId: 'eff_9@bright-talent.example' },
    fromAddress,
    new Date('2026-11-20T10:00:00Z'),
  )
  return { source: source.toString('utf8'), parsed: await PostalMime.parse(source) }
}

describe('every mail', () => {
  test('says the same in its text and its HTML part, for 3 sides, 4 languages and 5 zones', () => {
    for (const reader of readers) {
      for (const { name, mail } of everyMail(reader)) {
        const label = `${name} for ${reader.role}, ${reader.locale}, ${reader.zone}`
        const shown = shownIn(mail.html)
        const page = squeeze(shown.join(' '))
        for (const line of mail.text.split('\n')) {
          for (const piece of line.replace(/^[\s-]+/, '').split(/: |:$/)) expect(page, label).toContain(squeeze(piece))
        }
        const text = squeeze(mail.text.replace(/^ *- /gm, ''))
        for (const piece of shown) {
          // Not a fact: where to click when there is no button.
          if (/^(If the button|Wenn der Knopf|Si le bouton|Si el botón)/.test(piece) || /^(tel|mailto):/.test(piece))
            continue
          expect(text, label).toContain(piece.replace(/:$/, ''))
        }
      }
    }
  })

  test('has the request’s own address as Reply-To where Parley reads the answers, and then says how to reach a human', () => {
    const replyAddress = 'parley+0123@interviews.bright-talent.example'
    for (const reader of readers)
      for (const input of everyInput(reader)) {
        const mail = composeMail({ ...input, replyAddress })
        expect(mail.replyTo).toEqual({ name: 'Anna Okafor', address: replyAddress })
        const human = {
          'en-GB': `directly, write to ${anna.email}`,
          'de-DE': `direkt unter ${anna.email}`,
          'fr-FR': `joindre directement une personne, écrivez à ${anna.email}`,
          'es-ES': `directamente con una persona, escriba a ${anna.email}`,
        }[reader.locale]
        expect(mail.text).toContain(human)
        const isAsked = /^(request|askAnew|reminder|nothingFits|changed|renewedLink|choice|approval)$/.test(
          input.template,
        )
        expect(
          /in your own words|mit eigenen Worten|avec vos propres mots|con sus propias palabras/.test(mail.text),
        ).toBe(isAsked)
      }
  })

  test('reads times, a choice or a no back with its own link, and says what was not clear', () => {
    const [reader] = readers
    if (!reader) throw new Error('a reader')
    const frame = frameFor(reader)
    const url = `${pageUrl}?reading=reading_1`
    const back = (understood: UnderstoodTimes) => composeMail({ ...frame, template: 'readBack', url, understood }).text
    expect(back({ kind: 'windows', windows })).toMatch(/Tuesday,? 24 November 2026/)
    expect(back({ kind: 'select', proposals: proposalsFor(reader).slice(1, 2) })).toMatch(/16:00 – 17:00/)
    expect(back({ kind: 'decline' })).toContain('you cannot take part')
    const texts = (['words', 'busy', 'none', 'short'] as const).map(
      (why) => composeMail({ ...frame, template: 'notUnderstood', url: pageUrl, why }).text,
    )
    expect(new Set(texts).size).toBe(4)
  })

  test('holds agency, a person with name, number and address, and who sent it', () => {
    for (const reader of readers) {
      for (const { name, mail } of everyMail(reader)) {
        const sentence = {
          'en-GB': 'software assistant of Bright Talent',
          'de-DE': 'Software-Assistent von Bright Talent',
          'fr-FR': 'assistant logiciel pour Bright Talent',
          'es-ES': 'asistente de software de Bright Talent',
        }[reader.locale]
        for (const fact of ['Bright Talent', 'Anna Okafor', '+44 20 7946 0018', anna.email, sentence])
          expect(mail.text, `${name} ${reader.role}`).toContain(fact)
        expect(mail.from).toEqual({ name: 'Anna Okafor via Bright Talent', address: fromAddress })
        expect(mail.replyTo).toEqual({ name: 'Anna Okafor', address: anna.email })
        expect(mail.html).toContain(`<html lang="${reader.locale.slice(0, 2)}"`)
      }
    }
  })

  test('names nobody’s address but its reader’s, the recruiter’s and its own', () => {
    for (const reader of readers) {
      for (const { name, mail } of everyMail(reader)) {
        const all = [mail.subject, mail.text, mail.html, (mail.calendar?.content ?? '').replaceAll('\r\n ', '')].join(
          '\n',
        )
        const addresses = new Set(all.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [])
        addresses.delete('inv_01@interviews.bright-talent.example')
        for (const address of addresses) expect([reader.email, anna.email, fromAddress], name).toContain(address)
      }
    }
  })

  test('links only to the reader’s page, and to the video call once it is agreed', () => {
    for (const { name, mail } of everyMail(jane)) {
      const links = shownIn(mail.html).filter((piece) => /^https?:/.test(piece))
      for (const link of links) {
        const isOwn = link === pageUrl && link.startsWith(guestUrl)
        const isCall =
          link === 'https://meet.acme.example/backend?room=7&lang=en' &&
          ['dayOf', 'timeKept', 'late', 'invitation', 'change'].includes(name)
        expect(isOwn || isCall, `${name}: ${link}`).toBe(true)
      }
      expect(mail.html).not.toMatch(/<(img|script|iframe|form|link|object|video)\b|url\(|@import/i)
    }
  })

  test('carries role, date, time and offset in the subject when it is about a time', () => {
    const subjects = Object.fromEntries(everyMail(jane).map(({ name, mail }) => [name, mail.subject]))
    expect(subjects).toMatchObject({
      request: 'Interview for Backend Engineer at Acme: which times suit you?',
      choice:
        'Choose your interview time: Backend Engineer at Acme, 3 times, first Tue, 24 Nov 2026, 14:00 (UTC+01:00)',
      dayOf: 'Today: interview for Backend Engineer at Acme, Tue, 24 Nov 2026, 14:00 (UTC+01:00)',
      invitation: 'Interview confirmed: Backend Engineer at Acme, Tue, 24 Nov 2026, 14:00 (UTC+01:00)',
      cancellation: 'Interview cancelled: Backend Engineer at Acme, Tue, 24 Nov 2026, 14:00 (UTC+01:00)',
    })
    const german = everyMail({ ...jane, locale: 'de' }).find(({ name }) => name === 'change')
    expect(german?.mail.subject).toBe(
      'Gespräch geändert: Backend Engineer bei Acme, Di., 24. Nov. 2026, 14:00 (UTC+01:00)',
    )
  })

  test('writes to a French candidate in French: subject, facts, time and how to reach a human', () => {
    const french = { ...jane, locale: 'fr-FR', zone: 'Europe/Paris' }
    const mails = Object.fromEntries(everyMail(french).map(({ name, mail }) => [name, mail]))
    const text = squeeze(mails.invitation?.text ?? '')
    expect(squeeze(mails.invitation?.subject ?? '')).toBe(
      'Entretien confirmé : Backend Engineer chez Acme, mar. 24 nov. 2026, 14:00 (UTC+01:00)',
    )
    expect(text).toContain('Bonjour Jane Roe, Tout le monde est d’accord : vous rencontrez Acme à ce moment.')
    expect(text).toContain('Quand : mardi 24 novembre 2026 14:00 – 15:00 heure d’Europe centrale, UTC+01:00')
    expect(text).toContain('Durée : 1 heure')
    expect(mails.invitation?.text).toContain('Durée\u00a0: 1 heure')
    expect(mails.invitation?.html).toContain('<html lang="fr"')
  })

  test('writes to a Spanish client in Spanish: subject, greeting, times to decide on', () => {
    const spanish = { ...carl, locale: 'es-ES', zone: 'Europe/Madrid' }
    const mails = Object.fromEntries(everyMail(spanish).map(({ name, mail }) => [name, mail]))
    expect(mails.approval?.subject).toMatch(
      /^Pendiente de su aprobación: entrevista con Jane Roe, Backend Engineer, 3 horarios, el primero: mar, 24 nov 2026, 14:00/,
    )
    expect(mails.approval?.text).toContain('Hola, Carl Fischer:')
    expect(mails.approval?.text).toContain('martes, 24 de noviembre de 2026')
    expect(mails.approval?.text).toContain('Duración: 1 hora')
  })

  test('counts one offer as one: "1 time", "1 Zeit"', () => {
    const only = (locale: string) => {
      const input = everyInput({ ...jane, locale }).find((one) => one.template === 'choice')
      if (input?.template !== 'choice') throw new Error('no choice')
      return composeMail({ ...input, proposals: input.proposals.slice(0, 1) }).subject
    }
    expect(only('en')).toContain(', 1 time, first')
    expect(only('de')).toContain(', 1 Zeit, erste')
  })

  test('is English for a locale we do not write in', () => {
    for (const { mail } of everyMail({ ...jane, locale: 'pt-BR' })) {
      expect(mail.text).toContain('Hello Jane Roe,')
      expect(mail.html).toContain('<html lang="en"')
    }
  })

  test('keeps each HTML part under 20 KB', () => {
    for (const reader of readers)
      for (const { name, mail } of everyMail(reader)) expect(mail.html.length, name).toBeLessThan(20_480)
  })
})

describe('times in mails', () => {
  test('shown, stored and invited are the same instant over all clock changes of 2025 to 2030', () => {
    const minute = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2030, 11, 31) / 60_000 })
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom(...zones, 'Australia/Lord_Howe', 'Africa/Casablanca'),
        fc.constantFrom(...locales),
        (minutes, zone, locale) => {
          const startsAt = new Date(minutes * 60_000)
          const interview = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }
          const [base] = everyInvitationInput({ ...jane, zone, locale })
          if (!base) throw new Error('no invitation')
          const input = { ...base, interview }
          const mail = composeInvitation(input, icsFor(input))
          const offset = formatOffset(startsAt, zone).replace('UTC', '')
          const [dateLocale, pattern] = {
            'de-DE': ['de', 'cccc, d. MMMM yyyy'],
            'fr-FR': ['fr', 'cccc d MMMM yyyy'],
            'es-ES': ['es', "cccc, d 'de' MMMM 'de' yyyy"],
          }[locale] ?? ['en-US', 'cccc, d MMMM yyyy']
          const local = DateTime.fromJSDate(startsAt, { zone }).setLocale(dateLocale ?? '')
          // Day, time and offset as another library computes them, each found in both parts.
          const day = local.toFormat(pattern ?? '')
          expect(offset).toBe(local.toFormat('ZZ'))
          for (const part of [mail.text, mail.html]) {
            expect(part).toContain(day)
            expect(part).toContain(local.toFormat('HH:mm'))
            expect(part).toContain(`UTC${offset}`)
          }
          expect(mail.subject).toContain(local.toFormat('HH:mm'))
          const read = readIcs(mail.calendar?.content ?? '')
          expect([read?.startsAt.getTime(), read?.endsAt.getTime()]).toEqual([
            interview.startsAt.getTime(),
            interview.endsAt.getTime(),
          ])
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a change shows the new time first and the old one as what was before', () => {
    const change = everyMail(jane).find(({ name }) => name === 'change')?.mail
    expect(change?.text).toContain(
      'New time:\n  Tuesday, 24 November 2026\n  14:00 – 15:00\n  Central European Time, UTC+01:00',
    )
    expect(change?.text).toContain('Before: Monday, 23 November 2026, 10:30 – 11:30 (Central European Time, UTC+01:00)')
    expect(change?.text).toContain('Reason: A flight was moved.')
  })

  test('a change of place alone shows one time, not an old and a new one', () => {
    const input = everyInvitationInput(jane)[1]
    if (!input) throw new Error('no change')
    const mail = composeInvitation({ ...input, previous: input.interview }, icsFor(input))
    expect(mail.text).toContain('When:\n  Tuesday, 24 November 2026')
    expect(mail.text).not.toContain('Before:')
  })

  test('an acknowledgement repeats each offered time and marks what is only possible', () => {
    const text = everyMail(jane).find(({ name }) => name === 'acknowledgement')?.mail.text ?? ''
    for (const window of windows) expect(text).toContain(`- ${formatTimeRange(window, jane)}`)
    expect(text).toContain('14:00 – 16:00 (if need be)')
    expect(text).toContain('Your note: Mornings are best & I am <flexible>.')
  })

  test('an answer without any time says so', () => {
    const input = everyInput(jane).find((one) => one.template === 'acknowledgement')
    if (input?.template !== 'acknowledgement') throw new Error('no acknowledgement')
    expect(composeMail({ ...input, windows: [] }).text).toContain('None of the days asked for')
  })

  test('a list across the October change in Berlin names the offset at each time', () => {
    const input = everyInput(jane).find((one) => one.template === 'choice')
    if (input?.template !== 'choice') throw new Error('no choice')
    const proposals = ['2026-10-23T12:00:00Z', '2026-10-26T12:00:00Z'].map((from) => ({
      startsAt: new Date(from),
      endsAt: new Date(Date.parse(from) + 3_600_000),
      otherZone: null,
    }))
    const text = composeMail({ ...input, proposals }).text
    expect(text).toContain('- 14:00 – 15:00 (UTC+02:00)')
    expect(text).toContain('- 13:00 – 14:00 (UTC+01:00)')
  })

  test('an offer shows the other side’s time too, with its day when that is another one', () => {
    const input = everyInput({ ...jane, zone: 'Asia/Kathmandu' }).find((one) => one.template === 'approval')
    if (input?.template !== 'approval') throw new Error('no approval')
    const proposal = (from: string, otherZone: string) => ({
      startsAt: new Date(from),
      endsAt: new Date(Date.parse(from) + 3_600_000),
      otherZone,
    })
    const one = proposal('2026-11-24T20:00:00Z', 'America/New_York')
    const text = composeMail({ ...input, proposals: [one] }).text
    expect(text).toContain('- 01:45 – 02:45 (Tue, 24 Nov 2026, 15:00 – 16:00)')
    expect(text).toContain(
      'All times are in your time zone: Nepal Time, UTC+05:45. In brackets: Eastern Time, UTC-05:00.',
    )
    // Two other zones: each time says which.
    const two = composeMail({ ...input, proposals: [one, proposal('2026-11-25T09:00:00Z', 'Europe/Berlin')] }).text
    expect(two).toContain('(Tue, 24 Nov 2026, 15:00 – 16:00 Eastern Time, UTC-05:00)')
    expect(two).toContain('- 14:45 – 15:45 (10:00 – 11:00 Central European Time, UTC+01:00)')
  })

  test('four touching half hours are one time, and 100 separate ones are listed as 60 "and 40 more times"', () => {
    const input = everyInput(jane).find((one) => one.template === 'acknowledgement')
    if (input?.template !== 'acknowledgement') throw new Error('no acknowledgement')
    const window = (index: number, everyMinutes: number) => ({
      startsAt: new Date(Date.UTC(2026, 10, 24, 9) + index * everyMinutes * 60_000),
      endsAt: new Date(Date.UTC(2026, 10, 24, 9, 30) + index * everyMinutes * 60_000),
      level: 'good' as const,
    })
    const touching = [0, 1, 2, 3].map((index) => window(index, 30))
    expect(composeMail({ ...input, windows: touching }).text.match(/^ {4}- .*$/gm)).toEqual(['    - 10:00 – 12:00'])
    const separate = composeMail({
      ...input,
      windows: Array.from({ length: 100 }, (_, index) => window(index, 60)),
    }).text
    expect(separate.match(/^ {4}- /gm)).toHaveLength(60)
    expect(separate).toContain('and 40 more times')
  })
})

describe('how they meet', () => {
  test('tells each side in its own words who calls whom, with the number for both ends', () => {
    const phone = { kind: 'phone', number: '+49 30 555 0101', caller: 'client' } as const
    const said = (reader: Reader) => describeFormat(phone, reader, aRequest(), 'Bright Talent').words
    expect([said(jane), said(carl), said(anna)]).toEqual([
      'Phone: Acme calls you',
      'Phone: you call Jane Roe',
      'Phone: Acme calls Jane Roe',
    ])
    expect(said({ ...jane, locale: 'de' })).toBe('Telefon: Acme ruft Sie an')
  })

  test('keeps the video link and the number out of every mail before the time is agreed', () => {
    const formats = [
      { kind: 'video', url: 'https://meet.acme.example/secret' },
      { kind: 'phone', number: '+49 30 555 0101', caller: 'candidate' },
    ] as const
    for (const format of formats)
      for (const { name, mail } of everyMail(jane, { format })) {
        const isAgreed = ['dayOf', 'timeKept', 'late', 'invitation', 'change'].includes(name)
        const all = mail.text + mail.html + (mail.calendar?.content ?? '').replaceAll('\r\n ', '')
        // The calendar object of a cancellation repeats where it would have been.
        if (name !== 'cancellation') expect(/secret|555 0101/.test(all), `${name} ${format.kind}`).toBe(isAgreed)
      }
  })

  test('an invitation without details says that they follow', () => {
    const input = everyInvitationInput(jane, { format: { kind: 'follows' } })[0]
    if (!input) throw new Error('no invitation')
    expect(composeInvitation(input, icsFor(input)).text).toContain('How: Details follow')
    expect(describeInvitation(input).place).toBe('Details follow')
  })

  test('in-house mails speak of the company itself and of no client', () => {
    for (const { mail } of everyMail({ ...jane }, { kind: 'inHouse', clientName: null, meets: ['Priya Nair'] })) {
      expect(mail.text).not.toContain('Acme')
      expect(mail.subject).toContain('Bright Talent')
    }
  })
})

describe('the recruiter’s own words', () => {
  test('replace the opening paragraph in both parts and nothing else', () => {
    const frame = everyInput(jane)[0]
    if (frame?.template !== 'request') throw new Error('no request')
    const standard = composeMail(frame)
    const own = composeMail({
      ...frame,
      ownWords: 'Dear {candidate}, {company} <b>loved</b> your profile.\n\nWhen suits you for {job}?',
    })
    const said = 'Dear Jane Roe, Acme <b>loved</b> your profile.'
    expect(own.text).toContain(`${said}\n\nWhen suits you for Backend Engineer?`)
    expect(shownIn(own.html)).toContain(said)
    expect(own.html).not.toContain('<b>loved')
    const opening = defaultWords('request', 'en', 'candidate', {
      candidate: 'Jane Roe',
      job: 'Backend Engineer',
      company: 'Acme',
      agency: 'Bright Talent',
      recruiter: 'Anna Okafor',
    })
    expect(standard.text).toContain(opening)
    expect(own.text.replace(/Dear Jane[\s\S]*Engineer\?/, '')).toBe(standard.text.replace(opening, ''))
  })

  test('start from ours with the names left open, for every template, side and language', () => {
    for (const locale of locales)
      for (const { name } of everyMail(jane))
        for (const role of ['candidate', 'client', 'recruiter'] as const) {
          const words = defaultWords(name as Parameters<typeof defaultWords>[0], locale, role)
          expect(words.length, `${name} ${role}`).toBeGreaterThan(20)
          expect(words).not.toMatch(/undefined|\{(?!candidate|job|company|agency|recruiter)/)
        }
  })
})

describe('a mail on the wire', () => {
  test('is one iMIP message: text, HTML, text/calendar with METHOD, and the same object as a file', async () => {
    for (const { name, mail } of everyMail(jane)) {
      const { source, parsed } = await onTheWire(mail)
      expect(squeeze(parsed.text ?? '')).toBe(squeeze(mail.text))
      expect(squeeze(parsed.html ?? '')).toBe(squeeze(mail.html))
      expect(parsed.subject).toBe(mail.subject)
      expect(parsed.to).toEqual([{ name: jane.name, address: jane.email }])
      if (!mail.calendar) {
        expect(parsed.attachments).toEqual([])
        continue
      }
      expect(source, name).toContain(`text/calendar; charset=utf-8; method=${mail.calendar.method}`)
      const files = parsed.attachments.map((file) => [
        file.mimeType,
        new TextDecoder().decode(file.content as ArrayBuffer),
      ])
      expect(files.map(([type]) => type).sort()).toEqual(['application/ics', 'text/calendar'])
      for (const [, content] of files) expect(readIcs(content ?? '')).toEqual(readIcs(mail.calendar.content))
    }
  })

  test('says that it was generated, which mails it follows, and in which language it is', async () => {
    const [first] = everyMail({ ...jane, locale: 'de-DE' })
    if (!first) throw new Error('no mail')
    const { parsed } = await onTheWire({ ...first.mail, references: ['a@x.example', 'b@x.example'] })
    const header = (key: string) => parsed.headers.find((one) => one.key === key)?.value
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('content-language')).toBe('de-DE')
    expect(parsed.messageId).toBe('<eff_9@bright-talent.example>')
    expect(parsed.inReplyTo).toBe('<b@x.example>')
    expect(parsed.references?.replace(/\s+/g, ' ')).toBe('<a@x.example> <b@x.example>')
    expect(parsed.replyTo).toEqual([{ name: anna.name, address: anna.email }])
  })

  test('has the same headers and one recipient, whatever 83 hostile strings stand in its names', async () => {
    const benign = await onTheWire(everyMail(jane)[11]?.mail as MailContent)
    const keys = benign.parsed.headers.map((header) => header.key)
    for (const text of hostileNames) {
      const reader = { ...jane, name: text }
      const base = everyInvitationInput(reader, {
        candidateName: text,
        jobTitle: text,
        clientName: text,
        title: text,
        meets: [text],
      })[0]
      if (!base) throw new Error('no invitation')
      const input = {
        ...base,
        agency: { name: text, accentColor: text },
        recruiter: { name: text, email: anna.email, phone: text },
        reason: text,
        ownWords: text,
      }
      const mail = composeInvitation(input, icsFor(input))
      const { parsed } = await onTheWire(mail)
      const label = JSON.stringify(text)
      expect(
        parsed.headers.map((header) => header.key),
        label,
      ).toEqual(keys)
      expect(
        parsed.to?.map((person) => person.address),
        label,
      ).toEqual([jane.email])
      expect(parsed.from?.address, label).toBe(fromAddress)
      expect(
        parsed.replyTo?.map((person) => person.address),
        label,
      ).toEqual([anna.email])
      expect(parsed.subject, label).toBe(mail.subject)
      expect(mail.subject, label).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u)
      // The skeleton of the page stays: the same tags as with plain names, no handler, no script.
      const tagsOf = (html: string) => [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1])
      expect(new Set(tagsOf(mail.html)), label).toEqual(new Set(tagsOf(everyMail(jane)[11]?.mail.html ?? '')))
      expect(mail.html, label).not.toMatch(/<[^>]*\son[a-z]+=/i)
      expect(mail.html, label).not.toMatch(/href="(?!https:\/\/|mailto:anna@bright-talent\.example"|tel:[+\d]*")/i)
    }
  })

  test('refuses to be written for a text that is not exactly one address', async () => {
    const mail = everyMail(jane)[0]?.mail as MailContent
    for (const address of ['a@b.de, c@d.de', 'a@b.de\r\nBcc: c@d.de', '<a@b.de>', 'Jane', ''])
      await expect(onTheWire({ ...mail, to: { name: 'Jane', address } })).rejects.toMatchObject({ code: 'refused' })
  })
})

describe('the agency’s colour', () => {
  test('is readable as link, button and bar in light and dark, whatever colour was chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const color = `#${value.toString(16).padStart(6, '0')}`
        for (const background of ['#ffffff', '#1a1e1c']) {
          const shown = readableOn(color, background)
          expect(contrastOf(shown, background)).toBeGreaterThanOrEqual(4.5)
          expect(contrastOf(textOn(shown), shown)).toBeGreaterThanOrEqual(4.5)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('that is none becomes Parley’s own, never part of the style sheet', () => {
    const input = { ...frameFor(jane), agency: { name: 'X', accentColor: 'red}</style><script>' } }
    const mail = composeMail({ ...input, template: 'waiting', url: null, waitsFor: 'details' })
    expect(mail.html).toContain('#0b5d51')
    expect(mail.html).not.toContain('<script>')
  })
})
