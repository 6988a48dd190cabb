import { coderPairs } from './contingencies'
import { type CodedSpan, type Continuum, spansByCoder } from './continuum'
import { characterCounts } from './continuum-characters'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import { type MatchRule, matchSpans, overlapping } from './span-matching'

/**
 * How spans are counted as found: by one-to-one matching under a rule; 'overlap_many', where a span is found when any
 * span of the other coder with its code overlaps it; or 'characters', (position, code) pairs instead of spans.
 */
export type F1Rule = MatchRule | 'overlap_many' | 'characters'

/**
 * What F1 needs of two coders: [found of the first, found of the second, all of the first, all of the second]. Plain
 * sums over documents.
 */
export type F1Counts = [number, number, number, number]

export interface PairF1 {
  coders: [string, string]
  counts: F1Counts
}

export type F1Estimate = ContinuumEstimate & {
  /** Found / all of the first coder, and of the second: null where that coder marked nothing. */
  precision: number | null
  recall: number | null
}

export function f1Counts(
  one: readonly CodedSpan[],
  other: readonly CodedSpan[],
  rule: F1Rule,
  length: number,
): F1Counts {
  if (rule === 'characters') {
    const { shared, ...all } = characterCounts(one, other, length)
    return [shared, shared, all.one, all.other]
  }
  if (rule === 'overlap_many') {
    const [foundOfOne, foundOfOther] = overlapping(one, other)
    return [foundOfOne.size, foundOfOther.size, one.length, other.length]
  }
  const matched = matchSpans(one, other, rule, 'pairs').length
  return [matched, matched, one.length, other.length]
}

/**
 * F1 = 2 P R / (P + R) of two coders, which for one-to-one matching is 2 tp / (|A| + |B|) and positive specific
 * agreement (Hripcsak & Rothschild 2005); the same whoever comes first. Undefined where neither marked anything;
 * 0 where only one did.
 */
export function f1([foundOfOne, foundOfOther, one, other]: F1Counts): F1Estimate {
  const details = {
    precision: one === 0 ? null : foundOfOne / one,
    recall: other === 0 ? null : foundOfOther / other,
  }
  if (one + other === 0) return { ...noFigure('no_span'), ...details }
  const both = foundOfOne * other + foundOfOther * one
  return { value: both === 0 ? 0 : (2 * foundOfOne * foundOfOther) / both, ...details }
}

/** The counts of each pair of coders, summed over the documents both finished; pairs in the order of `coders`. */
export function pairCounts(continua: readonly Continuum[], coders: readonly string[], rule: F1Rule): PairF1[] {
  const pairs = coderPairs(coders.length).map(([i, j]): PairF1 => {
    return { coders: [coders[i] ?? '', coders[j] ?? ''], counts: [0, 0, 0, 0] }
  })
  for (const continuum of continua) {
    const lists = spansByCoder(continuum)
    const spansOf = new Map(continuum.coders.map((coder, i) => [coder, lists[i] ?? []]))
    for (const pair of pairs) {
      const [one, other] = pair.coders.map((coder) => spansOf.get(coder))
      if (one && other) addCounts(pair.counts, f1Counts(one, other, rule, continuum.length))
    }
  }
  return pairs
}

function addCounts(sum: F1Counts, counts: F1Counts): void {
  counts.forEach((count, i) => {
    sum[i] = (sum[i] ?? 0) + count
  })
}

/** F1 of any number of coders: the mean over the pairs, leaving out pairs without spans. */
export function meanF1(pairs: readonly PairF1[]): ContinuumEstimate {
  if (pairs.length === 0) return noFigure('one_coder')
  const defined = pairs.flatMap(({ counts }) => f1(counts).value ?? [])
  if (defined.length === 0) return noFigure('no_span')
  return { value: defined.reduce((sum, value) => sum + value, 0) / defined.length }
}
