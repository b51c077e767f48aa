import type { Sign } from './signs.ts'

/** Words that are a verb at the beginning of a wish and a noun behind an article or an owner. */
const either = new Set('interview call chat talk screen phone email mail'.split(' '))
const nounLeads = new Set(
  "'s a an the his her their my our your this that another first second final next last video panel onsite".split(' '),
)
const verbKeys = ['@sched', '@meet', '@ask', '@send']
const meansLeads = new Set(['on', 'by', 'over', 'via', 'per'])

/** "Ida's interview with Acme" names one and orders none; "on the phone for Ida" says how, and asks for no number. */
export function asNouns(signs: readonly Sign[]): Sign[] {
  return signs.map((sign, at) => {
    if (sign.kind !== 'word' || !either.has(sign.word)) return sign
    const before = signs[at - 1]
    const isArticle = before !== undefined && ['the', 'a'].includes(before.word)
    if (sign.mode && meansLeads.has((isArticle ? signs[at - 2] : before)?.word ?? ''))
      return { ...sign, keys: new Set(['MODE', '@meeting']) }
    const isOwned =
      before?.mention != null && ['client', 'job'].includes(before.mention.kind) && at >= 2 && !signs[at + 1]?.mention
    if (!before || !(nounLeads.has(before.word) || isOwned)) return sign
    return { ...sign, keys: new Set([...sign.keys].filter((key) => !verbKeys.includes(key))) }
  })
}
