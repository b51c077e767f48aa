import { describe, expect, it } from 'vitest'
import { readIntents } from '../../src/intents/readIntents.ts'

const context = { now: new Date('2027-03-01T08:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' }
const read = (text: string) => {
  const intent = readIntents(text, context).intents[0]!
  return intent.kind === 'briefing' ? intent.ask : intent.kind
}

describe('what is said about briefings', () => {
  it.each([
    ['briefing at 7:30', 450],
    ['Please send me my daily briefing at 7.30', 450],
    ['brief me at 8', 480],
    ['brief me every morning at 8am', 480],
    ['briefings at 6:45 pm', 1_125],
    ['move my briefing to 0715', 435],
    ['morning briefing at 12 am', 0],
    ['could you brief me at noon?', 720],
    ['briefing at half past seven', 450],
  ])('"%s" is a daily one at minute %i', (text, minute) => {
    expect(read(text)).toEqual({ kind: 'daily', minute })
  })

  it.each([
    'stop briefings',
    'Stop the daily briefing',
    'no more briefings please',
    "don't send me briefings",
    'turn off my briefings',
  ])('"%s" stops the daily one, although it sounds like something not to do', (text) => {
    expect(read(text)).toEqual({ kind: 'stop' })
  })

  it.each([
    'briefing now',
    'briefing',
    'brief me',
    'show me my briefing',
    "what's my briefing for today?",
    'daily briefing please',
  ])('"%s" shows the day', (text) => {
    expect(read(text)).toEqual({ kind: 'now' })
  })

  it('starts them again at the time of before', () => {
    expect(read('start briefings')).toEqual({ kind: 'daily', minute: null })
  })

  it.each([
    ['briefing 15 minutes before interviews', 15],
    ['brief me an hour before each interview', 60],
    ['no briefings before interviews', 0],
    ['stop briefings before meetings', 0],
  ])('"%s" is %i minutes before', (text, leadMinutes) => {
    expect(read(text)).toEqual({ kind: 'meeting', leadMinutes })
  })

  it.each([
    'briefing at 25:00',
    'briefing at 7:75',
    'briefing 2000 minutes before interviews',
    'stop briefings of Jane',
  ])('"%s" is no guess but a hint', (text) => {
    expect(readIntents(text, context).intents[0]!).toMatchObject({
      kind: 'unknown',
      text,
      hint: expect.stringContaining('briefing at 7:30'),
    })
  })

  it('leaves an interview that is called briefing alone', () => {
    expect(read('schedule a briefing with Jane')).toBe('schedule')
    expect(read('stop')).toBe('deny')
  })
})
