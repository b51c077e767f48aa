/** Jobvite as the sheet describes it: two lists, which also give one record, and one write of an older version. */
export const jobviteRoutes = `
GET /api/v2/candidate -> 200 scope candidate
  query start?:integer(0..), count?:integer(1..500), datestart?:string, dateend?:string, dateFormat?:const(yyyy-MM-dd),
    candidateId?:string, applicationId?:string, wflowstate?:string
GET /api/v2/job -> 200 scope job
  query ids?:csv<string>, start?:integer(0..), count?:integer(1..500)
POST /v1/candidate -> 200 scope candidateUpdate
  body(application/x-www-form-urlencoded) action:const(updateCandidates), format:const(json), data:string(1..)
`
