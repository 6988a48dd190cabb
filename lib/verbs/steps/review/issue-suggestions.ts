import type { SuggestedIssue } from '../../../coding/review/codebook-issue'
import { type DecidedCause, type IssueSuggestion, issueSuggestions } from '../../../coding/review/issue-suggestions'
import { db } from '../../../db'
import { quoteOf } from './cluster-quotes'
import { mostShown, toIssueCluster } from './issue-rows'

/** So many suggestions are made, those with the most decisions first. */
const mostSuggestions = 50

interface CauseRow extends DecidedCause {
  decidedAt: Date
}

/** Every decision in force that says why coders differed, on its own cluster: none that made others void. */
function readCauses(studyId: string): Promise<CauseRow[]> {
  return db().$queryRaw<CauseRow[]>`
    SELECT k."id"::text AS "clusterId", k."codes", k."cause", e."decidedAt"
    FROM "Cluster" k JOIN "Decision" e ON e."id" = k."decisionId"
    WHERE k."studyId" = ${studyId}::uuid AND k."state" = 'decided' AND k."cause" IS NOT NULL AND e."clusterId" = k."id"
    ORDER BY e."sequence"`
}

interface KnownIssue {
  codeKey: string
  cause: string | null
  resolvedAt: Date | null
}

/**
 * What is left of a suggestion beside the issues that there are: nothing where one is open about one of its codes and its
 * cause; after one was resolved, what was decided since, if that is enough again.
 */
function besideIssues(suggestion: IssueSuggestion, issues: readonly KnownIssue[], rows: ReadonlyMap<string, CauseRow>) {
  const { codes, cause, clusterIds } = suggestion
  const same = issues.filter((issue) => issue.cause === cause && codes.includes(issue.codeKey))
  if (same.length === 0) return [suggestion]
  if (same.some(({ resolvedAt }) => resolvedAt === null)) return []
  const resolved = Math.max(...same.map(({ resolvedAt }) => resolvedAt?.getTime() ?? 0))
  const since = clusterIds.flatMap((id) => {
    const row = rows.get(id)
    return row && row.decidedAt.getTime() > resolved ? [{ clusterId: id, codes, cause }] : []
  })
  return issueSuggestions(since)
}

/** The clusters with these ids, with their words, by id. */
async function clustersById(studyId: string, ids: readonly string[]) {
  const rows = await db().$queryRaw<Parameters<typeof toIssueCluster>[0][]>`
    SELECT k."id"::text AS "clusterId", d."id"::text AS "documentId", d."number", d."title",
      ${quoteOf('k')} AS "quote"
    FROM "Cluster" k JOIN "Document" d ON d."id" = k."documentId"
    WHERE k."studyId" = ${studyId}::uuid AND k."id" = ANY(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.clusterId, toIssueCluster(row)]))
}

/** What reviewers decided on so often for one cause that the codebook may lack a rule. */
export async function readSuggestions(studyId: string, labels: ReadonlyMap<string, string>): Promise<SuggestedIssue[]> {
  const causes = await readCauses(studyId)
  const rows = new Map(causes.map((row) => [row.clusterId, row]))
  const issues = await db().codebookIssue.findMany({
    where: { studyId },
    select: { codeKey: true, cause: true, resolvedAt: true },
  })
  const suggestions = issueSuggestions(causes)
    .flatMap((suggestion) => besideIssues(suggestion, issues, rows))
    .slice(0, mostSuggestions)
  const shown = suggestions.map(({ clusterIds }) => clusterIds.slice(0, mostShown))
  const clusters = await clustersById(studyId, shown.flat())
  return suggestions.map(({ codes, cause, clusterIds }, place) => ({
    codes: codes.map((key) => ({ key, label: labels.get(key) ?? key })),
    cause,
    decisions: clusterIds.length,
    clusters: (shown[place] ?? []).flatMap((id) => clusters.get(id) ?? []),
  }))
}
