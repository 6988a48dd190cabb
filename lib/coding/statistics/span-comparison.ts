import { coderPairs } from '../../agreement/contingencies'
import {
  type CodeSpans,
  type FamilySpans,
  farthestOffset,
  matchRules,
} from '../../agreement/report/document-statistics'
import { attributesOf, type Code, type Codebook, spanCodes } from '../codebook'
import { closestPartners, isHalf, mostPairs, type Partners, possiblePartners } from './partners'
import type { PlacedAnnotation } from './placed-annotations'
import { ValueCounts } from './value-counts'

type ComparedSpans = Pick<CodeSpans, 'matched' | 'compared' | 'offsets' | 'attributes'>
type AttributeCounts = Record<'overlap' | 'iou50', ValueCounts>

/** What is counted of one code while pairs of coders are gone through. */
interface CodeCounts {
  matched: CodeSpans['matched']
  compared: CodeSpans['compared']
  offsets: Map<string, number[]>
  attributes: { key: string; counts: AttributeCounts }[]
}

/** How well the spans of any two coders meet: per code, and per family which codes meet which. */
export interface SpanComparison {
  codes: Map<string, ComparedSpans>
  confusions: Map<string, FamilySpans['confusion']>
}

/** @param placed per coder, see placed-annotations.ts */
export function compareSpans(placed: readonly (readonly PlacedAnnotation[])[], codebook: Codebook): SpanComparison {
  const pairs = coderPairs(placed.length)
  const codes = new Map(spanCodes(codebook).map((code) => [code.key, emptyCounts(codebook, code, pairs.length)]))
  const confusions = new Map(spanCodes(codebook).map(({ family }) => [family, new ValueCounts()]))
  pairs.forEach(([a, b], pair) => {
    const lists = { pair, one: placed[a] ?? [], other: placed[b] ?? [] }
    const possible = possiblePartners(lists.one, lists.other)
    countConfusions(confusions, lists, closestPartners(possible))
    const ofOneCode = possible.filter(({ sameCode }) => sameCode)
    countMatched(codes, lists, ofOneCode)
    countCompared(codes, lists, 'overlap', closestPartners(ofOneCode))
    countCompared(codes, lists, 'iou50', closestPartners(ofOneCode.filter(isHalf)))
  })
  return {
    codes: new Map(Array.from(codes, ([code, counts]) => [code, comparedSpans(counts)])),
    confusions: new Map(Array.from(confusions, ([family, counts]) => [family, counts.table()])),
  }
}

function emptyCounts(codebook: Codebook, code: Code, pairs: number): CodeCounts {
  const zeros = () => Array.from({ length: pairs }, () => 0)
  return {
    matched: { exact: zeros(), iou50: zeros(), overlap: zeros() },
    compared: { overlap: zeros(), iou50: zeros() },
    offsets: new Map(),
    attributes: attributesOf(codebook, code).map(({ key }) => ({
      key,
      counts: { overlap: new ValueCounts(), iou50: new ValueCounts() },
    })),
  }
}

/** The annotations of two coders. */
interface Lists {
  pair: number
  one: readonly PlacedAnnotation[]
  other: readonly PlacedAnnotation[]
}

function countMatched(codes: ReadonlyMap<string, CodeCounts>, { pair, one }: Lists, possible: readonly Partners[]) {
  const holding = { exact: possible.filter(({ iou }) => iou === 1), iou50: possible.filter(isHalf), overlap: possible }
  for (const rule of matchRules) {
    for (const [code, most] of mostPairs(holding[rule], (a) => one[a]?.code.key ?? '')) {
      const counts = codes.get(code)
      if (counts) counts.matched[rule][pair] = most
    }
  }
}

function countCompared(
  codes: ReadonlyMap<string, CodeCounts>,
  { pair, one, other }: Lists,
  rule: 'overlap' | 'iou50',
  partners: readonly Partners[],
): void {
  for (const { a, b } of partners) {
    const [left, right] = [one[a], other[b]]
    const counts = left && codes.get(left.code.key)
    if (!left || !right || !counts) continue
    counts.compared[rule][pair] = (counts.compared[rule][pair] ?? 0) + 1
    if (rule === 'overlap') countOffsets(counts, pair, left, right)
    counts.attributes.forEach(({ counts: values }, i) => {
      const places = [left, right].map((annotation) => values[rule].placeOf(annotation.values[i] ?? null))
      values[rule].add(pair, places[0] ?? -1, places[1] ?? -1)
    })
  }
}

function countOffsets({ offsets }: CodeCounts, pair: number, left: PlacedAnnotation, right: PlacedAnnotation): void {
  const [start, end] = [withinReach(right.start - left.start), withinReach(right.end - left.end)]
  const key = `${pair} ${start} ${end}`
  const entry = offsets.get(key)
  if (entry) entry[3] = (entry[3] ?? 0) + 1
  else offsets.set(key, [pair, start, end, 1])
}

function withinReach(offset: number): number {
  const beyond = farthestOffset + 1
  return Math.max(-beyond, Math.min(beyond, offset))
}

/** Partners count once; an annotation without one stands against "". */
function countConfusions(
  confusions: ReadonlyMap<string, ValueCounts>,
  { pair, one, other }: Lists,
  partners: readonly Partners[],
): void {
  const count = (of: PlacedAnnotation, left: string, right: string) => {
    const counts = confusions.get(of.code.family)
    counts?.add(pair, counts.placeOf(left), counts.placeOf(right))
  }
  const [ofOne, ofOther] = [new Map(partners.map(({ a, b }) => [a, b])), new Set(partners.map(({ b }) => b))]
  one.forEach((left, a) => {
    const partner = ofOne.get(a)
    count(left, left.code.key, partner === undefined ? '' : (other[partner]?.code.key ?? ''))
  })
  other.forEach((right, b) => {
    if (!ofOther.has(b)) count(right, '', right.code.key)
  })
}

function comparedSpans({ matched, compared, offsets, attributes }: CodeCounts): ComparedSpans {
  const inOrder = [...offsets.values()].sort((one, other) => {
    const differing = one.findIndex((number, i) => number !== other[i])
    return (one[differing] ?? 0) - (other[differing] ?? 0)
  })
  const tables = attributes.map(({ key, counts }) => [
    key,
    { overlap: counts.overlap.table(), iou50: counts.iou50.table() },
  ])
  return { matched, compared, offsets: inOrder.flat(), attributes: Object.fromEntries(tables) }
}
