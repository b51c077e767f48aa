const lengthMax = 64
const size = lengthMax + 1
const rows = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)] as const

/**
 * Letters left out, put in, replaced, or swapped with their neighbour between two words. Stops counting above `limit`; words
 * longer than 64 letters are as far apart as can be.
 */
export function editDistance(left: string, right: string, limit: number): number {
  const [m, n] = [left.length, right.length]
  if (Math.abs(m - n) > limit || m > lengthMax || n > lengthMax) return limit + 1
  let [beforeLast, last, row] = rows as readonly [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= n; j++) last[j] = j
  for (let i = 1; i <= m; i++) {
    const from = Math.max(1, i - limit)
    const to = Math.min(n, i + limit)
    row[from - 1] = from === 1 ? i : limit + 1
    const letter = left.charCodeAt(i - 1)
    let smallest = limit + 1
    for (let j = from; j <= to; j++) {
      const other = right.charCodeAt(j - 1)
      let cost = (last[j - 1] as number) + (letter === other ? 0 : 1)
      // Outside of the band nothing was counted in the row above.
      if (j < i + limit) cost = Math.min(cost, (last[j] as number) + 1)
      cost = Math.min(cost, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && letter === right.charCodeAt(j - 2) && left.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1)
      row[j] = cost
      if (cost < smallest) smallest = cost
    }
    if (smallest > limit) return limit + 1
    const spare = beforeLast
    beforeLast = last
    last = row
    row = spare
  }
  return Math.min(last[n] as number, limit + 1)
}
