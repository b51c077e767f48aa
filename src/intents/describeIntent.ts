import { formatDate, formatList } from '../domain/formatTime.ts'
import type { Language } from '../domain/language.ts'
import { joinNames } from '../domain/names.ts'
import { catalogue } from '../words/catalogue.ts'
import type { WishWords } from '../words/replyWords.ts'
import type { Intent } from './intent.ts'

/**
 * What an intent says, in one line a member can check: verb, people, times. No full stop; begins with a capital. `locale` writes lists
 * and days; in English days are ISO dates.
 */
export function describeIntent(intent: Intent, language: Language = 'en', locale: string = language): string {
  const isEnglish = language === 'en'
  const said: Said = {
    words: catalogue[language].replies.wishes,
    list: (names) => (isEnglish ? joinNames(names) : formatList(names, locale)),
    day: (on) => (isEnglish ? on : formatDate(on, locale)),
  }
  const line = describers[intent.kind](intent as never, said)
    .filter(Boolean)
    .join(', ')
  const unread = 'unreadWords' in intent && intent.unreadWords
  return unread ? said.words.unread(line, unread) : line
}

interface Said {
  words: WishWords
  list: (names: readonly string[]) => string
  /** An ISO date for the reader. */
  day: (on: string) => string
}
type Of<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>
interface About {
  about: string | null
  narrowedBy?: string[] | undefined
}

function whom({ about, narrowedBy = [] }: About, { words, list }: Said, alone = words.thisRequest): string {
  return about === null ? alone : list([about, ...narrowedBy])
}

function because(reason: string | null, { words }: Said): string[] {
  return reason === null ? [] : [words.because(reason)]
}

function between(
  { fromOn = null, toOn = null }: { fromOn?: string | null | undefined; toOn?: string | null | undefined },
  { words, day }: Said,
): string[] {
  if (fromOn !== null && fromOn === toOn) return [words.on(day(fromOn))]
  return [fromOn === null ? '' : words.from(day(fromOn)), toOn === null ? '' : words.until(day(toOn))]
}

function lasting(minutes: number | null, { words }: Said): string[] {
  return minutes === null ? [] : [words.lasting(minutes)]
}

/** "2027-03-02 14:00 to 16:00", in the zone they were read in. */
function writeWindow({ startsAt, endsAt }: { startsAt: string; endsAt: string }, { words, day }: Said): string {
  const [startsOn, endsOn] = [startsAt.slice(0, 10), endsAt.slice(0, 10)]
  const end = endsAt.slice(11, 16)
  return words.window(`${day(startsOn)} ${startsAt.slice(11, 16)}`, startsOn === endsOn ? end : `${day(endsOn)} ${end}`)
}

const describers: { readonly [Kind in Intent['kind']]: (intent: Of<Kind>, said: Said) => readonly string[] } = {
  schedule: (i, said) => {
    const { words, list } = said
    const name = i.candidate ?? words.anInterview
    const wish = i.counterparts.length > 0 ? words.scheduleWith(name, list(i.counterparts)) : words.schedule(name)
    const line = i.job === null ? wish : words.forJob(wish, i.job)
    return [line, ...lasting(i.durationMinutes, said), ...between(i, said)]
  },
  whoIs: (i, { words }) => [words.whoIs(i.name)],
  status: (i, said) => [said.words.status(whom(i, said, said.words.everything))],
  list: (i, said) => {
    const { words } = said
    const filter = words.filters[i.filter]
    return [i.client ? words.listOf(filter, i.client) : words.list(filter), ...between(i, said)]
  },
  reschedule: (i, said) => [said.words.reschedule(whom(i, said)), ...between(i, said), ...because(i.reason, said)],
  cancel: (i, said) => [said.words.cancel(whom(i, said)), ...because(i.reason, said)],
  postpone: (i, said) => [said.words.postpone(whom(i, said)), ...between(i, said), ...because(i.reason, said)],
  nudge: (i, said) => [said.words.nudge(whom(i, said, said.words.whoeverIsSilent))],
  enterTimes: (i, said) => [
    said.words.enterTimes(whom(i, said), i.windows.map((window) => writeWindow(window, said)).join('; ')),
  ],
  briefing: (_, { words }) => [words.briefing],
  settings: (_, { words }) => [words.settings],
  changeSetting: (i, said) => {
    const wish = [said.words.changeSetting, ...lasting(i.durationMinutes, said)].join(', ')
    return [i.words === '' ? wish : said.words.withWords(wish, i.words)]
  },
  update: (i, said) => {
    const { words, list } = said
    return [
      words.update(whom(i, said)),
      ...lasting(i.durationMinutes, said),
      i.mode === null ? '' : words.modes[i.mode],
      i.added.length > 0 ? words.add(list(i.added)) : '',
      i.removed.length > 0 ? words.without(list(i.removed)) : '',
      i.client === null ? '' : words.client(i.client),
      i.job === null ? '' : words.job(i.job),
      i.candidate === null ? '' : words.candidate(i.candidate),
      i.when ?? '',
    ]
  },
  askTimes: (i, said) => {
    const { words, list } = said
    const names = i.names.length > 0 ? list(i.names) : i.party ? words.sides[i.party] : words.everybody
    return [i.about === null ? words.askTimes(names) : words.askTimesAbout(names, whom(i, said))]
  },
  shareLink: (i, said) => [said.words.shareLink(whom(i, said))],
  findSlots: (i, said) => [said.words.findSlots(i.names.length > 0 ? said.list(i.names) : whom(i, said))],
  moveStage: (i, said) => [said.words.moveStage(whom(i, said), i.stage)],
  approve: (i, said) => [
    i.options.length > 0
      ? said.words.approveTimes(i.options.join(', '), whom(i, said))
      : said.words.approve(whom(i, said)),
  ],
  decline: (i, said) => [said.words.decline(whom(i, said)), ...because(i.reason, said)],
  confirm: (_, { words }) => [words.confirm],
  deny: (_, { words }) => [words.deny],
  undo: (i, { words }) => [i.about === null ? words.undo : words.undoFor(i.about)],
  askFeedback: (i, said) => [
    said.words.askFeedback(i.names.length > 0 ? said.list(i.names) : said.words.interviewers, whom(i, said)),
  ],
  noShow: (i, said) => {
    const { words } = said
    return [words.noShow(i.party === null ? words.somebody : words.theSides[i.party], whom(i, said))]
  },
  addNote: (i, said) => [said.words.addNote(whom(i, said), i.note)],
  connect: (i, { words }) => [words.connect(i.system ?? words.anAccount)],
  outOfScope: (_, { words }) => [words.outOfScope],
  whichPerson: (i, { words }) => [words.whichPerson(i.words)],
  greeting: (_, { words }) => [words.greeting],
  thanks: (_, { words }) => [words.thanks],
  help: (_, { words }) => [words.help],
  unknown: (_, { words }) => [words.unknown],
}
