import type { Window } from '../domain/availability.ts'
import type { Effect } from '../domain/effect.ts'
import type { Interview } from '../domain/interview.ts'
import { type Language, languageOf } from '../domain/language.ts'
import type { Party } from '../domain/party.ts'
import type { Approval, Proposal } from '../domain/proposal.ts'
import { approversAmong, type Request, type Seat, type Session } from '../domain/request.ts'
import type { Member, TenantSettings } from '../domain/settings.ts'
import type { CardWords } from '../words/cardWords.ts'
import { catalogue } from '../words/catalogue.ts'

/** A request with what belongs to it, as the cards see it. */
export interface RequestView {
  request: Request
  sessions: readonly Session[]
  seats: readonly Seat[]
  parties: readonly Party[]
  windows: readonly Window[]
  proposals: readonly Proposal[]
  approvals: readonly Approval[]
  interviews: readonly Interview[]
  recruiter: Member
  settings: TenantSettings
  now: Date
}

/** What the recruiter's card knows besides: the owed and done actions with their proofs, and the ATS's own words. */
export interface RecruiterView extends RequestView {
  effects: readonly Effect[]
  /** Null when the ATS does not answer. */
  stages: { stages: readonly { id: string; label: string }[]; url: string } | null
  /** Opening paragraph of each waiting first mail, by party id. */
  mailWords: Readonly<Record<string, string>>
}

export function readerOf(view: RequestView): { zone: string; locale: string } {
  return { zone: view.recruiter.zone, locale: view.recruiter.locale }
}

/** The words of its reader, and what says on the message whose they are; English ones go without saying. */
export function cardWords(reader: { locale: string }): {
  words: CardWords
  language: Language
  said: { language?: Language }
} {
  const language = languageOf(reader.locale)
  return { words: catalogue[language].cards, language, said: language === 'en' ? {} : { language } }
}

export function offeredProposals(view: RequestView): Proposal[] {
  return view.proposals.filter((p) => p.state === 'offered')
}

export function standingInterviews(view: RequestView): Interview[] {
  return view.interviews.filter((i) => i.state === 'scheduled')
}

/** Those whose yes is needed. */
export function approversIn(view: RequestView): Party[] {
  return approversAmong(view.request.kind, view.parties, view.seats)
}
