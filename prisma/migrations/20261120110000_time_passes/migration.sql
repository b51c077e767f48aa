-- AlterTable
ALTER TABLE "members" ADD COLUMN     "alerted_at" TIMESTAMPTZ(3),
ADD COLUMN     "briefing_minute" INTEGER,
ADD COLUMN     "next_briefing_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "parties" ADD COLUMN     "is_reminder_stopped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "link_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "link_renewed_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "link_warned_at" TIMESTAMPTZ(3),
ADD COLUMN     "remind_at" TIMESTAMPTZ(3),
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "beat_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "members_tenant_id_next_briefing_at_idx" ON "members"("tenant_id", "next_briefing_at");

-- CreateIndex
CREATE INDEX "parties_tenant_id_remind_at_idx" ON "parties"("tenant_id", "remind_at");

-- CreateIndex
CREATE INDEX "parties_tenant_id_link_expires_at_idx" ON "parties"("tenant_id", "link_expires_at");

