import { html, raw } from 'hono/html'
import { accentOrDefault, mixColors, readableOn, textOn } from '../domain/accent.ts'
import type { Language } from '../domain/language.ts'

/** A mail before it is rendered: text and HTML part are made from the same letter, so they say the same. */
export interface Letter {
  language: Language
  /** Between a label and its value. */
  colon: string
  accentColor: string
  agencyName: string
  /** First line in a mailbox's list; also the sentence under the headline's facts in the text part. */
  heading: string
  greeting: string
  /** Paragraphs. */
  opening: readonly string[]
  /** One time, shown large. */
  moment: Moment | null
  rows: readonly Row[]
  lists: readonly TimeList[]
  /** Several things with facts of their own; before the rows. */
  sections?: readonly Section[]
  button: { label: string; url: string } | null
  /** Before the button's address, written out for readers whose mail program shows no buttons. */
  addressHint: string
  /** Smaller sentences at the end. */
  hints: readonly string[]
  regards: string
  /** Who signs; null for what nobody wrote. */
  person: { name: string; email: string; phone: string | null } | null
  /** Who sent it and how to reach a human. */
  footer: readonly string[]
}

export interface Moment {
  label: string
  day: string
  time: string
  zone: string
  isCancelled: boolean
  was: { label: string; range: string } | null
}

export interface Row {
  label: string
  value: string
  /** http(s) or tel address behind the value. */
  url: string | null
}

export interface TimeList {
  label: string
  days: readonly { day: string; times: readonly string[] }[]
  /** Under the list: whose zone it is. */
  note: string | null
}

export interface Section {
  title: string | null
  isWarning: boolean
  blocks: readonly { time: string | null; text: string; rows: readonly Row[] }[]
}

/** The text part: one fact a line, links written out. */
export function letterText(letter: Letter): string {
  const blocks: string[] = [letter.greeting, ...letter.opening]
  const { moment, button, person, colon } = letter
  const lineEnd = colon.trimEnd()
  for (const section of letter.sections ?? []) blocks.push(...sectionText(section, colon))
  if (moment) {
    const lines = [`${moment.label}${lineEnd}`, `  ${moment.day}`, `  ${moment.time}`, `  ${moment.zone}`]
    if (moment.was) lines.push(`${moment.was.label}${colon}${moment.was.range}`)
    blocks.push(lines.join('\n'))
  }
  for (const list of letter.lists) {
    const days = list.days.flatMap((day) => [`  ${day.day}`, ...day.times.map((time) => `    - ${time}`)])
    blocks.push([`${list.label}${lineEnd}`, ...days, ...(list.note ? [list.note] : [])].join('\n'))
  }
  if (button) blocks.push(`${button.label}${lineEnd}\n${button.url}`)
  if (letter.rows.length > 0)
    blocks.push(
      letter.rows
        .map((row) => `${row.label}${colon}${isShownApart(row) ? `${row.value}\n  ${row.url}` : row.value}`)
        .join('\n'),
    )
  blocks.push(...letter.hints)
  if (person)
    blocks.push(
      [letter.regards, person.name, letter.agencyName, ...(person.phone ? [person.phone] : []), person.email].join(
        '\n',
      ),
    )
  blocks.push(['--', ...letter.footer].join('\n'))
  return `${letter.heading}\n\n${blocks.join('\n\n')}\n`
}

function sectionText(section: Section, colon: string): string[] {
  const blocks = section.blocks.map((block) => {
    const rows = block.rows.map((row) => {
      const value = row.value.replaceAll('\n', '\n    ')
      return `  ${row.label ? `${row.label}${colon}` : ''}${isShownApart(row) ? `${value}\n    ${row.url}` : value}`
    })
    const head = block.time ? `${block.time}  ${block.text}` : block.text
    return [block.rows.length > 0 ? head : `- ${head}`, ...rows].join('\n')
  })
  // What is one line each is a list, what has facts of its own a paragraph.
  const isList = section.blocks.every((block) => block.rows.length === 0)
  const shown = isList ? [blocks.join('\n')] : blocks
  const title = section.title ? `${section.title.toUpperCase()}` : null
  return title ? [`${title}\n\n${shown[0] ?? ''}`, ...shown.slice(1)] : shown
}

function isShownApart(row: Row): boolean {
  return row.url !== null && !row.url.startsWith('tel:') && row.url !== row.value
}

const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif"
const warning = '#b45309'
const light = { page: '#f2f4f2', card: '#ffffff', text: '#1a1f1d', quiet: '#59625e', line: '#e2e6e3' }
const dark = { page: '#101312', card: '#1a1e1c', text: '#e8edea', quiet: '#a4aea9', line: '#343a37' }

/**
 * The HTML part: 600 px at most, styles inline for mail programs that drop style sheets, a sheet for dark mode and
 * phones where it is honoured. No image, no script, nothing loaded from anywhere.
 */
