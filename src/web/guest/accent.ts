const lightPage = '#ffffff'
const darkPage = '#17191c'
const darkText = '#101214'

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function hexOf(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
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
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Moves a colour towards another until it can be read on a background at 4.5 : 1 and a little more. */
function readable(hex: string, on: string, towards: string): string {
  for (let share = 0; share <= 1; share += 0.04) {
    const mixed = hexOf(channels(hex).map((part, index) => part + ((channels(towards)[index] ?? 0) - part) * share))
    if (contrast(mixed, on) >= 4.8) return mixed
  }
  return towards
}

/** The colours that follow from a tenant's one accent colour. */
export interface Accent {
  light: { accent: string; onAccent: string }
  dark: { accent: string; onAccent: string }
}

/** Adjusts an agency's colour so that it can be read as text and carry text, on light and dark pages. */
export function accentOf(hex: string): Accent {
  const light = readable(hex, lightPage, '#000000')
  const dark = readable(hex, darkPage, '#ffffff')
  const onAccent = (accent: string) => (contrast(accent, '#ffffff') >= 4.5 ? '#ffffff' : darkText)
  return { light: { accent: light, onAccent: onAccent(light) }, dark: { accent: dark, onAccent: onAccent(dark) } }
}

/** Style sheet for `/assets/accent/0b5d51.css`; null when the name is no colour. */
export function accentSheet(name: string): string | null {
  if (!/^[0-9a-f]{6}\.css$/.test(name)) return null
  const { light, dark } = accentOf(`#${name.slice(0, 6)}`)
  const rules = (part: Accent['light']) => `:root{--accent:${part.accent};--on-accent:${part.onAccent}}`
  return `${rules(light)}\n@media (prefers-color-scheme:dark){${rules(dark)}}\n`
}

/** Path of the sheet for a colour of the settings. */
export function accentPath(color: string): string {
  return `/assets/accent/${/^#[0-9a-f]{6}$/i.test(color) ? color.slice(1).toLowerCase() : '0b5d51'}.css`
}
