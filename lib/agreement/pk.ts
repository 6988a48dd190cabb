import type { Segmentations } from './boundary-similarity'
import type { ContinuumEstimate } from './continuum-estimate'
import { compareWindows, halfMeanSegment, shareOfWindows, type WindowTest } from './windowdiff'

/** The test of P_k: whether only one of them parts the ends of the window. */
export const differInParting: WindowTest = (inA, inB) => inA > 0 !== inB > 0

/**
 * P_k (Beeferman, Berger & Lafferty 1999): the share of windows of k boundary places whose ends stand in one
 * segment by reference a but not by hypothesis b, or the other way round. An error: 0 is best.
 * Undefined where the text is too short for one window.
 * @param k by default half the mean segment of the reference
 */
export function pk(segmentations: Segmentations, k = halfMeanSegment(segmentations.a)): ContinuumEstimate {
  return shareOfWindows(compareWindows(segmentations, k, differInParting))
}
