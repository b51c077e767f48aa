import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine, type Finding, tellFindings } from '../src/doctor.ts'
import { describeOnPostgres } from './fakes/postgres.ts'
import { startSlackServer } from './fakes/slackServer.ts'
import { appId, password, startTeamsConnector, tenantId } from './fakes/teamsConnector.ts'
import { startMailServer } from './kill/mailServer.ts'

// What somebody reads who asks why it does not work.

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-doctor-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const about = (findings: readonly Finding[], subject: Finding['subject']) =>
  findings.find((finding) => finding.subject === subject)

describe('doctor', () => {
  it('ends with code 0 for an empty folder without settings, one line per thing', async () => {
    const lines: string[] = []
    expect(tellFindings(await examine({ PARLEY_DATA: folder }), (line) => lines.push(line))).toBe(0)
    expect(lines).toHaveLength(9)
    for (const line of lines) expect(line).toMatch(/^ok {7}\S[^\n]+\n$/)
  })

  it('ends with code 1 and names the setting that cannot be read', async () => {
    const findings = await examine({ PORT: 'abc' })
    expect(findings).toHaveLength(1)
    expect(about(findings, 'settings')).toMatchObject({ isOk: false, words: expect.stringContaining('PORT must be') })
    expect(tellFindings(findings, () => {})).toBe(1)
  })

  it('asks Slack who it is there, writes nothing, and says what is missing', async () => {
    const server = await startSlackServer()
    try {
      const env = { PARLEY_DATA: folder, SLACK_API_URL: server.apiUrl, SLACK_SIGNING_SECRET: 'x'.repeat(32) }
      const seen = { ...env, PARLEY_PUBLIC_URL: 'http://127.0.0.1:9' }
      expect(about(await examine({ ...env, SLACK_BOT_TOKEN: server.token }), 'slack')).toMatchObject({
        isOk: false,
        words: expect.stringContaining('PARLEY_PUBLIC_URL'),
      })
      expect(about(await examine({ ...seen, SLACK_BOT_TOKEN: server.token }), 'slack')).toMatchObject({
        isOk: true,
        words: expect.stringContaining('Alder & Finch as parley'),
      })
      expect(about(await examine({ ...seen, SLACK_BOT_TOKEN: 'xoxb-other' }), 'slack')).toMatchObject({
        isOk: false,
        words: expect.stringContaining('invalid_auth'),
      })
      expect(server.memory.messages).toEqual([])
    } finally {
      await server.close()
    }
  })

  it('asks Microsoft whether the app of Teams may sign in, and says what is missing', async () => {
    const connector = await startTeamsConnector()
    try {
      const env = {
        PARLEY_DATA: folder,
        TEAMS_APP_ID: appId,
        TEAMS_APP_PASSWORD: password,
        TEAMS_TOKEN_URL: connector.tokenUrl,
      }
      const seen = { ...env, PARLEY_PUBLIC_URL: 'https://interviews.agency.example', TEAMS_TENANT_ID: tenantId }
      const told = async (given: Record<string, string>) => about(await examine(given), 'teams')
      expect(await told(env)).toMatchObject({ isOk: false, words: expect.stringContaining('PARLEY_PUBLIC_URL') })
      expect(await told({ ...seen, TEAMS_TENANT_ID: '' })).toMatchObject({
        isOk: false,
        words: expect.stringContaining('TEAMS_TENANT_ID'),
      })
      expect(await told({ ...seen, TEAMS_APP_PASSWORD: 'old' })).toMatchObject({
        isOk: false,
        words: expect.stringContaining('does not accept'),
      })
      expect(await told(seen)).toMatchObject({ isOk: true, words: expect.stringContaining('/api/teams/messages') })
    } finally {
      await connector.stop()
    }
  })

  it('says how to close a data folder that others can read', async () => {
    chmodSync(folder, 0o755)
    expect(about(await examine({ PARLEY_DATA: folder }), 'data folder')).toMatchObject({
      isOk: false,
      words: expect.stringContaining(`chmod 700 '${folder}'`),
    })
    chmodSync(folder, 0o700)
  })

  it('greets the mail server and hands it nothing; a silent port and a missing public address are problems', async () => {
    const server = await startMailServer()
    try {
      const env = { PARLEY_DATA: folder, SMTP_URL: server.url, PARLEY_MAIL_FROM: 'interviews@agency.com' }
      expect(about(await examine(env), 'mail')).toMatchObject({
        isOk: false,
        words: expect.stringContaining('Set PARLEY_PUBLIC_URL'),
      })
      const open = { ...env, PARLEY_PUBLIC_URL: 'http://127.0.0.1:9' }
      expect(about(await examine(open), 'mail')).toMatchObject({ isOk: true })
      expect(about(await examine({ ...open, SMTP_URL: 'smtp://127.0.0.1:9' }), 'mail')).toMatchObject({ isOk: false })
      expect(server.deliveries).toEqual([])
    } finally {
      await server.stop()
    }
  })

  it('names the model that messages go to without asking it, and wants its server to be spoken to with encryption', async () => {
    const model = { PARLEY_DATA: folder, OPENAI_MODEL: 'a-model' }
    const own = about(await examine({ ...model, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }), 'language model')
    expect(own).toMatchObject({ isOk: true, words: expect.stringContaining('a-model at 127.0.0.1:9') })
    const far = about(await examine({ ...model, OPENAI_BASE_URL: 'http://models.agency.com/v1' }), 'language model')
    expect(far).toMatchObject({ isOk: false, words: expect.stringContaining('https') })
  })

  it('says where answers to mails go, and that somebody has to bring them in', async () => {
    const env = {
      PARLEY_DATA: folder,
      PARLEY_INBOUND_SECRET: 'f'.repeat(32),
      PARLEY_REPLY_ADDRESS: 'parley@agency.com',
    }
    expect(about(await examine(env), 'inbound mail')).toMatchObject({
      isOk: false,
      words: expect.stringContaining('nothing brings them in'),
    })
    const posted = { ...env, PARLEY_PUBLIC_URL: 'http://127.0.0.1:9' }
    expect(about(await examine(posted), 'inbound mail')).toMatchObject({
      isOk: true,
      words: expect.stringContaining('http://127.0.0.1:9/inbound/mail'),
    })
    const silent = { ...env, IMAP_URL: 'imap://parley:hunter2@127.0.0.1:9' }
    const finding = about(await examine(silent), 'inbound mail')
    expect(finding).toMatchObject({ isOk: false, words: expect.stringContaining('cannot be opened') })
    expect(finding?.words).not.toContain('hunter2')
  })

  it('wants a public address to be https', async () => {
    const findings = await examine({ PARLEY_DATA: folder, PARLEY_PUBLIC_URL: 'http://interviews.agency.invalid' })
    expect(about(findings, 'public address')).toMatchObject({ isOk: false, words: expect.stringContaining('https') })
  })
})

describeOnPostgres('doctor on PostgreSQL', (postgres) => {
  it('finds a new database usable, counts its migrations and changes nothing', async () => {
    const env = { DATABASE_URL: await postgres().createDatabase() }
    const [first, second] = [await examine(env), await examine(env)]
    expect(about(first, 'migrations')?.words).toMatch(/^\d+ to apply/)
    expect(second).toEqual(first)
    expect(tellFindings(first, () => {})).toBe(0)
  })
})
