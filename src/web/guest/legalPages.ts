import { linkLifeDays } from '../../domain/link.ts'
import { frame } from './layout.ts'
import { html, type Markup } from './markup.ts'
import type { Scene } from './view.ts'

export type LegalKind = 'privacy' | 'terms'

/** What is kept of somebody, or what these pages are for: the same for everybody, of no link and no agency. */
export function legalPage(scene: Scene<{ kind: LegalKind }>): Markup {
  const { page, words, view } = scene
  const { link, privacy, terms } = words.legal
  const days = new Intl.NumberFormat(view.locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
    linkLifeDays,
  )
  const { heading, intro, sections } = page.kind === 'privacy' ? privacy : terms
  const body = html`<p class="lead">${intro}</p>
    ${Object.values(sections).map(
      ({ heading, text }) =>
        html`<section><h2>${heading}</h2><p>${typeof text === 'function' ? text(days) : text}</p></section>`,
    )}`
  return frame(scene, {
    title: link[page.kind],
    agencyName: null,
    accentColor: '#0b5d51',
    heading,
    body,
    recruiter: null,
    footer: null,
    isOpen: true,
  })
}
