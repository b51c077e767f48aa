import type { Language } from '../../domain/language.ts'
import { catalogue } from '../../words/catalogue.ts'
import type { PageWords } from '../../words/pageWords.ts'
import type { GuestCommon } from '../../workflow/guestPage.ts'
import { type Formats, formatsFor } from './formats.ts'
import type { Row } from './week.ts'

/** What is wrong with one field. `field` is the id of its control, so that the summary can lead there. */
export interface FieldError {
  field: string
  text: string
}

/** What a person has typed or ticked and not yet sent, kept while a field is wrong. */
export interface Typed {
  ticked?: ReadonlySet<string>
  rows?: readonly Row[]
  note?: string
  reason?: string
  proposalId?: string
  /** Which of a page's forms it was, so that its disclosure stays open. */
  form?: 'availability' | 'reading' | 'choose' | 'approve' | 'decline' | 'move' | 'cancel' | 'reminders' | 'renew'
}

/** How a page is looked at: nothing of this is stored. */
export interface GuestView {
  /** "/l/SECRET" */
  path: string
  zone: string
  language: Language
  locale: string
  /** Monday of the week asked for, null for the first. */
  weekOn: string | null
  hasEvenings: boolean
  /** Already answered, but wants to change. */
  isEditing: boolean
  /** What was understood of a mail, when the page is to confirm it. */
  readingId: string | null
  hasAllZones: boolean
  assets: { css: string; js: string }
  /** The agency's own pages; null: ours, which say what this software does. */
  ownLegal: { privacy: string | null; terms: string | null }
  errors: readonly FieldError[]
  notice: 'taken' | 'tooLate' | null
  /** A sentence of the house for something that did not work, shown above the question. */
  trouble: string | null
  typed: Typed
}

/** A page with its view and the words and formats that follow from it. */
export interface Scene<Page> {
  page: Page
  view: GuestView
  words: PageWords
  formats: Formats
}

export function sceneOf<Page>(page: Page, view: GuestView, words = catalogue[view.language].pages): Scene<Page> {
  return { page, view, words, formats: formatsFor(view.locale, words) }
}

export function isCandidate(page: GuestCommon): boolean {
  return page.party.role === 'candidate'
}

/** Link to the same page seen differently. The party's own zone need not be said. */
export function viewUrl(view: GuestView, change: Readonly<Record<string, string>>, ownZone?: string): string {
  const query = new URLSearchParams({
    lang: view.language,
    ...(view.zone === ownZone ? {} : { zone: view.zone }),
    ...change,
  })
  return `${view.path}?${query}`
}
