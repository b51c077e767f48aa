import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFields } from '../../../src/bot/checkFields.ts'
import { type FormField, formFieldSchema } from '../../../src/bot/message.ts'
import { checkSlackPayload } from '../../../src/bot/slack/checkLimits.ts'
import { renderSlackModal } from '../../../src/bot/slack/modal.ts'
import { readSlackFields, slackFieldErrors } from '../../../src/bot/slack/modalFields.ts'
import { waitingCard } from '../../web/chatSamples.ts'
import { messageRuns, messageTimeoutMs, randomForm } from '../randomMessage.ts'

const given = { privateMetadata: '{"a":1}', callbackId: 'press' }

interface Element {
  type: string
  initial_value?: string
  initial_date?: string
  initial_time?: string
  initial_option?: { value: string }
  initial_options?: { value: string }[]
  options?: { value: string }[]
  option_groups?: { options: { value: string }[] }[]
}

/** What Slack sends when a modal is submitted as it was opened. */
function submitted(view: { blocks: readonly unknown[] }): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {}
  for (const block of view.blocks as { type: string; block_id: string; element: Element & { action_id: string } }[]) {
    if (block.type !== 'input') continue
    const { element } = block
    values[block.block_id] = {
      [element.action_id]: {
        type: element.type,
        value: element.initial_value ?? null,
        selected_date: element.initial_date ?? null,
        selected_time: element.initial_time ?? null,
        selected_option: element.initial_option ?? null,
        selected_options: element.initial_options ?? [],
      },
    }
  }
  return values
}

