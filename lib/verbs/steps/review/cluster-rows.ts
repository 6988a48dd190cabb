import type { Cluster } from '../../../coding/review/cluster'
import type { Cause } from '../../../coding/review/decision'
import type { ReviewState } from '../../../coding/review/review-view'
import type { Transaction } from '../../../db'
import { lookOf } from './cluster-looks'
import type { StepDecision } from './one-step-decisions'
import { readKeys, type StaleDocument } from './reviewable-documents'

/** How clusters lie in the tables. They are a cache: what is written replaces what was there. */

/** Where the review of a cluster stands, as it is kept beside the cluster. */
export interface KeptStanding {
  state: ReviewState
  cause: Cause | null
  decisionId: string | null
}

export interface MadeCluster {
  cluster: Cluster
  /** What each step for many clusters would decide of it; a step that is not in it leaves it alone. */
  steps: Readonly<Record<string, StepDecision>>
}

/** The clusters of one document, made from what its key names. */
export interface MadeDocument extends StaleDocument {
  number: number
  revisions: { codingId: string; coder: string; revision: number }[]
  clusters: readonly MadeCluster[]
}

type Place = { studyId: string; roundId: string }

/** The key of a document that has none yet: as good as any that is out of date. */
const unmade = ''

/**
 * Locks the documents against everybody else who decides on them or makes their clusters. Always in the order of the ids,
 * so that nobody waits for a lock in a circle.
 */
async function lockDocuments(tx: Transaction, { studyId, roundId }: Place, documentIds: readonly string[]) {
  await tx.$executeRaw`
    INSERT INTO "ReviewedDocument" ("roundId", "documentId", "studyId", "key", "coders")
    SELECT ${roundId}::uuid, asked, ${studyId}::uuid, ${unmade}, 0 FROM unnest(${[...documentIds]}::uuid[]) asked
    ORDER BY asked ON CONFLICT ("roundId", "documentId") DO UPDATE SET "studyId" = EXCLUDED."studyId"`
}

/**
 * Those of the locked documents that can be reviewed and are still as they were when these clusters were made: somebody
 * else may have made newer ones meanwhile, or a coder come to be waited for.
 */
async function stillCurrent(tx: Transaction, place: Place, documents: readonly MadeDocument[]) {
  const documentIds = documents.map(({ documentId }) => documentId)
  const keys = await readKeys(place, documentIds, tx)
  await tx.reviewedDocument.deleteMany({
    where: { roundId: place.roundId, key: unmade, documentId: { in: documentIds.filter((id) => !keys.has(id)) } },
  })
  return documents.filter(({ documentId, key }) => keys.get(documentId) === key)
}

/** Keeps what the clusters of locked documents were made from. */
async function keepDocuments(tx: Transaction, { studyId, roundId }: Place, documents: readonly MadeDocument[]) {
  const rows = documents.map(({ documentId, key, revisions }) => ({
    ...{ documentId, key, revisions, coders: revisions.length },
  }))
  await tx.$executeRaw`
    INSERT INTO "ReviewedDocument" ("roundId", "documentId", "studyId", "key", "coders", "revisions")
    SELECT ${roundId}::uuid, r."documentId", ${studyId}::uuid, r."key", r."coders", r."revisions"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("documentId" uuid, "key" text, "coders" integer,
      "revisions" jsonb)
    ORDER BY r."documentId"
    ON CONFLICT ("roundId", "documentId") DO UPDATE SET "key" = EXCLUDED."key", "coders" = EXCLUDED."coders",
      "revisions" = EXCLUDED."revisions"`
}

async function forgetClusters(tx: Transaction, { roundId }: Place, documentIds: readonly string[]) {
  await tx.$executeRaw`
    DELETE FROM "Cluster" WHERE "roundId" = ${roundId}::uuid AND "documentId" = ANY(${documentIds}::uuid[])`
  await tx.$executeRaw`
    DELETE FROM "ClusterContent" WHERE "roundId" = ${roundId}::uuid AND "documentId" = ANY(${documentIds}::uuid[])`
}

