import { alphaU1995 } from './alpha-u-1995'
import { boundarySimilarity, type Segmentations } from './boundary-similarity'
import { coincidences } from './coincidences'
import { type Continuum, checkedContinuum } from './continuum'
import { type ContinuumEstimate, type ContinuumReason, noFigure } from './continuum-estimate'
import type { SpanParameters } from './continuum-parameters'
import { dissimilarityOf, gammaRequestOf, onlyPairwise, optionalNumber, optionalText } from './continuum-parameters'
import {
  printed,
  printedAlphaU,
  printedCoverage,
  printedEdits,
  printedF1,
  printedGamma,
  printedSegmentations,
  printedUnions,
  type SpanResult,
} from './continuum-results'
import { tokenKappa } from './continuum-token-kappa'
import { tokenTable } from './continuum-tokens'
import { bestAlignmentDisorder, gamma } from './gamma'
import { krippendorffAlpha } from './krippendorff-alpha'
import { pk } from './pk'
import { type SegmentationMeasureName, segmentationMeasures } from './segmentation-measures'
import { segmentationPairs } from './segmentation-pairs'
import { segmentationSimilarity } from './segmentation-similarity'
import { type F1Rule, pairCounts } from './span-f1'
import { uAlpha } from './u-alpha'
import { uAlphaBinary } from './u-alpha-binary'
import { cuAlpha } from './u-alpha-coding'
import { familyFigure, pooledUnitizing, whyNoPair } from './u-alpha-family'
import { kuAlpha } from './u-alpha-per-code'
import { windowDiff } from './windowdiff'

/** Documents with the spans of those who finished them; the segmentation measures also take two segmentations. */
export type SpanDataset = readonly Continuum[] | Segmentations

/**
 * One statistic on one data set. Data it cannot be computed for give no value but a reason.
 * @throws RangeError when data or parameters are not well formed, or of the other kind
 */
export type SpanStatistic = (dataset: SpanDataset, parameters?: SpanParameters) => SpanResult

/** Every statistic on spans and segmentations, by its name in the files of reference cases. */
export const spanStatistics = {
  u_alpha: unitizing(uAlpha),
  u_alpha_binary: unitizing(uAlphaBinary),
  cu_alpha: onContinua((continua, parameters) => {
    onlyPairwise(parameters)
    const pooled = pooledUnitizing(continua)
    const figure = familyFigure(pooled, cuAlpha)
    return { ...printedCoverage({ coverage: null, ...figure }), ...printedUnions(pooled) }
  }),
  ku_alpha: onContinua(perCode),
  alpha_U_1995: onOneContinuum((continuum) => printedAlphaU(alphaU1995(continuum))),
  gamma_best_alignment_disorder: onOneContinuum((continuum, parameters) => {
    const figure = bestAlignmentDisorder(continuum, dissimilarityOf(parameters))
    return { ...printed(figure), alignment: figure.alignment }
  }),
  gamma: onOneContinuum((continuum, parameters) => printedGamma(gamma(continuum, gammaRequestOf(parameters)))),
  span_f1_exact: spanF1('exact'),
  span_f1_exact_unlabelled: spanF1('exact_unlabelled'),
  span_f1_iou50: spanF1({ iou: 0.5 }),
  span_f1_overlap: spanF1('overlap'),
  span_f1_overlap_many: spanF1('overlap_many'),
  char_f1: spanF1('characters'),
  token_alpha: onTokens((tokens) => krippendorffAlpha(coincidences(tokens))),
  token_kappa: onTokens(tokenKappa),
  boundary_similarity: onSegmentations('boundary_similarity', (segmentations, parameters) =>
    printedEdits(boundarySimilarity(segmentations, optionalNumber(parameters, 'n_t'))),
  ),
  segmentation_similarity: onSegmentations('segmentation_similarity', (segmentations, parameters) =>
    printedEdits(segmentationSimilarity(segmentations, optionalNumber(parameters, 'n_t'))),
  ),
  windowdiff: onSegmentations('windowdiff', (segmentations, parameters) =>
    printed(windowDiff(segmentations, optionalNumber(parameters, 'window'))),
  ),
  pk: onSegmentations('pk', (segmentations, parameters) =>
    printed(pk(segmentations, optionalNumber(parameters, 'window'))),
  ),
} satisfies Record<string, SpanStatistic>

