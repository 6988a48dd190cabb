-- DropForeignKey
ALTER TABLE "ActiveTime" DROP CONSTRAINT "ActiveTime_codingId_fkey";

-- DropForeignKey
ALTER TABLE "CoderQuestion" DROP CONSTRAINT "CoderQuestion_codingId_fkey";

-- CreateIndex
CREATE UNIQUE INDEX "Coding_studyId_id_key" ON "Coding"("studyId", "id");

-- AddForeignKey
ALTER TABLE "CoderQuestion" ADD CONSTRAINT "CoderQuestion_studyId_codingId_fkey" FOREIGN KEY ("studyId", "codingId") REFERENCES "Coding"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActiveTime" ADD CONSTRAINT "ActiveTime_studyId_codingId_fkey" FOREIGN KEY ("studyId", "codingId") REFERENCES "Coding"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say -------------------------------------------------------------------------------------

-- Whoever reopens a coding says why, and only a later revision was reopened.
ALTER TABLE "Coding"
  DROP CONSTRAINT "Coding_reopened_is_later",
  ADD CONSTRAINT "Coding_reopened_is_later"
    CHECK (("revision" > 0) = ("reopenReason" IS NOT NULL) AND "reopenReason" <> '');

-- An opened coding stays, and a submitted one changes no more; nor does whether it is in the reliability sample: that is
-- settled before anybody can know what it agrees with.
CREATE OR REPLACE FUNCTION keep_coding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'assigned' THEN
      RAISE EXCEPTION 'a coding that was opened is never deleted';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD."state" IN ('submitted', 'adjudicated') AND (
    NEW."state" < OLD."state" OR NEW."submittedAt" IS DISTINCT FROM OLD."submittedAt"
    OR NEW."nothingToCode" <> OLD."nothingToCode" OR NEW."revision" <> OLD."revision" OR NEW."inIrr" <> OLD."inIrr"
    OR NEW."documentId" <> OLD."documentId" OR NEW."coderId" <> OLD."coderId" OR NEW."roundId" <> OLD."roundId"
    OR NEW."codebookVersionId" <> OLD."codebookVersionId") THEN
    RAISE EXCEPTION 'a submitted coding never changes';
  END IF;
  RETURN NEW;
END $$;
