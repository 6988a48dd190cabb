import { Prisma } from '../../../prisma/generated/client'
import { db } from '../../db'
import { drawnCodings } from './drawn-codings'
import { laterRevisions } from './recoded-work'
import type { SampleChoice } from './sample-choice'

/** What is said of the codings of a sample without reading them one by one. */
export interface SampleOverview {
  /** Pseudonyms of everybody who was given a document of the sample, sorted. */
  coders: string[]
  /** Submitted, but with another version of the codebook: in no figure. */
  ofOtherVersions: number
  /** Versions under which codings were submitted, and that of the report. */
  versions: string[]
  /** SHA-256 over the codings of the sample: another one as soon as one comes, goes, is submitted or handed in again. */
  digest: string
}

interface Row {
  digest: string
  /** What each coder has under each version of the codebook. */
  shares: { coder: string; versionId: string; submitted: number }[]
}

/**
 * A submitted coding never changes, so its id stands for what is in it; nor does a text, so the id of a document stands
 * for that. Of a coding that is not submitted, only who was given what counts. Ids are sorted as bytes: both databases
 * give the same digest.
 */
const bytesOfDrawn = Prisma.sql`coalesce(string_agg(
  CASE WHEN "submittedAt" IS NULL THEN uuid_send("id") || uuid_send("documentId") || uuid_send("coderId") || '?'::bytea
    ELSE uuid_send("id") END,
  ''::bytea ORDER BY "id"), ''::bytea)`

/** Nothing where nothing was handed in again. */
const bytesOfLater = Prisma.sql`coalesce(string_agg(
  CASE WHEN "isAfterRelease" THEN '+'::bytea ELSE '-'::bytea END || uuid_send("id"), ''::bytea ORDER BY "id"), ''::bytea)`

/** One look at all codings: whether a kept report still holds is asked whenever somebody opens it. */
export async function readSampleOverview(choice: SampleChoice): Promise<SampleOverview> {
  const [row] = await db().$queryRaw<Row[]>`
    WITH drawn AS MATERIALIZED (
      SELECT c."id", c."documentId", c."coderId", c."codebookVersionId", c."submittedAt" FROM "Coding" c
      WHERE ${drawnCodings(choice)}),
    shares AS (SELECT "coderId", "codebookVersionId", count("submittedAt") AS "submitted" FROM drawn GROUP BY 1, 2)
    SELECT encode(sha256((SELECT ${bytesOfDrawn} FROM drawn)
        || (SELECT ${bytesOfLater} FROM (${laterRevisions(choice)}) later)), 'hex') AS "digest",
      (SELECT coalesce(json_agg(json_build_object(
          'coder', m."pseudonym", 'versionId', s."codebookVersionId", 'submitted', s."submitted")), '[]')
        FROM shares s JOIN "Membership" m ON m."id" = s."coderId") AS "shares"`
  const { digest, shares } = row ?? { digest: '', shares: [] }
  const { codebookVersionId, versions } = choice
  const submitted = shares.filter((share) => share.submitted > 0)
  const present = new Set([codebookVersionId, ...submitted.map(({ versionId }) => versionId)])
  return {
    digest,
    coders: [...new Set(shares.map(({ coder }) => coder))].sort(),
    ofOtherVersions: submitted
      .filter(({ versionId }) => versionId !== codebookVersionId)
      .reduce((sum, share) => sum + share.submitted, 0),
    versions: [...versions].flatMap(([id, name]) => (present.has(id) ? [name] : [])),
  }
}
