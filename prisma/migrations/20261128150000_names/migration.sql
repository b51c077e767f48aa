-- Whose name changed since the last look: the index of names in memory asks for these rows.
-- CreateIndex
CREATE INDEX "ats_contacts_tenant_id_updated_at_idx" ON "ats_contacts"("tenant_id", "updated_at");

-- CreateIndex
CREATE INDEX "ats_candidates_tenant_id_updated_at_idx" ON "ats_candidates"("tenant_id", "updated_at");
