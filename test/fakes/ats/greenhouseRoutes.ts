import { fileRoutes } from './files.ts'

const list = `cursor?:string, per_page?:integer(1..500), ids?:csv<integer>(..50), created_at?:datefilter, updated_at?:datefilter,
    fields?:csv<string>(..50)`

/** Harvest v3 as the sheet describes it, and the token endpoint of its authentication. */
export const greenhouseRoutes = `
POST /token -> 200 open
  body(application/x-www-form-urlencoded) grant_type:const(client_credentials), sub?:integer
GET /v3/users -> 200 scope harvest:users:list
  query ${list}, primary_email?:email, deactivated?:boolean, employee_ids?:csv<string>,
    show_service_accounts?:boolean, office_ids?:csv<integer>(..50), department_ids?:csv<integer>(..50)
GET /v3/candidates -> 200 scope harvest:candidates:list
  query ${list}, last_activity_at?:datefilter, email?:email, tag?:string, private?:boolean,
    custom_field_option_id?:integer
GET /v3/applications -> 200 scope harvest:applications:list
  query ${list}, candidate_ids?:csv<integer>(..50), job_ids?:csv<integer>(..50), stage_ids?:csv<integer>(..50),
    stage_name?:string, status?:enum(active|rejected|hired|converted), prospect?:boolean, last_activity_at?:datefilter,
    job_post_ids?:csv<integer>(..50), source_ids?:csv<integer>(..50), referrer_ids?:csv<integer>(..50),
    prospective_job_ids?:csv<integer>(..50), custom_field_option_id?:integer
GET /v3/application_stages -> 200 scope harvest:application_stages:list
  query ${list}, application_ids?:csv<integer>(..50), job_interview_stage_ids?:csv<integer>(..50), current?:boolean
GET /v3/jobs -> 200 scope harvest:jobs:list
  query ${list}, status?:enum(open|draft|closed), opened_at?:datefilter, closed_at?:datefilter,
    requisition_id?:string, department_id?:integer, office_id?:integer, confidential?:boolean,
    custom_field_option_id?:integer
GET /v3/job_interview_stages -> 200 scope harvest:job_interview_stages:list
  query ${list}, job_ids?:csv<integer>(..50), active?:boolean
GET /v3/job_hiring_managers -> 200 scope harvest:job_hiring_managers:list
  query ${list}, job_ids?:csv<integer>(..50), user_ids?:csv<integer>(..50)
GET /v3/job_owners -> 200 scope harvest:job_owners:list
  query ${list}, job_ids?:csv<integer>(..50), user_ids?:csv<integer>(..50), type?:enum(recruiter|coordinator|sourcer)
GET /v3/attachments -> 200 scope harvest:attachments:list
  query ${list}, candidate_ids?:csv<integer>(..50), application_ids?:csv<integer>(..50), type?:string
GET /v3/job_interviews -> 200 scope harvest:job_interviews:list
  query ${list}, job_ids?:csv<integer>(..50), job_interview_stage_ids?:csv<integer>(..50), active?:boolean,
    scheduling_type?:string
GET /v3/interviews -> 200 scope harvest:interviews:list
  query ${list}, application_ids?:csv<integer>(..50), job_ids?:csv<integer>(..50), job_interview_ids?:csv<integer>(..50),
    organizer_ids?:csv<integer>(..50), starts_at?:datefilter, ends_at?:datefilter, all_day_start_on?:datefilter,
    all_day_end_on?:datefilter, external_event_id?:string, status?:string
GET /v3/interviewers -> 200 scope harvest:interviewers:list
  query ${list}, interview_ids?:csv<integer>(..50), user_ids?:csv<integer>(..50), scorecard_ids?:csv<integer>(..50),
    response_status?:string
POST /v3/interviews -> 201 scope harvest:interviews:create
  body application_id:integer, job_interview_id:integer, starts_at:datetime, ends_at:datetime, external_event_id:string,
    interviewers:[{user_id:integer, response_status:enum(needs_action|declined|tentative|accepted)}], location?:string,
    video_conferencing_url?:url
PATCH /v3/interviews/{id:integer} -> 200 scope harvest:interviews:update
  body starts_at?:datetime, ends_at?:datetime, location?:string, video_conferencing_url?:url, external_event_id?:string,
    interviewers?:[{user_id:integer, response_status:enum(needs_action|declined|tentative|accepted)}]
DELETE /v3/interviews/{id:integer} -> 204 scope harvest:interviews:destroy
POST /v3/applications/{id:integer}/move -> 204 scope harvest:applications:move
  body from_stage_id:integer, to_stage_id?:integer, to_job_id?:integer, email_from_user_id?:integer
POST /v3/notes -> 201 scope harvest:notes:create
  body candidate_id:integer, body:string(1..), visibility:enum(public|private|admin_only),
    note_type:enum(NOTE|ACTIVITY|EMAIL), application_id?:integer, user_id?:integer, subject?:string
GET /v3/notes -> 200 scope harvest:notes:list
  query ${list}, candidate_ids?:csv<integer>(..50), application_ids?:csv<integer>(..50), user_ids?:csv<integer>(..50),
    type?:string, visibility?:string
${fileRoutes}`
