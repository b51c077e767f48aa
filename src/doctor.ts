import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Config, readConfig } from './config.ts'
import { isParleyError } from './domain/errors.ts'
import { greetServer, type SmtpError } from './mail/mime.ts'
import type { DatabaseFacts } from './store/prisma/inspectDatabase.ts'

// npm run parley -- doctor: looks at everything an installation stands on, changes nothing, sends nothing, and says for each
// thing that is wrong what to do.

type Subject =
  | 'settings'
  | 'data folder'
  | 'database'
  | 'database role'
  | 'migrations'
  | 'clock'
  | 'mail'
  | 'inbound mail'
  | 'public address'
  | 'language model'
  | 'slack'
  | 'teams'

export interface Finding {
  subject: Subject
  isOk: boolean
  /** What was found; with a problem also what to do. */
  words: string
}

const smtpWithinMs = 5_000
const fetchWithinMs = 5_000
const skewMsMax = 120_000

export async function examine(environment: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  let config: Config
  try {
    config = readConfig(environment)
  } catch (error) {
    return [problem('settings', `${reasonOf(error)} Correct it, see .env.example; the rest is not looked at before.`)]
  }
  const settings = fine('settings', 'every setting can be read')
  const [database, mail, inbound, address, slack, teams] = await Promise.all([
    config.databaseUrl ? examinePostgres(config, config.databaseUrl) : examineFolder(config),
    examineMail(config),
    examineInbound(config),
    examineAddress(config),
    examineSlack(config),
    examineTeams(config),
  ])
  return [settings, ...database, mail, inbound, address, examineModel(config), slack, teams]
}

/** One line per finding. @returns the exit code: 1 when something is wrong */
export function tellFindings(findings: readonly Finding[], write: (line: string) => void): number {
  for (const { subject, isOk, words } of findings)
    write(`${(isOk ? 'ok' : 'problem').padEnd(8)} ${subject.padEnd(15)} ${words}\n`)
  return findings.every(({ isOk }) => isOk) ? 0 : 1
}

const fine = (subject: Subject, words: string): Finding => ({ subject, isOk: true, words })
const problem = (subject: Subject, words: string): Finding => ({ subject, isOk: false, words })

async function examineFolder({ dataFolder }: Config): Promise<Finding[]> {
  const folder = resolve(dataFolder)
  if (!existsSync(folder)) {
    let parent = dirname(folder)
    while (!existsSync(parent)) parent = dirname(parent)
    return isWritable(parent)
      ? [fine('data folder', `${folder} is not there yet; the first start makes it`)]
      : [
          problem(
            'data folder',
            `${folder} is not there and cannot be made in ${parent}. Set PARLEY_DATA to a folder this account can write.`,
          ),
        ]
  }
  const found = statSync(folder)
  if (!found.isDirectory() || !isWritable(folder))
    return [
      problem(
        'data folder',
        `${folder} cannot be written. Give this account the right to, or set PARLEY_DATA to another folder.`,
      ),
    ]
  const mode = (found.mode & 0o777).toString(8)
  const isPrivate = process.platform === 'win32' || (found.mode & 0o077) === 0
  const place = isPrivate
    ? fine('data folder', `${folder} can be written, by this account only`)
    : problem('data folder', `${folder} has mode ${mode}, so others can read it. Run: chmod 700 '${folder}'`)
  const { inspectPglite } = await import('./store/prisma/inspectDatabase.ts')
  try {
    const facts = await inspectPglite(folder)
    return facts
      ? [place, ...findingsOf(facts, 'the embedded database', false)]
      : [place, fine('database', 'the embedded database is not there yet; the first start makes it')]
  } catch (error) {
    // Its own start has checked the same, and holds the folder.
    if (isParleyError(error) && error.message.includes('in use'))
      return [place, fine('database', 'a running Parley has the folder; stop it to have the database looked at too')]
    return [
      place,
      isParleyError(error)
        ? problem('migrations', error.message)
        : problem('database', `the folder cannot be opened (${reasonOf(error)}). Restore a backup of ${folder}.`),
    ]
  }
}

async function examinePostgres(config: Config, url: string): Promise<Finding[]> {
  const { inspectPostgres } = await import('./store/prisma/inspectDatabase.ts')
  const adminUrl = config.databaseAdminUrl ?? url
  try {
    return findingsOf(
      await inspectPostgres({ url, adminUrl, isSingleRole: config.isSingleRole }),
      `PostgreSQL at ${new URL(url).host}`,
      config.isSingleRole,
    )
  } catch (error) {
    if (isParleyError(error)) return [problem('migrations', error.message)]
    return [
      problem(
        'database',
        `no answer from PostgreSQL at ${new URL(url).host} (${reasonOf(error)}). Start it, or correct DATABASE_URL.`,
      ),
    ]
  }
}

