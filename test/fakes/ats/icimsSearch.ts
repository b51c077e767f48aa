import { DateTime } from 'luxon'
import type { Answer, Call } from './kit.ts'
import { Refusal } from './reply.ts'
import type { Application, Candidate, Job, Stage, User, World } from './world.ts'

// iCIMS' search: groups of filters, ids out, at most 1,000 and ascending. The kinds of fields, their operators and the words of refusals are those of the
// vendor's page on search.

/** Candidates and users are people alike; who is which says the folder. */
export type Person = Candidate | User
export const isUser = (row: Person): row is User => 'email' in row

const jobFolders = { open: ['D31001', 'Approved'], draft: ['D31002', 'Pending'], closed: ['D31003', 'Closed'] } as const
export const folderOf = (row: Person | Job): { id: string; value: string } => {
  const [id, value] =
    'title' in row && 'status' in row
      ? jobFolders[row.status]
      : !isUser(row as Person)
        ? ['D10001', 'Candidate: Active']
        : (row as User).isActive
          ? ['D32011', 'Hiring Manager: Active']
          : ['D32012', 'Hiring Manager: Inactive']
  return { id, value }
}
/** The vendor's way to write an instant: minutes, in UTC. */
export const dateForm = 'yyyy-MM-dd hh:mm a'
export const writeDate = (at: Date) => DateTime.fromJSDate(at, { zone: 'utc' }).toFormat(dateForm, { locale: 'en-US' })

type FieldKind = 'text' | 'number' | 'multiselect' | 'datetime'
interface Field<T> {
  kind: FieldKind
  /** A multiselect is found by its id and by its text. */
  read(row: T, world: World): readonly (string | number)[]
}
type FieldTable<T> = Readonly<Record<string, Field<T>>>

const number = <T extends { id: string }>(): Field<T> => ({ kind: 'number', read: ({ id }) => [Number(id)] })
const text = <T>(read: (row: T) => readonly string[]): Field<T> => ({ kind: 'text', read })
const date = <T>(read: (row: T) => Date): Field<T> => ({ kind: 'datetime', read: (row) => [read(row).getTime()] })
const choice = <T>(read: (row: T, world: World) => { id: string; value: string }): Field<T> => ({
  kind: 'multiselect',
  read: (row, world) => Object.values(read(row, world)),
})
const dates = <T extends { createdAt: Date; updatedAt: Date }>(): FieldTable<T> => ({
  createddate: date((row) => row.createdAt),
  updateddate: date((row) => row.updatedAt),
})
export const emailOf = (row: Person) => (isUser(row) ? row.email : (row.emails[0] ?? ''))
const personFields: FieldTable<Person> = {
  id: number(),
  firstname: text((row) => [row.firstName]),
  lastname: text((row) => [row.lastName]),
  email: text((row) => [emailOf(row)]),
  folder: choice(folderOf),
  ...dates(),
}
const jobFields: FieldTable<Job> = {
  id: number(),
  jobtitle: text((row) => [row.title]),
  folder: choice(folderOf),
  ...dates(),
}
export const statusOf = (stage: Stage | undefined) => ({ id: stage?.id ?? '', value: stage?.label ?? '' })

/** The same filters of what a workflow hangs on, under its own name. */
const relation = <T>(name: string, fields: FieldTable<T>, find: (row: Application, world: World) => T | undefined) =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]): [string, Field<Application>] => [
      `${name}.${key}`,
      {
        kind: field.kind,
        read(row, world) {
          const found = find(row, world)
          return found ? field.read(found, world) : []
        },
      },
    ]),
  )
const workflowFields: FieldTable<Application> = {
  id: number(),
  status: choice((row, { stages }) => statusOf(stages.get(row.stageId))),
  updateddate: date((row) => row.updatedAt),
  ...relation<Person>('person', personFields, (row, { candidates }) => candidates.get(row.candidateId)),
  ...relation<Job>('job', jobFields, (row, { jobs }) => jobs.get(row.jobId)),
}

// ---------------------------------------------------------------- reading a query

type Test<T> = (row: T, world: World) => boolean

const ordered = ['=', '!=', '<', '>', '<=', '>=']
const operators: Readonly<Record<FieldKind, readonly string[]>> = {
  text: ['==', '!==', '=', '!='],
  multiselect: ['=', '!='],
  number: ordered,
  datetime: ordered,
}
const compare: Readonly<Record<string, (own: number, value: number) => boolean>> = {
  '=': (own, value) => own === value,
  '!=': (own, value) => own !== value,
  '<': (own, value) => own < value,
  '>': (own, value) => own > value,
  '<=': (own, value) => own <= value,
  '>=': (own, value) => own >= value,
}
const textTests: Readonly<Record<string, (own: string, value: string) => boolean>> = {
  '=': (own, value) => own.includes(value),
  '!=': (own, value) => !own.includes(value),
  '==': (own, value) => own === value,
  '!==': (own, value) => own !== value,
}

