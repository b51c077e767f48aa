import type { Frame, IntentLabel } from './frame.ts'

/** A frame of which nothing but the label is said. */
export function emptyFrame(label: IntentLabel): Frame {
  return {
    label,
    candidate: null,
    client: null,
    job: null,
    contacts: [],
    added: [],
    removed: [],
    durationMinutes: null,
    count: null,
    format: null,
    mode: null,
    when: null,
    stage: null,
    party: null,
    note: null,
    options: [],
    zone: null,
    scope: null,
    ask: null,
    isThread: false,
  }
}