function pairsOf({ differences }: Cluster): string[] {
  return [...new Set(differences.map(({ coders }) => coders.join(' ')))].sort()
}

const open: KeptStanding = { state: 'open', cause: null, decisionId: null }

/**
 * Puts made clusters in place of older ones, never of newer ones. What is decided of these documents stays found: the
 * standing of each cluster is read once the documents are locked.
 */
export async function replaceClusters(
  tx: Transaction,
  place: Place,
  made: readonly MadeDocument[],
  standings: (documentIds: string[]) => Promise<ReadonlyMap<string, KeptStanding>>,
): Promise<void> {
  await lockDocuments(
    tx,
    place,
    made.map(({ documentId }) => documentId),
  )
  const documents = await stillCurrent(tx, place, made)
  const documentIds = documents.map(({ documentId }) => documentId)
  await keepDocuments(tx, place, documents)
  const standingOf = await standings(documentIds)
  await forgetClusters(tx, place, documentIds)
  const rows = documents.flatMap(({ documentId, number, clusters }) =>
    clusters.map(({ cluster, steps }) => {
      const { id, kind, family, codes, types, severity, start, end, inputKey, lineages } = cluster
      return {
        ...{ id, documentId, number, kind, family, codes, types, severity, start, end, inputKey, lineages },
        ...{ pairs: pairsOf(cluster), steps: Object.keys(steps), ...(standingOf.get(id) ?? open) },
        look: lookOf({ types, codes, steps: Object.keys(steps) }),
        ...{ content: JSON.stringify(cluster), contentSteps: steps },
      }
    }),
  )
  await insertClusters(tx, place, rows)
}

/** Rows in one statement: what is sent is text in memory on both sides. */
const rowsAtOnce = 1_000

async function insertClusters(tx: Transaction, { studyId, roundId }: Place, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const json = JSON.stringify(rows.slice(from, from + rowsAtOnce))
    await tx.$executeRaw`
      WITH r AS MATERIALIZED (
        SELECT * FROM jsonb_to_recordset(${json}::jsonb) AS r("id" uuid, "documentId" uuid, "number" integer, "kind" text,
          "family" text, "codes" text[], "types" text[], "severity" integer, "pairs" text[], "start" integer,
          "end" integer, "inputKey" uuid, "lineages" text[], "steps" text[], "look" text, "state" text, "cause" text,
          "decisionId" uuid, "content" text, "contentSteps" jsonb)),
      content AS (
        INSERT INTO "ClusterContent" ("clusterId", "roundId", "documentId", "content", "steps")
        SELECT r."id", ${roundId}::uuid, r."documentId", r."content", r."contentSteps" FROM r)
      INSERT INTO "Cluster" ("id", "studyId", "roundId", "documentId", "number", "kind", "family", "codes", "types",
        "severity", "pairs", "start", "end", "inputKey", "lineages", "steps", "look", "state", "cause", "decisionId")
      SELECT r."id", ${studyId}::uuid, ${roundId}::uuid, r."documentId", r."number", r."kind"::"ClusterKind", r."family",
        r."codes", r."types", r."severity", r."pairs", r."start", r."end", r."inputKey", r."lineages", r."steps",
        r."look", r."state"::"ReviewState", r."cause", r."decisionId"
      FROM r`
  }
}

/** Takes away the clusters of documents that are not reviewable (any more). What was decided stays. */
export async function forgetDocuments(tx: Transaction, { roundId }: Place, documentIds: readonly string[]) {
  await tx.$queryRaw`
    SELECT 1 FROM "ReviewedDocument" WHERE "roundId" = ${roundId}::uuid AND "documentId" = ANY(${documentIds}::uuid[])
    ORDER BY "documentId" FOR UPDATE`
  await tx.$executeRaw`
    DELETE FROM "ReviewedDocument" WHERE "roundId" = ${roundId}::uuid AND "documentId" = ANY(${documentIds}::uuid[])`
}
