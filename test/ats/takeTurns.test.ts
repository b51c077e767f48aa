import { expect, test } from 'vitest'
import { takeTurns } from '../../src/ats/takeTurns.ts'

const later = () => new Promise((resolve) => setImmediate(resolve))

test('work of one key is done one after the other in its order, also after one that fails; other keys do not wait', async () => {
  const inTurn = takeTurns()
  const said: string[] = []
  const work =
    (name: string, pauses: number, fails = false) =>
    async () => {
      said.push(`${name} begins`)
      for (let n = 0; n < pauses; n++) await later()
      said.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const results = await Promise.allSettled([
    inTurn('a', work('first', 5)),
    inTurn('a', work('second', 1, true)),
    inTurn('a', work('third', 0)),
    inTurn('b', work('other', 2)),
  ])
  expect(said.filter((line) => !line.startsWith('other'))).toEqual(
    ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  )
  expect(said.indexOf('other ends')).toBeLessThan(said.indexOf('first ends'))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})
