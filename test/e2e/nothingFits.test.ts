import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { approveFirst, linkOf, offerTimes } from './guest.ts'
import { readMail } from './mail.ts'
import { cardOf, enter, joinByVideo, say, sendFirstMails, setUpAgency, waitForPill } from './recruiter.ts'
import { describeInBrowser } from './suite.ts'

const jane = { name: 'Jane Whitfield', email: 'jane.whitfield@mail.example', zone: 'Europe/London' }
const marta = { name: 'Marta Lindqvist', email: 'marta.lindqvist@acme.example', zone: 'Europe/Berlin' }
const jonas = { name: 'Jonas Weber', email: 'jonas.weber@acme.example', zone: 'Europe/Berlin' }

describeInBrowser('when no time suits both sides', (house) => {
  let desk: Page
  let box: Page

  it('the card says in one sentence why, and offers what would help with the number of times it opens', async () => {
    desk = await house().openDesk()
    await enter(house(), desk)
    await setUpAgency(desk)
    await say(desk, 'schedule Jane with Acme for the Backend role')
    await desk.getByRole('button', { name: marta.name }).click()
    await joinByVideo(desk, jane.name, 'https://meet.acme.example/backend')
    await sendFirstMails(desk, jane.name)
    box = await desk.context().newPage()
    const phone = await house().openPhone(jane.zone)
    const toJane = await readMail(house(), box, { to: jane.email })
    await offerTimes(phone, linkOf(toJane), [{ weekday: 2, from: '10:00', to: '12:00' }])
    await house().shoot(phone, 'candidate-told')
    const toMarta = await readMail(house(), box, { to: marta.email })
    await offerTimes(phone, linkOf(toMarta), [{ weekday: 4, from: '14:00', to: '16:00' }])
    await waitForPill(desk, jane.name, 'nothing fits')
    const card = cardOf(desk, jane.name)
    expect(await card.textContent()).toMatch(/Jane Whitfield offered only Tue .*, and Marta Lindqvist offered Thu /)
    const labels = await card.getByRole('button').allTextContents()
    expect(labels.map((label) => label.trim())).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Ask Jane Whitfield for other times: \d+ times suit everybody else, the first /),
        expect.stringMatching(/^Ask Marta Lindqvist for other times: \d+ times suit everybody else, the first /),
        expect.stringMatching(/^Ask Jonas Weber as well: \d+ times suit everybody else, the first Tue /),
      ]),
    )
    await desk.bringToFront()
    await house().shoot(desk, 'stuck')
    await desk.setViewportSize({ width: 390, height: 844 })
    await house().shoot(desk, 'stuck-phone')
    await desk.setViewportSize({ width: 1280, height: 860 })
  })

  it('a press asks the other contact, whose times are offered, approved and booked', async () => {
    await cardOf(desk, jane.name).getByRole('button', { name: 'Ask Jonas Weber as well' }).click()
    const phone = await house().openPhone(jonas.zone)
    const asked = await readMail(house(), box, { to: jonas.email })
    await desk.bringToFront()
    await house().shoot(desk, 'pressed')
    await offerTimes(phone, linkOf(asked), [{ weekday: 2, from: '11:00', to: '13:00' }])
    await house().shoot(phone, 'contact-asked-as-well')
    const approval = await readMail(house(), box, { to: jonas.email, subject: /^Bitte freigeben/ })
    expect(await approveFirst(phone, linkOf(approval))).toMatch(/11:00 bis 12:00 Uhr.*passt allen/s)
    await waitForPill(desk, jane.name, 'Booked')
    const facts = await cardOf(desk, jane.name).locator('dl').first().textContent()
    expect(facts).toContain(jonas.name)
    expect(facts).not.toContain(marta.name)
    await house().shoot(desk, 'booked')
  })
})
