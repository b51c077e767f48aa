import { availableParallelism, loadavg } from 'node:os'

/** The value that `share` of all values do not exceed: 0.5 is the median, 0.95 leaves one in twenty above. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

/** One line of JSON; the load of the last minute says whether the machine was quiet enough to believe it. */
export function report(bench: string, figures: Readonly<Record<string, unknown>>): void {
  const machine = { cores: availableParallelism(), load: rounded(loadavg()[0] ?? 0), node: process.version }
  process.stdout.write(`${JSON.stringify({ bench, ...figures, ...machine })}\n`)
}
