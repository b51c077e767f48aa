// The pseudo-locale: every word longer and accented, so that a page shows which words are not from the catalogue, and where a
// language longer than ours would not fit.

const accented: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  e: 'é',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ö',
  U: 'Û',
  Y: 'Ý',
  S: 'Š',
  T: 'Ţ',
  W: 'Ŵ',
}

/** Short texts grow by more than long ones, as they do in translation: "Yes" can double, a paragraph gains a third. */
export function pseudoText(text: string): string {
  if (!/\p{L}{2}/u.test(text)) return text
  const words = text.split(' ').map((word) => word.replace(/[A-Za-z]/g, (letter) => accented[letter] ?? letter))
  const extra = Math.ceil(text.length * (text.length < 20 ? 0.8 : 0.35))
  const padding = 'lörém îpsüm dölör šît åmét ' // said again as often as needed
  return `[${words.join(' ')} ${padding
    .repeat(Math.ceil(extra / padding.length))
    .slice(0, extra)
    .trim()}]`
}

/** The same catalogue with every text and every function's answer in the pseudo-locale. `isKept`: keys left as they are. */
export function pseudoWords<Words extends object>(words: Words, isKept: (key: string) => boolean = () => false): Words {
  const entries = Object.entries(words).map(([key, value]: [string, unknown]) => {
    if (isKept(key)) return [key, value]
    if (typeof value === 'string') return [key, pseudoText(value)]
    if (typeof value === 'function') {
      const fn = value as (...args: unknown[]) => string
      return [key, (...args: unknown[]) => pseudoText(fn(...args))]
    }
    return [key, pseudoWords(value as object, isKept)]
  })
  return Object.fromEntries(entries) as Words
}
