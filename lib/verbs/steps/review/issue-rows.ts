import type { CodebookIssue, IssueCluster } from '../../../coding/review/codebook-issue'
import { type Cause, causeSchema } from '../../../coding/review/decision'
import { db } from '../../../db'
import { quoteOf } from './cluster-quotes'

/** So many clusters of an issue, or of a suggestion, are shown. */
export const mostShown = 20

interface ClusterRow {
  of: string
  clusterId: string
  documentId: string
  number: number
  title: string
  quote: string
}

export function toIssueCluster({ clusterId, documentId, number, title, quote }: Omit<ClusterRow, 'of'>): IssueCluster {
  return { clusterId, document: { id: documentId, number, title }, quote }
}

/**
 * The first clusters of each issue, in the order of documents and places: those that have its annotations now, whatever
 * clusters they were in when it was flagged. Texts are read of those alone.
 */
async function clustersOfIssues(studyId: string): Promise<Map<string, { clusters: IssueCluster[]; count: number }>> {
  const rows = await db().$queryRaw<(ClusterRow & { count: number })[]>`
    WITH linked AS (
      SELECT DISTINCT l."issueId", l."documentId", coalesce(now."id", l."clusterId") AS "clusterId"
      FROM "CodebookIssueCluster" l LEFT JOIN "Cluster" now ON now."roundId" = l."roundId"
        AND now."documentId" = l."documentId" AND now."lineages" && l."lineages"
      WHERE l."studyId" = ${studyId}::uuid),
    numbered AS (
      SELECT l."issueId", l."clusterId", l."documentId", k."kind", k."start", k."end",
        count(*) OVER (PARTITION BY l."issueId")::int AS "count",
        row_number() OVER (PARTITION BY l."issueId" ORDER BY d."number", k."start", l."clusterId") AS "place"
      FROM linked l JOIN "Document" d ON d."id" = l."documentId" LEFT JOIN "Cluster" k ON k."id" = l."clusterId"),
    shown AS MATERIALIZED (SELECT * FROM numbered WHERE "place" <= ${mostShown}::int)
    SELECT k."issueId"::text AS "of", k."clusterId"::text AS "clusterId", d."id"::text AS "documentId", d."number",
      d."title", k."count", ${quoteOf('k')} AS "quote"
    FROM shown k JOIN "Document" d ON d."id" = k."documentId" ORDER BY "of", k."place"`
  const found = new Map<string, { clusters: IssueCluster[]; count: number }>()
  for (const { of, count, ...row } of rows) {
    const entry = found.get(of) ?? { clusters: [], count }
    entry.clusters.push(toIssueCluster(row))
    found.set(of, entry)
  }
  return found
}

function toCause(cause: string | null): Cause | null {
  return causeSchema.nullable().parse(cause)
}

/** All issues: open ones by code and cause, then the resolved ones, the last first. */
export async function readIssues(studyId: string, labels: ReadonlyMap<string, string>): Promise<CodebookIssue[]> {
  const rows = await db().codebookIssue.findMany({
    where: { studyId },
    include: { createdBy: { select: { user: { select: { name: true } } } } },
    orderBy: [{ resolvedAt: { sort: 'desc', nulls: 'first' } }, { codeKey: 'asc' }, { cause: 'asc' }, { id: 'asc' }],
  })
  const clusters = await clustersOfIssues(studyId)
  return rows.map(({ id, codeKey, cause, text, version, createdAt, createdBy, resolution, resolvedAt }) => ({
    ...{ id, text, version, resolution, cause: toCause(cause) },
    code: { key: codeKey, label: labels.get(codeKey) ?? codeKey },
    by: createdBy.user.name,
    at: createdAt.toISOString(),
    clusters: clusters.get(id)?.clusters ?? [],
    clusterCount: clusters.get(id)?.count ?? 0,
    resolvedAt: resolvedAt?.toISOString() ?? null,
  }))
}
