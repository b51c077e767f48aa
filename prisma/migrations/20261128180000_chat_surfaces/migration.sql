-- AlterTable
ALTER TABLE "parties" ADD COLUMN     "said_yes_to_sequence" INTEGER;

-- AlterTable
ALTER TABLE "thread_messages" ADD COLUMN     "external_id" TEXT;

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "address" JSONB,
ADD COLUMN     "audience" TEXT NOT NULL DEFAULT 'personal',
ADD COLUMN     "request_id" TEXT;

-- CreateTable
CREATE TABLE "chat_workspaces" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bot_user_id" TEXT,
    "scopes" JSONB NOT NULL,
    "sealed_secrets" TEXT,
    "state" TEXT NOT NULL,
    "installed_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_workspaces_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "chat_users" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "member_id" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "address" JSONB,
    "asked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_users_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "chat_workspaces_tenant_id_surface_external_id_key" ON "chat_workspaces"("tenant_id", "surface", "external_id");

-- CreateIndex
CREATE INDEX "chat_users_tenant_id_member_id_idx" ON "chat_users"("tenant_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_users_tenant_id_surface_workspace_id_user_id_key" ON "chat_users"("tenant_id", "surface", "workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "threads_tenant_id_request_id_idx" ON "threads"("tenant_id", "request_id");


DO $$
DECLARE tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY['chat_workspaces', 'chat_users']
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
