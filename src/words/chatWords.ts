import type { Language } from '../domain/language.ts'

/** What a chat's own renderer adds to a message: menus, buttons of forms, states of steps, errors of fields. */
export interface ChatWords {
  language: Language
  colon: string
  choose: string
  chooseOne: string
  chooseAction: string
  more: string
  moreCount: (count: number) => string
  send: string
  answer: string
  back: string
  yes: string
  yesTo: (label: string) => string
  nothingToChoose: string
  numbers: (from: number, to: number) => string
  stepsDone: (doneCount: number, count: number) => string
  stepState: Readonly<Record<'done' | 'active' | 'waiting' | 'failed' | 'skipped', string>>
  tone: Readonly<Record<'info' | 'good' | 'warning' | 'bad', string>>
  open: string
  openThere: string
  proof: string
  proofOf: (label: string) => string
  errorCount: (count: number) => string
  requiredHint: string
  youCan: (actions: string) => string
  hidden: string
  leftOut: string
  field: {
    tick: (label: string) => string
    choose: (label: string) => string
    missing: (label: string) => string
    tooLong: (label: string, length: number, max: number) => string
    email: (label: string) => string
    date: (label: string) => string
    time: (label: string) => string
    oneOf: (label: string) => string
  }
  home: Readonly<
    Record<'approvals' | 'noApprovals' | 'interviews' | 'noInterviews' | 'connections' | 'settings', string>
  >
}
