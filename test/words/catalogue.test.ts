import { describe, expect, it } from 'vitest'
import { acceptedLanguage, type Language, languages, localeFor } from '../../src/domain/language.ts'
import { catalogue, wordsFor } from '../../src/words/catalogue.ts'
import { counted } from '../../src/words/counted.ts'
import { markersIn, type Said, sayAll } from './sayAll.ts'

const said = Object.fromEntries(languages.map((language) => [language, sayAll(catalogue[language])])) as Record<
  Language,
  Said[]
>
const others = languages.filter((language) => language !== 'en')
const where = ({ key, calledWith, text }: Said) => `${key}(${calledWith}): ${text}`

/** Words that only English has; none of them may be left in another language. */
const englishWords =
  /\b(the|you|your|yours|please|this|that|these|with|which|when|could|would|have|has|been|from|about|for|and|time|times|interview|send|choose|answer)\b/i

/** Said alike in two languages, or English on purpose because a program reads it. */
const sameAsEnglish: Readonly<Record<string, readonly Language[]>> = {
  'pages.colon': ['de', 'es'],
  'mails.colon': ['de', 'es'],
  'pages.quote': [],
  'pages.clock': ['fr', 'es'],
  'pages.zone.both': ['de'],
  'pages.minutes': ['fr'],
  'pages.choice.more': [],
  'pages.errorPrefix': ['es'],
  'cards.minutes': ['fr'],
  'chats.tone.bad': ['de'],
  'chats.tone.warning': ['fr'],
  'mails.label.position': ['de'],
  'mails.label.format': [],
  'briefings.party.interviewer': ['de'],
  'briefings.label.documents': ['fr'],
  'briefings.label.conversation': ['fr'],
  'briefings.label.attention': ['fr'],
  'replies.talk.people.email': ['fr'],
  'replies.opening.add.email': ['fr'],
  'replies.settings.change.value.minutes': ['fr'],
  'replies.wishes.lasting': ['fr'],
}
const holdsCommands =
  /^(briefings\.settingsHint\.daily|mails\.orAnswer\.(times|choice)|cards\.action\.timesHint|replies\.news\.onlyAllowed)$/

/** Borrowed by two languages from a third, or of one origin. */
const alikeOnPurpose = /^(mails\.label\.address|pages\.availability\.good)$/

