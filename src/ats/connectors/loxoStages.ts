import type { Clock } from '../../domain/clock.ts'
import { ParleyError } from '../../domain/errors.ts'
import { foldName } from '../../domain/names.ts'
import { type LoxoClient, name } from './loxoClient.ts'
import { type StageRow, stageRow, type TypeRow, typeRow } from './loxoRows.ts'

/** Stages belong to the agency; what leads into one is an event whose type is its trigger. */
export interface LoxoStages {
  read(): Promise<{ rows: readonly StageRow[]; leftOut: number }>
  labelOf(stageId: string | null): Promise<string>
  /** The type of the event that leads to a stage. Throws `refused` when none is known. */
  findTrigger(stageId: string): Promise<string>
  /** Stages, by name, that nothing leads to. */
  findUnreachable(): Promise<readonly string[]>
  /** The type of a note. Throws `refused`. */
  findNoteType(): Promise<string>
}

const labelsGoodMs = 10 * 60_000

export function createLoxoStages(client: LoxoClient, clock: Clock, triggers: string): LoxoStages {
  const configured = readTriggers(triggers)
  let labels: { byId: ReadonlyMap<string, string>; goodUntil: number } | null = null

  async function read() {
    const found = await client.list('/workflow_stages', 'workflow_stages', stageRow)
    const byId = new Map(found.rows.map((stage) => [stage.id, stage.name]))
    labels = { byId, goodUntil: clock.now().getTime() + labelsGoodMs }
    return { ...found, rows: found.rows.toSorted((one, other) => one.position - other.position) }
  }

  async function readTypes(workflow_id: string | null) {
    const { rows } = await client.list('/activity_types', 'activity_types', typeRow, { workflow_id })
    return rows
  }

  /** What was entered for the stage, else the type that is called like it. */
  function chooseTrigger(stage: StageRow, types: readonly TypeRow[]): string | null {
    const wanted = configured.get(foldName(stage.name)) ?? foldName(stage.name)
    return types.find((type) => foldName(type.name) === wanted)?.id ?? null
  }

  return {
    read,
    async labelOf(stageId) {
      if (stageId === null) return ''
      const isGood = labels !== null && labels.goodUntil > clock.now().getTime() && labels.byId.has(stageId)
      if (!isGood) await read()
      return labels?.byId.get(stageId) ?? ''
    },
    async findTrigger(stageId) {
      const stage = (await read()).rows.find(({ id }) => id === stageId)
      if (!stage) throw new ParleyError('refused', `${name} no longer has this stage.`)
      const type = chooseTrigger(stage, await readTypes(stage.workflow_id))
      if (type !== null) return type
      throw new ParleyError('refused', sayUnreachable([stage.name]))
    },
    async findUnreachable() {
      const { rows } = await read()
      const types = new Map<string | null, readonly TypeRow[]>()
      for (const id of new Set(rows.map(({ workflow_id }) => workflow_id))) types.set(id, await readTypes(id))
      return rows
        .filter((stage) => chooseTrigger(stage, types.get(stage.workflow_id) ?? []) === null)
        .map((stage) => stage.name)
    },
    async findNoteType() {
      const types = await readTypes(null)
      const type = types.find(({ key }) => key === 'note') ?? types.find((row) => /^notes?\b/i.test(row.name))
      if (type) return type.id
      throw new ParleyError('refused', `${name} has no activity type called "Note". Add one under Settings there.`)
    },
  }
}

export function sayUnreachable(labels: readonly string[]): string {
  const quoted = labels.map((label) => `"${label}"`).join(', ')
  return (
    `${name} moves candidates by activities, and none there is called ${quoted}. ` +
    'Name the activity type that leads there under "Activity types that move candidates" of this connection, like "Interview = Client Interview".'
  )
}

/** `Interview = Client Interview; Offer = Offer Made`, folded. */
function readTriggers(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/[;\n]/).flatMap((line): [string, string][] => {
      const [stage = '', type = ''] = line.split('=').map(foldName)
      return stage !== '' && type !== '' ? [[stage, type]] : []
    }),
  )
}
