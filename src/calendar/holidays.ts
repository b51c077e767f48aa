export interface PublicHoliday {
  /** ISO date. */
  on: string
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

/**
 * Public holidays of some countries from `fromOn` to `toOn` (ISO dates, both included), named in the reader's language
 * where known, by date. A country that nobody wrote holidays for has none. National ones only: a party's state is not known.
 */
export async function listHolidays(
  countries: readonly string[],
  fromOn: string,
  toOn: string,
  locale: string,
): Promise<PublicHoliday[]> {
  const wanted = [...new Set(countries.map((country) => country.toUpperCase()))].sort()
  if (wanted.length === 0 || toOn < fromOn) return []
  // 3 MB of rules: read when the first page asks, not when the product starts.
  const { default: Holidays } = await import('date-holidays')
  const language = locale.slice(0, 2).toLowerCase()
  const found = new Map<string, PublicHoliday>()
  for (const country of wanted) {
    if (!/^[A-Z]{2}$/.test(country)) continue
    const rules = new Holidays(country, { types: ['public'], languages: [language, 'en'] })
    for (let year = Number(fromOn.slice(0, 4)); year <= Number(toOn.slice(0, 4)); year += 1) {
      for (const holiday of rules.getHolidays(year) ?? []) {
        const on = holiday.date.slice(0, 10)
        if (on < fromOn || on > toOn) continue
        const key = `${on} ${country}`
        if (!found.has(key)) found.set(key, { on, name: holiday.name, country })
      }
    }
  }
  return [...found.values()].sort((a, b) => a.on.localeCompare(b.on) || a.country.localeCompare(b.country))
}
