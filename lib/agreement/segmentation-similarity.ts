import { type BoundaryEdits, boundaryEdits, defaultReach, type Segmentations, unitsIn } from './boundary-similarity'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'

/**
 * Segmentation similarity (Fournier & Inkpen 2012, with the edit costs of Fournier 2013):
 * S = 1 - cost / (units - 1), all places where a boundary could be. High for any sparse boundaries, unlike B.
 * Undefined for a text of fewer than two units, which has no such place.
 */
export function segmentationSimilarity(
  segmentations: Segmentations,
  reach = defaultReach,
): ContinuumEstimate & BoundaryEdits {
  const edits = boundaryEdits(segmentations, reach)
  const places = unitsIn(segmentations) - 1
  return { ...(places < 1 ? noFigure('no_place') : { value: 1 - edits.cost / places }), ...edits }
}
