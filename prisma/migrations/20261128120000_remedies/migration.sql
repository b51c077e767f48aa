-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "remedies" JSONB NOT NULL DEFAULT '[]';
