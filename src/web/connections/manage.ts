import { html } from 'hono/html'
import type { AtsSystem } from '../../ats/connector.ts'
import type { Connection } from '../../domain/connection.ts'
import type { HookSetUp } from '../../workflow/hookAddress.ts'
import type { FieldErrors } from '../records/form.ts'
import { renderErrors } from '../records/form.ts'
import { linkButton, renderSection } from '../records/pages.ts'
import type { Html } from '../shell.ts'
import { renderKeyForm, renderNameForm, type Sent } from './connectForm.ts'
import { postButton } from './frame.ts'
import { counted, recordWords } from './words.ts'

export interface ManagePage {
  connection: Connection
  /** Null where this Parley does not know the system any more. */
  system: AtsSystem | null
  name: Sent
  key: Sent
  isAdmin: boolean
}

/** Name, key, web hooks, removal: what is done seldom. */
export function renderManage({ connection, system, name, key, isAdmin }: ManagePage): Html {
  const { id } = connection
  const base = `/integrations/${id}`
  const hasHooks = system !== null && system.capabilities.hooks !== 'none'
  return html`<div class="manage">${renderSection('Name', renderNameForm(id, name))}${
    system
      ? renderSection(
          'Another key',
          html`<p class="lead">It is tried before it is kept. The one before stays when it does not work.</p>${renderKeyForm(system, id, key)}`,
          null,
          'key',
        )
      : null
  }${
    hasHooks && isAdmin
      ? renderSection(
          'Changes at once',
          html`<p class="lead">${system.name} can tell Parley when something changes. Without it Parley looks by itself.</p><p>${linkButton(`${base}/hook`, 'Set up web hooks')}</p>`,
        )
      : null
  }${renderSection(
    'Removal',
    html`<p class="lead">Takes the connection away, with the records that came through it.</p><p><a class="button button-danger" href="${base}/remove">Remove ${connection.name}</a></p>`,
  )}</div>`
}

/** What goes with a connection is said before it goes. */
export function renderRemove(connection: Connection, requestCount: number, errors: FieldErrors): Html {
  const { id, name } = connection
  const error = errors.confirm
  return html`${renderErrors(errors)}<p class="lead">From Parley go: the key, and what was read through this connection (${recordWords(connection)}). In ${name} itself nothing is changed or removed.</p>${
    requestCount > 0
      ? html`<p class="problem" role="note">${counted(requestCount, 'request')} of candidates from ${name} ${requestCount === 1 ? 'is' : 'are'} open. They go on by mail and calendar, but nothing more is written to ${name}, and names are no longer found.</p>`
      : null
  }<form method="post" action="/integrations/${id}/remove" class="record-form" novalidate><div class="fields"><div class="field is-wide">${
    error ? html`<p class="field-error" id="field-confirm-error">${error}</p>` : null
  }<label class="check" for="field-confirm"><input id="field-confirm" type="checkbox" name="confirm" value="yes"${
    error ? html` aria-invalid="true" aria-describedby="field-confirm-error"` : null
  }> <span>Yes, remove ${name} and its records from Parley</span></label></div></div><p class="form-end"><button class="button button-danger">Remove</button> <a class="button button-quiet" href="/integrations">Keep it</a></p></form>`
}

/** `shown` are the address and the secret, after somebody asked to see them. */
export function renderHook(
  setUp: HookSetUp,
  shown: { address: string; secret: string | null } | null,
  problem: string | null,
): Html {
  const { connection, system, address, isReachable, canRegister, isRegistered } = setUp
  const base = `/integrations/${connection.id}/hook`
  const isSecretAddress = address === null
  const visible = shown?.address ?? address
  return html`${renderErrors(problem ? { '': problem } : {})}${
    isReachable
      ? null
      : html`<p class="problem" role="note">${system.name} cannot reach this machine: set PARLEY_PUBLIC_URL to the address under which guests reach the pages, and start Parley again. Until then Parley looks for changes by itself.</p>`
  }<p class="lead">What ${system.name} sends is taken as a hint to look, nothing more: Parley reads at once what has changed.</p>${
    isRegistered ? html`<p><span class="tag tag-good">${system.name} was asked to tell of changes</span></p>` : null
  }${
    canRegister
      ? renderSection(
          'By itself',
          html`<p class="lead">Parley can ask ${system.name} for it.</p>${postButton(`${base}/register`, isRegistered ? 'Ask again' : `Ask ${system.name} to tell of changes`, isReachable ? 'primary' : 'normal')}`,
        )
      : null
  }${renderSection(
    canRegister ? 'Or by hand' : 'What to do',
    html`<ol class="steps-list">${system.hookSteps.map((step) => html`<li>${step}</li>`)}</ol><dl class="fact-list"><div><dt>Address</dt><dd>${
      visible ? html`<code>${visible}</code>` : 'is a secret itself'
    }</dd></div>${isSecretAddress ? null : html`<div><dt>Secret key</dt><dd>${shown?.secret ? html`<code>${shown.secret}</code>` : 'is not shown until you ask'}</dd></div>`}</dl>${
      shown
        ? html`<p class="detail">Copy it now; leaving this page hides it again.</p>`
        : postButton(`${base}/show`, isSecretAddress ? 'Show the address' : 'Show the secret key')
    }`,
  )}`
}