export function letterHtml(letter: Letter): string {
  const accent = accentOrDefault(letter.accentColor)
  const onCard = readableOn(accent, light.card)
  const onDarkCard = readableOn(accent, dark.card)
  const tint = mixColors(light.card, accent, 0.07)
  const darkTint = mixColors(dark.card, accent, 0.2)
  const { moment, button, person } = letter
  // Mail programs leave out bare classes but keep inline styles; the sheet overrules those only for dark mode and phones.
  const sheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
a{color:${onCard}}
@media (max-width:480px){.page{padding:0!important}.card{border-radius:0!important;border-left:0!important;border-right:0!important}.pad{padding-left:20px!important;padding-right:20px!important}.row-label,.row-value{display:block!important;width:auto!important}.row-label{padding-bottom:0!important;border-bottom:0!important}.row-value{padding-top:2px!important;border-top:0!important}.button-box{width:100%!important}.button a{display:block!important;text-align:center!important}}
@media (prefers-color-scheme:dark){.page{background:${dark.page}!important}.card{background:${dark.card}!important;border-color:${dark.line}!important}.text{color:${dark.text}!important}.quiet{color:${dark.quiet}!important}.line{border-color:${dark.line}!important}.moment{background:${darkTint}!important;border-color:${onDarkCard}!important}.brand{color:${dark.text}!important}.bar{background:${onDarkCard}!important}.button{background:${onDarkCard}!important}.button a{color:${textOn(onDarkCard)}!important}a{color:${onDarkCard}}a.link{color:${onDarkCard}!important}}`

  const paragraph = `margin:0 0 16px;font:400 16px/1.55 ${font};color:${light.text}`
  const small = `margin:0 0 8px;font:400 14px/1.5 ${font};color:${light.quiet}`
  const label = `font:600 13px/1.4 ${font};color:${light.quiet}`

  const momentBlock = moment
    ? html`<div class="moment" style="margin:0 0 24px;padding:18px 20px;background:${tint};border-left:4px solid ${onCard};border-radius:0 10px 10px 0">
<div class="quiet" style="${label}">${moment.label}</div>
<div class="text" style="margin-top:4px;font:600 20px/1.3 ${font};color:${light.text};${moment.isCancelled ? 'text-decoration:line-through' : ''}">${moment.day}</div>
<div class="text" style="margin-top:2px;font:600 20px/1.3 ${font};color:${light.text};${moment.isCancelled ? 'text-decoration:line-through' : ''}">${moment.time}</div>
<div class="quiet" style="margin-top:4px;font:400 14px/1.5 ${font};color:${light.quiet}">${moment.zone}</div>
${
  moment.was
    ? html`<div class="quiet" style="margin-top:12px;font:400 14px/1.5 ${font};color:${light.quiet}">${moment.was.label}${letter.colon}<span style="text-decoration:line-through">${moment.was.range}</span></div>`
    : ''
}</div>`
    : ''

  const listBlocks = letter.lists.map(
    (list) => html`<div style="margin:0 0 24px">
<div class="quiet" style="margin:0 0 6px;${label}">${list.label}</div>
${list.days.map(
  (day) => html`<div class="line" style="padding:10px 0;border-top:1px solid ${light.line}">
<div class="text" style="font:600 16px/1.4 ${font};color:${light.text}">${day.day}</div>
${day.times.map((time) => html`<div class="text" style="font:400 16px/1.5 ${font};color:${light.text}">${time}</div>`)}</div>`,
)}
${list.note ? html`<div class="quiet line" style="padding-top:10px;border-top:1px solid ${light.line};font:400 14px/1.5 ${font};color:${light.quiet}">${list.note}</div>` : ''}</div>`,
  )

  const rowBlock =
    letter.rows.length > 0
      ? html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;border-collapse:collapse">
${letter.rows.map(
  (row) =>
    html`<tr><td class="row-label quiet line" valign="top" style="width:34%;padding:9px 12px 9px 0;border-top:1px solid ${light.line};${label};line-height:1.65">${row.label}</td><td class="row-value text line" valign="top" style="padding:9px 0;border-top:1px solid ${light.line};font:400 16px/1.45 ${font};color:${light.text};overflow-wrap:anywhere">${
      row.url
        ? html`<a class="link" href="${row.url}" style="color:${onCard}">${row.value}</a>${isShownApart(row) ? html`<br><span class="quiet" style="font-size:13px;color:${light.quiet}">${row.url}</span>` : ''}`
        : row.value
    }</td></tr>`,
)}</table>`
      : ''

  const facts = (rows: readonly Row[]) =>
    rows.length === 0
      ? ''
      : html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 0;border-collapse:collapse">
${rows.map(
  (row) =>
    html`<tr><td class="row-label quiet" valign="top" style="width:30%;padding:4px 12px 4px 0;${label};line-height:1.6">${row.label}</td><td class="row-value text" valign="top" style="padding:4px 0;font:400 15px/1.45 ${font};color:${light.text};white-space:pre-line;overflow-wrap:anywhere">${
      row.url ? html`<a class="link" href="${row.url}" style="color:${onCard}">${row.value}</a>` : row.value
    }</td></tr>`,
)}</table>`
  const sectionBlocks = (letter.sections ?? []).map(
    (section) => html`<div style="margin:0 0 28px">
${section.title ? html`<h2 class="text" style="margin:0 0 10px;font:650 18px/1.3 ${font};color:${light.text}">${section.title}</h2>` : ''}
${section.blocks.map((block) =>
  block.rows.length === 0
    ? html`<div class="text line" style="padding:10px 0 10px 14px;margin:0 0 6px;border-left:4px solid ${section.isWarning ? warning : light.line};font:400 16px/1.5 ${font};color:${light.text}">${block.text}</div>`
    : html`<div class="moment" style="margin:0 0 16px;padding:16px 18px;background:${tint};border-left:4px solid ${onCard};border-radius:0 10px 10px 0">
${block.time ? html`<div class="text" style="font:650 20px/1.3 ${font};color:${light.text}">${block.time}</div>` : ''}
<div class="text" style="margin-top:2px;font:600 16px/1.4 ${font};color:${light.text}">${block.text}</div>
${facts(block.rows)}</div>`,
)}</div>`,
  )

  const buttonBlock = button
    ? html`<table role="presentation" class="button-box" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 28px"><tr><td class="button" bgcolor="${onCard}" style="background:${onCard};border-radius:10px"><a href="${button.url}" style="display:inline-block;padding:14px 28px;min-height:20px;font:600 17px/1.2 ${font};color:${textOn(onCard)};text-decoration:none;border-radius:10px">${button.label}</a></td></tr></table>`
    : ''
  const addressBlock = button
    ? html`<p class="quiet" style="${small}">${letter.addressHint}<br><a class="link" href="${button.url}" style="font-size:13px;color:${onCard};overflow-wrap:anywhere">${button.url}</a></p>`
    : ''

  const personBlock = person
    ? html`<div class="pad" style="padding:8px 40px 28px">
<div class="line text" style="padding-top:20px;border-top:1px solid ${light.line};font:400 16px/1.5 ${font};color:${light.text}">${letter.regards}<br><strong style="font-weight:600">${person.name}</strong><br>${letter.agencyName}${
        person.phone
          ? html`<br><a class="link" href="tel:${person.phone.replace(/[^+\d]/g, '')}" style="color:${onCard}">${person.phone}</a>`
          : ''
      }<br><a class="link" href="mailto:${person.email}" style="color:${onCard}">${person.email}</a></div>
</div>`
    : html`<div style="height:20px;font-size:0;line-height:0">&nbsp;</div>`

  const page = html`<!doctype html>
<html lang="${letter.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${letter.heading}</title>
<style>${raw(sheet)}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${light.page}">
<div class="page" role="article" lang="${letter.language}" style="padding:32px 12px;background:${light.page}">
<table role="presentation" align="center" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;margin:0 auto;border-collapse:separate"><tr><td class="card" style="background:${light.card};border:1px solid ${light.line};border-radius:14px">
<div class="pad" style="padding:28px 40px 0">
<div class="brand" style="font:650 20px/1.3 ${font};letter-spacing:-0.01em;color:${light.text}">${letter.agencyName}</div>
<div class="bar" style="width:36px;height:3px;margin-top:12px;background:${onCard};border-radius:2px;font-size:0;line-height:0">&nbsp;</div>
</div>
<div class="pad" style="padding:24px 40px 8px">
<h1 class="text" style="margin:0 0 18px;font:650 26px/1.25 ${font};letter-spacing:-0.015em;color:${light.text}">${letter.heading}</h1>
<p class="text" style="${paragraph}">${letter.greeting}</p>
${letter.opening.map((text) => html`<p class="text" style="${paragraph};white-space:pre-line">${text}</p>`)}
<div style="height:8px;font-size:0;line-height:0">&nbsp;</div>
${momentBlock}${sectionBlocks}${listBlocks}${buttonBlock}${rowBlock}
${letter.hints.map((hint) => html`<p class="quiet" style="${small}">${hint}</p>`)}
${addressBlock}
</div>
${personBlock}
</td></tr><tr><td class="pad" style="padding:20px 40px 8px">
${letter.footer.map((text) => html`<p class="quiet" style="margin:0 0 4px;font:400 13px/1.5 ${font};color:${light.quiet}">${text}</p>`)}
</td></tr></table>
</div>
</body>
</html>
`
  if (page instanceof Promise) throw new Error('a letter holds no promises')
  return page.toString()
}
