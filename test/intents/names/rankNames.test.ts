import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankNames } from '../../../src/intents/names/rankNames.ts'

function rankAmong(written: string, names: readonly string[]) {
  const proposals = names.map((name, at) => ({ id: String(at), name }))
  const { matches, isSure } = rankNames(written, proposals)
  return { names: matches.map((match) => names[Number(match.id)]), top: matches[0], isSure }
}

const others = ['Priscilla Thornbury', 'Omar Aziz', 'Grace Okonjo', 'Tobias Wendt']

describe('a written name', () => {
  test.each([
    ['as it stands', 'Helen Carter', 'Helen Carter'],
    ['in small letters', 'helen carter', 'Helen Carter'],
    ['family name first', 'Carter Helen', 'Helen Carter'],
    ['with a comma', 'Carter, Helen', 'Helen Carter'],
    ['as one word', 'helencarter', 'Helen Carter'],
    ['as one word, family name first', 'carterhelen', 'Helen Carter'],
    ['with a title', 'Dr. Helen Carter', 'Helen Carter'],
    ['with what follows a name', 'Helen Carter, PhD', 'Helen Carter'],
    ['without a middle name', 'Helen Carter', 'Helen Ruth Carter'],
    ['with an initial', 'H. Carter', 'Helen Carter'],
    ['with a last initial', 'Helen C.', 'Helen Carter'],
    ['by initials', 'HC', 'Helen Carter'],
    ['with initials run together', 'JL Martin', 'Jean-Luc Martin'],
    ['first name only', 'helen', 'Helen Carter'],
    ['family name only', 'CARTER', 'Helen Carter'],
    ['with two letters swapped', 'Helen Cartre', 'Helen Carter'],
    ['with a letter twice in each word', 'Bennedikt Wageneer', 'Benedikt Wagener'],
    ['without accents', 'Soren Kjaer', 'Søren Kjær'],
    ['umlauts spelled out', 'Juergen Hoefler', 'Jürgen Höfler'],
    ['umlauts spelled out in the records', 'Jürgen Höfler', 'Juergen Hoefler'],
    ['Irish, with a space', 'Niamh O Connell', "Niamh O'Connell"],
    ['Scottish, in two words', 'Fiona Mc Allister', 'Fiona McAllister'],
    ['particles run together', 'Sara Vandenberg', 'Sara van den Berg'],
    ['particles left out', 'Sara Berg', 'Sara van den Berg'],
    ['half of a double surname', 'Inés Robledo', 'Inés Robledo-Paz'],
    ['the second of two surnames', 'Gabriel Ordóñez', 'Gabriel Luengo Ordóñez'],
    ['first names in one word', 'Annemarie Falk', 'Anne Marie Falk'],
    ['an article left out', 'Omar Hariri', 'Omar Al-Hariri'],
    ['sounding alike', 'Steven Klarke', 'Stephen Clarke'],
    ['another spelling', 'Erich Majer', 'Erik Meier'],
    ['English nickname', 'Peggy Lindqvist', 'Margaret Lindqvist'],
    ['Spanish nickname', 'Nacho Arrieta', 'Ignacio Arrieta'],
    ['Portuguese nickname', 'Zé Figueira', 'José Figueira'],
    ['Italian nickname', 'Beppe Colombo', 'Giuseppe Colombo'],
    ['German nickname', 'Uli Hartwig', 'Ulrich Hartwig'],
    ['Dutch nickname', 'Wim de Graaf', 'Willem de Graaf'],
    ['Polish nickname', 'Gosia Wrona', 'Małgorzata Wrona'],
    ['Czech nickname', 'Honza Kubát', 'Jan Kubát'],
    ['Russian nickname, Cyrillic record', 'Dima Orlov', 'Дмитрий Орлов'],
    ['Ukrainian nickname, Cyrillic record', 'Vova Shevchenko', 'Володимир Шевченко'],
    ['Swedish nickname', 'Lasse Bergqvist', 'Lars Bergqvist'],
    ['Greek nickname, Greek record', 'Kostas Vlachos', 'Κωνσταντίνος Βλάχος'],
    ['Turkish nickname', 'Memo Aydin', 'Mehmet Aydın'],
    ['Hungarian nickname', 'Laci Fekete', 'László Fekete'],
    ['Hebrew nickname', 'Yossi Peretz', 'Yosef Peretz'],
    ['two given names as one', 'Majo Prieto', 'María José Prieto'],
    ['Arabic record', 'Yusuf Haddad', 'يوسف حداد'],
    ['Chinese record', 'Wang Xiaoming', '王小明'],
    ['Chinese record, given name first', 'Xiaoming Wang', '王小明'],
    ['Korean record', 'Park Jiwoo', '박지우'],
  ])('%s: "%s" means %s', (_, written, name) => {
    const { names, top } = rankAmong(written, [...others, name])
    expect(names[0]).toBe(name)
    expect(top?.isMeant).toBe(true)
  })

  test.each([
    ['Helen Porter', 'Helen Carter'],
    ['Mark Turner', 'Marta Turner'],
    ['Maria Silva', 'Mario Silva'],
    ['Wei Zhang', 'Wei Zheng'],
    ['Hleen', 'Helen Carter'],
    ['H', 'Helen Carter'],
    ['', 'Helen Carter'],
    ['...', 'Helen Carter'],
  ])('"%s" is at most taken to resemble %s', (written, name) => {
    const { top, isSure } = rankAmong(written, [name])
    expect(top?.isMeant ?? false).toBe(false)
    expect(isSure).toBe(false)
  })

  test('that is a whole first name beats one that only begins with it', () => {
    expect(rankAmong('Jan', ['Jane Whitfield', 'Jan Kowalski']).names).toEqual(['Jan Kowalski', 'Jane Whitfield'])
  })

  test('in its usual meaning comes before a rare one: Bob is Robert before he is anybody else', () => {
    expect(rankAmong('Bob Lang', ['Bobette Lang', 'Robin Lang', 'Robert Lang']).names[0]).toBe('Robert Lang')
  })
})

