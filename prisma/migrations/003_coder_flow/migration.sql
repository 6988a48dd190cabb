-- CreateTable
CREATE TABLE "CoderQuestion" (
    "codingId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answeredAt" TIMESTAMP(3),
    "answeredById" UUID,
    "ruleVersion" TEXT,

    CONSTRAINT "CoderQuestion_pkey" PRIMARY KEY ("codingId","id")
);

-- CreateTable
CREATE TABLE "ActiveTime" (
    "codingId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "seconds" INTEGER NOT NULL,
    "beganAt" TIMESTAMP(3) NOT NULL,
    "reportedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ActiveTime_pkey" PRIMARY KEY ("codingId","sessionId")
);

-- CreateIndex
CREATE INDEX "CoderQuestion_studyId_answeredAt_idx" ON "CoderQuestion"("studyId", "answeredAt");

-- AddForeignKey
ALTER TABLE "CoderQuestion" ADD CONSTRAINT "CoderQuestion_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActiveTime" ADD CONSTRAINT "ActiveTime_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say -------------------------------------------------------------------------------------

-- Reliability reads first submissions only; what is held not eligible is missing and cannot be a submission.
ALTER TABLE "Coding"
  ADD CONSTRAINT "Coding_irr_first_only" CHECK ("revision" = 0 OR NOT "inIrr"),
  ADD CONSTRAINT "Coding_reopened_is_later" CHECK ("reopenReason" IS NULL OR ("revision" > 0 AND "reopenReason" <> '')),
  ADD CONSTRAINT "Coding_ineligible_has_reason" CHECK ("ineligibleReason" <> ''),
  ADD CONSTRAINT "Coding_confirmed_is_ineligible" CHECK ("ineligibleConfirmedAt" IS NULL OR "ineligibleReason" IS NOT NULL),
  ADD CONSTRAINT "Coding_ineligible_is_missing" CHECK ("ineligibleReason" IS NULL OR "submittedAt" IS NULL);

ALTER TABLE "CoderQuestion"
  ADD CONSTRAINT "CoderQuestion_span_shape" CHECK (0 <= "start" AND "start" < "end"),
  ADD CONSTRAINT "CoderQuestion_says_something" CHECK ("question" <> '' AND "answer" <> ''),
  ADD CONSTRAINT "CoderQuestion_answered_when" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL)),
  ADD CONSTRAINT "CoderQuestion_answered_by_somebody" CHECK (("answer" IS NULL) = ("answeredById" IS NULL)),
  ADD CONSTRAINT "CoderQuestion_rule_is_an_answer" CHECK ("ruleVersion" IS NULL OR "answer" IS NOT NULL);

-- A sitting lasts a day at most.
ALTER TABLE "ActiveTime" ADD CONSTRAINT "ActiveTime_seconds_of_a_day" CHECK ("seconds" BETWEEN 0 AND 86400);
