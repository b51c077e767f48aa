import type { Frame, IntentLabel } from './frame.ts'
import { negations } from './saidWords.ts'

// What a member has to have said himself before a model's reading of it may be acted on. Beginnings of words, folded as in
// saidWords.ts; a phrase has its words next to each other. A label that is not listed does nothing by itself.

const cues: Readonly<Partial<Record<IntentLabel, readonly string[]>>> = {
  schedule:
    'schedul|set up|setup|book|arrang|organi|plan|interview|meet|get time|find time|find a time|slot|intro|call|chat|screen|line up|in front of|put in|sync|panel|loop|termin|agend|planif|organis'.split(
      '|',
    ),
  reschedule:
    'resched|mov|shift|rebook|rearrang|another time|new time|different time|other time|swap|change|push|bring forward|earlier|later|verschieb|reprogram|deplac'.split(
      '|',
    ),
  cancel:
    'cancel|call off|called off|scrap|drop|pull|kill|withdr|bin|off the table|no longer|took another|accepted another|took a different|filled|out of the process|took the other|stand down|bail|absag|annul|cancela'.split(
      '|',
    ),
  postpone:
    'postpon|delay|push|put off|defer|hold|pause|later|wait|park|kick|on ice|back burner|travel|away|verschieb|report|aplaz'.split(
      '|',
    ),
  update:
    'make|chang|updat|instead|add|remov|drop|swap|include|exclud|invit|video|phone|onsite|person|minute|min|hour|shorter|longer|only|keep|without|rather|switch'.split(
      '|',
    ),
  collect_availability:
    'avail|times|slots|when can|when are|when is|ask|get|collect|chase|request|check with|free'.split('|'),
  give_availability:
    'can do|can make|could do|could make|is free|are free|free|avail|works|suits|good for|good on|around|open|times|able'.split(
      '|',
    ),
  share_link: ['link', 'url', 'page', 'portal'],
  nudge: 'nudg|remind|chas|ping|poke|prod|follow up|bump|hear|heard|repl|respond|answer|quiet|silent|ghost|jog'.split(
    '|',
  ),
  move_stage: 'mov|stage|advanc|progress|promot|push|put|next|bump|forward|into|through|pass|mark|status'.split('|'),
  approve:
    'approv|yes|ok|go ahead|go with|book|take|pick|choos|confirm|option|works|work|fine|first|second|third|good|accept|prefer|1|2|3|4|5'.split(
      '|',
    ),
  decline: 'declin|reject|none|neither|no|not|pass|turn down|turn them|won|cannot|cant|doesn|dont'.split('|'),
  confirm:
    'yes|yep|yeah|yup|ok|okay|sure|go ahead|do it|go for it|confirm|right|correct|perfect|great|please do|sounds good|fine|ja|si|oui|vale|claro|genau|passt'.split(
      '|',
    ),
  deny: 'no|nope|nah|dont|do not|stop|not|never mind|nevermind|leave|forget|wait|hold|nein|non'.split('|'),
  undo: 'undo|revert|take back|take that back|roll back|rollback|oops|mistake|reverse|put back|put it back'.split('|'),
  feedback: ['feedback', 'scorecard', 'how did', 'how it went', 'debrief', 'impression', 'evaluation', 'thoughts'],
  no_show: 'show|turn up|turned up|didnt come|did not come|missed|absent|join|never came|appear|stood up|ghost'.split(
    '|',
  ),
  note: 'note|log|record|write|add|jot|comment|remember|put down|file'.split('|'),
  setting: 'set|default|always|prefer|working hours|time zone|timezone|from now on|buffer|notice|change|never'.split(
    '|',
  ),
  connect: 'connect|link|integrat|hook|sync|sign in|log in|set up|plug'.split('|'),
  briefing: 'brief|digest|summary|agenda|morning|daily|every day|each day|before'.split('|'),
}

const phrasesOf = new Map(
  Object.entries(cues).map(([label, list]) => [label, list.map((phrase) => phrase.split(' '))] as const),
)

/** These answer an open question or undo what was done; without the very words for it there is nothing they could mean. */
const needCue: ReadonlySet<IntentLabel> = new Set([
  'approve',
  'decline',
  'confirm',
  'deny',
  'undo',
  'setting',
  'connect',
  'note',
])

/** Said with a "no" of their own. */
const sayNo: ReadonlySet<IntentLabel> = new Set(['deny', 'decline', 'no_show'])

/** Words after "don't" that make a request of it: "don't forget to nudge Sam". */
const softened = new Set(['forget', 'hesitate', 'mind', 'worry', 'bother'])

export function isActing(label: IntentLabel): boolean {
  return phrasesOf.has(label)
}

/**
 * Whether a reading of this label can stand on what was said: a word for it that is not negated, or, for what shows itself
 * before anything happens, a person who was named. `isStrict` asks for the word in any case.
 */
export function isCalledFor(
  frame: Pick<Frame, 'label'>,
  said: readonly string[],
  hasNamed: boolean,
  isStrict: boolean,
): boolean {
  const phrases = phrasesOf.get(frame.label)
  if (!phrases) return true
  const found = said.flatMap((_word, at) => (phrases.some((phrase) => beginsAt(said, at, phrase)) ? [at] : []))
  if (found.length === 0) return hasNamed && !isStrict && !needCue.has(frame.label)
  return sayNo.has(frame.label) || found.some((at) => !isForbiddenAt(said, at))
}

function beginsAt(said: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((part, index) => {
    const word = said[at + index] ?? ''
    // Short beginnings would begin everything: "no" is not "note".
    return part.length < 4 || index < phrase.length - 1 ? word === part : word.startsWith(part)
  })
}

/** "don't cancel", "do not under any circumstances move", but not "don't forget to nudge". */
function isForbiddenAt(said: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const word = said[back] ?? ''
    if (softened.has(word)) return false
    if (negations.has(word)) return true
  }
  return false
}
