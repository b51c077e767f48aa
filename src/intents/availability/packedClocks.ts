const packed = '(\\d{1,2})([0-5][05])'
const between = '( ?[-–—] ?| ?(?:to|till?|until|and) )'
const fences = [
  '(?<![\\d.,:/$£€#+-])',
  '(?![\\d%:/]|[.,]\\d| ?(?:k|hours?|hrs?|years?|yrs?|min|m|million|people|usd|eur|gbp)\\b)',
] as const

/** "1230 - 230", "11 to 130": of two hours the second or the first has minutes and no colon. */
const packedRange = new RegExp(`${fences[0]}(\\d{1,2})([0-5][05])?${between}(\\d{1,2})([0-5][05])?${fences[1]}`, 'gi')
/** "after 330", "at 1115". */
const packedHour = new RegExp(`\\b(at|after|before|from|until|untill|till?|'til|by|@) ${packed}${fences[1]}`, 'gi')
/** "330 or later", "1030 onwards". */
const packedSide = new RegExp(`${fences[0]}${packed}(?= (?:or (?:later|earlier|after|before)|onwards?)\\b)`, 'gi')

const isClock = (hour: string, minutes: string | undefined) =>
  Number(hour) <= 23 && (minutes !== undefined || Number(hour) >= 1)

/** Hours with their minutes set apart: "1230 - 230" is "12:30 - 2:30". A figure of four digits beside "in" or alone may be a year. */
export function unpackClocks(text: string): string {
  return text
    .replace(packedRange, (all, ...parts: string[]) => {
      const [from = '', fromMinutes, join = '', to = '', toMinutes] = parts
      if (fromMinutes === undefined && toMinutes === undefined) return all
      // "2026-27", "2025 - 2026": years; "Monday 5 to 1130" are hours.
      const isYear =
        /^20[2-4]$/.test(`${from}${(fromMinutes ?? '').charAt(0)}`) ||
        /^20[2-4]$/.test(`${to}${(toMinutes ?? '').charAt(0)}`)
      if (isYear || !isClock(from, fromMinutes) || !isClock(to, toMinutes)) return all
      return `${spell(from, fromMinutes)}${join}${spell(to, toMinutes)}`
    })
    .replace(packedHour, (all, word: string, hour: string, minutes: string) =>
      isClock(hour, minutes) ? `${word} ${hour}:${minutes}` : all,
    )
    .replace(packedSide, (all, hour: string, minutes: string) => (isClock(hour, minutes) ? `${hour}:${minutes}` : all))
}

function spell(hour: string, minutes: string | undefined): string {
  return minutes === undefined ? hour : `${hour}:${minutes}`
}
