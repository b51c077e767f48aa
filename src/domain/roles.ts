import type { Member } from './settings.ts'

export const memberRoles = ['recruiter', 'coordinator', 'hiringManager', 'interviewer', 'admin'] as const
export type MemberRole = (typeof memberRoles)[number]

export const roleNames: Readonly<Record<MemberRole, string>> = {
  recruiter: 'Recruiter',
  coordinator: 'Coordinator',
  hiringManager: 'Hiring manager',
  interviewer: 'Interviewer',
  admin: 'Admin',
}

/** Whether somebody arranges interviews: opens, changes and ends requests. */
export function isArranger({ roles }: Pick<Member, 'roles'>): boolean {
  return roles.includes('recruiter') || roles.includes('coordinator')
}

export function isAdmin({ roles }: Pick<Member, 'roles'>): boolean {
  return roles.includes('admin')
}

/** What somebody decides or tells for themselves: nobody presses it for them. */
const personalKinds: ReadonlySet<string> = new Set([
  'approve',
  'decline',
  'offerTimes',
  'delegate',
  'findSubstitute',
  'acceptSeat',
  'confirmHold',
  'runningLate',
  'judgeReading',
])

/**
 * Whether a button may be pressed by somebody: by the member it was made for; and what an arranger would press, by any other
 * arranger who sees it.
 */
export function mayPress(kind: string, presser: Member, owner: Member | null): boolean {
  if (owner?.id === presser.id) return true
  return !personalKinds.has(kind) && owner !== null && isArranger(owner) && isArranger(presser)
}
