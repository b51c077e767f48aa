import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../fakes/chromium.ts'
import { type Parley, startParley } from '../../fakes/parley.ts'
import { dayOfWeek, linkOf, offerTimes, weekToOffer } from '../guest.ts'
import { readMail } from '../mail.ts'
import { enter, setUpAgency } from '../recruiter.ts'
import type { House } from '../suite.ts'
import { waitUntil } from '../waitUntil.ts'
import {
  findFreePort,
  installStandIns,
  type LocalSlack,
  startEmulatedSlack,
  startLocalSlack,
  team,
} from './standIns.ts'

// npm run e2e:slack: Parley as a process, in two Slacks that others wrote, driven through Chromium. Not part of `npm test`: it installs
// packages. Pictures go to the folder that PARLEY_TEST_SHOTS names.

const shotsFolder = process.env.PARLEY_TEST_SHOTS ?? null
const tuesdayOn = dayOfWeek(weekToOffer(), 2)
const words = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

async function shoot(page: Page, name: string): Promise<void> {
  if (!shotsFolder) return
  mkdirSync(shotsFolder, { recursive: true })
  await page.screenshot({ path: join(shotsFolder, `slack-${name}.png`) })
}

function assert(isTrue: boolean, what: string): void {
  process.stdout.write(`${isTrue ? 'ok  ' : 'FAIL'} ${what}\n`)
  if (!isTrue) throw new Error(what)
}

// ---- what a person does in local-slack --------------------------------------------------------------------------

/** local-slack draws the words for notifications above the blocks; Slack shows only the blocks. */
const likeSlack = '.msg-body:has(> .blocks) > .msg-text { display: none }'

async function openSlack(browser: Browser, slack: LocalSlack, userId: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
  await page.goto(slack.url)
  await page.addStyleTag({ content: likeSlack })
  await page.getByLabel('Act as').selectOption(userId)
  return page
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('.composer-input').first().fill(text)
  await page.locator('.composer-input').first().press('Enter')
  if ((await page.locator('.composer-input').first().inputValue()) !== '')
    await page.locator('.composer-send').first().click()
}

/** Opens the thread of the newest message that has one. */
async function openThread(page: Page): Promise<void> {
  await page.locator('.thread-summary').last().click()
}

const modal = (page: Page) => page.locator('.modal')

async function submitModal(page: Page): Promise<void> {
  await modal(page).locator('.modal-btn.primary').click()
}

/** The input below a label. */
const inputOf = (page: Page, label: string) =>
  modal(page).locator('.bk-input', { has: page.locator('.bk-label', { hasText: label }) })

// ---- local-slack ------------------------------------------------------------------------------------------------

async function driveLocalSlack(browser: Browser): Promise<void> {
  const [port, guestPort, slackPort] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const slack = await startLocalSlack(slackPort, `http://127.0.0.1:${guestPort}/api/slack/events`)
  const parley = await startParley({
    env: {
      PORT: String(port),
      PARLEY_GUEST_PORT: String(guestPort),
      SLACK_BOT_TOKEN: slack.token,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: `${slack.url}/api/`,
    },
  })
  try {
    await driveRequest(
      browser,
      slack,
      { ...parley, url: `http://127.0.0.1:${port}`, guestUrl: `http://127.0.0.1:${guestPort}` } as Parley,
      parley,
    )
  } finally {
    await parley.stop()
    slack.stop()
  }
}

