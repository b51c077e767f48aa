import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import type { Access, AtsConnector, AtsSystem, HookDelivery, HookVerdict, NoteWriting } from '../connector.ts'
import { bodyId, isSameText, readHookField } from '../hookProof.ts'
import { noteMark } from '../noteMark.ts'
import { runProbes } from '../runProbes.ts'
import { readObject } from '../vendorRows.ts'
import { type IcimsHttp, name, openIcims, type SearchKind } from './icimsHttp.ts'
import { createIcimsProfiles, denied } from './icimsProfiles.ts'
import { jobFields, jobRow, personRow, workflowRow } from './icimsRows.ts'
import { createIcimsStreams } from './icimsStreams.ts'

// iCIMS Talent Cloud (developer-community.icims.com, read November 2026). There is no interface for interviews; what is logged goes into a
// collection of the customer's own on the workflow.

/** iCIMS's own folder of approved jobs. */
const approvedFolder = 'D31001'
const splitNames = (text: string | undefined) => (text ?? '').split(';').flatMap((one) => one.trim() || [])

function open(access: Access): AtsConnector {
  const { fields, clock } = access
  const { reading, acting } = openIcims(access)
  const jobFolders = splitNames(fields.jobFolders)
  const settings = {
    userFolders: splitNames(fields.userFolders),
    jobFolders: jobFolders.length > 0 ? jobFolders : [approvedFolder],
    statusList: fields.statusList ?? '',
  }
  const profiles = createIcimsProfiles(reading, clock)
  const collection = readCollection(fields.noteCollection)
  return {
    streams: createIcimsStreams({ http: reading, profiles, settings, clock }),
    probe: () => probe(acting, settings.statusList),
    async readApplication({ applicationId }) {
      const profile = await acting.read(`applicantworkflows/${applicationId}`, ['status'])
      if (profile.state === 'gone') return null
      if (profile.state === 'denied') throw notReached
      const { status } = readObject(workflowRow.pick({ status: true }), profile.body, name)
      return { stageId: status.id, stageLabel: status.value ?? status.id, outcome: 'active' }
    },
    async moveStage({ applicationId, toStageId }) {
      await acting.send('PATCH', `applicantworkflows/${applicationId}`, { status: { id: toStageId } })
    },
    writeInterview: null,
    checkInterview: null,
    readInterview: null,
    writeNote: collection && ((note) => writeNote(acting, collection, access, note)),
    canFindNotes: true,
    listAttachments: null,
    checkHook,
    registerHook: null,
  }
}

const notReached = new ParleyError(
  'notAllowed',
  `${name} denies access to this workflow: the integration user has no right to it, or the Profile API is not permitted.`,
  { field: 'Profile API' },
)

// Notes ---------------------------------------------------------------------------------------------------------------------------

interface Collection {
  name: string
  textField: string
  dateField: string | undefined
}
const collectionForm = /^\s*(\w+)\s*:\s*(\w+)\s*(?:,\s*(\w+)\s*)?$/

/** "interviewlog: notetext, notedate"; null when the customer has none. */
function readCollection(text: string | undefined): Collection | null {
  const [, own, textField, dateField] = collectionForm.exec(text ?? '') ?? []
  return own === undefined || textField === undefined ? null : { name: own, textField, dateField }
}

async function writeNote(
  http: IcimsHttp,
  { name: own, textField, dateField }: Collection,
  { clock }: Access,
  { applicationId, key, mayExist, text }: NoteWriting,
) {
  const path = `applicantworkflows/${applicationId}`
  const id = `${applicationId}/${own}/${noteMark(key).replace(/\W+/g, '-')}`
  if (mayExist && (await hasEntry(http, path, own, noteMark(key))))
    return { id, said: `The entry in "${own}" of workflow ${applicationId} is there already.`, url: null }
  const date = dateField === undefined ? {} : { [dateField]: clock.now().toISOString().slice(0, 10) }
  const { status } = await http.send('POST', `${path}/fields/${own}`, { [textField]: text, ...date })
  // Anything else than "created" is looked after.
  if (status !== 201 && !(await hasEntry(http, path, own, noteMark(key))))
    throw new ParleyError('unavailable', `${name} took the entry and does not show it.`, { retry: 'later' })
  return { id, said: `An entry in "${own}" of workflow ${applicationId}.`, url: null }
}

