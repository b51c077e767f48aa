import type { Asked } from './readRequest.ts'
import { Refusal, Reply } from './reply.ts'
import { findFieldProblems, readFields } from './shapes.ts'
import { workdayRequests } from './workdayRoutes.ts'
import { readXml, writeXml, type XmlElement } from './xml.ts'

// SOAP as Workday speaks it: version 1.1, WS-Security with a password in plain text, one element in the body.

const soap = 'http://schemas.xmlsoap.org/soap/envelope/'
const security = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const workday = 'urn:com.workday/bsvc'
const xmlHeaders = { 'content-type': 'text/xml; charset=utf-8' }

export type Fields = Record<string, unknown>
export interface SoapRequest {
  name: string
  fields: Fields
}
const childOf = (element: XmlElement | undefined, name: string, space: string) =>
  element?.children.find((one) => one.name === name && one.space === space)

function readEnvelope(text: string): XmlElement {
  const envelope = readXml(text)
  if (envelope?.name !== 'Envelope' || envelope.space !== soap)
    throw new Refusal('badJson', 'the body is no SOAP envelope')
  return envelope
}

/** User and password as the envelope's header has them; null without any. */
export function readUsernameToken(text: string): { user: string; password: string } | null {
  const header = childOf(readEnvelope(text), 'Header', soap)
  const token = childOf(childOf(header, 'Security', security), 'UsernameToken', security)
  if (!token) return null
  const password = childOf(token, 'Password', security)
  // Only the profile's plain form.
  const isPlain = password?.attributes.Type?.endsWith('#PasswordText') === true
  return { user: childOf(token, 'Username', security)?.text ?? '', password: isPlain ? password.text : '' }
}

const isList = (name: string) => name === 'ID' || name.endsWith('_Reference')
/** Elements as an object of fields: text, objects, and lists of what may come more than once. */
function readElement(element: XmlElement): unknown {
  if (element.name === 'ID') return { type: element.attributes.type ?? '', value: element.text }
  if (element.children.length === 0) return element.text
  const fields: Fields = {}
  for (const child of element.children) {
    if (child.space !== workday) throw invalid(`element ${child.name} of another namespace`)
    const value = readElement(child)
    if (isList(child.name)) fields[child.name] = [...((fields[child.name] as unknown[]) ?? []), value]
    else if (child.name in fields) throw invalid(`second element ${child.name}`)
    else fields[child.name] = value
  }
  return fields
}
const invalid = (what: string) => new Refusal('badBody', `Validation error occurred. Invalid request: ${what}.`)

/** The request in an envelope, checked against its description. */
export function readSoapRequest({ text }: Pick<Asked, 'text'>): SoapRequest {
  const body = childOf(readEnvelope(text), 'Body', soap)
  const [request, ...others] = body?.children ?? []
  const shape = workdayRequests[request?.name ?? '']
  if (!request || others.length > 0 || request.space !== workday || shape === undefined)
    throw invalid(`element ${request?.name ?? 'none'}`)
  const fields = request.children.length === 0 ? {} : (readElement(request) as Fields)
  const [problem] = findFieldProblems(fields, readFields(shape), '', true)
  if (problem) throw invalid(`${problem.field} is ${problem.kind}, ${problem.expected} expected`)
  return { name: request.name, fields }
}

// ---------------------------------------------------------------- answers

export type Xml = { xml: string }
export const wd = (name: string, content: Parameters<typeof writeXml>[1], attributes: Record<string, string> = {}) =>
  writeXml(`wd:${name}`, content, attributes)

function writeEnvelope(status: number, content: Xml): Reply {
  const body = writeXml('SOAP-ENV:Body', content)
  const { xml } = writeXml('SOAP-ENV:Envelope', body, { 'xmlns:SOAP-ENV': soap })
  return new Reply(status, `<?xml version="1.0" encoding="UTF-8"?>${xml}`, xmlHeaders)
}
export const writeResponse = (name: string, version: string, content: readonly Xml[]) =>
  writeEnvelope(200, wd(name, content, { 'xmlns:wd': workday, 'wd:version': version }))
export const writeFault = (code: string, message: string) =>
  writeEnvelope(
    500,
    writeXml('SOAP-ENV:Fault', [writeXml('faultcode', `SOAP-ENV:${code}`), writeXml('faultstring', message)]),
  )

/** The id that Workday itself has for a record, in 32 hexadecimal digits. */
export const widOf = (id: string) => Buffer.from(id).toString('hex').padStart(32, '0')
const idOf = (wid: string) => Buffer.from(wid.replace(/^(00)+/, ''), 'hex').toString()
export const writeReference = (name: string, type: string, id: string | null | undefined): Xml =>
  id ? wd(name, [wd('ID', widOf(id), { 'wd:type': 'WID' }), wd('ID', id, { 'wd:type': type })]) : { xml: '' }

/** The records that references name, each by one type of id or by Workday's own; all of its ids must name the same. */
export function readReferences<T>(given: unknown, type: string, find: (id: string) => T | undefined): T[] {
  return (given as { ID: { type: string; value: string }[] }[]).map(({ ID }) => {
    const [row, ...others] = ID.map((id) => {
      const found = id.type === type ? find(id.value) : id.type === 'WID' ? find(idOf(id.value)) : undefined
      if (!found)
        throw new Refusal(
          'badBody',
          `Validation error occurred. Invalid ID value. '${id.value}' is not a valid ID value for type = '${id.type}'`,
        )
      return found
    })
    if (row === undefined || others.some((other) => other !== row)) throw invalid('ids of different records')
    return row
  })
}
