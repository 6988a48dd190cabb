import type { DecidedGold, Method, Outcome } from '../../../coding/review/decision'
import type { Gold } from '../../../coding/review/gold'
import { letter } from '../../../coding/review/letters'
import { type FoundCluster, subjectsOf } from '../../../coding/review/own-outcome'
import { db } from '../../../db'

/** What was decided on documents of which all is decided: read from the decisions alone, without anybody's codings. */

interface Row {
  id: string
  documentId: string
  kind: FoundCluster['kind']
  lineages: string[]
  codes: string[]
  outcome: Outcome | null
  /** Null where all agree and it was accepted so. */
  gold: DecidedGold | null
  isAgreed: boolean
}

export interface DecidedOutcome {
  /** Those whose decision may say something else than a coder. */
  clusters: FoundCluster[]
  /** Links are left out. */
  gold: Gold
  /** Those that say what all coders said. */
  agreed: { clusterId: string; subjects: readonly string[]; lineages: string[] }[]
}

const unanimous: Method = 'unanimous'

async function readRows(roundId: string, documentIds: readonly string[]): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT k."id"::text AS "id", k."documentId"::text AS "documentId", k."kind"::text AS "kind", k."lineages", k."codes",
      e."outcome"::text AS "outcome", cardinality(k."types") = 0 AND e."method" = ${unanimous}::"ReviewMethod" AS "isAgreed",
      CASE WHEN cardinality(k."types") > 0 OR e."method" <> ${unanimous}::"ReviewMethod" THEN e."gold" END AS "gold"
    FROM "Cluster" k LEFT JOIN "Decision" e ON e."id" = k."decisionId" AND k."state" = 'decided'
    WHERE k."roundId" = ${roundId}::uuid AND k."documentId" = ANY(${[...documentIds]}::uuid[])
    ORDER BY k."documentId", k."start", k."end", k."id"`
}

/** Of a cluster about an answer: key of the question. */
function questionOf({ kind, lineages }: Row): string | undefined {
  return kind === 'variable' ? lineages[0]?.replace(/^variable /, '') : undefined
}

function toCluster(row: Row): FoundCluster {
  const { id, kind, lineages } = row
  const variable = questionOf(row)
  return { id, kind, lineages, ...(variable === undefined ? {} : { variable }) }
}

const shown = { provenance: 'adjudicated' as const, decisionId: null }

function annotationsOf({ id: clusterId, gold }: Row): Gold['annotations'] {
  return (gold?.annotations ?? []).map(({ value, coders, reading }, place) => {
    return { ...shown, id: `${clusterId} ${place}`, value, coders, reading: reading ?? null, clusterId }
  })
}

function answersOf(row: Row): Gold['answers'] {
  const { id: clusterId, outcome, gold } = row
  const variable = questionOf(row)
  if (variable === undefined || !gold) return []
  const isDouble = outcome === 'keep_both'
  return (isDouble ? gold.values : [gold.value]).flatMap((value, place) => {
    return value === null ? [] : [{ ...shown, variable, value, reading: isDouble ? letter(place) : null, clusterId }]
  })
}

function toAgreed(row: Row): DecidedOutcome['agreed'][number] {
  const { id: clusterId, codes, lineages } = row
  return { clusterId, subjects: subjectsOf({ ...toCluster(row), codes }), lineages }
}

function toOutcome(rows: readonly Row[]): DecidedOutcome {
  const verdict = rows.find(({ kind }) => kind === 'eligibility')?.gold?.eligibility ?? null
  const open = rows.filter(({ isAgreed }) => !isAgreed)
  return {
    clusters: open.map(toCluster),
    gold: {
      annotations: open.flatMap(annotationsOf),
      answers: open.flatMap(answersOf),
      ...{ links: [], eligibility: verdict === 'code' ? null : verdict, open: 0 },
    },
    agreed: rows.filter(({ isAgreed }) => isAgreed).map(toAgreed),
  }
}

/** What was decided on each of these documents of a round. */
export async function readDecidedOutcomes(
  roundId: string,
  documentIds: readonly string[],
): Promise<Map<string, DecidedOutcome>> {
  const rows = await readRows(roundId, documentIds)
  return new Map(
    documentIds.map((documentId) => [documentId, toOutcome(rows.filter((row) => row.documentId === documentId))]),
  )
}

/** Those of these documents in which coders differ in links: what became of them, decisions alone do not say. */
export async function withLinkConflicts(roundId: string, documentIds: readonly string[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ documentId: string }[]>`
    SELECT DISTINCT k."documentId"::text AS "documentId" FROM "Cluster" k
    WHERE k."roundId" = ${roundId}::uuid AND k."documentId" = ANY(${[...documentIds]}::uuid[]) AND 'D6' = ANY(k."types")`
  return new Set(rows.map(({ documentId }) => documentId))
}
