import type { Cluster } from '../../../coding/review/cluster'
import { type Stood, standingsIn } from '../../../coding/review/standing'
import type { Transaction } from '../../../db'
import type { KeptStanding } from './cluster-rows'
import { type RecordedDecision, readDecisions } from './decision-rows'

/** How far the review of clusters is, as it is kept beside them: always what the decisions on their document make of it. */

type Place = { studyId: string; roundId: string }

/** What of a kept cluster says which decisions are about it. */
type ClusterRow = Pick<Cluster, 'id' | 'inputKey' | 'kind' | 'family' | 'lineages'> & { documentId: string }

/** The clusters of these documents as they are kept, without what is in them. */
export async function readClusterRows(
  tx: Transaction,
  { roundId }: Place,
  documentIds: readonly string[],
): Promise<ClusterRow[]> {
  return tx.$queryRaw<ClusterRow[]>`
    SELECT k."id"::text AS "id", k."inputKey"::text AS "inputKey", k."kind"::text AS "kind", k."family", k."lineages",
      k."documentId"::text AS "documentId"
    FROM "Cluster" k WHERE k."roundId" = ${roundId}::uuid AND k."documentId" = ANY(${[...documentIds]}::uuid[])`
}

function byDocument<Row extends { documentId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const own = found.get(row.documentId)
    if (own) own.push(row)
    else found.set(row.documentId, [row])
  }
  return found
}

/** As it is kept beside its cluster. Why coders differ, a void cluster does not say: nobody decided on it. */
function toKept({ state, decision, isVoid }: Stood<unknown, RecordedDecision>): KeptStanding {
  return { state, cause: isVoid ? null : (decision?.cause ?? null), decisionId: decision?.id ?? null }
}

/** The standings of all clusters of these documents, by id. */
export function keptStandings<Of extends Parameters<typeof standingsIn>[0][number]>(
  documents: ReadonlyMap<string, readonly Of[]>,
  decisions: readonly RecordedDecision[],
): Map<string, KeptStanding> {
  const decided = byDocument(decisions)
  return new Map(
    [...documents].flatMap(([documentId, clusters]) =>
      standingsIn(clusters, decided.get(documentId) ?? []).map((stood) => [stood.cluster.id, toKept(stood)] as const),
    ),
  )
}

/** Says anew where the review of each cluster of these documents stands: a decision on one may make others void. */
export async function standAnew(tx: Transaction, place: Place, documentIds: readonly string[]): Promise<void> {
  const clusters = await readClusterRows(tx, place, documentIds)
  const standings = keptStandings(byDocument(clusters), await readDecisions(place, documentIds, tx))
  const rows = Array.from(standings, ([id, kept]) => ({ id, ...kept }))
  await tx.$executeRaw`
    UPDATE "Cluster" k SET "state" = r."state"::"ReviewState", "cause" = r."cause", "decisionId" = r."decisionId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "state" text, "cause" text, "decisionId" uuid)
    WHERE k."id" = r."id" AND (k."state"::text, k."cause", k."decisionId")
      IS DISTINCT FROM (r."state", r."cause", r."decisionId")`
}
