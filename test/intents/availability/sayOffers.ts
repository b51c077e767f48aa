import { type Days, tellDay, tellPair } from './sayDays.ts'
import { sayHours } from './sayHours.ts'
import { type Said, type Scene, weekdayOf } from './scene.ts'

/** Days of the message in order, each its own; every body takes from them. */
export function chooseDays(scene: Scene, count: number): number[] {
  const { dice, today, nextMonday, manner, first, end } = scene
  const [from, to] =
    manner === 'bare' ? [first, today + 8] : manner === 'weekly' ? [nextMonday, nextMonday + 5] : [first, end]
  const days = Array.from({ length: to - from }, (_, index) => from + index).filter(
    (day) => weekdayOf(day) <= 5 && day < end,
  )
  return dice
    .shuffle(days)
    .slice(0, count)
    .sort((a, b) => a - b)
}

export function sayOffer(scene: Scene, days: Days, isAlone = true): Said {
  const { dice } = scene
  const hours = sayHours(scene)
  const on = days.isOn && dice.chance(0.4) ? 'on ' : ''
  const isBare = hours.text === ''
  const reason = !isBare && !hours.isOpen && dice.chance(0.06) ? ` ${dice.pick(innocent)}` : ''
  if (reason) scene.constructs.add('reason')
  // A day without hours beside others with hours has to say that it is one of its own.
  const isWeak = isBare && !isAlone
  const form = dice.weigh<string>([
    ['plain', isWeak ? 0 : 5],
    ['behind', 4],
    ['allOf', isBare && days.days.length === 1 ? 2 : 0],
    ['front', isWeak ? 0 : 4],
    ['hoursFirst', isBare || / on$|^(morning|afternoon|arvo|evening|am|pm)$/.test(hours.text) ? 0 : 4],
    ['colon', isBare ? 0 : 2],
    ['split', isBare || !isAlone ? 0 : 2],
  ])
  const name = days.text
  const clock = isBare ? '' : ` ${hours.text}`
  const isMany = days.days.length > 1
  const yes = dice.pick(isMany ? yesMany : yesOne)
  const text = {
    plain: `${on}${name}${clock}${reason}`,
    behind: `${name}${clock}${reason} ${yes}`,
    allOf: `all of ${name}`,
    front: `${dice.pick(yesFront)} ${on}${name}${clock}${reason}`,
    hoursFirst: `${hours.text} ${days.isOn ? 'on ' : ''}${name}${reason}`,
    colon: `${name}: ${hours.text}${reason}`,
    split: `${name} ${yes}, ${hours.text}${reason}`,
  }[form] as string
  scene.constructs.add(`say:${form}`)
  return { text, offered: days.days.map((day) => ({ day, hours })), refused: [] }
}

const yesOne = [
  'works',
  'works for me',
  'is good',
  'is fine',
  'suits',
  'suits me',
  'would be fine',
  'is ok',
  'is free',
  'ok',
  'would work',
  'is gud',
  'would be great',
  'is perfect',
  "I'm free",
  'is doable',
  'looks good',
  'should be fine',
  "I'm available",
  'is wide open',
  'fine',
  'is good for me',
  'is a goer',
  'would suit me',
  'should work',
  'would be ideal',
  'is all good',
  'is clear',
  'is totally free',
  'can work',
  'yes',
  'is spot on',
  'is all yours',
  'is fine by me',
  'is fine with me',
  'works a treat',
  'works best',
  'works great',
  'is convenient',
  'would suit',
  'is best for me',
  'no problem',
  'would be lovely',
  'is open',
  'is cool',
]

const yesMany = [
  'work',
  'both work'.replace('both ', ''),
  'are good',
  'are fine',
  'suit',
  'suit me',
  'would be fine',
  'are ok',
  'are free',
  'would work',
  "I'm free",
  'are doable',
  'should be fine',
  "I'm available",
]

const yesFront = [
  'I can do',
  'I could do',
  'free',
  "I'm free",
  'available',
  "I'm available",
  'happy with',
  'how about',
  'could do',
  'can do',
  'I could make',
  'uh yeah',
  'I should be able to do',
  'I can manage',
  "I'd go for",
  'put me down for',
  'so yeah',
  'I would be available',
  'would suit me:',
  'yes to',
  'I can be free',
  'works for me:',
  'good for me:',
  'um I can do',
  "let's do",
  "I'd be free",
  'would prefer',
  'best for me is',
  "let's say",
  'yeah',
  'ok for',
  'we could do',
  'I have availability',
]

