import { emptyFrame } from '../../src/intents/emptyFrame.ts'
import type { Frame } from '../../src/intents/frame.ts'

/** A frame in which only what is given was said. */
export function frameOf(given: Partial<Frame> & Pick<Frame, 'label'>): Frame {
  return { ...emptyFrame(given.label), ...given }
}
