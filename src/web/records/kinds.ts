import { normaliseEmail } from '../../ats/recordWrites.ts'
import { foldName, fullName } from '../../domain/names.ts'
import type { JobStatus, StageStatus, UserRecord } from '../../domain/records.ts'
import type { NewRow, Tables, Tx } from '../../store/port.ts'
import { type FieldErrors, type FieldSpec, linesOf, type Option, typedIn, type Values } from './form.ts'

export type KindTable = 'atsCandidates' | 'atsClients' | 'atsContacts' | 'atsJobs' | 'atsUsers'

/** What a form needs to offer: rows of other tables. */
export interface Choices {
  clients: readonly Option[]
  users: readonly Option[]
}

type RecordFields = 'id' | 'isSample' | 'createdAt' | 'updatedAt'
export type Content<T extends KindTable> = Omit<NewRow<T>, RecordFields>

/** A table that has a list, a page and a form of its own. */
export interface RecordKind<T extends KindTable> {
  table: T
  path: string
  /** "candidate", "Candidates". */
  singular: string
  plural: string
  idKind: string
  searchFields: readonly (keyof Tables[T] & string)[]
  orderBy: readonly [keyof Tables[T] & string, 'asc' | 'desc'][]
  /** `row` is the one being edited: what it holds stays choosable. */
  specs(choices: Choices, row: Tables[T] | null): FieldSpec[]
  valuesOf(row: Tables[T]): Values
  contentOf(values: Values): Content<T>
  titleOf(row: Tables[T]): string
  /** What only the other rows can tell: somebody of that e-mail is there already. */
  findConflicts(tx: Tx, content: Content<T>, ownId: string | null): Promise<FieldErrors>
}

export const stageWords: Readonly<Record<StageStatus, string>> = {
  applied: 'Applied',
  submitted: 'Submitted',
  screening: 'Screening',
  interview: 'Interview',
  finalInterview: 'Final interview',
  offer: 'Offer',
  hired: 'Hired',
  rejected: 'Rejected',
}
export const jobStatusWords: Readonly<Record<JobStatus, string>> = { open: 'Open', onHold: 'On hold', closed: 'Closed' }
export const userRoleWords: Readonly<Record<UserRecord['role'], string>> = {
  recruiter: 'Recruiter',
  hiringManager: 'Hiring manager',
  interviewer: 'Interviewer',
}

