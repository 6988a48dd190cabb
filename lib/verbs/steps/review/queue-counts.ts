import type { Cause } from '../../../coding/review/decision'
import { oneSteps } from '../../../coding/review/one-step-rules'
import type { ReviewFilters } from '../../../coding/review/review-filters'
import type { QueueCounts, ReviewQueue, ReviewState } from '../../../coding/review/review-view'
import { db } from '../../../db'
import { type ClusterLook, parseLook } from './cluster-looks'
import { isOpenToSteps } from './one-step-decisions'
import type { ClusterConditions } from './review-conditions'

/** Clusters that look alike, and how many there are. */
interface Alike extends ClusterLook {
  state: ReviewState
  cause: Cause | null
  /** Whether the filters without counts leave them. */
  fits: boolean
  clusters: number
}

export interface CountedQueue extends Pick<ReviewQueue, 'counts' | 'total' | 'left' | 'inOneStep'> {
  /** Keys of all codes in the clusters of the round, sorted. */
  codes: string[]
}

type Row = Omit<Alike, keyof ClusterLook> & { look: string }

/** One look at all clusters of the round; those that look alike are counted by the database. */
async function readAlike(roundId: string, { others }: ClusterConditions): Promise<Alike[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT c."state"::text AS "state", c."cause", c."look", ${others} AS "fits", count(*)::integer AS "clusters"
    FROM "Cluster" c WHERE c."roundId" = ${roundId}::uuid GROUP BY c."state", c."cause", c."look", "fits"`
  return rows.map(({ look, ...row }) => ({ ...row, ...parseLook(look) }))
}

/** How many stale clusters a step would decide all the same: few, and only where there are any. */
async function readStaleSteps(roundId: string): Promise<string[][]> {
  const rows = await db().$queryRaw<{ steps: string[] }[]>`
    SELECT to_json(c."steps") AS "steps" FROM "Cluster" c
    WHERE c."roundId" = ${roundId}::uuid AND c."state" <> 'decided' AND c."state" = 'stale'
      AND cardinality(c."steps") > 0 AND ${isOpenToSteps('c')}`
  return rows.map(({ steps }) => steps)
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
    types: countBy(all, filters, 'type', ({ types }) => (types.length === 0 ? ['agreed'] : [...types])),
    states: countBy(all, filters, 'state', ({ state }) => [state]),
    codes: countBy(all, filters, 'code', ({ codes }) => [...codes]),
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
  const stale = all.some(({ state }) => state === 'stale') ? await readStaleSteps(roundId) : []
  const wouldDecide = (step: string) =>
    sum(all.filter(({ state, steps }) => state === 'open' && steps.includes(step))) +
    stale.filter((steps) => steps.includes(step)).length
  const [unanimous, trivial, half] = oneSteps.map(wouldDecide)
  return {
    counts: countsOf(all, filters),
    total: sum(all.filter((alike) => alike.fits && facets.every((facet) => leaves[facet](alike, filters)))),
    left: sum(all.filter(({ state }) => state !== 'decided')),
    inOneStep: { unanimous: unanimous ?? 0, trivial: trivial ?? 0, half: half ?? 0 },
    codes: [...new Set(all.flatMap(({ codes }) => codes))].sort(),
  }
}
