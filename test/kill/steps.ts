/** A place in the source where a process can be made to die; `find` stands there exactly once. */
interface Step {
  file: string
  find: string
  /** What stands there instead; atStep(group, detail) counts and, at the drawn number, kills. */
  put: string
}

/**
 * The recorded steps. Production code has no switch: the text is changed while the process loads it, and a place that is no
 * longer there stops the run.
 */
export const steps: readonly Step[] = [
  {
    file: 'store/prisma/rowTx.ts',
    find: '      return await run()\n    } catch (error) {\n      throw toParleyError(error, table, personKey)',
    put: "      const ran = await run(); atStep('inside the transaction', 'after a statement'); return ran\n    } catch (error) {\n      throw toParleyError(error, table, personKey)",
  },
  {
    file: 'store/prisma/prismaStore.ts',
    find: 'return await transact(tenantId, (transaction) => runTx(openRowTx(transaction, tenantId, sendWork), work))\n',
    put: "const kept = await transact(tenantId, async (transaction) => { const ran = await runTx(openRowTx(transaction, tenantId, sendWork), work); atStep('inside the transaction', 'before the commit'); return ran }); atStep('after the commit', ''); return kept\n",
  },
  {
    file: 'workflow/effects.ts',
    find: '  const attempt = await act()',
    put: "  atStep('between claim and provider', claimed.kind)\n  const attempt = await act()",
  },
  {
    file: 'workflow/effects.ts',
    find: '  // What has happened is never taken for a failure',
    put: "  atStep('between provider answer and result row', claimed.kind)\n  // What has happened is never taken for a failure",
  },
  {
    file: 'store/prisma/migrate.ts',
    find: '    await session.exec(sql)\n',
    put: "    atStep('open', 'before a migration'); await session.exec(sql); atStep('open', 'after a migration')\n",
  },
  {
    file: 'store/prisma/jobs.ts',
    find: '    if (!existing.has(name))\n',
    put: "    if (atStep('open', 'before a queue') || !existing.has(name))\n",
  },
  {
    file: 'store/prisma/appRole.ts',
    find: '    if (missing.length > 0) await session.exec(grants)\n',
    put: "    atStep('open', 'before the grants'); if (missing.length > 0) await session.exec(grants)\n",
  },
  {
    file: 'startParley.ts',
    find: '  const store = await openStore(config, base)\n',
    put: "  atStep('open', 'before the database'); const store = await openStore(config, base); atStep('open', 'after the database')\n",
  },
  {
    file: 'startParley.ts',
    find: '  const home = await openTenant(',
    put: "  atStep('open', 'before the tenant'); const home = await openTenant(",
  },
  {
    file: 'startParley.ts',
    find: '  guestDoor.fetch = createGuestApp(',
    put: "  atStep('open', 'after the tenant'); guestDoor.fetch = createGuestApp(",
  },
  {
    file: 'startParley.ts',
    find: '  process.stdout.write(`Parley is ready:',
    put: "  atStep('open', 'ready'); atStep.isOpen = true\n  process.stdout.write(`Parley is ready:",
  },
]

/** The same waits, shorter: what a person would sit out for two minutes after a crash. */
export const shorterWaits: readonly Step[] = [
  { file: 'workflow/effects.ts', find: 'const claimLifeMs = 120_000', put: 'const claimLifeMs = 10_000' },
  { file: 'store/refusals.ts', find: 'receivedGraceMs = 30_000', put: 'receivedGraceMs = 3_000' },
  { file: 'store/refusals.ts', find: 'sweepEveryMs = 60_000', put: 'sweepEveryMs = 2_000' },
  { file: 'startParley.ts', find: 'const sweepEveryMs = 60_000', put: 'const sweepEveryMs = 2_000' },
  { file: 'store/prisma/jobs.ts', find: 'heartbeatSeconds: 30', put: 'heartbeatSeconds: 10' },
]
