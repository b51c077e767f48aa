import type { SyncedApplication } from './connector.ts'

const notHired = /\b(?:not|isn'?t|never|un)[\s-]*(?:placed|hired|started|joined)\b/i
const hired = /^(?:placed|placement|hired|joined|started|onboarded|eingestellt)\b|\b(?:hired|placed)$/i
const out =
  /reject|declin|withdr[ae]w|not (?:interested|selected|suitable|a fit|proceeding)|unsuccessful|disqualif|dropped out|no[- ]show|do ?n[o']t call|abgelehnt|absage/i

/** Who was hired or is out, where a vendor has no state but the name of a stage: whatever says neither is active. */
export function outcomeOfLabel(label: string): SyncedApplication['outcome'] {
  if (notHired.test(label) || out.test(label)) return 'rejected'
  return hired.test(label.trim()) ? 'hired' : 'active'
}
