import { fileRoutes } from './files.ts'

const list = `limit?:integer(1..), offset?:integer(0..), updated_gte?:datetime, sort?:string, order?:enum(asc|desc), query?:string,
    fields?:[string], raw?:string`
const interview = `application_id?:string, candidate_id?:string, job_id?:string, user_ids?:[string], start_at?:datetime, end_at?:datetime,
    location?:string, external_event_xref?:string, status?:enum(SCHEDULED|AWAITING_FEEDBACK|COMPLETE|CANCELED|NEEDS_SCHEDULING)`
const statuses =
  'NEW|REVIEWING|SCREENING|SUBMITTED|FIRST_INTERVIEW|SECOND_INTERVIEW|THIRD_INTERVIEW|BACKGROUND_CHECK|OFFERED|ACCEPTED|HIRED|REJECTED|DECLINED|WITHDRAWN'
const status = `enum(${statuses})`

/** Unified.to's interface to applicant tracking systems as the sheet describes it; its calendars and messages are left out. */
export const unifiedRoutes = `
GET /unified/connection/{connection_id} -> 200
GET /ats/{connection_id}/candidate -> 200
  query ${list}, company_id?:string, job_id?:string
GET /ats/{connection_id}/candidate/{id} -> 200
  query fields?:[string], raw?:string
GET /ats/{connection_id}/application -> 200
  query ${list}, candidate_id?:string, job_id?:string, company_id?:string, status?:string
GET /ats/{connection_id}/application/{id} -> 200
  query fields?:[string], raw?:string
GET /ats/{connection_id}/job -> 200
  query ${list}, company_id?:string, user_id?:string, status?:string
GET /ats/{connection_id}/job/{id} -> 200
  query fields?:[string], raw?:string
GET /ats/{connection_id}/applicationstatus -> 200
  query ${list}, job_id?:string
GET /hris/{connection_id}/employee -> 200
  query ${list}
GET /ats/{connection_id}/document -> 200
  query ${list}, application_id?:string, candidate_id?:string, job_id?:string, type?:string
GET /ats/{connection_id}/interview -> 200
  query ${list}, application_id?:string
GET /ats/{connection_id}/interview/{id} -> 200
  query fields?:[string], raw?:string
POST /ats/{connection_id}/interview -> 200
  body ${interview}
PATCH /ats/{connection_id}/interview/{id} -> 200
  body ${interview}
PUT /ats/{connection_id}/interview/{id} -> 200
  body ${interview}
DELETE /ats/{connection_id}/interview/{id} -> 200
PATCH /ats/{connection_id}/application/{id} -> 200
  body status:${status}, original_status?:string
POST /ats/{connection_id}/activity -> 200
  body type?:enum(NOTE|TASK|EMAIL), title?:string, description?:string, candidate_id?:string, application_id?:string,
    job_id?:string, interview_id?:string, user_ids?:[string], is_private?:boolean
POST /unified/webhook -> 200
  query include_all?:boolean
  body connection_id:string, object_type:string, event:enum(created|updated|deleted), hook_url?:url, interval?:integer,
    filters?:object, fields?:string
GET /unified/webhook -> 200
  query connection_id?:string, object?:string, integration_type?:string, is_healthy?:boolean, env?:string,
    limit?:integer(1..), offset?:integer(0..), order?:string, sort?:string, updated_gte?:string
DELETE /unified/webhook/{id} -> 200
PUT /unified/webhook/{id}/trigger -> 200
GET /unified/integration -> 200
  query categories?:[string], active?:boolean, type?:string, env?:string, summary?:boolean, limit?:integer,
    offset?:integer, updated_gte?:string
${fileRoutes}`
