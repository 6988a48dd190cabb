import type { Cause } from './decision'

/** A decision in force, as far as the codebook may be its cause. */
export interface DecidedCause {
  clusterId: string
  /** Codes of its cluster. */
  codes: readonly string[]
  cause: Cause | null
}

/** Codes that coders confuse again and again for one cause. */
export interface IssueSuggestion {
  /** Two codes, sorted; one where the same code was in question alone. */
  codes: readonly string[]
  cause: Cause
  clusterIds: readonly string[]
}

/** A suggestion needs more decisions than this. */
const tolerated = 5

/**
 * Pairs of codes with more than five decisions of one cause, those with most first. A cluster of one code counts for that
 * code alone, one of several codes for each pair of them.
 */
export function issueSuggestions(decisions: readonly DecidedCause[]): IssueSuggestion[] {
  const found = new Map<string, { codes: readonly string[]; cause: Cause; clusterIds: string[] }>()
  for (const { clusterId, codes, cause } of decisions) {
    if (cause === null) continue
    for (const pair of pairsOf(codes)) {
      const name = [cause, ...pair].join(' ')
      const known = found.get(name) ?? { codes: pair, cause, clusterIds: [] }
      known.clusterIds.push(clusterId)
      found.set(name, known)
    }
  }
  return [...found]
    .filter(([, { clusterIds }]) => clusterIds.length > tolerated)
    .sort(([name, one], [other, two]) => two.clusterIds.length - one.clusterIds.length || (name < other ? -1 : 1))
    .map(([, suggestion]) => suggestion)
}

function pairsOf(codes: readonly string[]): string[][] {
  const sorted = [...new Set(codes)].sort()
  if (sorted.length < 2) return sorted.map((code) => [code])
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other) => [one, other]))
}
