import type { Sign } from './signs.ts'

export type Mode = 'video' | 'phone' | 'onsite'

const phrases: readonly (readonly [Mode, string])[] = [
  ['video', 'google meet'],
  ['video', 'zoom'],
  ['video', 'teams'],
  ['video', 'ms teams'],
  ['video', 'webex'],
  ['video', 'skype'],
  ['video', 'video'],
  ['video', 'vid'],
  ['video', 'videochat'],
  ['phone', 'tel'],
  ['phone', 'blower'],
  ['video', 'videocall'],
  ['video', 'vc'],
  ['video', 'facetime'],
  ['video', 'remote'],
  ['video', 'remotely'],
  ['video', 'online'],
  ['video', 'virtual'],
  ['video', 'virtually'],
  ['video', 'hangouts'],
  ['video', 'gmeet'],
  ['video', 'over meet'],
  ['video', 'on meet'],
  ['video', 'via meet'],
  ['video', 'meet link'],
  ['video', 'hangout'],
  ['video', 'chime'],
  ['video', 'bluejeans'],
  ['video', 'gotomeeting'],
  ['video', 'on camera'],
  ['video', 'videoconference'],
  ['video', 'video-call'],
  ['phone', 'voice call'],
  ['phone', 'voice'],
  ['phone', 'phone-call'],
  ['phone', 'whatsapp call'],
  ['phone', 'call him'],
  ['phone', 'call her'],
  ['phone', 'landline'],
  ['onsite', 'come in'],
  ['onsite', 'comes in'],
  ['onsite', 'coming in'],
  ['onsite', 'at the client'],
  ['onsite', 'on-premises'],
  ['onsite', 'inperson'],
  ['onsite', 'f-2-f'],
  ['onsite', 'physical'],
  ['onsite', 'physically'],
  ['onsite', 'live'],
  ['onsite', 'head office'],
  ['phone', 'phone'],
  ['phone', 'telephone'],
  ['phone', 'phonecall'],
  ['phone', 'by telephone'],
  ['phone', 'dial-in'],
  ['phone', 'audio'],
  ['onsite', 'onsite'],
  ['onsite', 'on-site'],
  ['onsite', 'on site'],
  ['onsite', 'in person'],
  ['onsite', 'in-person'],
  ['onsite', 'face to face'],
  ['onsite', 'face-to-face'],
  ['onsite', 'f2f'],
  ['onsite', 'the office'],
  ['onsite', 'their office'],
  ['onsite', 'our office'],
  ['onsite', 'their offices'],
  ['onsite', 'our offices'],
  ['onsite', 'his office'],
  ['onsite', 'her office'],
  ['onsite', "'s office"],
  ['onsite', "'s offices"],
  ['onsite', 'the offices'],
  ['onsite', 'office visit'],
  ['onsite', 'premises'],
  ['onsite', 'hq'],
]
const split = phrases.map(([mode, phrase]) => ({ mode, words: phrase.split(' ') }))
const firstWords = new Set(split.map(({ words }) => words[0]))

/** "the Acme office": theirs, so somebody goes there. */
const places = new Set(['office', 'offices', 'building', 'hq', 'headquarters', 'site', 'premises', 'campus'])

/** How people meet, when words that say so begin at `at`. "Virtual onsite" and "remote job" say nothing of the kind. */
export function modeAt(signs: readonly Sign[], at: number): { mode: Mode; signCount: number } | null {
  const first = signs[at]
  if (first?.kind !== 'word') return null
  if (places.has(first.word) && signs[at - 1]?.mention?.kind === 'client') return { mode: 'onsite', signCount: 1 }
  if (!firstWords.has(first.word)) return null
  if (first.word === 'virtual' && ['onsite', 'on-site'].includes(signs[at + 1]?.word ?? '')) return null
  if (['onsite', 'on-site'].includes(first.word) && signs[at - 1]?.word === 'virtual') return null
  if (
    ['remote', 'remotely', 'online'].includes(first.word) &&
    ['work', 'job', 'role', 'working', 'only'].includes(signs[at + 1]?.word ?? '')
  )
    return null
  let best: { mode: Mode; signCount: number } | null = null
  for (const { mode, words } of split)
    if ((!best || words.length > best.signCount) && words.every((word, index) => signs[at + index]?.word === word))
      best = { mode, signCount: words.length }
  return best
}
