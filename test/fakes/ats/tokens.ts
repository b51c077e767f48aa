import type { Desk } from './kit.ts'

// Access tokens that a stand-in has given out, kept on its desk.

interface Token {
  /** The key it was given for: revoking that ends it too. */
  key: string
  expiresAtMs: number
}

function tokensOf({ settings }: Desk): Map<string, Token> {
  const tokens = (settings.get('tokens') as Map<string, Token> | undefined) ?? new Map<string, Token>()
  settings.set('tokens', tokens)
  return tokens
}

export function issueToken(desk: Desk, now: Date, key: string, lifetimeMs: number): string {
  const tokens = tokensOf(desk)
  const name = `access-${tokens.size + 1}`
  tokens.set(name, { key, expiresAtMs: now.getTime() + lifetimeMs })
  return name
}

export function isTokenGood(desk: Desk, now: Date, name: string): boolean {
  const token = tokensOf(desk).get(name)
  return token !== undefined && desk.keys.has(token.key) && now.getTime() < token.expiresAtMs
}

/** Name and secret of a Basic header; null where there is none. */
export function readBasic(header: string | undefined): string | null {
  const [, value] = /^Basic (\S+)$/.exec(header ?? '') ?? []
  return value === undefined ? null : Buffer.from(value, 'base64').toString()
}
