import anyAscii from 'any-ascii'

const plain = /^[\0-\x7f]*$/
const notLetters = /[^a-z0-9]+/g

/** A word in small Latin letters and digits alone: "Łukasz" is lukasz, "O'Kon" okon, "Петров" petrov, "周" zhou. */
export function foldWord(word: string): string {
  const latin = plain.test(word) ? word : anyAscii(word.normalize('NFC'))
  return latin.toLowerCase().replace(notLetters, '')
}
