import { cleanLine, cleanParagraphs } from '../../domain/cleanLine.ts'
import { catalogue } from '../../words/catalogue.ts'
import type { ChatWords } from '../../words/chatWords.ts'
import { type HomeItem, type HomeSection, type HomeView, homeSections } from '../home.ts'
import type { Tone } from '../message.ts'
import { compactActions } from './actionBlocks.ts'
import { plainText, type SlackBlock, type SlackHome } from './blockKit.ts'
import { checkSlackPayload } from './checkLimits.ts'
import { contextBlocks, sectionBlocks } from './partBlocks.ts'
import { type Line, type LinkOptions, linkPieces } from './slackText.ts'

const marks: Readonly<Record<Tone, string>> = { info: '🔵', good: '🟢', warning: '🟠', bad: '🔴' }
const titleMax = 300
const detailMax = 600

/** The App Home of a member. Pure, never throws, within Slack's limits; long lists end with how many more there are. */
export function renderSlackHome(view: HomeView, options: LinkOptions = {}): { view: SlackHome; warnings: string[] } {
  const warnings: string[] = []
  const words = catalogue[view.language ?? 'en'].chats
  const blocks = homeSections(view).flatMap((section, at) => [
    ...(at === 0 ? [] : [{ type: 'divider' } as const]),
    ...homeSectionBlocks(section, options, warnings, words),
  ])
  const home: SlackHome = { type: 'home', blocks }
  for (const { rule, path, said } of checkSlackPayload(home)) warnings.push(`${rule} ${path} ${said}`)
  return { view: home, warnings }
}

function homeSectionBlocks(
  section: HomeSection,
  options: LinkOptions,
  warnings: string[],
  words: ChatWords,
): SlackBlock[] {
  const { title, items, emptyText, moreCount } = section
  return [
    { type: 'header', text: plainText(title) },
    ...(items.length === 0 && emptyText !== null ? contextBlocks([[{ text: emptyText }]]) : []),
    ...items.flatMap((item) => itemBlocks(item, options, warnings, words)),
    ...(moreCount > 0 ? contextBlocks([[{ text: words.moreCount(moreCount) }]]) : []),
  ]
}

function itemBlocks(item: HomeItem, options: LinkOptions, warnings: string[], words: ChatWords): SlackBlock[] {
  const title = cleanLine(item.title, titleMax) || '–'
  const detail = cleanParagraphs(item.detail ?? '', detailMax)
  const link = linkPieces(title, item.url, options, warnings)
  const lines: Line[] = [
    [
      ...(item.tone ? [{ text: `${marks[item.tone]} ` }] : []),
      ...link.map((piece) => (item.url === undefined ? { ...piece, isBold: true } : piece)),
    ],
    ...(detail === '' ? [] : [[{ text: detail }]]),
  ]
  const said = sectionBlocks(lines)
  const [only] = said
  const actions = compactActions(item.actions, warnings, words)
  const [single, ...others] = actions?.elements ?? []
  // One button stands beside its line, several stand below it.
  if (only?.type === 'section' && said.length === 1 && single?.type === 'button' && others.length === 0)
    return [{ ...only, accessory: single }]
  return [...said, ...(actions ? [actions] : [])]
}
