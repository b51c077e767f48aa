const quotation =
  /^([^"“\n:]{2,60}?\b(?:mailed|emailed|e-mailed|wrote|writes|texted|says|said|replied|messaged|answered|came back)(?: with| saying| back)?)\s*[:,-]?\s*["“]([^"”\n]{4,300})["”]?\s*$/iu
const offering =
  /\b(?:can do|could do|can make|free|available|open|works?|suits?|good|fine|any time|anytime)\b|\d|\b(?:mon|tue|wed|thu|fri)[a-z]*\b/iu
const asking =
  /\b(?:cancel|approve|move|reschedule|book|schedule|reject|hire|decline|delete|ignore|mark|set|tell|send|not|can't|cannot|assistant|system|ai|bot)\b|n't\b/iu

/**
 * "Ida wrote: "I can do Monday 2-4. PS ..."": the first sentence of what somebody is quoted with, behind who said it, where it
 * does nothing but offer times. Null where it might ask for anything.
 */
export function quotedTimes(text: string): string | null {
  const [, lead, quote] = quotation.exec(text.trim().slice(0, 400)) ?? []
  if (lead === undefined || quote === undefined) return null
  const [first = ''] = quote.split(/(?<=[.!?])\s/u)
  return offering.test(first) && !asking.test(first) ? `${lead} ${first}` : null
}
