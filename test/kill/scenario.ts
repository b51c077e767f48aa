import { setTimeout as sleep } from 'node:timers/promises'
import { weekToOffer } from '../../bench/agencyLoop.ts'
import { openVisitor, type Page, plain, type Visitor } from '../../bench/visitor.ts'
import type { MailServer } from './mailServer.ts'
import type { Mortal } from './mortal.ts'

// What people do, over HTTP and without script, while processes die under them: who gets no answer sends the same form again,
// as a browser does that asks "send again?".

export const agencyDomain = 'alder-finch.parley-test.internal'
export const candidate = { name: 'Jane Whitfield', email: 'jane.whitfield@mail.parley-test.internal' }
export const client = { name: 'Marta Lindqvist', email: 'marta.lindqvist@acme.parley-test.internal' }
export const recruiterEmail = `rosa@${agencyDomain}`

const pollMs = 100
const patienceMs = 90_000

export interface Door {
  mortal: Mortal
  guestUrl: string
}

export interface Played {
  /** Commands that were answered; each must have its result afterwards, once. */
  acknowledged: readonly string[]
  /** Mails of unknown outcome that were not there and that the recruiter sent again. */
  sentAgainCount: number
}

/** Fills in the first card. */
export async function setUpAgency(door: Door): Promise<void> {
  const people = openPeople([door], async () => 0)
  await people.press((desk) => desk.page('', 'Agency or company name'), 'Agency or company name', 'set up', {
    agencyName: 'Alder & Finch',
    name: 'Rosa Alder',
    email: recruiterEmail,
    zone: 'Europe/Berlin',
    locale: 'en-GB',
  })
  await people.look((desk) => desk.page('', 'Alder & Finch'))
}

interface Desk {
  visitor: Visitor
  url: string
  /** The page when it holds the words, else null. */
  page(path: string, words: string): Promise<Page | null>
}

/** Everybody's browsers; `choose` says through which door the next thing is done. */
function openPeople(doors: readonly Door[], choose: () => Promise<number>) {
  const acknowledged: string[] = []
  let desk: (Desk & { address: string }) | null = null

  /** The recruiter's browser, let in by the key of the present start. */
  async function deskAt(door: Door): Promise<Desk> {
    const address = await door.mortal.address()
    if (desk?.address === address) return desk
    const visitor = openVisitor()
    await visitor.get(address)
    const { origin } = new URL(address)
    desk = {
      visitor,
      url: origin,
      address,
      page: async (path, words) => {
        const page = await visitor.get(path.startsWith('http') ? moved(path, origin) : `${origin}${path}`)
        return page.status === 200 && plain(page.html).includes(words) ? page : null
      },
    }
    return desk
  }

  async function patiently<T>(what: string, attempt: (door: Door) => Promise<T | null>): Promise<T> {
    let trouble = ''
    for (const startedAtMs = performance.now(); performance.now() - startedAtMs < patienceMs; ) {
      const door = doors[(await choose()) % doors.length]
      if (!door) throw new Error('no door')
      try {
        const found = await attempt(door)
        if (found !== null) return found
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('Parley ended')) throw error
        trouble = String(error)
      }
      await sleep(pollMs)
    }
    throw new Error(`${what} did not come. ${trouble}`)
  }

  const look = (find: (desk: Desk) => Promise<Page | null>): Promise<Page> =>
    patiently(`the page for ${find.toString().slice(0, 120)}`, async (door) => find(await deskAt(door)))

  /** Sends one form until it is answered; every try carries the same fields, the form's own id among them. */
  async function send(command: string, page: Page, label: string, values: Record<string, string>, asGuest: boolean) {
    return patiently(command, async (door) => {
      let status = 0
      const onAnswer = (method: string, answered: number) => {
        if (method === 'POST') status = answered
      }
      const note = () => {
        if (status >= 200 && status < 400 && !acknowledged.includes(command)) acknowledged.push(command)
      }
      const origin = asGuest ? door.guestUrl : (await deskAt(door)).url
      const visitor = openVisitor(onAnswer)
      if (!asGuest) await visitor.get(await door.mortal.address())
      try {
        const answer = await visitor.submit({ ...page, url: moved(page.url, origin) }, label, values)
        note()
        return answer
      } catch (error) {
        note()
        // What the first try did stands in the way of the second: it was taken.
        if (status === 409) return { ...page, status }
        throw error
      }
    })
  }

  return {
    acknowledged,
    patiently,
    look,
    send,
    press: async (
      find: (desk: Desk) => Promise<Page | null>,
      label: string,
      command: string,
      values: Record<string, string> = {},
    ) => send(command, await look(find), label, values, false),
  }
}

function moved(url: string, origin: string): string {
  const { pathname, search } = new URL(url)
  return `${origin}${pathname}${search}`
}

