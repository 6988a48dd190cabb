import { setTimeout as wait } from 'node:timers/promises'
import { announce } from '../../../changes'
import { transaction } from '../../../db'
import { log } from '../../../log'
import { forgetDocuments } from './cluster-rows'
import { keepClusters, makeClusters } from './make-clusters'
import { type Reviewability, readReviewability, type StaleDocument } from './reviewable-documents'
import { readReviewVersions } from './reviewed-documents'

/** Clusters are a cache: whoever reads the review has them made anew where the codings, names or the code changed. */

type Place = { studyId: string; roundId: string }

/** A refresh that goes on when the request that began it has been answered. */
interface Refresh {
  /** Settles when it has ended, in whatever way. */
  ended: Promise<void>
  abort: AbortController
}

interface Refreshes {
  /** By round. */
  running: Map<string, Refresh>
  /** When a round was looked at as a whole last, as a time. */
  lookedAt: Map<string, number>
}

// In production, pages and routes have separate copies of this module: the refreshes are kept outside of both.
const shared = globalThis as typeof globalThis & { framewiseRefreshes?: Refreshes }
shared.framewiseRefreshes ??= { running: new Map(), lookedAt: new Map() }
const { running: refreshes, lookedAt } = shared.framewiseRefreshes

/** A reader waits so long for clusters before seeing those there are. */
const patienceMs = 400
/** Documents read, made and written at once: other requests come between two such pages. */
const documentsAtOnce = 5
/** Whoever looks on hears of new clusters no more often than this. */
const tellEveryMs = 1_000
/** Who goes from cluster to cluster without opening the queue has the whole round looked at no more often than this. */
const lookEveryMs = 10_000

/** A review as it can be read now. */
export interface FreshReview extends Reviewability {
  /** How far the clusters are made; null when all are. */
  computing: { done: number; of: number } | null
}

/**
 * Sees to it that nothing of documents that wait is left, and that the clusters of the others are made from what is
 * submitted now: most often they are. What takes longer than a reader waits goes on in the background, once per round and
 * server; that two servers do the same is harmless.
 */
export async function freshReview(place: Place): Promise<FreshReview> {
  lookedAt.set(place.roundId, Date.now())
  let found = await readReviewability(place)
  if (found.obsolete.length > 0) await forgetWaiting(place, found.obsolete)
  if (found.stale.length > 0) {
    await Promise.race([refresh(place), wait(patienceMs, undefined, { ref: false })])
    found = await readReviewability(place)
  }
  const { reviewable, stale } = found
  return { ...found, computing: stale.length > 0 ? { done: reviewable - stale.length, of: reviewable } : null }
}

/** Has the clusters of the whole round made anew in the background where that is due. */
export function refreshNowAndThen(place: Place): void {
  if (Date.now() - (lookedAt.get(place.roundId) ?? 0) < lookEveryMs) return
  lookedAt.set(place.roundId, Date.now())
  void refresh(place)
}

/** Takes away what is left of documents that wait. */
export function forgetWaiting(place: Place, documentIds: readonly string[]): Promise<void> {
  return transaction((tx) => forgetDocuments(tx, place, documentIds))
}

/** The one refresh of this round on this server; begun unless it is under way. Never fails: it says so in the log. */
function refresh(place: Place): Promise<void> {
  const running = refreshes.get(place.roundId)
  if (running) return running.ended
  const abort = new AbortController()
  const ended = run(place, abort.signal).finally(() => refreshes.delete(place.roundId))
  refreshes.set(place.roundId, { ended, abort })
  return ended
}

async function run(place: Place, signal: AbortSignal): Promise<void> {
  try {
    const { stale } = await readReviewability(place)
    await makeAll(place, stale, signal)
  } catch (error) {
    // The database may be closing; clusters that are missing are made at the next look.
    if (!signal.aborted) log.error({ error }, 'the clusters of a review could not be made')
  }
}

async function makeAll(place: Place, stale: readonly StaleDocument[], signal: AbortSignal): Promise<void> {
  const versions = await readReviewVersions(place.studyId)
  let toldAt = Date.now()
  for (let from = 0; from < stale.length && !signal.aborted; from += documentsAtOnce) {
    const made = await makeClusters(place, stale.slice(from, from + documentsAtOnce), versions)
    const isLast = from + documentsAtOnce >= stale.length
    // Who waited for a short refresh reads what it made; everybody else looks on.
    const tells = Date.now() - toldAt >= tellEveryMs || (isLast && from > 0)
    if (tells) toldAt = Date.now()
    if (signal.aborted) return
    await transaction(async (tx) => {
      await keepClusters(tx, place, made)
      if (tells) await announce(tx, { studyId: place.studyId, about: 'review' })
    })
  }
}

/** Ends all refreshes of this server; what is missing is made when somebody looks again. */
export async function stopRefreshes(): Promise<void> {
  const all = [...refreshes.values()]
  for (const { abort } of all) abort.abort()
  await Promise.all(all.map(({ ended }) => ended))
}
