/** Lower case, without accents, punctuation as spaces: what two spellings of a name have in common. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
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

/** "Sam", "Sam and Priya", "Sam, Priya and Lee". */
export function joinNames(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
