-- CreateTable
CREATE TABLE "model_spends" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "spent_on" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL,
    "call_count" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_spends_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "model_spends_tenant_id_spent_on_key" ON "model_spends"("tenant_id", "spent_on");


-- A session sees and writes rows of the tenant it named, and without a name none.
ALTER TABLE "model_spends" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "model_spends" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_tenant" ON "model_spends"
    USING ("tenant_id" = nullif(current_setting('app.tenant', true), ''))
    WITH CHECK ("tenant_id" = nullif(current_setting('app.tenant', true), ''));
