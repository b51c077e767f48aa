import type { z } from 'zod'
import type { Answer, Ask } from '../client.ts'
import { readRows } from '../vendorRows.ts'
import type { GreenhouseHttp } from './greenhouseHttp.ts'

/** The cursor of the next page, out of the Link header; null on the last one. The next request carries it and nothing else. */
export function readCursor({ headers }: Answer): string | null {
  const [, address] = /<([^>]+)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '') ?? []
  if (address === undefined || !URL.canParse(address)) return null
  return new URL(address).searchParams.get('cursor')
}

/** 50,000 rows at 500 a page: more than any list has that is read in one go. */
const pagesMax = 100

/** All rows of a list that is small. */
export async function readAllPages<T extends z.ZodType>(
  http: GreenhouseHttp,
  path: string,
  query: Ask['query'],
  shape: T,
): Promise<z.output<T>[]> {
  const all: z.output<T>[] = []
  let asked = query
  for (let page = 0; page < pagesMax; page++) {
    const answer = await http.get(path, asked)
    all.push(...readRows(shape, answer.body, 'Greenhouse').rows)
    const cursor = readCursor(answer)
    if (cursor === null) break
    asked = { cursor }
  }
  return all
}