function findingsOf(facts: DatabaseFacts, where: string, isSingleRole: boolean): Finding[] {
  const skewMs = Math.abs(Date.now() - facts.at.getTime())
  const seconds = Math.round(skewMs / 1_000)
  return [
    fine('database', `${where} answers`),
    roleFinding(facts, isSingleRole),
    facts.missing.length === 0
      ? fine('migrations', 'all applied')
      : fine('migrations', `${facts.missing.length} to apply, which the next start does: ${facts.missing.join(', ')}`),
    skewMs < skewMsMax
      ? fine('clock', `${seconds} s from the database's`)
      : problem(
          'clock',
          `${seconds} s from the database's; more than 120 s makes times wrong. Switch time synchronisation on, on both machines.`,
        ),
  ]
}

function roleFinding({ role, canBypass, ownsTables, canCreateRole }: DatabaseFacts, isSingleRole: boolean): Finding {
  if (role === null)
    return canCreateRole
      ? fine('database role', 'parley_app is not there yet; the next start makes it')
      : problem(
          'database role',
          'there is no role parley_app, and this user may not make it. Let an administrator run: CREATE ROLE parley_app NOLOGIN; GRANT parley_app TO the user of DATABASE_URL.',
        )
  if (canBypass)
    return problem(
      'database role',
      `${role} is a superuser or has BYPASSRLS, so policies do not keep agencies apart. Run: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS`,
    )
  if (ownsTables && !isSingleRole)
    return problem(
      'database role',
      `${role} owns tables, so it could switch policies off. Give them to another user: REASSIGN OWNED BY ${role} TO that user.`,
    )
  return fine(
    'database role',
    ownsTables
      ? `${role} owns the tables (PARLEY_SINGLE_ROLE); forced policies hold it`
      : `${role} owns nothing and cannot pass by policies`,
  )
}

async function examineMail({ smtpUrl, publicUrl, mailFrom }: Config): Promise<Finding> {
  if (!smtpUrl) return fine('mail', 'no SMTP_URL: mails are kept in the mailbox page and reach nobody')
  const { host } = new URL(smtpUrl)
  try {
    await greetServer(smtpUrl, smtpWithinMs)
  } catch (error) {
    const { code, response } = error as SmtpError
    return problem(
      'mail',
      code === 'EAUTH'
        ? `${host} refuses the user or password${response ? ` ("${response}")` : ''}. Correct them in SMTP_URL.`
        : `${host} cannot be used (${reasonOf(error)}). Check host, port and smtp:// or smtps:// in SMTP_URL, and the firewall.`,
    )
  }
  if (!publicUrl)
    return problem(
      'mail',
      `${host} answers, but nothing is sent: mails carry links nobody could open. Set PARLEY_PUBLIC_URL to the address of the guest pages.`,
    )
  return fine('mail', `${host} answers; mails come from ${mailFrom}. Nothing was sent.`)
}

/** Nothing is asked of it: that would cost tokens. */
function examineModel({ model }: Config): Finding {
  if (!model) return fine('language model', 'none set: the grammar alone reads messages, and none leaves')
  const { protocol, hostname, host } = new URL(model.baseUrl ?? 'https://api.openai.com')
  const isOwnMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'https:' && !isOwnMachine)
    return problem(
      'language model',
      `${host} is spoken to without encryption, so messages and the key travel readable. Set OPENAI_BASE_URL to its https address.`,
    )
  return fine(
    'language model',
    `${model.name} at ${host} is asked where the grammar is not sure, for at most ${model.dailyTokens} tokens a day. It was not asked now.`,
  )
}

