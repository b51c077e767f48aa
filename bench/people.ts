import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createNameIndex } from '../src/intents/names/nameIndex.ts'

// Looks names up in a directory: PEOPLE.json is a list of {id, name}. JSON lines {id, q} come in, {id, ids, sure, ms} go out, best first,
// at most five. What the index took, on stderr.

interface Person {
  id: number
  name: string
}

const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: node bench/people.ts PEOPLE.json < QUERIES')
const people = (JSON.parse(readFileSync(file, 'utf8')) as Person[]).map(({ id, name }) => ({ id: String(id), name }))

globalThis.gc?.()
const bytesBefore = process.memoryUsage().heapUsed
const begunAt = performance.now()
const index = createNameIndex(people)
const buildMs = Math.round(performance.now() - begunAt)
globalThis.gc?.()
const megabytes = Math.round((process.memoryUsage().heapUsed - bytesBefore) / 1_000_000)
console.error(JSON.stringify({ people: index.size, buildMs, megabytes }))

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue
  const { id, q } = JSON.parse(line) as { id: number; q: string }
  const startedAt = performance.now()
  const { matches, isSure } = index.findNames(q)
  const ms = performance.now() - startedAt
  process.stdout.write(
    `${JSON.stringify({ id, ids: matches.map((match) => Number(match.id)), sure: isSure, ms: Math.round(ms * 1000) / 1000 })}\n`,
  )
}
