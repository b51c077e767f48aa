import { readSlackPress } from '../../../src/bot/slack/actionBlocks.ts'
import { readMrkdwn } from '../../../src/bot/slack/slackText.ts'

// Reads what Slack would show of a payload.

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function walk(value: unknown, visit: (node: Json) => void): void {
  if (Array.isArray(value)) for (const entry of value) walk(entry, visit)
  else if (isObject(value)) {
    visit(value)
    for (const entry of Object.values(value)) walk(entry, visit)
  }
}

/** Every text object and plain title, as a reader sees it, in order. */
export function textsOf(payload: unknown): string[] {
  const texts: string[] = []
  walk(payload, (node) => {
    if (typeof node.title === 'string') texts.push(node.title)
    if (typeof node.text === 'string') texts.push(node.type === 'mrkdwn' ? readMrkdwn(node.text) : node.text)
  })
  return texts
}

/** The mrkdwn strings as they are sent. */
export function mrkdwnOf(payload: unknown): string[] {
  const texts: string[] = []
  walk(payload, (node) => {
    if (node.type === 'mrkdwn') texts.push(String(node.text))
  })
  return texts
}

/** Ids of all actions that can be pressed or chosen, as the adapter reads them out of a press. */
export function actionIdsOf(payload: unknown): string[] {
  const ids: string[] = []
  const press = (pressed: unknown) => {
    const read = readSlackPress(pressed)
    if (read) ids.push(read.actionId)
  }
  walk(payload, (node) => {
    if (node.type === 'button') press(node)
    if (node.type === 'static_select' && Array.isArray(node.options))
      for (const option of node.options) press({ ...node, selected_option: option })
  })
  return ids
}

const alike: Readonly<Record<string, string>> = { '∗': '*', ˍ: '_', '∼': '~', ˋ: '`', '∶': ':', '›': '>', '∣': '|' }

/** Letters only, so that texts which were laid out differently can be compared. */
export function lettersOf(text: string): string {
  return text.replace(/\s+/g, '').replace(/[∗ˍ∼ˋ∶›∣]/g, (mark) => alike[mark] ?? mark)
}

/** Where all links lead. */
export function addressesOf(payload: unknown): string[] {
  const inText = mrkdwnOf(payload).flatMap((text) =>
    [...text.matchAll(/<([a-z]+:[^|<>]*)\|/g)].map((match) => match[1] ?? ''),
  )
  const inFields: string[] = []
  walk(payload, (node) => {
    if (typeof node.url === 'string') inFields.push(node.url)
  })
  return [...inText, ...inFields]
}
