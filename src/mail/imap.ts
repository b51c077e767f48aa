import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { cleanLine } from '../domain/cleanLine.ts'
import type { Clock } from '../domain/clock.ts'
import { isParleyError } from '../domain/errors.ts'
import type { MailIntake, TakenMail } from './port.ts'

// The only file that names imapflow; read when a mailbox is configured. Mails stay in the mailbox: they are marked, not removed.

interface ImapOptions {
  /** imap(s)://USER:PASSWORD@HOST:PORT/FOLDER, INBOX without a folder. */
  url: string
  /** How far it has been read, "UIDVALIDITY:UID"; null before the first mail. */
  readPosition: () => Promise<string | null>
  keepPosition: (position: string) => Promise<void>
  /** Has stored the mail, or left it, when it resolves; throws when neither could be done: then it is offered again. */
  take: (mail: TakenMail) => Promise<'taken' | 'known' | 'unplaced'>
  sizeMax: number
  clock: Clock
  log: (event: string, facts?: Readonly<Record<string, unknown>>) => void
  /** Looks at least this often, beside what the server says by itself (IDLE). */
  pollMs?: number
  /** How long one silence of the server is waited for. */
  timeoutMs?: number
  /** First pause after trouble; doubled each time. */
  retryMs?: number
}

const retryMsMax = 5 * 60_000
/** How far back a mailbox is read that was never read before, or whose UIDs were given anew. */
const lookBackMs = 14 * 86_400_000
const takenFlag = '$ParleyTaken'

/** Reads a mailbox from now on: connects, takes what is new, waits for more, and comes back after trouble until it is stopped. */
export function startImapIntake(options: ImapOptions): MailIntake {
  const { log, clock, retryMs = 1_000, pollMs = 60_000 } = options
  const stopping = new AbortController()
  let status: ReturnType<MailIntake['status']> = { state: 'starting', words: 'connecting for the first time' }
  let client: ImapFlow | null = null

  const run = async (): Promise<void> => {
    let pauseMs = retryMs
    while (!stopping.signal.aborted) {
      try {
        client = openClient(options.url, options.timeoutMs ?? 30_000)
        await readWhileConnected(client, options, pollMs, stopping.signal, () => {
          pauseMs = retryMs
          status = { state: 'ok', words: `read at ${clock.now().toISOString()}` }
        })
      } catch (error) {
        if (stopping.signal.aborted) break
        status = { state: 'failed', words: reasonOf(error) }
        log('imap.failed', { reason: reasonOf(error), nextInMs: pauseMs })
      } finally {
        client?.close()
      }
      await pause(pauseMs, stopping.signal)
      pauseMs = Math.min(pauseMs * 2, retryMsMax)
    }
  }
  const running = run()
  return {
    status: () => status,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Logs in, opens the folder, and leaves; changes nothing. Throws one sentence. @returns how many mails lie there */
export async function probeImap(url: string, timeoutMs: number): Promise<number> {
  const client = openClient(url, timeoutMs)
  try {
    await client.connect()
    const box = await client.mailboxOpen(folderOf(url), { readOnly: true })
    return box.exists
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error })
  } finally {
    client.close()
  }
}

function openClient(url: string, timeoutMs: number): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isEncrypted = protocol === 'imaps:'
  const isOwnMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const options: ImapFlowOptions = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : isEncrypted ? 993 : 143,
    secure: isEncrypted,
    // A password does not cross a network in the clear.
    ...(isEncrypted ? {} : { doSTARTTLS: !isOwnMachine }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    // IDLE is silent for long; the poll below breaks it.
    socketTimeout: timeoutMs + 120_000,
  }
  const client = new ImapFlow(options)
  // Trouble shows where the connection is used; without a listener it would end the process.
  client.on('error', () => {})
  return client
}

