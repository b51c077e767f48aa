import type { AtsSystems } from '../ats/connector.ts'
import type { AtsPort } from '../ats/port.ts'
import type { ChatPort } from '../bot/port.ts'
import type { CalendarPort } from '../calendar/port.ts'
import type { Clock } from '../domain/clock.ts'
import type { Ids } from '../domain/ids.ts'
import type { MailPort } from '../mail/port.ts'
import type { Store } from '../store/port.ts'
import type { ModelDesk } from './modelDesk.ts'
import type { Replies } from './replyAddress.ts'

/** What every use case receives: ports, time and randomness, and two facts of the configuration. */
export interface Deps {
  store: Store
  ats: AtsPort
  /** The outside systems that can be connected; absent where none can be. */
  systems?: AtsSystems
  mail: MailPort
  calendar: CalendarPort
  /** One per surface that is connected. */
  chat: ReadonlyMap<ChatPort['surface'], ChatPort>
  /** Asked where the grammar is not sure; absent when none is set up. */
  model?: ModelDesk
  clock: Clock
  ids: Ids
  /** Base of every mailed link, without a slash at the end. */
  guestUrl: string
  /** The address mails come from: the sender of iMIP messages and the host part of Message-IDs. */
  mailFrom: string
  /** Where answers to mails go; left out while Parley reads no mail: then to the recruiter. */
  replies?: Replies
  /** One line per event, JSON; never a secret or a mail body. */
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
}