/** A value that this field can hold. */
function valueFor(field: FormField): fc.Arbitrary<string> {
  switch (field.kind) {
    case 'text':
      return fc
        .string({ unit: 'grapheme', maxLength: 60 })
        .map((text) => text.slice(0, field.maxLength).toWellFormed().trim())
    case 'email':
      return fc.oneof(fc.constant(''), fc.emailAddress())
    case 'date':
      return fc.oneof(
        fc.constant(''),
        fc
          .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
          .map((at) => at.toISOString().slice(0, 10)),
      )
    case 'time':
      return fc.oneof(
        fc.constant(''),
        fc
          .nat(1_439)
          .map(
            (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
          ),
      )
    case 'checkbox':
      return fc.constantFrom('', 'true')
    case 'choice':
      return fc.constantFrom(...(field.options.length > 0 ? field.options.map((option) => option.value) : ['']))
  }
}
const filledForm = randomForm.chain((form) =>
  fc.tuple(...form.map(valueFor)).map((values) => ({
    form,
    values: Object.fromEntries(form.map((field, at) => [field.name, values[at] ?? ''])),
  })),
)

describe('a form as a modal', () => {
  test(
    'comes back as it was filled in, every kind of field, within all limits (random forms)',
    () => {
      fc.assert(
        fc.property(filledForm, fc.string({ maxLength: 60 }), ({ form, values }, label) => {
          const { view } = renderSlackModal({ label, form, style: 'normal' }, { ...given, values })
          expect(checkSlackPayload(view)).toEqual([])
          expect(readSlackFields(submitted(view), form)).toEqual(values)
        }),
        { numRuns: messageRuns },
      )
    },
    messageTimeoutMs,
  )

  test('opens with what the form itself holds', () => {
    const [, enter] = waitingCard().actions
    const { view, warnings } = renderSlackModal(enter!, given)
    expect(warnings).toEqual([])
    expect(readSlackFields(submitted(view), enter!.form!)).toEqual({
      times: '',
      who: '',
      fromOn: '',
      fromTime: '',
      email: '',
      copy: 'true',
    })
    expect(view.blocks.map((block) => (block.type === 'input' ? block.element.type : block.type))).toEqual([
      'plain_text_input',
      'radio_buttons',
      'datepicker',
      'timepicker',
      'email_text_input',
      'checkboxes',
    ])
    expect(view.blocks.map((block) => block.type === 'input' && block.optional)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(view).toMatchObject({ title: { text: 'Enter times for Acme' }, submit: { text: 'Save times' } })
    expect(view.blocks[0]).toMatchObject({
      element: { multiline: true, max_length: 500 },
      hint: { text: 'For example “Tue 2-4, Thu morning”.' },
    })
  })

  test('puts each error at its field, and one that belongs to none at the first', () => {
    const [, enter] = waitingCard().actions
    const errors = checkFields(enter!.form!, { email: 'nobody' })
    expect(slackFieldErrors([...errors, { field: 'gone', sentence: 'The times have passed.' }], enter!.form!)).toEqual({
      times: 'Times is missing. The times have passed.',
      who: 'Choose Whose times.',
      email: 'Copy to must look like name@company.com.',
    })
    expect(slackFieldErrors([{ field: 'x', sentence: 'Too late.' }], [])).toEqual({})
  })

  test('keeps a choice whose value is empty, 200 characters long or looks like a stand-in', () => {
    const values = ['', 'v'.repeat(200), 'v'.repeat(201), '~', 'plain', 'last']
    const options = values.map((value, at) => ({ value, label: `Answer ${at}` }))
    const form = [formFieldSchema.parse({ kind: 'choice', name: 'stage', label: 'Stage', options })]
    for (const value of values) {
      const { view, warnings } = renderSlackModal(
        { label: 'Stage', form, style: 'normal' },
        { ...given, values: { stage: value } },
      )
      expect(warnings).toEqual([])
      expect(readSlackFields(submitted(view), form)).toEqual({ stage: value })
    }
  })

  test('lists 260 answers in groups of 100', () => {
    const options = Array.from({ length: 260 }, (_, at) => ({ value: `v${at}`, label: `Time ${at}` }))
    const form = [formFieldSchema.parse({ kind: 'choice', name: 'time', label: 'Time', options, value: 'v259' })]
    const { view, warnings } = renderSlackModal({ label: 'Choose', form, style: 'normal' }, given)
    expect(warnings).toEqual([])
    expect(view.blocks[0]).toMatchObject({ element: { option_groups: [{}, {}, { label: { text: '201 to 260' } }] } })
    expect(readSlackFields(submitted(view), form)).toEqual({ time: 'v259' })
  })

  test('does not open with a date that does not exist', () => {
    const form = [formFieldSchema.parse({ kind: 'date', name: 'on', label: 'On', value: '2027-02-30' })]
    const { view } = renderSlackModal({ label: 'Move', form, style: 'normal' }, given)
    expect(readSlackFields(submitted(view), form)).toEqual({ on: '' })
  })

  test.each([null, undefined, 7, [], {}, { times: null }, { times: { value: 3 } }, { times: { value: { value: 3 } } }])(
    'reads nothing out of nonsense, and does not throw: %j',
    (values) => {
      const form = waitingCard().actions[1]!.form!
      expect(Object.values(readSlackFields(values, form))).toEqual(['', '', '', '', '', ''])
    },
  )
})

describe('a question before something that cannot be undone', () => {
  test('is a modal with the whole question, the label and a way back', () => {
    const cancel = waitingCard().actions.at(-1)!
    const { view, warnings } = renderSlackModal(cancel, { ...given, sentence: 'Somebody has just approved a time.' })
    expect(warnings).toEqual([])
    expect(view).toMatchObject({ submit: { text: 'Cancel the request' }, close: { text: 'Back' } })
    expect(JSON.stringify(view.blocks)).toContain('This cannot be undone.')
    expect(JSON.stringify(view.blocks[0])).toContain('Somebody has just approved a time.')
  })

  test('says what the button does when its words are too long for it', () => {
    const { view } = renderSlackModal(
      { label: 'Cancel the request', submitLabel: 'Cancel it and tell everybody', style: 'danger', form: [] },
      given,
    )
    expect(view.submit.text).toBe('Cancel the request')
    expect(JSON.stringify(view.blocks)).toContain('Cancel it and tell everybody')
  })
})
