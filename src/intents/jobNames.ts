import type { DirectoryJob, Fitting } from '../domain/directory.ts'
import { foldName } from '../domain/names.ts'
import { everydayWords } from './reading/everydayWords.ts'

/** What recruiters write for words of a job title. */
const abbreviations: ReadonlyMap<string, string> = new Map(
  (
    'eng:engineer engr:engineer engg:engineer dev:developer devs:developer mgr:manager sr:senior snr:senior jr:junior ' +
    'fe:frontend ml:machine ops:operations qa:quality ux:experience ui:interface acct:account exec:executive ' +
    'sde:engineer swe:engineer sdr:development rep:representative admin:administrator coord:coordinator dir:director ' +
    'infra:infrastructure sec:security quantitative:quant designers:designer engineers:engineer ios:ios'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Words of a title that name no job by themselves. */
const generic = new Set(
  (
    'engineer developer manager lead analyst executive officer head director specialist associate senior junior principal staff ' +
    'researcher designer architect consultant administrator coordinator representative assistant of and the chief vp'
  ).split(' '),
)

/** Words of a title that mean something else in most sentences: alone they are a job only beside "role" or the like. */
const everyday = new Set(
  (
    'data product security account sales customer success site quality experience operations research support business ' +
    'project program people talent marketing finance legal content platform systems network test field service growth machine'
  ).split(' '),
)

/** Joins "back end" and "front-end", and spells abbreviations out: two ways to write one title become equal. */
function titleWords(text: string): string[] {
  return foldName(text.replace(/\bBE\b/g, 'backend'))
    .replace(/\b(back|front|full) (end|stack)\b/g, '$1$2')
    .replace(/\bdev ops\b/g, 'devops')
    .split(' ')
    .filter(Boolean)
    .map((word) => abbreviations.get(word) ?? word)
}

function initialsOf(words: readonly string[]): string | null {
  const initials = words
    .filter((word) => !['of', 'and', 'the', 'for'].includes(word))
    .map((word) => word.charAt(0))
    .join('')
  return initials.length >= 2 && initials.length <= 4 && !everydayWords.has(initials) ? initials : null
}

interface Title {
  job: DirectoryJob
  words: readonly string[]
  isAcronym: boolean
}

/** A look-up of jobs by any part of their title that tells them from others. */
export function createJobFinder(
  jobs: readonly DirectoryJob[],
): (words: string) => (Fitting<DirectoryJob> & { isSure: boolean })[] {
  const titles: Title[] = jobs.flatMap((job) =>
    [job.title, ...(job.aka ?? [])].map((title) => ({
      job,
      words: titleWords(title),
      isAcronym: /^[A-Z]{2,5}$/.test(title),
    })),
  )
  const byWord = new Map<string, Title[]>()
  for (const title of titles)
    for (const word of new Set(title.words)) {
      const known = byWord.get(word)
      if (known) known.push(title)
      else byWord.set(word, [title])
    }
  const byInitials = new Map<string, Title[]>()
  for (const title of titles) {
    const initials = initialsOf(title.words)
    if (initials !== null) byInitials.set(initials, [...(byInitials.get(initials) ?? []), title])
  }
  return (text) => {
    const asked = titleWords(text)
    const written = foldName(text).split(' ')
    const lead = asked.find((word) => !generic.has(word)) ?? asked[0]
    if (lead === undefined || asked.length > 6) return []
    const found = new Map<string, Fitting<DirectoryJob> & { isSure: boolean }>()
    for (const title of byWord.get(lead) ?? []) {
      if (!asked.every((word) => title.words.includes(word))) continue
      const isWhole = asked.length === title.words.length
      if (asked.every((word) => generic.has(word)) && !isWhole) continue
      const isSure =
        (isWhole && (title.words.length > 1 || !everyday.has(lead))) ||
        written.some((word) => !everyday.has(word) && !generic.has(word)) ||
        asked.length > 1
      const known = found.get(title.job.id)
      if (!known || (isWhole && known.fit !== 'whole'))
        found.set(title.job.id, { item: title.job, fit: isWhole ? 'whole' : 'part', isSure })
    }
    // "PD" for the Product Designer; never sure, because most such words mean something else.
    if (found.size === 0 && asked.length === 1)
      for (const { job } of byInitials.get(written[0] ?? '') ?? [])
        found.set(job.id, { item: job, fit: 'part', isSure: false })
    const all = [...found.values()]
    return all.some(({ fit }) => fit === 'whole') ? all.filter(({ fit }) => fit === 'whole') : all
  }
}
