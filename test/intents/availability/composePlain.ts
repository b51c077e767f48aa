import { tellDay, tellPair, tellRange, tellStretch } from './sayDays.ts'
import { sayHours } from './sayHours.ts'
import { chooseDays, joinSaid, nextWeek, sayOffer, sayOffers, sayRefusal } from './sayOffers.ts'
import { type Body, type Said, type Scene, weekdayOf, wholeDay } from './scene.ts'

export function composeOffers(scene: Scene): Body {
  const { dice } = scene
  const form = dice.weigh<string>([
    ['days', 8],
    ['range', 2],
    ['stretch', 3],
  ])
  scene.constructs.add(form)
  const lead =
    scene.manner === 'weekly' && form !== 'stretch' ? dice.pick(['next week ', 'Next week: ', 'next week, ']) : ''
  if (form === 'days') {
    const said = sayOffers(scene, chooseDays(scene, 1 + dice.upTo(3)))
    return { text: lead + said.text, kind: 'available', said }
  }
  const days = form === 'range' ? tellRange(scene) : tellStretch(scene)
  const said = sayOffer(scene, days)
  return { text: lead + said.text, kind: 'available', said }
}

export function composeList(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 2 + dice.upTo(3))
  const sign = dice.pick(['- ', '* ', '• ', '', '1'])
  const parts = days.map((day): Said => {
    const hours = sayHours(scene, true)
    const clock = hours.text === '' ? 'all day' : hours.text
    return {
      text: `${tellDay(scene, day).text}${dice.pick([' ', ': ', ', ', ' - '])}${clock}`,
      offered: [{ day, hours }],
      refused: [],
    }
  })
  const lines = parts.map(({ text }, index) => `${sign === '1' ? `${index + 1}. ` : sign}${text}`)
  const heading =
    scene.manner === 'weekly'
      ? 'Next week:'
      : dice.pick(['Here are some times:', 'My availability:', 'I can do:', 'These would work:', 'Available:', ''])
  const text = [heading, ...lines].filter((line) => line !== '').join('\n')
  return { text, kind: 'available', said: joinSaid(parts, text) }
}

export function composeRefusedFirst(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 2 + dice.upTo(3))
  const isToday = scene.manner === 'bare' && dice.chance(0.2)
  const refused = isToday ? sayToday(scene) : sayRefusal(scene, tellDay(scene, days.shift() ?? 0))
  const also = dice.chance(0.2) && days.length > 1 ? sayAlso(scene, days.shift() ?? 0) : null
  const offers = sayOffers(scene, days.slice(0, 2))
  const isBehind =
    refused.text.startsWith(refused.refused[0] ? '' : 'today') &&
    !/^(can't|i |not|busy|out|booked|cannot|i'm)/i.test(refused.text)
  const isHoursFirst =
    !/^(the|mon|tue|wed|thu|fri|all of|tomorrow|\d+(st|nd|rd|th|\/)|\d+ [a-z]{3}|[a-z]{3,9} \d)/i.test(offers.text)
  const join = dice.pick([', but ', '. ', '; ', isBehind && !isHoursFirst ? ', ' : '; ', ', however ', '.\n', ' but '])
  const text = nextWeek(scene) + refused.text + (also?.text ?? '') + join + offers.text
  return { text, kind: 'available', said: joinSaid([refused, ...(also ? [also] : []), offers], text) }
}

function sayToday(scene: Scene): Said {
  scene.constructs.add('today')
  return {
    text: scene.dice.pick(['today no', "today I can't", "Today's no good", 'not today', 'today is out']),
    offered: [],
    refused: [],
  }
}

function sayAlso(scene: Scene, day: number): Said {
  scene.constructs.add('also')
  const text = scene.dice.pick([
    ', DAY also no',
    ', DAY neither',
    ', nor DAY',
    ', DAY likewise',
    ' and DAY too',
    '. DAY is out too',
    ', same for DAY',
    ", DAY doesn't work either",
  ])
  return { text: text.replace('DAY', tellDay(scene, day).text), offered: [], refused: [{ day, hours: null }] }
}

