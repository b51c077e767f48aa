// Letters that Unicode does not take apart into a base letter and a mark.
const wholeLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Lower case, without accents and punctuation, one space between words: two spellings of one name become equal. */
export function foldName(text: string): string {
  return (
    text
      // Taken apart before and after: a small letter can be of two parts where the capital was one.
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[ßæœøłđðþı]/g, (letter) => wholeLetters[letter] ?? letter)
      .replace(/['’`´]/g, '')
      // "C++" and "C#" are different jobs.
      .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
      .trim()
  )
}

/** Whether every written word begins a word of the full name: "sam" and "sam w" mean "Sam Wilson", "am" does not. */
export function namesPerson(written: string, fullName: string): boolean {
  const words = foldName(fullName).split(' ')
  const asked = foldName(written).split(' ').filter(Boolean)
  return asked.length > 0 && asked.every((part) => words.some((word) => word.startsWith(part)))
}

/** "Jane Doe", or "Jane" when the rest is empty. */
export function fullName(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`.trim()
}

/** "Jane van der Berg" -> Jane, van der Berg; a lone name is the first name. */
export function splitName(name: string): { firstName: string; lastName: string } {
  const [firstName = '', ...rest] = name.trim().split(/\s+/)
  return { firstName, lastName: rest.join(' ') }
}

/** "Sam", "Sam and Priya", "Sam, Priya and Lee". */
export function joinNames(names: readonly string[], joint = 'and'): string {
  if (names.length <= 1) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`
}
