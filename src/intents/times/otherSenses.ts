import { months, smallCounts, weekdays } from './lexicon.ts'
import { isPersonSense } from './personSenses.ts'
import { endsClause, type Reading, startsClause, wordAt } from './reading.ts'
import type { TimeKind } from './timeExpression.ts'

/** Where an expression stands: the tokens from `at` to before `next`. */
interface Place {
  reading: Reading
  at: number
  next: number
}

/** Words that are read as times and mean something else where they stand: a score, a verse, a size, a name, an idiom. */
export function isOtherSense(reading: Reading, at: number, next: number, kind: TimeKind): boolean {
  const place = { reading, at, next }
  if (isCompound(place) || isPersonSense(reading, at, next)) return true
  if (kind === 'time' || kind === 'timeRange')
    return isRatio(place) || isVerse(place) || isScaleOrSize(place) || isScanLines(place)
  if (kind === 'date' || kind === 'dateRange') return isNumbered(place) || isIdiomDay(place)
  if (kind === 'duration') return isNoLength(place)
  if (kind === 'datetime' || kind === 'datetimeRange') return isIdiomMoment(place)
  return kind === 'recurring' && isPeriodical(place)
}

const words = (all: string): ReadonlySet<string> => new Set(all.split(' '))

/** Whether one of the words stands among the `reach` tokens before, in the same clause. */
function isLedBy({ reading, at }: Place, cues: ReadonlySet<string>, reach: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - reach; before--) {
    if (cues.has(wordAt(reading, before))) return true
    if (endsClause(reading, before) && wordAt(reading, before) !== ',') return false
  }
  return false
}

function hasHalf({ reading, at, next }: Place): boolean {
  for (let one = at; one < next; one++) if (halfWords.has(wordAt(reading, one))) return true
  return false
}

const halfWords = words("am pm a p o'clock oclock h hrs hours at @ noon midnight midday")
const beforeRatio = words(
  'odds ratio ratios score scored scoreline scores scale aspect voted vote ruled won win beat beaten outnumbered mix diluted dilute bet wager ' +
    'proportion proportions gearing leverage',
)
const behindRatio = words(
  'shot against majority favourite favorite odds outsider ratio bet mix split victory defeat draw chance aspect scale monitor screen display model models replica',
)

/** "odds of ten to one", "voted five to four", "1:50 scale". */
function isRatio(place: Place): boolean {
  const { reading, next } = place
  if (hasHalf(place)) return false
  const follower = wordAt(reading, next) === 'on' ? wordAt(reading, next + 1) : wordAt(reading, next)
  return isLedBy(place, beforeRatio, 5) || behindRatio.has(follower)
}

const books = words(
  'genesis exodus leviticus deuteronomy joshua judges ruth samuel kings chronicles ezra nehemiah esther job psalm psalms proverbs ecclesiastes isaiah ' +
    'jeremiah lamentations ezekiel daniel hosea joel amos obadiah jonah micah nahum habakkuk zephaniah haggai zechariah malachi matthew mark luke john acts ' +
    'romans corinthians galatians ephesians philippians colossians thessalonians timothy titus philemon hebrews james peter jude revelation ' +
    'surah sura quran verse verses gita psalter matt gen deut isa rom cor eph phil',
)
/** Names of people as well: only a verse where the sentence has nothing of a time. */
const nameBooks = words(
  'joshua ruth samuel job esther daniel joel amos matthew mark luke john timothy titus james peter jude gen phil matt acts',
)
const verseWords = words('read see reads verse quote quoted quotes says on in from is and')

/** "Psalm 23:4", "John 3:16 is on the poster": chapter and verse. */
function isVerse({ reading, at, next }: Place): boolean {
  const [first, mark] = [reading.tokens[at], reading.tokens[at + 1]]
  if (first?.kind !== 'number' || mark?.word !== ':' || !mark.isGlued) return false
  const book = reading.tokens[at - 1]
  if (!book || !books.has(book.word)) return false
  if (!nameBooks.has(book.word)) return true
  // "call John 3:30"; "Luke 10:25 to 10:37" is read on its own.
  const before = wordAt(reading, at - 2)
  return (
    book.isCapital && first.word.length <= 2 && (before === '' || verseWords.has(before)) && isVerseEnd(reading, next)
  )
}

