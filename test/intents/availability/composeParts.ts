import { composeOffers } from './composePlain.ts'
import { tellDay } from './sayDays.ts'
import { sayHours } from './sayHours.ts'
import { chooseDays, nextWeek, sayOffer } from './sayOffers.ts'
import { type Body, type Scene, weekdayOf, wholeDay } from './scene.ts'

function weekdaysFrom(scene: Scene, from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
    (day) => weekdayOf(day) <= 5 && day >= scene.first && day < scene.end,
  )
}

/** Days on one side of a day, "any day before Friday", "from the 10th onwards". */
export function composeSides(given: Scene): Body {
  const scene: Scene = { ...given, manner: given.manner === 'weekly' ? 'dated' : given.manner }
  const { dice, first, end } = scene
  const candidates = chooseDays(scene, 99).filter((day) => day > first + 1 && day < end - 3)
  const day = candidates.length > 0 ? dice.pick(candidates) : first + 2
  const name = tellDay({ ...scene, constructs: new Set() }, day)
  if (!name.isOn) return composeOffers(given)
  const [words, from, to] = dice.pick<readonly [string, number, number]>([
    ['any time after X', day + 1, end],
    ['any day after X', day + 1, end],
    ['from X onwards', day, end],
    ['any day from X', day, end],
    ['not before X', day, end],
    ['any day before X', first, day],
    ['any time before X', first, day],
    ['any day until X', first, day + 1],
    ['any day up to and including X', first, day + 1],
    ['nothing before X', day, end],
  ])
  scene.constructs.add(`side:${words}`)
  const hours = dice.chance(0.35) ? sayHours(scene, true, 'range') : wholeDay
  const clock = hours.text === '' ? '' : `, ${hours.text}`
  const said = `${words.replace('X', name.text)}${clock}`
  const text =
    hours.text === '' && dice.chance(0.5)
      ? `${dice.pick(["I'm free", 'I can do', 'available', 'Free'])} ${said}`.replace(
          /(I can do|free|available) (not|nothing)/i,
          '$2',
        )
      : said
  const offered = weekdaysFrom(scene, from, to).map((one) => ({ day: one, hours }))
  return { text, kind: 'available', said: { text, offered, refused: [] } }
}

/** "Today I can't, rest of the week 1 to 3". */
export function composeRest(scene: Scene): Body {
  const { dice, today } = scene
  if (weekdayOf(today) > 3) return composeOffers(scene)
  const hours = sayHours(scene)
  const no = dice.pick(["today I can't", 'today is out', 'not today', "today's no good", 'today no'])
  const clock = hours.text === '' ? dice.pick([' is fine', ' works', ' is ok']) : ` ${hours.text}`
  const text = `${no}, ${dice.pick(['rest of the week', 'the rest of the week', 'but the rest of this week'])}${clock}`
  const days = weekdaysFrom(scene, today + 1, today + 6 - weekdayOf(today))
  return { text, kind: 'available', said: { text, offered: days.map((day) => ({ day, hours })), refused: [] } }
}

/** Three days with the same hours. */
export function composeTriple(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 3)
  const quiet: Scene = { ...scene, manner: scene.manner === 'dated' ? 'dated' : 'weekly' }
  const names = days.map((day) => tellDay(quiet, day).text)
  const hours = sayHours(scene, true, dice.pick(['range', 'range', 'after', 'before', 'part']))
  const list = `${names.slice(0, -1).join(', ')}${dice.pick([' and ', ' or ', ', '])}${names.at(-1)}`
  const text = dice.pick([
    `${list} ${hours.text}`,
    `${list}, ${hours.text}`,
    `${list}, all ${hours.text}`,
    `${list}: ${hours.text}`,
    `${list} work, ${hours.text}`,
    `I can do ${list} ${hours.text}`,
  ])
  return {
    text: nextWeek(scene) + text,
    kind: 'available',
    said: { text, offered: days.map((day) => ({ day, hours })), refused: [] },
  }
}

