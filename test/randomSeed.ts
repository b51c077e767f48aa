import fc from 'fast-check'

// The same random cases in every run, so that a red test is somebody's change; the long forms look elsewhere each time.
const asked = process.env.PARLEY_SEED ?? '20261120'
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) })
