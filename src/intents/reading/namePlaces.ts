import type { Token } from '../tokens.ts'

// Will, May, Mark, Bill, Rich and Grace are words as well. In lower case they are a name only where a word could not stand.

/** After these somebody is named, whatever follows. */
const calls = new Set(
  'schedule reschedule rebook book arrange cancel postpone pause nudge remind chase ping ask interview invite introduce tell status reject'.split(
    ' ',
  ),
)
/** After these somebody is named when nothing follows that goes on with a sentence. */
const leads = new Set(
  'is whos with w between and for to from move note on of re about add remove get meet see'.split(' '),
)
const follows = new Set(
  "with w to and for at from , . ? ! : ; - ' 's in on tomorrow today next this again instead up over".split(' '),
)
/** "Will needs", "may can": a second verb makes the first word whoever does it. */
const doings = new Set(
  "needs wants has says said can can't cannot is isn't was hasn't replied wrote offers asked".split(' '),
)
/** "will at Acme": no sentence begins so with the word. */
const beside = new Set(['→', '>', 'for', 'at', 'with', 'from', 'w', 'x', '/', 'vs', "'s"])
const askers = new Set('has did is was hasnt'.split(' '))
const answers = new Set('replied answered responded confirmed answer reply respond free available back'.split(' '))

/** Whether a word that is also a name stands here where only a name can; tokens, half-open. */
export function standsLikeName(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.word
  const next = tokens[to]?.word
  if (before === undefined) return next !== undefined && (doings.has(next) || beside.has(next))
  if (calls.has(before)) return true
  if (askers.has(before) && next !== undefined && answers.has(next)) return true
  const isWhos = before === "'s" && tokens[from - 2]?.word === 'who'
  return (leads.has(before) || isWhos) && (next === undefined || follows.has(next))
}
