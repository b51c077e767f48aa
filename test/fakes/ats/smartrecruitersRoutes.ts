const response = 'enum(accepted|declined|pending|tentative)'
const writable = 'enum(NEW|IN_REVIEW|INTERVIEW|OFFERED|HIRED|REJECTED|WITHDRAWN)'
const status = 'enum(LEAD|NEW|IN_REVIEW|INTERVIEW|OFFERED|HIRED|REJECTED|WITHDRAWN|TRANSFERRED)'

/** SmartRecruiters' customer APIs as the sheet describes them. */
export const smartrecruitersRoutes = `
GET /user-api/v201804/users/me -> 200 scope user_me_read
GET /candidates -> 200 scope candidates_read
  query limit?:integer(1..100), pageId?:token, q?:string, jobId?:[string], location?:[string], status?:[${status}],
    subStatus?:string, tag?:[string], consentStatus?:[string], updatedAfter?:datetime
GET /candidates/{candidate_id} -> 200 scope candidates_read
GET /candidates/{candidate_id}/jobs/{job_id} -> 200 scope candidates_read
GET /job-applications-api/v202112/job-applications/{application_id} -> 200
GET /candidates/{candidate_id}/jobs/{job_id}/status/history -> 200 scope candidates_read
GET /jobs -> 200 scope jobs_read
  query limit?:integer(1..100), offset?:integer(0..), pageId?:token, q?:string, status?:[string], updatedAfter?:datetime
GET /jobs/{job_id} -> 200 scope jobs_read
GET /user-api/v201804/users -> 200
  query limit?:integer(1..100), pageId?:token, q?:string
GET /jobs/{job_id}/hiring-team -> 200 scope jobs_read
GET /candidates/{candidate_id}/attachments -> 200 scope candidates_read
GET /candidates/{candidate_id}/jobs/{job_id}/attachments -> 200 scope candidates_read
GET /interviews-api/v201904/interview-types -> 200
GET /interviews-api/v201904/interviews -> 200
  query applicationId:string
GET /interviews-api/v201904/interviews/{interview_id} -> 200
POST /interviews-api/v201904/interviews -> 201
  body candidate:{id:string}, jobId:string, organizerId:string, timezone:string, timeslots:[{startsOn:datetime,
    endsOn:datetime, interviewers:[{id:string}], interviewType?:string, title?:string, place?:string}], location?:any, refUrl?:url
PATCH /interviews-api/v201904/interviews/{interview_id} -> 200
  body location?:any, timezone?:string, organizerId?:string, refUrl?:url
PATCH /interviews-api/v201904/interviews/{interview_id}/timeslots/{timeslot_id} -> 200
  body startsOn?:datetime, endsOn?:datetime, place?:string, title?:string, interviewers?:[{id:string}]
POST /interviews-api/v201904/interviews/{interview_id}/timeslots -> 201
  body startsOn:datetime, endsOn:datetime, interviewType?:string, title?:string, place?:string, interviewers?:[{id:string}]
DELETE /interviews-api/v201904/interviews/{interview_id}/timeslots/{timeslot_id} -> 204
PUT /interviews-api/v201904/interviews/{interview_id}/timeslots/{timeslot_id}/candidateStatus -> 204
  body status:${response}
PUT /interviews-api/v201904/interviews/{interview_id}/timeslots/{timeslot_id}/interviewers/{user_id}/status -> 204
  body status:${response}
DELETE /interviews-api/v201904/interviews/{interview_id} -> 204
PUT /candidates/{candidate_id}/jobs/{job_id}/status -> 204 scope candidates_manage
  body status:${writable}, subStatus?:string, startsOn?:date,
    reason?:string
POST /messages/shares -> 201
  body content:string(1..10000), correlationId?:string, shareWith?:{users?:[string],
    hiringTeamOf?:[string], everyone?:boolean, openNote?:boolean}
POST /webhooks-api/v201907/subscriptions -> 201 scope webhooks_manage
  body callbackUrl:url, events:[{name:string}]
POST /webhooks-api/v201907/subscriptions/{subscription_id}/secret-key -> 201 scope webhooks_manage
PUT /webhooks-api/v201907/subscriptions/{subscription_id}/activation -> 204 scope webhooks_manage
DELETE /webhooks-api/v201907/subscriptions/{subscription_id} -> 204 scope webhooks_manage
GET /candidates/{candidate_id}/attachments/{attachment_id}/content -> 200 scope candidates_read
`
