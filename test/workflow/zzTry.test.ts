import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { openLoop } from '/work/wt-directory/test/workflow/openLoop.ts'

it('tries', async () => {
  for (const line of readFileSync('/tmp/lines.txt', 'utf8').split('\n')) {
    if (!line) continue
    const loop = await openLoop()
    const now = loop.clock.now()
    const base = { isSample: false, createdAt: now, updatedAt: now }
    await loop.tables(async (tx) => {
      const jobs = await tx.find('atsJobs')
      const stages = await tx.find('atsStages')
      let k = 0
      for (const [first, last, job] of [
        ['Will', 'Archer', 'Data Analyst'],
        ['May', 'Lindqvist', 'Marketing Lead'],
        ['Mark', 'Solano', 'Backend Engineer'],
        ['Bill', 'Haddad', 'Operations Manager'],
        ['Rich', 'Tennant', 'Backend Engineer'],
        ['Grace', 'Oyelaran', 'Data Analyst'],
        ['Robert', 'Steele', 'Product Designer'],
        ['Sam', 'Taylor', 'Backend Engineer'],
        ['Sam', 'Taylor', 'Data Analyst'],
      ] as const) {
        k++
        await tx.insert('atsCandidates', {
          ...base,
          id: `c${k}`,
          firstName: first,
          lastName: last,
          emails: [`${first + k}@x.example`],
          phones: [],
          title: null,
          company: null,
          zone: null,
          locale: null,
          country: null,
          notes: null,
        })
        const j = jobs.find((one) => one.title === job)!
        const st = stages.find((s) => s.jobId === j.id && s.status === 'submitted')!
        await tx.insert('atsApplications', {
          ...base,
          id: `a${k}`,
          candidateId: `c${k}`,
          jobId: j.id,
          stageId: st.id,
          status: 'submitted',
          originalStatus: 'Submitted',
          ownerId: null,
          appliedAt: now,
        })
      }
    })
    const thread = await loop.setUp()
    for (const text of line.split('||')) {
      const n = (await loop.messagesIn(thread)).length
      await loop.say(text.trim(), thread)
      const out = (await loop.messagesIn(thread))
        .slice(n)
        .filter((m) => m.author === 'parley')
        .map((m) => (m.requestId ? 'CARD ' : '') + m.text.replace(/\n/g, ' / ').slice(0, 330))
      console.log(`> ${text.trim()}\n   ${out.join('\n   ')}`)
    }
    await loop.store.close?.()
  }
}, 600000)
