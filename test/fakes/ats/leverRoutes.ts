const page = 'limit?:integer(1..100), offset?:token, include?:[string], expand?:[string]'
const reminder = 'enum(once|daily|frequently|none)'
const session = 'interviewers:[{id:uuid, feedbackTemplate?:uuid}], date:epoch_ms, duration:integer(1..)'
const words = `subject?:string, note?:string, location?:string, feedbackTemplate?:uuid, feedbackReminder?:${reminder}`

/** Lever's API v1 as the sheet describes it. */
export const leverRoutes = `
GET /v1/users -> 200 scope users:read:admin
  query ${page}, email?:email, accessRole?:[string],
    includeDeactivated?:boolean, external_directory_id?:string
GET /v1/opportunities -> 200 scope opportunities:read:admin
  query ${page}, contact_id?:uuid, email?:email,
    tag?:string, origin?:string, source?:string, stage_id?:uuid, posting_id?:uuid, archived_posting_id?:uuid,
    archived?:boolean, archive_reason_id?:uuid, snoozed?:boolean,
    confidentiality?:enum(confidential|non-confidential|all), created_at_start?:epoch_ms, created_at_end?:epoch_ms,
    updated_at_start?:epoch_ms, updated_at_end?:epoch_ms, advanced_at_start?:epoch_ms, advanced_at_end?:epoch_ms,
    archived_at_start?:epoch_ms, archived_at_end?:epoch_ms, location?:string
GET /v1/opportunities/{id} -> 200 scope opportunities:read:admin
  query expand?:[string]
GET /v1/contacts/{id} -> 200 scope contact:read:admin
  query expand?:[string]
GET /v1/postings -> 200 scope postings:read:admin
  query ${page}, state?:string,
    confidentiality?:string, distributionChannel?:enum(public|internal), team?:string, department?:string,
    updated_at_start?:epoch_ms
GET /v1/postings/{id} -> 200 scope postings:read:admin
  query expand?:[string]
GET /v1/stages -> 200 scope stages:read:admin
  query ${page}
GET /v1/opportunities/{id}/resumes -> 200 scope resumes:read:admin
  query ${page}, uploaded_at_start?:epoch_ms,
    uploaded_at_end?:epoch_ms
GET /v1/opportunities/{id}/files -> 200 scope files:read:admin
  query ${page}
GET /v1/opportunities/{id}/resumes/{resume_id}/download -> 200 scope resumes:read:admin
GET /v1/opportunities/{id}/panels -> 200 scope panels:read:admin
  query ${page}
GET /v1/opportunities/{id}/interviews -> 200 scope interviews:read:admin
  query ${page}
GET /v1/opportunities/{id}/panels/{panel_id} -> 200 scope panels:read:admin
  query expand?:[string]
GET /v1/opportunities/{id}/interviews/{interview_id} -> 200 scope interviews:read:admin
  query expand?:[string]
POST /v1/opportunities/{id}/panels -> 201 scope panels:write:admin
  query perform_as:uuid
  body timezone:string, interviews:[{${session}, ${words}}], applications?:[uuid], feedbackReminder?:${reminder}, note?:string, externalUrl?:url
POST /v1/opportunities/{id}/interviews -> 201 scope interviews:write:admin
  query perform_as:uuid
  body panel:uuid, ${session}, ${words}
PUT /v1/opportunities/{id}/panels/{panel_id} -> 200 scope panels:write:admin
  query perform_as:uuid
  body timezone:string, interviews:[{id?:uuid, ${session}, ${words}}], applications?:[uuid],
    feedbackReminder?:${reminder}, note?:string, externalUrl?:url
PUT /v1/opportunities/{id}/interviews/{interview_id} -> 200 scope interviews:write:admin
  query perform_as:uuid
  body panel:uuid, ${session}, ${words}
DELETE /v1/opportunities/{id}/panels/{panel_id} -> 204 scope panels:write:admin
  query perform_as:uuid
DELETE /v1/opportunities/{id}/interviews/{interview_id} -> 204 scope interviews:write:admin
  query perform_as:uuid
PUT /v1/opportunities/{id}/stage -> 200 scope opportunities:write:admin
  query perform_as?:uuid
  body stage:uuid
POST /v1/opportunities/{id}/notes -> 201 scope notes:write:admin
  query perform_as?:uuid, note_id?:uuid
  body value:string, secret?:boolean, score?:integer(1..4), notifyFollowers?:boolean, createdAt?:epoch_ms
GET /v1/opportunities/{id}/notes -> 200 scope notes:read:admin
  query ${page}
POST /v1/webhooks -> 201 scope webhooks:write:admin
  body url:url, event:string, configuration?:{conditions:{origins:[string]}}
GET /v1/webhooks -> 200 scope webhooks:read:admin
  query ${page}
DELETE /v1/webhooks/{id} -> 204 scope webhooks:write:admin
`
