import type { Language } from '../domain/language.ts'
import type { PartyRole } from '../domain/party.ts'

/** What waits for the reader; each has its sentence. */
export type WaitingKind =
  | 'times'
  | 'approval'
  | 'noOverlap'
  | 'declined'
  | 'agreed'
  | 'passed'
  | 'failed'
  | 'linkExpiring'
  | 'linkExpired'

export interface BriefingWords {
  daily: { heading: (weekday: string) => string; opening: (name: string) => string }
  meeting: { heading: (candidate: string, time: string) => string; opening: (name: string) => string }
  subjectDaily: (interviewCount: number, firstTime: string | null, waitingCount: number) => string
  subjectMeeting: (time: string, candidate: string, role: string) => string
  interviewCount: (count: number) => string
  waitingCount: (count: number) => string
  roleAt: (job: string, company: string | null) => string
  section: { interviews: string; waiting: string; conflicts: string }
  label: {
    with: string
    stage: string
    place: string
    join: string
    number: string
    candidate: string
    note: string
    job: string
    record: string
    documents: string
    conversation: string
    attention: string
  }
  button: { join: string }
  party: Record<PartyRole, string>
  beingMoved: string
  unattended: string
  recordUnknown: string
  more: (count: number) => string
  waiting: Record<WaitingKind, (facts: { who: string; detail: string | null; when: string | null }) => string>
  overlap: (person: string, first: string, second: string) => string
  tooClose: (person: string, first: string, second: string, minutes: number, gapMinutes: number) => string
  busy: (what: string, busy: string) => string
  held: (what: string) => string
  today: (time: string) => string
  allTimesIn: (zone: string) => string
  settingsHint: Record<'daily' | 'meeting', string>
  nothing: string
}

const english: BriefingWords = {
  daily: { heading: (weekday) => `Your ${weekday}`, opening: (name) => `Hello ${name},` },
  meeting: { heading: (candidate, time) => `${candidate} at ${time}`, opening: (name) => `Hello ${name},` },
  subjectDaily: (interviews, first, waiting) =>
    [
      interviews > 0 ? `${english.interviewCount(interviews)} today${first ? `, first at ${first}` : ''}` : null,
      waiting > 0 ? english.waitingCount(waiting) : null,
    ]
      .filter(Boolean)
      .join('; '),
  subjectMeeting: (time, candidate, role) => `Soon, ${time}: ${candidate}, ${role}`,
  interviewCount: (count) => (count === 1 ? '1 interview' : `${count} interviews`),
  waitingCount: (count) => (count === 1 ? '1 thing waits for you' : `${count} things wait for you`),
  roleAt: (job, company) => (company ? `${job} at ${company}` : job),
  section: { interviews: "Today's interviews", waiting: 'Waiting for you', conflicts: 'Conflicts' },
  label: {
    with: 'With',
    stage: 'Stage',
    place: 'Where',
    join: 'Join',
    number: 'Number',
    candidate: 'Candidate',
    note: 'Candidate’s note',
    job: 'About the job',
    record: 'ATS record',
    documents: 'Documents',
    conversation: 'Conversation',
    attention: 'Attention',
  },
  button: { join: 'Join the call' },
  party: {
    candidate: 'candidate',
    client: 'client',
    hiringManager: 'hiring manager',
    interviewer: 'interviewer',
    recruiter: 'recruiter',
  },
  beingMoved: 'A new time is being looked for; this one stands until it is agreed.',
  unattended: 'You do not take part.',
  recordUnknown: 'The ATS did not answer for this application, so stage, record and documents are missing here.',
  more: (count) => `and ${count} more`,
  waiting: {
    times: ({ who }) => `${who}: say when you can`,
    approval: ({ who, detail }) =>
      `${who}: approve ${detail === '1' ? 'the offered time' : `one of ${detail} offered times`}`,
    noOverlap: ({ who, detail }) => `${who}: no common time${detail ? `. ${detail}` : ''}`,
    declined: ({ who, detail }) => `${who}: declined${detail ? `. ${detail}` : ''}`,
    agreed: ({ who }) => `${who}: the time is agreed, say how they join`,
    passed: ({ who }) => `${who}: the old time passed while a new one was looked for. Did they meet?`,
    failed: ({ who, detail }) => `${who}: a step failed${detail ? `. ${detail}` : ''}`,
    linkExpiring: ({ who, detail, when }) => `${who}: the link of ${detail} expires ${when}`,
    linkExpired: ({ who, detail, when }) => `${who}: the link of ${detail} expired ${when}`,
  },
  overlap: (person, first, second) => `${person} is in two places at once: ${first}, and ${second}.`,
  tooClose: (person, first, second, minutes, gap) =>
    `${person} has ${minutes === 0 ? 'no break' : `only ${minutes} min`} between ${first} and ${second}; ${gap} min are usual.`,
  busy: (what, busy) => `Your calendar has something else ${busy}, which cuts into ${what}.`,
  held: (what) => `${what} (reserved, not confirmed)`,
  today: (time) => `today at ${time}`,
  allTimesIn: (zone) => `All times: ${zone}.`,
  settingsHint: {
    daily: 'In the chat, "briefing at 7:30" changes the time and "stop briefings" ends them.',
    meeting: 'Sent shortly before each interview you take part in.',
  },
  nothing: 'No interviews today, and nothing waits for you.',
}

