import { foldWord } from './foldWord.ts'
import { givenEastern } from './givenEastern.ts'
import { givenEnglish } from './givenEnglish.ts'
import { givenEnglishRest } from './givenEnglishRest.ts'
import { givenGermanic } from './givenGermanic.ts'
import { givenMediterranean } from './givenMediterranean.ts'
import { givenRomance } from './givenRomance.ts'
import { givenSlavic } from './givenSlavic.ts'
import { soundKey } from './soundKey.ts'
import { surnameSpellings } from './surnameSpellings.ts'
import { surnameSpellingsEastern } from './surnameSpellingsEastern.ts'

/**
 * How a written word belongs to a name of the records: it is what bearers of that name are called, it is another form of it, or
 * it belongs to the same name more loosely.
 */
export type Kinship = 'nickname' | 'form' | 'distant'
export interface Kin {
  kinship: Kinship
  /** 0 to 1; the usual name of a nickname comes before rare ones. */
  score: number
}

/** Folded words of one line. */
interface Family {
  formScore: number
  forms: readonly string[]
  nicknames: readonly string[]
}

interface Families {
  byWord: ReadonlyMap<string, readonly Family[]>
  /** Words of the tables by how they sound. */
  bySound: ReadonlyMap<string, readonly string[]>
}

const givenTables = [
  givenEnglish,
  givenEnglishRest,
  givenRomance,
  givenGermanic,
  givenSlavic,
  givenMediterranean,
  givenEastern,
]
const surnameTables = [surnameSpellings, surnameSpellingsEastern]
const givenFormScore = 0.93
const surnameFormScore = 0.905
let families: Families | null = null

/** Read at the first use: a process that looks up no name does without. */
function readFamilies(): Families {
  const byWord = new Map<string, Family[]>()
  const bySound = new Map<string, string[]>()
  const readWords = (text: string) => [...new Set(text.split(' ').map(foldWord))].filter((word) => word.length >= 2)
  const readLine = (line: string, formScore: number): void => {
    const [forms = '', nicknames = ''] = line.split(':')
    const family = { formScore, forms: readWords(forms), nicknames: readWords(nicknames) }
    for (const word of new Set([...family.forms, ...family.nicknames])) {
      const known = byWord.get(word)
      if (known) {
        known.push(family)
        continue
      }
      byWord.set(word, [family])
      const sound = soundKey(word)
      bySound.set(sound, [...(bySound.get(sound) ?? []), word])
    }
  }
  for (const table of givenTables) for (const line of table.trim().split('\n')) readLine(line, givenFormScore)
  for (const table of surnameTables) for (const line of table.trim().split('\n')) readLine(line, surnameFormScore)
  return { byWord, bySound }
}

function openFamilies(): Families {
  families ??= readFamilies()
  return families
}

/** Whether the folded word stands in the tables: a name that exists, whoever bears it. */
export function isListedName(word: string): boolean {
  return openFamilies().byWord.has(word)
}

/** Whether the folded word is a full name too, as Mia and Jack are, and not only what bearers of another are called. */
export function isNameOfItsOwn(word: string): boolean {
  return (openFamilies().byWord.get(word) ?? []).some((family) => family.forms.includes(word))
}

/** A word of the tables that merely sounds like the written one leads less surely to its family. */
const heardCost = 0.09

/** All words that belong to a name with this folded word, each with the closest way it does. */
export function findKin(word: string, sound: string): ReadonlyMap<string, Kin> {
  const { byWord, bySound } = openFamilies()
  const kin = new Map<string, Kin>()
  const isListed = byWord.has(word)
  for (const start of isListed ? [word] : (bySound.get(sound) ?? []))
    for (const family of byWord.get(start) ?? [])
      for (const [other, { kinship, score }] of listKin(family, start)) {
        const found: Kin = isListed ? { kinship, score } : { kinship: 'distant', score: score - heardCost }
        if (other !== word && (kin.get(other)?.score ?? 0) < found.score) kin.set(other, found)
      }
  return kin
}

function listKin(family: Family, word: string): [string, Kin][] {
  const [formAt, nicknameAt] = [family.forms.indexOf(word), family.nicknames.indexOf(word)]
  const toForm = (form: string, at: number): [string, Kin] =>
    nicknameAt >= 0
      ? [form, { kinship: 'nickname', score: scoreNickname(word, nicknameAt, form, at) }]
      : [form, { kinship: 'form', score: family.formScore - 0.002 * Math.min(4, at + formAt) }]
  const toNickname = (nickname: string, at: number): [string, Kin] =>
    formAt >= 0
      ? [nickname, { kinship: 'distant', score: scoreNickname(nickname, at, word, formAt) - 0.01 }]
      : [nickname, { kinship: 'distant', score: 0.84 }]
  return [...family.forms.map(toForm), ...family.nicknames.map(toNickname)]
}

/** The lines begin with the usual form and the usual nickname. */
function scoreNickname(nickname: string, nicknameAt: number, form: string, formAt: number): number {
  const isPart = nickname.length >= 3 && form.includes(nickname)
  return 0.93 - 0.004 * Math.min(4, formAt) - 0.003 * Math.min(5, nicknameAt) + (isPart ? 0.006 : 0)
}
