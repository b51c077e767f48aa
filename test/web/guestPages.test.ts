import { describe, expect, it } from 'vitest'
import { contrastOf } from '../../src/domain/accent.ts'
import { type Language, languages } from '../../src/domain/language.ts'
import { accentOf } from '../../src/web/guest/accent.ts'
import type { GuestView } from '../../src/web/guest/view.ts'
import { renderGuestPage } from '../../src/web/guestPages.ts'
import type { GuestPage } from '../../src/workflow/guestPage.ts'
import {
  approval,
  availability,
  choice,
  closed,
  commonParts,
  expired,
  manage,
  proposal,
  someWindows,
  viewFor,
  waiting,
  window,
} from './guestSamples.ts'

function render(page: GuestPage, change: Partial<GuestView> & { language?: Language } = {}): string {
  return renderGuestPage(page, viewFor(page, change))
}

/** The visible and hidden words of a page in reading order. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
}

/** Accessible names of the squares: the texts their aria-labelledby points at. */
function squareNames(html: string): { name: string; field: string; isTicked: boolean }[] {
  const texts = new Map(
    [...html.matchAll(/<(?:b|span) id=(\d+)>(.*?)<\/(?:b|span)>/g)].map((m) => [m[1], textOf(m[2] ?? '')]),
  )
  return [...html.matchAll(/<input type=checkbox name=(\d+)( checked)? aria-labelledby="(\d+) (\d+)">/g)].map((m) => ({
    field: m[1] ?? '',
    isTicked: m[2] !== undefined,
    name: `${texts.get(m[3])} ${texts.get(m[4])}`.replace(/\s+/g, ' ').trim(),
  }))
}

