import { fileRoutes } from './files.ts'

const meeting = `meeting_type_id?:integer,
    description?:string, address?:string, related_to?:slug, related_to_type?:enum(candidate|company|contact|job|deal), attendee_candidates?:string,
    attendee_contacts?:string, attendee_users?:string, owner_id?:integer, created_by?:integer, updated_by?:integer,
    associated_candidates?:csv<string>, associated_contacts?:csv<string>, associated_companies?:csv<string>,
    associated_jobs?:csv<string>, do_not_send_calendar_invites?:enum(0|1), collaborator_user_ids?:csv<string>`

/** Recruit CRM's public API as the sheet describes it. */
export const recruitcrmRoutes = `
GET /v1/candidates -> 200
  query limit?:integer(1..100), page?:integer(1..)
  rejected sort_by 422, sort_order 422
GET /v1/candidates/search -> 200
  query updated_from?:date, updated_to?:date, created_from?:date, created_to?:date, email?:string, first_name?:string,
    last_name?:string, linkedin?:string, contact_number?:string, owner_id?:integer, candidate_slug?:string,
    page?:integer(1..)
  rejected per_page 400, sort_by 422, sort_order 422
GET /v1/candidates/{candidate:slug} -> 200
GET /v1/candidates/{candidate:slug}/hiring-stages -> 200
GET /v1/jobs/{job:slug}/assigned-candidates -> 200
  query limit?:integer(1..100), page?:integer(1..), status_id?:csv<string>
GET /v1/candidates/{candidate:slug}/hiring-stages/{job:slug} -> 200
GET /v1/jobs/{job:slug}/stage-history/{candidate:slug} -> 200
GET /v1/jobs -> 200
  query page?:integer(1..), limit?:integer(1..100), per_page?:integer(15..)
GET /v1/jobs/search -> 200
  query updated_from?:date, updated_to?:date, created_from?:date, created_to?:date, owner_id?:integer, job_slug?:string,
    page?:integer(1..)
  rejected per_page 400, created_on 400, updated_on 400, owner 400
GET /v1/jobs/{job:slug} -> 200
GET /v1/hiring-pipeline -> 200
GET /v1/hiring-pipelines -> 200
GET /v1/hiring-pipelines/{id:integer} -> 200
GET /v1/users -> 200
GET /v1/contacts/{contact:slug} -> 200
GET /v1/files/{entity:enum(candidate)}/{slug:string} -> 200
GET /v1/meetings/search -> 200
  query title?:string, updated_from?:date, updated_to?:date, created_from?:date, created_to?:date, starting_from?:date,
    starting_to?:date, owner_id?:integer, page?:integer(1..)
  rejected related_to 422, related_to_type 422
GET /v1/meetings -> 200
  query limit?:integer(1..100), page?:integer(1..)
GET /v1/meeting-types -> 200
GET /v1/meetings/{meeting:integer} -> 200
POST /v1/meetings -> 201
  body title:string, reminder:integer, start_date:datetime, end_date:datetime, ${meeting}
POST /v1/meetings/{meeting:integer} -> 200
  body title?:string, reminder?:integer, start_date?:datetime, end_date?:datetime, ${meeting}
DELETE /v1/meetings/{meeting:integer} -> 204
POST /v1/candidates/{candidate:slug}/hiring-stages/{job:slug} -> 200
  body status_id:integer, remark?:string, stage_date?:datetime, updated_by?:integer, create_placement?:boolean
POST /v1/candidates/{candidate:slug}/assign -> 200
  query job_slug:string
POST /v1/notes -> 201
  body description:string, related_to:slug, related_to_type:enum(candidate), note_type_id?:integer,
    associated_jobs?:csv<string>, created_by?:integer
POST /v1/subscriptions -> 201
  body event:string, target_url:string
DELETE /v1/subscriptions/{subscription:integer} -> 204
GET /v1/subscriptions -> 200
${fileRoutes}
`