const anyObject = z.looseObject({})
/** An entry may come in any shape; the mark in it is a word of its own. */
async function hasEntry(http: IcimsHttp, path: string, own: string, mark: string): Promise<boolean> {
  const profile = await http.read(path, [own])
  if (profile.state === 'denied') throw notReached
  return profile.state === 'there' && JSON.stringify(readObject(anyObject, profile.body, name)).includes(mark)
}

// Events --------------------------------------------------------------------------------------------------------------------------

const bodyBytesMax = 1_000_000

/** iCIMS shows name and password as agreed at set-up; the body is packed and not signed. */
function checkHook({ headers, body, secret }: HookDelivery): HookVerdict {
  const [, given = ''] = /^Basic (\S+)$/i.exec(headers.authorization ?? '') ?? []
  const login = Buffer.from(given, 'base64').toString('utf8')
  const password = login.slice(login.indexOf(':') + 1)
  const isGood = secret !== '' && (isSameText(login, secret) || isSameText(password, secret))
  if (!isGood) return { kind: 'refused', why: 'name and password are not those that were agreed with iCIMS' }
  return { kind: 'good', id: bodyId(body), event: readHookField(unpack(body), 'eventType') }
}

function unpack(body: Buffer): Buffer {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  try {
    return gunzipSync(body, { maxOutputLength: bodyBytesMax })
  } catch {
    return Buffer.alloc(0)
  }
}

// Health --------------------------------------------------------------------------------------------------------------------------

const missing = (permission: string, sentence: string) => new ParleyError('notAllowed', sentence, { field: permission })
const jobsTried = 5

/** Each of the interfaces by itself: one that is not permitted answers empty while the others are well. */
function probe(http: IcimsHttp, statusList: string) {
  let found: { jobs: string[]; workflows: string[] } = { jobs: [], workflows: [] }

  async function search(kind: SearchKind): Promise<string[]> {
    const ids = await http.search(kind, '0', [])
    return ids.slice(0, jobsTried)
  }
  async function read<T extends z.ZodType>(path: string, fields: readonly string[], shape: T): Promise<z.output<T>> {
    const profile = await http.read(path, fields)
    if (profile.state === 'denied') throw denied()
    if (profile.state === 'gone') throw new ParleyError('notFound', `${name} no longer has ${path}.`)
    return readObject(shape, profile.body, name)
  }
  const needed = (ids: readonly string[], what: string): string => {
    if (ids[0] !== undefined) return ids[0]
    throw new ParleyError('refused', `This could not be tried, because the Search API finds no ${what}.`)
  }

  return runProbes([
    {
      capability: 'search (Search API)',
      permission: 'Search API',
      async ask() {
        found = { jobs: await search('jobs'), workflows: await search('applicantworkflows') }
        if (found.jobs.length === 0)
          throw missing(
            'Search API',
            `${name} finds no job at all: the Search API is not permitted, or the integration user is not in the group "Integration User".`,
          )
      },
    },
    {
      capability: 'read jobs (Profile API)',
      permission: 'Profile API',
      ask: () => read(`jobs/${needed(found.jobs, 'job')}`, jobFields, jobRow),
    },
    {
      capability: 'read hiring managers',
      permission: 'field "hiringmanager" of jobs',
      async ask() {
        needed(found.jobs, 'job')
        for (const id of found.jobs) if ((await read(`jobs/${id}`, jobFields, jobRow)).hiringmanager) return
        throw missing(
          'field "hiringmanager" of jobs',
          `None of ${found.jobs.length} jobs shows a hiring manager in ${name}: either nobody is named, or the field is hidden from the integration user.`,
        )
      },
    },
    {
      capability: 'read candidates',
      permission: 'field "email" of people',
      async ask() {
        const id = needed(found.workflows, 'application')
        const workflow = await read(
          `applicantworkflows/${id}`,
          ['associatedprofile', 'baseprofile', 'status'],
          workflowRow,
        )
        const person = await read(
          `people/${workflow.associatedprofile.id}`,
          ['firstname', 'lastname', 'email'],
          personRow,
        )
        if (person.email === null)
          throw missing(
            'field "email" of people',
            `${name} shows no e-mail address of a candidate: the field is hidden from the integration user.`,
          )
      },
    },
    {
      capability: 'read statuses (List API)',
      permission: 'List API',
      async ask() {
        if ((await http.readList(statusList)).length === 0)
          throw missing(
            'List API',
            `${name} shows no values of the list "${statusList}": the List API is not permitted, or the list has another name.`,
          )
      },
    },
  ])
}

