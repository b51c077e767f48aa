import type { RequestState } from '../domain/request.ts'

type Named = (name: string) => string

/** What members read on the living cards of a request: where it stands, its steps, and what can be done. */
export interface CardWords {
  /** Mon to Sun, short. */
  weekdays: readonly [string, string, string, string, string, string, string]
  state: Readonly<Record<RequestState, string>>
  somebody: string
  minutes: (count: number) => string
  jobAt: (job: string, company: string) => string
  dates: (from: string, to: string) => string
  onlyAllowed: (dates: string, allowed: string) => string
  allowed: (days: string, from: string, to: string) => string
  fact: Readonly<
    Record<
      'when' | 'where' | 'job' | 'clientSide' | 'panel' | 'length' | 'days' | 'howTheyJoin' | 'stage' | 'askedBy',
      string
    >
  >
  formatOpen: string
  /** How people meet, where it is no link or address. */
  place: {
    candidateCalls: (number: string) => string
    clientCalls: (number: string) => string
    follows: string
  }
  allMustAgree: (people: string) => string
  anyOfThem: (people: string) => string
  stage: {
    next: string
    moved: (from: string, to: string) => string
    stays: (from: string) => string
    moves: (from: string, to: string) => string
  }
  notice: {
    mailsWait: (seconds: number) => string
    mailsWaitUntil: (when: string) => string
    beingMoved: string
    stuck: string
    calendarUnknown: (people: string) => string
    atsSilent: string
  }
  step: {
    ask: Named
    remind: Named
    calendar: Named
    calendarKnown: string
    calendarUnknown: string
    calendarAnswered: string
    calendarAsked: string
    times: Named
    /** Ranges of time, how many more there are, whether the recruiter entered them, and what the party wrote with them. */
    told: (times: string, moreCount: number, isEntered: boolean, note: string | null) => string
    choseOffered: string
    declined: (reason: string | null) => string
    noLongerNeeded: string
    afterOtherSide: string
    waitsForAnswer: string
    onceAsked: string
    remindersStopped: string
    nextReminder: (when: string) => string
    nextAttempt: (when: string) => string
    goesOut: (when: string) => string
    goingOut: string
    beingSent: string
    takenBack: string
    failed: string
    findTime: string
    whenAnswersAreIn: string
    fits: (count: number) => string
    theCandidate: string
    chooses: Named
    toChooseFrom: (count: number) => string
    approves: Named
    byYou: string
    by: Named
    asked: (when: string) => string
    askedInChat: string
    tell: Readonly<Record<'closing' | 'changed' | 'released' | 'feedback' | 'late', Named>>
    invite: Named
    inviteAgain: Named
    cancelInvitation: Named
    writeInterview: string
    updateInterview: string
    moveStage: (label: string) => string
    remindOnDay: Named
    outcome: string
    log: string
    logged: (doneCount: number, count: number) => string
  }
  action: {
    save: string
    reason: string
    sendMailAgain: string
    tryAgain: (what: string) => string
    retried: Readonly<Record<'mail' | 'invitation' | 'atsInterview' | 'atsStage' | 'atsLog' | 'chat', string>>
    undo: string
    editMails: string
    lookAtMails: string
    saveAndSend: string
    readsFirst: Named
    readsFirstHint: string
    holdMails: string
    saidYes: (people: string) => string
    bookIt: string
    whichTime: string
    enterTimes: Named
    enterThem: string
    timesTold: Named
    timesHint: string
    goOnWithout: Named
    goOnConfirm: Named
    changeStage: string
    saveForJob: string
    moveWhenConfirmed: string
    leaveStage: string
    newLink: Named
    newLinkConfirm: Named
    keepTime: string
    keepTimeConfirm: string
    reminders: Named
    remindersField: string
    resumeReminders: string
    pauseTwoDays: string
    pauseWeek: string
    stopReminders: string
    cancel: string
    cancelSubmit: string
    cancelHint: string
    postpone: string
    postponeSubmit: string
    postponeHint: string
    notBefore: string
    notAfter: string
    move: string
    moveSubmit: string
    moveHint: string
    nudge: string
    nudgeAllTheSame: Named
    showLink: Named
    askAgain: Named
    askAllAgain: string
    changeFormat: string
    askFormat: string
  }
  format: {
    meet: string
    kinds: Readonly<Record<'video' | 'phoneToCandidate' | 'phoneToClient' | 'onsite' | 'follows', string>>
    details: string
    detailsHint: string
    keep: string
    kept: Readonly<Record<'job' | 'client' | 'once', string>>
  }
  remedy: {
    /** What it changes, and what that opens. */
    label: (change: string, opened: string) => string
    opens: (count: number, isAtLeast: boolean) => string
    suitsOthers: (count: number, isAtLeast: boolean, first: string) => string
    ask: string
    change: string
    askAsWell: Named
    askInPlace: (name: string, people: string) => string
    inPlace: (name: string, people: string) => string
    without: (people: string) => string
    until: (time: string) => string
    from: (time: string) => string
    withoutNotice: string
    shortNotice: (hours: number) => string
    lookUntil: (date: string) => string
    shorter: (minutes: number, wasMinutes: number, session: string | null) => string
    aSession: string
  }
  /** The card of a hiring manager or interviewer. */
  panel: {
    cancelled: string
    goesOn: string
    goesOnText: Named
    saidYes: string
    invitation: string
    approvalNeeded: string
    timesNeeded: string
    askTimes: Named
    underWay: string
    iTellYou: string
    approveWhich: Named
    calendarUnknown: Named
    approve: (time: string) => string
    approveShort: string
    tellTimes: string
    changeTimes: string
    suggestTimes: string
    sendTimes: string
    yourTimes: string
    decline: string
    declineSubmit: string
    declineHint: string
    willBeThere: string
    runningLate: string
    tellThem: string
    howLate: string
    anythingToAdd: string
    lateHint: Named
    cannotCome: string
    findSomebody: string
    cannotComeHint: Named
    delegate: string
    passOn: string
    whoDecides: string
    whoDecidesHint: string
  }
}