describe('the catalogue', () => {
  it('says something for every key in 4 languages, and nothing that a program left open', () => {
    for (const language of languages) {
      expect(said[language].length).toBeGreaterThan(600)
      for (const one of said[language]) {
        expect(one.text.trim() === '' && !/subjectDaily/.test(one.key), `${language} ${where(one)}`).toBe(false)
        expect(one.text, `${language} ${where(one)}`).not.toMatch(
          /undefined|null|NaN|\[object|\$\{|#|@\s|\{(?!candidate|job|company|agency|recruiter)\w/,
        )
        if (!/\.(colon|to)$/.test(one.key)) expect(one.text, `${language} ${where(one)}`).toBe(one.text.trim())
        expect(one.text, `${language} ${where(one)}`).not.toMatch(/ {2}|\.\.|,,/)
      }
    }
  })

  it('has the same keys in every language, called with the same samples', () => {
    const keysOf = (language: Language) => said[language].map(({ key, calledWith }) => `${key}(${calledWith})`)
    for (const language of others) expect(keysOf(language)).toEqual(keysOf('en'))
  })

  it('names in every language what English names: no name lost, none added', () => {
    for (const language of others)
      said[language].forEach((one, at) => {
        expect(markersIn(one.text), `${language} ${where(one)}`).toEqual(markersIn(said.en[at]!.text))
      })
  })

  it('leaves no sentence in English', () => {
    const left: string[] = []
    for (const language of others)
      said[language].forEach((one, at) => {
        if (holdsCommands.test(one.key)) return
        const words = one.text.replace(/⟦\w+⟧/g, '')
        const isAlike = one.text === said.en[at]!.text && /\p{L}{2}/u.test(words)
        const isBorrowed = (sameAsEnglish[one.key] ?? []).includes(language)
        if (isAlike ? !isBorrowed : englishWords.test(words) && !isBorrowed) left.push(`${language} ${where(one)}`)
      })
    expect(left).toEqual([])
  })

  it('says no sentence alike in two languages: it would be left over from copying one', () => {
    const pairs = [
      ['de', 'fr'],
      ['de', 'es'],
      ['fr', 'es'],
    ] as const
    const alike = pairs.flatMap(([one, other]) =>
      said[one].flatMap((each, at) => {
        const words = each.text.replace(/⟦\w+⟧/g, '').match(/\p{L}{2,}/gu) ?? []
        const isAlike = each.text === said[other][at]!.text && words.length > 0
        return isAlike && !alikeOnPurpose.test(each.key) ? [`${one}, ${other} ${where(each)}`] : []
      }),
    )
    expect(alike).toEqual([])
  })

  it('opens and closes what it quotes and brackets', () => {
    const pairs = ['()', '«»', '“”', '„“', '[]'] as const
    for (const language of languages)
      for (const one of said[language])
        for (const [open, close] of pairs) {
          if (language === 'de' ? open === '“' : open === '„') continue
          const count = (mark: string | undefined) => one.text.split(mark ?? '').length
          expect(count(open), `${language} ${where(one)}`).toBe(count(close))
        }
  })

  it('uses the number forms of each language: "1 créneau" and "0 créneau", but "0 horarios", "0 Zeiten"', () => {
    const forms = { one: '# a', other: '# b' }
    const table = languages.map((language) => [0, 1, 2].map((count) => counted(language, count, forms)).join(' '))
    expect(table).toEqual(['0 b 1 a 2 b', '0 b 1 a 2 b', '0 a 1 a 2 b', '0 b 1 a 2 b'])
    expect(counted('fr', 0, { one: 'une fois', other: '# fois' })).toBe('0 fois')
    expect(languages.map((language) => counted(language, 12_345, forms))).toEqual([
      '12,345 b',
      '12.345 b',
      '12\u202f345 b',
      '12.345 b',
    ])
    for (const language of languages)
      for (const one of said[language].filter(({ key }) => /\.(more|count|saved|interviewCount)$/.test(key))) {
        const other = said[language].find((each) => each.key === one.key && each.calledWith.startsWith('5'))
        if (!one.calledWith.startsWith('1') || one.calledWith.startsWith('1000') || !other) continue
        // "et 1 autre", "und 1 weitere": only what is counted has two forms.
        if (/briefings\.more/.test(one.key)) continue
        expect(one.text.replace(/\d+|one|Une?|une?|Eine|eine|Un|un/gi, ''), where(one)).not.toBe(
          other.text.replace(/\d+/g, ''),
        )
      }
  })
})

/** What breaks a rule, as a list that a person can work through. */
function breaking(language: Language, rule: RegExp, without = /⟪nothing⟫/g): string[] {
  return said[language].filter(({ text }) => rule.test(text.replace(without, ''))).map(where)
}

describe('typography', () => {
  it('French: a no-break space before ? ! ; : and within « », never a plain one, no straight apostrophe', () => {
    const clock = /\d+:\d+/g
    expect(breaking('fr', /[^\u202f][?!;]/, clock)).toEqual([])
    expect(breaking('fr', /[^\u00a0][:»]|«(?!\u00a0)/, clock)).toEqual([])
    expect(breaking('fr', /['"]/)).toEqual([])
    // Elsewhere only between the figures of a number.
    expect(breaking('fr', /\u202f(?![?!;\d])|\u00a0(?![:»⟦\p{L}])/u)).toEqual([])
  })

  it('French: no name stands where it would need "d’" or "qu’"', () => {
    const rule = /(^|[\s(])(de|que|le|la|jusque) ⟦(?!range|from|first|before|week|times|minutes|time|day|at|on|when)/i
    // "appelez le" is followed by a number.
    expect(breaking('fr', rule, /appelez le ⟦phone⟧/g)).toEqual([])
  })

  it('Spanish: every question and exclamation is opened, no name stands where "y" or "o" would change', () => {
    const unopened = said.es.filter(
      ({ text }) =>
        text.split('?').length !== text.split('¿').length || text.split('!').length !== text.split('¡').length,
    )
    expect(unopened.map(where)).toEqual([])
    expect(breaking('es', / [?!;:]|"/)).toEqual([])
    expect(breaking('es', /(^|\s)[yo] ⟦(?!more)/)).toEqual([])
  })

  it('addresses everybody with vous, usted and Sie, and nobody as a man or a woman', () => {
    const word = (words: string) => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'iu')
    expect(
      breaking(
        'fr',
        word('tu|toi|ton|ta|te|candidate?|un candidat|cher|chère|\\p{L}+[(·]e[)·]?s?'),
        /personne candidate|⟦\w+⟧|\{\w+\}/g,
      ),
    ).toEqual([])
    expect(
      breaking(
        'es',
        word(
          'tú|tu|tus|ti|contigo|vosotros|vuestr[oa]s?|estimad[oa]|bienvenid[oa]|candidat[oa]|todos los participantes',
        ),
        /persona candidata|⟦\w+⟧/g,
      ),
    ).toEqual([])
    expect(breaking('es', /@|\p{L}\/a(?!\p{L})|\(a\)/u, /nombre@empresa\.com/g)).toEqual([])
    expect(breaking('de', word('du|dein|deine|dir|dich'))).toEqual([])
  })
})

describe('choosing the language', () => {
  it('takes the reader’s language whatever the region, and English for one we do not write', () => {
    expect(wordsFor('fr-CA').mails.regards).toBe('Cordialement')
    expect(wordsFor('es_MX').mails.regards).toBe('Saludos cordiales')
    expect(wordsFor('DE').mails.regards).toBe('Freundliche Grüße')
    expect(wordsFor('it-IT').mails.regards).toBe('Kind regards')
  })

  it('reads a browser’s wishes by their weights', () => {
    expect(acceptedLanguage('fr-CH, fr;q=0.9, en;q=0.8')).toBe('fr')
    expect(acceptedLanguage('it, en;q=0.3, es-AR;q=0.7')).toBe('es')
    expect(acceptedLanguage('de;q=0, en')).toBe('en')
    expect(acceptedLanguage('it,*;q=0.1')).toBeNull()
    expect(acceptedLanguage(';;;q=,,=')).toBeNull()
  })

  it('keeps the reader’s own region and clock in the language picked, and has one of its own otherwise', () => {
    expect(localeFor('fr', 'fr-CA')).toBe('fr-CA')
    expect(localeFor('es', 'es-MX-u-hc-h23')).toBe('es-MX-u-hc-h23')
    expect(localeFor('fr', 'de-AT')).toBe('fr-FR')
    expect(localeFor('es', 'es')).toBe('es-ES')
    expect(localeFor('en', 'en-!!')).toBe('en-GB')
  })
})
