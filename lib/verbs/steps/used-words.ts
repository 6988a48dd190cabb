import type { Prisma } from '../../../prisma/generated/client'
import { db } from '../../db'

/** A word that coders wrote where a person, body, group, place or event is asked for. */
export interface UsedWord {
  word: string
  /** Annotations, and variables of documents, that name it. What a later revision of a coding repeats counts once. */
  uses: number
}

/**
 * The words that name entities in these codings, the most used first. Which values do so says the codebook version of each
 * coding.
 * @param which condition on the coding c
 * @param most at most so many words; all without it
 */
export async function readUsedWords(studyId: string, which: Prisma.Sql, most?: number): Promise<UsedWord[]> {
  return db().$queryRaw<UsedWord[]>`
    WITH named AS (
      SELECT a."lineageId"::text AS source, e.value
      FROM "Annotation" a
        JOIN "Coding" c ON c."id" = a."codingId"
        JOIN "CodebookVersion" b ON b."id" = c."codebookVersionId"
        CROSS JOIN LATERAL jsonb_each(a."attributes") AS e(key, value)
      WHERE a."studyId" = ${studyId}::uuid AND a."deletedAt" IS NULL AND ${which}
        AND b."attributes" -> e.key ->> 'type' = 'entity_ref'
      UNION ALL
      SELECT concat_ws(' ', c."roundId", c."documentId", c."coderId", v."variable"), v."value"
      FROM "VariableValue" v
        JOIN "Coding" c ON c."id" = v."codingId"
        JOIN "CodebookVersion" b ON b."id" = c."codebookVersionId"
      WHERE v."studyId" = ${studyId}::uuid AND v."deletedAt" IS NULL AND ${which}
        AND b."variables" @> jsonb_build_array(jsonb_build_object('key', v."variable", 'type', 'entity_ref'))
    )
    SELECT words.word, count(DISTINCT named.source)::integer AS uses
    FROM named CROSS JOIN LATERAL jsonb_array_elements_text(
      CASE jsonb_typeof(named.value) WHEN 'array' THEN named.value ELSE jsonb_build_array(named.value) END
    ) AS words(word)
    WHERE btrim(words.word) <> ''
    GROUP BY words.word ORDER BY uses DESC, words.word COLLATE "C" LIMIT ${most ?? null}::integer`
}
