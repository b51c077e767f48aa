import type { PageWords } from '../words/pageWords.ts'
import type { GuestPage } from '../workflow/guestPage.ts'
import { availabilityPage } from './guest/availabilityPage.ts'
import { type LegalKind, legalPage } from './guest/legalPages.ts'
import { approvalPage, choicePage } from './guest/proposalPages.ts'
import { readingPage } from './guest/readingPage.ts'
import { closedPage, expiredPage, managePage, plainPage, waitingPage } from './guest/statusPages.ts'
import { type GuestView, sceneOf } from './guest/view.ts'

/** The whole HTML document of what a link shows. Pure: the same page, view and words (by default the language's) give the same text. */
export function renderGuestPage(page: GuestPage, view: GuestView, words?: PageWords): string {
  switch (page.page) {
    case 'availability':
      return availabilityPage(sceneOf(page, view, words)).toString()
    case 'reading':
      return readingPage(sceneOf(page, view, words)).toString()
    case 'choice':
      return choicePage(sceneOf(page, view, words)).toString()
    case 'approval':
      return approvalPage(sceneOf(page, view, words)).toString()
    case 'waiting':
      return waitingPage(sceneOf(page, view, words)).toString()
    case 'manage':
      return managePage(sceneOf(page, view, words)).toString()
    case 'closed':
      return closedPage(sceneOf(page, view, words)).toString()
    case 'expired':
      return expiredPage(sceneOf(page, view, words)).toString()
    case 'unknown':
      return plainPage(sceneOf({ kind: 'unknown' as const }, view, words)).toString()
  }
}

/** A page that belongs to no link: not found, renewed, too many tries, broken, too big. */
export function renderPlainPage(
  kind: 'unknown' | 'renewed' | 'tooMany' | 'broken' | 'tooBig',
  view: GuestView,
): string {
  return plainPage(sceneOf({ kind }, view)).toString()
}

/** Privacy and terms, for everybody. */
export function renderLegalPage(kind: LegalKind, view: GuestView, words?: PageWords): string {
  return legalPage(sceneOf({ kind }, view, words)).toString()
}
