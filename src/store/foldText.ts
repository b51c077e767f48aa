/** Letters that do not fall apart into a base letter and marks. The database function fold_text has the same list. */
const ownLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/**
 * Text without case and accents, for `contains` and for ordering: "Łukasz Müller" becomes "lukasz muller".
 * Decomposed (NFKD), combining marks U+0300-U+036F removed, lower case, then the letters above.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþıς]/g, (letter) => ownLetters[letter] ?? letter)
}