export function composeRefusedLast(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 2 + dice.upTo(2))
  const refusedDay = days.splice(dice.upTo(days.length), 1)[0] ?? 0
  const offers = sayOffers(scene, days)
  const name = tellDay(scene, refusedDay)
  const refused: Said = dice.chance(0.3)
    ? {
        text: `${dice.pick([', not ', ' but not ', ', just not ', ' (not ', '. Not '])}${name.text}`,
        offered: [],
        refused: [{ day: refusedDay, hours: null }],
      }
    : { ...sayRefusal(scene, name) }
  const isTail = /^[ ,.]/.test(refused.text)
  const text =
    nextWeek(scene) +
    offers.text +
    (isTail
      ? refused.text + (refused.text.includes('(not') ? ')' : dice.pick([' though', '', '']))
      : dice.pick(['. ', ', but ', '; ']) + refused.text)
  return { text, kind: 'available', said: joinSaid([offers, refused], text) }
}

const excepts = ['except', 'but', 'bar', 'apart from', 'save', 'other than', 'except for', 'excluding', 'but not']

export function composeException(scene: Scene): Body {
  const { dice } = scene
  const isHours = dice.chance(0.25)
  if (isHours) {
    const [day = 0] = chooseDays(scene, 1)
    const hours = sayHours({ ...scene, zone: null }, false, 'range')
    const named = tellDay(scene, day)
    const except = dice.pick(excepts.filter((word) => word !== 'save' && word !== 'but' && word !== 'but not'))
    const text = `${dice.pick(['any time', 'anytime', 'all day', 'I can do any time'])} ${named.isOn ? 'on ' : ''}${named.text} ${except} ${hours.text.replace('anytime ', '')}`
    const lead = scene.manner === 'weekly' ? 'next week: ' : ''
    return {
      text: lead + text,
      kind: 'available',
      said: { text, offered: [{ day, hours: wholeDay }], refused: [{ day, hours }] },
    }
  }
  const stretch = tellStretch(scene, true)
  const outs = dice
    .shuffle(stretch.days.filter((day) => weekdayOf(day) <= 5 && day < stretch.firstWeekEnd))
    .slice(0, dice.chance(0.25) ? 2 : 1)
  const isSame = (day: number) => outs.some((out) => weekdayOf(out) === weekdayOf(day))
  // Of more than a week it is every such day.
  const isLong = stretch.days.length > 5
  const names = outs.map((day) =>
    dice.pick((weekdayForms[weekdayOf(day) - 1] ?? []).filter((name) => !isLong || !name.startsWith('the'))),
  )
  const hours = sayHours(scene)
  const clock = hours.text
  const except = dice.pick(excepts)
  const out = names.join(dice.pick([' and ', ' or ', ' & ']))
  const isClockLast = clock !== '' && dice.chance(0.5)
  const text =
    clock === '' || isClockLast
      ? `${stretch.text} ${except} ${out}${clock === '' ? dice.pick(['', ' works', ' is fine', '']) : `, ${clock}`}`
      : `${stretch.text} ${clock} ${except} ${out}`
  const kept = stretch.days.filter((day) => !isSame(day))
  return { text, kind: 'available', said: { text, offered: kept.map((day) => ({ day, hours })), refused: [] } }
}

const weekdayForms = [
  ['Monday', 'Mon', 'the Monday'],
  ['Tuesday', 'Tue', 'Tues', 'the Tuesday'],
  ['Wednesday', 'Wed', 'Weds'],
  ['Thursday', 'Thu', 'Thurs'],
  ['Friday', 'Fri', 'the Friday'],
]

