import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const smtp = { SMTP_URL: 'smtps://user:secret@mail.agency.com:465', PARLEY_MAIL_FROM: 'interviews@agency.com' }
const secret = 'f'.repeat(32)
const teamsId = '5a0d1c3e-0000-4000-8000-00000000b07a'

function refusalOf(environment: Record<string, string>, args: string[] = []): string {
  try {
    readConfig(environment, args)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('this environment was accepted')
}

describe('an environment that works', () => {
  it('is the empty one: every setting has a default', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      guestPort: 3001,
      guestHost: '127.0.0.1',
      dataFolder: './data',
      databaseUrl: null,
      databaseAdminUrl: null,
      isSingleRole: false,
      smtpUrl: null,
      mailFrom: 'interviews@parley.example',
      publicUrl: null,
      ownLegal: { privacy: null, terms: null },
      model: null,
      imapUrl: null,
      inbound: null,
      slack: null,
      teams: null,
      secretKey: null,
      clockAheadMs: 0,
      hasSample: true,
      standIn: null,
    })
  })

  it.each([
    [{ PORT: '8080' }, { port: 8080, guestPort: 8081 }],
    [{ PORT: '0' }, { port: 0, guestPort: 0 }],
    [
      { PORT: '4000', PARLEY_GUEST_PORT: '80' },
      { port: 4000, guestPort: 80 },
    ],
    [{ PORT: ' 4000 ' }, { port: 4000 }],
    [{ PORT: '' }, { port: 3000 }],
    [
      { PORT: '   ', PARLEY_DATA: '  ', SMTP_URL: ' ' },
      { port: 3000, dataFolder: './data', smtpUrl: null },
    ],
    [{ PARLEY_GUEST_HOST: '0.0.0.0' }, { guestHost: '0.0.0.0' }],
    [{ PARLEY_DATA: '/srv/parley' }, { dataFolder: '/srv/parley' }],
    [{ DATABASE_URL: 'postgresql://u:p@db:5432/parley' }, { databaseUrl: 'postgresql://u:p@db:5432/parley' }],
    [{ DATABASE_URL: 'postgres://u@db/parley' }, { databaseUrl: 'postgres://u@db/parley' }],
    [{ PARLEY_SINGLE_ROLE: '1' }, { isSingleRole: true }],
    [{ PARLEY_SINGLE_ROLE: 'false' }, { isSingleRole: false }],
    [smtp, { smtpUrl: smtp.SMTP_URL, mailFrom: 'interviews@agency.com' }],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret },
      {
        slack: {
          apiUrl: 'https://slack.com/api/',
          isSlackItself: true,
          botToken: 'xoxb-1',
          signingSecret: secret,
          appToken: null,
          oauth: null,
        },
      },
    ],
    [{ SLACK_SIGNING_SECRET: secret }, { slack: null }],
    [
      { TEAMS_APP_ID: teamsId, TEAMS_APP_PASSWORD: 'p', TEAMS_SERVICE_URLS: 'http://127.0.0.1:1, http://127.0.0.1:2' },
      {
        teams: {
          appId: teamsId,
          password: 'p',
          tenantId: null,
          serviceUrls: ['http://127.0.0.1:1', 'http://127.0.0.1:2'],
          openIdUrl: null,
          tokenUrl: null,
        },
      },
    ],
    [{ TEAMS_TENANT_ID: teamsId }, { teams: null }],
    [{ PARLEY_SECRET_KEY: secret }, { secretKey: { current: secret, old: null } }],
    [
      { PARLEY_INBOUND_SECRET: secret },
      { imapUrl: null, inbound: { secret, replyAddress: 'interviews@parley.example' } },
    ],
    [
      { ...smtp, PARLEY_INBOUND_SECRET: secret, IMAP_URL: 'imaps://u:p@mail.agency.com/Answers' },
      { imapUrl: 'imaps://u:p@mail.agency.com/Answers', inbound: { secret, replyAddress: 'interviews@agency.com' } },
    ],
    [
      { ...smtp, PARLEY_INBOUND_SECRET: secret, PARLEY_REPLY_ADDRESS: 'parley@agency.com' },
      { inbound: { secret, replyAddress: 'parley@agency.com' } },
    ],
    [{ PARLEY_PUBLIC_URL: 'https://interviews.agency.com/' }, { publicUrl: 'https://interviews.agency.com' }],
    [{ OPENAI_API_KEY: 'sk-for-something-else' }, { model: null }],
    [
      { OPENAI_MODEL: 'a-model', OPENAI_API_KEY: 'sk-1' },
      {
        model: {
          name: 'a-model',
          apiKey: 'sk-1',
          baseUrl: null,
          transport: 'auto',
          deadlineMs: 6_000,
          dailyTokens: 200_000,
        },
      },
    ],
    [
      { OPENAI_MODEL: 'qwen', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/', PARLEY_MODEL_SECONDS: '2.5' },
      { model: { apiKey: null, baseUrl: 'http://127.0.0.1:11434/v1', deadlineMs: 2_500 } },
    ],
    [{ PARLEY_CLOCK_AHEAD_MINUTES: '1440' }, { clockAheadMs: 86_400_000 }],
    [{ UNKNOWN_TO_PARLEY: 'x', PATH: '/bin' }, { port: 3000 }],
  ])('%j is read as %j', (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected)
  })

  it('takes --no-sample, and nobody can change what was read', () => {
    const config = readConfig({}, ['--no-sample'])
    expect(config.hasSample).toBe(false)
    expect(Object.isFrozen(config)).toBe(true)
  })
})

