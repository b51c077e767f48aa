import { z } from 'zod'
import { ParleyError } from '../domain/errors.ts'

// Shapes of what vendors send. Only what is used is described; everything else in a row is ignored.

/** An id as text, whatever the vendor writes it as. */
export const vendorId = z.union([z.string().min(1).max(200), z.number().int()]).transform(String)

const nameMax = 300
/** A name, a title, a label: one line, cut off where it is absurd. */
export const vendorText = z.string().transform((text) => text.replace(/\s+/g, ' ').trim().slice(0, nameMax))

const proseMax = 20_000
/** A description. */
export const vendorProse = z.string().transform((text) => text.slice(0, proseMax))

/** An instant as ISO 8601 text, or milliseconds since the epoch. */
export const vendorInstant = z.union([z.string(), z.number()]).transform((value, context) => {
  const at = new Date(value)
  if (!Number.isNaN(at.getTime())) return at
  context.addIssue({ code: 'custom', message: 'is no instant' })
  return z.NEVER
})

/** A value that may be missing, null or of another shape: then it is null. */
export const orNull = <T extends z.ZodType>(shape: T) =>
  shape
    .nullish()
    .catch(null)
    .transform((value) => value ?? null)

/** A list that may be missing; items of another shape are left out. */
export const listOf = <T extends z.ZodType>(shape: T) =>
  z
    .array(z.unknown())
    .nullish()
    .catch([])
    .transform((items) => (items ?? []).flatMap((item) => parsed(shape, item)))

function parsed<T extends z.ZodType>(shape: T, item: unknown): z.output<T>[] {
  const result = shape.safeParse(item)
  return result.success ? [result.data] : []
}

/** The rows of an answer; those that do not fit are left out and counted. Throws `unavailable` when it is no list at all. */
export function readRows<T extends z.ZodType>(
  shape: T,
  list: unknown,
  name: string,
): { rows: z.output<T>[]; leftOut: number } {
  if (!Array.isArray(list)) throw noData(name)
  const rows = list.flatMap((item) => parsed(shape, item))
  return { rows, leftOut: list.length - rows.length }
}

/** The object of an answer. Throws `unavailable` when it has another shape. */
export function readObject<T extends z.ZodType>(shape: T, body: unknown, name: string): z.output<T> {
  const result = shape.safeParse(body)
  if (!result.success) throw noData(name, result.error)
  return result.data
}

const noData = (name: string, cause?: unknown) =>
  new ParleyError(
    'unavailable',
    `${name} answered with something else than what was asked. Parley tries again by itself.`,
    {
      retry: 'later',
      cause,
    },
  )

/** Null where it is missing, empty, or something else. */
export const textOrNull = orNull(vendorText.pipe(z.string().min(1)))
export const proseOrNull = orNull(vendorProse.pipe(z.string().min(1)))
export const idOrNull = orNull(vendorId)
export const instantOrNull = orNull(vendorInstant)
export const idList = listOf(vendorId)
