import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import { createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { readObject, readRows } from '../vendorRows.ts'

// How Ashby is spoken to: every call is a POST with a JSON body, and 200 is no success unless it says so.

export const name = 'Ashby'
export const pageSize = 100

/** What each call needs, by the names of Ashby's page of API keys. */
const permissions: Readonly<Record<string, string>> = {
  '/apiKey.info': 'apiKeysRead',
  '/candidate.list': 'candidatesRead',
  '/candidate.info': 'candidatesRead',
  '/application.list': 'candidatesRead',
  '/application.info': 'candidatesRead',
  '/file.info': 'candidatesRead',
  '/job.list': 'jobsRead',
  '/interviewStage.list': 'interviewsRead',
  '/interview.list': 'interviewsRead',
  '/interviewSchedule.list': 'interviewsRead',
  '/user.list': 'organizationRead',
  '/interviewSchedule.create': 'interviewsWrite',
  '/interviewSchedule.update': 'interviewsWrite',
  '/interviewSchedule.cancel': 'interviewsWrite',
  '/application.changeStage': 'candidatesWrite',
  '/candidate.createNote': 'candidatesWrite',
  '/webhook.create': 'apiKeysWrite',
}

const failureRow = z.object({
  errors: z.array(z.string()).nullish().catch(null),
  errorInfo: z
    .object({ code: z.string(), message: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
})
const envelope = z.object({ success: z.boolean() })
const single = z.object({ results: z.unknown() })
const listed = z.object({
  results: z.array(z.unknown()),
  moreDataAvailable: z.boolean().nullish().catch(null),
  nextCursor: z.string().min(1).nullish().catch(null),
  syncToken: z.string().min(1).nullish().catch(null),
})

export type Client = ReturnType<typeof createAshbyClient>

export function createAshbyClient(access: Access) {
  const client = createAtsClient({
    name,
    access,
    bases: { main: 'https://api.ashbyhq.com' },
    authorize: async () => ({ authorization: `Basic ${btoa(`${access.fields.apiKey ?? ''}:`)}` }),
    headers: { accept: 'application/json; version=1' },
    pace: { count: 15, windowMs: 1000 },
    readFailure: ({ body }) => {
      const read = envelope.safeParse(body)
      return read.success && !read.data.success ? failureOf(body) : null
    },
    readReason: (body) => reasonOf(body).message,
    readPermission: (_body, { path }) => permissions[path] ?? null,
  })
  const call = async (path: string, json: object): Promise<unknown> => {
    const { body } = await client.send('POST', path, { json })
    readObject(envelope, body, name)
    return body
  }
  return {
    async info<T extends z.ZodType>(path: string, shape: T, json: object): Promise<z.output<T>> {
      const { results } = readObject(single, await call(path, json), name)
      return readObject(shape, results, name)
    },
    async list<T extends z.ZodType>(path: string, shape: T, json: object) {
      const page = readObject(listed, await call(path, json), name)
      const next = page.moreDataAvailable ? (page.nextCursor ?? null) : null
      return { ...readRows(shape, page.results, name), next, token: next === null ? (page.syncToken ?? null) : null }
    },
  }
}

function reasonOf(body: unknown): { code: string; message: string | null } {
  const { errorInfo, errors } = failureRow.safeParse(body).data ?? {}
  const code = errorInfo?.code ?? errors?.[0] ?? ''
  return { code, message: errorInfo?.message ?? (code || null) }
}

function failureOf(body: unknown): ParleyError {
  const { code, message } = reasonOf(body)
  const said = message ? ` It says: "${message.replace(/\s+/g, ' ').slice(0, 200)}".` : ''
  if (code === 'interview_schedule_not_editable')
    return new ParleyError(
      'refused',
      'Ashby lets only the API key that made an interview change it. Change this one in Ashby, or cancel it there and let Parley make it anew.',
      { field: code },
    )
  if (code.endsWith('_not_found'))
    return new ParleyError('notFound', `${name} has no such record (any more).${said}`, { field: code })
  return new ParleyError('refused', `${name} refused it.${said}`, { field: code })
}

/** Whether Ashby's own word for a refusal is this one. */
export const isFailure = (error: unknown, code: string): boolean => error instanceof ParleyError && error.field === code
