// Reads composed messages and compares with what they say: exact, wrong-free and asked back, by what they are made of.
// node bench/composedAvailability.ts [count] [first] [shown]: how many, from which number on, and how many failures are printed.
import { composeAvailability } from '../test/intents/availability/composeAvailability.ts'
import { judgeComposed } from '../test/intents/availability/judgeComposed.ts'

const [count = 2_000, first = 0, shown = 40] = process.argv.slice(2).map(Number)
const tallies = new Map<string, { n: number; exact: number; wrong: number; asked: number }>()
let failures = 0
for (let seed = first; seed < first + count; seed += 1) {
  const composed = composeAvailability(seed)
  const verdict = judgeComposed(composed)
  for (const name of ['ALL', ...composed.constructs]) {
    const tally = tallies.get(name) ?? { n: 0, exact: 0, wrong: 0, asked: 0 }
    tallies.set(name, tally)
    tally.n += 1
    tally.exact += Number(verdict.isExact)
    tally.wrong += Number(verdict.isWrongFree)
    tally.asked += Number(verdict.isAsked)
  }
  if (verdict.isExact) continue
  failures += 1
  if (failures > shown) continue
  process.stdout.write(
    `${seed} ${verdict.isWrongFree ? 'WRONG' : verdict.isAsked ? 'asked' : 'missed'} ${JSON.stringify(composed.text)}\n    said ${verdict.said}\n    read ${verdict.read}\n`,
  )
}
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}`
for (const [name, { n, exact, wrong, asked }] of [...tallies].sort(([, a], [, b]) => b.n - a.n))
  if (n >= 8)
    process.stdout.write(
      `${name.padEnd(22)} n ${String(n).padStart(5)}  exact ${share(exact, n).padStart(5)}  wrong-free ${share(wrong, n).padStart(5)}  asked ${share(asked, n).padStart(5)}\n`,
    )
