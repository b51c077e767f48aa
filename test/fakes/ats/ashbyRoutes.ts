import { fileRoutes } from './files.ts'

const page = 'cursor?:string, syncToken?:string, limit?:integer(1..100)'
const event =
  'startTime:datetime, endTime:datetime, interviewers:[{email:email, feedbackRequired?:boolean}], interviewId?:uuid, extraData?:object'

/** Ashby's API as the sheet describes it: every call is a POST with a JSON body. */
export const ashbyRoutes = `
POST /apiKey.info -> 200 scope apiKeysRead
  body 
POST /candidate.list -> 200 scope candidatesRead
  body ${page}, createdAfter?:epoch_ms
POST /candidate.info -> 200 scope candidatesRead
  body id:uuid, externalMappingId?:string
POST /candidate.search -> 200 scope candidatesRead
  body email?:email, name?:string
POST /application.list -> 200 scope candidatesRead
  body ${page}, createdAfter?:epoch_ms,
    status?:enum(Hired|Archived|Active|Lead), jobId?:uuid, expand?:[enum(openings)]
POST /application.info -> 200 scope candidatesRead
  body applicationId:uuid, expand?:[enum(openings|applicationFormSubmissions|referrals)]
POST /job.list -> 200 scope jobsRead
  body ${page}, createdAfter?:epoch_ms,
    status?:[enum(Draft|Open|Closed|Archived)], openedAfter?:epoch_ms, openedBefore?:epoch_ms,
    closedAfter?:epoch_ms, closedBefore?:epoch_ms, expand?:[enum(location|openings)],
    includeUnpublishedJobPostingsIds?:boolean
POST /job.info -> 200 scope jobsRead
  body id:uuid, expand?:[enum(location|openings)]
POST /interviewStage.list -> 200 scope interviewsRead
  body interviewPlanId:uuid
POST /interviewPlan.list -> 200 scope interviewsRead
  body ${page}, includeArchived?:boolean
POST /user.list -> 200 scope organizationRead
  body ${page}, includeDeactivated?:boolean
POST /user.search -> 200 scope organizationRead
  body email:email
POST /file.info -> 200 scope candidatesRead
  body fileHandle:string
POST /interview.list -> 200 scope interviewsRead
  body ${page}, includeArchived?:boolean,
    includeNonSharedInterviews?:boolean, excludeArchivedScheduleTemplateInterviews?:boolean
POST /interviewSchedule.list -> 200 scope interviewsRead
  body ${page}, createdAfter?:epoch_ms, applicationId?:uuid,
    interviewStageId?:uuid
POST /interviewEvent.list -> 200 scope interviewsRead
  body interviewScheduleId:uuid, ${page}, createdAfter?:epoch_ms,
    expand?:[enum(interview)]
POST /interviewSchedule.create -> 200 scope interviewsWrite
  body applicationId:uuid, interviewEvents:[{${event}}]
POST /interviewSchedule.update -> 200 scope interviewsWrite
  body interviewScheduleId:uuid, interviewEvent?:{interviewEventId?:uuid, ${event}}|[{interviewEventId?:uuid, ${event}}],
    interviewEventIdToCancel?:uuid|[uuid], allowFeedbackDeletion?:boolean
POST /interviewSchedule.cancel -> 200 scope interviewsWrite
  body id:uuid, allowReschedule?:boolean
POST /application.changeStage -> 200 scope candidatesWrite
  body applicationId:uuid, interviewStageId:uuid, archiveReasonId?:uuid, archiveEmail?:{communicationTemplateId:uuid,
    sendAt:datetime}
POST /candidate.createNote -> 200 scope candidatesWrite
  body candidateId:uuid, note:string|{type:enum(text/plain|text/html), value:string}, sendNotifications?:boolean, isPrivate?:boolean, createdAt?:datetime
POST /webhook.create -> 200 scope apiKeysWrite
  body webhookType:string, requestUrl:url, secretToken:string
POST /webhook.info -> 200 scope apiKeysRead
  body webhookId:uuid
POST /webhook.delete -> 200 scope apiKeysWrite
  body webhookId:uuid
${fileRoutes}`
