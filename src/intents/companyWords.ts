/** Which company names hold a word; found exactly, or else with one letter wrong. */
export interface CompanyWords {
  add(word: string, number: number): void
  find(word: string): ReadonlySet<number>
  has(word: string): boolean
  /** Without any slip. */
  holds(word: string): boolean
}

const none: ReadonlySet<number> = new Set()

/** Words are also kept with each letter left out, so that a slip is two look-ups of a table and no search. */
export function createCompanyWords(): CompanyWords {
  const numbers = new Map<string, Set<number>>()
  const shortened = new Map<string, string[]>()
  const add = (word: string, number: number): void => {
    const known = numbers.get(word)
    if (known) {
      known.add(number)
      return
    }
    numbers.set(word, new Set([number]))
    for (const less of [word, ...withoutOneLetter(word)]) {
      const words = shortened.get(less)
      if (words) words.push(word)
      else shortened.set(less, [word])
    }
  }
  const find = (word: string): ReadonlySet<number> => {
    const exact = numbers.get(word)
    if (exact) return exact
    const near = nearWords(word)
    if (near.size === 0) return none
    const all = new Set<number>()
    for (const one of near) for (const number of numbers.get(one) ?? []) all.add(number)
    return all
  }
  const nearWords = (word: string): Set<string> => {
    const near = new Set<string>()
    if (word.length < 4) return near
    for (const less of [word, ...withoutOneLetter(word)]) for (const one of shortened.get(less) ?? []) near.add(one)
    return near
  }
  return {
    add,
    find,
    holds: (word) => numbers.has(word),
    has: (word) => numbers.has(word) || nearWords(word).size > 0,
  }
}

function withoutOneLetter(word: string): string[] {
  if (word.length < 4 || word.length > 24) return []
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))
}
