import { foldWord } from './foldWord.ts'
import { findKin, type Kin } from './nameFamilies.ts'
import { type Script, scriptKey, scriptOf } from './scriptKey.ts'
import { looseSoundKey, soundKey } from './soundKey.ts'
import { splitUnspaced } from './splitUnspaced.ts'

const wordCountMax = 10
const heardCost = 0.02
const textLengthMax = 160

const titles = new Set(
  'mr mrs ms miss mister mx dr prof professor doctor herr frau mag dipl ing dott dottssa sra srta senor senora mme mlle mevr dhr sir dame rev hon phd'.split(
    ' ',
  ),
)
/** Only at the end; "Senior" can be somebody's name. */
const suffixes = new Set('jr sr ii iii iv phd md mba msc bsc esq dds cpa rn'.split(' '))
const leadingParticles =
  'van von vom der den de del della dello dei degli di du da dos das ter ten zu zum zur bin ibn'.split(' ')
/** Also given names: particles only between others. */
const innerParticles = 'do la las le les los af av el al ben bint abu y e und och i san santa st saint'.split(' ')
const particlesAnywhere = new Set(leadingParticles)
const particlesWithin = new Set([...leadingParticles, ...innerParticles])

/** One word of a name. What is derived from it is worked out once, when it is first asked for. */
export class NameWord {
  /** Small Latin letters and digits. */
  readonly text: string
  /** As it was written, in small letters: tells "Müller" from "Muller". */
  readonly written: string
  #sound: string | null = null
  #looseSound: string | null = null
  #scriptKeys = new Map<Script, string>()
  #kin: ReadonlyMap<string, Kin> | null = null
  #kinSounds: ReadonlyMap<string, Kin> | null = null

  constructor(text: string, written: string) {
    this.text = text
    this.written = written
  }

  get isInitial(): boolean {
    return this.text.length === 1 && this.written.length === 1
  }

  get script(): Script | null {
    return this.text === this.written ? null : scriptOf(this.written)
  }

  get sound(): string {
    this.#sound ??= soundKey(this.text)
    return this.#sound
  }

  get looseSound(): string {
    this.#looseSound ??= looseSoundKey(this.sound)
    return this.#looseSound
  }

  scriptKey(script: Script): string {
    let key = this.#scriptKeys.get(script)
    if (key === undefined) {
      key = scriptKey(script, this.text)
      this.#scriptKeys.set(script, key)
    }
    return key
  }

  get kin(): ReadonlyMap<string, Kin> {
    this.#kin ??= findKin(this.text, this.sound)
    return this.#kin
  }

  /** The same by sound, for words that merely sound like a relative. */
  get kinSounds(): ReadonlyMap<string, Kin> {
    if (this.#kinSounds === null) {
      const heard = new Map<string, Kin>()
      for (const [word, { kinship, score }] of this.kin) {
        const sound = soundKey(word)
        if ((heard.get(sound)?.score ?? 0) < score - heardCost) heard.set(sound, { kinship, score: score - heardCost })
      }
      this.#kinSounds = heard
    }
    return this.#kinSounds
  }
}

export interface PersonName {
  words: readonly NameWord[]
  /** Family name first: "Varma, Dipti". */
  hasComma: boolean
  /** All words as one, where nothing but a guess parts them: 林田勲. */
  unspaced: string | null
}

const notWord = /[^\p{L}\p{M}\p{N}'’`´ʼʹ]+/u
const hasUnspacedScript = /\p{Script=Han}|\p{Script=Hangul}/u
const onlyPlain = /^[a-z' .,-]*$/

function splitWritten(text: string): string[] {
  return onlyPlain.test(text) ? text.split(/[ .,-]+/) : text.split(notWord).flatMap(splitUnspaced)
}

/**
 * The words of a written name, without titles and what follows a name. Never throws; of a long text only the beginning is read.
 * `intern` may hand back the same word for the same text, so that its derived forms are kept once.
 */
export function readPersonName(
  given: string,
  intern: (text: string, written: string) => NameWord = (text, written) => new NameWord(text, written),
): PersonName {
  const text = given.slice(0, textLengthMax).toLowerCase()
  const read: { text: string; written: string }[] = []
  for (const written of splitWritten(text)) {
    const folded = written === '' ? '' : foldWord(written)
    if (folded !== '' && read.length < wordCountMax) read.push({ text: folded, written: written.normalize('NFC') })
  }
  const meant = read.filter(({ text: word }, at) => !titles.has(word) && !(at > 0 && suffixes.has(word)))
  const kept = meant.length > 0 ? meant : read
  const isUnspaced = kept.length > 1 && !/\s/.test(text.trim()) && hasUnspacedScript.test(text)
  return {
    words: kept.map((word) => intern(word.text, word.written)),
    hasComma: text.includes(',') && /\S,\s*\S/.test(text),
    unspaced: isUnspaced ? kept.map((word) => word.text).join('') : null,
  }
}

/** "van" and "de la" say little; a particle stands before another word. */
export function isParticle(words: readonly NameWord[], at: number): boolean {
  const text = words[at]?.text ?? ''
  if (at >= words.length - 1) return false
  return at > 0 ? particlesWithin.has(text) : words.length > 2 && particlesAnywhere.has(text)
}
