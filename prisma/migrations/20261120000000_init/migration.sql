-- CreateTable
CREATE TABLE "settings" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "roles" JSONB NOT NULL,
    "record_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "calendar_sources" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "covers_from" TIMESTAMPTZ(3) NOT NULL,
    "covers_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_sources_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "busy_times" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "busy_times_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "inbound" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "effects" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT,
    "interview_id" TEXT,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "proof" JSONB,
    "last_error" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "effects_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "requests" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ats_connection" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "candidate_id" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "client_id" TEXT,
    "candidate_name" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "client_name" TEXT,
    "title" TEXT NOT NULL,
    "round_number" INTEGER NOT NULL,
    "order" TEXT NOT NULL,
    "quorum" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "format" JSONB,
    "from_stage_id" TEXT NOT NULL,
    "to_stage_id" TEXT,
    "recruiter_id" TEXT NOT NULL,
    "is_recruiter_attending" BOOLEAN NOT NULL,
    "thread_id" TEXT NOT NULL,
    "interview_id" TEXT,
    "ask_round" INTEGER NOT NULL,
    "move_count" INTEGER NOT NULL,
    "closed_reason" TEXT,
    "stuck_reasons" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "requests_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "duration_minutes" INTEGER NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "seats" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "party_ids" JSONB NOT NULL,
    "is_required" BOOLEAN NOT NULL,

    CONSTRAINT "seats_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "parties" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "country" TEXT,
    "member_id" TEXT,
    "person_key" TEXT NOT NULL,
    "record_id" TEXT,
    "is_attending" BOOLEAN NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_by" TEXT,
    "note" TEXT,
    "decline_reason" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "reminded_count" INTEGER NOT NULL,

    CONSTRAINT "parties_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "windows" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "ask_round" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "level" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "windows_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "proposals" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "ask_round" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "slots" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reasons" JSONB NOT NULL,
    "unknown_party_ids" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "holds" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "person_key" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "holds_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "interviews" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "format" JSONB NOT NULL,
    "party_ids" JSONB NOT NULL,
    "sequence" INTEGER NOT NULL,
    "ats_interview_id" TEXT,
    "cancel_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interviews_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "interview_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "party_id" TEXT,
    "uid" TEXT NOT NULL,
    "is_transparent" BOOLEAN NOT NULL,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "links" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "links_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "threads" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "last_message_at" TIMESTAMPTZ(3) NOT NULL,
    "last_read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "thread_messages" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "message" JSONB,
    "request_id" TEXT,
    "effect_key" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_messages_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "actions" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "request_id" TEXT,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "request_version" INTEGER,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "actions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "standing_formats" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "format" JSONB NOT NULL,

    CONSTRAINT "standing_formats_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "stage_mappings" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "to_stage_id" TEXT,

    CONSTRAINT "stage_mappings_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "mailbox" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "from_line" TEXT NOT NULL,
    "to_line" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "ics" TEXT,
    "source" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mailbox_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_clients" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "notes" TEXT,

    CONSTRAINT "ats_clients_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_contacts" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "client_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "title" TEXT,
    "zone" TEXT,
    "locale" TEXT,

    CONSTRAINT "ats_contacts_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_jobs" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "client_id" TEXT,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "original_status" TEXT NOT NULL,
    "description" TEXT,
    "hiring_manager_id" TEXT,
    "interviewer_ids" JSONB NOT NULL,

    CONSTRAINT "ats_jobs_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_stages" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "job_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "ats_stages_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_candidates" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "emails" JSONB NOT NULL,
    "phones" JSONB NOT NULL,
    "title" TEXT,
    "company" TEXT,
    "zone" TEXT,
    "locale" TEXT,
    "country" TEXT,
    "notes" TEXT,

    CONSTRAINT "ats_candidates_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_applications" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "candidate_id" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "stage_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "original_status" TEXT NOT NULL,
    "owner_id" TEXT,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ats_applications_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_users" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "zone" TEXT,

    CONSTRAINT "ats_users_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_attachments" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "candidate_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "ats_attachments_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_interviews" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "candidate_id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "user_ids" JSONB NOT NULL,
    "participants" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "location" TEXT NOT NULL,
    "external_event_xref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "external_key" TEXT NOT NULL,

    CONSTRAINT "ats_interviews_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ats_activities" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "application_id" TEXT NOT NULL,
    "candidate_id" TEXT NOT NULL,
    "external_key" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ats_activities_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tenants" (
    "id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_index" (
    "hash" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_index_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "chat_installations" (
    "id" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_installations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "settings_tenant_id_key" ON "settings"("tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_tenant_id_email_key" ON "members"("tenant_id", "email");

-- CreateIndex
CREATE INDEX "calendar_sources_tenant_id_member_id_idx" ON "calendar_sources"("tenant_id", "member_id");

-- CreateIndex
CREATE INDEX "busy_times_tenant_id_member_id_starts_at_idx" ON "busy_times"("tenant_id", "member_id", "starts_at");

-- CreateIndex
CREATE INDEX "inbound_tenant_id_state_received_at_idx" ON "inbound"("tenant_id", "state", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_tenant_id_source_external_id_key" ON "inbound"("tenant_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "effects_tenant_id_state_next_attempt_at_idx" ON "effects"("tenant_id", "state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "effects_tenant_id_request_id_idx" ON "effects"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "effects_tenant_id_interview_id_idx" ON "effects"("tenant_id", "interview_id");

-- CreateIndex
CREATE UNIQUE INDEX "effects_tenant_id_key_key" ON "effects"("tenant_id", "key");

-- CreateIndex
CREATE INDEX "requests_tenant_id_state_idx" ON "requests"("tenant_id", "state");

-- CreateIndex
CREATE INDEX "requests_tenant_id_application_id_idx" ON "requests"("tenant_id", "application_id");

-- CreateIndex
CREATE INDEX "requests_tenant_id_thread_id_idx" ON "requests"("tenant_id", "thread_id");

-- CreateIndex
CREATE INDEX "requests_tenant_id_candidate_id_idx" ON "requests"("tenant_id", "candidate_id");

-- CreateIndex
CREATE INDEX "sessions_tenant_id_request_id_idx" ON "sessions"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "seats_tenant_id_request_id_idx" ON "seats"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "parties_tenant_id_request_id_idx" ON "parties"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "parties_tenant_id_person_key_idx" ON "parties"("tenant_id", "person_key");

-- CreateIndex
CREATE INDEX "parties_tenant_id_member_id_idx" ON "parties"("tenant_id", "member_id");

-- CreateIndex
CREATE INDEX "windows_tenant_id_request_id_party_id_idx" ON "windows"("tenant_id", "request_id", "party_id");

-- CreateIndex
CREATE INDEX "proposals_tenant_id_request_id_idx" ON "proposals"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "approvals_tenant_id_request_id_idx" ON "approvals"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "holds_tenant_id_request_id_idx" ON "holds"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "holds_tenant_id_person_key_starts_at_idx" ON "holds"("tenant_id", "person_key", "starts_at");

-- CreateIndex
CREATE INDEX "interviews_tenant_id_request_id_idx" ON "interviews"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "interviews_tenant_id_state_starts_at_idx" ON "interviews"("tenant_id", "state", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_uid_key" ON "invitations"("uid");

-- CreateIndex
CREATE INDEX "invitations_tenant_id_request_id_idx" ON "invitations"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "invitations_tenant_id_interview_id_idx" ON "invitations"("tenant_id", "interview_id");

-- CreateIndex
CREATE UNIQUE INDEX "links_hash_key" ON "links"("hash");

-- CreateIndex
CREATE INDEX "links_tenant_id_request_id_idx" ON "links"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "links_tenant_id_party_id_idx" ON "links"("tenant_id", "party_id");

-- CreateIndex
CREATE INDEX "threads_tenant_id_member_id_last_message_at_idx" ON "threads"("tenant_id", "member_id", "last_message_at");

-- CreateIndex
CREATE UNIQUE INDEX "threads_tenant_id_surface_external_id_key" ON "threads"("tenant_id", "surface", "external_id");

-- CreateIndex
CREATE INDEX "thread_messages_tenant_id_thread_id_created_at_idx" ON "thread_messages"("tenant_id", "thread_id", "created_at");

-- CreateIndex
CREATE INDEX "thread_messages_tenant_id_request_id_idx" ON "thread_messages"("tenant_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_messages_tenant_id_thread_id_request_id_key" ON "thread_messages"("tenant_id", "thread_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_messages_tenant_id_effect_key_key" ON "thread_messages"("tenant_id", "effect_key");

-- CreateIndex
CREATE INDEX "actions_tenant_id_thread_id_idx" ON "actions"("tenant_id", "thread_id");

-- CreateIndex
CREATE INDEX "actions_tenant_id_request_id_idx" ON "actions"("tenant_id", "request_id");

-- CreateIndex
CREATE INDEX "audit_tenant_id_request_id_at_idx" ON "audit"("tenant_id", "request_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "standing_formats_tenant_id_scope_record_id_key" ON "standing_formats"("tenant_id", "scope", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_mappings_tenant_id_job_id_key" ON "stage_mappings"("tenant_id", "job_id");

-- CreateIndex
CREATE INDEX "mailbox_tenant_id_sent_at_idx" ON "mailbox"("tenant_id", "sent_at");

-- CreateIndex
CREATE INDEX "mailbox_tenant_id_message_id_idx" ON "mailbox"("tenant_id", "message_id");

-- CreateIndex
CREATE INDEX "ats_contacts_tenant_id_client_id_idx" ON "ats_contacts"("tenant_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "ats_contacts_tenant_id_client_id_email_key" ON "ats_contacts"("tenant_id", "client_id", "email");

-- CreateIndex
CREATE INDEX "ats_jobs_tenant_id_client_id_idx" ON "ats_jobs"("tenant_id", "client_id");

-- CreateIndex
CREATE INDEX "ats_stages_tenant_id_job_id_ordinal_idx" ON "ats_stages"("tenant_id", "job_id", "ordinal");

-- CreateIndex
CREATE INDEX "ats_applications_tenant_id_job_id_idx" ON "ats_applications"("tenant_id", "job_id");

-- CreateIndex
CREATE INDEX "ats_applications_tenant_id_stage_id_idx" ON "ats_applications"("tenant_id", "stage_id");

-- CreateIndex
CREATE UNIQUE INDEX "ats_applications_tenant_id_candidate_id_job_id_key" ON "ats_applications"("tenant_id", "candidate_id", "job_id");

-- CreateIndex
CREATE INDEX "ats_attachments_tenant_id_candidate_id_idx" ON "ats_attachments"("tenant_id", "candidate_id");

-- CreateIndex
CREATE INDEX "ats_interviews_tenant_id_application_id_idx" ON "ats_interviews"("tenant_id", "application_id");

-- CreateIndex
CREATE INDEX "ats_interviews_tenant_id_candidate_id_idx" ON "ats_interviews"("tenant_id", "candidate_id");

-- CreateIndex
CREATE INDEX "ats_interviews_tenant_id_start_at_idx" ON "ats_interviews"("tenant_id", "start_at");

-- CreateIndex
CREATE UNIQUE INDEX "ats_interviews_tenant_id_external_key_key" ON "ats_interviews"("tenant_id", "external_key");

-- CreateIndex
CREATE INDEX "ats_activities_tenant_id_application_id_at_idx" ON "ats_activities"("tenant_id", "application_id", "at");

-- CreateIndex
CREATE INDEX "ats_activities_tenant_id_candidate_id_at_idx" ON "ats_activities"("tenant_id", "candidate_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ats_activities_tenant_id_external_key_key" ON "ats_activities"("tenant_id", "external_key");

-- CreateIndex
CREATE UNIQUE INDEX "chat_installations_surface_team_id_key" ON "chat_installations"("surface", "team_id");

-- From here on: what the schema language cannot say.

-- Text without case and accents, the same as foldText in src/store/foldText.ts, whatever the database's locale. The first branch
-- is for plain ASCII, nearly all rows.
CREATE FUNCTION "fold_text"(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN octet_length(value) = char_length(value) THEN lower(value COLLATE "C")
    ELSE replace(replace(replace(replace(translate(
        lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g') COLLATE "C"),
        'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐЈЉЊЋЂЏЅӘҒҚҢӨҰҮҺƏØøĐđÐðŁłĦħŦŧıÆŒÞẞ',
        'αβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяієґјљњћђџѕәғқңөұүһəooddddllhhttiæœþß'
    ), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
END;

-- Nobody is held or confirmed twice at the same time. Half-open ranges: one hold may start where another ends.
CREATE EXTENSION IF NOT EXISTS "btree_gist";
ALTER TABLE "holds" ADD CONSTRAINT "holds_last" CHECK ("starts_at" < "ends_at");
ALTER TABLE "holds" ADD CONSTRAINT "holds_do_not_overlap" EXCLUDE USING gist (
    "tenant_id" WITH =,
    "person_key" WITH =,
    tstzrange("starts_at", "ends_at", '[)') WITH &&
) WHERE ("state" IN ('held', 'confirmed'));

-- A session sees and writes rows of the tenant it named, and without a name none. Forced: the tables' owner as well.
DO $$
DECLARE tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY[
        'settings', 'members', 'calendar_sources', 'busy_times', 'inbound', 'effects', 'requests', 'sessions',
        'seats', 'parties', 'windows', 'proposals', 'approvals', 'holds', 'interviews', 'invitations',
        'links', 'threads', 'thread_messages', 'actions', 'audit', 'standing_formats', 'stage_mappings',
        'mailbox', 'ats_clients', 'ats_contacts', 'ats_jobs', 'ats_stages', 'ats_candidates',
        'ats_applications', 'ats_users', 'ats_attachments', 'ats_interviews', 'ats_activities'
    ]
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY "own_tenant" ON %I USING ("tenant_id" = nullif(current_setting(''app.tenant'', true), '''')) '
            || 'WITH CHECK ("tenant_id" = nullif(current_setting(''app.tenant'', true), ''''))',
            tenant_table
        );
    END LOOP;
END
$$;
