import { boundaries, boundaryEdits, type Segmentations, unitsIn } from './boundary-similarity'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import { optionalNumber, type SpanParameters } from './continuum-parameters'
import { differInParting } from './pk'
import { compareWindows, differInNumber, halfMeanSegment, shareOfWindows, type WindowTest } from './windowdiff'

/** A measure of two segmentations as plain sums over documents: counts are added, and it is computed once. */
export interface SegmentationMeasure {
  /** Whether the first coder is the reference, so that another value comes out when the two change places. */
  hasReference: boolean
  /** How many sums there are. */
  size: number
  /** What one document adds for two coders. */
  sums: (segmentations: Segmentations) => number[]
  /** Undefined where neither coder drew a boundary. */
  figure: (sums: readonly number[]) => ContinuumEstimate
  /** The sums that are printed beside the value of two coders. */
  counts: (sums: readonly number[]) => { matches?: number; additions?: number; transpositions?: number }
}

/** The measures by name, each made from its parameters (`n_t`, `window`), by default those of the single functions. */
export const segmentationMeasures = {
  boundary_similarity: ofEdits((edits) => edits),
  segmentation_similarity: ofEdits((_, places) => places),
  windowdiff: ofWindows(differInNumber),
  pk: ofWindows(differInParting),
} satisfies Record<string, (parameters: SpanParameters) => SegmentationMeasure>

export type SegmentationMeasureName = keyof typeof segmentationMeasures

/** [cost, matches, additions, transpositions, places]: 1 - cost / the edits with the matches, or / the places. */
function ofEdits(whole: (edits: number, places: number) => number) {
  return (parameters: SpanParameters): SegmentationMeasure => ({
    hasReference: false,
    size: 5,
    sums: (segmentations) => {
      const edits = boundaryEdits(segmentations, optionalNumber(parameters, 'n_t'))
      return [edits.cost, edits.matches, edits.additions, edits.transpositions, unitsIn(segmentations) - 1]
    },
    figure: ([cost = 0, matches = 0, additions = 0, transpositions = 0, places = 0]) => {
      const edits = matches + additions + transpositions
      return edits === 0 ? noFigure('no_boundary') : { value: 1 - cost / whole(edits, places) }
    },
    counts: ([_, matches = 0, additions = 0, transpositions = 0]) => ({ matches, additions, transpositions }),
  })
}

/** [differing windows, windows, boundaries of both]: the window of each document is that of its reference. */
function ofWindows(differ: WindowTest) {
  return (parameters: SpanParameters): SegmentationMeasure => ({
    hasReference: true,
    size: 3,
    sums: (segmentations) => {
      const { a, b } = segmentations
      const k = optionalNumber(parameters, 'window') ?? halfMeanSegment(a)
      const { differing, windows } = compareWindows(segmentations, k, differ)
      return [differing, windows, boundaries(a).length + boundaries(b).length]
    },
    figure: ([differing = 0, windows = 0, drawn = 0]) =>
      drawn === 0 ? noFigure('no_boundary') : shareOfWindows({ differing, windows }),
    counts: () => ({}),
  })
}
