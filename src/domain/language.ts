/** Languages that Parley writes mails, pages and cards in. */
export const languages = ['en', 'de', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

/** The language for a reader's BCP 47 locale; a locale we do not write in gets English. */
export function languageOf(locale: string): Language {
  return knownLanguage(locale) ?? 'en'
}

function knownLanguage(locale: string): Language | null {
  const primary = locale.trim().toLowerCase().split(/[-_]/, 1)[0]
  return languages.find((language) => language === primary) ?? null
}

/** The language a browser asks for, by the weights of its Accept-Language header; null when it names none of ours. */
export function acceptedLanguage(header: string): Language | null {
  const wishes = header
    .slice(0, 500)
    .split(',')
    .flatMap((part) => {
      const [range = '', ...parameters] = part.split(';')
      const language = knownLanguage(range)
      const weight = parameters.map((each) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(each)?.[1]).find(Boolean)
      return language ? [{ language, weight: weight === undefined ? 1 : Number(weight) }] : []
    })
    .filter(({ weight }) => weight > 0)
  // The sort is stable: of equal wishes the first counts.
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.language ?? null
}

/** What each language calls itself, for a switch. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
}

/**
 * The formats of a language for whoever has said no region: "en" alone would mean month first and 12 hours, which only readers
 * in the United States expect.
 */
const usualLocales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' }

/** The locale whose formats go with a text in `language`: the reader's own (BCP 47) when it is one of that language. */
export function localeFor(language: Language, readerLocale: string): string {
  const locale = readerLocale.trim().replaceAll('_', '-')
  return languageOf(locale) === language && locale.toLowerCase() !== language && isLocale(locale, language)
    ? locale
    : usualLocales[language]
}

function isLocale(locale: string, language: Language): boolean {
  try {
    return new Intl.Locale(locale).language === language
  } catch {
    return false
  }
}