async function driveRequest(browser: Browser, slack: LocalSlack, places: Parley, parley: Parley): Promise<void> {
  const desk = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const house = {
    parley: {
      get address() {
        return parley.address
      },
      url: places.url,
      guestUrl: places.guestUrl,
    },
    openPhone: (zone: string) => browser.newPage({ viewport: { width: 390, height: 844 }, timezoneId: zone }),
  } as unknown as House
  await enter(house, desk)
  await setUpAgency(desk, team.rosa.email)

  const rosa = await openSlack(browser, slack, team.rosa.id)
  await say(rosa, `<@${team.bot}> schedule Nadia with Priya for the Recruitment Consultant role`)
  await rosa.locator('.thread-summary').last().waitFor()
  await openThread(rosa)
  // local-slack calls every channel an open one.
  await rosa.getByText('N. P.').first().waitFor()
  await shoot(rosa, '1-card')
  assert((await rosa.getByText('Petrova').count()) === 0, 'in an open channel the candidate is not named')
  assert(true, 'a mention in a channel is answered by a card in its thread')

  await rosa
    .getByRole('button', { name: /How do they join/ })
    .last()
    .click()
  await modal(rosa).waitFor()
  await shoot(rosa, '2-form')
  await submitModal(rosa)
  await modal(rosa).locator('.modal-error').first().waitFor()
  await shoot(rosa, '3-form-wrong')
  assert(true, 'the form says what is missing, and stays open')
  await inputOf(rosa, 'They meet').locator('select').selectOption('onsite')
  await inputOf(rosa, 'Video link').locator('input').fill('Mill Lane 3, London')
  await inputOf(rosa, 'Keep this for').getByLabel('this interview only').check()
  await submitModal(rosa)
  await modal(rosa).waitFor({ state: 'detached' })
  await rosa.getByText('Mill Lane 3').first().waitFor()
  await shoot(rosa, '4-card-with-place')
  assert(true, 'what was filled in stands on the card')

  await driveApproval(browser, house, slack, rosa)
}

async function driveApproval(browser: Browser, house: House, slack: LocalSlack, rosa: Page): Promise<void> {
  const box = await browser.newPage()
  await box.goto(house.parley.address)
  // The first mails wait twenty seconds.
  const asked = await readMail(house, box, { to: 'nadia.petrova@mail.example' })
  const priya = await openSlack(browser, slack, team.priya.id)
  // The conversation of Parley with Priya; local-slack shows it to everybody.
  await priya.locator('.sidebar-item', { hasText: 'Priya Raman' }).click()
  await priya.waitForTimeout(3_000)
  await shoot(priya, '5-asked')
  await priya.getByRole('button', { name: 'Tell me your times' }).first().waitFor({ timeout: 60_000 })
  await shoot(priya, '5-asked')
  await priya.getByRole('button', { name: 'Tell me your times' }).first().click()
  await inputOf(priya, 'Your times')
    .locator('input, textarea')
    .fill(`${words.format(new Date(tuesdayOn))} 10:00-12:00`)
  await shoot(priya, '6-times')
  await submitModal(priya)
  await modal(priya).waitFor({ state: 'detached' })

  const phone = await house.openPhone('Europe/London')
  await offerTimes(phone, linkOf(asked), [{ weekday: 2, from: '10:00', to: '12:00' }])
  await priya
    .getByRole('button', { name: /^Approve/ })
    .first()
    .waitFor({ timeout: 60_000 })
  await shoot(priya, '7-to-approve')

  await rosa.locator('.sidebar-item', { hasText: 'Priya Raman' }).click()
  await rosa
    .getByRole('button', { name: /^Approve/ })
    .first()
    .click()
  await rosa.locator('.badge-eph').last().waitFor()
  assert(true, 'a press of somebody else approves nothing, and they are told so')
  await shoot(rosa, '8-wrong-person')
  assert((await rosa.getByText('Booked').count()) === 0, 'nothing was booked by it')

  await priya
    .getByRole('button', { name: /^Approve/ })
    .first()
    .click()
  await priya.getByText('Booked').first().waitFor({ timeout: 60_000 })
  await rosa.locator('.sidebar-item', { hasText: 'hiring' }).click()
  await openThread(rosa)
  await rosa.getByText('Booked').first().waitFor({ timeout: 60_000 })
  await shoot(priya, '9-booked-panel')
  await shoot(rosa, '10-booked')
  assert(true, 'the press of the right person books it, and both cards say so')
  await say(rosa, '/parley status')
  await rosa.waitForTimeout(1_500)
  await shoot(rosa, '11-command')
}

// ---- emulate ----------------------------------------------------------------------------------------------------

