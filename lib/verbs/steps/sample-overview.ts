import { Prisma } from '../../../prisma/generated/client'
import { db } from '../../db'
import { drawnCodings } from './drawn-codings'
import type { SampleChoice } from './sample-choice'

/** What is said of the codings of a sample without reading them one by one. */
export interface SampleOverview {
  /** Pseudonyms of everybody who was given a document of the sample, sorted. */
  coders: string[]
  /** Submitted, but with another version of the codebook: in no figure. */
  ofOtherVersions: number
  /** Versions under which codings were submitted, and that of the report. */
  versions: string[]
  /** SHA-256 over the codings of the sample: another one as soon as one comes, goes or is submitted. */
  digest: string
}

interface Row {
  digest: string
  coders: string[]
  /** Submitted codings by id of their version. */
  submitted: Record<string, number>
}

/**
 * A submitted coding never changes, so its id stands for what is in it; nor does a text, so the id of the document stands
 * for that. Every coding has as many bytes, and ids are sorted as bytes: both databases give the same digest.
 */
const digest = Prisma.sql`encode(sha256(coalesce(string_agg(
  uuid_send("id") || uuid_send("documentId") || uuid_send("coderId") || uuid_send("codebookVersionId")
    || timestamp_send(coalesce("submittedAt", 'infinity')),
  ''::bytea ORDER BY "id"), ''::bytea)), 'hex')`

/** One look at all codings: whether a kept report still holds is asked whenever somebody opens it. */
export async function readSampleOverview(choice: SampleChoice): Promise<SampleOverview> {
  const [row] = await db().$queryRaw<Row[]>`
    WITH drawn AS MATERIALIZED (
      SELECT c."id", c."documentId", c."coderId", c."codebookVersionId", c."submittedAt" FROM "Coding" c
      WHERE ${drawnCodings(choice)})
    SELECT (SELECT ${digest} FROM drawn) AS "digest",
      ARRAY(SELECT m."pseudonym" FROM (SELECT DISTINCT "coderId" AS "id" FROM drawn) AS "given"
        JOIN "Membership" m USING ("id") ORDER BY m."pseudonym" COLLATE "C") AS "coders",
      (SELECT coalesce(json_object_agg("id", "count"), '{}') FROM (
        SELECT "codebookVersionId" AS "id", count(*) AS "count" FROM drawn WHERE "submittedAt" IS NOT NULL GROUP BY 1
      ) AS "counts") AS "submitted"`
  const { submitted, ...read } = row ?? { digest: '', coders: [], submitted: {} }
  const { codebookVersionId, versions } = choice
  const others = Object.entries(submitted).filter(([id]) => id !== codebookVersionId)
  return {
    ...read,
    ofOtherVersions: others.reduce((sum, [, count]) => sum + count, 0),
    versions: [...versions].flatMap(([id, name]) => (id === codebookVersionId || id in submitted ? [name] : [])),
  }
}
