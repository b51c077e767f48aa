import { isParleyError } from './errors.ts'

/**
 * Runs something that looks a row up and inserts it when there is none. A key taken by another process in between means that the
 * row is there on the second look.
 */
export async function againIfDuplicate<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!isParleyError(error, 'duplicate')) throw error
    return run()
  }
}
