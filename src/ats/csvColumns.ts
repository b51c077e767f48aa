import { ParleyError } from '../domain/errors.ts'
import { foldName, joinNames } from '../domain/names.ts'
import type { JobStatus, StageStatus } from '../domain/records.ts'

export const importKinds = ['candidates', 'contacts', 'jobs'] as const
export type ImportKind = (typeof importKinds)[number]

const person = {
  firstName: 'First name, Given name, Forename, Vorname',
  lastName: 'Last name, Surname, Family name, Nachname, Familienname, Zuname',
  email: 'E-mail, Email address, Mail, Primary email, E-Mail-Adresse, Mailadresse',
  phone: 'Phone, Telephone, Tel, Mobile, Mobile phone, Phone number, Telefon, Telefonnummer, Handy, Mobil, Rufnummer',
  zone: 'Time zone, Timezone, Zone, Zeitzone',
  locale: 'Locale, Language, Sprache',
}
const clientNames = 'Client, Client name, Client company, Customer, Account, Kunde, Kundin, Auftraggeber, Mandant'
const companyNames = 'Company, Company name, Firma, Unternehmen'

/** Which heading means which field; the first spelling is what a person is told. */
const spellings: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  candidates: {
    ...person,
    name: 'Name, Full name, Candidate, Candidate name, Kandidat, Kandidatin, Bewerber, Bewerberin, Vollständiger Name',
    title: 'Title, Current title, Headline, Berufsbezeichnung, Titel',
    company: `${companyNames}, Current company, Employer, Current employer, Arbeitgeber, Aktueller Arbeitgeber`,
    country: 'Country, Land',
    notes: 'Notes, Note, Comment, Comments, Notiz, Notizen, Bemerkung, Bemerkungen, Kommentar',
    job: 'Job, Job title, Job name, Role, Position, Vacancy, Stelle, Jobtitel, Stellenbezeichnung, Vakanz',
    client: clientNames,
    stage: 'Stage, Status, Pipeline stage, Phase, Stufe',
    appliedAt: 'Applied, Applied at, Applied on, Date applied, Application date, Bewerbungsdatum, Beworben am',
  },
  contacts: {
    ...person,
    name: 'Name, Full name, Contact, Contact name, Kontakt, Ansprechpartner, Ansprechpartnerin, Vollständiger Name',
    client: `${clientNames}, ${companyNames}`,
    title: 'Title, Job title, Position, Role, Funktion, Rolle, Titel, Berufsbezeichnung',
  },
  jobs: {
    title:
      'Title, Job, Job title, Job name, Role, Position, Vacancy, Stelle, Jobtitel, Stellenbezeichnung, Vakanz, Titel',
    client: `${clientNames}, ${companyNames}`,
    status: 'Status, State, Zustand',
    description: 'Description, Job description, Beschreibung, Stellenbeschreibung',
  },
}

function keyOf(text: string): string {
  return foldName(text).replaceAll(' ', '')
}

const fieldsByKey = Object.fromEntries(
  importKinds.map((kind) => [
    kind,
    new Map(
      Object.entries(spellings[kind]).flatMap(([field, names]) =>
        names.split(', ').map((name) => [keyOf(name), field] as const),
      ),
    ),
  ]),
) as Record<ImportKind, Map<string, string>>

const allKeys = new Set(importKinds.flatMap((kind) => [...fieldsByKey[kind].keys()]))

/** How many columns of a heading mean something in any kind of file. */
export function countKnownColumns(heading: readonly string[]): number {
  return heading.filter((cell) => allKeys.has(keyOf(cell))).length
}

/** Column number per field. A column that means nothing is left out; of two that mean the same the first counts. */
function columnsOf(kind: ImportKind, heading: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>()
  heading.forEach((cell, at) => {
    const field = fieldsByKey[kind].get(keyOf(cell))
    if (field !== undefined && !columns.has(field)) columns.set(field, at)
  })
  // German lists say "Vorname, Name".
  const name = columns.get('name')
  if (name !== undefined && columns.has('firstName') && !columns.has('lastName')) columns.set('lastName', name)
  return columns
}

function missingOf(kind: ImportKind, columns: ReadonlyMap<string, number>): string[] {
  const missing: string[] = []
  if (kind === 'jobs') return columns.has('title') ? [] : ['Job title']
  if (!columns.has('name') && !columns.has('firstName')) missing.push('First name')
  if (!columns.has('name') && !columns.has('lastName')) missing.push('Last name')
  if (!columns.has('email')) missing.push('E-mail')
  if (kind === 'contacts' && !columns.has('client')) missing.push('Client')
  return missing
}

