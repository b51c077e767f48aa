import type { TenantSettings } from '../domain/settings.ts'
import type { HourWord } from '../domain/wordHours.ts'
import type { Tx } from '../store/port.ts'
import type { SettingWords } from '../words/replyWords.ts'
import { type Cause, recordAudit } from './cause.ts'
import type { Deps } from './deps.ts'
import { say } from './owe.ts'
import type { Conversation } from './scheduleWish.ts'
import { sentence } from './speech.ts'

export interface Talking {
  deps: Deps
  cause: Cause
  talk: Conversation
}

/** What a setting was and is: figures, or hours as "09:00-17:00". */
export type Change =
  | { name: string; before: number; after: number }
  | { name: HourWord | 'requestPlace'; before: string; after: string }

/** Writes the settings and says so, with a way back. */
export async function keepChange(
  tx: Tx,
  { deps, cause, talk }: Talking,
  data: TenantSettings,
  change: Change,
  told: (words: SettingWords) => string,
): Promise<void> {
  await tx.update('settings', tx.tenantId, { data })
  await recordAudit(tx, deps, cause, {
    requestId: null,
    action: 'changeSetting',
    fromState: null,
    toState: null,
    data: { ...change },
  })
  const draft = sentence(
    (words) => told(words.settings),
    ({ words }) => [{ kind: 'undoSetting', data: { ...change }, label: words.talk.undo.button, style: 'normal' }],
  )
  await say(tx, deps, talk, talk.eventKey, draft)
}
