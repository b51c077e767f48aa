import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { approveFirst, dayOfWeek, linkOf, offerTimes, weekToOffer } from './guest.ts'
import { localStart, readMail } from './mail.ts'
import { changeEmail, putForward, type ReadApplication, readApplication, readInterview } from './records.ts'
import { cardOf, enter, openForm, openRequest, say, setUpAgency, waitForPill } from './recruiter.ts'
import { describeInBrowser } from './suite.ts'
import { waitUntil } from './waitUntil.ts'

// The five questions a buyer of scheduling software is told to ask a vendor; each has to be answered with yes.

const jane = 'Jane Okafor'
const client = 'Oliver Hughes'
const newAddress = 'jane.okafor@new-address.example'
const video = 'https://meet.lumenhealth.example/data'
const wednesdayOn = dayOfWeek(weekToOffer(), 3)

describeInBrowser('the five questions of a buyer', (house) => {
  let box: Page
  let stageBefore: string
  let wasWrittenTo: string[]
  const accounts: { cookieCount: number; asksForSignIn: boolean }[] = []

  beforeAll(async () => {
    const desk = await house().openDesk()
    await enter(house(), desk)
    await setUpAgency(desk)
    await changeEmail(house(), desk, jane, newAddress)
    await putForward(house(), desk, jane, /Marketing Lead/)
    stageBefore = (await readApplication(house(), desk, jane, 'Data Analyst')).stage
    const sentence = `schedule ${jane} with ${client} for the Data Analyst role`
    await openRequest(house(), desk, { sentence, candidate: jane, video })
    // From here on the recruiter does nothing: the desk is left, only the mails are read.
    box = await desk.context().newPage()
    await desk.close()

    const asked = await readMail(house(), box, { to: newAddress })
    wasWrittenTo = asked.to
    const answers = [
      { link: linkOf(asked), from: '09:00', to: '11:00' },
      { link: linkOf(await readMail(house(), box, { to: 'oliver.hughes' })), from: '10:00', to: '12:00' },
    ]
    for (const { link, from, to } of answers) {
      const phone = await house().openPhone('Europe/London')
      await offerTimes(phone, link, [{ weekday: 3, from, to }])
      await lookForAccount(phone)
    }
    const phone = await house().openPhone('Europe/London')
    await approveFirst(phone, linkOf(await readMail(house(), box, { to: 'oliver.hughes', subject: /^Please approve/ })))
    await lookForAccount(phone)
    await readMail(house(), box, { to: newAddress, hasInvitation: true })
    await waitUntil('the booking stands in the ATS', async () => /booked:/.test(feedOf(await readApplicationOfJane())))
  }, 120_000)

  const readApplicationOfJane = () => readApplication(house(), box, jane, 'Data Analyst')
  const feedOf = (application: ReadApplication) => application.feed.join('\n')
  const lookForAccount = async (phone: Page) => {
    const fields = phone.getByLabel(/password|passwort|sign in|log in|account/i)
    accounts.push({ cookieCount: (await phone.context().cookies()).length, asksForSignIn: (await fields.count()) > 0 })
  }

  it('1. Does the stage advance by itself? Yes: from Submitted to Interview, with 0 presses after the request', async () => {
    expect(stageBefore).toBe('Submitted')
    await waitUntil('the stage has moved', async () => (await readApplicationOfJane()).stage === 'Interview')
  })

  it('2. Are the actual date, time and participants logged? Yes: as an interview record and as text', async () => {
    const application = await readApplicationOfJane()
    const [record] = application.interviews
    expect(application.interviews).toHaveLength(1)
    const interview = await readInterview(house(), box, record?.href ?? '')
    const invitation = (await readMail(house(), box, { to: newAddress, hasInvitation: true })).invitation
    expect(invitation && localStart(invitation)).toBe(`${wednesdayOn} 11:00`)
    const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
    // 10:00 in London, where all of them are, is 11:00 for the recruiter in Berlin who reads the record.
    for (const fact of [day.format(new Date(wednesdayOn)), '11:00', '12:00', jane, client, video])
      expect(interview).toContain(fact)
    expect(feedOf(application)).toMatch(/booked: .*11:00 – 12:00.* with Jane Okafor and Oliver Hughes/)
  })

  it('3. Does it flow both ways? Yes: the address edited in the ATS was written to, and a cancellation comes back', async () => {
    expect(wasWrittenTo).toEqual([newAddress])
    const desk = await box.context().newPage()
    await desk.goto(house().parley.url)
    await say(desk, `status of ${jane}`)
    await desk.getByText(jane).last().waitFor()
    await desk
      .getByRole('link', { name: new RegExp(`^${jane}`) })
      .first()
      .click()
    const form = await openForm(cardOf(desk, jane), 'Cancel the')
    await form.getByLabel('Reason').fill('The budget is gone')
    await form.getByRole('button', { name: 'Cancel it and tell everybody' }).click()
    await waitForPill(desk, jane, 'Cancelled')
    await waitUntil('the ATS says so', async () => {
      const application = await readApplicationOfJane()
      return (
        /cancelled: The budget is gone/.test(feedOf(application)) &&
        /cancel/i.test(application.interviews[0]?.tag ?? '')
      )
    })
  })

  it('4. Does it work for people outside the ATS without accounts? Yes: 3 visits by link, 0 cookies, 0 sign-ins', async () => {
    expect(accounts).toEqual(Array.from({ length: 3 }, () => ({ cookieCount: 0, asksForSignIn: false })))
    await box.goto(`${house().parley.url}/records/users`)
    await box.locator('.row-title').first().waitFor()
    expect(await box.locator('.row-title', { hasText: client }).count()).toBe(0)
    expect(await box.locator('.row-title', { hasText: jane }).count()).toBe(0)
  })

  it('5. Is it tagged to a job? Yes: of two applications of one candidate only the one for that job was touched', async () => {
    const other = await readApplication(house(), box, jane, 'Marketing Lead')
    expect(other.stage).toBe('Applied')
    expect(other.interviews).toEqual([])
    expect(feedOf(other)).not.toMatch(/booked|Asked/)
    const application = await readApplicationOfJane()
    expect(await readInterview(house(), box, application.interviews[0]?.href ?? '')).toContain('Data Analyst')
  })
})
