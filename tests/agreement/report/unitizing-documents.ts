import { coderPairs } from '@/lib/agreement/contingencies'
import { type CodedSpan, type Continuum, spansByCoder } from '@/lib/agreement/continuum'
import { unitsOf } from '@/lib/agreement/continuum-units'
import type { ReportRequest } from '@/lib/agreement/report/agreement-report'
import {
  type CodeSpans,
  type DocumentStatistics,
  type FamilySpans,
  farthestOffset,
  type LevelStatistics,
} from '@/lib/agreement/report/document-statistics'
import { type MatchRule, matchSpans } from '@/lib/agreement/span-matching'
import { documentUnitizing } from '@/lib/agreement/u-alpha-sums'

/** The one family of these documents. */
export const family = { key: 'character', label: 'Character' }
export const codes = ['hero', 'villain', 'victim']

/** What a document with nothing but spans contributes, straight from its continuum. */
export function spanDocument(documentId: string, continuum: Continuum): DocumentStatistics {
  const sorted = { ...continuum, coders: [...continuum.coders].sort() }
  return {
    documentId,
    coders: sorted.coders,
    words: continuum.length,
    levels: {
      character: characters(sorted),
      ...{ token: nothing(), sentence: nothing(), paragraph: nothing(), document: nothing() },
    },
    variants: { certain_only: {}, with_boilerplate: {}, half_of_span: {}, untrimmed: {} },
    codes: Object.fromEntries(codes.map((code) => [code, codeSpans(onlyCode(sorted, code), code)])),
    families: { [family.key]: familySpans(sorted) },
    numbers: {},
    disagreements: { differences: {}, clusters: null },
    variables: {},
  }
}

function nothing(): LevelStatistics {
  return { units: 0, presence: {}, sets: {} }
}

const onlyCode = (continuum: Continuum, code: string): Continuum => ({
  ...continuum,
  spans: continuum.spans.filter((span) => span.code === code),
})

/** Both coders' spans and names, pair by pair. */
function pairsOf(continuum: Continuum) {
  const lists = spansByCoder(continuum)
  return coderPairs(lists.length).map(([i, j]) => {
    const coders = [continuum.coders[i] ?? '', continuum.coders[j] ?? '']
    const [one, other] = [lists[i] ?? [], lists[j] ?? []]
    return { one, other, continuum: { ...continuum, coders, spans: [...one, ...other] } }
  })
}

const covers = (spans: readonly CodedSpan[], position: number) =>
  spans.some(({ start, end }) => start <= position && position < end)

function characters(continuum: Continuum): LevelStatistics {
  const positions = Array.from({ length: continuum.length }, (_, position) => position)
  const presence = codes.map((code) => {
    const counts = pairsOf(onlyCode(continuum, code)).flatMap(({ one, other }) => [
      positions.filter((at) => covers(one, at) && !covers(other, at)).length,
      positions.filter((at) => !covers(one, at) && covers(other, at)).length,
      positions.filter((at) => covers(one, at) && covers(other, at)).length,
    ])
    return [code, counts] as const
  })
  const marked = presence.filter(([, counts]) => counts.some((count) => count > 0))
  return { units: continuum.length, presence: Object.fromEntries(marked), sets: {} }
}

function codeSpans(continuum: Continuum, code: string): CodeSpans {
  const pairs = pairsOf(continuum)
  const matched = (rule: MatchRule) => pairs.map(({ one, other }) => matchSpans(one, other, rule, 'pairs').length)
  const compared = (rule: MatchRule) => pairs.map(({ one, other }) => matchSpans(one, other, rule).length)
  return {
    annotations: spansByCoder(continuum).map((spans) => spans.length),
    united: continuum.coders.map((coder) => unitsOf(spansOf(continuum, coder)).annotationsUnited),
    matched: { exact: matched('exact'), iou50: matched({ iou: 0.5 }), overlap: matched('overlap') },
    compared: { overlap: compared('overlap'), iou50: compared({ iou: 0.5 }) },
    offsets: pairs.flatMap(({ one, other }, pair) =>
      matchSpans(one, other).flatMap(({ a, b }) => {
        const [left, right] = [one[a], other[b]]
        return left && right ? [pair, stored(right.start - left.start), stored(right.end - left.end), 1] : []
      }),
    ),
    unitizing: pairs.map((pair) => documentUnitizing(pair.continuum, [code]).sums ?? []),
    attributes: {},
  }
}

const spansOf = (continuum: Continuum, coder: string): Continuum => ({
  ...continuum,
  coders: [coder],
  spans: continuum.spans.filter((span) => span.coder === coder),
})

const stored = (offset: number) => Math.max(-farthestOffset - 1, Math.min(farthestOffset + 1, offset))

function familySpans(continuum: Continuum): FamilySpans {
  const asOne = { ...continuum, spans: continuum.spans.map((span) => ({ ...span, code: 'any' })) }
  return {
    codes,
    unitizing: pairsOf(continuum).map((pair) => documentUnitizing(pair.continuum, codes).sums),
    relevant: pairsOf(asOne).map((pair) => documentUnitizing(pair.continuum, ['any']).sums ?? []),
    confusion: { values: [], cells: [] },
  }
}

/** A request for a report on these documents by all of their coders. */
export function spanRequest(
  documents: readonly DocumentStatistics[],
  more: Partial<ReportRequest> = {},
): ReportRequest {
  return {
    documents,
    variables: [],
    attributes: [],
    families: [{ ...family, codes: codes.map((key) => ({ key, label: key, alphaMin: 0.8 })) }],
    coders: [...new Set(documents.flatMap(({ coders }) => coders))],
    unit: 'sentence',
    seed: 20260101,
    replicates: 10,
    ...more,
  }
}