export type SpanStatisticName = keyof typeof spanStatistics

/** Whether a statistic is of the boundaries of spans, so that the unit matters in which places are counted. */
export function isOfSegmentations(name: SpanStatisticName): name is SegmentationMeasureName {
  return name in segmentationMeasures
}

function onContinua(statistic: (continua: readonly Continuum[], parameters: SpanParameters) => SpanResult) {
  return (dataset: SpanDataset, parameters: SpanParameters = {}): SpanResult => {
    if (!isContinua(dataset)) throw new RangeError('The statistic needs documents with spans')
    return statistic(dataset.map(checkedContinuum), parameters)
  }
}

function onOneContinuum(statistic: (continuum: Continuum, parameters: SpanParameters) => SpanResult) {
  return onContinua(([continuum, ...others], parameters) => {
    if (!continuum) return noFigure('no_overlap')
    return others.length > 0 ? noFigure('several_documents') : statistic(continuum, parameters)
  })
}

/** Of two segmentations as they are given, or of those that spans make; see segmentation-of-spans.ts. */
function onSegmentations(
  name: SegmentationMeasureName,
  ofTwo: (segmentations: Segmentations, parameters: SpanParameters) => SpanResult,
) {
  return (dataset: SpanDataset, parameters: SpanParameters = {}): SpanResult => {
    if (!isContinua(dataset)) return ofTwo(dataset, parameters)
    const continua = dataset.map(checkedContinuum)
    const none = whyNoPair(continua)
    if (none) return noFigure(none)
    const measure = segmentationMeasures[name](parameters)
    return printedSegmentations(segmentationPairs(continua, codersOf(continua), measure), measure)
  }
}

function isContinua(dataset: SpanDataset): dataset is readonly Continuum[] {
  return Array.isArray(dataset)
}

function unitizing(coefficient: (sums: ArrayLike<number>) => ContinuumEstimate) {
  return onContinua((continua) => {
    const pooled = pooledUnitizing(continua)
    return { ...printed(familyFigure(pooled, coefficient)), ...printedUnions(pooled) }
  })
}

function perCode(continua: readonly Continuum[], parameters: SpanParameters): SpanResult {
  onlyPairwise(parameters)
  const pooled = pooledUnitizing(continua)
  const none: ContinuumReason | null = pooled.absence ?? (pooled.codes.length === 0 ? 'no_span' : null)
  if (none) return { ...noFigure(none), per_code: {}, ...printedUnions(pooled) }
  const figures = pooled.codes.map((code, i) => [code, printedCoverage(kuAlpha(pooled.sums, i + 1))])
  return { per_code: Object.fromEntries(figures), ...printedUnions(pooled) }
}

function spanF1(rule: F1Rule) {
  return onContinua((continua) => {
    const none = whyNoPair(continua)
    return none ? noFigure(none) : printedF1(pairCounts(continua, codersOf(continua), rule), rule)
  })
}

function onTokens(coefficient: (tokens: ReturnType<typeof tokenTable>) => ContinuumEstimate) {
  return onContinua((continua, parameters) => {
    const none = whyNoPair(continua)
    if (none) return noFigure(none)
    return printed(coefficient(tokenTable(continua, codersOf(continua), optionalText(parameters, 'code'))))
  })
}

/** In the order in which documents name them. */
function codersOf(continua: readonly Continuum[]): string[] {
  return [...new Set(continua.flatMap(({ coders }) => coders))]
}
