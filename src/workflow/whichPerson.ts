import type { DraftAction } from '../bot/message.ts'
import { namesPerson } from '../domain/names.ts'
import { type Intent, intentSchema } from '../intents/intent.ts'
import type { Deps } from './deps.ts'
import { unknownWith } from './helpDraft.ts'
import { chooseAction } from './meantRequest.ts'
import type { Conversation } from './scheduleWish.ts'
import { type Composer, sentence } from './speech.ts'
import { whoIs } from './whoIs.ts'

const optionCountMax = 8

/** A name that several people bear, or nobody: a button each, and the press goes on with what was wanted. */
export async function whichPersonDraft(
  deps: Deps,
  talk: Conversation,
  { words, options, resume }: Extract<Intent, { kind: 'whichPerson' }>,
): Promise<Composer> {
  const wanted = intentSchema.safeParse(resume)
  if (!wanted.success) return unknownWith((speech) => speech.words.talk.people.unclear(words))
  // Several records can be one person, in several systems.
  if (wanted.data.kind === 'whoIs' && options.length > 1) {
    const { matches } = await deps.ats.findPeople(talk.tenantId, words)
    if (matches.length === 1) return whoIs(deps, talk.tenantId, words)
  }
  if (options.length > 0)
    return hidingNames(
      options.map(({ label }) => nameIn(label)),
      sentence(
        ({ talk: { people } }) =>
          [
            people.several(options.length, words),
            ...(options.length > optionCountMax ? [people.firstShown(optionCountMax)] : []),
          ].join(' '),
        options.slice(0, optionCountMax).map(({ id, label }) => personAction(wanted.data, id, label)),
      ),
    )
  const { nearest } = await deps.ats.findPeople(talk.tenantId, words)
  return hidingNames(
    [words, ...nearest],
    sentence(
      ({ talk: { people } }) =>
        [people.nobodyNothingDone(words), ...(nearest.length > 0 ? [people.oneOfThese] : [])].join(' '),
      nearest.map((name): DraftAction => chooseAction(namedIntent(wanted.data, name), '', name)),
    ),
  )
}

/** Some of them may be candidates: in a channel that everybody reads, all stand with their initials. */
function hidingNames(privateNames: string[], draft: Composer): Composer {
  return (speech) => ({ ...draft(speech), privateNames })
}

function personAction(wanted: Intent, id: string, label: string): DraftAction {
  // With a candidate named already, who is asked for sits on the other side: found there by the full name.
  if (wanted.kind === 'schedule' && wanted.candidate !== null) {
    const counterparts = [nameIn(label), ...wanted.counterparts.filter((name) => !namesPerson(name, nameIn(label)))]
    return chooseAction({ ...wanted, counterparts }, '', label)
  }
  return chooseAction(namedIntent(wanted, nameIn(label)), id, label)
}

/** "Sam Taylor · iOS Engineer": the name stands first, what tells people apart behind it. */
function nameIn(label: string): string {
  return (label.split(/\s+[·|–—-]\s+|[,(:]/)[0] ?? label).trim()
}

/** The intent with its open place filled: the candidate of what is scheduled, the name of who is asked after, else what it is about. */
function namedIntent(wanted: Intent, name: string): Intent {
  switch (wanted.kind) {
    case 'schedule':
      return wanted.candidate === null ? { ...wanted, candidate: name } : wanted
    case 'whoIs':
      return { ...wanted, name }
    default:
      return 'about' in wanted && !wanted.about ? { ...wanted, about: name } : wanted
  }
}
