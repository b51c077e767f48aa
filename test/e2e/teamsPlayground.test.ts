import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '../fakes/parley.ts'
import { dayOfWeek, linkOf, offerTimes, weekToOffer } from './guest.ts'
import { readMail } from './mail.ts'
import {
  openClient,
  type Playground,
  playgroundFolder,
  pressInstead,
  type Signer,
  startPlayground,
  startSigner,
  type TeamsPerson,
  writeTo,
} from './playground.ts'
import { enter, setUpAgency } from './recruiter.ts'
import { type OpenHouse, openHouse } from './suite.ts'

// In Microsoft's own local client: npm run e2e:teams. It is fetched only by whoever accepts its terms, so everywhere else this is left out.

const rosa: TeamsPerson = { id: '29:rosa', name: 'Rosa Alder', email: 'rosa@alder-finch.example' }
const priya: TeamsPerson = { id: '29:priya', name: 'Priya Raman', email: 'priya.raman@agency.example' }
const max: TeamsPerson = { id: '29:max', name: 'Max Weber', email: 'max@alder-finch.example' }
const nadia = { name: 'Nadia Petrova', email: 'nadia.petrova@mail.example', zone: 'Europe/London' }
const video = 'https://meet.alder-finch.example/room'
const tuesdayOn = dayOfWeek(weekToOffer(), 2)

describe.skipIf(playgroundFolder === null)('an interview arranged in Microsoft Teams', { timeout: 180_000 }, () => {
  const stops: (() => unknown)[] = []
  let signer: Signer
  let house: OpenHouse
  let rosaClient: Playground
  let priyaClient: Playground
  let desk: Page
  let teams: Page
  let managers: Page

  beforeAll(async () => {
    signer = await startSigner()
    stops.push(signer.stop)
    const folder = playgroundFolder ?? ''
    const [first, second] = [await findFreePort(), await findFreePort()]
    rosaClient = await startPlayground(folder, signer.url, rosa, [priya, max], first)
    stops.push(rosaClient.stop)
    priyaClient = await startPlayground(folder, signer.url, priya, [rosa, max], second)
    stops.push(priyaClient.stop)
    house = await openHouse({
      env: (guestUrl) => {
        signer.forwardTo(guestUrl)
        return { ...signer.settings, TEAMS_SERVICE_URLS: `${rosaClient.url},${priyaClient.url}` }
      },
    })
    stops.push(house.close)
  }, 180_000)
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop()
  })

  /** The newest card that shows these words. */
  const cardIn = (page: Page, words: string | RegExp): Locator =>
    page.locator('.ac-adaptiveCard').filter({ hasText: words }).last()

  /** A picture with this in the middle; cards are longer than the window. */
  async function look(page: Page, at: Locator, name: string): Promise<void> {
    await at.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await house.shoot(page, name)
  }

  it('answers a mention in a group chat with the card of the request', async () => {
    desk = await house.openDesk()
    await enter(house, desk)
    await setUpAgency(desk)
    managers = await house.openDesk()
    await openClient(managers, priyaClient)
    await managers.getByText('Hello, I am Parley').first().waitFor()
    teams = await house.openDesk()
    await openClient(teams, rosaClient)
    await teams.getByText('Hiring').first().click()
    await writeTo(teams, 'schedule Nadia with Priya for the Recruitment Consultant role', true)
    await cardIn(teams, nadia.name).waitFor()
    await look(teams, cardIn(teams, nadia.name).getByText(nadia.name).first(), 'teams-card')
  })

  it('shows in the form within the card what is wrong, and takes what was put right', async () => {
    await cardIn(teams, nadia.name).getByRole('button', { name: 'How do they join?' }).click()
    const form = cardIn(teams, 'They meet')
    await form.getByText('by video', { exact: true }).click()
    await form.getByRole('textbox', { name: /Video link/ }).fill('the usual room')
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await cardIn(teams, nadia.name)
      .getByText(/link|address/i)
      .last()
      .waitFor()
    await cardIn(teams, nadia.name).getByRole('button', { name: 'Close' }).waitFor()
    await look(teams, cardIn(teams, nadia.name).getByText('How do they join?').first(), 'teams-form-error')
    const again = cardIn(teams, nadia.name).getByRole('textbox', { name: /Video link/ })
    expect(await again.inputValue()).toBe('the usual room')
    await again.fill(video)
    await cardIn(teams, nadia.name).getByRole('button', { name: 'Save', exact: true }).first().click()
    await cardIn(teams, nadia.name).getByText(video).first().waitFor()
    await house.shoot(teams, 'teams-form-taken')
  })

  it('asks the manager alone for her times, and takes them', async () => {
    await cardIn(managers, 'Your times are needed').waitFor()
    await house.shoot(managers, 'teams-manager-asked')
    const card = cardIn(managers, 'Your times are needed')
    await card.getByRole('textbox', { name: /Your times/ }).fill(`${spelled(tuesdayOn)} 10:00-12:00`)
    await card.getByRole('button', { name: 'Send these times' }).click()
    await card.getByText(/10:00/).first().waitFor()
  })

  it('lets only the manager approve: somebody else is told whose button it is, and nothing happens', async () => {
    const box = await desk.context().newPage()
    const asked = await readMail(house, box, { to: nadia.email })
    await offerTimes(await house.openPhone(nadia.zone), linkOf(asked), [{ weekday: 2, from: '11:00', to: '13:00' }])
    const approve = cardIn(managers, nadia.name)
      .getByRole('button', { name: /^Approve/ })
      .first()
    await approve.waitFor()
    await look(managers, approve, 'teams-manager-approves')
    const answer = await pressInstead(managers, { signer, playground: priyaClient, person: rosa }, () =>
      approve.click(),
    )
    expect(answer).toContain('This button is for Priya Raman, so nothing was done.')
    await approve.click()
    await cardIn(managers, 'Booked').waitFor()
    await house.shoot(managers, 'teams-manager-booked')
  })

  it('turns the one card in the group chat into the booked interview', async () => {
    await cardIn(teams, 'Booked').waitFor()
    expect(await teams.locator('.ac-adaptiveCard').filter({ hasText: nadia.name }).count()).toBe(1)
    await look(teams, cardIn(teams, 'Booked').getByText('Booked').first(), 'teams-booked')
    const proof = teams.getByRole('button', { name: 'Proof' }).last()
    await proof.click()
    await look(teams, proof, 'teams-proof')
  })
})

/** "24 November 2026", as a person writes it. */
function spelled(on: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(`${on}T00:00:00Z`),
  )
}
