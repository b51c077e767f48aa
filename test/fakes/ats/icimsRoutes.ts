const search = `query staleness?:integer(0..)
  body filters:[object], operator?:string, children?:[object]`

/** iCIMS as the sheet describes it; the token is got from another host. */
export const icimsRoutes = `
POST /oauth/token -> 200 open
  body(application/x-www-form-urlencoded) grant_type:const(client_credentials), client_id:string(1..),
    client_secret:string(1..), audience:const(https://api.icims.com/v1/)
POST /customers/{customer}/search/people -> 200
  ${search}
POST /customers/{customer}/search/jobs -> 200
  ${search}
POST /customers/{customer}/search/applicantworkflows -> 200
  ${search}
GET /customers/{customer}/people/{id:integer} -> 200
  query fields?:csv<string>
GET /customers/{customer}/people/{id:integer}/fields/resume/binary -> 200
GET /customers/{customer}/jobs/{id:integer} -> 200
  query fields?:csv<string>
GET /customers/{customer}/applicantworkflows/{id:integer} -> 200
  query fields?:csv<string>
GET /customers/{customer}/applicantworkflows/person/{person:integer}/job/{job:integer} -> 200
  query fields?:csv<string>
GET /customers/{customer}/applicantworkflows/{id:integer}/submittalstatuslog -> 200
  query fields?:csv<string>
PATCH /customers/{customer}/applicantworkflows/{id:integer} -> 204
  body status:{id:string(1..)}
POST /customers/{customer}/applicantworkflows -> 201
  body baseprofile:integer|string, associatedprofile:integer|string, status?:{id:string(1..)}, source?:string,
    sourcename?:string
POST /customers/{customer}/applicantworkflows/{id:integer}/fields/{collection} -> 201
  body *?:any
GET /customers/{customer}/v2/lists -> 200
  query page?:integer(1..)
GET /customers/{customer}/v2/lists/{list} -> 200
  query page?:integer(1..)
`
