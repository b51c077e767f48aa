const hangulName = /^\p{Script=Hangul}{2,5}$/u
const hanName = /^\p{Script=Han}{2,5}$/u
const arabicArticle = /^ال\p{Script=Arabic}{3,}$/u

/** Family names of two characters; all other Korean and most Chinese ones have one. */
const longFamilyNames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 夏侯 钟离 宇文 歐陽 司馬 諸葛 東方 尉遲 公孫 鍾離 남궁 황보 제갈 선우 독고 사공 서문'.split(
    ' ',
  ),
)

/**
 * Names that are written without a space between family name and given name, as two words: 김민준, 王小明, 佐藤健太. Of four
 * characters the first two are the family name, which is right for Japanese and for the long Chinese ones. An Arabic article becomes
 * a word of its own.
 */
export function splitUnspaced(word: string): string[] {
  if (arabicArticle.test(word)) return ['al', word.slice(2)]
  const isHangul = hangulName.test(word)
  if (!isHangul && !hanName.test(word)) return [word]
  const letters = [...word]
  if (isHangul && letters.length === 2) return [word]
  const familyLength = longFamilyNames.has(letters.slice(0, 2).join('')) || letters.length >= 4 ? 2 : 1
  return [letters.slice(0, familyLength).join(''), letters.slice(familyLength).join('')]
}
