-- AlterTable
ALTER TABLE "AgreementComputation" ADD COLUMN     "byDocument" TEXT;

-- CreateIndex
CREATE INDEX "Document_studyId_set_idx" ON "Document"("studyId", "set");
