import { describe, expect, it } from 'vitest'
import {
  approve,
  askJane,
  invitationsTo,
  jane,
  liveInterviewsOf,
  logEventsOf,
  marta,
  offer,
  requestOf,
  wednesday,
} from './janeAtAcme.ts'
import { openLoop } from './openLoop.ts'

describe('the loop on the embedded database', () => {
  it('goes from the sentence to 3 invitations, the ATS record and the move to SEQUENCE 1, then to the cancellation', async () => {
    const loop = await openLoop({ engine: 'pglite' })
    try {
      const thread = await askJane(loop)
      for (const who of [jane, marta]) await offer(loop, who, [wednesday])
      expect(await approve(loop, marta)).toEqual({ kind: 'done' })
      expect((await requestOf(loop)).state).toBe('confirmed')
      for (const who of [jane, marta, 'rosa@']) expect(await invitationsTo(loop, who)).toHaveLength(1)
      expect(await logEventsOf(loop)).toEqual(['requestSent', 'candidateSelected', 'booked'])
      await loop.press(thread, await loop.card(thread), 'Change how they join', {
        kind: 'onsite',
        details: '3 Mill Lane, London',
        keep: 'job',
      })
      expect((await liveInterviewsOf(loop))[0]?.sequence).toBe(1)
      await loop.press(thread, await loop.card(thread), 'Cancel the request', { reason: 'filled' })
      expect((await invitationsTo(loop, jane)).map((i) => [i.method, i.sequence])).toEqual([
        ['REQUEST', 0],
        ['REQUEST', 1],
        ['CANCEL', 2],
      ])
      const records = await loop.tables((tx) => tx.find('atsInterviews', {}))
      expect(records.map((r) => r.status)).toEqual(['CANCELED'])
      expect(loop.logged).toEqual([])
    } finally {
      await loop.store.close()
    }
  })
})
