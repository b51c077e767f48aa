import type { Frame } from '../../src/intents/frame.ts'

/** A frame in which only what is given was said. */
export function frameOf(given: Partial<Frame> & Pick<Frame, 'label'>): Frame {
  return {
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
    ...given,
  }
}
