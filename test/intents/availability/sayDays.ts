import { type Scene, weekdayOf } from './scene.ts'

/** Words for days, and the days; day numbers count from 1970-01-01. */
export interface Days {
  text: string
  days: number[]
  /** Takes "on" before it. */
  isOn: boolean
  /** The end of the first week of a stretch: a weekday that is excepted is one of these. */
  firstWeekEnd: number
}

const long = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const short = [['Mon'], ['Tue', 'Tues'], ['Wed', 'Weds'], ['Thu', 'Thurs'], ['Fri'], ['Sat'], ['Sun']]
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const spoken = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty second',
  'twenty-third',
  'twenty fourth',
  'twenty-fifth',
  'twenty sixth',
  'twenty-seventh',
  'twenty eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
]

const dateOf = (day: number) => {
  const date = new Date(day * 86_400_000)
  return { month: date.getUTCMonth(), day: date.getUTCDate() }
}

export function ordinal(day: number): string {
  const suffix = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${suffix}`
}

function weekday({ dice }: Scene, day: number): string {
  const at = weekdayOf(day) - 1
  return dice.chance(0.55) ? (long[at] ?? '') : dice.pick(short[at] ?? [])
}

const single = (text: string, day: number, isOn = true): Days => ({ text, days: [day], isOn, firstWeekEnd: day + 1 })

/** One day, in the manner of the scene. */
export function tellDay(scene: Scene, day: number): Days {
  const { dice, manner, today } = scene
  if (manner !== 'dated') {
    if (manner === 'bare' && day === today + 1 && dice.chance(0.5))
      return single(dice.pick(['tomorrow', 'tmrw', 'Tomorrow']), day, false)
    if (manner === 'bare' && day === today + 2 && dice.chance(0.15)) return single('the day after tomorrow', day, false)
    return single(weekday(scene, day), day)
  }
  const date = dateOf(day)
  const month = months[date.month] ?? ''
  const shortMonth = month.slice(0, 3)
  const number = date.day
  const isUs = scene.register === 'us'
  const name = dice.chance(0.5) ? month : shortMonth
  const plain = isUs
    ? dice.pick([`${name} ${number}`, `${name} ${ordinal(number)}`, `${date.month + 1}/${number}`])
    : dice.pick([
        `${number} ${name}`,
        `${ordinal(number)} ${name}`,
        `the ${ordinal(number)} of ${month}`,
        `${number}/${date.month + 1}`,
      ])
  const form = dice.weigh<string>([
    ['the', 3],
    ['plain', 4],
    ['named', 4],
    ['namedThe', 3],
    ['spoken', number > 3 ? 1 : 0],
    ['bracket', 1],
  ])
  scene.constructs.add(`date:${form}`)
  const text = {
    the: `the ${ordinal(number)}`,
    plain,
    named: `${weekday(scene, day)}${dice.pick([' ', ', '])}${plain}`,
    namedThe: `${weekday(scene, day)} ${dice.chance(0.5) ? 'the ' : ''}${ordinal(number)}`,
    spoken: `${dice.chance(0.5) ? `${long[weekdayOf(day) - 1]} ` : ''}the ${spoken[number - 1]}`,
    bracket: `${weekday(scene, day)} (${dice.chance(0.5) ? ordinal(number) : plain})`,
  }[form] as string
  return single(text, day)
}

/** Two days with one word between them. */
export function tellPair(scene: Scene, days: readonly number[], join: string): Days {
  const { dice, manner } = scene
  scene.constructs.add('pair')
  const [one = 0, two = 0] = days
  const made = (text: string): Days => ({ text, days: [...days], isOn: false, firstWeekEnd: two + 1 })
  const word = join === '/' ? '/' : ` ${join} `
  if (manner !== 'dated') return made(`${weekday(scene, one)}${word}${weekday(scene, two)}`)
  const isSameMonth = dateOf(one).month === dateOf(two).month
  const [a, b] = [ordinal(dateOf(one).day), ordinal(dateOf(two).day)]
  const between = join === '/' ? ' & ' : word
  if (isSameMonth && dice.chance(0.25)) {
    scene.constructs.add('pairBracket')
    return made(`${weekday(scene, one)}${between}${weekday(scene, two)} (${a}${dice.pick([', ', ' and ', '/'])}${b})`)
  }
  if (isSameMonth && dice.chance(0.5)) return made(`the ${a}${between}${dice.chance(0.5) ? 'the ' : ''}${b}`)
  return made(
    `${weekday(scene, one)} ${dice.chance(0.5) ? 'the ' : ''}${a}${between}${weekday(scene, two)} ${dice.chance(0.5) ? 'the ' : ''}${b}`,
  )
}

/** A stretch from one day to another of the same week. */
export function tellRange(scene: Scene): Days {
  const { dice, manner, nextMonday } = scene
  const first = nextMonday + dice.upTo(3)
  const last = first + 1 + dice.upTo(nextMonday + 4 - first)
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const made = (text: string): Days => ({ text, days, isOn: false, firstWeekEnd: last + 1 })
  if (manner === 'dated') {
    const [a, b] = [dateOf(first), dateOf(last)]
    if (a.month !== b.month) return made(`${ordinal(a.day)} ${months[a.month]} to ${ordinal(b.day)} ${months[b.month]}`)
    return made(
      dice.pick([
        `the ${ordinal(a.day)} to the ${ordinal(b.day)}`,
        `the ${ordinal(a.day)}-${ordinal(b.day)}`,
        `from the ${ordinal(a.day)} through the ${ordinal(b.day)}`,
        scene.register === 'us' ? `${months[a.month]} ${a.day}-${b.day}` : `${a.day}-${b.day} ${months[a.month]}`,
      ]),
    )
  }
  const week = manner === 'weekly' ? '' : ' next week'
  return made(
    `${weekday(scene, first)}${dice.pick([' to ', '-', ' - ', ' through ', ' thru ', ' till '])}${weekday(scene, last)}${week}`,
  )
}

/** A week or more, "any day next week"; days before an exception where `isExcepted`. */
export function tellStretch(scene: Scene, isExcepted = false): Days {
  const { dice, first, end, nextMonday } = scene
  const week = (monday: number, text: string): Days => ({
    text,
    days: [0, 1, 2, 3, 4].map((offset) => monday + offset),
    isOn: false,
    firstWeekEnd: monday + 5,
  })
  const any = dice.pick(['any day ', 'every day ', 'any weekday ', isExcepted ? 'any day ' : ''])
  const date = dateOf(nextMonday)
  const month = months[date.month] ?? ''
  const monday = scene.register === 'us' ? `${month} ${date.day}` : `${ordinal(date.day)} ${month}`
  const form = dice.weigh<string>([
    ['next', 4],
    ['commencing', 4],
    ['weekdays', 3],
    ['weekFirst', 3],
  ])
  scene.constructs.add(`stretch:${form}`)
  if (form === 'weekdays') {
    const days = Array.from({ length: end - first }, (_, index) => first + index).filter((day) => weekdayOf(day) <= 5)
    return {
      text: dice.pick(['any weekday', 'any day', 'every day', 'weekdays']),
      days,
      isOn: false,
      firstWeekEnd: first + 7,
    }
  }
  const named = dice.pick([
    `the week commencing ${monday}`,
    `week commencing ${monday}`,
    `w/c ${monday}`,
    `the week of ${monday}`,
    `the week of the ${ordinal(date.day)}`,
    `week beginning ${monday}`,
  ])
  if (form === 'next') return week(nextMonday, `${any}next week`)
  if (form === 'weekFirst')
    return week(
      nextMonday,
      `${dice.chance(0.5) ? 'next week' : named}${dice.pick([', ', ' '])}${(any || 'any day ').trim()}`,
    )
  return week(nextMonday, `${any}${any !== '' && dice.chance(0.5) ? 'in ' : ''}${named}`)
}
