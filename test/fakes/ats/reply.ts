/** What goes back over the wire. A body that is no text and no bytes is written as JSON; undefined is no body at all. */
export class Reply {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}

export type RefusalKind =
  | 'noKey'
  | 'badKey'
  | 'noScope'
  | 'noPath'
  | 'noMethod'
  | 'noRecord'
  | 'badType'
  | 'badJson'
  | 'badQuery'
  | 'badBody'
  | 'badHeader'
  | 'notAllowed'
  | 'throttled'
  | 'broken'

/** Why a request is not answered, in words of no vendor; each stand-in writes it in its vendor's. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  /** The parameter or field, or the kind of the record that is not there. */
  readonly field: string
  /** How a field is wrong. */
  readonly problem: string
  /** The status a sheet names for exactly this parameter; null when the kind decides. */
  readonly status: number | null

  constructor(kind: RefusalKind, message: string, { field = '', problem = '', status = null as number | null } = {}) {
    super(message)
    this.kind = kind
    this.field = field
    this.problem = problem
    this.status = status
  }
}
