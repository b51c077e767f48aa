import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TenantId } from '../../src/domain/ids.ts'
import { openPgliteStore } from '../../src/store/prisma/openPglite.ts'
import { sampleRow } from '../contract/sampleRow.ts'
import { openTestClock, openTestIds } from '../fakes/testStore.ts'

describe('the data folder of the embedded database', () => {
  let base: string
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'parley-folder-'))
  })
  afterEach(() => rmSync(base, { recursive: true, force: true }))

  const ids = openTestIds()
  const open = (folder: string) => openPgliteStore({ folder, clock: openTestClock(), ids, log: () => {} })

  it('is for its owner only, is refused to a second Parley, and has its rows again after a restart', async () => {
    const folder = join(base, 'new', 'data')
    const store = await open(folder)
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
    const tenantId = await store.createTenant()
    const row = sampleRow('atsJobs', { ids, tenantId })
    await store.inTenant(tenantId, (tx) => tx.insert('atsJobs', row))
    await expect(open(folder)).rejects.toMatchObject({
      code: 'notConfigured',
      message: `The data folder ${folder} is in use by another Parley. Stop that one, or set PARLEY_DATA to another folder.`,
    })
    await store.close()

    const again = await open(folder)
    expect(await again.listTenants()).toEqual([tenantId])
    expect(await again.inTenant(tenantId, (tx) => tx.get('atsJobs', row.id))).toEqual({ ...row, tenantId })
    expect(await again.describe()).toEqual({ engine: 'pglite', role: 'parley_app', isPrivileged: false, zone: 'UTC' })
    await again.close()
  })

  it('is free again after its process was killed, with every acknowledged row in it', async () => {
    const folder = join(base, 'data')
    const script = `
      const { openPgliteStore } = await import(${JSON.stringify(new URL('../../src/store/prisma/openPglite.ts', import.meta.url).href)})
      const ids = { next: (kind) => kind + '_1', secret: () => '' }
      const store = await openPgliteStore({ folder: ${JSON.stringify(folder)}, clock: { now: () => new Date(0) }, ids, log: () => {} })
      const tenantId = await store.createTenant()
      for (let count = 1; ; count += 1) {
        await store.inTenant(tenantId, (tx) => tx.insert('stageMappings', { id: 'm' + count, jobId: 'j' + count, toStageId: null }))
        process.stdout.write(count + '\\n')
      }`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (data) => {
        said += String(data)
        if (said.split('\n').length > 25) resolve()
      })
    })
    await expect(open(folder)).rejects.toMatchObject({ code: 'notConfigured' })
    child.kill('SIGKILL')
    await once(child, 'close')
    const acknowledged = said.split('\n').slice(0, -1).length

    const store = await open(folder)
    const [tenantId] = (await store.listTenants()) as [TenantId]
    const kept = await store.inTenant(tenantId, (tx) => tx.count('stageMappings'))
    expect([acknowledged, acknowledged + 1]).toContain(kept)
    await store.close()
  })

  it('is refused with one sentence when it cannot be written', async () => {
    writeFileSync(join(base, 'file'), '')
    await expect(open(join(base, 'file', 'data'))).rejects.toMatchObject({
      code: 'notConfigured',
      message: expect.stringContaining('cannot write its data folder'),
    })
  })
})