const noBehind = [
  'is out',
  'is a write-off',
  'no good',
  'is no good',
  "doesn't work",
  'is booked solid',
  "I'm out",
  'no',
  "I can't",
  'is impossible',
  "won't work",
  'is not possible',
  'is full',
  "I'm away",
  'is a no-go',
  "isn't good",
  'is bad',
  "I'm busy",
  'not possible',
  "wouldn't work",
  'is gone',
  "I'm not free",
  "I'm unavailable",
  'is a no',
  'is a no from me',
  'is chockers',
  'is a nightmare',
  'is a non-starter',
  'is off the table',
  'is packed',
  "I'm flat out",
  'is jammed',
  "I'm tied up",
  'is taken',
  "won't suit",
  'is not an option',
  'nope',
  "I'm at a wedding",
  "I'll be away",
  "can't be done",
  "I've got exams",
  "I'm in meetings all day",
  "isn't possible",
  "isn't great",
  'is not great',
  "I'm working",
  'is a struggle',
]

const noFront = [
  "can't do",
  "I can't do",
  'not',
  'not free',
  "I'm away",
  "I'm not available",
  'busy',
  "I won't be able to do",
  'out',
  "I'm out",
  'booked up',
  'cannot make',
]

const innocent = [
  'after my last meeting',
  'before the school run',
  'after the gym',
  'before my shift',
  'between meetings',
  'after my lecture',
  'before I head to work',
  "as I'm working from home",
]

const whyNot = [
  ' because of a wedding',
  ', travelling',
  ' (exam)',
  ', dentist',
  " as I'm on a course",
  ' due to the launch',
  ' because of Easter',
  ', all-day workshop',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
]

const strongJoins = ['. ', '; ', '\n']

const joins = [', ', ' or ', ', or ', '; ', '. ', ' and ', ', and ', ' plus ', ', plus ', '\n']

export function sayRefusal(scene: Scene, days: Days): Said {
  const { dice } = scene
  const why = dice.pick(whyNot)
  const isMany = days.days.length > 1
  const no = dice.pick(noBehind)
  const many = no
    .replace(/^is /, 'are ')
    .replace(/^isn't/, "aren't")
    .replace("doesn't", "don't")
    .replace(/^are a /, 'are a ')
  const text = dice.chance(0.6)
    ? `${days.text} ${isMany ? many : no}`
    : `${dice.pick(noFront)} ${days.isOn && dice.chance(0.3) ? 'on ' : ''}${days.text}`
  return { text: text + why, offered: [], refused: days.days.map((day) => ({ day, hours: null })) }
}

export function joinSaid(parts: readonly Said[], text: string): Said {
  return { text, offered: parts.flatMap(({ offered }) => offered), refused: parts.flatMap(({ refused }) => refused) }
}

/** One to three statements of days with hours; each day is named once. */
export function sayOffers(scene: Scene, free: readonly number[]): Said {
  const { dice } = scene
  const parts: Said[] = []
  const days = [...free]
  while (days.length > 0) {
    const isPair = days.length > 1 && weekdayOf(days[0] ?? 0) !== weekdayOf(days[1] ?? 0) && dice.chance(0.25)
    const own = days.splice(0, isPair ? 2 : 1)
    parts.push(
      sayOffer(
        scene,
        own.length > 1 ? tellPair(scene, own, dice.pick(['and', 'or', '&', '/'])) : tellDay(scene, own[0] ?? 0),
        free.length === own.length,
      ),
    )
  }
  const isDayLong = (part: Said | undefined) => part?.offered[0]?.hours.text === ''
  const isFirst = (part: Said | undefined) => part?.text.startsWith(part.offered[0]?.hours.text || '-') === true
  const text = parts
    .map((part, index) => {
      const before = parts[index - 1]
      if (index === 0) return part.text
      const isDay = part.offered[0] !== undefined && /^(the|mon|tue|wed|thu|fri|all of)/i.test(part.text)
      if (isDay && !isDayLong(part) && !isDayLong(before) && !isFirst(before) && dice.chance(0.15))
        return ` as well as ${part.text}`
      return dice.pick(isDayLong(part) || isDayLong(before) || isFirst(before) ? strongJoins : joins) + part.text
    })
    .join('')
  return joinSaid(parts, text)
}

export const nextWeek = (scene: Scene) =>
  scene.manner === 'weekly' ? scene.dice.pick(['Next week: ', 'next week ']) : ''
