function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function hexOf(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** `share` of the way from one colour to another, both "#rrggbb". */
export function mixColors(from: string, to: string, share: number): string {
  const target = channels(to)
  return hexOf(channels(from).map((part, index) => part + ((target[index] ?? 0) - part) * share))
}

/** Relative luminance (WCAG 2.2, definition of "relative luminance"). */
function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const contrastMin = 4.6

/** The nearest colour of the same hue that can be read on `background` (WCAG 2.2, 1.4.3). */
export function readableOn(color: string, background: string): string {
  const isLight = luminance(background) > 0.5
  const brightest = Math.max(...channels(color), 1)
  for (let step = 0; step <= 40; step += 1) {
    // Towards black by mixing; towards white by brightening all channels alike first, which keeps the colour's strength.
    const brightened = isLight
      ? color
      : hexOf(channels(color).map((part) => part * Math.min(1 + step / 10, 255 / brightest)))
    const mixed = isLight ? mixColors(color, '#000000', step / 40) : mixColors(brightened, '#ffffff', step / 80)
    if (contrastOf(mixed, background) >= contrastMin) return mixed
  }
  return isLight ? '#000000' : '#ffffff'
}

/** White or near-black, whichever reads better on the colour. */
export function textOn(color: string): string {
  return contrastOf(color, '#ffffff') >= 4.5 ? '#ffffff' : '#101312'
}

/** The colour of the settings, or Parley's own when it is none. */
export function accentOrDefault(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : '#0b5d51'
}
