import { foldName } from './names.ts'
import type { StageStatus } from './records.ts'

// What a customer's own word for a stage means to Parley. Customers call stages as they like, in their language; this is a proposal that the
// people of the tenant can change per job.

/** Words of a label, the most telling kind first: "Final offer talk" is an offer, "Interview declined" a rejection. */
const tellingWords: readonly (readonly [StageStatus, RegExp])[] = [
  [
    'rejected',
    /\b(reject|declin|disqualif|withdr|archiv|not (a )?fit|no hire|lost|refus|recha|absage|abgelehnt|descart)/,
  ],
  ['hired', /\b(hired?|placed|placement|joined|onboard|started|accepted|won|eingestellt|embauch|contratad|recrute)/],
  ['offer', /\b(offer|offre|oferta|angebot|contract|vertrag|negotiat|reference check|background)/],
  [
    'finalInterview',
    /\b(final|onsite|on site|last round|third (round|interview)|3rd (round|interview)|panel day|superday|finale)/,
  ],
  [
    'interview',
    /\b(interview|entretien|entrevista|meeting|(second|2nd|first|1st) round|round \d|technical|panel|assessment centre|client meeting)|(?<!telefon)gesprach\b/,
  ],
  [
    'screening',
    /\b(screen|phone|call|telefon|review|assess|test|homework|take home|prescreen|qualif|cv sent back|shortlist)/,
  ],
  [
    'submitted',
    /\b(submit|sent to client|present|cv sent|forwarded|client review|hiring manager review|vorgestellt|presente)/,
  ],
  ['applied', /\b(appl|new|inbox|sourc|lead|prospect|received|registered|bewerb|candidat|incoming|queue|long ?list)/],
]

/** The first of a job's stages is where people arrive, whatever it is called; others that say nothing lie before the interviews. */
export function guessStageStatus(label: string, place: { at: number; count: number }): StageStatus {
  const folded = foldName(label)
  // "Application review" and "CV submitted" are told by their rarer words.
  const isSubmitted = /\b(submit|sent to|present|forward)/.test(folded) && !/\b(offer|interview)/.test(folded)
  if (isSubmitted) return 'submitted'
  if (place.at === 0 && /\b(appl|new|inbox)/.test(folded)) return 'applied'
  const found = tellingWords.find(([, words]) => words.test(folded))
  if (found) return found[0]
  return place.at === 0 ? 'applied' : 'screening'
}
