import { Prisma } from '../../../prisma/generated/client'
import { recodedName } from '../../agreement/report/latest-revisions'
import type { ComposedReport } from '../../computing/tasks'
import { db } from '../../db'
import { drawnCodings } from './drawn-codings'
import type { ReliabilitySample, SampleDocument } from './reliability-sample'
import type { SampleChoice } from './sample-choice'

/** What coders of a sample handed in again. */
export interface RecodedSample {
  /**
   * The documents that somebody recoded, by number: of each the first submissions and, under names of their own, the
   * latest revisions. They are cached apart from the first submissions alone, so that neither costs the other anything.
   */
  sample: ReliabilitySample
  about: NonNullable<ComposedReport['recoded']>
}

/**
 * Later revisions that were handed in, each with the first submission in the sample that it goes back to ("first"): most
 * studies have none, and then nothing else is read. A subquery that is not pulled up, since a database without statistics
 * would rather look at all codings of the study.
 */
export function laterRevisions(choice: SampleChoice): Prisma.Sql {
  const firstRelease = Prisma.sql`least(r."releasedAt", (${firstReleases(choice)} ->> r."id"::text)::timestamp)`
  return Prisma.sql`
    SELECT later."id", later."revision", later."codebookVersionId", later."submittedAt", later."coderId",
      first."id" AS "firstId", first."codebookVersionId" AS "firstVersionId", first."submittedAt" AS "firstAt",
      coalesce(${firstRelease} < later."submittedAt", false) AS "isAfterRelease"
    FROM (SELECT * FROM "Coding" WHERE "studyId" = ${choice.studyId}::uuid AND "revision" > 0 OFFSET 0) later
      CROSS JOIN LATERAL (SELECT c."id", c."codebookVersionId", c."submittedAt" FROM "Coding" c
        WHERE c."roundId" = later."roundId" AND c."documentId" = later."documentId" AND c."coderId" = later."coderId"
          AND ${drawnCodings(choice)} OFFSET 0) first
      JOIN "Round" r ON r."id" = later."roundId"
    WHERE later."submittedAt" IS NOT NULL`
}

/**
 * When each round was first opened to its coders, by its id: one that was closed again, and perhaps opened once more, has
 * forgotten it, but what was seen stays seen. Looked up once, and only where there are later revisions.
 */
function firstReleases({ studyId }: SampleChoice): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_object_agg("roundId", "at") FROM (
    SELECT "detail" ->> 'roundId' AS "roundId", min("at") AS "at" FROM "AuditEvent"
    WHERE "studyId" = ${studyId}::uuid AND "action" = 'round.released' GROUP BY 1) released)`
}

interface Row {
  id: string
  firstId: string
  coder: string
  /** Whether it stands under the version of the report, and whether the first submission does. */
  isOfVersion: boolean
  isFirstOfVersion: boolean
  isAfterRelease: boolean
  days: number
  submittedAt: string
}

/** The recoded part of a sample; undefined where nothing of it was handed in again. */
export async function readRecodedWork(
  choice: SampleChoice,
  sample: ReliabilitySample,
): Promise<RecodedSample | undefined> {
  const version = choice.codebookVersionId
  const rows = await db().$queryRaw<Row[]>`
    SELECT l."id"::text AS "id", l."firstId"::text AS "firstId", m."pseudonym" AS "coder", l."isAfterRelease",
      l."codebookVersionId" = ${version}::uuid AS "isOfVersion",
      l."firstVersionId" = ${version}::uuid AS "isFirstOfVersion",
      floor(extract(epoch FROM l."submittedAt" - l."firstAt") / 86400)::int AS "days",
      to_json(l."submittedAt") #>> '{}' AS "submittedAt"
    FROM (${laterRevisions(choice)}) l JOIN "Membership" m ON m."id" = l."coderId"
    ORDER BY l."firstId", l."revision"`
  if (rows.length === 0) return undefined
  const sampled = new Set(sample.documents.flatMap(({ codings }) => codings.map(({ id }) => id)))
  // Of a coder who coded a document in several rounds, only the first of these codings is compared.
  const own = rows.filter(({ isFirstOfVersion, firstId }) => !isFirstOfVersion || sampled.has(firstId))
  const latest = latestOfEach(own)
  const documents = sample.documents.flatMap((document) => recoded(document, latest))
  const compared = documents.flatMap(({ codings }) => codings.flatMap(({ id }) => latest.get(id) ?? []))
  return {
    sample: { ...sample, scope: `${sample.scope}, recoded`, documents: documents.map(withLatest(latest)) },
    about: {
      revisions: compared.map(({ coder, days, isAfterRelease }) => ({ coder, days, isAfterRelease })),
      ofOtherVersions: ofOtherVersions(own),
    },
  }
}

/** By first submission the latest revision, where both stand under the version of the report. */
function latestOfEach(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.flatMap((row) => (row.isOfVersion && row.isFirstOfVersion ? [[row.firstId, row]] : [])))
}

/** Coders of codings whose newest revision cannot be compared with the first submission: one of the two is left out. */
function ofOtherVersions(rows: readonly Row[]): string[] {
  const newest = new Map(rows.map((row) => [row.firstId, row]))
  return [...newest.values()].flatMap((row) => (row.isOfVersion === row.isFirstOfVersion ? [] : [row.coder]))
}

function recoded(document: SampleDocument, latest: ReadonlyMap<string, Row>): SampleDocument[] {
  return document.codings.some(({ id }) => latest.has(id)) ? [document] : []
}

function withLatest(latest: ReadonlyMap<string, Row>): (document: SampleDocument) => SampleDocument {
  return (document) => ({
    ...document,
    codings: document.codings.flatMap((coding) => {
      const again = latest.get(coding.id)
      if (!again) return [coding]
      return [coding, { id: again.id, coder: recodedName(coding.coder), submittedAt: again.submittedAt }]
    }),
  })
}
