/** Words that do the same work in a sentence. Verbs are listed by their base; their other forms are made or stand in `irregular`. */
const verbClasses = {
  sched: 'schedule book arrange organise organize coordinate interview calendarise calendarize timetable prebook',
  resched: 'reschedule rearrange rebook re-arrange re-schedule re-book resched rejig reslot retime',
  cancel:
    'cancel zap scrap scratch bin kill axe abort nix delete remove cxl withdraw terminate ditch void sack junk chop trash',
  postpone: 'postpone defer delay freeze pause park shelve suspend',
  move: 'move shift push bump slide swap bring pull advance transfer switch change slip knock flip kick scoot bounce shove chuck drag shunt punt scooch',
  advance:
    'move advance push bump promote progress put bring take send transition flip set pass shift upgrade switch change update elevate carry graduate fast-track drag get',
  nudge: 'nudge remind chase ping poke prod bug badger hassle hurry pester jog',
  ask: 'ask intimate request solicit query email mail message contact',
  get: 'get collect gather grab obtain request secure fetch solicit source find take pull need want',
  meet: 'meet see speak talk chat interview face connect',
  want: 'want need wish prefer like hope ask',
  reply: 'reply answer respond confirm reconfirm revert acknowledge choose pick',
  show: 'show list view display see pull give share read fetch print open check tell name',
  add: 'add include invite loop bring pull join involve rope',
  drop: 'remove drop leave take exclude kick uninvite disinvite omit swap lose cut pull',
  change: 'change switch make turn convert update amend edit correct alter modify adjust',
  resize: 'shorten extend lengthen cut trim stretch reduce increase shrink expand',
  connect:
    'connect link hook integrate sync plug authorise authorize attach pair add set configure synchronise synchronize install enable',
  send: 'send resend forward share drop paste copy give provide fire shoot post re-send whatsapp text email mail',
  note: 'note record log jot write document capture file remember register',
  approve: 'approve accept choose pick select take confirm ok okay greenlight',
  refuse: 'decline reject refuse deny dismiss veto',
  undo: 'undo revert restore reverse rollback unbook unschedule unsend uncancel reinstate un-cancel',
  suggest: 'suggest propose recommend offer find show give list work compute check see',
  work: 'work suit fit',
  show_up: 'show turn join dial appear come attend connect call arrive make log',
  try: 'try attempt want',
} as const

const irregular: Readonly<Record<string, readonly string[]>> = {
  take: ['taken', 'took'],
  put: [],
  set: [],
  get: ['got', 'gotten'],
  bring: ['brought'],
  see: ['saw', 'seen'],
  meet: ['met'],
  speak: ['spoke', 'spoken'],
  send: ['sent'],
  resend: ['resent'],
  give: ['gave', 'given'],
  make: ['made'],
  write: ['wrote', 'written'],
  choose: ['chose', 'chosen'],
  freeze: ['froze', 'frozen'],
  find: ['found'],
  leave: ['left'],
  tell: ['told'],
  withdraw: ['withdrew', 'withdrawn'],
  undo: ['undid', 'undone'],
  read: [],
  come: ['came'],
  show: ['shown'],
  shoot: ['shot'],
  slide: ['slid'],
  lose: ['lost'],
  cut: [],
  hide: ['hid'],
  shrink: ['shrank', 'shrunk'],
  rebook: [],
  overtake: [],
  set_up: [],
}

