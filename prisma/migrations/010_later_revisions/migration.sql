-- What the schema cannot say -------------------------------------------------------------------------------------

-- Reports ask for these few among all codings of a study, whenever somebody opens a report.
CREATE INDEX "Coding_later_revisions_idx" ON "Coding"("studyId") WHERE "revision" > 0;
