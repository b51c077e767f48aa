import { describe, expect, it } from 'vitest'
import { type PlaceWish, readPlaceWish } from '../../src/intents/readPlaceWish.ts'

const inChannel = (named: string): PlaceWish => ({ place: 'ownThread', channel: { named } })
const ownChannel: PlaceWish = { place: 'candidateChannel' }
const asked: PlaceWish = { place: 'asked' }

describe('a wish where requests have their card', () => {
  it.each<[string, PlaceWish]>([
    ['Put every request into its own thread in #talent-berlin', inChannel('talent-berlin')],
    ['all interviews get a thread in the recruiting channel', inChannel('recruiting')],
    ['new requests go to #personnel from now on', inChannel('personnel')],
    ['every request in a thread here please', { place: 'ownThread', channel: 'here' }],
    ['show all requests in this channel', { place: 'ownThread', channel: 'here' }],
    ['a separate thread for each request', { place: 'ownThread', channel: null }],
    ['open a private channel per candidate', ownChannel],
    ['every candidate gets a channel of their own', ownChannel],
    ['give each candidate their own private channel', ownChannel],
    ['leave requests where I asked for them', asked],
    ['no more channels for candidates', asked],
    ["don't open threads for requests any more", asked],
  ])('%s', (said, wish) => {
    expect(readPlaceWish(said)).toEqual(wish)
  })

  it.each([
    'interviews take 45 minutes from now on',
    'cancel the request',
    'ask the candidate where she works',
    'offer four times for each interview',
    'the candidate prefers a quiet room',
  ])('reads none in “%s”', (said) => {
    expect(readPlaceWish(said)).toBeNull()
  })
})
