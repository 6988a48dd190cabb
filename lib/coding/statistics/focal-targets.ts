import type { DocumentStatistics } from '../../agreement/report/document-statistics'

/** How many targets are reported on unless others are asked for. */
const focal = 3

/** The targets that most annotations of all coders name, counted in documents with two coders; ties by name. */
export function focalTargets(documents: readonly DocumentStatistics[]): string[] {
  const named = new Map<string, number>()
  for (const { coders, numbers } of documents) {
    if (coders.length < 2) continue
    for (const [key, counts] of Object.entries(numbers)) {
      if (!key.startsWith(namedPrefix)) continue
      const target = key.slice(namedPrefix.length)
      named.set(
        target,
        counts.reduce<number>((sum, count) => sum + (count ?? 0), named.get(target) ?? 0),
      )
    }
  }
  return [...named]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .slice(0, focal)
    .map(([target]) => target)
}

/** Before the target in the numbers that count the annotations naming it. */
export const namedPrefix = 'named:'
