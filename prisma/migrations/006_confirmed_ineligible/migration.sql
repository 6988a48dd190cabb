-- What the schema cannot say -------------------------------------------------------------------------------------

-- Reports and exports ask for these few among all codings of a study, whenever somebody opens a report.
CREATE INDEX "Coding_confirmed_ineligible_idx" ON "Coding"("studyId") WHERE "ineligibleConfirmedAt" IS NOT NULL;