const german: BriefingWords = {
  daily: { heading: (weekday) => `Ihr ${weekday}`, opening: (name) => `Guten Tag ${name},` },
  meeting: { heading: (candidate, time) => `${candidate} um ${time}`, opening: (name) => `Guten Tag ${name},` },
  subjectDaily: (interviews, first, waiting) =>
    [
      interviews > 0 ? `Heute ${german.interviewCount(interviews)}${first ? `, zuerst um ${first}` : ''}` : null,
      waiting > 0 ? german.waitingCount(waiting) : null,
    ]
      .filter(Boolean)
      .join('; '),
  subjectMeeting: (time, candidate, role) => `Gleich, ${time}: ${candidate}, ${role}`,
  interviewCount: (count) => (count === 1 ? '1 Gespräch' : `${count} Gespräche`),
  waitingCount: (count) => (count === 1 ? '1 Punkt wartet auf Sie' : `${count} Punkte warten auf Sie`),
  roleAt: (job, company) => (company ? `${job} bei ${company}` : job),
  section: { interviews: 'Gespräche heute', waiting: 'Wartet auf Sie', conflicts: 'Überschneidungen' },
  label: {
    with: 'Mit',
    stage: 'Phase',
    place: 'Ort',
    join: 'Teilnehmen',
    number: 'Nummer',
    candidate: 'Bewerbung',
    note: 'Notiz aus der Bewerbung',
    job: 'Zur Stelle',
    record: 'ATS-Eintrag',
    documents: 'Unterlagen',
    conversation: 'Unterhaltung',
    attention: 'Achtung',
  },
  button: { join: 'Am Gespräch teilnehmen' },
  party: {
    candidate: 'Bewerbung',
    client: 'Kundenseite',
    hiringManager: 'Fachbereich',
    interviewer: 'Interview',
    recruiter: 'Recruiting',
  },
  beingMoved: 'Ein neuer Termin wird gesucht; bis dahin gilt dieser.',
  unattended: 'Sie nehmen nicht teil.',
  recordUnknown: 'Das ATS hat zu dieser Bewerbung nicht geantwortet, daher fehlen hier Phase, Eintrag und Unterlagen.',
  more: (count) => `und ${count} weitere`,
  waiting: {
    times: ({ who }) => `${who}: Ihre Zeiten fehlen`,
    approval: ({ who, detail }) =>
      `${who}: ${detail === '1' ? 'der vorgeschlagene Termin wartet' : `${detail} vorgeschlagene Termine warten`} auf Ihre Zusage`,
    noOverlap: ({ who, detail }) => `${who}: kein gemeinsamer Termin${detail ? `. ${detail}` : ''}`,
    declined: ({ who, detail }) => `${who}: abgesagt${detail ? `. ${detail}` : ''}`,
    agreed: ({ who }) => `${who}: Termin steht, es fehlt, wie sich alle treffen`,
    passed: ({ who }) =>
      `${who}: Der alte Termin ist vorbei, während ein neuer gesucht wurde. Hat das Gespräch stattgefunden?`,
    failed: ({ who, detail }) => `${who}: ein Schritt ist fehlgeschlagen${detail ? `. ${detail}` : ''}`,
    linkExpiring: ({ who, detail, when }) => `${who}: der Link von ${detail} läuft ab: ${when}`,
    linkExpired: ({ who, detail, when }) => `${who}: der Link von ${detail} ist abgelaufen: ${when}`,
  },
  overlap: (person, first, second) => `${person} ist doppelt verplant: ${first} und ${second}.`,
  tooClose: (person, first, second, minutes, gap) =>
    `${person} hat ${minutes === 0 ? 'keine Pause' : `nur ${minutes} Min.`} zwischen ${first} und ${second}; üblich sind ${gap} Min.`,
  busy: (what, busy) => `Ihr Kalender ist ${busy} anders belegt; das überschneidet sich mit ${what}.`,
  held: (what) => `${what} (reserviert, nicht bestätigt)`,
  today: (time) => `heute um ${time}`,
  allTimesIn: (zone) => `Alle Zeiten: ${zone}.`,
  settingsHint: {
    daily: 'Im Chat ändert „briefing at 7:30“ die Uhrzeit, „stop briefings“ beendet die Übersicht.',
    meeting: 'Kommt kurz vor jedem Gespräch, an dem Sie teilnehmen.',
  },
  nothing: 'Heute keine Gespräche, und nichts wartet auf Sie.',
}

export function briefingWordsFor(language: Language): BriefingWords {
  return language === 'de' ? german : english
}
