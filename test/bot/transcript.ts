import type { BothChats } from './bothChats.ts'
import { plainOf } from './slack/slackLoop.ts'

export type Transcript = ReturnType<typeof openTranscript>

const heading = `# A recruiter in Slack, a hiring manager in Teams, candidates and clients on pages

Written by \`test/bot/threeParties.test.ts\`, which fails when the product does anything else: both chats are connected as in production and
speak to strict stand-ins for Slack and Teams. Of messages the first two lines are told, of mails the subject.

| who | where | what |
|---|---|---|
`

/** Writes down what people do, and after each step what Parley showed anew: new and changed messages, and mails. */
export function openTranscript({ slack, connector, loop }: BothChats) {
  const rows: string[] = []
  const known = new Map<string, string>()
  let mailCount = 0
  const row = (...cells: string[]) =>
    rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '/').replaceAll('\n', ' ')).join(' | ')} |`)

  async function look(): Promise<void> {
    const shown = [
      ...slack.said().map((one) => ({ at: 'Slack, to Rosa', id: one.ts, text: plainOf(one) })),
      ...connector.messages.map((one) => ({ at: 'Teams, to Priya', id: one.id, text: wordsOf(one.activity) })),
    ]
    for (const { at, id, text } of shown) {
      const headline = text.split('\n').slice(0, 2).join(' – ')
      if (known.get(`${at} ${id}`) === headline) continue
      row('Parley', at, known.has(`${at} ${id}`) ? `changes its card: ${headline}` : headline)
      known.set(`${at} ${id}`, headline)
    }
    const mails = await loop.mails()
    for (const { toLine, subject, ics } of mails.slice(mailCount))
      row('Parley', `mail to ${toLine}`, ics === null ? subject : `${subject} (with a calendar entry)`)
    mailCount = mails.length
  }

  return {
    act: async <T>(who: string, where: string, what: string, work: () => Promise<T>): Promise<T> => {
      if (what !== '') row(who, where, what)
      const done = await work()
      await look()
      return done
    },
    /** What somebody was told who alone sees it. */
    note: (where: string, what: string) => void row('Parley', where, what),
    text: () => `${heading}${rows.join('\n')}\n`,
  }
}

/** What a person reads in a message of Teams, a line for each text. */
export function wordsOf(activity: Readonly<Record<string, unknown>>): string {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one)
    else if (typeof value === 'object' && value !== null) {
      const node = value as Readonly<Record<string, unknown>>
      if (node.type === 'TextBlock' && typeof node.text === 'string') found.push(node.text)
      if (typeof node.title === 'string' && typeof node.value === 'string') found.push(`${node.title}: ${node.value}`)
      for (const one of Object.values(node)) visit(one)
    }
  }
  visit(activity.attachments)
  return found.length > 0 ? found.join('\n') : String(activity.text ?? '')
}
