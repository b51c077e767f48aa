const timeWord =
  '(?:\\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon|midday|lunch|today|tomorrow|week|weekend|end|rest|first half|second half|one\\b|two\\b|three\\b|four\\b|half|quarter|easter|christmas|holiday|christmas|that|then|it\\b)'
const owner = '(?:my|the|our|a|an|her|his|their|i|we|another)'
const ending =
  '(?= ?(?:[,.;!?\\n)]|$|\\b(?:on|is|are|or|and|works?|suits?|would|should|could|can|if|but|as|for|also|plus|then|please|looks?|sounds?)\\b))'

/** "after my last meeting", "before the school run", "between meetings": says why, not when, where hours are said. */
const reason = new RegExp(
  `,? (?:right |just |straight )?(?:after|before|between|around) (?:${owner} (?!${timeWord})[a-z'-]+(?: (?!${timeWord}|on\\b|at\\b|is\\b|are\\b|or\\b|and\\b|works?\\b|suits?\\b|would\\b|if\\b|but\\b|as\\b|not\\b|for\\b|also\\b|plus\\b|then\\b|from\\b)[a-z'-]+){0,3}|meetings|calls|classes|lectures|lessons|shifts)${ending}`,
  'gi',
)

/** "7 to 8 once the kids are in bed", "as soon as my shift is over": says why those hours. */
const whence = new RegExp(
  `,? (?:that's |that is |which is )?(?:once|as soon as) (?:${owner}|(?:i|we)'?(?:ve|m|re|ll|d)\\b|everyone|everybody|work|school) (?:(?!${timeWord})[a-z'-]+ ?){1,6}(?= ?(?:[.,;!?\\n)]|$))`,
  'gi',
)
const clock =
  /\b(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m\b|(?! ?(?:st|nd|rd|th|\/)))|noon|midday|(?:at|from|until|after|before|and|to) (?:one|two|three|four|five|six|eight|nine|ten|eleven|twelve)|(?:half|quarter) (?:past|to)?)/i

/** The text without reasons that look like sides of a time; they stay where nothing else says the hours. */
export function dropReasons(text: string): string {
  return dropBehindHours(dropBehindHours(text, reason), whence)
}

function dropBehindHours(text: string, pattern: RegExp): string {
  return text.replace(pattern, (said, at: number) => {
    const start =
      Math.max(...['.', ';', '\n', '?', '!'].map((mark) => text.lastIndexOf(mark + (mark === '\n' ? '' : ' '), at))) + 1
    return clock.test(text.slice(start, at)) ? '' : said
  })
}
