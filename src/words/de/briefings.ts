import type { BriefingWords } from '../briefingWords.ts'

export const germanBriefings: BriefingWords = {
  daily: { heading: (weekday) => `Ihr ${weekday}`, opening: (name) => `Guten Tag ${name},` },
  meeting: { heading: (candidate, time) => `${candidate} um ${time}`, opening: (name) => `Guten Tag ${name},` },
  subjectDaily: (interviews, first, waiting) =>
    [
      interviews > 0
        ? `Heute ${germanBriefings.interviewCount(interviews)}${first ? `, zuerst um ${first}` : ''}`
        : null,
      waiting > 0 ? germanBriefings.waitingCount(waiting) : null,
    ]
      .filter(Boolean)
      .join('; '),
  subjectMeeting: (time, candidate, job) => `Gleich, ${time}: ${candidate}, ${job}`,
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
