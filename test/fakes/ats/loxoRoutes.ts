import { fileRoutes } from './files.ts'

const at = '/api/quarry'
const scroll = 'per_page?:integer(1..), scroll_id?:string'
const forms = '(application/x-www-form-urlencoded|application/json)'
const order = 'enum(asc|desc)'

/** Loxo's API as the sheet describes it, for the agency with the slug `quarry`. */
export const loxoRoutes = `
GET ${at}/people -> 200
  query query?:string, ${scroll}, person_type_id?:integer, person_global_status_id?:integer, active_workflow_stage_id?:integer,
    list_id?:integer, created_at_sort?:${order}, updated_at_sort?:${order}, include_ids?:[integer]
GET ${at}/people/{id:integer} -> 200
GET ${at}/people/{id:integer}/emails -> 200
GET ${at}/people/{id:integer}/resumes -> 200
GET ${at}/people/{id:integer}/documents -> 200
GET ${at}/people/{id:integer}/resumes/{resume_id:integer}/download -> 200
GET ${at}/jobs -> 200
  query page?:integer(1..), per_page?:integer(1..), query?:string, job_status_id?:integer, status?:string, owned_by_ids?:[integer],
    updated_at_sort?:${order}
GET ${at}/jobs/{id:integer} -> 200
GET ${at}/jobs/{job_id:integer}/candidates -> 200
  query ${scroll}, query?:string, activity_type_id?:integer, person_id?:integer
GET ${at}/jobs/{job_id:integer}/candidates/{id:integer} -> 200
GET ${at}/jobs/{job_id:integer}/contacts -> 200
GET ${at}/workflows -> 200
GET ${at}/workflow_stages -> 200
GET ${at}/activity_types -> 200
  query workflow_id?:integer
  rejected after_id 422
GET ${at}/users -> 200
GET ${at}/schedule_items -> 200
  query user_id?:integer, start_date?:date, end_date?:date, ${scroll}
GET ${at}/person_events -> 200
  query person_id?:integer, company_id?:integer, activity_type_ids?:[integer], created_at_start?:datetime, created_at_end?:datetime, ${scroll}
  rejected job_id 422
GET ${at}/person_events/{id:integer} -> 200
POST ${at}/person_events -> 200
  body${forms} person_event:{activity_type_id:integer, person_id:integer, job_id?:integer, notes?:string, created_at?:datetime}
PUT ${at}/person_events/{id:integer} -> 200
  body${forms} person_event:{notes?:string, created_at?:datetime}
DELETE ${at}/person_events/{id:integer} -> 204
POST ${at}/webhooks -> 200
  body${forms} webhook:{item_type:string, action:enum(create|update|destroy), endpoint_url:url}
GET ${at}/webhooks -> 200
DELETE ${at}/webhooks/{id:integer} -> 204
${fileRoutes}`
