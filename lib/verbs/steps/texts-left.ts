import type { CoderLeft } from '../../coding/texts-left'
import { db } from '../../db'

/** By round: who still codes in it and has texts left to submit, and how many. What is held not eligible is done. */
export async function textsLeft(studyId: string): Promise<Map<string, CoderLeft[]>> {
  const rows = await db().$queryRaw<(CoderLeft & { roundId: string })[]>`
    SELECT c."roundId"::text AS "roundId", m."pseudonym", u."name", count(*)::int AS "texts"
    FROM "Coding" c JOIN "Membership" m ON m."id" = c."coderId" JOIN "User" u ON u."id" = m."userId"
    WHERE c."studyId" = ${studyId}::uuid AND c."kind" = 'human' AND c."state" IN ('assigned', 'open')
      AND c."ineligibleReason" IS NULL AND m."leftAt" IS NULL AND 'coder' = ANY(m."roles")
    GROUP BY c."roundId", m."pseudonym", u."name" ORDER BY m."pseudonym"`
  const left = new Map<string, CoderLeft[]>()
  for (const { roundId, ...coder } of rows) left.set(roundId, [...(left.get(roundId) ?? []), coder])
  return left
}
