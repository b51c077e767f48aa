import type { Language } from '../domain/language.ts'
import { catalogue } from '../words/catalogue.ts'
import type { MessageAction, Tone } from './message.ts'

/** One line of the home page, with what can be done about it. */
export interface HomeItem {
  title: string
  detail?: string
  url?: string
  /** How it stands: a calendar that is connected is good, one that has failed is bad. */
  tone?: Tone
  actions: readonly MessageAction[]
}

/** What a member sees on the page of their own, without any layout. */
export interface HomeView {
  /** What waits for this member's yes, the most urgent first. */
  approvals: readonly HomeItem[]
  /** Today's interviews in order of time; title is the time and who. */
  interviews: readonly HomeItem[]
  /** Calendars, ATS and mail. */
  connections: readonly HomeItem[]
  settings: readonly HomeItem[]
  /** The member's; English when left out. */
  language?: Language
}

export interface HomeSection {
  title: string
  items: readonly HomeItem[]
  /** Said in place of items; a section without one is left out when it is empty. */
  emptyText: string | null
  /** Items that were not listed. */
  moreCount: number
}

const countMax = { approvals: 12, interviews: 15, connections: 8, settings: 8 }

/** The page in its order, each list cut at a length that every surface can show. */
export function homeSections(view: HomeView): HomeSection[] {
  const words = catalogue[view.language ?? 'en'].chats.home
  const section = (
    title: string,
    items: readonly HomeItem[],
    most: number,
    emptyText: string | null = null,
  ): HomeSection => ({ title, items: items.slice(0, most), emptyText, moreCount: Math.max(0, items.length - most) })
  return [
    section(words.approvals, view.approvals, countMax.approvals, words.noApprovals),
    section(words.interviews, view.interviews, countMax.interviews, words.noInterviews),
    section(words.connections, view.connections, countMax.connections),
    section(words.settings, view.settings, countMax.settings),
  ].filter((one) => one.items.length > 0 || one.emptyText !== null)
}

/** Buttons of the page that say a sentence, as their presser could: what comes of it is answered in the direct conversation. */
export const homeSayings = { 'say:settings': 'settings', 'say:status': 'status', 'say:help': 'help' } as const