describe('availability page', () => {
  it('names every square with its full day and range', () => {
    const names = squareNames(render(availability())).map((square) => square.name)
    expect(names).toHaveLength(110)
    expect(names).toContain('Tue 24 Nov 2026, 14:00 to 14:30')
    expect(new Set(names).size).toBe(110)
  })

  it('names squares on a 12-hour clock with American dates, and in German', () => {
    const american = availability(
      commonParts({ party: { name: 'Jo', role: 'candidate', zone: 'America/New_York', locale: 'en-US' } }),
    )
    expect(squareNames(render(american)).map((square) => square.name)).toContain('Tue Nov 24, 2026, 2:00 PM to 2:30 PM')
    const german = squareNames(render(availability(), { language: 'de', locale: 'de-DE' })).map((square) => square.name)
    expect(german).toContain('Di. 24. Nov. 2026, 14:00 bis 14:30 Uhr')
  })

  it('says agency, role, length, format, whom one meets, zone with offset and the person to contact', () => {
    const text = textOf(render(availability()))
    for (const fact of [
      'Harbour & Finch',
      'Backend Engineer, Acme Robotics',
      '60 minutes',
      'Video call',
      'Maria Lopez and Tom Reed',
      'Times are in Europe/Berlin (UTC+01:00)',
      'ruth@harbourfinch.example',
      '+49 30 5550 110',
      'A software assistant of Harbour & Finch',
      '4 December 2026',
    ])
      expect(text).toContain(fact)
  })

  it.each([
    ['5 days, 30 minutes', [1, 2, 3, 4, 5], 30, false],
    ['5 days, 15 minutes', [1, 2, 3, 4, 5], 15, false],
    ['7 days, 30 minutes', [1, 2, 3, 4, 5, 6, 7], 30, false],
    ['7 days, 15 minutes', [1, 2, 3, 4, 5, 6, 7], 15, false],
    ['evenings and weekends, 15 minutes', [1, 2, 3, 4, 5], 15, true],
  ] as const)('stays within 20 KB of HTML, empty and all ticked: %s', (_, weekdays, gridMinutes, hasEvenings) => {
    for (const language of languages) {
      const page = availability({ weekdays, gridMinutes, note: 'Mornings are best.' })
      const empty = render(page, { hasEvenings, language })
      const ticked = new Set(squareNames(empty).map((square) => square.field))
      const full = render(page, { hasEvenings, language, typed: { ticked } })
      expect(squareNames(full).filter((square) => square.isTicked)).toHaveLength(ticked.size)
      expect(ticked.size).toBeGreaterThanOrEqual(weekdays.length * 11)
      expect(Buffer.byteLength(full)).toBeLessThanOrEqual(20 * 1024)
    }
  })

  it('ticks the squares that a stored window fills and prints the rest as rows', () => {
    const html = render(
      availability({ windows: [...someWindows, window('2026-11-25T09:10:00Z', '2026-11-25T10:30:00Z')] }),
    )
    const ticked = squareNames(html).filter((square) => square.isTicked)
    expect(ticked.map((square) => square.name)).toEqual([
      'Tue 24 Nov 2026, 14:00 to 14:30',
      'Tue 24 Nov 2026, 14:30 to 15:00',
      'Tue 24 Nov 2026, 15:00 to 15:30',
      'Tue 24 Nov 2026, 15:30 to 16:00',
      'Tue 24 Nov 2026, 16:00 to 16:30',
      'Wed 25 Nov 2026, 10:30 to 11:00',
      'Wed 25 Nov 2026, 11:00 to 11:30',
    ])
    expect(html).toMatch(/name="on" value="2026-11-25"[^>]*>.*?name="from" value="10:10">.*?name="to" value="10:30">/)
    expect(html).toMatch(/name="from" value="19:00">.*?name="to" value="20:15">.*?value="possible" selected/)
  })

  it('offers nothing earlier than the notice allows, and names a public holiday at its day', () => {
    const page = availability({ earliestAt: new Date('2026-11-24T13:20:00Z') })
    const names = squareNames(render(page)).map((square) => square.name)
    expect(names[0]).toBe('Tue 24 Nov 2026, 14:30 to 15:00')
    expect(textOf(render(availability(), { weekOn: '2026-11-30' }))).toContain('Mon 30 Nov: St Andrew’s Day (GB)')
  })

  it('skips squares that do not exist when clocks go forward, and says both offsets of that week', () => {
    const page = availability({
      fromOn: '2027-03-22',
      toOn: '2027-04-02',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      dayStartsMinute: 0,
      dayEndsMinute: 300,
    })
    const html = render(page, { weekOn: '2027-03-22' })
    const names = squareNames(html).map((square) => square.name)
    expect(names).toContain('Sat 27 Mar 2027, 02:00 to 02:30')
    expect(names.filter((name) => /^Sun 28 Mar 2027, 02:/.test(name))).toEqual([])
    expect(names).toContain('Sun 28 Mar 2027, 03:00 to 03:30')
  })

  it('tells after sending what was said in sentences, and that it can be changed', () => {
    const page = availability({
      windows: someWindows,
      hasAnswered: true,
      answeredBy: 'recruiter',
      note: 'Lunch works.',
    })
    const text = textOf(render(page))
    expect(text).toMatch(/On Tuesday,? 24 November 2026, 14:00 to 16:30\./)
    expect(text).toContain('19:00 to 20:15 if need be.')
    expect(text).toContain('Ruth Berger entered these times for you.')
    expect(text).toContain('Lunch works.')
    expect(squareNames(render(page))).toEqual([])
    expect(squareNames(render(page, { isEditing: true }))).toHaveLength(110)
  })

  it('starts no form with anything chosen that would be a change', () => {
    for (const page of [availability(), choice(), approval(), manage(), expired()]) {
      expect(render(page)).not.toMatch(/<input[^>]*\bchecked\b/)
    }
  })
})

