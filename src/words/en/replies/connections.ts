import type { WriteMode } from '../../../domain/connection.ts'
import { counted } from '../../counted.ts'

const counts = (n: number, one: string, other: string) => counted('en', n, { one: `# ${one}`, other: `# ${other}` })

/** Outside ATSs: being read, failing, changing by other hands. */
export const englishConnections = {
  reading: (name: string) =>
    `I am reading ${name} now. You can go on meanwhile; I tell you here when all of it is there.`,
  missing: (name: string, capability: string, said: string) => `${name}: I cannot ${capability}. ${said}`,
  stillReading: (name: string, records: string) => `Still reading ${name}: ${records} so far.`,
  connected: (name: string, records: string) => `${name} is connected: ${records}.`,
  writes: {
    on: 'I write interviews, stages and the log there.',
    dryRun:
      'Writing is in rehearsal: I show what I would write, and write nothing until you switch it on under Integrations.',
    off: 'I write nothing there.',
  } satisfies Record<WriteMode, string>,
  goOn: 'You can schedule by name now.',
  worksAgain: (name: string) => `${name} works again.`,
  fromBefore: (name: string) => `What I know of ${name} is from before.`,
  keyRefused: (name: string) =>
    `${name} no longer accepts the key. Enter a new one under Integrations. Until then I neither read nor write there.`,
  quiet: (name: string, days: number) =>
    `${name} answers, but has shown no change for ${days} days, which is unusually long. If people work in it, one of its ` +
    'interfaces may have stopped, or the key may see less than before: look at Integrations.',
  records: {
    candidates: (n: number) => counts(n, 'candidate', 'candidates'),
    applications: (n: number) => counts(n, 'application', 'applications'),
    jobs: (n: number) => counts(n, 'job', 'jobs'),
    contacts: (n: number) => counts(n, 'contact', 'contacts'),
    users: (n: number) => counts(n, 'colleague', 'colleagues'),
  },
  noRecords: 'no records',
  gone: (who: string, job: string, system: string) =>
    `${who} (${job}) is no longer in ${system}. Shall the request be cancelled?`,
  hired: (who: string, job: string, system: string) =>
    `${who} (${job}) was marked as hired in ${system}. Shall the request be cancelled?`,
  rejected: (who: string, job: string, system: string) =>
    `${who} (${job}) was marked as rejected or withdrawn in ${system}. Shall the request be cancelled?`,
  moved: (who: string, job: string, from: string, to: string, system: string) =>
    `${who} (${job}) was moved from "${from}" to "${to}" in ${system}. The request goes on.`,
  otherAddress: (who: string, email: string, system: string) =>
    `${who} has another e-mail address in ${system} now: ${email}. Mails of this request still go to the address it began with.`,
  drift: (system: string, what: string, ours: string, theirs: string) =>
    `${system} says otherwise than we agreed: ${what} is on ${ours}, but ${theirs}. Invitations say ${ours}.`,
  driftTime: (at: string) => `there it stands at ${at}`,
  driftGone: 'it is no longer there',
  writeAgain: (system: string) => `Write it to ${system} again`,
  noLongerAhead: 'This interview is no longer ahead, so nothing was written.',
  noDocuments: (name: string) => `${name} did not give the documents just now.`,
  recordIn: (name: string) => `Record in ${name}`,
}
