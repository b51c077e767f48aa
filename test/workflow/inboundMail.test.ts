import { describe, expect, it } from 'vitest'
import { submitReading } from '../../src/workflow/guestActions.ts'
import { readGuestPage } from '../../src/workflow/readGuestPage.ts'
import { askJane, jane, marta, offer, requestOf, textOf, wednesday } from './janeAtAcme.ts'
import { comesIn, newestTo, reply, sourceOf } from './mailIn.ts'
import { type Loop, openLoop } from './openLoop.ts'

const readingIn = (text: string) => /\/l\/([\w-]{43})\?reading=(reading_\w{26})/.exec(text)

async function readingLink(loop: Loop, to: string) {
  const { mail } = await newestTo(loop, to)
  const [, secret = '', readingId = ''] = readingIn(mail.text) ?? []
  return { secret, readingId, text: mail.text }
}

const windowsOfJane = (loop: Loop) => loop.tables((tx) => tx.find('windows'))

describe('an answer by mail', () => {
  it('is read back with a link, and noted only when the link is confirmed', async () => {
    const loop = await openLoop({ readsMail: true })
    const thread = await askJane(loop)
    expect(await reply(loop, jane, 'Wed 9-12')).toBe('taken')
    expect(await windowsOfJane(loop)).toEqual([])
    const { secret, readingId, text } = await readingLink(loop, jane)
    expect(text).toContain('Wednesday')
    expect(text).toContain('9:00')
    expect(textOf(await loop.lastMessage(thread))).toContain('“Wed 9-12”')

    const page = await readGuestPage(loop.deps, secret, { isSuggesting: false, readingId })
    expect(page.page).toBe('reading')
    expect(await windowsOfJane(loop)).toEqual([])
    expect(await submitReading(loop.deps, { secret, readingId })).toEqual({ kind: 'done' })
    await loop.settle()
    expect((await windowsOfJane(loop)).map((w) => [w.startsAt, w.endsAt])).toEqual([
      [wednesday.startsAt, wednesday.endsAt],
    ])
    await offer(loop, marta, [wednesday])
    expect((await requestOf(loop)).state).toBe('approving')
    expect(await submitReading(loop.deps, { secret, readingId })).toEqual({ kind: 'tooLate' })
  })
})
