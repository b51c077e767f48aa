import { z } from 'zod'

// Every setting: environment variable -> zod -> frozen object. Each has a default and a line in .env.example; none is needed.

const port = z.coerce.number().int().min(0).max(65_535)
const flag = z
  .enum(['', '0', '1', 'true', 'false'], 'must be 1 or 0')
  .default('')
  .transform((v) => v === '1' || v === 'true')
const minutesWords = 'must be a number of minutes from 0 to 525600'
const secondsWords = 'must be a number of seconds from 1 to 60'
const tokensWords = 'must be a whole number of tokens from 0 to 2000000000'
const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .trim()
    .refine((v) => URL.canParse(v) && protocols.includes(new URL(v).protocol), `must look like ${example}`)
    .nullable()

const slackApiUrl = 'https://slack.com/api/'

const environmentSchema = z.object({
  PORT: port.default(3000),
  PARLEY_GUEST_PORT: port.nullable().default(null),
  PARLEY_GUEST_HOST: z.string().trim().min(1).nullable().default(null),
  PARLEY_DATA: z.string().trim().min(1).default('./data'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/parley').default(null),
  DATABASE_ADMIN_URL: url(['postgres:', 'postgresql:'], 'postgresql://owner:password@host:5432/parley').default(null),
  PARLEY_SINGLE_ROLE: flag,
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.agency.com:465').default(null),
  PARLEY_MAIL_FROM: z.email('must be a mail address such as interviews@agency.com').nullable().default(null),
  PARLEY_PUBLIC_URL: url(['https:', 'http:'], 'https://interviews.agency.com').default(null),
  PARLEY_PRIVACY_URL: url(['https:'], 'https://agency.com/privacy').default(null),
  PARLEY_TERMS_URL: url(['https:'], 'https://agency.com/terms').default(null),
  OPENAI_MODEL: z.string().trim().min(1).max(200).nullable().default(null),
  OPENAI_API_KEY: z.string().trim().min(1).nullable().default(null),
  OPENAI_BASE_URL: url(['https:', 'http:'], 'http://127.0.0.1:11434/v1').default(null),
  OPENAI_TRANSPORT: z.enum(['auto', 'responses', 'chat'], 'must be auto, responses or chat').default('auto'),
  PARLEY_MODEL_SECONDS: z.coerce.number(secondsWords).min(1, secondsWords).max(60, secondsWords).default(6),
  PARLEY_MODEL_DAILY_TOKENS: z.coerce
    .number(tokensWords)
    .int(tokensWords)
    .min(0, tokensWords)
    .max(2_000_000_000, tokensWords)
    .default(200_000),
  IMAP_URL: url(['imap:', 'imaps:'], 'imaps://user:password@mail.agency.com:993').default(null),
  PARLEY_REPLY_ADDRESS: z.email('must be a mail address such as parley@agency.com').nullable().default(null),
  PARLEY_INBOUND_SECRET: z.string().trim().min(32, 'must have at least 32 characters').nullable().default(null),
  SLACK_BOT_TOKEN: z.string().trim().startsWith('xox', 'must begin with xoxb-').nullable().default(null),
  SLACK_SIGNING_SECRET: z.string().trim().min(16, 'must be the signing secret of the app').nullable().default(null),
  SLACK_APP_TOKEN: z.string().trim().startsWith('xapp-', 'must begin with xapp-').nullable().default(null),
  SLACK_CLIENT_ID: z.string().trim().min(1).nullable().default(null),
  SLACK_CLIENT_SECRET: z.string().trim().min(1).nullable().default(null),
  SLACK_API_URL: url(['https:', 'http:'], 'http://127.0.0.1:8888/api/').default(slackApiUrl),
  PARLEY_SECRET_KEY: z.string().trim().min(32, 'must have at least 32 characters').nullable().default(null),
  PARLEY_SECRET_KEY_OLD: z.string().trim().min(32, 'must have at least 32 characters').nullable().default(null),
  TEAMS_APP_ID: z
    .uuid('must be the application (client) id of the app, such as 5a0d1c3e-0000-4000-8000-000000000000')
    .nullable()
    .default(null),
  TEAMS_APP_PASSWORD: z.string().trim().min(1).nullable().default(null),
  TEAMS_TENANT_ID: z
    .uuid('must be the id of the Microsoft tenant, such as 0c9d7a9e-0000-4000-8000-000000000000')
    .nullable()
    .default(null),
  TEAMS_SERVICE_URLS: z
    .string()
    .default('')
    .transform((v) => v.split(/[\s,]+/).filter((one) => one !== ''))
    .refine(
      (all) => all.every((one) => /^https?:$/.test(URL.parse(one)?.protocol ?? '')),
      'must be addresses such as http://127.0.0.1:56150, with commas between them',
    ),
  TEAMS_OPENID_URL: url(
    ['https:', 'http:'],
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ).default(null),
  TEAMS_TOKEN_URL: url(['https:', 'http:'], 'https://login.microsoftonline.com/TENANT/oauth2/v2.0/token').default(null),
  PARLEY_CLOCK_AHEAD_MINUTES: z.coerce
    .number(minutesWords)
    .int(minutesWords)
    .min(0, minutesWords)
    .max(525_600, minutesWords)
    .default(0),
})

export interface Config {
  /** Port of the recruiter's side, on loopback only; 0 takes any free one. */
  port: number
  guestPort: number
  guestHost: string
  dataFolder: string
  databaseUrl: string | null
  databaseAdminUrl: string | null
  isSingleRole: boolean
  smtpUrl: string | null
  mailFrom: string
  publicUrl: string | null
  /** The agency's own privacy notice and terms; null: the pages of Parley. */
  ownLegal: Readonly<{ privacy: string | null; terms: string | null }>
  /** Null without a model: the grammar alone reads messages. */
  model: Readonly<ModelConfig> | null
  /** The mailbox that is read; null: none. */
  imapUrl: string | null
  /** How mails come in; null while Parley reads none. */
  inbound: { secret: string; replyAddress: string } | null
  /** Null without Slack. */
  slack: Readonly<SlackConfig> | null
  /** Seals tokens that are kept; `old` opens what was sealed before the key was changed. */
  secretKey: Readonly<{ current: string; old: string | null }> | null
  /** Null without Teams. */
  teams: Readonly<TeamsConfig> | null
  /** Rehearsal: Parley's clock runs this far ahead. */
  clockAheadMs: number
  hasSample: boolean
  /** Demonstration: the stand-in of an ATS to start, as it is called after --ats; null for none. */
  standIn: string | null
}

/** One workspace by its token, or any number that add Parley by themselves. */
export interface SlackConfig {
  /** With a slash at its end. */
  apiUrl: string
  /** False for a server that stands in for Slack. */
  isSlackItself: boolean
  botToken: string | null
  /** Null where a socket is held instead. */
  signingSecret: string | null
  appToken: string | null
  /** For "Add to Slack". */
  oauth: Readonly<{ clientId: string; clientSecret: string }> | null
}

/** A language model, and what it may cost. */
export interface ModelConfig {
  name: string
  apiKey: string | null
  /** Null for OpenAI itself. */
  baseUrl: string | null
  transport: 'auto' | 'responses' | 'chat'
  deadlineMs: number
  /** Per tenant and day. */
  dailyTokens: number
}

/** The app in Microsoft Teams. */
export interface TeamsConfig {
  appId: string
  password: string
  /** The organisation that may speak to Parley; its own app signs in there. Null: nobody may yet. */
  tenantId: string | null
  serviceUrls: readonly string[]
  openIdUrl: string | null
  tokenUrl: string | null
}

/** Without a mail server nothing leaves the machine, so the address belongs to nobody (RFC 2606). */
const keptMailFrom = 'interviews@parley.example'

/** Throws one Error whose message names the variable, what is wrong and what to write. Blank counts as not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
): Readonly<Config> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const read = environmentSchema.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    const name = String(issue?.path[0] ?? 'A setting')
    throw new Error(`${name} ${sentenceOf(issue, name)}.`)
  }
  const { standIn, unknown } = readArguments(args)
  if (unknown)
    throw new Error(
      `${unknown} is not an option. Parley knows --no-sample and --ats; everything else is a setting, see .env.example.`,
    )
  const env = read.data
  if (env.PARLEY_CLOCK_AHEAD_MINUTES > 0 && (env.SMTP_URL || env.PARLEY_PUBLIC_URL))
    throw new Error(
      'PARLEY_CLOCK_AHEAD_MINUTES is for rehearsals only and cannot be combined with SMTP_URL or PARLEY_PUBLIC_URL.',
    )
  if (env.PARLEY_PUBLIC_URL && new URL(env.PARLEY_PUBLIC_URL).pathname !== '/')
    throw new Error('PARLEY_PUBLIC_URL must be an address without a path, for example https://interviews.agency.com.')
  if (env.SMTP_URL && !env.PARLEY_MAIL_FROM)
    throw new Error('PARLEY_MAIL_FROM must be set together with SMTP_URL: it is the address that mails come from.')
  if (env.OPENAI_MODEL && !env.OPENAI_API_KEY && !env.OPENAI_BASE_URL)
    throw new Error(
      'OPENAI_MODEL must be set together with OPENAI_API_KEY, or with OPENAI_BASE_URL for a server of your own.',
    )
  return Object.freeze({
    port: env.PORT,
    guestPort: env.PARLEY_GUEST_PORT ?? neighbourOf(env.PORT),
    guestHost: env.PARLEY_GUEST_HOST ?? '127.0.0.1',
    dataFolder: env.PARLEY_DATA,
    databaseUrl: env.DATABASE_URL,
    databaseAdminUrl: env.DATABASE_ADMIN_URL,
    isSingleRole: env.PARLEY_SINGLE_ROLE,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.PARLEY_MAIL_FROM ?? keptMailFrom,
    imapUrl: env.IMAP_URL,
    inbound: inboundOf(env),
    publicUrl: env.PARLEY_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    ownLegal: Object.freeze({ privacy: env.PARLEY_PRIVACY_URL, terms: env.PARLEY_TERMS_URL }),
    model: readModel(env),
    slack: readSlack(env),
    secretKey: env.PARLEY_SECRET_KEY
      ? Object.freeze({ current: env.PARLEY_SECRET_KEY, old: env.PARLEY_SECRET_KEY_OLD })
      : null,
    teams: readTeams(env),
    clockAheadMs: env.PARLEY_CLOCK_AHEAD_MINUTES * 60_000,
    hasSample: !args.includes('--no-sample'),
    standIn,
  })
}

/** `--ats NAME` or `--ats=NAME`; the first option nobody knows. */
function readArguments(args: readonly string[]): { standIn: string | null; unknown: string | null } {
  let standIn: string | null = null
  for (let at = 0; at < args.length; at += 1) {
    const [option = '', value] = (args[at] ?? '').split('=', 2)
    if (option === '--ats') {
      standIn = value ?? args[at + 1] ?? ''
      if (value === undefined) at += 1
      if (standIn === '' || standIn.startsWith('-'))
        throw new Error('--ats needs the name of a stand-in, for example --ats greenhouse-stand-in.')
    } else if (option.startsWith('-') && args[at] !== '--no-sample') return { standIn, unknown: args[at] ?? option }
  }
  return { standIn, unknown: null }
}

/** A key alone switches nothing on: it may stand in the environment for other programs. */
function readModel(env: z.infer<typeof environmentSchema>): Readonly<ModelConfig> | null {
  if (!env.OPENAI_MODEL) return null
  return Object.freeze({
    name: env.OPENAI_MODEL,
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.OPENAI_BASE_URL?.replace(/\/+$/, '') ?? null,
    transport: env.OPENAI_TRANSPORT,
    deadlineMs: Math.round(env.PARLEY_MODEL_SECONDS * 1_000),
    dailyTokens: env.PARLEY_MODEL_DAILY_TOKENS,
  })
}

function readTeams(env: z.infer<typeof environmentSchema>): Readonly<TeamsConfig> | null {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: password } = env
  if (!appId && !password) return null
  if (!appId || !password) {
    const [given, missing] = appId ? ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD'] : ['TEAMS_APP_PASSWORD', 'TEAMS_APP_ID']
    throw new Error(`${given} must be set together with ${missing}: without both nobody who writes could be checked.`)
  }
  return Object.freeze({
    appId,
    password,
    tenantId: env.TEAMS_TENANT_ID,
    serviceUrls: env.TEAMS_SERVICE_URLS,
    openIdUrl: env.TEAMS_OPENID_URL,
    tokenUrl: env.TEAMS_TOKEN_URL,
  })
}

