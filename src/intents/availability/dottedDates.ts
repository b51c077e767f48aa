const months = 'January February March April May June July August September October November December'.split(' ')

/** "12.01.", not "at 9.10." and not "12.01.2027". */
const dotted =
  /(?<![\d.:/-])(?<!\b(?:at|from|until|till|by|after|before|between|to|um|ab|bis|von|option|version|v) )(\d{1,2})\.(\d{1,2})\.(?!\d)(?=(\s+\p{Lu}|\s*$|\n)?)/gu

/** Dates with a dot behind the day and behind the month, "12.01.", with the month in words: their last dot ends no sentence. */
export function spellDottedDates(text: string): string {
  return text.replace(dotted, (said, day: string, month: string, end: string | undefined) => {
    const name = months[Number(month) - 1]
    if (name === undefined || Number(day) < 1 || Number(day) > 31) return said
    return `${Number(day)} ${name}${end === undefined ? '' : '.'}`
  })
}
