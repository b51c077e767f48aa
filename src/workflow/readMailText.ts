import type { Interval } from '../domain/availability.ts'
import { isParleyError } from '../domain/errors.ts'
import { readWindows } from '../intents/times.ts'
import { windowsFromLocal } from './enterTimes.ts'

/** What the words of one person say about time. */
export interface MailReading {
  kind: 'available' | 'busy' | 'none' | 'decline' | 'select' | 'reject' | 'clarify'
  available: readonly Interval[]
  busy: readonly Interval[]
  /** Numbers of proposals, from 1. */
  select: readonly number[]
}

interface MailTextContext {
  now: Date
  zone: string
  locale: string
  /** First and last day that is asked for, ISO dates. */
  fromOn: string
  toOn: string
  /** In the order they were mailed. */
  proposals: readonly Interval[]
}

/** Reads what somebody wrote, quotes and signature included. Never throws; when unsure it says so. */
export function readMailText(text: string, context: MailTextContext): MailReading {
  const none: MailReading = { kind: 'clarify', available: [], busy: [], select: [] }
  try {
    const windows = readWindows(text.slice(0, 500), context)
    return windows?.length
      ? { ...none, kind: 'available', available: windowsFromLocal(windows, context.zone, context.now) }
      : none
  } catch (error) {
    if (isParleyError(error)) return none
    throw error
  }
}
