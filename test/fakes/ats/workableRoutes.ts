import { fileRoutes } from './files.ts'

/** Workable's API spi/v3 as the sheet describes it. */
export const workableRoutes = `
GET /spi/v3/jobs -> 200 scope r_jobs
  query limit?:integer(1..100), since_id?:string, max_id?:string, state?:enum(published|closed|archived|draft),
    created_after?:datetime, updated_after?:datetime, include_fields?:string
GET /spi/v3/candidates -> 200 scope r_candidates
  query limit?:integer(1..100), since_id?:string, max_id?:string, email?:email, shortcode?:string, stage?:slug,
    state?:string, created_after?:datetime, updated_after?:datetime
GET /spi/v3/candidates/{candidate_id} -> 200 scope r_candidates
GET /spi/v3/jobs/{shortcode} -> 200 scope r_jobs
GET /spi/v3/jobs/{shortcode}/stages -> 200 scope r_jobs
GET /spi/v3/stages -> 200 scope r_jobs
GET /spi/v3/members -> 200 scope r_jobs
  query limit?:integer(1..100), since_id?:string, max_id?:string, role?:enum(simple|admin|reviewer), shortcode?:string,
    email?:email, name?:string, status?:enum(active|inactive|all)
GET /spi/v3/jobs/{shortcode}/members -> 200 scope r_jobs
GET /spi/v3/jobs/{shortcode}/recruiters -> 200 scope r_jobs
GET /spi/v3/candidates/{candidate_id}/files -> 200 scope r_candidates
GET /spi/v3/events -> 200 scope r_candidates
  query type?:enum(call|interview|meeting), start_date?:date, end_date?:date, candidate_id?:string, shortcode?:string,
    member_id?:string, context?:enum(user|team|all), include_cancelled?:boolean, limit?:integer(1..100), since_id?:string
GET /spi/v3/events/{event_id} -> 200 scope r_candidates
POST /spi/v3/candidates/{candidate_id}/comments -> 201 scope w_candidates
  body member_id:string, comment:{body:string(1..), policy?:[string], attachment?:{name:string, data:base64}}
POST /spi/v3/candidates/{candidate_id}/move -> 202 scope w_candidates
  body member_id:string, target_stage:slug, fill_reserved_requisition?:boolean, requisition?:string
POST /spi/v3/subscriptions -> 201 scope r_candidates
  body target:url, event:enum(candidate_moved|candidate_created|candidate_deleted), args?:{account_id:string, job_shortcode:string, stage_slug:string}
GET /spi/v3/subscriptions -> 200 scope r_candidates
DELETE /spi/v3/subscriptions/{subscription_id} -> 204 scope r_candidates
${fileRoutes}`
