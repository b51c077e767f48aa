-- DropIndex
DROP INDEX "ats_applications_tenant_id_candidate_id_job_id_key";

-- DropIndex
DROP INDEX "ats_contacts_tenant_id_client_id_email_key";

-- AlterTable
ALTER TABLE "ats_activities" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT;

-- AlterTable
ALTER TABLE "ats_applications" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT,
ADD COLUMN     "url" TEXT;

-- AlterTable
ALTER TABLE "ats_attachments" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT;

-- AlterTable
ALTER TABLE "ats_candidates" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT,
ADD COLUMN     "url" TEXT;

-- AlterTable
ALTER TABLE "ats_clients" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT;

-- AlterTable
ALTER TABLE "ats_contacts" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT;

-- AlterTable
ALTER TABLE "ats_interviews" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT;

-- AlterTable
ALTER TABLE "ats_jobs" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT,
ADD COLUMN     "url" TEXT;

-- AlterTable
ALTER TABLE "ats_stages" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT;

-- AlterTable
ALTER TABLE "ats_users" ADD COLUMN     "connection_id" TEXT,
ADD COLUMN     "external_id" TEXT;

-- AlterTable
ALTER TABLE "interviews" ADD COLUMN     "ats_checked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "connections" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "system" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "member_id" TEXT,
    "state" TEXT NOT NULL,
    "writes" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "sealed_secrets" TEXT,
    "probes" JSONB NOT NULL,
    "positions" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "problem" JSONB,
    "thread_id" TEXT,
    "told_state" TEXT,
    "first_synced_at" TIMESTAMPTZ(3),
    "last_synced_at" TIMESTAMPTZ(3),
    "last_change_at" TIMESTAMPTZ(3),
    "usual_gap_minutes" INTEGER,
    "quiet_told_at" TIMESTAMPTZ(3),
    "probed_at" TIMESTAMPTZ(3),
    "next_sync_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "failure_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connections_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "ats_applications_tenant_id_candidate_id_job_id_idx" ON "ats_applications"("tenant_id", "candidate_id", "job_id");


-- An outside system may have two people with one address, or one person twice for a job; Parley's own records may not.
CREATE UNIQUE INDEX "ats_contacts_own_key" ON "ats_contacts"("tenant_id", "client_id", "email") WHERE "connection_id" IS NULL;
CREATE UNIQUE INDEX "ats_applications_own_key" ON "ats_applications"("tenant_id", "candidate_id", "job_id") WHERE "connection_id" IS NULL;

ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "connections" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_tenant" ON "connections"
    USING ("tenant_id" = nullif(current_setting('app.tenant', true), ''))
    WITH CHECK ("tenant_id" = nullif(current_setting('app.tenant', true), ''));
