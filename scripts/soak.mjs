// The long forms of the tests that look for rare failures: npm run soak. Takes half an hour or so and needs PostgreSQL.
// Each number can be set in the environment to go further.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const long = {
  PARLEY_RACE_ROUNDS: '1000',
  PARLEY_HISTORIES: '1000',
  PARLEY_MODEL_RUNS: '1000',
  PARLEY_SOLVER_RUNS: '20000',
  PARLEY_MESSAGE_RUNS: '20000',
  PARLEY_FAULT_SEEDS: '50',
  PARLEY_SIM_SEEDS: '3000',
  // What is missing on this machine is a failure here, not a test left out.
  PARLEY_TEST_ALL: '1',
}
const files = [
  'test/store/race.test.ts',
  'test/store/sameAnswers.test.ts',
  'test/workflow/requestModel.test.ts',
  'test/solver/solve.test.ts',
  'test/solver/rank.test.ts',
  'test/solver/explain.test.ts',
  'test/bot/webchatRender.test.ts',
  'test/bot/privateParts.test.ts',
  'test/bot/slack/blocks.test.ts',
  'test/bot/slack/modal.test.ts',
  'test/ats/faultRuns.test.ts',
  'test/ats/faultRunsOfAgencies.test.ts',
]

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const env = { ...long, ...process.env }
const simulation = [join(root, 'test', 'sim', 'main.ts'), '--seeds', env.PARLEY_SIM_SEEDS]
const commands = [[vitest, 'run', '--reporter=verbose', ...files], simulation]
const statuses = commands.map(
  (command) => spawnSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' }).status,
)
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1