/** Columns that only one kind of file has; they decide when several kinds would fit. */
function isTypical(kind: ImportKind, heading: readonly string[], columns: ReadonlyMap<string, number>): boolean {
  if (kind === 'candidates')
    return (
      columns.has('stage') ||
      columns.has('appliedAt') ||
      heading.some((cell) => /^(candidate|kandidat|bewerber)/.test(keyOf(cell)))
    )
  return kind === 'contacts' && columns.has('client')
}

export interface RecognisedColumns {
  kind: ImportKind
  columns: ReadonlyMap<string, number>
}

/**
 * Decides what a file holds and where each field is. A file with an e-mail column is about people; of the kinds that fit, the one
 * with more known columns wins. Throws `badInput` (field "file") with one sentence naming the columns that are missing.
 */
export function recogniseColumns(heading: readonly string[], wanted: ImportKind | null): RecognisedColumns {
  const readings = importKinds
    .filter((kind) => wanted === null || kind === wanted)
    .map((kind) => {
      const columns = columnsOf(kind, heading)
      return { kind, columns, missing: missingOf(kind, columns), isTypical: isTypical(kind, heading, columns) }
    })
  const hasEmail = readings.some((reading) => reading.columns.has('email'))
  const fitting = readings
    .filter((reading) => reading.missing.length === 0 && (wanted !== null || reading.kind !== 'jobs' || !hasEmail))
    .sort((left, right) => right.columns.size - left.columns.size || Number(right.isTypical) - Number(left.isTypical))
  const [best] = fitting
  if (best) return { kind: best.kind, columns: best.columns }
  const [nearest] = readings.sort(
    (left, right) => left.missing.length - right.missing.length || right.columns.size - left.columns.size,
  )
  const missing = nearest?.missing ?? []
  const found = heading.filter((cell) => cell !== '').slice(0, 12)
  const column = missing.length === 1 ? 'the column' : 'the columns'
  const is = missing.length === 1 ? 'is' : 'are'
  throw new ParleyError(
    'badInput',
    `To import ${nearest?.kind ?? 'this file'}, ${column} ${joinNames(missing.map((name) => `"${name}"`))} ${is} missing; the file has ${joinNames(found.map((name) => `"${name.slice(0, 40)}"`))}.`,
    { field: 'file' },
  )
}

const stageSpellings: Readonly<Record<StageStatus, string>> = {
  applied: 'Applied, New, Application, Beworben, Eingegangen, Neu, Bewerbung',
  submitted:
    'Submitted, Submitted to client, CV sent, Presented, Shortlisted, Vorgestellt, Eingereicht, Profil versendet',
  screening: 'Screening, Phone screen, Phone screening, Screen, Telefoninterview, Vorauswahl',
  interview: 'Interview, Interviewing, First interview, 1st interview, Erstgespräch, Vorstellungsgespräch, Gespräch',
  finalInterview:
    'Final interview, Second interview, 2nd interview, Final round, Final, Zweitgespräch, Finales Gespräch',
  offer: 'Offer, Offered, Offer made, Angebot',
  hired: 'Hired, Placed, Accepted, Eingestellt, Platziert',
  rejected: 'Rejected, Declined, Withdrawn, Abgelehnt, Absage, Abgesagt, Zurückgezogen',
}
const stageStatusByKey = new Map(
  Object.entries(stageSpellings).flatMap(([status, names]) =>
    names.split(', ').map((name) => [keyOf(name), status as StageStatus] as const),
  ),
)
/** Our word for a stage label of somebody else's; null when it says nothing to us. */
export function stageStatusOf(label: string): StageStatus | null {
  return stageStatusByKey.get(keyOf(label)) ?? null
}

const jobStatusSpellings: Readonly<Record<JobStatus, string>> = {
  open: 'Open, Active, Published, Offen, Aktiv',
  onHold: 'On hold, Hold, Paused, Pausiert, Zurückgestellt',
  closed: 'Closed, Filled, Inactive, Cancelled, Archived, Geschlossen, Besetzt, Inaktiv',
}
const jobStatusByKey = new Map(
  Object.entries(jobStatusSpellings).flatMap(([status, names]) =>
    names.split(', ').map((name) => [keyOf(name), status as JobStatus] as const),
  ),
)
export function jobStatusOf(label: string): JobStatus | null {
  return jobStatusByKey.get(keyOf(label)) ?? null
}
