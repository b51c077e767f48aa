import { composeOffers } from './composePlain.ts'
import { tellDay } from './sayDays.ts'
import { type Hours, sayHours } from './sayHours.ts'
import { chooseDays, nextWeek } from './sayOffers.ts'
import { type Body, type Said, type Scene, wholeDay } from './scene.ts'

interface Told {
  dayA: number
  dayB: number
  /** As a subject: "Tuesday", "the 17th". */
  a: string
  b: string
  /** An hour of the day, and an hour or two later. */
  at: { text: string; minute: number }
  later: { text: string; minute: number }
  /** Hours of the evening or of work with both ends said. */
  hours: Hours
}

const tellHour = (hour: number) => ({
  text: `${hour > 12 ? hour - 12 : hour}${hour >= 12 ? 'pm' : 'am'}`,
  minute: hour * 60,
})
const stretch = (from: number, to: number): Hours => ({ ...wholeDay, from, to })

/** How something is said, and what it offers and refuses. */
type Turn = readonly [
  construct: string,
  shapes: readonly string[],
  meant: (told: Told) => Partial<Body['said']>,
  kind?: Body['kind'],
]

const turns: readonly Turn[] = [
  [
    'narrowedDay',
    [
      'A or B, though B only H',
      'A and B. B only H though',
      'A and B work. B has to be H',
      'A is fine and so is B, but B only H',
    ],
    ({ dayA, dayB, hours }) => ({
      offered: [
        { day: dayA, hours: wholeDay },
        { day: dayB, hours },
      ],
    }),
  ],
  [
    'hardStop',
    [
      'A works but I have to leave at T',
      'A, although I need to finish by T',
      'A is good, I just have to be gone by T',
      'A. I have to go at T',
    ],
    ({ dayA, at }) => ({ offered: [{ day: dayA, hours: stretch(540, at.minute) }] }),
  ],
  [
    'reasonBehind',
    [
      'A H once the kids are in bed',
      'A H, as soon as my shift is over',
      'A H once everyone is home',
      "A H once I've done the school run",
    ],
    ({ dayA, hours }) => ({ offered: [{ day: dayA, hours }] }),
  ],
  [
    'verdictOnHours',
    ['A after T is no good', "A doesn't work after T", "A after T isn't possible", 'A is no good after T'],
    ({ dayA, at }) => ({ refused: [{ day: dayA, hours: stretch(at.minute, 1020) }] }),
    'busy',
  ],
  [
    'eitherSide',
    [
      'I have a call T-U on A but free either side',
      'In meetings T to U on A but free either side of that',
      'A either side of T-U',
      "I'm busy T-U on A, either side is fine",
    ],
    ({ dayA, at, later }) => ({
      offered: [
        { day: dayA, hours: stretch(540, at.minute) },
        { day: dayA, hours: stretch(later.minute, 1020) },
      ],
    }),
  ],
  [
    'whereabouts',
    ["I'm in the office A, so B H", "I'm up at the Leeds site A so B H please", "I'm at the clinic A so B H works"],
    ({ dayB, hours }) => ({ offered: [{ day: dayB, hours }] }),
  ],
  [
    'eventEnd',
    [
      'A after my class (ends T)',
      'A, after the stand-up (finishes at T)',
      'after my exam ends at T on A',
      'once my lecture finishes at T on A',
    ],
    ({ dayA, at }) => ({ offered: [{ day: dayA, hours: stretch(at.minute, 1020) }] }),
  ],
  [
    'likeRefused',
    ['A is out and so is B', "A's full, so is B", 'A is booked, and so is B'],
    ({ dayA, dayB }) => ({
      refused: [
        { day: dayA, hours: null },
        { day: dayB, hours: null },
      ],
    }),
    'busy',
  ],
  [
    'strangeHours',
    ['A is great, squiggled betwixt H', 'A works. We grok H', 'A is good, the gloaming H'],
    ({ dayA, hours }) => ({ offered: [{ day: dayA, hours }] }),
    'unsure',
  ],
  [
    'strangeCondition',
    ["A, pending my aunt's ok", 'A, subject to bribery', 'A works contingent on ferrets', 'A but let me double check'],
    () => ({}),
    'unsure',
  ],
]

/** What is said of hours, days and reasons beside each other: "Tuesday or Wednesday, though Wednesday only until 1". */
export function composeTurns(scene: Scene): Body {
  const { dice } = scene
  const [dayA, dayB] = chooseDays(scene, 2)
  if (dayA === undefined || dayB === undefined) return composeOffers(scene)
  const quiet: Scene = { ...scene, zone: null }
  const hour = 10 + dice.upTo(5)
  const told: Told = {
    dayA,
    dayB,
    a: tellDay(quiet, dayA).text,
    b: tellDay(quiet, dayB).text,
    at: tellHour(hour),
    later: tellHour(hour + 1 + dice.upTo(2)),
    hours: sayHours(quiet, true, 'range'),
  }
  const [construct, shapes, meant, kind = 'available'] = dice.pick(turns)
  scene.constructs.add(`turn:${construct}`)
  const words: Readonly<Record<string, string>> = {
    A: told.a,
    B: told.b,
    H: told.hours.text,
    T: told.at.text,
    U: told.later.text,
  }
  const text = nextWeek(quiet) + dice.pick(shapes).replace(/\b[ABHTU]\b/g, (sign) => words[sign] ?? sign)
  const said: Said = { text, offered: [], refused: [], ...meant(told) }
  return { text, kind, said }
}
