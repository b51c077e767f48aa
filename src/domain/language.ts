/** Languages that Parley writes mails and pages in. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** The language for a reader's BCP 47 locale; a locale we do not write in gets English. */
export function languageOf(locale: string): Language {
  const primary = locale.trim().toLowerCase().split(/[-_]/, 1)[0]
  return languages.find((language) => language === primary) ?? 'en'
}

/** What each language calls itself, for a switch. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }
