/** Where the requests of a tenant are to stand; `channel` is a name without its sign, 'here', or null when none was said. */
export type PlaceWish =
  | { place: 'asked' }
  | { place: 'ownThread'; channel: { named: string } | 'here' | null }
  | { place: 'candidateChannel' }

const about = /\b(requests?|interviews?|candidates?)\b/
const ended = /\b(stop|no more|no longer|don'?t|do not|never|without|not)\b/
const perCandidate =
  /\bchannels?\b.*\b(for|per)\b.*\bcandidates?\b|\b(each|every|all) candidates?\b.*\b(gets?|has|have|needs?)\b.*\bchannels?\b|\b(give|make|open|create)\b.*\b(each|every|our) candidates?\b.*\bchannels?\b|\bcandidates?\b.*\bin (a|its|his|her|their) (own |private |closed )+channels?\b/
const whereAsked =
  /\bwhere\b.*\b(ask(ed)?|open(ed)?|written|wrote|type[ds]?|began|begun|start(ed)?|come from|came from)\b/
const named = /#([\p{L}\p{N}_-]{1,80})/u
/** "the hiring channel", "a channel called hiring" */
const called = /\b(?:called|named) ["“']?([\p{L}\p{N}_-]{1,80})|\bin (?:the |our )?([\p{L}\p{N}_-]{1,80}) channel\b/u
const here = /\b(here|in this channel|this channel)\b/
const noNames: ReadonlySet<string> = new Set([
  'a',
  'the',
  'this',
  'that',
  'one',
  'own',
  'private',
  'same',
  'their',
  'its',
  'our',
])

/** "Keep each request in its own thread in #hiring", "a private channel per candidate"; null for words about anything else. */
export function readPlaceWish(text: string): PlaceWish | null {
  const said = text.toLowerCase().slice(0, 300)
  if (!about.test(said)) return null
  // Whoever wants no places of their own any more has them where they were asked.
  if (ended.test(said) && /\b(threads?|channels?)\b/.test(said)) return { place: 'asked' }
  if (perCandidate.test(said)) return { place: 'candidateChannel' }
  const name = named.exec(said)?.[1] ?? nameIn(said)
  const isThread = /\bthreads?\b/.test(said)
  if (!isThread && !name && whereAsked.test(said)) return { place: 'asked' }
  if (!isThread && !name && !(here.test(said) && /\b(each|every|all|requests)\b/.test(said))) return null
  return { place: 'ownThread', channel: name ? { named: name } : here.test(said) ? 'here' : null }
}

function nameIn(said: string): string | null {
  const [, after, before] = called.exec(said) ?? []
  const name = after ?? before ?? null
  return name && !noNames.has(name) ? name : null
}