describe('choice and approval', () => {
  it('prints each time with its range in both zones, and only one when the clocks agree', () => {
    const text = textOf(render(choice()))
    expect(text).toContain('14:00 to 15:00 Europe/Berlin (UTC+01:00)')
    expect(text).toContain('08:00 to 09:00 in America/New York (UTC−05:00)')
    const same = textOf(
      render(choice({ proposals: [proposal('p', '2026-11-24T13:00:00Z', { otherZone: 'Europe/Paris' })] })),
    )
    expect(same).not.toContain('Europe/Paris')
  })

  it('says the other side’s day when it is another one', () => {
    const page = choice({ proposals: [proposal('p', '2026-11-24T16:30:00Z', { otherZone: 'Asia/Tokyo' })] })
    expect(textOf(render(page))).toMatch(/Wednesday,? 25 November 2026, 01:30 to 02:30 in Asia\/Tokyo/)
  })

  it('shows three first and two more behind one disclosure', () => {
    const html = render(choice())
    const [first, more] = html.split('<details class="more">')
    expect(first?.match(/type="radio"/g)).toHaveLength(3)
    expect(more?.match(/type="radio"/g)).toHaveLength(2)
    expect(html).toContain('2 more times')
  })

  it('shows the approver candidate, resume, several approvals and three ways to answer', () => {
    const html = render(approval())
    expect(html).toContain('href="https://records.example/resumes/17.pdf"')
    for (const words of [
      'Jane Moreau',
      'Approve this time',
      'Suggest other times',
      'Decline the interview',
      'A colleague of yours',
    ])
      expect(textOf(html)).toContain(words)
  })

  it('links no address that could run as a script', () => {
    const html = render(approval({ resumeUrl: 'javascript:alert(1)' }))
    expect(html).not.toContain('javascript:')
    const { interview } = manage()
    expect(render(manage({ interview: { ...interview, joinUrl: 'data:text/html,x' } }))).not.toContain('data:text')
  })

  it('offers to give other times when every proposal is gone', () => {
    const text = textOf(render(choice({ proposals: [], more: [] }), { notice: 'taken' }))
    expect(text).toContain('No proposed time is left.')
    expect(text).toContain('None of these: give other times')
    expect(text).not.toContain('Choose this time')
  })
})

describe('manage, waiting, closed, expired', () => {
  it('shows the time in the reader’s zone, how to join, the calendar file and the limits', () => {
    const html = render(manage(), { zone: 'America/New_York' })
    expect(textOf(html)).toContain('08:00 to 09:00')
    expect(textOf(html)).toContain('America/New York (UTC−05:00)')
    expect(html).toContain('href="https://meet.acme.example/backend"')
    expect(html).toMatch(/href="\/l\/a{43}\/interview\.ics"/)
    expect(textOf(html)).toContain('You can move it twice, until Monday 23 November 2026, 14:00.')
  })

  it('offers neither move nor cancel after the cut-off, but a person', () => {
    const html = render(manage({ canMove: false, canCancel: false, limitWords: 'Too late to move it here.' }))
    expect(html).not.toContain('<form')
    expect(textOf(html)).toContain('please call or write to Ruth Berger')
  })

  it('reveals no name or role on an expired page beyond agency and contact', () => {
    const text = textOf(render(expired()))
    expect(text).toContain('Ruth Berger')
    expect(text).not.toContain('Jane')
    expect(text).not.toContain('Backend')
  })

  it('says what happens next while waiting and why it is closed', () => {
    expect(textOf(render(waiting({ what: 'approval', canChange: false })))).toContain('you get a calendar invitation')
    expect(textOf(render(closed()))).toContain('the role has been filled')
  })
})

/** Every page with one text wherever a record or a person decides what it says. */
function pagesWith(text: string): GuestPage[] {
  const common = commonParts({
    agencyName: text,
    candidateName: text,
    jobTitle: text,
    clientName: text,
    formatWords: text,
    title: text,
    meets: [text],
    recruiter: { name: text, email: text, phone: text },
    party: { name: text, role: 'client', zone: 'Europe/Berlin', locale: 'en-GB' },
  })
  return [
    availability({ ...common, note: text, holidays: [{ on: '2026-11-24', name: text, country: 'GB' }] }),
    availability({ ...common, note: text, hasAnswered: true, windows: someWindows }),
    choice({ ...common, proposals: [proposal(text, '2026-11-24T13:00:00Z', { reasons: [text] })] }),
    approval(common),
    waiting(common),
    manage({ ...common, limitWords: text, interview: { ...manage().interview, place: text } }),
    closed({ ...common, words: text }),
  ]
}

