/** Zoho Recruit's API v2 as the sheet describes it, and the token endpoint; scopes are the modules, as each is granted by itself. */
export const zohoRecruitRoutes = `
POST /oauth/v2/token -> 200 open
  body(application/x-www-form-urlencoded) grant_type:enum(refresh_token|authorization_code), client_id:string, client_secret:string, refresh_token?:string,
    code?:string, redirect_uri?:string
GET /recruit/v2/Candidates -> 200 scope ZohoRecruit.modules.candidate.ALL
  query page?:integer(1..), per_page?:integer(1..200), fields?:csv<string>, sort_by?:string, sort_order?:enum(asc|desc)
GET /recruit/v2/Candidates/search -> 200 scope ZohoRecruit.modules.candidate.ALL
  query criteria?:string, email?:string, phone?:string, word?:string, page?:integer(1..), per_page?:integer(1..200)
GET /recruit/v2/Candidates/{id} -> 200 scope ZohoRecruit.modules.candidate.ALL
GET /recruit/v2/Applications -> 200 scope ZohoRecruit.modules.application.ALL
  query page?:integer(1..), per_page?:integer(1..200), fields?:csv<string>, sort_by?:string, sort_order?:enum(asc|desc)
GET /recruit/v2/Job_Openings/{id}/associate -> 200 scope ZohoRecruit.modules.jobopening.ALL
  query page?:integer(1..), per_page?:integer(1..200), posting_title?:string, candidate_statuses?:string
GET /recruit/v2/Applications/{id} -> 200 scope ZohoRecruit.modules.application.ALL
GET /recruit/v2/Job_Openings -> 200 scope ZohoRecruit.modules.jobopening.ALL
  query page?:integer(1..), per_page?:integer(1..200), fields?:csv<string>, sort_by?:string, sort_order?:enum(asc|desc)
GET /recruit/v2/Job_Openings/{id} -> 200 scope ZohoRecruit.modules.jobopening.ALL
GET /recruit/v2/settings/fields -> 200
  query module:string
GET /recruit/v2/users -> 200
  query type?:enum(AllUsers|ActiveUsers|DeactiveUsers|ConfirmedUsers|ActiveConfirmedUsers|AdminUsers|CurrentUser),
    page?:integer(1..), per_page?:integer(1..200)
GET /recruit/v2/Candidates/{id}/Attachments -> 200 scope ZohoRecruit.modules.candidate.ALL
GET /recruit/v2/Candidates/{id}/Attachments/{attachment_id} -> 200 scope ZohoRecruit.modules.candidate.ALL
GET /recruit/v2/Interviews -> 200 scope ZohoRecruit.modules.interview.ALL
  query page?:integer(1..), per_page?:integer(1..200), fields?:csv<string>, sort_by?:string, sort_order?:enum(asc|desc)
GET /recruit/v2/Interviews/{id} -> 200 scope ZohoRecruit.modules.interview.ALL
POST /recruit/v2/Interviews -> 201 scope ZohoRecruit.modules.interview.ALL
  body data:[object], trigger?:[string]
PUT /recruit/v2/Interviews/{id} -> 202 scope ZohoRecruit.modules.interview.ALL
  body data:[object], trigger?:[string]
DELETE /recruit/v2/Interviews -> 200 scope ZohoRecruit.modules.interview.ALL
  query ids:csv<string>
PUT /recruit/v2/Candidates/status -> 200 scope ZohoRecruit.modules.candidate.ALL
  body data:[object]
PUT /recruit/v2/Candidates/actions/associate -> 200 scope ZohoRecruit.modules.candidate.ALL
  body data:[object]
POST /recruit/v2/Notes -> 201 scope ZohoRecruit.modules.note.ALL
  body data:[object]
`