async function driveInstallation(browser: Browser): Promise<void> {
  const [port, guestPort, slackPort] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const guestUrl = `http://127.0.0.1:${guestPort}`
  const signingSecret = 'the signing secret of emulate'
  const emulated = await startEmulatedSlack(slackPort, {
    slack: {
      team: { name: 'Alder & Finch', domain: 'alder-finch' },
      users: [{ name: 'rosa', real_name: 'Rosa Alder', email: team.rosa.email }],
      channels: [{ name: 'general' }],
      bots: [{ name: 'parley' }],
      signing_secret: signingSecret,
      strict_scopes: true,
      // Of this run, to write and read as Rosa.
      tokens: [
        {
          token: 'xoxp-run',
          user: 'rosa',
          scopes: [
            'users:read',
            'im:write',
            'im:read',
            'im:history',
            'chat:write',
            'channels:history',
            'channels:read',
          ],
        },
      ],
      oauth_apps: [
        {
          client_id: '12345.67890',
          client_secret: 'a client secret',
          app_id: 'A000000001',
          name: 'Parley',
          redirect_uris: [`${guestUrl}/api/slack/oauth/callback`],
          bot_name: 'parley',
        },
      ],
    },
  })
  const parley = await startParley({
    env: {
      PORT: String(port),
      PARLEY_GUEST_PORT: String(guestPort),
      SLACK_CLIENT_ID: '12345.67890',
      SLACK_CLIENT_SECRET: 'a client secret',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: `${emulated.url}/api/`,
      PARLEY_SECRET_KEY: 'a key of this run, at least 32 long',
    },
  })
  try {
    const desk = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await enter({ parley } as unknown as House, desk)
    await setUpAgency(desk, team.rosa.email)
    await desk.getByRole('link', { name: 'Slack', exact: true }).click()
    await shoot(desk, '12-not-connected')
    await desk.getByRole('link', { name: 'Add to Slack' }).click()
    await desk.getByText('Rosa Alder').first().click()
    await desk.getByRole('button', { name: 'Connect' }).waitFor()
    await shoot(desk, '13-agreed')
    await desk.getByRole('button', { name: 'Connect' }).click()
    await desk.getByText('Connected', { exact: true }).waitFor()
    await shoot(desk, '14-connected')
    assert(true, 'a workspace adds Parley by itself')
    await hearFirstWord(emulated.url, guestUrl, signingSecret)
    assert(true, 'and is answered with the token that was kept sealed')
  } finally {
    await parley.stop()
    await emulated.close()
  }
}

/** emulate sends no events to us, so the first one is posted here; the answer goes to emulate, with the scopes it gave. */
async function hearFirstWord(slackUrl: string, guestUrl: string, signingSecret: string): Promise<void> {
  const call = async (method: string, args: Record<string, string>) =>
    (await (
      await fetch(`${slackUrl}/api/${method}`, {
        method: 'POST',
        headers: { Authorization: 'Bearer xoxp-run', 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(args).toString(),
      })
    ).json()) as Record<string, never>
  const { members } = (await call('users.list', {})) as unknown as {
    members: { id: string; name: string; is_bot: boolean }[]
  }
  const { channels } = (await call('conversations.list', {})) as unknown as { channels: { id: string }[] }
  const { team_id: teamId } = (await call('auth.test', {})) as unknown as { team_id: string }
  const rosa = members.find(({ name }) => name === 'rosa')
  const bot = members.find((member) => member.is_bot)
  const channel = channels[0]?.id ?? ''
  await call('conversations.invite', { channel, users: bot?.id ?? '' })
  const text = `<@${bot?.id}> who is Jane Whitfield?`
  const posted = (await call('chat.postMessage', { channel, text })) as unknown as { ts: string }
  const raw = JSON.stringify({
    type: 'event_callback',
    team_id: teamId,
    event_id: 'Ev1',
    event: { type: 'app_mention', user: rosa?.id, text, ts: posted.ts, channel },
  })
  const seconds = String(Math.floor(Date.now() / 1_000))
  const response = await fetch(`${guestUrl}/api/slack/events`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Slack-Request-Timestamp': seconds,
      'X-Slack-Signature': `v0=${createHmac('sha256', signingSecret).update(`v0:${seconds}:${raw}`).digest('hex')}`,
    },
    body: raw,
  })
  assert(response.status === 200, 'a signed event is taken')
  await waitUntil('the answer stands in the thread', async () => {
    const { messages } = (await call('conversations.replies', { channel, ts: posted.ts })) as unknown as {
      messages?: { text: string }[]
    }
    // The channel is an open one.
    return (messages ?? []).some((message) => message.text.includes('J. W.'))
  })
}

installStandIns()
const browser = await launchChromium()
try {
  if (!process.argv.includes('--install-only')) await driveLocalSlack(browser)
  await driveInstallation(browser)
} finally {
  await browser.close()
}
process.exit(0)
