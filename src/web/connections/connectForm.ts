import { html } from 'hono/html'
import type { AtsSystem } from '../../ats/connector.ts'
import type { Connection, WriteMode } from '../../domain/connection.ts'
import { writeModes } from '../../domain/connection.ts'
import { type ConnectForm, checkFields } from '../../workflow/connectAts.ts'
import { type FieldErrors, type FieldSpec, readForm, renderForm, typedIn, type Values } from '../records/form.ts'
import type { Html } from '../shell.ts'
import { takesWrites, writeWords } from './words.ts'

// The form that connects a system, and the one that gives a connection another key. What is secret is never sent back to the browser.

/** Fields of the vendor's form stand beside ours, which might be called the same. */
const prefix = 'key-'

export interface Sent {
  values: Values
  errors: FieldErrors
}

/** `isKept`: there is a key already. `errors` are those of the form before: what was secret in it has to be entered anew. */
function keySpecs(system: AtsSystem, { isKept = false, errors = {} as FieldErrors } = {}): FieldSpec[] {
  return system.fields.map((field) => {
    const { label, isSecret, isRequired, choices } = field
    const name = `${prefix}${field.name}`
    const isLost = Object.keys(errors).length > 0 && errors[name] === undefined
    const hints = [
      field.hint,
      ...(isSecret && isKept ? ['Leave it empty to keep the present one'] : []),
      ...(isSecret && isLost ? ['Enter it once more: Parley did not keep it'] : []),
    ]
    return {
      name,
      label,
      kind: choices ? 'select' : isSecret ? 'secret' : 'text',
      isRequired: isRequired && !(isKept && isSecret),
      maxLength: 4000,
      isWide: true,
      hint: hints.map((hint) => hint.replace(/\.$/, '')).join('. '),
      ...(choices ? { options: isRequired ? choices : [{ value: '', label: 'As usual' }, ...choices] } : {}),
    }
  })
}

const nameSpec: FieldSpec = {
  name: 'name',
  label: 'Name here',
  kind: 'text',
  isRequired: true,
  maxLength: 80,
  hint: 'As you and your colleagues call it',
}

function ownSpecs(system: AtsSystem, mayShare: boolean): FieldSpec[] {
  const scopes = [
    ...(mayShare ? [{ value: 'organisation', label: 'The whole organisation' }] : []),
    { value: 'member', label: 'Only me' },
  ]
  const modes = writeModes.toSorted((left, right) => order.indexOf(left) - order.indexOf(right))
  return [
    nameSpec,
    {
      name: 'scope',
      label: 'For whom',
      kind: 'select',
      isRequired: true,
      options: scopes,
      ...(mayShare ? {} : { hint: 'An admin can connect it for everybody' }),
    },
    ...(takesWrites(system)
      ? [
          {
            name: 'writes',
            label: 'Writing',
            kind: 'select' as const,
            isRequired: true,
            isWide: true,
            hint: 'You can switch it at any time',
            options: modes.map((mode) => ({ value: mode, label: writeWords[mode].label })),
          },
        ]
      : []),
  ]
}
const order: readonly WriteMode[] = ['dryRun', 'on', 'off']

/** What was typed, as the use case takes it; errors beside their fields, all at once. */
export function readConnectForm(
  system: AtsSystem,
  body: Readonly<Record<string, unknown>>,
  mayShare: boolean,
): Sent & { form: ConnectForm } {
  const keys = keySpecs(system)
  const sent = readForm([...keys, ...ownSpecs(system, mayShare)], body)
  const fields = fieldsOf(system, sent.values)
  const wrong = Object.entries(checkFields(system, fields)).map(([name, sentence]) => [`${prefix}${name}`, sentence])
  const mode = writeModes.find((one) => one === typedIn(sent.values, 'writes')) ?? 'off'
  return {
    values: sent.values,
    errors: { ...sent.errors, ...Object.fromEntries(wrong) },
    form: {
      system: system.id,
      name: typedIn(sent.values, 'name'),
      fields,
      writes: mode,
      scope: typedIn(sent.values, 'scope') === 'organisation' ? 'organisation' : 'member',
    },
  }
}

/** Where the use case says a field is wrong: beside it, by the name it has in the form. */
export function errorsOf(system: AtsSystem, field: string | null, sentence: string): FieldErrors {
  const isKey = system.fields.some(({ name }) => name === field)
  return { [isKey ? `${prefix}${field}` : (field ?? '')]: sentence }
}

function fieldsOf(system: AtsSystem, values: Values): Record<string, string> {
  return Object.fromEntries(system.fields.map(({ name }) => [name, typedIn(values, `${prefix}${name}`)]))
}

export function startValues(system: AtsSystem, mayShare: boolean, isStandIn: boolean): Values {
  return {
    name: [isStandIn ? `${system.name} (stand-in)` : system.name],
    scope: [mayShare ? 'organisation' : 'member'],
    writes: ['dryRun'],
  }
}

export function renderConnectForm(system: AtsSystem, sent: Sent, mayShare: boolean): Html {
  const form = renderForm({
    action: `/integrations/add/${system.id}`,
    specs: [...keySpecs(system, { errors: sent.errors }), ...ownSpecs(system, mayShare)],
    values: sent.values,
    errors: sent.errors,
    submitLabel: `Connect ${system.name}`,
    cancelHref: '/integrations/add',
  })
  return html`<div class="add-page"><section class="block add-steps"><h2>How to get this</h2><ol class="steps-list">${system.steps.map(
    (step) => html`<li>${step}</li>`,
  )}</ol></section><div class="add-form">${form}</div><section class="block add-about"><h2>What this integration does</h2><p>${system.does}</p><h2>What it does not</h2><p>${system.doesNot}</p></section></div>`
}

/** The fields with what may be shown of them; secrets are empty. */
export function keyValues(system: AtsSystem, { settings }: Pick<Connection, 'settings'>): Values {
  return Object.fromEntries(
    system.fields.flatMap(({ name, isSecret }) => (isSecret ? [] : [[`${prefix}${name}`, [settings[name] ?? '']]])),
  )
}

export function readKeyForm(
  system: AtsSystem,
  body: Readonly<Record<string, unknown>>,
): Sent & { fields: Record<string, string> } {
  const sent = readForm(keySpecs(system, { isKept: true }), body)
  const fields = fieldsOf(system, sent.values)
  const given = Object.values(fields).some((value) => value !== '')
  return { ...sent, errors: given ? sent.errors : { '': 'Enter what is new.' }, fields }
}

export function renderKeyForm(system: AtsSystem, id: string, sent: Sent): Html {
  return renderForm({
    action: `/integrations/${id}/key`,
    specs: keySpecs(system, { isKept: true, errors: sent.errors }),
    ...sent,
    submitLabel: 'Try and save',
    cancelHref: '/integrations',
  })
}

export function readName(body: Readonly<Record<string, unknown>>): Sent {
  return readForm([nameSpec], body)
}

export function renderNameForm(id: string, sent: Sent): Html {
  return renderForm({
    action: `/integrations/${id}/name`,
    specs: [nameSpec],
    ...sent,
    submitLabel: 'Rename',
    cancelHref: '/integrations',
  })
}
