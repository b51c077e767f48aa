const v1 = '/api/pub/v1'
// The key may stand in the address instead of the header.
const key = 'query api_key?:token'
const page = 'limit?:integer(1..), offset?:integer(0..)'
const status = 'body StatusId?:uuid, StatusName?:string(1..)'
const parent = 'ParentId:{Id:uuid, EntityName:const(Contacts)}'

/** Crelate's two interfaces as the sheet describes them: v3 (api3) and the older public v1. */
export const crelateRoutes = `
GET /api3/contacts -> 200
  ${key}, ${page}, first_name?:string, last_name?:string, tag_names?:string, job_ids?:csv<uuid>, sort_by?:string
GET /api3/contacts/{id:uuid} -> 200
  ${key}
GET /api3/applications -> 200
  ${key}, ${page}, jobId?:uuid
GET /api3/jobs -> 200
  ${key}, ${page}, name?:string, tag_names?:string
GET /api3/jobs/{id:uuid} -> 200
  ${key}
GET /api3/users -> 200
  ${key}, ${page}
GET /api3/entities/{id:uuid}/artifacts -> 200
  ${key}
GET /api3/activities -> 200
  ${key}, ${page}
GET /api3/activities/{id:uuid} -> 200
  ${key}
POST /api3/activities -> 200
  ${key}
  body entity:{${parent}, VerbId:{Id:uuid, Title?:string}, Subject:string(1..), When:datetime, Html?:string, Completed?:boolean, IsEngagement?:boolean}
PATCH /api3/activities/{id:uuid} -> 200
  ${key}
  body entity:{When?:datetime, Subject?:string(1..)}
POST /api3/notes -> 200
  ${key}
  body entity:{Display:string(1..), ${parent}, When?:datetime}
GET ${v1}/contacts/recent -> 200
  ${key}, modified:integer(1..), skip?:integer(0..), take?:integer(1..500), type?:integer
GET ${v1}/jobs/recent -> 200
  ${key}, modified:integer(1..), skip?:integer(0..), take?:integer(1..500)
GET ${v1}/domain/workflowStatuses -> 200
  ${key}
GET ${v1}/jobs/{jobId:uuid} -> 200
  ${key}
GET ${v1}/jobs/{jobId:uuid}/contacts -> 200
  ${key}
GET ${v1}/contacts/{contactId:uuid}/jobs -> 200
  ${key}
PUT ${v1}/jobs/{jobId:uuid}/contacts/{contactId:uuid} -> 200
  ${key}
  ${status}
POST ${v1}/jobs/{jobId:uuid}/contacts/{contactId:uuid} -> 201
  ${key}
  ${status}
PUT ${v1}/contacts/{contactId:uuid}/jobs/{jobId:uuid} -> 200
  ${key}
  ${status}
GET ${v1}/contacts/{contactId:uuid}/attachments -> 200
  ${key}
GET ${v1}/contacts/{contactId:uuid}/attachments/{attachmentId:uuid} -> 200
  ${key}
POST ${v1}/contacts/{contactId:uuid}/tasks -> 201
  ${key}
  body Body:string(1..), When?:datetime, Completed?:boolean, ExternalPrimaryKey?:string
PUT ${v1}/contacts/{contactId:uuid}/tasks/{taskId:uuid} -> 200
  ${key}
  body Body:string(1..), When?:datetime, Completed?:boolean
DELETE ${v1}/contacts/{contactId:uuid}/tasks/{taskId:uuid} -> 204
  ${key}
POST ${v1}/contacts/{contactId:uuid}/notes -> 201
  ${key}
  body Body:string(1..), Pinned?:boolean, Announced?:boolean, ExternalPrimaryKey?:string
`
