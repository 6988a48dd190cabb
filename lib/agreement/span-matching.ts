import { countWhile } from '../count-while'
import { coderPairs } from './contingencies'
import { type CodedSpan, type Continuum, sharedLength, spansByCoder } from './continuum'
import { bestAssignment, type Edge } from './continuum-assignment'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'

/** When two spans may be the same: in all rules but 'exact_unlabelled' they need the same code. */
export type MatchRule = 'exact' | 'exact_unlabelled' | 'overlap' | { iou: number }

/**
 * What the matching maximizes. 'pairs': how many match (for F1); 'overlap': the text the matched spans share, then the
 * number of pairs (for attributes, where a span belongs to the one it shares most with).
 */
export type MatchAim = 'pairs' | 'overlap'

/** A matched pair: places in the two lists of spans. */
export interface SpanMatch {
  a: number
  b: number
  /** Positions both spans cover. */
  shared: number
  /** shared / positions that either covers. */
  iou: number
}

/**
 * The best one-to-one matching of two coders' spans, exactly and not greedily (Kuhn 1955). The total does not depend
 * on the order of the spans; where several matchings are equally good, one of them is given.
 * @param rule 'overlap' = at least one shared position; iou = at least this intersection over union, over 0
 */
export function matchSpans(
  one: readonly CodedSpan[],
  other: readonly CodedSpan[],
  rule: MatchRule = 'overlap',
  aim: MatchAim = 'overlap',
): SpanMatch[] {
  const matches = possibleMatches(one, other, rule)
  // Whole numbers: any position more of shared text outweighs all pairs together.
  const perPosition = Math.min(one.length, other.length) + 1
  const edges = matches.map(({ a, b, shared }): Edge & SpanMatch => {
    const weight = aim === 'pairs' ? 1 : shared * perPosition + 1
    return { a, b, shared, iou: shared / unionOf(one[a], other[b], shared), weight }
  })
  const chosen = new Set(bestAssignment(edges).map(({ a, b }) => a * other.length + b))
  return edges
    .filter(({ a, b }) => chosen.has(a * other.length + b))
    .map(({ a, b, shared, iou }) => ({ a, b, shared, iou }))
}

interface Possible {
  a: number
  b: number
  shared: number
}

function possibleMatches(one: readonly CodedSpan[], other: readonly CodedSpan[], rule: MatchRule): Possible[] {
  const layerOf = (span: CodedSpan) => (rule === 'exact_unlabelled' ? '' : span.code)
  const layers = layersByStart(other, layerOf)
  const possible: Possible[] = []
  one.forEach((left, a) => {
    const layer = layers.get(layerOf(left))
    if (!layer) return
    for (let i = firstReaching(layer, left.start); i < layer.spans.length; i += 1) {
      const entry = layer.spans[i]
      if (!entry || entry.span.start >= left.end) break
      const shared = sharedLength(left, entry.span)
      if (shared > 0 && mayMatch(left, entry.span, shared, rule)) possible.push({ a, b: entry.b, shared })
    }
  })
  return possible
}

/** Which spans overlap any span of the other list with the same code: [places in the first, places in the second]. */
export function overlapping(one: readonly CodedSpan[], other: readonly CodedSpan[]): [Set<number>, Set<number>] {
  const possible = possibleMatches(one, other, 'overlap')
  return [new Set(possible.map(({ a }) => a)), new Set(possible.map(({ b }) => b))]
}

/** Spans that can be partners of one another, by start, so that only those nearby need a look. */
interface Layer {
  spans: { span: CodedSpan; b: number }[]
  longest: number
}

function layersByStart(spans: readonly CodedSpan[], layerOf: (span: CodedSpan) => string): Map<string, Layer> {
  const layers = new Map<string, Layer>()
  spans.forEach((span, b) => {
    const layer = layers.get(layerOf(span)) ?? { spans: [], longest: 0 }
    layer.spans.push({ span, b })
    layer.longest = Math.max(layer.longest, span.end - span.start)
    layers.set(layerOf(span), layer)
  })
  for (const layer of layers.values()) layer.spans.sort((x, y) => x.span.start - y.span.start)
  return layers
}

/** The first place in the layer whose span could reach over `start`. */
function firstReaching({ spans, longest }: Layer, start: number): number {
  return countWhile(spans.length, (i) => (spans[i]?.span.start ?? 0) + longest <= start)
}

/** For two spans of one layer that overlap. */
function mayMatch(one: CodedSpan, other: CodedSpan, shared: number, rule: MatchRule): boolean {
  if (rule === 'overlap') return true
  if (typeof rule === 'object') return shared >= rule.iou * unionOf(one, other, shared) - 1e-9
  return one.start === other.start && one.end === other.end
}

function unionOf(one: CodedSpan | undefined, other: CodedSpan | undefined, shared: number): number {
  return one && other ? one.end - one.start + other.end - other.start - shared : 0
}

/**
 * Match rate: the share of spans that have a partner, over all pairs of coders of the documents:
 * sum 2 x matches / sum of both coders' spans. Undefined where nobody marked anything. Print it beside every agreement
 * on attributes: agreement on few matched spans is no success.
 */
export function matchRate(continua: readonly Continuum[], rule: MatchRule = 'overlap'): ContinuumEstimate {
  let matched = 0
  let spans = 0
  for (const continuum of continua) {
    const byCoder = spansByCoder(continuum)
    for (const [i, j] of coderPairs(byCoder.length)) {
      const [one, other] = [byCoder[i] ?? [], byCoder[j] ?? []]
      matched += 2 * matchSpans(one, other, rule).length
      spans += one.length + other.length
    }
  }
  if (continua.every(({ coders }) => coders.length < 2)) return noFigure('one_coder')
  return spans === 0 ? noFigure('no_span') : { value: matched / spans }
}
