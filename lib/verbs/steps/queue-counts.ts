import type { DisagreementType } from '../../coding/review/cluster'
import type { Cause } from '../../coding/review/decision'
import { oneSteps } from '../../coding/review/one-step-rules'
import type { ReviewFilters } from '../../coding/review/review-filters'
import type { QueueCounts, ReviewQueue, ReviewState } from '../../coding/review/review-view'
import { db } from '../../db'
import { isOpenToSteps } from './one-step-decisions'
import type { ClusterConditions } from './review-conditions'

/** Clusters that look alike to the queue, and how many there are. */
interface Alike {
  state: ReviewState
  cause: Cause | null
  types: DisagreementType[]
  codes: string[]
  /** Steps for many clusters that would decide them now. */
  steps: string[]
  /** Whether the filters without counts leave them. */
  fits: boolean
  clusters: number
}

export interface CountedQueue extends Pick<ReviewQueue, 'counts' | 'total' | 'left' | 'inOneStep'> {
  /** Keys of all codes in the clusters of the round, sorted. */
  codes: string[]
}

/** One look at all clusters of the round; those that look alike are counted by the database. */
function readAlike(roundId: string, { others }: ClusterConditions): Promise<Alike[]> {
  return db().$queryRaw<Alike[]>`
    SELECT x."state"::text AS "state", x."cause", to_json(x."types") AS "types", to_json(x."codes") AS "codes",
      to_json(x."steps") AS "steps", x."fits", count(*)::integer AS "clusters"
    FROM (
      SELECT c."state", c."cause", c."types", c."codes", ${others} AS "fits",
        CASE WHEN cardinality(c."steps") > 0 AND ${isOpenToSteps('c')} THEN c."steps" ELSE '{}' END AS "steps"
      FROM "Cluster" c WHERE c."roundId" = ${roundId}::uuid) x
    GROUP BY x."state", x."cause", x."types", x."codes", x."steps", x."fits"`
}

type Facet = 'type' | 'state' | 'code' | 'cause'

/** Whether the filter of a facet leaves these clusters: the same as its condition in SQL. */
const leaves: Record<Facet, (alike: Alike, filters: ReviewFilters) => boolean> = {
  type: ({ types }, { type }) =>
    type === undefined ? types.length > 0 : type === 'agreed' ? types.length === 0 : types.includes(type),
  state: ({ state }, filters) =>
    filters.state === undefined ? state !== 'decided' : filters.state === 'all' || state === filters.state,
  code: ({ codes }, { code }) => code === undefined || codes.includes(code),
  cause: ({ cause }, filters) => filters.cause === undefined || cause === filters.cause,
}
const facets = Object.keys(leaves) as Facet[]

function sum(all: readonly Alike[]): number {
  return all.reduce((total, { clusters }) => total + clusters, 0)
}

/** By value, how many of the clusters that the filters but this one leave. */
function countBy(all: readonly Alike[], filters: ReviewFilters, facet: Facet, valuesOf: (alike: Alike) => string[]) {
  const others = facets.filter((one) => one !== facet)
  const counts: Record<string, number> = {}
  for (const alike of all) {
    if (!alike.fits || !others.every((one) => leaves[one](alike, filters))) continue
    for (const value of valuesOf(alike)) counts[value] = (counts[value] ?? 0) + alike.clusters
  }
  return counts
}

function countsOf(all: readonly Alike[], filters: ReviewFilters): QueueCounts {
  return {
    types: countBy(all, filters, 'type', ({ types }) => (types.length === 0 ? ['agreed'] : types)),
    states: countBy(all, filters, 'state', ({ state }) => [state]),
    codes: countBy(all, filters, 'code', ({ codes }) => codes),
    causes: countBy(all, filters, 'cause', ({ cause }) => (cause === null ? [] : [cause])),
  }
}

/** Counts the clusters of a round under these filters. */
export async function countQueue(
  roundId: string,
  filters: ReviewFilters,
  conditions: ClusterConditions,
): Promise<CountedQueue> {
  const all = await readAlike(roundId, conditions)
  const wouldDecide = (step: string) => sum(all.filter(({ steps }) => steps.includes(step)))
  const [unanimous, trivial, half] = oneSteps.map(wouldDecide)
  return {
    counts: countsOf(all, filters),
    total: sum(all.filter((alike) => alike.fits && facets.every((facet) => leaves[facet](alike, filters)))),
    left: sum(all.filter(({ state }) => state !== 'decided')),
    inOneStep: { unanimous: unanimous ?? 0, trivial: trivial ?? 0, half: half ?? 0 },
    codes: [...new Set(all.flatMap(({ codes }) => codes))].sort(),
  }
}