function isVerseEnd(reading: Reading, next: number): boolean {
  return (
    endsClause(reading, next) ||
    ['is', 'says', 'on', 'in', 'to', 'and', 'reads', 'was', 'tells'].includes(wordAt(reading, next))
  )
}

const beforeScale = words(
  'rate rated rating scale score scores rank ranked number numbers numbered count counted counting levels values grade graded choose pick',
)

/** "rate it from 1 to 5", "a 4 by 4". */
function isScaleOrSize(place: Place): boolean {
  const { reading, at } = place
  const word = wordAt(reading, at)
  if (hasHalf(place)) return false
  if (word === 'from' || word === 'between') return isLedBy(place, beforeScale, 5) || isCountedOut(place)
  return word === 'by' && isCount(reading, at - 1) && isCount(reading, at + 1) && !isDate(reading, at - 1)
}

/** "the 27th by 12:30", "3 May by 5": the figure before is a day. */
function isDate({ tokens }: Reading, at: number): boolean {
  const before = tokens[at - 1]?.word ?? ''
  return tokens[at]?.isOrdinal === true || before === '/' || months.has(before) || weekdays.has(before)
}

function isCount({ tokens }: Reading, at: number): boolean {
  return tokens[at]?.kind === 'number' || smallCounts.has(tokens[at]?.word ?? '')
}

/** "from 1 to 10": nobody works that long. */
function isCountedOut({ reading, at, next }: Place): boolean {
  return next === at + 4 && wordAt(reading, at + 1) === '1' && ['10', '100'].includes(wordAt(reading, at + 3))
}

/** "1080p": lines on a screen. */
function isScanLines({ reading, at, next }: Place): boolean {
  const figure = reading.tokens[at]
  return next === at + 2 && wordAt(reading, at + 1) === 'p' && [480, 720, 1080, 1440, 2160].includes(figure?.value ?? 0)
}

const numbered = words(
  'slide step part question case page pages chapter section item row gate line aisle lot unit platform figure fig volume vol episode season grade tier ' +
    'phase exhibit article clause paragraph appendix score scored rated psalm verse route option lesson module exercise problem scene act block car ' +
    'build release lane lap hole test attempt',
)
const sharedOut = words(
  'beat rhythm signature groove stars majority wrench inch inches finished done complete completed votes points marks correct stake owner owners cup time full vision mile share bolt socket pipe hp tempo',
)

/** "slide 3/12", "a 2/3 majority", "corner of 3rd and 4th", "5th and Pine": figures that look like dates. */
function isNumbered(place: Place): boolean {
  const { reading, at, next } = place
  const token = reading.tokens[at]
  // "9 March Lane"
  if (reading.tokens[next]?.isCapital && streets.has(wordAt(reading, next))) return true
  if (token?.kind !== 'number') return isCrossing(place)
  if (wordAt(reading, at + 1) === '/' && next === at + 3) {
    if (isLedBy(place, beforeShare, 4) || numbered.has(wordAt(reading, at - 1)) || sharedOut.has(wordAt(reading, next)))
      return true
    // "9/11" is more than a day.
    return (
      token.value === 9 &&
      wordAt(reading, at + 2) === '11' &&
      ['the', 'post', 'since'].includes(wordAt(reading, at - 1))
    )
  }
  return token.isOrdinal && isCrossing(place)
}

const streets = words(
  'lane street road avenue close drive court way terrace square place crescent gardens mews boulevard',
)
const beforeShare = words('signature odds ratio pressure priced horse favourite favorite runner')

function isCrossing(place: Place): boolean {
  const { reading, at, next } = place
  const token = reading.tokens[next - 1]
  if (!token?.isOrdinal || next > at + 2) return false
  const joined = reading.tokens[next + 1]
  const isStreet = ['and', '&', '@'].includes(wordAt(reading, next)) && joined?.kind === 'word' && joined.isCapital
  return (
    (isStreet &&
      !months.has(joined.word) &&
      !weekdays.has(joined.word) &&
      joined.word !== 'i' &&
      wordAt(reading, at) !== 'the') ||
    isLedBy(place, corners, 4)
  )
}

const corners = words('corner intersection junction')

