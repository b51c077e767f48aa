/** What the conversation is about, as far as a sentence may lean on it ("it", "the second", "30 min"). */
export interface ThreadContext {
  /** Somebody's request is shown here; `null` in a fresh conversation. */
  hasRequest: boolean
  /** What is open: a question of the bot, proposals to decide on, a yes to give. */
  awaits: 'answer' | 'approval' | 'confirmation' | null
  /** What the open question is about. */
  question: 'candidate' | 'client' | 'job' | 'duration' | 'mode' | 'when' | 'contact' | 'stage' | null
  /** Choices as shown, in order: proposals, or people to choose between. */
  options: readonly ThreadOption[]
  candidateId: string | null
  clientId: string | null
  jobId: string | null
  contactIds: readonly string[]
  waitingOn: 'candidate' | 'client' | 'interviewer' | null
  hasInterview: boolean
}

export interface ThreadOption {
  number: number
  /** The record it stands for, when it is one. */
  id: string | null
  /** As shown: "Tue 13:00", "iOS Engineer at Pied Piper". */
  words: string
}

export const noThread: ThreadContext = {
  hasRequest: false,
  awaits: null,
  question: null,
  options: [],
  candidateId: null,
  clientId: null,
  jobId: null,
  contactIds: [],
  waitingOn: null,
  hasInterview: false,
}
