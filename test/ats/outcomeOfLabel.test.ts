import { expect, test } from 'vitest'
import { outcomeOfLabel } from '../../src/ats/outcomeOfLabel.ts'

test('takes 7 names of stages for a hire, 11 for an end, and 9 for neither', () => {
  const outcomes = (labels: string) => new Set(labels.split(', ').map(outcomeOfLabel))
  expect(outcomes('Placed, Hired, Joined, Started in role, Candidate placed, Eingestellt, Placement made')).toEqual(
    new Set(['hired']),
  )
  expect(
    outcomes(
      'Rejected by client, Not interested, Withdrew, Withdrawn by candidate, Offer declined, Disqualified, Not hired, Unsuccessful, Dropped out, Do not call, Absage',
    ),
  ).toEqual(new Set(['rejected']))
  expect(
    outcomes(
      'Applied, Interview, Client Interview, Offer, Offer accepted, Submitted to client, Hiring manager review, To be placed on hold, Reference check',
    ),
  ).toEqual(new Set(['active']))
})