/** "back in the day", "make my day", "in this day and age", "the march of time". */
function isIdiomDay({ reading, at, next }: Place): boolean {
  const before = wordAt(reading, at - 1)
  const last = wordAt(reading, next - 1)
  if (last === 'day' && next <= at + 2) {
    if (wordAt(reading, next) === 'and' && wordAt(reading, next + 1) === 'age') return true
    if (['make', 'made', 'makes', 'making', 'seize', 'save', 'saved', 'saves', 'call'].includes(before)) return true
    return before === 'in' && wordAt(reading, at - 2) === 'back'
  }
  if (isWish(reading, at, last)) return true
  // "the march of time", "on the march".
  return last === 'march' && wordAt(reading, next - 2) === 'the' && !isBesideFigure(reading, next)
}

/** "Happy Friday!", "enjoy your weekend", "how was your weekend?". */
function isWish(reading: Reading, at: number, last: string): boolean {
  const before = wordAt(reading, at - 1)
  if (before === 'happy' || before === 'merry')
    return startsClause(reading, at - 1) || ['a', 'and'].includes(wordAt(reading, at - 2))
  return last === 'weekend' && wordAt(reading, at) === 'your' && ['enjoy', 'was', 'of', 'enjoyed'].includes(before)
}

function isBesideFigure(reading: Reading, next: number): boolean {
  return reading.tokens[next]?.kind === 'number'
}

const waits = words('wait hold hang just')
const crafts = words(
  'users pounds dollars euros people downloads sprint sprints race races run runs dash long wide deep tall high away views customers followers subscribers ' +
    'x by pool hurdles freestyle relay rows records investment funding revenue arr valuation round apart below above cable rope fence',
)
const screens = words(
  'screen monitor display tv laptop sub pizza ladder pipe wheel wheels rim disc disk vinyl single by x tall wide tablet blade ruler',
)

/** "a minute detail", "hang on a second", "a 100m sprint", "3D", "6'2\"", "in my 30s". */
function isNoLength(place: Place): boolean {
  const { reading, at, next } = place
  const last = wordAt(reading, next - 1)
  const after = reading.tokens[next]
  const before = wordAt(reading, at - 1)
  const isArticle = ['a', 'an', 'one'].includes(wordAt(reading, at))
  // "What a day!", "a night to remember"
  if (isArticle && (before === 'what' || (wordAt(reading, next) === 'to' && wordAt(reading, next + 1) === 'remember')))
    return true
  if (isArticle && next === at + 2 && ['minute', 'second', 'sec', 'min', 'moment'].includes(last)) {
    if (waits.has(before) || (before === 'on' && waits.has(wordAt(reading, at - 2)))) return true
    if (['please', ','].includes(wordAt(reading, next)) && (before === '' || before === ',')) return true
    if (last === 'minute' && after?.kind === 'word' && !endsClause(reading, next) && !behindMinute.has(after.word))
      return true
  }
  if (last === 'day' && before === 'it' && wordAt(reading, at - 2) === 'call') return true
  if (last === 'day' && isArticle && ['at', 'of'].includes(before) && wordAt(reading, next) === 'at') return true
  const figure = reading.tokens[at]
  if (figure?.kind !== 'number') return false
  if (last === 'd' && reading.tokens[next - 1]?.isCapital && reading.tokens[next - 1]?.isGlued) return figure.value <= 5
  if (last === 'm' && crafts.has(after?.word ?? '')) return true
  if (last === 's' && reading.tokens[next - 1]?.isGlued) return isPlural(place, figure.word)
  if (last === '"' || last === "'")
    return (
      screens.has(after?.word ?? '') || reading.tokens.slice(at, next).filter(({ kind }) => kind === 'mark').length > 1
    )
  return false
}

const beforePlural = words('my his her their our the mid late early iphone galaxy model')
const behindPlural = words(
  'of music and style fashion kid kids house era movie movies film films hits something rock pop decor',
)

/** "in her 30s", "10s of thousands", "an iPhone 5s", "1990s": more than one of the number. */
function isPlural({ reading, at, next }: Place, figure: string): boolean {
  if (figure.length === 4) return true
  if (beforePlural.has(wordAt(reading, at - 1))) return true
  return figure.endsWith('0') && behindPlural.has(wordAt(reading, next))
}

