import { accentOrDefault, readableOn, textOn } from '../../domain/accent.ts'

// Of the two grounds of a page the one on which reading is harder.
const lightPage = '#faf9f7'
const darkPage = '#17191c'

/** The colours that follow from a tenant's one accent colour. */
export interface Accent {
  light: { accent: string; onAccent: string }
  dark: { accent: string; onAccent: string }
}

/** Adjusts an agency's colour so that it can be read as text and carry text, on light and dark pages. */
export function accentOf(hex: string): Accent {
  const on = (page: string) => {
    const accent = readableOn(hex, page)
    return { accent, onAccent: textOn(accent) }
  }
  return { light: on(lightPage), dark: on(darkPage) }
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
  return `/assets/accent/${accentOrDefault(color).slice(1)}.css`
}
