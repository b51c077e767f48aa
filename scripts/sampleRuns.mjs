// node scripts/sampleRuns.mjs FOLDER: whether a run of four words of a public sample of language stands in src/intents or src/workflow. The samples
// (JSON lines with a `text` each) measure the grammar; a sentence of theirs in the grammar would be learnt by heart.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const runLength = 4
const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('node scripts/sampleRuns.mjs FOLDER\n')
  process.exit(2)
}

/** What sentences are made of, whoever writes them; a run says something of its own when it holds two other words. */
const common = new Set(
  (
    'a an the this that these those and or but nor of to in on at for by from with after before until since than as so if is are am be been was ' +
    'do does did have has had will would can could may might must shall should not no i you he she it we they me him her us them my your his its ' +
    'our their who what when where how which there here s d m t re ll ve all any each every some one two three first second third last next same ' +
    'minute minutes hour hours day days week weeks month months year years time times today tomorrow morning afternoon evening night noon ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'
  ).split(' '),
)
/** Names and idioms that are four words long themselves. */
const idioms = new Set([
  'martin luther king day',
  'martin luther kings day',
  'out of the office',
  'thank you for the',
  'get back to you',
  'don t forget to',
  'thank you so much',
  'i need to check',
  'let me know what',
])

const isTelling = (words) => words.filter((word) => !common.has(word) && !/^\p{N}+\p{L}{0,2}$/u.test(word)).length >= 2

const wordsOf = (text) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .match(/[\p{L}\p{N}]+/gu) ?? []

function* runsOf(text) {
  const words = wordsOf(text)
  for (let at = 0; at + runLength <= words.length; at += 1) {
    const run = words.slice(at, at + runLength)
    if (isTelling(run)) yield run.join(' ')
  }
}

function filesBelow(path, ending) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
}

const sampled = new Map()
for (const path of filesBelow(folder, '.jsonl'))
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const { id, text } = JSON.parse(line)
    for (const run of runsOf(text)) if (!sampled.has(run)) sampled.set(run, id)
  }

let count = 0
for (const path of ['src/intents', 'src/workflow'].flatMap((room) => filesBelow(room, '.ts')))
  for (const [at, line] of readFileSync(path, 'utf8').split('\n').entries())
    for (const run of runsOf(line))
      if (sampled.has(run) && !idioms.has(run)) {
        count += 1
        process.stdout.write(`${path}:${at + 1} "${run}" stands in ${sampled.get(run)}\n`)
      }
process.stdout.write(`${count === 0 ? 1 : 0} passed, ${count} failed\n`)
process.exitCode = count === 0 ? 0 : 1
