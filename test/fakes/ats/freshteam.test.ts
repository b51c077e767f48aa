import { expect, test } from 'vitest'
import { describeStandIn, mutation, send } from './describeStandIn.ts'
import { linkToFile } from './files.ts'
import { fillWorld } from './fillWorld.ts'
import { freshteam } from './freshteam.ts'
import { type StandIn, startStandIn } from './kit.ts'

const usual = { authorization: 'Bearer freshteam-key-1', accept: 'application/json' }
const at = '/api'
let first: Record<'candidate' | 'applicant' | 'job' | 'other' | 'user' | 'interview' | 'file', string>
function plant({ world }: StandIn): void {
  const user = world.addUser({ title: 'Recruiter' }).id
  const job = world.addJob({ recruiterIds: [user] }).id
  const other = world.addJob({ title: 'Baker', status: 'closed' }).id
  const candidate = world.addCandidate().id
  const applicant = world.addApplication({ candidateId: candidate, jobId: job, stageId: world.stagesOf(job)[2]!.id }).id
  const file = world.addAttachment({ candidateId: candidate }).id
  const seats = [{ userId: user, email: null, response: 'none' }]
  const times = { startAt: new Date('2027-02-02T10:00:00Z'), endAt: new Date('2027-02-02T10:45:00Z') }
  const interview = world.addInterview({ ...times, applicationId: applicant, seats, url: 'https://meet.example/x' }).id
  first = { candidate, applicant, job, other, user, interview, file }
}
const read = (path: string, operation: string) => ({ call: `GET ${at}/${path}`, operation })

