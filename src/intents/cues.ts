import type { Frame, IntentLabel } from './frame.ts'
import { negations } from './saidWords.ts'

// What a member has to have said himself before a model's reading of it may be acted on. Beginnings of words, folded as in
// saidWords.ts; a phrase has its words next to each other. A label that is not listed does nothing by itself.

const cues: Readonly<Partial<Record<IntentLabel, readonly string[]>>> = {
  schedule:
    'schedul|set up|setup|book|booking|arrang|organi|plan|planning|interview|meet|meets|meeting|get time|find time|find a time|slot|slots|intro|call|calls|chat|screen|line up|in front of|put in|sync|panel|loop|termin|agend|planif|organis'.split(
      '|',
    ),
  reschedule:
    'resched|move|moved|moves|moving|shift|rebook|rearrang|another time|new time|different time|other time|swap|change|changing|push|pushed|bring forward|earlier|later|verschieb|reprogram|deplac'.split(
      '|',
    ),
  cancel:
    'cancel|call off|called off|scrap|drop|drops|dropped|pull|pulled|pulling|kill|withdr|bin|off the table|no longer|gone|out|took another|accepted another|took a different|filled|out of the process|took the other|stand down|bailed|bails|absagen|annul|cancela'.split(
      '|',
    ),
  postpone:
    'postpon|delay|push|pushed|put off|defer|hold|pause|later|wait|park|parked|kick|on ice|back burner|travel|away|verschieb|aplaz'.split(
      '|',
    ),
  update:
    'make|chang|updat|instead|add|adding|remov|drop|swap|lose|include|exclud|invit|video|phone|onsite|person|minute|min|mins|hour|hours|shorter|longer|only|keep|without|rather|switch'.split(
      '|',
    ),
  collect_availability:
    'availab|availability|avail|avails|times|slots|windows|when can|when are|when could|when is|hours|free|openings'.split(
      '|',
    ),
  give_availability:
    'can do|can make|could do|could make|is free|are free|free|avail|availab|works|work|suits|suit|good for|good on|around|open|times|able'.split(
      '|',
    ),
  share_link: ['link', 'links', 'url', 'page', 'portal'],
  nudge:
    'nudge|nudged|nudging|remind|chase|chased|chasing|ping|pinged|poke|prod|follow up|bump|hear|heard|reply|replied|replies|respond|answer|quiet|silent|ghost|jog'.split(
      '|',
    ),
  move_stage:
    'move|moved|moving|stage|advanc|progress|promot|push|put|next|bump|forward|into|through|pass|mark|status'.split(
      '|',
    ),
  approve:
    'approv|yes|ok|it is|that one|go ahead|go with|book|take|pick|choos|confirm|option|works|work|fine|first|second|third|good|accept|prefer|1|2|3|4|5'.split(
      '|',
    ),
  decline:
    'declin|reject|none|neither|no|not|pass|passing|passed|turn down|turn them|wont|cannot|cant|doesnt|dont'.split('|'),
  confirm:
    'yes|yep|yeah|yup|ok|okay|sure|go ahead|do it|do that|send it|send them|send away|go for it|confirm|right|correct|perfect|great|please do|sounds good|fine|ja|si|oui|vale|claro|genau|passt'.split(
      '|',
    ),
  deny: 'no|nope|nah|dont|do not|stop|not|never mind|nevermind|leave|forget|wait|hold|nein|non'.split('|'),
  undo: 'undo|scrub|revert|take back|take that back|roll back|rollback|oops|mistake|reverse|put back|put it back'.split(
    '|',
  ),
  feedback: ['feedback', 'scorecard', 'how did', 'how it went', 'debrief', 'impression', 'evaluation', 'thoughts'],
  no_show:
    'show|showed|noshow|turn up|turned up|didnt come|did not come|missed|absent|join|joined|joining|dial|dialled|dialed|never came|appear|stood up|ghost'.split(
      '|',
    ),
  note: 'note|notes|log|record|write|add|jot|comment|remember|put down|file'.split('|'),
  setting:
    'set|setting|settings|default|always|prefer|working hours|time zone|timezone|from now on|buffer|notice|change|never'.split(
      '|',
    ),
  connect: 'connect|link|integrat|hook|hook up|sync|sign in|log in|set up|plug'.split('|'),
  briefing:
    'briefing|brief|digest|summary|agenda|morning|daily|every day|each day|before|whats on|what is on|today'.split('|'),
}

const phrasesOf = new Map(
  Object.entries(cues).map(([label, list]) => [label, list.map((phrase) => phrase.split(' '))] as const),
)

/** These answer an open question or undo what was done; without the very words for it there is nothing they could mean. */
const needCue: ReadonlySet<IntentLabel> = new Set(['decline', 'confirm', 'deny', 'undo', 'setting', 'connect', 'note'])

/** Said with a "no" of their own. */
const sayNo: ReadonlySet<IntentLabel> = new Set(['deny', 'decline', 'no_show'])

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
    // Short beginnings begin too much: "no" is not "note", and "park" is not "parking".
    return part.length < 5 || index < phrase.length - 1 ? word === part : word.startsWith(part)
  })
}

/** What may stand between a negation and the verb that it forbids. */
const between = new Set(
  'under any no circumstances ever please just yet to go ahead and actually want wanted you need needed me i us have has be the a really still think we should'.split(
    ' ',
  ),
)

/** "don't cancel", "I do not want you to move", but not "don't forget to nudge" nor "she can't make it, cancel". */
function isForbiddenAt(said: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 8); back -= 1) {
    const word = said[back] ?? ''
    if (negations.has(word)) return true
    if (!between.has(word)) return false
  }
  return false
}
