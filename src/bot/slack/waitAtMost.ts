/** Waits for `work` at most `limitMs`: its value, or nothing when that has passed. What it throws in time is thrown. */
export async function waitAtMost<T>(limitMs: number, work: Promise<T>): Promise<{ value: T } | null> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs)
  })
  // A failure after that is nobody's surprise any more.
  work.catch(() => {})
  try {
    return await Promise.race([work.then((value) => ({ value })), patience])
  } finally {
    clearTimeout(timer)
  }
}
