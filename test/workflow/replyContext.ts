import type { AvailabilityContext } from '../../src/intents/availability/reading.ts'

/** Somebody in London, asked on Monday, 1 March 2027 for an hour within three weeks. */
export const replyContext: AvailabilityContext = {
  now: new Date('2027-03-01T08:00:00Z'),
  zone: 'Europe/London',
  locale: 'en-GB',
  fromOn: '2027-03-01',
  untilOn: '2027-03-22',
  durationMinutes: 60,
  proposals: [],
}
