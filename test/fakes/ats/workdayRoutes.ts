/** Workday as the sheet describes it: one address for all SOAP requests, one for each of the customer's reports, tokens. */
export const workdayRoutes = `
POST /ccx/oauth2/{tenant}/token -> 200 open
  body(application/x-www-form-urlencoded)
    grant_type:enum(refresh_token|authorization_code|client_credentials|urn:ietf:params:oauth:grant-type:jwt-bearer),
    refresh_token?:string, assertion?:string, code?:string
POST /ccx/service/{tenant}/Recruiting/{version} -> 200
  body(text/xml)
GET /ccx/service/customreport2/{tenant}/{owner}/{report} -> 200
  query format:const(json), Updated_From?:datetime
`

const reference = '[{ID:[{type:string(1..), value:string(1..)}]}]'
const filter = `Response_Filter?:{As_Of_Effective_Date?:date, As_Of_Entry_DateTime?:datetime, Page?:integer(1..), Count?:integer(1..999)}`
const updated = `Transaction_Log_Criteria_Data?:{Transaction_Date_Range_Data:{Updated_From?:datetime, Updated_Through?:datetime}}`
const group = 'Response_Group?:{Include_Reference?:boolean, Exclude_All_Attachments?:boolean}'
const list = (criteria: string, referenced: string) =>
  `Request_References?:{${referenced}:${reference}}, Request_Criteria?:{${criteria}}, ${filter}, ${group}`

/** SOAP requests by the name of their element; elements that end in _Reference come in any number. */
export const workdayRequests: Readonly<Record<string, string>> = {
  Get_Candidates_Request: list(updated, 'Candidate_Reference'),
  Get_Job_Requisitions_Request: list(updated, 'Job_Requisition_Reference'),
  Get_Interviews_Request: list(`${updated}, Job_Application_Reference?:${reference}`, 'Interview_Reference'),
  Get_Candidate_Attachments_Request: `Request_Criteria:{Candidate_Reference:${reference}}, ${filter}`,
  Move_Candidate_Request: `Dynamic_Business_Process_Parameters?:any, Move_Candidate_Data:{Job_Application_Reference:${reference},
    Recruiting_Stage_Reference:${reference}}`,
}