/** From the sentence to the booked interview, a question beside it, and the cancellation when `isCancelled`. */
export async function play(
  doors: readonly Door[],
  mail: MailServer,
  draw: () => number,
  isCancelled: boolean,
): Promise<Played> {
  const people = openPeople(doors, async () => (draw() < 0.7 ? 0 : 1))
  const { look, press, send, patiently } = people
  let sentAgainCount = 0

  const first = await press((desk) => desk.page('/threads/new', 'Message to Parley'), 'Message to Parley', 'schedule', {
    text: 'schedule Jane Whitfield with Acme for the Backend role',
  })
  const thread = new URL(first.url).pathname.startsWith('/threads/t')
    ? new URL(first.url).pathname
    : await threadOf('schedule Jane Whitfield')
  await press((desk) => desk.page(thread, 'Who takes part?'), client.name, 'who takes part')
  await press((desk) => desk.page(thread, 'How do they join?'), 'They meet', 'how they join', {
    kind: 'video',
    details: 'https://meet.acme.parley-test.internal/backend',
  })
  await press((desk) => desk.page(thread, 'Save and send now'), 'Save and send now', 'send now')

  await offerMornings(await linkOf(candidate.email), 'times of the candidate')
  const clientLink = await linkOf(client.email)
  await offerMornings(clientLink, 'times of the client')

  const offer = await patiently('an offer', async (door) => {
    const page = await openVisitor().get(moved(clientLink, door.guestUrl))
    return page.html.includes('name="proposalId"') ? page : null
  })
  const proposalId = /name="proposalId" value="([^"]+)"/.exec(offer.html)?.[1] ?? ''
  await send('approval', offer, 'Approve this time', { proposalId }, true)
  await look((desk) => desk.page(thread, 'Booked'))

  const question = await press(
    (desk) => desk.page('/threads/new', 'Message to Parley'),
    'Message to Parley',
    'question',
    { text: 'who is Jane Whitfield' },
  )
  const other = new URL(question.url).pathname.startsWith('/threads/t')
    ? new URL(question.url).pathname
    : await threadOf('who is Jane')
  await look((desk) => desk.page(other, 'Backend Engineer'))

  if (isCancelled) {
    // Invitations that have not gone are withdrawn, and nobody gets a cancellation for them: that is another story.
    for (let count = 0; count < 200 && mail.deliveries.filter(({ entry }) => entry !== null).length < 3; count += 1)
      await sleep(pollMs)
    await press((desk) => desk.page(thread, 'Cancel the request'), 'Cancel it and tell everybody', 'cancel', {
      reason: 'The role is filled',
    })
    await look((desk) => desk.page(thread, 'Cancelled'))
  }
  return { acknowledged: people.acknowledged, sentAgainCount }

  /** Where a message went whose answer got lost. */
  async function threadOf(words: string): Promise<string> {
    return patiently(`the conversation "${words}"`, async (door) => {
      const visitor = openVisitor()
      const address = await door.mortal.address()
      await visitor.get(address)
      const { html } = await visitor.get(`${new URL(address).origin}/threads`)
      const paths = [...html.matchAll(/href="(\/threads\/thread_[^"?]+)[^"]*"/g)].map(([, path = '']) => path)
      for (const path of new Set(paths)) {
        const page = await visitor.get(`${new URL(address).origin}${path}`)
        if (plain(page.html).toLowerCase().includes(words.toLowerCase())) return path
      }
      return null
    })
  }

  async function offerMornings(link: string, command: string): Promise<void> {
    const week = await patiently(command, async (door) => {
      const page = await openVisitor().get(`${moved(link, door.guestUrl)}?week=${weekToOffer()}`)
      return page.status === 200 ? page : null
    })
    const ticked = await send(`${command}, ticked`, week, 'Send my times', { fill: 'morning' }, true)
    // Sent once more after a lost answer, the form asks whether the same times are meant: they are.
    await send(command, ticked, 'Send my times', { step: 'send', sure: 'yes' }, true)
  }

  /** The mailed link. A mail of which nobody knows is asked about: it is not here, so the recruiter sends it again. */
  async function linkOf(email: string): Promise<string> {
    return patiently(`a link for ${email}`, async (door) => {
      const found = mail.deliveries
        .filter(({ to }) => to === email)
        .map(({ text }) => /https?:\/\/\S+\/l\/[\w-]{43}/.exec(text)?.[0])
        .find((link) => link !== undefined)
      if (found !== undefined) return found
      const visitor = openVisitor()
      const address = await door.mortal.address()
      await visitor.get(address)
      const page = await visitor.get(`${new URL(address).origin}${thread}`)
      if (plain(page.html).includes('Press to send it again') && plain(page.html).includes('Try again')) {
        await visitor.submit(page, 'Try again').catch(() => {})
        sentAgainCount += 1
        await sleep(2_000)
      }
      return null
    })
  }
}
