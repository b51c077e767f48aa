/** Short forms and misspellings that no rule would find. */
const corrections: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tomorrow:
      'tmrw tmr tmrrw tomoz tomo tmw tmmrw tomorow tommorow tommorrow tomorrrow tommorw tomorro tomorroe tomrrow tomrorow 2moro 2mrw tmoro tomorw',
    tomorrows: 'tommorows tomorows',
    today: 'tdy tody todya otday',
    tonight: 'tonite tnite 2nite tonihgt',
    yesterday: 'yday yest yesturday yesteday',
    monday: 'mondya mnday munday mondy monady mon-day',
    tuesday: 'tueday tusday teusday tuesady tuseday tuesdy',
    wednesday: 'wendesday wensday wednsday wedsday wednesay wedenesday weds wendsday wednessday',
    thursday: 'thrusday thirsday thurday thusday thursdy thurdsay',
    friday: 'firday frday fridya fryday fridy',
    saturday: 'saterday satuday satruday',
    sunday: 'sunady sundy',
    january: 'janaury januray',
    february: 'febuary feburary febrary februrary',
    april: 'apirl aprl apri',
    august: 'agust augst',
    september: 'setpember septmber',
    november: 'novemeber',
    december: 'decemeber',
    morning: 'mornin morn mornign moring mrng',
    mornings: 'mornins',
    afternoon: 'afternon aftenoon aftnoon arvo afternoonish aft',
    evening: 'evenin evning evenign',
    week: 'wk weke',
    weeks: 'wks weeeks',
    weekend: 'wkend wknd weeknd',
    minutes: 'mintues minuets mniutes',
    between: 'betwen bewteen btwn btween beetween beteen betwene bewtween',
    before: 'befor bfore',
    until: 'untill till til',
    next: 'nxt nex',
    noon: 'nooon',
    pm: 'pn',
    quarter: 'qtr qrtr quater quartr',
  }).flatMap(([right, wrong]) => wrong.split(' ').map((word): [string, string] => [word, right])),
)

/** Long enough that one slip leaves no doubt. */
const calendarWords = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'august',
  'september',
  'october',
  'november',
  'december',
  'tomorrow',
  'morning',
  'afternoon',
  'evening',
  'weekend',
]
/** Words and names one letter away from a calendar word. */
const otherWords = new Set(
  'sundry sundae sundar sunders mayday augusta auguste augusto augustin morning mourning warning moaning evening weekends weekender mundane octobers fridays mondays tuesdays wednesdays thursdays saturdays sundays mornings afternoons evenings'.split(
    ' ',
  ),
)

function lettersLeftOut(word: string): string[] {
  const shorter: string[] = []
  for (let at = 0; at < word.length; at++) shorter.push(word.slice(0, at) + word.slice(at + 1))
  return shorter
}

const byShorterForm: ReadonlyMap<string, string> = new Map(
  calendarWords.flatMap((word) => lettersLeftOut(word).map((shorter): [string, string] => [shorter, word])),
)

const known = new Set(calendarWords)

/** The calendar word a misspelt word means, else the word itself. One slip is allowed: a letter missing, added, wrong or swapped. */
export function correctSpelling(word: string): string {
  const corrected = corrections.get(word)
  if (corrected !== undefined) return corrected
  if (word.length < 6 || word.length > 10 || known.has(word) || otherWords.has(word)) return word
  const missing = byShorterForm.get(word)
  if (missing !== undefined) return keepsStart(word, missing) ? missing : word
  for (const shorter of lettersLeftOut(word)) {
    if (known.has(shorter)) return keepsStart(word, shorter) ? shorter : word
    const found = byShorterForm.get(shorter)
    if (found !== undefined && found.length === word.length && keepsStart(word, found) && isOneSlip(word, found))
      return found
  }
  return word
}

function keepsStart(word: string, right: string): boolean {
  return word.charAt(0) === right.charAt(0)
}

/** One letter wrong, or two neighbours swapped; both words are equally long. */
function isOneSlip(word: string, right: string): boolean {
  let at = 0
  while (word.charAt(at) === right.charAt(at)) at += 1
  if (word.slice(at + 1) === right.slice(at + 1)) return true
  return (
    word.charAt(at) === right.charAt(at + 1) &&
    word.charAt(at + 1) === right.charAt(at) &&
    word.slice(at + 2) === right.slice(at + 2)
  )
}
