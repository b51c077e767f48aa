import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { slackPaths } from '../../../src/bot/slack/admit.ts'
import { slackScopes } from '../../../src/bot/slack/install.ts'

interface Manifest {
  features: {
    agent_view: { suggested_prompts: { title: string; message: string }[] }
    slash_commands: { url: string }[]
    shortcuts: { callback_id: string; type: string }[]
  }
  oauth_config: { scopes: { bot: string[] }; redirect_urls: string[] }
  settings: {
    event_subscriptions: { request_url: string; bot_events: string[] }
    interactivity: { request_url: string }
  }
}
const manifest = JSON.parse(readFileSync(new URL('../../../slack/manifest.json', import.meta.url), 'utf8')) as Manifest
const operations = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8')

describe("the manifest of Parley's Slack app", () => {
  it('asks for the scopes that an installation asks for, and each has its reason in the documents', () => {
    const { bot } = manifest.oauth_config.scopes
    expect(bot).toEqual([...slackScopes])
    for (const scope of bot) expect(operations, scope).toMatch(new RegExp(`^\\|[^|]*\`${scope}\``, 'm'))
  })

  it('names every address that Parley answers at, and no other', () => {
    const { features, settings, oauth_config: oauth } = manifest
    const urls = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      ...features.slash_commands.map(({ url }) => url),
    ]
    expect(urls.map((url) => new URL(url).pathname)).toEqual(slackPaths)
    expect(oauth.redirect_urls.map((url) => new URL(url).pathname)).toEqual(['/api/slack/oauth/callback'])
  })

  it('subscribes to what is read', () => {
    const { bot_events: events } = manifest.settings.event_subscriptions
    expect(events).toEqual(events.toSorted())
    for (const needed of ['app_mention', 'message.im', 'app_home_opened', 'app_uninstalled', 'tokens_revoked'])
      expect(events).toContain(needed)
    expect(manifest.features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4)
  })
})
