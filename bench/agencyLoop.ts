import { openVisitor, type Page, plain, type Visitor } from './visitor.ts'

// The whole agency loop as people do it, over HTTP and without script: the recruiter's sentence, two mailed links with
// times, the client's approval, three invitations. Against the sample agency of a new data folder.

export interface Desk {
  visitor: Visitor
  /** Origin of the recruiter's side. */
  url: string
}

export interface Asked {
  desk: Desk
  /** The conversation with the request's card. */
  threadUrl: string
  candidateLink: string
  clientLink: string
}

const candidate = { name: 'Jane Whitfield', email: 'jane.whitfield@mail.example' }
const client = { name: 'Marta Lindqvist', email: 'marta.lindqvist@acme.example' }
const dayMs = 86_400_000
const pollMs = 150
const patienceMs = 60_000

/** Comes in by the printed address and fills in the first card. */
export async function setUpDesk(address: string): Promise<Desk> {
  const visitor = openVisitor()
  const desk = { visitor, url: new URL(address).origin }
  await visitor.get(address)
  await visitor.submit(await waitForPage(desk, desk.url, 'Agency or company name'), 'Agency or company name', {
    agencyName: 'Alder & Finch',
    name: 'Rosa Alder',
    email: 'rosa@alder-finch.example',
    zone: 'Europe/Berlin',
    locale: 'en-GB',
  })
  return desk
}

/** From the sentence to the press that sends the first mails. @returns the conversation with the request's card */
export async function openRequest(desk: Desk): Promise<string> {
  const { visitor, url } = desk
  const blank = await visitor.get(`${url}/threads/new`)
  const said = await visitor.submit(blank, 'Message to Parley', {
    text: 'schedule Jane Whitfield with Acme for the Backend role',
  })
  const threadUrl = said.url
  const question = await waitForPage(desk, threadUrl, 'Who takes part?')
  await visitor.submit(question, client.name)
  const card = await waitForPage(desk, threadUrl, 'How do they join?')
  await visitor.submit(card, 'They meet', { kind: 'video', details: 'https://meet.acme.example/backend' })
  const ready = await waitForPage(desk, threadUrl, 'Save and send now')
  await visitor.submit(ready, 'Save and send now')
  return threadUrl
}

/** From the sentence to the two mailed links. */
export async function askBoth(desk: Desk): Promise<Asked> {
  const threadUrl = await openRequest(desk)
  const [candidateLink, clientLink] = await Promise.all([
    mailedLink(desk, candidate.email),
    mailedLink(desk, client.email),
  ])
  return { desk, threadUrl, candidateLink, clientLink }
}

/** From the two links to the card that says Booked and three invitations in the mailbox. */
export async function bookInterview({ desk, threadUrl, candidateLink, clientLink }: Asked): Promise<void> {
  await offerMornings(candidateLink)
  await offerMornings(clientLink)
  const approver = openVisitor()
  const choice = await waitFor('an offer', async () => {
    const page = await approver.get(clientLink)
    return page.html.includes('proposalId') ? page : null
  })
  const proposalId = /name="proposalId" value="([^"]+)"/.exec(choice.html)?.[1] ?? ''
  await approver.submit(choice, 'Approve this time', { proposalId })
  await waitForPage(desk, threadUrl, 'Booked')
  await waitFor('three invitations', async () => {
    const { html } = await desk.visitor.get(`${desk.url}/mailbox`)
    return html.split('Calendar entry').length > 3 ? true : null
  })
}

/** The week that holds the day nine days from now: past the notice, inside the three weeks. */
export function weekToOffer(): string {
  const day = new Date(Date.now() + 9 * dayMs)
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10)
}

async function offerMornings(link: string): Promise<void> {
  const phone = openVisitor()
  const week = await phone.get(`${link}?week=${weekToOffer()}`)
  const ticked = await phone.submit(week, 'Send my times', { fill: 'morning' })
  await phone.submit(ticked, 'Send my times', { step: 'send' })
}

async function mailedLink({ visitor, url }: Desk, email: string): Promise<string> {
  return waitFor(`a mail to ${email}`, async () => {
    const list = await visitor.get(`${url}/mailbox?q=${encodeURIComponent(email)}`)
    const path = /class="mailbox-row" href="([^"]+)"/.exec(list.html)?.[1]
    if (!path) return null
    const mail = await visitor.get(`${url}${path}?part=text`)
    return /https?:\/\/\S+\/l\/[\w-]{43}/.exec(plain(mail.html))?.[0] ?? null
  })
}

/** Looks again until the page holds the words. */
export function waitForPage({ visitor }: Desk, url: string, words: string): Promise<Page> {
  return waitFor(`"${words}"`, async () => {
    const page = await visitor.get(url)
    return plain(page.html).includes(words) ? page : null
  })
}

async function waitFor<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  for (const startedAtMs = performance.now(); performance.now() - startedAtMs < patienceMs; ) {
    const found = await look()
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  throw new Error(`${what} did not come`)
}
