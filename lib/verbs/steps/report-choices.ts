import type { AgreementChoices, DocumentSet } from '../../coding/agreement-request'
import { spanCodes } from '../../coding/codes'
import { db } from '../../db'
import type { SampleChoice } from './sample-choice'
import type { SampleOverview } from './sample-overview'

/** What else could be asked of this study. @param targets that the report knows of */
export async function choicesOf(
  { studyId, codebook, rounds }: SampleChoice,
  { versions, coders }: SampleOverview,
  targets: readonly string[],
): Promise<AgreementChoices> {
  return {
    rounds: rounds.map(({ number, title, purpose, version }) => ({ number, title, purpose, version })),
    ...{ versions, coders },
    codes: spanCodes(codebook).map(({ key, label, family }) => ({ key, label, family })),
    targets: [...targets],
    sets: await usedSets(studyId),
  }
}

/** Sets that have a document, each looked for by itself: no document has to be read. */
async function usedSets(studyId: string): Promise<DocumentSet[]> {
  const rows = await db().$queryRaw<{ set: DocumentSet }[]>`
    SELECT s::text AS "set" FROM unnest(enum_range(NULL::"DocumentSet")) AS s
    WHERE EXISTS (SELECT 1 FROM "Document" d WHERE d."studyId" = ${studyId}::uuid AND d."set" = s) ORDER BY s`
  return rows.map(({ set }) => set)
}
