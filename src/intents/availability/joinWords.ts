/** and, or, comma, dash: between items of a list. stop, question, line, but, reason, after: between statements. none: nothing. */
export type JoinKind =
  | 'and'
  | 'or'
  | 'comma'
  | 'dash'
  | 'open'
  | 'close'
  | 'stop'
  | 'question'
  | 'line'
  | 'but'
  | 'reason'
  | 'after'
  | 'none'

const joins: Readonly<Record<JoinKind, string>> = {
  and: 'and & + n plus also und et y e',
  or: 'or / alternatively oder ou o',
  comma: ', |',
  after: 'then',
  dash: '',
  open: '( [',
  close: ') ]',
  stop: '. ! ; …',
  question: '?',
  line: '\n',
  but: 'but however though although yet whereas while whilst albeit tho',
  reason: 'when because since cause cos coz so therefore hence thus',
  none: ': " \' # * ~ =',
}

export const joinWords: ReadonlyMap<string, JoinKind> = new Map(
  (Object.entries(joins) as [JoinKind, string][]).flatMap(([join, words]) =>
    words.split(' ').map((word): [string, JoinKind] => [word, join]),
  ),
)

/** Joins that end a statement. */
export const breaks: ReadonlySet<JoinKind> = new Set(['stop', 'question', 'line', 'but', 'reason', 'after'])

/** Words that change nothing in an offer; many others beside a time make it doubtful whether it is one. */
const fillers = new Set(
  `rather pick choose looking yo ye yous somewhere anywhere them hop obviously prob safest bet soonest panel panels kia ora core request ask should shall lol haha tbh ngl btw imo xx xxx hiya cheeky lah leh mate eh innit yea yup remaining sometime probably reckon backup fallback plan choice choices first second third excuse else before after absolutely definitely certainly itd thatd glad nice great lovely brilliant amazing awesome wonderful quick short brief try aim offer book ring video host arrange attend come dial set pop fit jump i im id ill ive me my mine we weare were weve our us you your youre u ur it its thats that this these those the a an of on in at to for from by with as is are be
  am was been being do does did have has had got get will would shall hi hello hey dear there thanks thank cheers thx ta best regards regards kind please pls plz
  kindly any anything anytime some one ones slot slots option time times day days date dates hour hours week weeks my side end here so well also too either both
  each every all whole full really very quite pretty fairly super mostly generally usually normally typically always currently likely most more much bit little
  let lets know if suits you guys team all everyone sir madam mam maam just still now then than again um uh er erm hmm oh ah ok okay yes yeah yep right like
  actually basically think guess believe suppose afraid unfortunately sadly luckily apologies sorry hope hopefully need want make made take do done see talk speak
  chat call meet meeting interview schedule available availability looks look seems seem sounds sound sort kind roughly around about approx approximately ish say
  anyone someone whatever whichever whoever preferably ideally between during within throughout through over via up down out off onwards onward onward
  maybe mabye perhaps possibly might tentatively tentative provisionally local zone timezone zone gmt utc teams zoom phone video google hangouts person onsite office home desk chance
  morning afternoon evening night noon lunch breakfast dinner today tomorrow tonight uhr jan feb mar apr may jun jul aug sep oct nov dec`.split(
    /\s+/,
  ),
)

export function isFillerWord(word: string): boolean {
  return fillers.has(word) || word.length === 1 || /^\d+(st|nd|rd|th)?$/.test(word)
}
