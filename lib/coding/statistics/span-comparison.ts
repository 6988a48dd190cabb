import { coderPairs } from '../../agreement/contingencies'
import {
  type CodeSpans,
  type FamilySpans,
  farthestOffset,
  matchRules,
  type SpanMatchRule,
} from '../../agreement/report/document-statistics'
import type { Codebook } from '../codebook'
import { attributesOf, spanCodes } from '../codes'
import { closestPartners, isHalf, mostPartners, type Partners, possiblePartners } from './partners'
import type { PlacedAnnotation } from './placed-annotations'
import { ValueCounts, ValuePlaces } from './value-counts'

type ComparedSpans = Pick<CodeSpans, 'matched' | 'compared' | 'offsets' | 'attributes'>
type Rule = 'overlap' | 'iou50'

/** What is counted of one code while pairs of coders are gone through. */
interface CodeCounts {
  matched: CodeSpans['matched']
  compared: CodeSpans['compared']
  /** By pair and both offsets, as one number; see countOffsets. */
  offsets: Map<number, number>
  attributes: { key: string; counts: Record<Rule, ValueCounts> }[]
}

/** How well the spans of any two coders meet: per code, and per family which codes meet which. */
export interface SpanComparison {
  codes: Map<string, ComparedSpans>
  confusions: Map<string, FamilySpans['confusion']>
}

/** @param placed per coder, see placed-annotations.ts */
export function compareSpans(placed: readonly (readonly PlacedAnnotation[])[], codebook: Codebook): SpanComparison {
  const pairs = coderPairs(placed.length)
  const values = attributeValues(placed, codebook)
  const codes = new Map(
    spanCodes(codebook).map((code) => [code.key, emptyCounts(values.get(code.key) ?? [], pairs.length)]),
  )
  const codePlaces = new ValuePlaces(['', ...codes.keys()])
  const confusions = new Map(spanCodes(codebook).map(({ family }) => [family, new ValueCounts(codePlaces)]))
  const lists = placed.map((own) => placesOf(own, codePlaces, values))
  pairs.forEach(([a, b], pair) => {
    const [one, other] = [lists[a], lists[b]]
    if (!one || !other) return
    const two = { pair, one, other }
    const possible = possiblePartners(one.annotations, other.annotations)
    countConfusions(confusions, two, closestPartners(possible), codePlaces.placeOf(''))
    const ofOneCode = possible.filter(({ sameCode }) => sameCode)
    const half = ofOneCode.filter(isHalf)
    countMatched(codes, two, { exact: half.filter(({ iou }) => iou === 1), iou50: half, overlap: ofOneCode })
    countCompared(codes, two, 'overlap', closestPartners(ofOneCode))
    countCompared(codes, two, 'iou50', closestPartners(half))
  })
  return {
    codes: new Map(Array.from(codes, ([code, counts]) => [code, comparedSpans(counts)])),
    confusions: new Map(Array.from(confusions, ([family, counts]) => [family, counts.table()])),
  }
}

interface AttributeValues {
  key: string
  places: ValuePlaces
}

/** Per code its attributes with the values that anybody gave them. */
function attributeValues(
  placed: readonly (readonly PlacedAnnotation[])[],
  codebook: Codebook,
): Map<string, AttributeValues[]> {
  const annotations = new Map<string, PlacedAnnotation[]>(spanCodes(codebook).map(({ key }) => [key, []]))
  for (const annotation of placed.flat()) annotations.get(annotation.code.key)?.push(annotation)
  return new Map(
    spanCodes(codebook).map((code) => {
      const own = annotations.get(code.key) ?? []
      const attributes = attributesOf(codebook, code).map(({ key }, i) => {
        return { key, places: new ValuePlaces(own.flatMap(({ values }) => values[i] ?? [])) }
      })
      return [code.key, attributes]
    }),
  )
}

/** The annotations of one coder, with their codes and the values of their attributes by places. */
interface PlacedValues {
  annotations: readonly PlacedAnnotation[]
  codes: number[]
  values: number[][]
}

function placesOf(
  annotations: readonly PlacedAnnotation[],
  codes: ValuePlaces,
  values: ReadonlyMap<string, readonly AttributeValues[]>,
): PlacedValues {
  return {
    annotations,
    codes: annotations.map(({ code }) => codes.placeOf(code.key)),
    values: annotations.map((annotation) =>
      (values.get(annotation.code.key) ?? []).map(({ places }, i) => places.placeOf(annotation.values[i] ?? null)),
    ),
  }
}

