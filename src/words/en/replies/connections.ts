import type { ConnectionState, WriteMode } from '../../../domain/connection.ts'
import { counted } from '../../counted.ts'

const counts = (count: number, one: string, other: string) =>
  counted('en', count, { one: `# ${one}`, other: `# ${other}` })

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
    candidates: (count: number) => counts(count, 'candidate', 'candidates'),
    applications: (count: number) => counts(count, 'application', 'applications'),
    jobs: (count: number) => counts(count, 'job', 'jobs'),
    contacts: (count: number) => counts(count, 'contact', 'contacts'),
    users: (count: number) => counts(count, 'colleague', 'colleagues'),
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
  needs: {
    connection: (system: string) =>
      `${system} is not connected at the moment, so nothing of this request is written there until its key is entered anew.`,
    manager: (system: string) =>
      `This job has no hiring manager in ${system}. Until one is named there, the interview does not show with a hiring manager; name one in the job's hiring team.`,
    managerTakingPart: (manager: string, system: string) =>
      `${system} names ${manager} as the hiring manager of this job, who does not take part. The interview will be written there, but does not show with the hiring manager. "Add ${manager}" changes that.`,
    client: (system: string) =>
      `People of your client are no users of ${system}, so the interview there does not show a hiring manager: who takes part stands in its text.`,
  },
  noDocuments: (name: string) => `${name} did not give the documents just now.`,
  recordIn: (name: string) => `Record in ${name}`,
  states: {
    connecting: 'Reading for the first time',
    connected: 'Connected',
    failing: 'Needs a look',
    revoked: 'Key not accepted',
  } satisfies Record<ConnectionState, string>,
  stands: (state: string, more: string) => `${state}: ${more}`,
  asked: {
    forAll: (name: string) => `${name} can be connected for the whole organisation, or for you alone.`,
    forMe: (name: string) => `You can connect ${name} for yourself; an admin can do it for everybody.`,
    noKeyHere: 'The page says where to find the key; please do not write it here.',
    connect: (name: string) => `Connect ${name}`,
    connectAnother: (name: string) => `Connect ${name} once more`,
    notListed: (written: string) => `"${written}" is not in the list by itself.`,
    these: (names: string) => `These can be connected: ${names}.`,
    none: 'No outside ATS can be connected here.',
    unified: (name: string) => `${name} brings about 70 more through one connection.`,
    files: 'Candidates, contacts and jobs of any system can be imported as CSV files.',
    listed: 'Connected at present',
    possible: 'What can be connected',
    systems: (count: number) =>
      counts(
        count,
        'applicant tracking system, on the page Integrations',
        'applicant tracking systems, on the page Integrations',
      ),
    chats: { label: 'Chats', detail: 'Slack and Microsoft Teams, by settings in the .env file' },
    pages: { integrations: 'Integrations', add: 'Add an ATS' },
  },
}
