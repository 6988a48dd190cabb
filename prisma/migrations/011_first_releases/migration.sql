-- What the schema cannot say -------------------------------------------------------------------------------------

-- Reports on recoded work ask for these few among all that was noted of a study, whenever somebody opens one.
CREATE INDEX "AuditEvent_round_released_idx" ON "AuditEvent"("studyId") WHERE "action" = 'round.released';