const wordClasses = {
  meeting:
    'interview interviews call calls chat chats meeting meetings conversation screen screening slot round rounds intro appointment appointments session sessions loop panel panels catch-up catchup sync onsite booking bookings invite event discussion debrief interviewing virtual vc mtg intvw iv interveiw talk videocall phonecall',
  times: 'times availability availabilities slots options dates windows openings avail time slot hours date',
  options: 'times availability availabilities slots options dates windows openings avail gaps',
  proceed: 'go going move moving proceed proceeding push pushing carry continue continuing press',
  free: 'free available open around about clear unbooked',
  party: 'candidate client interviewer interviewers manager hm panel team recruiter customer applicant company',
  reason: 'because cos cause since as bc due',
  not: "not don't dont never isn't isnt wasn't no doesn't doesnt can't cannot cant won't wont shouldn't haven't hasn't hasnt didn't didnt aren't without neither nor couldn't wouldn't",
  late: 'anymore longer',
  yet: 'yet still',
  calendar: 'calendar diary agenda schedule calender cal books',
  briefing: 'briefing briefings brief briefs prep digest',
  digest:
    'briefing briefings brief digest summary summaries reminder reminders notification notifications recap report reports alert alerts emails email newsletter newsletters digests recaps nudges',
  profile:
    'cv resume résumé resumé profile bio background linkedin phone number email mobile details info information rundown lowdown summary salary portfolio github experience skills overview intro dossier address contact history',
  who: 'who whos who',
  which: 'which what any',
  on: 'on',
  system:
    'google gmail outlook calendar gcal o365 office365 exchange icloud caldav zoom webex slack greenhouse lever ashby workable bullhorn icims jobvite smartrecruiters bamboohr workday zoho recruitee teamtailor ats crm hubspot salesforce loxo crelate breezy breezyhr freshteam recruiterflow recruitcrm inbox mailbox microsoft 365 apple ical teams calendly account teams jobadder vincere',
  role: 'role job position opening vacancy req requisition post seat',
  private:
    'dentist doctor doctors gym haircut table restaurant flight flights hotel hotels dinner lunch breakfast birthday yoga party vacation holiday pto alarm taxi uber pizza cab train gp vet massage hairdresser spa movie cinema concert tickets ticket babysitter plumber physio therapist wedding anniversary barber mechanic oil',
} as const

const doubled = /(?:^|[^aeiou])[aeiou][bgmnpt]$/
const undoubled = new Set([
  'transition',
  'shorten',
  'lengthen',
  'reopen',
  'open',
  'schedule',
  'edit',
  'solicit',
  'exit',
  'defer',
  'greenlight',
  'document',
  'question',
  'wait',
  'loop',
  'email',
  'invite',
])

/** Forms of a verb: base and -s and -ing (asked for now), and the past (told). */
function formsOf(base: string): { present: string[]; past: string[] } {
  const stem = base.endsWith('e') && !base.endsWith('ee') ? base.slice(0, -1) : base
  const tail = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}i` : base
  const last = base.at(-1) ?? ''
  const double = doubled.test(base) && !undoubled.has(base) ? last : ''
  const sForm = /(?:s|x|ch|sh)$/.test(base) ? `${base}es` : tail === base ? `${base}s` : `${tail}es`
  const present = [base, sForm, `${stem}${double}ing`]
  if (base === 'cancel') present.push('cancelling')
  const known = irregular[base]
  const past = known ?? [base.endsWith('e') ? `${base}d` : `${tail}${double}ed`]
  if (base === 'cancel') return { present, past: [...past, 'cancelled'] }
  return { present, past: [...past] }
}

const table = new Map<string, Set<string>>()
function enter(word: string, name: string): void {
  const known = table.get(word)
  if (known) known.add(name)
  else table.set(word, new Set([name]))
}
for (const [name, words] of Object.entries(verbClasses))
  for (const base of words.split(' ')) {
    const { present, past } = formsOf(base)
    for (const form of present) enter(form, name)
    for (const form of past) enter(form, `${name}:ed`)
  }
for (const [name, words] of Object.entries(wordClasses)) for (const word of words.split(' ')) enter(word, name)

const none: ReadonlySet<string> = new Set()

/** The classes a lower-case word belongs to; "name:ed" is the past of a verb class. */
export function classesOf(word: string): ReadonlySet<string> {
  return table.get(word) ?? none
}

export function isClassName(name: string): boolean {
  const base = name.replace(/:ed$/, '')
  return base in verbClasses || base in wordClasses
}