function bad(message: string, field: string): never {
  throw new Refusal('badBody', message, { field, problem: message })
}
/** Milliseconds; null for what is no date, which bounds nothing. */
function readDate(written: string | undefined): number | null {
  for (const form of [dateForm, 'yyyy-MM-dd']) {
    const read = DateTime.fromFormat(written ?? '', form, { zone: 'utc', locale: 'en-US' })
    if (read.isValid) return read.toMillis()
  }
  return null
}
function readDateTest(operator: string, [value]: readonly string[], [second]: readonly string[]) {
  const from = readDate(value)
  const to = readDate(second)
  if (operator === '=') return (own: number) => (from === null || own >= from) && (to === null || own <= to)
  return (own: number) => from === null || compare[operator]?.(own, from) === true
}
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function readFilter<T>(given: object, type: string, fields: FieldTable<T>, hidden: ReadonlySet<string>): Test<T> {
  const known = ['name', 'value', 'secondaryValue', 'operator']
  const unknown = Object.keys(given).find((attribute) => !known.includes(attribute))
  if (unknown !== undefined) bad(`The following filter attribute is unrecognized: ${unknown}`, unknown)
  const { name = '', value, secondaryValue, operator } = given as Record<string, unknown>
  const field = String(name).startsWith(`${type}.`) ? fields[String(name).slice(type.length + 1)] : undefined
  if (!field || hidden.has(String(name)))
    bad(`The following filter is either not valid or hidden: ${name}`, String(name))
  const sign = operator ?? '='
  if (typeof sign !== 'string' || !operators[field.kind].includes(sign))
    bad(`The following filter operator is not valid in the given context: ${sign}`, 'operator')
  if (!isTexts(value)) bad('An unknown parsing error occurred', 'value')
  if (secondaryValue !== undefined && secondaryValue !== null && !isTexts(secondaryValue))
    bad('An unknown parsing error occurred', 'secondaryValue')
  if (field.kind === 'datetime') {
    const test = readDateTest(sign, value, (secondaryValue as string[] | undefined) ?? [])
    return (row, world) => field.read(row, world).some((own) => test(Number(own)))
  }
  if (field.kind === 'number') {
    if (value.length === 0 || !value.every((one) => /^\d+$/.test(one)))
      bad('An unknown parsing error occurred', 'value')
    const test = compare[sign]!
    return (row, world) => value.some((one) => field.read(row, world).some((own) => test(Number(own), Number(one))))
  }
  const wanted = value.map((one) => one.toLowerCase())
  if (field.kind === 'multiselect')
    return (row, world) =>
      field.read(row, world).some((own) => wanted.includes(String(own).toLowerCase())) === (sign === '=')
  const test = textTests[sign]!
  return (row, world) =>
    wanted.some((one) => field.read(row, world).some((own) => test(String(own).toLowerCase(), one)))
}

/** All of a group's filters and groups hold, or one of them. */
function readGroup<T>(group: object, type: string, fields: FieldTable<T>, hidden: ReadonlySet<string>): Test<T> {
  const unknown = Object.keys(group).find((attribute) => !['filters', 'operator', 'children'].includes(attribute))
  if (unknown !== undefined) bad(`The following group attribute is unrecognized: ${unknown}`, unknown)
  const { filters = [], operator = '&', children = [] } = group as Record<string, unknown>
  if (operator !== '&' && operator !== '|')
    bad(`The following group operator is not valid in the given context: ${operator}`, 'operator')
  if (!Array.isArray(filters) || !Array.isArray(children)) bad('An unknown parsing error occurred', 'filters')
  if (filters.length === 0)
    throw new Refusal('badBody', 'At least one filter must be specified', { problem: 'missing' })
  const tests = [
    ...filters.map((one: object) => readFilter(one, type, fields, hidden)),
    ...children.map((one: object) => readGroup(one, type, fields, hidden)),
  ]
  return operator === '&'
    ? (row, world) => tests.every((test) => test(row, world))
    : (row, world) => tests.some((test) => test(row, world))
}

// ---------------------------------------------------------------- answers

const idsMax = 1000
/** Fields that the customer hides from the integration's user, by their names in filters. */
export const hiddenFields = ({ desk }: Pick<Call, 'desk'>) =>
  (desk.settings.get('hiddenFields') as ReadonlySet<string> | undefined) ?? new Set<string>()
/** Whether one of the vendor's separately permitted interfaces is on. */
export const isOn = ({ desk }: Pick<Call, 'desk'>, part: 'search' | 'profile' | 'list') =>
  desk.scopes === null || desk.scopes.has(part)

const search =
  <T extends { id: string }>(
    path: string,
    type: string,
    fields: FieldTable<T>,
    rowsOf: (world: World) => readonly T[],
  ): Answer =>
  (call) => {
    const { body, world, origin } = call
    const test = readGroup(body, type, fields, hiddenFields(call))
    // A missing right looks like missing data.
    const rows = isOn(call, 'search') ? rowsOf(world) : []
    const ids = rows.filter((row) => test(row, world)).map(({ id }) => Number(id))
    const page = ids.sort((one, other) => one - other).slice(0, idsMax)
    const self = `${origin}/customers/${call.path.customer}/${path}`
    // The vendor's page shows numbers as text, clients read numbers.
    const isText = call.desk.settings.get('idsAsText') === true
    return { searchResults: page.map((id) => ({ self: `${self}/${id}`, id: isText ? String(id) : id })) }
  }
export const isReadable = (row: Person | Job) => !('isPrivate' in row && row.isPrivate) && !isConfidential(row)
const isConfidential = (row: Person | Job) => 'isConfidential' in row && row.isConfidential

export const icimsSearches: Readonly<Record<string, Answer>> = {
  'POST /customers/{customer}/search/people': search<Person>('people', 'person', personFields, (world) =>
    [...world.users.rows, ...world.candidates.rows].filter(isReadable),
  ),
  'POST /customers/{customer}/search/jobs': search<Job>('jobs', 'job', jobFields, ({ jobs }) =>
    jobs.rows.filter(isReadable),
  ),
  'POST /customers/{customer}/search/applicantworkflows': search<Application>(
    'applicantworkflows',
    'applicantworkflow',
    workflowFields,
    ({ applications }) => applications.rows,
  ),
}