describeStandIn({
  kind: freshteam,
  now: '2027-02-01T12:00:00Z',
  async prepare(standIn) {
    plant(standIn)
    return usual
  },
  asks({ origin, world }) {
    const { candidate, applicant, job, interview } = first
    return {
      jobs: read(
        'job_postings?status=published,closed&page=1&sort=updated_at&sort_type=desc',
        'list_jobs/job_postings',
      ),
      found: read('job_postings?title=signal&type=full_time&remote=false', 'list_jobs/job_postings'),
      job: read(`job_postings/${job}`, 'list_stages/job_posting_stages'),
      team: read(`job_postings/${job}`, 'get_hiring_team/job_requisitions'),
      applicants: read(
        `job_postings/${job}/applicants?status=open,on_hold&stage=on_site&created_since=2027-01-01T00:00:00Z&updated_since=2027-01-01T00:00:00Z&page=1`,
        'list_applications/job_applicants',
      ),
      byMail: read(
        `job_postings/${job}/applicants?candidate_email=rosa.quist@mail.example&candidate_first_name=Rosa&candidate_last_name=Quist&deleted=false`,
        'list_candidates/job_applicants_as_candidates',
      ),
      applicant: read(`applicants/${applicant}`, 'get_application/applicant'),
      candidate: read(`candidates/${candidate}`, 'get_candidate/candidate'),
      users: read('employees?page=1&updated_since=2027-01-01T00:00:00Z', 'list_users/employees'),
      interview: read(`interviews/${interview}`, 'get_interview/interview'),
      file: {
        call: `GET ${linkToFile(origin, world.attachments.rows[0]!, world.clock.now()).slice(origin.length)}`,
        isBare: true,
        operation: null,
      },
    }
  },
  mutationCount: 32,
  mutations: () => [
    mutation('another key', 'users', 401, {
      headers: { authorization: 'Bearer other' },
      words: '{"errors":[{"code":"invalid_credentials","message":"bad key"}]}',
    }),
    mutation('the key as a basic name', 'users', 401, {
      headers: { authorization: `Basic ${btoa('freshteam-key-1:')}` },
    }),
    mutation('the key as it is', 'users', 401, { headers: { authorization: 'freshteam-key-1' } }),
    mutation('the key sent to where files are', 'file', 406, { headers: usual, words: 'authorization' }),
    mutation('no word that JSON is wanted', 'users', 406, { headers: { accept: '*/*' }, words: 'not_acceptable' }),
    mutation('another kind of answer', 'users', 406, { headers: { accept: 'text/html' } }),
    mutation('page 0', 'jobs', 400, { query: { page: '0' }, words: '"field":"page"' }),
    mutation('a page by a word', 'users', 400, { query: { page: 'next' } }),
    mutation('a page size', 'applicants', 400, { query: { per_page: '100' }, words: '"field":"per_page"' }),
    mutation('an order that is none', 'jobs', 400, { query: { sort_type: 'newest' }, words: 'sort_type' }),
    mutation('an order by what is no field', 'applicants', 400, { query: { sort: 'name' }, words: '"field":"sort"' }),
    mutation('jobs that changed since', 'jobs', 400, { query: { updated_since: '2027-01-01T00:00:00Z' } }),
    mutation('remote by a word', 'found', 400, { query: { remote: 'maybe' }, words: 'remote' }),
    mutation('a status that is none', 'applicants', 400, { query: { status: 'active' }, words: 'status' }),
    mutation("a sub-stage's name as a stage", 'applicants', 400, { query: { stage: 'Interview' }, words: 'stage' }),
    mutation('applicants since no instant', 'applicants', 400, { query: { updated_since: 'yesterday' } }),
    mutation('applicants since 30 February', 'applicants', 400, { query: { created_since: '2027-02-30T00:00:00Z' } }),
    mutation('employees since no instant', 'users', 400, { query: { updated_since: '1' }, words: 'updated_since' }),
    mutation('employees by name', 'users', 400, { query: { first_name: 'Dana' } }),
    mutation('applicants of a job that is not there', 'applicants', 404, {
      path: [first.job, '1'],
      words: 'not_found',
    }),
    mutation('applicants of all jobs', 'applicants', 404, { path: [/job_postings\/\d+\//, ''] }),
    mutation('all candidates', 'candidate', 404, { path: [`/${first.candidate}`, ''] }),
    mutation("an applicant's id as a candidate's", 'candidate', 404, { path: [first.candidate, first.applicant] }),
    mutation("a candidate's id as an applicant's", 'applicant', 404, { path: [first.applicant, first.candidate] }),
    mutation('a job by title', 'job', 404, { path: [first.job, 'Baker'] }),
    mutation('all interviews', 'interview', 404, { path: [`/${first.interview}`, ''] }),
    mutation('an interview that is not there', 'interview', 404, { path: [first.interview, '1'] }),
    mutation('an interview taken away', 'interview', 405, { method: 'DELETE' }),
    mutation('an applicant written', 'applicant', 405, { method: 'PUT', text: '{"status":"rejected"}' }),
    mutation('a job written', 'jobs', 405, { method: 'POST', text: '{"title":"Baker"}', words: 'method_not_allowed' }),
    mutation('a link to a file with another signature', 'file', 403, { query: { signature: 'abc' } }),
    mutation('a link to a file that is over', 'file', 403, { query: { expires: '1' } }),
  ],
  everywhere: {
    noKey: [401, 'invalid_credentials'],
    unknownQuery: [400, 'zz_unknown'],
    unknownField: [400, ''],
    missingField: [400, ''],
    badType: [415, ''],
  },
})

async function get<T>(standIn: StandIn, path: string) {
  const answer = await send({ method: 'GET', url: `${standIn.origin}${at}/${path}`, headers: usual, body: undefined })
  return { ...answer, json: JSON.parse(answer.text) as T }
}

test('exports 120 applicants of 2 jobs in pages of 50 that end where one is empty', async () => {
  const standIn = await startStandIn(freshteam, { isUnlimited: true })
  fillWorld(standIn.world, { candidateCount: 120, jobCount: 2 })
  const ids: number[] = []
  const lengths: number[] = []
  const { json: jobs } = await get<{ id: number }[]>(standIn, 'job_postings')
  for (const { id } of jobs)
    for (let page = 1; lengths.at(-1) !== 0 || page === 1; page++) {
      const { json, status } = await get<{ candidate: { id: number } }[]>(
        standIn,
        `job_postings/${id}/applicants?page=${page}`,
      )
      expect(status).toBe(200)
      lengths.push(json.length)
      ids.push(...json.map(({ candidate }) => candidate.id))
    }
  expect(lengths).toEqual([50, 10, 0, 50, 10, 0])
  expect(new Set(ids).size).toBe(120)
  await standIn.stop()
})

test('gives of 3 applicants the 1 that moved since, and keeps deleted ones and deleted sub-stages apart', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(freshteam, { clock: { now: () => new Date(now) }, isUnlimited: true })
  plant(standIn)
  const { world } = standIn
  for (const isGone of [true, false])
    world.addApplication({ candidateId: world.addCandidate().id, jobId: first.job, extra: { isDeleted: isGone } })
  const [, screening] = world.stagesOf(first.job)
  world.stages.update(screening!.id, { extra: { isDeleted: true } })
  now += 3600_000
  world.moveApplication(first.applicant, world.stagesOf(first.job)[3]!.id)
  const idsOf = async (query: string) => {
    const { json } = await get<{ id: number; stage: string }[]>(
      standIn,
      `job_postings/${first.job}/applicants?${query}`,
    )
    return json.map(({ id, stage }) => [id, stage])
  }
  expect(await idsOf('updated_since=2027-02-01T12:30:00Z')).toEqual([[Number(first.applicant), 'offer']])
  expect(await idsOf('')).toHaveLength(2)
  expect(await idsOf('deleted=true')).toHaveLength(1)
  const { json } = await get<{ interview_process: { sub_stages: { deleted: boolean; stage: string }[] } }>(
    standIn,
    `job_postings/${first.job}`,
  )
  expect(json.interview_process.sub_stages.map(({ stage, deleted }) => [stage, deleted])).toEqual([
    ['candidature', false],
    ['screening', true],
    ['on_site', false],
    ['offer', false],
    ['hire', false],
  ])
  await standIn.stop()
})

test('lets 10 requests a minute in and tells with every answer, refusals too, how many are left', async () => {
  let now = Date.parse('2027-02-01T12:00:00Z')
  const standIn = await startStandIn(freshteam, { clock: { now: () => new Date(now) } })
  const left: (string | null)[] = []
  for (let count = 0; count < 11; count++) {
    const { headers } = await get(standIn, count === 3 ? 'interviews/1' : 'employees')
    left.push(headers.get('x-ratelimit-remaining'))
    expect(headers.get('x-ratelimit-total')).toBe('10')
  }
  expect(left).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1', '0', '0'])
  expect((await get(standIn, 'employees')).status).toBe(429)
  standIn.order({ kind: 'throttle', on: /job_postings/ })
  expect((await get(standIn, 'job_postings')).headers.get('x-ratelimit-remaining')).toBe('0')
  now += 60_000
  expect((await get(standIn, 'employees')).status).toBe(200)
  await standIn.stop()
})
