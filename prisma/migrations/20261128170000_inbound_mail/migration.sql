-- AlterTable
ALTER TABLE "invitations" ADD COLUMN     "organizer_email" TEXT;

-- CreateTable
CREATE TABLE "mail_sources" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_sources_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "readings" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "ask_round" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "windows" JSONB NOT NULL,
    "proposal_ids" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "readings_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_sources_tenant_id_name_key" ON "mail_sources"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "readings_tenant_id_party_id_created_at_idx" ON "readings"("tenant_id", "party_id", "created_at");


DO $$
DECLARE tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY['mail_sources', 'readings']
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