function emptyCounts(attributes: readonly AttributeValues[], pairs: number): CodeCounts {
  const zeros = () => Array.from({ length: pairs }, () => 0)
  return {
    matched: { exact: zeros(), iou50: zeros(), overlap: zeros() },
    compared: { overlap: zeros(), iou50: zeros() },
    offsets: new Map(),
    attributes: attributes.map(({ key, places }) => ({
      key,
      counts: { overlap: new ValueCounts(places), iou50: new ValueCounts(places) },
    })),
  }
}

/** The annotations of two coders. */
interface Lists {
  pair: number
  one: PlacedValues
  other: PlacedValues
}

function countMatched(
  codes: ReadonlyMap<string, CodeCounts>,
  { pair, one }: Lists,
  possible: Record<SpanMatchRule, readonly Partners[]>,
): void {
  for (const rule of matchRules) {
    for (const { a } of mostPartners(possible[rule])) {
      const matched = codes.get(one.annotations[a]?.code.key ?? '')?.matched[rule]
      if (matched) matched[pair] = (matched[pair] ?? 0) + 1
    }
  }
}

function countCompared(
  codes: ReadonlyMap<string, CodeCounts>,
  { pair, one, other }: Lists,
  rule: Rule,
  partners: readonly Partners[],
): void {
  for (const { a, b } of partners) {
    const [left, right] = [one.annotations[a], other.annotations[b]]
    const counts = left && codes.get(left.code.key)
    if (!left || !right || !counts) continue
    counts.compared[rule][pair] = (counts.compared[rule][pair] ?? 0) + 1
    if (rule === 'overlap') countOffsets(counts, pair, left, right)
    counts.attributes.forEach((attribute, i) => {
      attribute.counts[rule].add(pair, one.values[a]?.[i] ?? -1, other.values[b]?.[i] ?? -1)
    })
  }
}

/** Stands for all offsets farther than that. */
const beyond = farthestOffset + 1

/** How many offsets are told apart. */
const reach = 2 * beyond + 1

function countOffsets({ offsets }: CodeCounts, pair: number, left: PlacedAnnotation, right: PlacedAnnotation): void {
  const [start, end] = [withinReach(right.start - left.start), withinReach(right.end - left.end)]
  const key = (pair * reach + start + beyond) * reach + end + beyond
  offsets.set(key, (offsets.get(key) ?? 0) + 1)
}

function withinReach(offset: number): number {
  return Math.max(-beyond, Math.min(beyond, offset))
}

/** Partners count once; an annotation without one stands against `nobody`. */
function countConfusions(
  confusions: ReadonlyMap<string, ValueCounts>,
  { pair, one, other }: Lists,
  partners: readonly Partners[],
  nobody: number,
): void {
  const [ofOne, ofOther]: [number[], boolean[]] = [[], []]
  for (const { a, b } of partners) {
    ofOne[a] = b
    ofOther[b] = true
  }
  one.annotations.forEach(({ code }, a) => {
    const partner = ofOne[a]
    const met = partner === undefined ? nobody : (other.codes[partner] ?? nobody)
    confusions.get(code.family)?.add(pair, one.codes[a] ?? nobody, met)
  })
  other.annotations.forEach(({ code }, b) => {
    if (!ofOther[b]) confusions.get(code.family)?.add(pair, nobody, other.codes[b] ?? nobody)
  })
}

function comparedSpans({ matched, compared, offsets, attributes }: CodeCounts): ComparedSpans {
  const tables = attributes.map(({ key, counts }) => [
    key,
    { overlap: counts.overlap.table(), iou50: counts.iou50.table() },
  ])
  return { matched, compared, offsets: listedOffsets(offsets), attributes: Object.fromEntries(tables) }
}

function listedOffsets(offsets: ReadonlyMap<number, number>): number[] {
  const listed: number[] = []
  for (const key of Float64Array.from(offsets.keys()).sort()) {
    const above = Math.floor(key / reach)
    listed.push(Math.floor(above / reach), (above % reach) - beyond, (key % reach) - beyond)
    listed.push(offsets.get(key) ?? 0)
  }
  return listed
}
