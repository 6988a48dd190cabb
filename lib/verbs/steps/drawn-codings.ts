import { Prisma } from '../../../prisma/generated/client'
import { isEligible } from './ineligible'
import type { SampleChoice } from './sample-choice'

/**
 * The independent layer, as a condition on "Coding" c: first submissions (revision 0) of human coders, but for documents
 * that the lead confirmed as not eligible. In main rounds only the random sample counts; other rounds have no headline
 * figures, so all their codings do. Nothing is joined: an embedded database has no statistics to plan by, and would look
 * up the round of every coding.
 */
export function drawnCodings({ studyId, chosen, set }: SampleChoice): Prisma.Sql {
  const ofMain = chosen.filter(({ purpose }) => purpose === 'main').map(({ id }) => id)
  const ofOthers = chosen.filter(({ purpose }) => purpose !== 'main').map(({ id }) => id)
  const ofSet = set ? ofDocuments(studyId, Prisma.sql`"set" = ${set}::"DocumentSet"`) : Prisma.empty
  return Prisma.sql`c."studyId" = ${studyId}::uuid AND c."kind" = 'human' AND c."revision" = 0
    AND (c."inIrr" AND c."roundId" = ANY(${ofMain}::uuid[]) OR c."roundId" = ANY(${ofOthers}::uuid[]))
    AND ${isEligible(studyId)} ${ofSet}`
}

/** A further condition on "Coding" c: of the documents of the study that fulfil one. */
export function ofDocuments(studyId: string, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`AND c."documentId" = ANY(ARRAY(
    SELECT "id" FROM "Document" WHERE "studyId" = ${studyId}::uuid AND ${condition}))`
}