export const icims: AtsSystem = {
  id: 'icims',
  name,
  depth: 3,
  capabilities: {
    changes: 'since',
    removals: 'daily',
    interviewRead: 'none',
    interviewWrite: 'note',
    stageWrite: 'native',
    noteWrite: 'native',
    users: 'native',
    hiringTeam: 'native',
    attachments: 'none',
    stages: 'account',
    hooks: 'signed',
    actingUser: 'none',
  },
  does:
    'Reads open jobs with hiring managers and recruiters, the people who have a recruiting workflow on them and its status, sets the status of workflows, ' +
    'and logs interviews and what happens as entries in a collection of yours on the workflow.',
  doesNot:
    'Interviews cannot be written to iCIMS itself: they are kept in Parley, which sends the invitations, and are logged as entries where you have a collection for them. ' +
    'Each record is a request and iCIMS allows 10,000 a day, so a first reading of more than 4,000 applications takes more than a day; ' +
    'jobs that closed more than 60 days ago are left out, resumes are only opened in iCIMS, and what the integration user may not see is missing without a word.',
  fields: [
    {
      name: 'customerId',
      label: 'Customer ID',
      hint: 'The number of your iCIMS account',
      isSecret: false,
      isRequired: true,
      pattern: /^\d+$/,
    },
    {
      name: 'clientId',
      label: 'Client ID',
      hint: 'Of the API credentials that iCIMS has issued',
      isSecret: false,
      isRequired: true,
      pattern: /^\S+$/,
    },
    {
      name: 'clientSecret',
      label: 'Client secret',
      hint: 'Of the same credentials',
      isSecret: true,
      isRequired: true,
      pattern: /^\S+$/,
    },
    {
      name: 'region',
      label: 'Region',
      hint: 'Where your iCIMS account is hosted',
      isSecret: false,
      isRequired: true,
      choices: [
        { value: 'us', label: 'United States' },
        { value: 'eu', label: 'European Union' },
      ],
    },
    {
      name: 'statusList',
      label: 'Status list',
      hint: 'Name of the list that holds the statuses of recruiting workflows, as the List API calls it',
      isSecret: false,
      isRequired: true,
      pattern: /^[\w.-]+$/,
    },
    {
      name: 'userFolders',
      label: 'User folders',
      hint: 'Person folders of your recruiters, hiring managers and interviewers, separated by semicolons; without them Parley knows only who is named on jobs',
      isSecret: false,
      isRequired: false,
    },
    {
      name: 'jobFolders',
      label: 'Folders of open jobs',
      hint: `Separated by semicolons; Approved (${approvedFolder}) when left empty`,
      isSecret: false,
      isRequired: false,
    },
    {
      name: 'noteCollection',
      label: 'Collection for the log',
      hint: 'Collection on recruiting workflows, its text field and, if it has one, its date field: "interviewlog: notetext, notedate"',
      isSecret: false,
      isRequired: false,
      pattern: collectionForm,
    },
  ],
  steps: [
    'Ask iCIMS Support, or your iCIMS account team, for API credentials (OAuth 2.0 client credentials) of an integration user for Parley, with the Search API, the Profile API and the List API permitted.',
    'Have the integration user put into the group "Integration User", with rights to see jobs (job title, hiring manager, recruiter, folder), people (name, email, phones, folder) and recruiting workflows, and to edit the status of recruiting workflows.',
    'Ask them for the name of the list of recruiting workflow statuses, for the folders of your users, and for a collection field on the recruiting workflow if Parley shall log there.',
  ],
  hookSteps: [
    'Ask iCIMS Support to switch on event notifications to the address shown here, for Status Change of the recruiting workflow, Application Complete, Job Edit, Job Posting and Job Unposting.',
    'As authentication of the receiver name Basic, with the user name "parley" and as password the secret shown here.',
  ],
  everyMinutes: 5,
  open,
}