/** What goes on behind "a minute" when it is a length; any other word is what is minute. */
const behindMinute = words(
  'to of or and for before after ago from later longer more please at in on is was if with until till so when while each per past late early left break rule ' +
    'long away than about max tops maximum minimum be would will can could should has but because by it i we you they he she this that then now today tomorrow ' +
    'between into over maybe only just too earlier call chat talk walk drive ride video warning silence wait delay pause apart until timer limit slot during ' +
    'max. the a an my your our not ok okay works out off',
)

const nowBefore = words('for day')

/** "for now", "any day now", "now what", "at the last minute". */
function isIdiomMoment({ reading, at, next }: Place): boolean {
  const last = wordAt(reading, next - 1)
  if (last === 'now' && next === at + 1)
    return nowBefore.has(wordAt(reading, at - 1)) || wordAt(reading, next) === 'what'
  if (last !== 'minute' || wordAt(reading, next - 2) !== 'last') return false
  return wordAt(reading, next - 4) === 'at' && wordAt(reading, next - 3) === 'the'
}

const papers = words(
  'mail telegraph express mirror star post news show herald times gazette standard bugle planet record',
)

/** "the Daily Mail", "Weekly Standard". */
function isPeriodical({ reading, at, next }: Place): boolean {
  const [token, after] = [reading.tokens[at], reading.tokens[next]]
  return next === at + 1 && token?.isCapital === true && after?.isCapital === true && papers.has(after.word)
}

/** Words that make a thing of the calendar word before them: "a night owl" is no night. */
const compounds: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    night:
      'owl owls shift shifts club clubs bus buses court nurse porter school train mode vision stand watch watchman life light lights fever cap out sky gown blindness manager',
    nights: 'out watch',
    evening: 'dress gown wear primrose star',
    morning: 'person people glory coffee sickness star suit dew paper papers',
    afternoon: 'tea teas',
    midnight: 'blue oil express mass snack black mayor sun runner',
    noon: 'inc ltd llc gmbh',
    tonight: 'show',
    sunday: 'school roast roasts best league mass drivers driver',
    monday: 'blues',
    friday: 'feeling night-lights prayers',
    annual: 'leave salary salaries income turnover bonus bonuses revenue rainfall pass percentage',
    hourly: 'rate rates wage wages pay',
    daily: 'rate rates dose bread allowance',
    weekly: 'wage wages allowance rent',
    monthly: 'rent salary salaries fee fees pass magazine',
    yearly: 'salary income',
    june: 'bug bugs',
    august: 'company body institution presence assembly gathering',
    april: 'fool fools showers',
    quarter: 'final finals finalist pounder back horse',
    christmas:
      'tree trees carol carols card cards spirit jumper jumpers bonus bonuses pudding present presents gift gifts cracker crackers cake market lights decorations',
    easter: 'egg eggs bunny basket bonnet island',
    halloween: 'costume costumes',
    "new year's": 'resolution resolutions',
    summer:
      'intern interns internship internships school job jobs camp house clothes dress dresses tyres coat associate associates analyst analysts smith',
    winter: 'olympics coat coats boots tyres jacket sports wonderland clothes',
    spring:
      'water boot onion onions roll rolls framework clean cleaning chicken break mvc cloud developer developers data security back forward loaded mattress',
    autumn: 'leaves colours colors',
    fall: 'apart behind short asleep over down off into guy',
    'good friday': 'agreement',
  }).map(([word, all]) => [word, words(all)]),
)
/** Words before that do the same: "Bloody Sunday", "the Man Friday". */
const compoundsBefore: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    sunday: 'bloody super palm easter',
    friday: 'man girl casual',
    tuesday: 'ruby super',
    monday: 'manic',
    christmas: 'father merry happy',
    easter: 'happy carol',
    halloween: 'happy',
    noon: 'mr mrs ms high',
    midnight: 'burn burning',
    spring: 'hot coil java',
    autumn: 'ms',
  }).map(([word, all]) => [word, words(all)]),
)

function isCompound({ reading, at, next }: Place): boolean {
  const start = ['the', 'a'].includes(wordAt(reading, at)) ? at + 1 : at
  if (next > start + 3) return false
  const name = reading.tokens
    .slice(start, next)
    .map(({ word }) => word)
    .join(' ')
    .replace(" 's", "'s")
  const after = reading.tokens[next]
  if (after && !after.isNewLine && compounds.get(name)?.has(after.word)) return true
  return compoundsBefore.get(name)?.has(wordAt(reading, start - 1)) === true && next === start + 1
}