export function composeCorrection(scene: Scene): Body {
  const { dice } = scene
  const [one = 0, two = 0] = dice.shuffle(chooseDays(scene, 2))
  const [a, b] = [tellDay(scene, one), tellDay(scene, two)]
  const [hours, other] = [sayHours(scene, false, 'range'), sayHours(scene, false, 'range')]
  const lead = nextWeek(scene)
  const form = dice.pick(['scrap', 'meant', 'hours', 'wait', 'instead'])
  scene.constructs.add(`correct:${form}`)
  const text = {
    scrap: `${a.text} ${hours.text}${dice.pick(['... actually', '. Actually', '. Sorry,', '... hmm,'])} ${dice.pick(['scrap', 'scratch', 'forget', 'ignore'])} ${a.text}. ${b.text} ${other.text}${dice.pick([' instead', ' instead.', ''])}`,
    meant: `${a.text} ${hours.text}${dice.pick(['. Sorry, I meant', ' - sorry, I meant', ', sorry I mean', '. Oops, meant'])} ${b.text}`,
    hours: `${a.text} ${hours.text}${dice.pick(['. Make that', '. Sorry, make that', ', actually make it', '. Correction:'])} ${other.text}`,
    wait: `${a.text}${dice.pick([', no wait, ', ' - no, ', '... no sorry, ', ', no make that '])}${b.text} ${hours.text}`,
    instead: `${a.text} ${dice.pick(["doesn't work after all", 'is gone now', 'just got booked'])}, ${b.text} ${other.text} ${dice.pick(['instead', 'instead please', 'works instead'])}`,
  }[form] as string
  const [day, clock] =
    form === 'hours' ? [one, other] : form === 'meant' || form === 'wait' ? [two, hours] : [two, other]
  return { text: lead + text, kind: 'available', said: { text, offered: [{ day, hours: clock }], refused: [] } }
}

export function composeBusy(scene: Scene): Body {
  const { dice } = scene
  if (scene.manner !== 'weekly' && dice.chance(0.5)) {
    const range = tellRange(scene)
    const said = sayRefusal(scene, range)
    return { text: said.text, kind: 'busy', said }
  }
  const days = chooseDays(scene, 1 + dice.upTo(2))
  const said = sayRefusal(scene, days.length > 1 ? tellPair(scene, days, 'and') : tellDay(scene, days[0] ?? 0))
  return { text: nextWeek(scene) + said.text, kind: 'busy', said }
}

const strange = [
  'is cooked',
  'is a quagmire',
  "'s gone pear-shaped",
  'is stuffed',
  'is a dumpster fire',
  'might get eaten by the audit',
  'is when we migrate',
  'belongs to the auditors',
  'is all about the roadshow',
  'hangs on the surveyor',
  'is toast',
  'is kaput',
  'is iffy',
  'is dicey',
  'is verboten',
  'is hairy',
  'toast',
  'got nixed',
  'has been nuked',
  'is sprint zero',
  'is earmarked',
  'is up in the air',
  'is pencilled',
  'hinges on the plumber',
  'only if Bob agrees',
  'unless the boiler man comes',
  'if the kids are back',
  'depending on my shifts',
  'provided the train runs',
  'would ruin me',
  'fills me with dread',
  'clashes',
  'is quarter end',
  "is Zoe's nativity",
  'is a fire drill',
  'is inset day',
  'is bin day',
  'is reserved',
  'requires notice',
  'needs checking',
  'is a stretch',
  'is a gamble',
  'is a maybe',
]

export function composeUnknown(scene: Scene): Body {
  const { dice } = scene
  const days = chooseDays(scene, 2)
  const unknown = `${tellDay(scene, days.shift() ?? 0).text}${dice.pick(strange).replace(/^(?=\w)/, ' ')}`
  const offers = dice.chance(0.6) ? sayOffers(scene, days) : null
  const lead = dice.chance(0.2) ? dice.pick(['yeah nah ', 'ok so ', 'yes hello, ', 'great, ', 'sure, ']) : ''
  const both = offers && dice.chance(0.3) ? offers.text + dice.pick([', ', '. ', '; ', ' and ']) + unknown : null
  const text =
    (both ? '' : lead) +
    nextWeek(scene) +
    (both ?? (offers ? unknown + dice.pick(['. ', ', but ', '; ', ', ']) + offers.text : unknown))
  return { text, kind: 'unsure', said: offers ?? { text, offered: [], refused: [] } }
}

export function composeNothing(scene: Scene): Body {
  const text = scene.dice.pick([
    'Thanks, will check my diary and get back to you',
    'Great, looking forward to it',
    'Let me look into it and come back to you',
    'Thank you, received',
    'Thanks so much for the update',
  ])
  return { text, kind: 'none', said: { text, offered: [], refused: [] } }
}