async function readWhileConnected(
  client: ImapFlow,
  options: ImapOptions,
  pollMs: number,
  stopped: AbortSignal,
  onRead: () => void,
): Promise<void> {
  const closeNow = () => client.close()
  stopped.addEventListener('abort', closeNow, { once: true })
  let hasClosed = false
  let wake = () => {}
  client.on('close', () => {
    hasClosed = true
    wake()
  })
  client.on('exists', () => wake())
  try {
    await client.connect()
    await client.mailboxOpen(folderOf(options.url))
    while (!stopped.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      await takeNew(client, options, stopped)
      onRead()
      if (hasClosed) throw new Error('the server closed the connection')
      // Ends when the next command is sent, or with the connection.
      client.idle().catch(() => {})
      await pause(pollMs, stopped, woken)
      if (hasClosed && !stopped.aborted) throw new Error('the server closed the connection')
    }
    // What is under way is finished above; there is nothing to wait for.
  } finally {
    stopped.removeEventListener('abort', closeNow)
  }
}

async function takeNew(client: ImapFlow, options: ImapOptions, stopped: AbortSignal): Promise<void> {
  const { mailbox } = client
  if (!mailbox) throw new Error('the folder is not open')
  const validity = String(mailbox.uidValidity)
  const [knownValidity, knownUid] = ((await options.readPosition()) ?? '').split(':')
  const lastUid = knownValidity === validity ? Number(knownUid) : 0
  const since = new Date(options.clock.now().getTime() - lookBackMs)
  const query = lastUid > 0 ? { uid: `${lastUid + 1}:*` } : { since }
  const found = (await client.search(query, { uid: true })) || []
  // "n:*" names the last mail even when its UID is lower.
  const uids = found.filter((uid) => uid > lastUid).sort((a, b) => a - b)
  const canKeepFlag = mailbox.permanentFlags?.has('\\*') || mailbox.permanentFlags?.has(takenFlag)
  for (const uid of uids) {
    if (stopped.aborted) return
    const outcome = await takeOne(client, options, uid)
    if (outcome === 'taken' || outcome === 'known')
      await client.messageFlagsAdd(String(uid), ['\\Seen', ...(canKeepFlag ? [takenFlag] : [])], { uid: true })
    await options.keepPosition(`${validity}:${uid}`)
  }
}

async function takeOne(client: ImapFlow, options: ImapOptions, uid: number): Promise<string> {
  const facts = await client.fetchOne(String(uid), { size: true }, { uid: true })
  if (!facts) return 'gone'
  const isTooBig = (facts.size ?? 0) > options.sizeMax
  const mail = await client.fetchOne(String(uid), isTooBig ? { headers: true } : { source: true }, { uid: true })
  const source = mail && (isTooBig ? mail.headers : mail.source)
  if (!source) return 'gone'
  try {
    return await options.take({ source, isTooBig })
  } catch (error) {
    // What can never be stored must not stand in the way of the others; a database that is down can be tried again.
    if (!isParleyError(error, 'badInput')) throw error
    options.log('imap.skipped', { uid, reason: error.message })
    return 'skipped'
  }
}

function folderOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX'
}

/** The server's own words where it gave some; never what was sent to it. */
function reasonOf(error: unknown): string {
  const { responseText, message, code } = error as { responseText?: string; message?: string; code?: string }
  return cleanLine(responseText || message || code || 'unknown', 200)
}

/** Until the time is up, somebody wakes us, or we are stopped. */
async function pause(ms: number, stopped: AbortSignal, woken: Promise<void> = new Promise(() => {})): Promise<void> {
  let finish = () => {}
  const over = new Promise<void>((resolve) => {
    finish = resolve
  })
  const timer = setTimeout(finish, ms)
  stopped.addEventListener('abort', finish, { once: true })
  try {
    if (!stopped.aborted) await Promise.race([over, woken])
  } finally {
    clearTimeout(timer)
    stopped.removeEventListener('abort', finish)
  }
}
