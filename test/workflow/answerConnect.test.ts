import { describe, expect, it } from 'vitest'
import { openSystems } from '../../src/ats/openSystems.ts'
import { allSystems } from '../../src/ats/systems.ts'
import { openSealer } from '../../src/store/seal.ts'
import { connectAts } from '../../src/workflow/connectAts.ts'
import { readHome } from '../../src/workflow/readHome.ts'
import { goodKey, openPaperAts } from '../fakes/paperAts.ts'
import { openTestClock } from '../fakes/testStore.ts'
import { openLoop } from './openLoop.ts'

const sealer = openSealer('a secret of the tests, long enough for a key')

async function openAll() {
  const clock = openTestClock()
  const loop = await openLoop({
    systems: openSystems({ all: allSystems, clock, fetch, pause: async () => {}, sealer }),
  })
  const threadId = await loop.setUp()
  const ask = async (text: string): Promise<string> => {
    await loop.say(text, threadId)
    return JSON.stringify(await loop.lastMessage(threadId))
  }
  return { ...loop, ask }
}

/** One system, connected for the organisation; how it stands is for the test to say. */
async function openOne() {
  const clock = openTestClock()
  const { systems } = openPaperAts({ clock })
  const loop = await openLoop({ systems })
  const threadId = await loop.setUp()
  const fields = { company: 'acme', apiKey: goodKey }
  const form = { system: 'greenhouse', name: 'Paper (Berlin)', fields, writes: 'off', scope: 'organisation' } as const
  await connectAts(loop.deps, loop.tenantId, loop.memberId, threadId, form)
  await loop.settle()
  const change = (patch: object) =>
    loop.tables(async (tx) => {
      const [row] = await tx.find('connections')
      await tx.update('connections', row!.id, patch)
    })
  const ask = async (text: string): Promise<string> => {
    await loop.say(text, threadId)
    return JSON.stringify(await loop.lastMessage(threadId))
  }
  const home = () =>
    loop.tables((tx) => tx.get('members', loop.memberId)).then((member) => readHome(loop.deps, loop.tenantId, member!))
  return { ...loop, change, ask, home }
}

describe('asking to connect something', () => {
  it.each([
    ['connect greenhouse', 'greenhouse', 'Greenhouse'],
    ['can you connect our Lever account?', 'lever', 'Lever'],
    ['please hook up workable', 'workable', 'Workable'],
    ['connect Breezy', 'breezyhr', 'Breezy HR'],
    ['set up the icims integration', 'icims', 'iCIMS'],
  ])('"%s" leads to the page that asks for its key, and wants none in the chat', async (text, id, name) => {
    const { ask } = await openAll()
    const said = await ask(text)
    expect(said).toContain(`/integrations/add/${id}`)
    expect(said).toContain(`Connect ${name}`)
    expect(said).toContain('please do not write it here')
  })

  it('says of an ATS that is not in the list what else there is', async () => {
    const { ask } = await openAll()
    const said = await ask('connect bullhorn')
    expect(said).toContain('is not in the list by itself')
    expect(said).toContain('about 70 more')
    expect(said).toContain('/records/import')
    expect(said).toContain('Greenhouse')
  })

  it('tells which integrations there are, with how each stands and what to do', async () => {
    const { ask, change } = await openOne()
    await change({ state: 'connected', counts: { candidates: 60 } })
    expect(await ask('which integrations are connected?')).toMatch(/Paper \(Berlin\).*Connected: 60 candidates/)
    const problem = { code: 'notConfigured', sentence: 'Enter a new key.', since: '2027-03-01T08:00:00Z' }
    await change({ state: 'revoked', problem })
    const said = await ask('which integrations do we have')
    expect(said).toContain('Key not accepted: Enter a new key.')
    expect(said).toContain('"/integrations"')
  })

  it('shows how the connection stands before it offers another one', async () => {
    const { ask, change } = await openOne()
    await change({ state: 'connected', counts: { candidates: 60 } })
    const said = await ask('connect greenhouse')
    expect(said).toContain('Paper (Berlin)')
    expect(said).toContain('Connect Paper ATS once more')
  })
})

describe('the home page', () => {
  it('shows each ATS with its state in words, and what is wrong with it', async () => {
    const { home, change } = await openOne()
    expect((await home()).connections).toContainEqual(
      expect.objectContaining({ title: 'ATS: Paper (Berlin)', detail: 'Reading for the first time', tone: 'info' }),
    )
    const problem = { code: 'refused', sentence: 'Interviews are not read.', since: '2027-03-01T08:00:00Z' }
    await change({ state: 'failing', problem })
    expect((await home()).connections).toContainEqual(
      expect.objectContaining({
        detail: 'Needs a look: Interviews are not read.',
        tone: 'warning',
        url: '/integrations',
      }),
    )
  })
})