async function examineSlack({ slack, publicUrl }: Config): Promise<Finding> {
  const subject = 'slack'
  if (!slack) return fine(subject, 'no SLACK_BOT_TOKEN and no SLACK_CLIENT_ID: Parley is not in Slack')
  if (!slack.appToken && !publicUrl)
    return problem(
      subject,
      'Slack could not reach Parley. Set PARLEY_PUBLIC_URL to the address of the guest pages, or SLACK_APP_TOKEN to hold a socket instead.',
    )
  const { protocol, hostname, host } = new URL(slack.apiUrl)
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return problem(subject, `the token would travel readable to ${host}. Set SLACK_API_URL to an https address.`)
  const way = slack.appToken ? 'Parley holds a socket' : `Slack posts to ${publicUrl}/api/slack`
  if (!slack.botToken)
    return publicUrl
      ? fine(subject, `workspaces add Parley on the page Slack; ${way}. Slack was not asked.`)
      : problem(
          subject,
          'Slack sends browsers back to Parley. Set PARLEY_PUBLIC_URL to the address of the guest pages.',
        )
  try {
    const { createSlackCaller } = await import('./bot/slack/bolt.ts')
    const call = createSlackCaller(slack.apiUrl, () => {})
    const told = await call(slack.botToken)('auth.test', {}, fetchWithinMs)
    if (slack.appToken) await call(slack.appToken)('apps.connections.open', {}, fetchWithinMs)
    return fine(subject, `connected with ${String(told.team)} as ${String(told.user)}; ${way}. Nothing was written.`)
  } catch (error) {
    return problem(
      subject,
      `Slack says no (${error instanceof Error ? error.message : String(error)}). Check the token, that the app is installed, and the network.`,
    )
  }
}

async function examineTeams({ teams, publicUrl }: Config): Promise<Finding> {
  const subject = 'teams'
  if (!teams) return fine(subject, 'no TEAMS_APP_ID: Parley is not in Microsoft Teams')
  if (!publicUrl)
    return problem(subject, 'Teams could not reach Parley. Set PARLEY_PUBLIC_URL to the address of the guest pages.')
  if (!teams.tenantId)
    return problem(subject, 'Nobody may write to Parley yet. Set TEAMS_TENANT_ID to the id of your Microsoft tenant.')
  try {
    const { createAppToken } = await import('./bot/teams/appToken.ts')
    await createAppToken({ ...teams, callWithinMs: fetchWithinMs }).read()
    return fine(
      subject,
      `signed in as ${teams.appId}; Teams posts to ${publicUrl}/api/teams/messages. Nothing was written.`,
    )
  } catch (error) {
    return problem(subject, error instanceof Error ? error.message : String(error))
  }
}

async function examineInbound({ inbound, imapUrl, publicUrl }: Config): Promise<Finding> {
  const subject = 'inbound mail'
  if (!inbound)
    return fine(subject, 'no PARLEY_INBOUND_SECRET: answers to mails go to the recruiter, Parley reads none')
  const { replyAddress } = inbound
  if (!imapUrl)
    return publicUrl
      ? fine(subject, `answers go to ${replyAddress}; your mail provider has to post them to ${publicUrl}/inbound/mail`)
      : problem(
          subject,
          `answers go to ${replyAddress}, and nothing brings them in. Set IMAP_URL to that mailbox, or PARLEY_PUBLIC_URL so that a provider can post them.`,
        )
  const { host } = new URL(imapUrl)
  try {
    const { probeImap } = await import('./mail/imap.ts')
    const count = await probeImap(imapUrl, smtpWithinMs)
    return fine(subject, `${host} opens the mailbox (${count} mails in it); answers go to ${replyAddress}`)
  } catch (error) {
    return problem(
      subject,
      `the mailbox at ${host} cannot be opened (${reasonOf(error)}). Check user, password, folder and imap:// or imaps:// in IMAP_URL.`,
    )
  }
}

async function examineAddress({ publicUrl }: Config): Promise<Finding> {
  if (!publicUrl) return fine('public address', 'none set: links work on this machine only')
  const { protocol, hostname } = new URL(publicUrl)
  const isOwnMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'https:' && !isOwnMachine)
    return problem(
      'public address',
      `${publicUrl} is not https, so links travel readable. Put a proxy with a certificate in front and set PARLEY_PUBLIC_URL to its https address.`,
    )
  let answer: Response
  try {
    answer = await fetch(`${publicUrl}/livez`, { signal: AbortSignal.timeout(fetchWithinMs), redirect: 'manual' })
  } catch (error) {
    return fine(
      'public address',
      `${publicUrl} was not reached from here (${reasonOf(error)}); look again while Parley runs`,
    )
  }
  const body: unknown = await answer.json().catch(() => null)
  const isParley = answer.status === 200 && (body as { live?: unknown } | null)?.live === true
  return isParley
    ? fine('public address', `${publicUrl} leads to Parley's guest pages`)
    : problem(
        'public address',
        `${publicUrl}/livez answers ${answer.status} and not as Parley does. Point the proxy to PARLEY_GUEST_PORT, or correct PARLEY_PUBLIC_URL.`,
      )
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The message of the innermost error that has one; node-fetch and pg wrap theirs. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const inner = error.cause instanceof Error ? reasonOf(error.cause) : ''
  const code = (error as NodeJS.ErrnoException).code
  return inner || error.message || code || error.name
}
