-- CreateEnum
CREATE TYPE "ComputationState" AS ENUM ('running', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "DocumentStatistics" (
    "studyId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "codebookVersionId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "statistics" TEXT NOT NULL,
    "computedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentStatistics_pkey" PRIMARY KEY ("documentId","codebookVersionId","scope")
);

-- CreateTable
CREATE TABLE "AgreementComputation" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" "ComputationState" NOT NULL DEFAULT 'running',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "doing" TEXT NOT NULL DEFAULT '',
    "startedAt" TIMESTAMP(3) NOT NULL,
    "heartbeatAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "report" TEXT,
    "error" TEXT,

    CONSTRAINT "AgreementComputation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DocumentStatistics_studyId_codebookVersionId_scope_idx" ON "DocumentStatistics"("studyId", "codebookVersionId", "scope");

-- CreateIndex
CREATE INDEX "AgreementComputation_studyId_startedAt_idx" ON "AgreementComputation"("studyId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementComputation_studyId_key_key" ON "AgreementComputation"("studyId", "key");

-- AddForeignKey
ALTER TABLE "DocumentStatistics" ADD CONSTRAINT "DocumentStatistics_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentStatistics" ADD CONSTRAINT "DocumentStatistics_studyId_documentId_fkey" FOREIGN KEY ("studyId", "documentId") REFERENCES "Document"("studyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentStatistics" ADD CONSTRAINT "DocumentStatistics_studyId_codebookVersionId_fkey" FOREIGN KEY ("studyId", "codebookVersionId") REFERENCES "CodebookVersion"("studyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementComputation" ADD CONSTRAINT "AgreementComputation_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say -------------------------------------------------------------------------------------

ALTER TABLE "DocumentStatistics" ADD CONSTRAINT "DocumentStatistics_key_shape" CHECK ("key" ~ '^[0-9a-f]{64}$');

ALTER TABLE "AgreementComputation"
  ADD CONSTRAINT "AgreementComputation_key_shape" CHECK ("key" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "AgreementComputation_progress_is_a_share" CHECK ("progress" BETWEEN 0 AND 1),
  ADD CONSTRAINT "AgreementComputation_finished_when" CHECK (("state" = 'running') = ("finishedAt" IS NULL)),
  ADD CONSTRAINT "AgreementComputation_report_when_done" CHECK (("state" = 'done') = ("report" IS NOT NULL)),
  ADD CONSTRAINT "AgreementComputation_error_when_failed" CHECK (("state" = 'failed') = ("error" IS NOT NULL));
