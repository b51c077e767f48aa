import type { z } from 'zod'
import { readObject } from './vendorRows.ts'

/** Where a reading goes on, when it is more than one value: what `writePlace` wrote. */
export function readPlace<T extends z.ZodType>(shape: T, page: string, name: string): z.output<T> {
  let place: unknown = null
  try {
    place = JSON.parse(page)
  } catch {}
  return readObject(shape, place, name)
}

export const writePlace = (place: unknown): string => JSON.stringify(place)
