import { readConfig } from '../../src/config.ts'
import { type Chats, openChats } from '../../src/startChats.ts'
import { openGuestActions } from '../../src/startGuest.ts'
import { createGuestApp } from '../../src/web/guestApp.ts'
import { startSlackServer } from '../fakes/slackServer.ts'
import { appId, botId, tenantId as organisation, password, startTeamsConnector } from '../fakes/teamsConnector.ts'
import { type Loop, openLoop } from '../workflow/openLoop.ts'
import { handsInSlack } from './slack/slackLoop.ts'
import { handsInTeams } from './teams/teamsLoop.ts'

const guestUrl = 'http://guest.test'

/** Parley with Slack and Teams as it connects to both of them itself, and the pages of its guests, over the memory store. */
export async function openBothChats() {
  const [server, connector] = await Promise.all([startSlackServer(), startTeamsConnector()])
  const config = readConfig({
    SLACK_BOT_TOKEN: server.token,
    SLACK_SIGNING_SECRET: server.signingSecret,
    SLACK_API_URL: server.apiUrl,
    TEAMS_APP_ID: appId,
    TEAMS_APP_PASSWORD: password,
    TEAMS_TENANT_ID: organisation,
    TEAMS_SERVICE_URLS: connector.serviceUrl,
    TEAMS_OPENID_URL: connector.openIdUrl,
    TEAMS_TOKEN_URL: connector.tokenUrl,
  })
  const logged: string[] = []
  const log = (event: string, facts?: Readonly<Record<string, unknown>>) =>
    logged.push(`${event} ${JSON.stringify(facts ?? {})}`)
  let loop: Loop | null = null
  let chats: Chats | null = null
  loop = await openLoop({
    chats: [
      {
        open: async (base) => {
          const places = { recruiterUrl: 'http://127.0.0.1:3000', guestUrl }
          chats = await openChats({ ...base, log }, () => loop!.deps, config, places)
          return chats.ports
        },
      },
    ],
  })
  const { deps } = loop
  const opened = chats as unknown as Chats
  await loop.setUp()
  await opened.start(loop.tenantId)
  const guestApp = createGuestApp({
    clock: deps.clock,
    log,
    guest: openGuestActions(deps),
  })
  /** What arrives from outside, at the door that the product has for it. */
  const knock = async (request: Request): Promise<Response> =>
    (opened.doorFor(new URL(request.url).pathname) ?? guestApp).fetch(request)
  const settle = (ms?: number) => loop.settle(ms)
  return {
    loop,
    logged,
    server,
    connector,
    organisation,
    slack: handsInSlack(server, knock, settle),
    teams: handsInTeams(connector, (init) => knock(new Request(`${guestUrl}/api/teams/messages`, init)), settle),
    botId,
    guests: handsOfGuests(loop, knock),
    close: async () => {
      await opened.stop()
      await Promise.all([server.close(), connector.stop()])
    },
  }
}
export type BothChats = Awaited<ReturnType<typeof openBothChats>>

/** What candidates and clients do: open the newest link they were mailed, fill in its form as a browser without script does, send it. */
function handsOfGuests(loop: Loop, knock: (request: Request) => Promise<Response>) {
  async function open(to: string): Promise<{ url: string; html: string }> {
    const url = `${guestUrl}/l/${await loop.secretOf(to)}`
    return { url, html: await (await knock(new Request(url))).text() }
  }
  async function send(url: string, fields: readonly (readonly [string, string])[]): Promise<string> {
    const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]))
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const response = await knock(new Request(url, { method: 'POST', headers, body: body.toString() }))
    const next = response.headers.get('location')
    const shown = next ? await knock(new Request(new URL(next, url))) : response
    await loop.settle()
    return headingOf(await shown.text())
  }
  return {
    headingOf: async (to: string) => headingOf((await open(to)).html),
    /** "2027-03-03", "09:00", "12:00" on the page's own clock. */
    offer: async (to: string, on: string, from: string, until: string) => {
      const { url, html } = await open(to)
      const hidden = [...html.matchAll(/<input type="?hidden"? name="?(was|lang|evenings)"? value="?([^">]+)/g)]
      const zone = /<option value="([^"]+)" selected/.exec(html)?.[1] ?? hidden.find(([, name]) => name === 'was')![2]!
      return send(`${url}/availability`, [
        ...hidden.map(([, name = '', value = '']) => [name, value] as const),
        ['zone', zone],
        ['week', mondayOf(on)],
        ['on', on],
        ['from', from],
        ['to', until],
        ['level', 'good'],
        ['key', ''],
        ['step', 'send'],
      ])
    },
    approveFirst: async (to: string) => {
      const { url, html } = await open(to)
      const proposalId = /name="proposalId" value="([^"]+)"/.exec(html)?.[1] ?? ''
      return send(`${url}/approve`, [['proposalId', proposalId]])
    },
  }
}

function headingOf(html: string): string {
  const [, heading = ''] = /<h1>([\s\S]*?)<\/h1>/.exec(html) ?? []
  const wrong = [...html.matchAll(/<li><a href="#\w+">([^<]+)/g)].map(([, text]) => text)
  return [heading.trim(), ...wrong].join(' / ').replaceAll('&amp;', '&').replaceAll('&#39;', "'")
}

function mondayOf(on: string): string {
  const day = new Date(`${on}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}
