/** Ways to take no further part at all. Bounded gaps keep the search linear. */
const withdrawals: readonly RegExp[] = [
  /\bwithdraw(ing|n)?\b/,
  /\b(accepted|accepting|taken|taking|signed|signing|received and accepted) (an?|another|a different|the) ?(other )?(\w+ )?(offer|position|role|job|opportunity|contract)\b/,
  /\b(no longer|not|n't) (really |actually |currently |be )?(interested|looking(?! (good|great|so|too|likely|possible|promising|ideal|clear|free))|in the market|available for th(is|e) (role|job|position))\b/,
  /\b(decided|chosen|opted|going) (not to|against|to not) (go|move|proceed|continue|pursue|apply|progress|take)\b/,
  /\b(not|n't|won't) (be )?(going|moving|proceed(ing)?|continu(e|ing)|pursu(e|ing)|tak(e|ing) (this|it|things)|progress(ing)?) ?(forward|ahead|further|any further)? ?(with|in)? ?(the|this|my|your)? ?(process|role|application|job|position|opportunity|interview|candidate|any further)\b/,
  /\bdecided to (stay|remain|go with|accept|take|pull|pass|step|look)\b/,
  /\b(pull|pulling|drop|dropping|step|stepping|bow|bowing|opt|opting) (out|back|away)( of| from)?\b.{0,30}\b(process|role|application|job|position|running|consideration|opportunity|interview)\b/,
  /\b(i'll|i will|i'd like to|i'm going to|we'll|we will|have to|going to|want to) (have to )?(pass|decline)\b(?=\s*($|[.,!;)\n-]|on (this|that|it|your|the (offer|role|position|job|opportunity|invitation|interview|process))\b|this\b|that\b|it\b|your\b|the (offer|role|position|job|opportunity|invitation|interview|process)|at this|for now|with|due|because|as\b|but\b|and\b|i\b))(?! (on |along)?(it|this|that|the (message|link|mail|note)) (on|along)\b)/,
  /\b(remove|take) (me|my name|my application)\b.{0,20}\b(from|out of|off)\b/,
  /\b(found|got|started|starting) (another|a new|a different) (job|role|position)\b/,
  /\b(hired|filled|gone with|going with|chosen) (someone|somebody|another|a different|the (role|position|job))\b/,
  /\b(role|position|job|vacancy) (has been|is|was) (filled|closed|cancelled|on hold|withdrawn)\b/,
  /\bcancel my application\b/,
  /\baccepted (something|one|somewhere|an offer|a job|a role) else(where)?\b|\baccepted (something|somewhere) else\b/,
  /\b(don't|do not|no longer) want to (take|pursue|continue|go|proceed)\b.{0,25}\b(further|forward|ahead|process|application|role)\b/,
  /\b(take|remove|pull) myself (out of|from) (consideration|the (running|process|list))\b/,
  /\boffer (that |which )?(i've|i have|i) (now |already |just )?(accepted|taken|signed)\b/,
  /\b(filled|closed) (this|it|that|the (role|position|job|vacancy|opening))( (internally|already|now))?\b|\bno (longer (any )?)?need for (an |the |any )?interviews?\b/,
  /\bhappy (where i am|in my (current|present) (role|job|position|place)|with my current (role|job|employer))\b/,
  /\b(took|taken|taking|accepted|got) (a|an|another|the) (\w+ )?(job|role|position|post|offer) (at|with) (another|a different|my current|a competitor|someone)\b/,
  /\b(so|and) (i'm|i am|i'll be|i have to) (pulling|bowing|dropping|stepping) out\b/,
  /^(i'm|i am|i'll be) (pulling|bowing|dropping) out\b/,
  /\b(close|drop|scrap|pull|retract) (my|the) (application|file|candidacy)\b/,
  /\b(signed|accepted|hired|committed) (up )?(elsewhere|with (another|a different|someone else|somebody else|a competitor))\b/,
  /\b(accepted|taken|taking|got|secured|found) (an? )?(\w+ )?(offer|job|role|position) elsewhere\b/,
  /\b(off the market|out of the running|not pursuing|no longer pursuing|no longer want to (go|move|proceed|continue|be considered))\b/,
  /\b(isn't|is not|'s not|not) (the )?(right |really |quite )*((fit|role|job|one|thing) )?for me\b(?=\s*($|[.,!;)\n-]| (right now|anymore|any more|at this|after all|so\b|and\b)))/,
  /\b(don't|do not|dont) (think|feel|believe) (that )?((the|this|that) (role|job|position|opportunity|one)|it|this)('s| is) (quite |really )?(right |the right (fit|role|job|one) )?for me\b/,
  /\bi'?(ll| will|'d like to)? step (back|away|aside)\b/,
  /\b(stay|staying|remain|remaining) (put|where i am|in my current (role|job|position)|with my current (employer|company))\b/,
]

const stillThere = /\b(not|n't|never) (want to |going to |be )?withdraw/

/** Whether the writer says to take no further part: "I have accepted another offer". */
export function isDecline(text: string): boolean {
  const lower = text.toLowerCase()
  return withdrawals.some((pattern) => pattern.test(lower)) && !stillThere.test(lower)
}
