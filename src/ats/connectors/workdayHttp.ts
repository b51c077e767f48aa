import { z } from 'zod'
import { ParleyError } from '../../domain/errors.ts'
import { createAtsClient } from '../client.ts'
import type { Access } from '../connector.ts'
import { escapeXml, findElements, readXml, type XmlElement } from '../soapXml.ts'
import { readObject } from '../vendorRows.ts'

// How Workday is spoken to: reports of the customer for reading, SOAP of the Recruiting service for one record and for moves.

export const name = 'Workday'

export interface WorkdayHttp {
  /** All rows of a report; since an instant where one is given. */
  readReport(report: string, since: Date | null): Promise<readonly unknown[]>
  /** The answer's element. Throws `notConfigured`, `notAllowed`, `refused` for what the service says in a fault. */
  ask(request: string, content: string): Promise<XmlElement>
}

const soap = 'http://schemas.xmlsoap.org/soap/envelope/'
const security = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const plainPassword = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText'
const recruiting = 'urn:com.workday/bsvc'

/** A report comes in one piece, after a while. */
const reportBytesMax = 64_000_000
const reportTimeoutMs = 100_000

const reportAnswer = z.object({ Report_Entry: z.array(z.unknown()) })

export function openWorkday(access: Access): WorkdayHttp {
  const { host = '', tenant = '', user = '', password = '', reportOwner = '', version = '' } = access.fields
  const base = `https://${host}/ccx`
  const basic = Buffer.from(`${user}:${password}`).toString('base64')
  const client = createAtsClient({
    name,
    access,
    bases: { soap: base, raas: base },
    authorize: async () => ({ authorization: `Basic ${basic}` }),
    // No limit is published.
    pace: { count: 5, windowMs: 1000 },
    readReason: (body) => z.object({ error: z.string() }).safeParse(body).data?.error ?? null,
    readPermission: (_body, { path }) => `report ${decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))}`,
  })
  const [inTenant, ofOwner] = [tenant, reportOwner].map(encodeURIComponent)

  const envelope = (request: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><env:Envelope xmlns:env="${soap}" xmlns:wd="${recruiting}"><env:Header>` +
    `<wsse:Security xmlns:wsse="${security}" env:mustUnderstand="1"><wsse:UsernameToken>` +
    `<wsse:Username>${escapeXml(`${user}@${tenant}`)}</wsse:Username>` +
    `<wsse:Password Type="${plainPassword}">${escapeXml(password)}</wsse:Password>` +
    `</wsse:UsernameToken></wsse:Security></env:Header><env:Body>` +
    `<wd:${request} wd:version="${escapeXml(version)}">${content}</wd:${request}></env:Body></env:Envelope>`

  return {
    async readReport(report, since) {
      const path = `/service/customreport2/${inTenant}/${ofOwner}/${encodeURIComponent(report)}`
      const query = { format: 'json', Updated_From: since?.toISOString() }
      const ask = { base: 'raas', query, bytesMax: reportBytesMax, timeoutMs: reportTimeoutMs, accept: [404] }
      const { status, body } = await client.get(path, ask)
      if (status === 404)
        throw new ParleyError(
          'notAllowed',
          `${name} has no report "${report}" of ${reportOwner}. Build it, enable it as a web service, and share it with the integration user.`,
          { field: `report ${report}` },
        )
      return readObject(reportAnswer, body, name).Report_Entry
    },
    async ask(request, content) {
      const raw = { type: 'text/xml; charset=utf-8', text: envelope(request, content) }
      const path = `/service/${inTenant}/Recruiting/${encodeURIComponent(version)}`
      const headers = { accept: 'text/xml' }
      // User and password stand in the envelope.
      const answer = await client.send('POST', path, {
        base: 'soap',
        isOpen: true,
        isText: true,
        raw,
        headers,
        accept: [500],
      })
      const root = readXml(String(answer.body))
      const [fault] = root ? findElements(root, 'Fault') : []
      if (fault) throw faultOf(fault)
      const [response] = root ? findElements(root, request.replace(/_Request$/, '_Response')) : []
      if (!response || answer.status === 500) throw outOfOrder(answer.status)
      return response
    },
  }
}

function faultOf(fault: XmlElement): ParleyError {
  const read = (element: string) => findElements(fault, element)[0]?.text ?? ''
  const [code, words] = [read('faultcode'), read('faultstring').slice(0, 300)]
  if (code.endsWith('authenticationError'))
    return new ParleyError('notConfigured', `${name} no longer accepts the key. Enter a new one under Integrations.`)
  if (/not authorized/i.test(words))
    return new ParleyError(
      'notAllowed',
      `${name} refuses: the integration user is not authorized for this task. It says: "${words}".`,
    )
  if (code.endsWith('validationError')) return new ParleyError('refused', `${name} refused it. It says: "${words}".`)
  return outOfOrder(500)
}

const outOfOrder = (status: number) =>
  new ParleyError('unavailable', `${name} is out of order (${status}). Parley tries again by itself.`, {
    retry: 'later',
  })

/** A reference as requests have it: one id, of a type. */
export const writeReference = (element: string, type: string, id: string) =>
  `<wd:${element}><wd:ID wd:type="${type}">${escapeXml(id)}</wd:ID></wd:${element}>`

/** The id of a type among those in an element; null where there is none. */
export function findId(element: XmlElement, type: string): string | null {
  return findElements(element, 'ID').find(({ attributes }) => attributes.type === type)?.text ?? null
}