describe('an environment that cannot work', () => {
  it.each([
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '80.5' }],
    ['PARLEY_GUEST_PORT', { PARLEY_GUEST_PORT: 'guest' }],
    ['PARLEY_GUEST_PORT', { PARLEY_GUEST_PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://u:p@db/parley' }],
    ['DATABASE_URL', { DATABASE_URL: 'db.internal' }],
    ['DATABASE_ADMIN_URL', { DATABASE_ADMIN_URL: 'postgres' }],
    ['PARLEY_SINGLE_ROLE', { PARLEY_SINGLE_ROLE: 'maybe' }],
    ['SMTP_URL', { ...smtp, SMTP_URL: 'mail.agency.com' }],
    ['SMTP_URL', { ...smtp, SMTP_URL: 'https://mail.agency.com' }],
    ['PARLEY_MAIL_FROM', { ...smtp, PARLEY_MAIL_FROM: 'interviews' }],
    ['PARLEY_MAIL_FROM', { SMTP_URL: smtp.SMTP_URL }],
    ['PARLEY_PUBLIC_URL', { PARLEY_PUBLIC_URL: 'interviews.agency.com' }],
    ['PARLEY_PUBLIC_URL', { PARLEY_PUBLIC_URL: 'ftp://agency.com' }],
    ['IMAP_URL', { IMAP_URL: 'mail.agency.com' }],
    ['IMAP_URL', { IMAP_URL: 'imaps://u:p@mail.agency.com' }],
    ['IMAP_URL', { IMAP_URL: 'imaps://mail.agency.com', PARLEY_INBOUND_SECRET: secret }],
    ['PARLEY_INBOUND_SECRET', { PARLEY_INBOUND_SECRET: 'short' }],
    ['PARLEY_REPLY_ADDRESS', { PARLEY_REPLY_ADDRESS: 'parley@agency.com' }],
    ['PARLEY_REPLY_ADDRESS', { PARLEY_REPLY_ADDRESS: 'parley', PARLEY_INBOUND_SECRET: secret }],
    [
      'PARLEY_REPLY_ADDRESS',
      { PARLEY_REPLY_ADDRESS: 'interview-scheduling@agency.com', PARLEY_INBOUND_SECRET: secret },
    ],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'token' }],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1' }],
    ['SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }],
    ['SLACK_CLIENT_SECRET', { SLACK_CLIENT_SECRET: secret }],
    ['SLACK_CLIENT_ID', { SLACK_CLIENT_ID: 'c', SLACK_SIGNING_SECRET: secret, PARLEY_SECRET_KEY: secret }],
    ['SLACK_CLIENT_ID', { SLACK_CLIENT_ID: 'c', SLACK_CLIENT_SECRET: 's', SLACK_SIGNING_SECRET: secret }],
    ['PARLEY_SECRET_KEY', { PARLEY_SECRET_KEY: 'short' }],
    [
      'SLACK_BOT_TOKEN',
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_CLIENT_ID: 'c', SLACK_SIGNING_SECRET: secret, PARLEY_SECRET_KEY: secret },
    ],
    ['SLACK_API_URL', { SLACK_API_URL: 'slack.com' }],
    ['TEAMS_APP_ID', { TEAMS_APP_ID: teamsId }],
    ['TEAMS_APP_ID', { TEAMS_APP_ID: 'parley', TEAMS_APP_PASSWORD: 'p' }],
    ['TEAMS_APP_PASSWORD', { TEAMS_APP_PASSWORD: 'p' }],
    ['TEAMS_TENANT_ID', { TEAMS_TENANT_ID: 'agency.com' }],
    ['TEAMS_SERVICE_URLS', { TEAMS_SERVICE_URLS: 'localhost:1' }],
    ['TEAMS_OPENID_URL', { TEAMS_OPENID_URL: 'keys' }],
    ['PARLEY_CLOCK_AHEAD_MINUTES', { PARLEY_CLOCK_AHEAD_MINUTES: '-5' }],
    ['PARLEY_CLOCK_AHEAD_MINUTES', { PARLEY_CLOCK_AHEAD_MINUTES: 'soon' }],
    ['PARLEY_CLOCK_AHEAD_MINUTES', { PARLEY_CLOCK_AHEAD_MINUTES: '5', ...smtp }],
    ['PARLEY_CLOCK_AHEAD_MINUTES', { PARLEY_CLOCK_AHEAD_MINUTES: '5', PARLEY_PUBLIC_URL: 'https://agency.com' }],
  ])('is told in one sentence that names %s: %j', (name, environment) => {
    const sentence = refusalOf(environment)
    expect(sentence.startsWith(`${name} `)).toBe(true)
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toContain('\n')
    // A zod message would speak of types; people set words.
    expect(sentence).not.toMatch(/NaN|expected|received|Invalid/)
  })

  it('never shows a password that stands in a wrong address', () => {
    expect(refusalOf({ DATABASE_URL: 'mysql://u:hunter2@db/parley' })).not.toContain('hunter2')
    expect(refusalOf({ ...smtp, SMTP_URL: 'imap://u:hunter2@mail' })).not.toContain('hunter2')
  })

  it('includes an option nobody knows', () => {
    expect(readConfig({}, ['--ats', 'lever-stand-in', '--no-sample'])).toMatchObject({
      standIn: 'lever-stand-in',
      hasSample: false,
    })
    expect(readConfig({}, ['--ats=lever-stand-in']).standIn).toBe('lever-stand-in')
    for (const args of [['--ats'], ['--ats', '--no-sample'], ['--ats=']])
      expect(refusalOf({}, args)).toContain('--ats needs the name of a stand-in')
    expect(refusalOf({}, ['--no-samples'])).toContain('--no-samples is not an option')
  })
})
