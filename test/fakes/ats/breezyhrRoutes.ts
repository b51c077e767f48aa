import { fileRoutes } from './files.ts'

const company = '/v3/company/{company_id}'
const position = `${company}/position/{position_id}`
const candidate = `${position}/candidate/{candidate_id}`

/** Breezy HR's API v3 as the sheet describes it, and the call of its health check. */
export const breezyhrRoutes = `
GET /v3/user -> 200
GET ${position}/candidates -> 200
  query page?:integer(1..), page_size?:integer(1..), sort?:enum(updated_date|created)
POST ${company}/candidates/search -> 200
  body query:string(1..)|{name?:string, email_address?:string}, match?:enum(any|all), sort?:enum(relevance|updated|created), page?:integer(1..), page_size?:integer(1..),
    archived?:boolean
GET ${company}/candidates/search -> 200
  query email_address:string
GET ${candidate} -> 200
GET ${company}/positions -> 200
  query state?:csv<enum(draft|published|closed|archived)>
GET /v3/companies -> 200
GET ${position} -> 200
GET ${company}/pipelines -> 200
GET ${position}/team -> 200
GET ${candidate}/documents -> 200
GET ${candidate}/resume -> 302
GET ${candidate}/stream -> 200
  query skip?:integer(0..)
POST ${candidate}/stream -> 201
  body body:string(1..)
PUT ${candidate}/stage -> 200
  body stage_id:string|number
POST ${candidate}/move -> 200
  body target_position_id:string, target_stage_id:string|number, stage_actions_enabled?:boolean
POST ${company}/webhook_endpoints -> 201
  body url:url, events:[string], description?:string
GET ${company}/webhook_endpoints -> 200
DELETE ${company}/webhook_endpoint/{endpoint_id:string} -> 204
PUT ${company}/webhook_endpoint/{endpoint_id:string} -> 200
  body url?:url, events?:[string], description?:string
${fileRoutes}`