function readSlack(env: z.infer<typeof environmentSchema>): Readonly<SlackConfig> | null {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
  } = env
  if (!botToken && !clientId) {
    if (appToken || clientSecret)
      throw new Error(
        `${appToken ? 'SLACK_APP_TOKEN' : 'SLACK_CLIENT_SECRET'} needs SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (several) too.`,
      )
    return null
  }
  if (botToken && clientId)
    throw new Error('SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for several: set one of them.')
  if (!signingSecret && !appToken)
    throw new Error(
      `${botToken ? 'SLACK_BOT_TOKEN' : 'SLACK_CLIENT_ID'} needs SLACK_SIGNING_SECRET (Slack calls Parley) or SLACK_APP_TOKEN (Parley holds a socket) too.`,
    )
  if (clientId && !clientSecret) throw new Error('SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET too.')
  if (clientId && !env.PARLEY_SECRET_KEY)
    throw new Error(
      'SLACK_CLIENT_ID needs PARLEY_SECRET_KEY too, which seals the tokens: at least 32 random characters, for example from: openssl rand -hex 32.',
    )
  const apiUrl = `${(env.SLACK_API_URL ?? slackApiUrl).replace(/\/+$/, '')}/`
  return Object.freeze({
    apiUrl,
    isSlackItself: apiUrl === slackApiUrl,
    botToken,
    signingSecret,
    appToken,
    oauth: clientId && clientSecret ? Object.freeze({ clientId, clientSecret }) : null,
  })
}

