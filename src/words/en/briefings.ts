import type { BriefingWords } from '../briefingWords.ts'

export const englishBriefings: BriefingWords = {
  daily: { heading: (weekday) => `Your ${weekday}`, opening: (name) => `Hello ${name},` },
  meeting: { heading: (candidate, time) => `${candidate} at ${time}`, opening: (name) => `Hello ${name},` },
  subjectDaily: (interviews, first, waiting) =>
    [
      interviews > 0
        ? `${englishBriefings.interviewCount(interviews)} today${first ? `, first at ${first}` : ''}`
        : null,
      waiting > 0 ? englishBriefings.waitingCount(waiting) : null,
    ]
      .filter(Boolean)
      .join('; '),
  subjectMeeting: (time, candidate, job) => `Soon, ${time}: ${candidate}, ${job}`,
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
