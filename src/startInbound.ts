import type { Hono } from 'hono'
import type { Config } from './config.ts'
import type { TenantId } from './domain/ids.ts'
import type { MailIntake, TakenMail } from './mail/port.ts'
import type { Deps } from './workflow/deps.ts'
import { keepPosition, readPosition } from './workflow/mailSources.ts'
import { type MailReceipt, receiveMail } from './workflow/receiveMail.ts'

// Part of the composition root: the ways in for mail, each of which ends in the inbox before anything is acknowledged.

export interface Inbound {
  /** Null where no mailbox is read. */
  intake: MailIntake | null
  /** What mail providers post to. */
  app: Hono
}

/** Starts what is configured; null when Parley reads no mail. `home` keeps how far the mailbox was read. */
export async function openInbound(deps: Deps, config: Config, home: TenantId): Promise<Inbound | null> {
  if (!config.inbound) return null
  const [{ readMail, mailBytesMax }, { createInboundMailApp }] = await Promise.all([
    import('./mail/readMail.ts'),
    import('./web/inboundMail.ts'),
  ])
  const take = async ({ source, isTooBig }: TakenMail): Promise<MailReceipt> => {
    const mail = await readMail(source)
    return receiveMail(deps, isTooBig ? { ...mail, trouble: 'tooBig' } : mail, source)
  }
  const { clock, log } = deps
  const app = createInboundMailApp({
    key: config.inbound.secret,
    take: (source) => take({ source, isTooBig: false }),
    clock,
    log,
  })
  if (!config.imapUrl) return { intake: null, app }
  const { startImapIntake } = await import('./mail/imap.ts')
  const { username, host, pathname } = new URL(config.imapUrl)
  const name = `imap:${username}@${host}${pathname}`
  const intake = startImapIntake({
    url: config.imapUrl,
    readPosition: () => readPosition(deps, home, name),
    keepPosition: (position) => keepPosition(deps, home, name, position),
    take,
    sizeMax: mailBytesMax,
    clock,
    log,
  })
  return { intake, app }
}