it('prints 12 hostile names as text on every page', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title><script>x</script>',
    '</textarea><script>x</script>',
    '$' + '{alert(1)}',
    '<svg/onload=alert(1)>',
    '&lt;script&gt;',
    '<!--',
    ']]>',
    '<a href="javascript:x">',
    '\u202e<b>',
  ]
  const tagsOf = (html: string) => html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g)
  const plain = pagesWith('Aa').map((page) => tagsOf(render(page)))
  for (const bad of payloads) expect(pagesWith(bad).map((page) => tagsOf(render(page)))).toEqual(plain)
})

it('makes every accent colour readable at 4.5 : 1 on light and dark pages, and text on it', () => {
  for (const hex of ['#0b5d51', '#ffd400', '#ffffff', '#000000', '#ff0000', '#808080', '#1a73e8', '#7fffd4']) {
    const { light, dark } = accentOf(hex)
    for (const [accent, page] of [
      [light.accent, '#faf9f7'],
      [light.accent, '#ffffff'],
      [dark.accent, '#101214'],
      [dark.accent, '#17191c'],
    ] as const)
      expect(contrastOf(accent, page)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(light.accent, light.onAccent)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(dark.accent, dark.onAccent)).toBeGreaterThanOrEqual(4.5)
  }
})

describe('in the reader’s language', () => {
  const french = commonParts({
    party: { name: 'Jeanne Moreau', role: 'candidate', zone: 'Europe/Paris', locale: 'fr-FR' },
  })
  const mexican = commonParts({
    party: { name: 'Inés Ortega', role: 'client', zone: 'America/Mexico_City', locale: 'es-MX' },
  })
  const told = (html: string) => textOf(html).replace(/[\u00a0\u202f]/g, ' ')

  it('tells a French candidate in French what was offered, on a 24-hour clock', () => {
    const page = availability({ ...french, windows: someWindows, hasAnswered: true })
    const text = told(render(page, { language: 'fr', locale: 'fr-FR' }))
    expect(text).toContain('Merci, Jeanne Moreau. Voici ce que vous nous avez indiqué.')
    expect(text).toContain('Le mardi 24 novembre 2026, de 14:00 à 16:30.')
    expect(text).toContain('de 19:00 à 20:15 si nécessaire.')
    expect(text).toContain('Maria Lopez et Tom Reed')
  })

  it('asks a Mexican client in Spanish, with the hours of that clock: "7:00 a.m.", and of the other side', () => {
    const text = told(render(approval(mexican), { language: 'es', locale: 'es-MX', zone: 'America/Mexico_City' }))
    expect(text).toContain('Inés Ortega, ¿podemos fijar una entrevista con Jane Moreau?')
    expect(text).toMatch(/martes, 24 de noviembre de 2026 de 7:00 a\.\s?m\. a 8:00 a\.\s?m\./)
    expect(text).toContain('Aprobar este horario')
  })

  it('joins "María e Inés" as Spanish does', () => {
    const page = choice({ ...mexican, meets: ['María López', 'Inés Ortega'] })
    expect(told(render(page, { language: 'es', locale: 'es-ES' }))).toContain('María López e Inés Ortega')
  })

  it('offers the other three languages on every page, each by its own name', () => {
    for (const language of languages) {
      const html = render(availability(), { language })
      const names = [...html.matchAll(/<a lang=(\w\w) aria-label=([^ >]+)/g)].map(([, code, name]) => `${code} ${name}`)
      const all = ['en English', 'de Deutsch', 'fr Français', 'es Español']
      expect(names).toEqual(all.filter((each) => !each.startsWith(language)))
      expect(html).toMatch(new RegExp(`<html lang="${language}`))
    }
  })

  it('names half hours for a screen reader in each language', () => {
    const [fr, es] = (['fr', 'es'] as const).map((language) =>
      squareNames(render(availability(), { language, locale: language === 'fr' ? 'fr-FR' : 'es-ES' })).map(
        (s) => s.name,
      ),
    )
    expect(fr).toContain('mar. 24 nov. 2026, de 14:00 à 14:30')
    expect(es).toContain('mar 24 nov 2026, de 14:00 a 14:30')
  })
})