describe('whoever acts on a name without asking', () => {
  test.each([
    ['Grace Okonjo', ['Grace Okonjo', 'Omar Aziz']],
    ['grace okonjo', ['Grace Okonjo', 'Grace Lindholm']],
    ['Okonjo, Grace', ['Grace Okonjo', 'Omar Aziz']],
    ['Grace', ['Grace Okonjo', 'Omar Aziz']],
    ['Bill Thornbury', ['William Thornbury', 'Omar Aziz']],
    ['Grace Okonjjo', ['Grace Okonjo', 'Omar Aziz']],
    ['graceokonjo', ['Grace Okonjo', 'Omar Aziz']],
  ])('may be sure of "%s"', (written, names) => {
    const { isSure, names: found } = rankAmong(written, names)
    expect(isSure).toBe(true)
    expect(found[0]).toBe(names[0])
  })

  test.each([
    ['two people bear the name', 'Grace Okonjo', ['Grace Okonjo', 'Grace Okonjo']],
    ['one of two has a middle name as well', 'Grace Okonjo', ['Grace Okonjo', 'Grace Amara Okonjo']],
    ['two bear the first name', 'Grace', ['Grace Okonjo', 'Grace Lindholm']],
    ['two begin with the initial', 'G. Okonjo', ['Grace Okonjo', 'Gideon Okonjo']],
    ['the nickname is that of two', 'Sam Okonjo', ['Samuel Okonjo', 'Samantha Okonjo']],
    ['it sounds like two', 'Sara Okonjo', ['Sara Okonjo', 'Sarah Okonjo']],
    ['the slip is itself a name', 'Maria Okonjo', ['Marina Okonjo', 'Omar Aziz']],
    ['somebody else bears the word as it is written', 'Grace Okonja', ['Grace Okonjo', 'Femi Okonja']],
    ['one word is nobody’s', 'Grace Whitfield Okonjo', ['Grace Okonjo', 'Omar Aziz']],
    ['the order says that it is another', 'Martin Thomas', ['Thomas Martin', 'Omar Aziz']],
    ['it is a beginning', 'Gra Okonjo', ['Grace Okonjo', 'Omar Aziz']],
    ['it is initials', 'GO', ['Grace Okonjo', 'Omar Aziz']],
  ])('asks when %s', (_, written, names) => {
    expect(rankAmong(written, names).isSure).toBe(false)
  })
})

describe('for every name', () => {
  const first = fc.constantFrom('Jane', 'Zoë', 'Jörg', 'Łukasz', 'François', 'Siobhán', 'Anna-Maria', 'Søren', 'Nguyễn')
  const last = fc.constantFrom('Whitfield', "O'Brien", 'Müller', 'Ångström', 'Peña', 'van der Berg', 'Groß', 'Ibáñez')

  test('case, accents, composition and a comma do not matter', () => {
    fc.assert(
      fc.property(first, last, (given, family) => {
        const name = `${given} ${family}`
        const forms = [name.toUpperCase(), name.normalize('NFD'), `${family}, ${given}`, `  ${name}\t`]
        for (const form of forms)
          expect(rankAmong(form, [name, ...others])).toMatchObject({ names: [name], isSure: true })
      }),
    )
  })

  test('the answer does not depend on the order of the proposals', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['0', '1', '2', '3', '4'], { minLength: 5 }), (ids) => {
        const names = ['Jan Kowalski', 'Jane Kowalski', 'Johann Kowalski', 'Jan Kowalewski', 'Anna Jansen']
        const proposals = ids.map((id) => ({ id, name: names[Number(id)] ?? '' }))
        expect(rankNames('jan kowalski', proposals)).toEqual(
          rankNames(
            'jan kowalski',
            names.map((name, at) => ({ id: String(at), name })),
          ),
        )
      }),
    )
  })

  test('scores lie between 0 and 1 and any text at all is survived', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }))
    fc.assert(
      fc.property(text, text, (written, name) => {
        for (const { score } of rankNames(written, [{ id: 'a', name }]).matches) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('of a text of 100,000 characters only the beginning is read', () => {
    expect(rankNames('helen carter '.repeat(8_000), [{ id: 'a', name: 'Helen Carter' }]).isSure).toBe(false)
  })
})
