import { describe, expect, it } from 'vitest'
import type { StageStatus } from '../../src/domain/records.ts'
import { guessStageStatus } from '../../src/domain/stageStatus.ts'

const said: readonly (readonly [StageStatus, readonly string[]])[] = [
  ['applied', ['Applied', 'New applicants', 'Inbox']],
  ['submitted', ['Submitted to client', 'CV sent to client', 'Presented', 'Vorgestellt']],
  ['screening', ['Phone Screen', 'Recruiter call', 'Take home test', 'Telefongespräch', 'Application Review']],
  [
    'interview',
    ['Interview', '2nd round', 'Entretien client', 'Entrevista', 'Technical panel', 'Vorstellungsgespräch'],
  ],
  ['finalInterview', ['Final interview', 'Onsite', 'Third interview']],
  ['offer', ['Offer', 'Angebot', 'Oferta', 'Contract']],
  ['hired', ['Hired', 'Placed', 'Eingestellt', 'Contratado']],
  ['rejected', ['Rejected', 'Candidate withdrew', 'Absage', 'Interview declined', 'Not a fit']],
]

describe("what a customer's stage means", () => {
  it.each(said.flatMap(([status, labels]) => labels.map((label) => [label, status] as const)))(
    '"%s" is proposed as %s',
    (label, status) => {
      expect(guessStageStatus(label, { at: status === 'applied' ? 0 : 3, count: 8 })).toBe(status)
    },
  )

  it('of a word that says nothing is where people arrive in the first place, and before the interviews elsewhere', () => {
    expect(guessStageStatus('Zebra', { at: 0, count: 5 })).toBe('applied')
    expect(guessStageStatus('Zebra', { at: 3, count: 5 })).toBe('screening')
    expect(guessStageStatus('', { at: 0, count: 1 })).toBe('applied')
  })
})
