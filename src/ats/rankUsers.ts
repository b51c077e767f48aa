import type { UserRecord } from '../domain/records.ts'
import { rankNames } from '../intents/names/rankNames.ts'
import { matchCountMax, nearestCountMax, type Ranked } from './nameDirectory.ts'
import { isEmail, normaliseEmail } from './recordWrites.ts'

/** Those of a handful of colleagues who may be meant, and who resemble. */
export function rankUsers(written: string, users: readonly UserRecord[]): Ranked<UserRecord> {
  if (isEmail(written.trim())) {
    const email = normaliseEmail(written)
    const owners = users.filter((user) => normaliseEmail(user.email) === email)
    return { matches: owners.map((item) => ({ item, score: 1 })), nearest: [] }
  }
  const byUserId = new Map(users.map((user) => [user.id, user]))
  const ranked = rankNames(written, users, matchCountMax).matches.flatMap((match) => {
    const item = byUserId.get(match.id)
    return item ? [{ item, match }] : []
  })
  const meant = ranked.filter(({ match }) => match.isMeant)
  return {
    matches: meant.map(({ item, match }) => ({ item, score: match.grade })),
    nearest:
      meant.length > 0
        ? []
        : ranked.slice(0, nearestCountMax).map(({ item, match }) => ({ name: item.name, score: match.score })),
  }
}