/** The hours of one day said of another. */
export function composeLikewise(scene: Scene): Body {
  const { dice } = scene
  const [one = 0, two = 0] = chooseDays(scene, 2)
  const [a, b] = [tellDay(scene, one), tellDay(scene, two)]
  const hours = sayHours({ ...scene, zone: null }, true, 'range')
  const text = dice.pick([
    `${a.text} ${hours.text}, same time ${b.isOn ? 'on ' : ''}${b.text}`,
    `${a.text} ${hours.text} or ${b.text} same time`,
    `${a.text} ${hours.text}, ${b.text} likewise`,
    `${a.text} ${hours.text} and the same on ${b.text}`.replace(/on (tomorrow|tmrw)/i, '$1'),
    `${a.text} ${hours.text}. Same for ${b.text}`,
    `${a.text} or ${b.text}, ${hours.text} either day`,
    `${a.text} and ${b.text}, ${hours.text} both days`,
    `both ${a.text} and ${b.text} ${hours.text}`,
    `either ${a.text} or ${b.text} ${hours.text}`,
  ])
  return {
    text: nextWeek(scene) + text,
    kind: 'available',
    said: { text, offered: [one, two].map((day) => ({ day, hours })), refused: [] },
  }
}

/** A day of which a part is taken back. */
export function composePartial(scene: Scene): Body {
  const { dice } = scene
  const [day = 0] = chooseDays(scene, 1)
  const name = tellDay(scene, day)
  const [words, from, to] = dice.pick<readonly [string, number, number]>([
    ['but not before 11', 660, 1020],
    ['but not the morning', 720, 1020],
    ['but not in the afternoon', 540, 720],
    ['but not after 3', 540, 900],
    ['just not the morning', 720, 1020],
    ['except the morning', 720, 1020],
    ['but nothing before 10:30', 630, 1020],
    ['but only until 2', 540, 840],
    ['but only after 1', 780, 1020],
    ['as long as we finish by 4', 540, 960],
    ['not the afternoon though', 540, 720],
    [', only the morning', 540, 720],
    [', afternoon only', 720, 1020],
    ['but I have to leave at 3', 540, 900],
  ])
  scene.constructs.add(`partial:${words}`)
  const text = `${dice.pick([`${name.text} works`, `${name.text} is fine`, `I can do ${name.text}`, name.text])}${words.startsWith(',') ? '' : dice.pick([' ', ', '])}${words}`
  return {
    text: nextWeek(scene) + text,
    kind: 'available',
    said: { text, offered: [{ day, hours: { ...wholeDay, from, to } }], refused: [] },
  }
}

/** A day of which some hours are taken, and the rest is free. */
export function composeBusyHours(scene: Scene): Body {
  const { dice } = scene
  const [day = 0] = chooseDays(scene, 1)
  const name = tellDay(scene, day)
  const hours = sayHours({ ...scene, zone: null }, true, 'range')
  const clock = hours.text.replace('anytime ', '')
  const on = name.isOn ? `on ${name.text}` : name.text
  const text = dice.pick([
    `${name.text} I'm busy ${clock} but otherwise free`,
    `${name.text}: meeting ${clock}, otherwise free`,
    `${name.text} I have a call ${clock}, otherwise I'm free`,
    `I have a meeting ${clock} ${on}, other than that I'm free`,
    `${name.text} is free except ${clock}`,
    `${name.text} works apart from ${clock}`,
    `free all day ${on} except ${clock}`,
    `${on} any time other than ${clock}`,
    `${name.text} any time bar ${clock}`,
    `${name.text} is fine, just not ${clock}`,
  ])
  return {
    text: nextWeek(scene) + text,
    kind: 'available',
    said: { text, offered: [{ day, hours: wholeDay }], refused: [{ day, hours }] },
  }
}

export function composeWeekend(given: Scene): Body {
  const scene: Scene = { ...given, manner: given.manner === 'weekly' ? 'dated' : given.manner }
  const days = Array.from(
    { length: scene.manner === 'bare' ? 7 : scene.end - scene.first },
    (_, index) => scene.first + index,
  ).filter((day) => weekdayOf(day) > 5)
  const day = scene.dice.pick(days)
  const said = sayOffer(scene, tellDay(scene, day))
  return { text: said.text, kind: 'available', said }
}
