// Lower case depends on the database's locale for all but ASCII, so both sides go by these lists: the database function
// fold_text in prisma/migrations holds the same ones.
const upper = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐЈЉЊЋЂЏЅӘҒҚҢӨҰҮҺƏØøĐđÐðŁłĦħŦŧıÆŒÞẞ'
const lower = 'αβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяієґјљњћђџѕәғқңөұүһəooddddllhhttiæœþß'
const foldedLetters = new Map([...upper].map((letter, index) => [letter, [...lower][index] ?? letter]))
const longLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }

/**
 * Text without case and accents, for `contains` and for ordering: "Łukasz Müller" becomes "lukasz muller". Decomposed (NFKD),
 * combining marks U+0300-U+036F removed, Latin, Greek and Cyrillic letters in lower case.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^\0-\x7f]/g, (letter) => foldedLetters.get(letter) ?? letter)
    .replace(/[ßæœþ]/g, (letter) => longLetters[letter] ?? letter)
}
