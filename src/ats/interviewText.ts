import { noteMark } from './noteMark.ts'
import type { InterviewWrite } from './port.ts'

const statusWords = {
  SCHEDULED: 'Interview scheduled',
  COMPLETE: 'Interview took place',
  CANCELED: 'Interview cancelled',
}

/** An interview as text, for systems that have no field for it (R66: who, when and where). */
export function interviewText({
  status,
  title,
  startAt,
  endAt,
  location,
  participants,
  zone = 'UTC',
}: InterviewWrite): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: zone }).format(startAt)
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone })
  const people = participants.map(({ name, role }) => `${name} (${roleWords[role] ?? role})`)
  return [
    `${statusWords[status]}: ${title}`,
    `When: ${day}, ${time.format(startAt)} to ${time.format(endAt)} (${zone})`,
    ...(location ? [`Where: ${location}`] : []),
    ...(people.length > 0 ? [`With: ${people.join(', ')}`] : []),
  ].join('\n')
}

const roleWords: Readonly<Record<string, string>> = {
  candidate: 'candidate',
  client: 'client',
  hiringManager: 'hiring manager',
  interviewer: 'interviewer',
  recruiter: 'recruiter',
}

/** A note as it is written: what happened, and the mark it is found by. */
export function noteText(text: string, key: string): string {
  return `${text}\n${noteMark(key)}`
}
