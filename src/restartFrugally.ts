// glibc reads these once, when a process begins: give freed memory back early, and large pieces at once. Measured after one
// loop on the embedded database: 435 MB without, 275 MB with them.
const thresholds = { MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' }

/**
 * Replaces this process by the same one with these settings, under the same process id, in about 30 ms. Does nothing where
 * they are set already or where processes cannot be replaced (Windows, an older Node).
 */
export function restartFrugally(): void {
  if (process.platform !== 'linux' || 'MALLOC_TRIM_THRESHOLD_' in process.env) return
  if (typeof process.execve !== 'function') return
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    ...process.env,
    ...thresholds,
  })
}
