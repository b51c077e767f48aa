/** Does the work for all items, so many at a time, in their order. After a failure no more is begun. */
export async function readTogether<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = [...items.entries()]
  async function workOn(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1])
  }
  try {
    await Promise.all(Array.from({ length: width }, workOn))
  } finally {
    waiting.length = 0
  }
  return results
}
