import type { BriefedInterview, BriefingView } from '../../src/briefings/compose.ts'

const at = (iso: string) => new Date(iso)

/** An interview by video with everything known; `changes` say what is different. */
export function interviewOf(changes: Partial<BriefedInterview> = {}): BriefedInterview {
  return {
    startsAt: at('2027-03-03T09:00:00Z'),
    endsAt: at('2027-03-03T10:00:00Z'),
    candidateName: 'Jane Whitfield',
    jobTitle: 'Backend Engineer',
    clientName: 'Acme Robotics',
    format: { kind: 'video', url: 'https://meet.acme.example/backend' },
    role: 'recruiter',
    isTakingPart: true,
    isBeingMoved: false,
    people: [
      { name: 'Jane Whitfield', role: 'candidate' },
      { name: 'Marta Lindqvist', role: 'client' },
    ],
    candidateNote: 'I can also do a phone call if the video does not work.',
    record: {
      url: 'http://127.0.0.1:4000/records/applications/a1',
      stageLabel: 'Client interview',
      headline: 'Senior Backend Engineer, Initech',
      jobDescription:
        'Build the services that keep 4,000 robots moving.\nGo and PostgreSQL, a team of six.\n\nBenefits follow.',
      documents: [
        { name: 'Jane Whitfield CV.pdf', url: 'http://127.0.0.1:4000/records/documents/d1' },
        { name: 'Cover letter.pdf', url: '/records/documents/d2' },
      ],
    },
    chatUrl: '/threads/t1',
    ...changes,
  }
}

/** A recruiter's Wednesday with three interviews, two things waiting and a conflict. */
export function dailyView(changes: Partial<BriefingView> = {}): BriefingView {
  const phone = interviewOf({
    startsAt: at('2027-03-03T10:05:00Z'),
    endsAt: at('2027-03-03T10:35:00Z'),
    candidateName: 'Omar Haddad',
    jobTitle: 'Data Analyst',
    clientName: 'Northwind',
    format: { kind: 'phone', number: '+44 20 7946 0018', caller: 'client' },
    isTakingPart: false,
    isBeingMoved: true,
    people: [
      { name: 'Omar Haddad', role: 'candidate' },
      { name: 'Marta Lindqvist', role: 'client' },
    ],
    candidateNote: null,
    record: null,
  })
  const onsite = interviewOf({
    startsAt: at('2027-03-03T14:00:00Z'),
    endsAt: at('2027-03-03T15:30:00Z'),
    candidateName: 'Nadia Petrova',
    jobTitle: 'Recruitment Consultant',
    clientName: null,
    format: { kind: 'onsite', address: 'Alder & Finch, 3 Mill Lane, London' },
    people: [
      { name: 'Nadia Petrova', role: 'candidate' },
      { name: 'Priya Raman', role: 'hiringManager' },
    ],
    candidateNote: null,
  })
  return {
    kind: 'daily',
    now: at('2027-03-03T07:00:00Z'),
    reader: { zone: 'Europe/Berlin', locale: 'en-GB' },
    member: { name: 'Rosa Alder', email: 'rosa@alder-finch.example' },
    agency: { name: 'Alder & Finch', accentColor: '#0b5d51' },
    recruiter: null,
    interviews: [onsite, interviewOf(), phone],
    waiting: [
      {
        kind: 'noOverlap',
        candidateName: 'Callum Reid',
        jobTitle: 'QA Engineer',
        detail: 'Tom Becker is free only when Callum is not.',
        at: null,
        chatUrl: '/threads/t2',
      },
      {
        kind: 'linkExpiring',
        candidateName: 'Ines Costa',
        jobTitle: 'Product Designer',
        detail: 'Jonas Weber',
        at: at('2027-03-03T16:30:00Z'),
        chatUrl: '/threads/t3',
      },
    ],
    conflicts: [
      {
        kind: 'person',
        name: 'Marta Lindqvist',
        first: { ...interviewOf(), candidateName: 'Jane Whitfield', isHeld: false },
        second: { startsAt: phone.startsAt, endsAt: phone.endsAt, candidateName: 'Omar Haddad', isHeld: false },
        gapMinutes: 15,
      },
    ],
    ...changes,
  }
}

/** Half an hour before one interview. */
export function meetingView(changes: Partial<BriefingView> = {}): BriefingView {
  return {
    ...dailyView(),
    kind: 'meeting',
    now: at('2027-03-03T08:30:00Z'),
    interviews: [interviewOf()],
    waiting: [],
    conflicts: [],
    ...changes,
  }
}