function optionsOf(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
const localeOptions: readonly Option[] = [
  { value: '', label: 'As the agency writes' },
  { value: 'en-GB', label: 'English (UK)' },
  { value: 'en-US', label: 'English (US)' },
  { value: 'de-DE', label: 'German' },
  { value: 'fr-FR', label: 'French' },
  { value: 'es-ES', label: 'Spanish' },
]
/** The locale of an imported record may be one that the list does not have; it stays choosable. */
function localeSpec(current: string | null): FieldSpec {
  const isListed = localeOptions.some((option) => option.value === (current ?? ''))
  const options = isListed ? localeOptions : [...localeOptions, { value: current ?? '', label: current ?? '' }]
  return { name: 'locale', label: 'Language of mails', kind: 'select', options }
}
const zoneSpec: FieldSpec = {
  name: 'zone',
  label: 'Time zone',
  kind: 'zone',
  hint: 'As Area/City, for example Europe/Berlin',
}
const notesSpec: FieldSpec = { name: 'notes', label: 'Notes', kind: 'long', hint: 'Seen by your team only, never sent' }

const orNull = (text: string) => (text === '' ? null : text)
const one = (text: string | null) => (text === null ? [] : [text])

export const candidateKind: RecordKind<'atsCandidates'> = {
  table: 'atsCandidates',
  path: 'candidates',
  singular: 'candidate',
  plural: 'Candidates',
  idKind: 'atsCandidate',
  searchFields: ['firstName', 'lastName', 'company', 'title'],
  orderBy: [
    ['lastName', 'asc'],
    ['firstName', 'asc'],
  ],
  specs: (_, row) => [
    { name: 'firstName', label: 'First name', kind: 'text', isRequired: true, maxLength: 80 },
    { name: 'lastName', label: 'Last name', kind: 'text', maxLength: 80 },
    { name: 'emails', label: 'E-mail addresses', kind: 'emails', hint: 'One a line; Parley writes to the first' },
    { name: 'phones', label: 'Phone numbers', kind: 'phones', hint: 'One a line' },
    { name: 'title', label: 'Current title', kind: 'text' },
    { name: 'company', label: 'Current company', kind: 'text' },
    zoneSpec,
    localeSpec(row?.locale ?? null),
    {
      name: 'country',
      label: 'Country',
      kind: 'country',
      hint: 'Two letters, for example DE: decides which holidays are shown',
    },
    notesSpec,
  ],
  valuesOf: (row) => ({
    firstName: [row.firstName],
    lastName: [row.lastName],
    emails: [row.emails.join('\n')],
    phones: [row.phones.join('\n')],
    title: one(row.title),
    company: one(row.company),
    zone: one(row.zone),
    locale: [row.locale ?? ''],
    country: one(row.country),
    notes: one(row.notes),
  }),
  contentOf: (values) => ({
    firstName: typedIn(values, 'firstName'),
    lastName: typedIn(values, 'lastName'),
    emails: linesOf(values, 'emails').map(normaliseEmail),
    phones: linesOf(values, 'phones'),
    title: orNull(typedIn(values, 'title')),
    company: orNull(typedIn(values, 'company')),
    zone: orNull(typedIn(values, 'zone')),
    locale: orNull(typedIn(values, 'locale')),
    country: orNull(typedIn(values, 'country').toUpperCase()),
    notes: orNull(typedIn(values, 'notes')),
  }),
  titleOf: fullName,
  findConflicts: async (tx, content, ownId) => {
    if (content.emails.length === 0) return {}
    const taken = new Set(content.emails)
    const other = (await tx.find('atsCandidates')).find(
      (row) => row.id !== ownId && row.emails.some((email) => taken.has(normaliseEmail(email))),
    )
    return other ? { emails: `${fullName(other)} has this e-mail address already.` } : {}
  },
}

export const clientKind: RecordKind<'atsClients'> = {
  table: 'atsClients',
  path: 'clients',
  singular: 'client',
  plural: 'Clients',
  idKind: 'atsClient',
  searchFields: ['name'],
  orderBy: [['name', 'asc']],
  specs: () => [
    { name: 'name', label: 'Company name', kind: 'text', isRequired: true, maxLength: 120 },
    { name: 'country', label: 'Country', kind: 'country', hint: 'Two letters, for example DE' },
    notesSpec,
  ],
  valuesOf: (row) => ({ name: [row.name], country: one(row.country), notes: one(row.notes) }),
  contentOf: (values) => ({
    name: typedIn(values, 'name'),
    country: orNull(typedIn(values, 'country').toUpperCase()),
    notes: orNull(typedIn(values, 'notes')),
  }),
  titleOf: (row) => row.name,
  findConflicts: async (tx, content, ownId) => {
    const key = foldName(content.name)
    const other = (await tx.find('atsClients')).find((row) => row.id !== ownId && foldName(row.name) === key)
    return other ? { name: `There is a client called ${other.name} already.` } : {}
  },
}

export const contactKind: RecordKind<'atsContacts'> = {
  table: 'atsContacts',
  path: 'contacts',
  singular: 'contact',
  plural: 'Contacts',
  idKind: 'atsContact',
  searchFields: ['name', 'email', 'title'],
  orderBy: [['name', 'asc']],
  specs: (choices, row) => [
    { name: 'name', label: 'Name', kind: 'text', isRequired: true, maxLength: 120 },
    {
      name: 'clientId',
      label: 'Client',
      kind: 'select',
      isRequired: true,
      options: [{ value: '', label: 'Choose a client' }, ...choices.clients],
    },
    { name: 'email', label: 'E-mail address', kind: 'email', isRequired: true },
    { name: 'phone', label: 'Phone number', kind: 'tel' },
    { name: 'title', label: 'Title', kind: 'text' },
    zoneSpec,
    localeSpec(row?.locale ?? null),
  ],
  valuesOf: (row) => ({
    name: [row.name],
    clientId: [row.clientId],
    email: [row.email],
    phone: one(row.phone),
    title: one(row.title),
    zone: one(row.zone),
    locale: [row.locale ?? ''],
  }),
  contentOf: (values) => ({
    name: typedIn(values, 'name'),
    clientId: typedIn(values, 'clientId'),
    email: normaliseEmail(typedIn(values, 'email')),
    phone: orNull(typedIn(values, 'phone')),
    title: orNull(typedIn(values, 'title')),
    zone: orNull(typedIn(values, 'zone')),
    locale: orNull(typedIn(values, 'locale')),
  }),
  titleOf: (row) => row.name,
  findConflicts: async (tx, content, ownId) => {
    const known = await tx.find('atsContacts', { where: { clientId: content.clientId } })
    const other = known.find((row) => row.id !== ownId && normaliseEmail(row.email) === content.email)
    return other ? { email: `${other.name} has this e-mail address at this client already.` } : {}
  },
}

export const jobKind: RecordKind<'atsJobs'> = {
  table: 'atsJobs',
  path: 'jobs',
  singular: 'job',
  plural: 'Jobs',
  idKind: 'atsJob',
  searchFields: ['title'],
  orderBy: [['title', 'asc']],
  specs: (choices) => [
    { name: 'title', label: 'Job title', kind: 'text', isRequired: true, maxLength: 160 },
    {
      name: 'clientId',
      label: 'Client',
      kind: 'select',
      options: [{ value: '', label: 'None: a job of our own company' }, ...choices.clients],
    },
    { name: 'status', label: 'Status', kind: 'select', isRequired: true, options: optionsOf(jobStatusWords) },
    { name: 'originalStatus', label: 'Your own word for the status', kind: 'text', maxLength: 60 },
    { name: 'description', label: 'Description', kind: 'long', maxLength: 20_000 },
    {
      name: 'hiringManagerId',
      label: 'Hiring manager',
      kind: 'select',
      hint: 'For jobs of your own company',
      options: [{ value: '', label: 'Nobody yet' }, ...choices.users],
    },
    ...(choices.users.length === 0
      ? []
      : [{ name: 'interviewerIds', label: 'Interviewers', kind: 'checks' as const, options: choices.users }]),
  ],
  valuesOf: (row) => ({
    title: [row.title],
    clientId: one(row.clientId),
    status: [row.status],
    originalStatus: [row.originalStatus],
    description: one(row.description),
    hiringManagerId: one(row.hiringManagerId),
    interviewerIds: row.interviewerIds,
  }),
  contentOf: (values) => {
    const status = (typedIn(values, 'status') || 'open') as JobStatus
    return {
      title: typedIn(values, 'title'),
      clientId: orNull(typedIn(values, 'clientId')),
      status,
      originalStatus: typedIn(values, 'originalStatus') || jobStatusWords[status],
      description: orNull(typedIn(values, 'description')),
      hiringManagerId: orNull(typedIn(values, 'hiringManagerId')),
      interviewerIds: [...(values.interviewerIds ?? [])],
    }
  },
  titleOf: (row) => row.title,
  findConflicts: async (tx, content, ownId) => {
    const known = await tx.find('atsJobs', { where: { clientId: content.clientId } })
    const key = foldName(content.title)
    const other = known.find((row) => row.id !== ownId && row.status !== 'closed' && foldName(row.title) === key)
    return other && content.status !== 'closed'
      ? { title: `${other.title} is an open job of this client already.` }
      : {}
  },
}

export const userKind: RecordKind<'atsUsers'> = {
  table: 'atsUsers',
  path: 'users',
  singular: 'team member',
  plural: 'Team',
  idKind: 'atsUser',
  searchFields: ['name', 'email'],
  orderBy: [['name', 'asc']],
  specs: () => [
    { name: 'name', label: 'Name', kind: 'text', isRequired: true, maxLength: 120 },
    { name: 'email', label: 'E-mail address', kind: 'email', isRequired: true },
    {
      name: 'role',
      label: 'Role',
      kind: 'select',
      isRequired: true,
      options: [{ value: '', label: 'Choose a role' }, ...optionsOf(userRoleWords)],
    },
    zoneSpec,
  ],
  valuesOf: (row) => ({ name: [row.name], email: [row.email], role: [row.role], zone: one(row.zone) }),
  contentOf: (values) => ({
    name: typedIn(values, 'name'),
    email: normaliseEmail(typedIn(values, 'email')),
    role: typedIn(values, 'role') as UserRecord['role'],
    zone: orNull(typedIn(values, 'zone')),
  }),
  titleOf: (row) => row.name,
  findConflicts: async (tx, content, ownId) => {
    const other = (await tx.find('atsUsers')).find(
      (row) => row.id !== ownId && normaliseEmail(row.email) === content.email,
    )
    return other ? { email: `${other.name} has this e-mail address already.` } : {}
  },
}
