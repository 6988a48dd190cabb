import { intersection } from '../text/spans'
import type { UnitIndex } from './unit-index'
import { unite } from './united-spans'
import type { UnitAnnotation } from './units'

/** What one coder's annotations of one code do to one unit. */
export interface Coverage {
  /** Annotations that cover at least one letter or digit of the unit. */
  annotations: number
  /** Code points of the unit inside their trimmed segments, each counted once. */
  characters: number
}

/** The coverage of every unit that is reached, by its place in `index.units`. @param annotations of one coder and code */
export function unitCoverage(index: UnitIndex, annotations: readonly UnitAnnotation[]): Map<number, Coverage> {
  const reached = new Map<number, Coverage>()
  for (const { segments } of annotations) {
    for (const place of reachedPlaces(index, segments)) {
      const coverage = reached.get(place) ?? { annotations: 0, characters: 0 }
      reached.set(place, { ...coverage, annotations: coverage.annotations + 1 })
    }
  }
  for (const span of unite(annotations.flatMap(({ segments }) => segments.flatMap((it) => index.trim(it) ?? [])))) {
    index.eachReached(span, (place) => {
      const coverage = reached.get(place)
      const shared = intersection(span, index.units[place] ?? span)
      if (coverage && shared) coverage.characters += shared.end - shared.start
    })
  }
  return reached
}

/** The places of the units that any of the segments reaches, ascending, each once. */
export function reachedPlaces(index: UnitIndex, segments: UnitAnnotation['segments']): number[] {
  const places = new Set<number>()
  for (const segment of segments) index.eachReached(segment, (place) => places.add(place))
  return [...places].sort((one, other) => one - other)
}
