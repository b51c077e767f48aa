import type { Directory } from '../../domain/directory.ts'

/** Distinct names of three words and more that are looked up for one message; a sentence asks for a few. */
const longNamesMax = 25
/** Distinct names at all; behind them words are only words. */
const namesMax = 120

/**
 * The directory for the reading of one message: each look-up is made once, and a message made of nothing but names cannot keep the
 * reader busy for longer than a tenth of a second.
 */
export function limitLookups(directory: Directory): Directory {
  const people = new Map<string, ReturnType<Directory['findPeople']>>()
  const words = new Map<string, boolean>()
  let longNames = 0
  return {
    ...directory,
    findPeople: (name) => {
      const known = people.get(name)
      if (known) return known
      const isLong = name.split(' ', 3).length > 2
      if (people.size >= namesMax || (isLong && longNames >= longNamesMax)) return []
      if (isLong) longNames += 1
      const found = directory.findPeople(name)
      people.set(name, found)
      return found
    },
    hasNameWord: (word) => {
      const known = words.get(word)
      if (known !== undefined) return known
      const has = directory.hasNameWord(word)
      words.set(word, has)
      return has
    },
  }
}