/** RFC 5321 allows 64 characters before the "@"; the tag of an answer takes 47. */
const replyNameMax = 17

function inboundOf(env: z.infer<typeof environmentSchema>): Config['inbound'] {
  const secret = env.PARLEY_INBOUND_SECRET
  if (!secret) {
    const given = env.IMAP_URL ? 'IMAP_URL' : env.PARLEY_REPLY_ADDRESS ? 'PARLEY_REPLY_ADDRESS' : null
    if (given)
      throw new Error(
        `${given} needs PARLEY_INBOUND_SECRET too: at least 32 random characters, for example from: openssl rand -hex 32.`,
      )
    return null
  }
  const imap = env.IMAP_URL ? new URL(env.IMAP_URL) : null
  if (imap && (!imap.username || !imap.password))
    throw new Error('IMAP_URL must hold user and password, for example imaps://user:password@mail.agency.com:993.')
  const replyAddress = env.PARLEY_REPLY_ADDRESS ?? env.PARLEY_MAIL_FROM ?? keptMailFrom
  if (replyAddress.indexOf('@') > replyNameMax)
    throw new Error(
      `PARLEY_REPLY_ADDRESS must have at most ${replyNameMax} characters before the @, because each answer gets a longer address made from it. Without it PARLEY_MAIL_FROM is used.`,
    )
  return { secret, replyAddress }
}

/** The guests' port when none is set: the next one, or any free one beside any free one. */
function neighbourOf(port: number): number {
  if (port === 0) return 0
  return port === 65_535 ? port - 1 : port + 1
}

function sentenceOf(issue: z.core.$ZodIssue | undefined, name: string): string {
  if (!issue) return 'is not usable'
  if (issue.message.startsWith('must')) return issue.message
  if (name.endsWith('PORT')) return 'must be a port number from 0 to 65535'
  return `is not usable (${issue.message})`
}
