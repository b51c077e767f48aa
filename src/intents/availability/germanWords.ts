const hourWords = ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']

/** "halb elf" is half past ten. */
const halfHours = hourWords.map((word, index): readonly [string, string] => [`halb ${word}`, `${index || 12}:30`])

/** German phrases with what they mean in the words of the grammar, longer ones before their parts; "(n|s)?" as in a regular expression. */
const phrases: readonly (readonly [german: string, english: string])[] = [
  ...halfHours,
  ['(\\d{1,2})[:.](\\d\\d) ?uhr', '$1:$2'],
  ['(\\d{1,2}) ?uhr ?(\\d\\d)', '$1:$2'],
  ['(\\d{1,2})(?= ?(?:-|–|bis|und) ?\\d{1,2}(?:[:.]\\d\\d)? ?uhr)', '$1:00'],
  ['(\\d{1,2}) ?uhr', '$1:00'],
  ['uhr', ''],
  ['(montag|dienstag|mittwoch|donnerstag|freitag)(?=vormittag|nachmittag|abend)', '$1 '],
  ['montag(e?s)?', 'monday'],
  ['dienstag(e?s)?', 'tuesday'],
  ['mittwoch(e?s)?', 'wednesday'],
  ['donnerstag(e?s)?', 'thursday'],
  ['freitag(e?s)?', 'friday'],
  ['(samstag|sonnabend)(e?s)?', 'saturday'],
  ['sonntag(e?s)?', 'sunday'],
  ['(?<=day )früh', 'morning'],
  ['januar', 'january'],
  ['februar', 'february'],
  ['märz', 'march'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['oktober', 'october'],
  ['dezember', 'december'],
  ['heute', 'today'],
  ['übermorgen', 'the day after tomorrow'],
  ['morgen', 'tomorrow'],
  ['über ?nächste(r|n)? woche', 'the week after next'],
  ['(in der )?(nächste|kommende)(r|n)? woche', 'next week'],
  ['(in )?diese(r)? woche', 'this week'],
  ['nächste(r|n)?', 'next'],
  ['kommende(r|n)?', ''],
  ['(am |im )?(vormittag|vormittags)', 'morning'],
  ['(am |im )?(nachmittag|nachmittags)', 'afternoon'],
  ['(am |im )?(abend|abends)', 'evening'],
  ['mittags', 'noon'],
  ['(den )?ganze(n|r)? tag|ganztägig|ganztags', 'all day'],
  ['jeden tag|täglich', 'every day'],
  ['jederzeit|immer', 'any time'],
  ['zwischen', 'between'],
  ['frühestens ab|frühestens|ab', 'from'],
  ['bis spätestens|spätestens|bis', 'until'],
  ['von|vom', 'from'],
  ['nach', 'after'],
  ['vor', 'before'],
  ['gegen|um', 'at'],
  ['und', 'and'],
  ['oder|bzw\\.?|beziehungsweise', 'or'],
  ['aber|jedoch', 'but'],
  ['sonst|ansonsten', 'otherwise'],
  ['außer|ausser|ausgenommen', 'except'],
  ['nur', 'only'],
  ['da|weil|denn', 'because'],
  ['(?<!\\d ?)am|an|im|in|den|dem|der|die|das', 'on'],
  ['(habe|hab|hätte) ich (leider )?kein(e|en)? (zeit|termin|möglichkeit)?', 'i am unavailable'],
  ['keine zeit', 'unavailable'],
  ['(habe|hab|hätte) ich (noch )?(zeit|luft|frei)|ich (habe|hätte) (noch )?zeit', 'i am available'],
  ['(bin|wäre) ich|ich (bin|wäre)', 'i am'],
  ['verfügbar|frei|flexibel', 'available'],
  ['verhindert|unterwegs|ausgebucht|belegt|beschäftigt|krank', 'unavailable'],
  ['urlaub|urlaube|ferien', 'holiday'],
  ['passt|passen|geht|gehen|ginge|klappt|klappen|möglich|gut|gerne?|recht', 'works'],
  ['könnte|könnten|kann|können', 'can'],
  ['nicht|nie', 'not'],
  ['kein(e|er|en)?', 'no'],
  ['leider', 'unfortunately'],
  ['ich', 'i'],
  ['wir', 'we'],
  ['mir|mich|uns|ihnen|sie', 'me'],
  ['wäre|wären|ist|sind|würde|würden|sein', 'is'],
  ['mal|auch|noch|es|für|bei|mit|zu|zum|sehr|ganz', 'also'],
  ['hallo|guten tag|liebe(r)?|sehr geehrte(r)?', 'hi'],
]

const table = phrases.map(([german, english]): readonly [RegExp, string] => [
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${german})(?![\\p{L}\\p{N}])`, 'giu'),
  english,
])

const germanOnly =
  /(?<![\p{L}\p{N}])(montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|übermorgen|uhr|vormittags?|nachmittags?|(nächste|kommende|diese)(n|r)? woche|märz|januar|februar|oktober|dezember|jederzeit|leider|verhindert|halb (eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf))(?![\p{L}\p{N}])/iu

/** Whether a text has a word of time that only German has. */
export function isGerman(text: string): boolean {
  return germanOnly.test(text)
}

/** German put into English word by word, as far as times and answers about them go; other words stay. */
export function germanToEnglish(text: string): string {
  return table.reduce((words, [pattern, english]) => words.replace(pattern, english), text)
}
