import type { Metric } from './alpha-metrics'
import { type Category, type ReliabilityData, reliabilityData } from './reliability-data'
import type { CodeSet, SetDistance } from './set-distances'

/** A table in which every value is a set of codes. */
export interface SetCoding {
  /** Its categories are names of sets, one for each set that occurs. */
  data: ReliabilityData
  /** The sets, in the order of the categories. */
  sets: readonly CodeSet[]
}

/**
 * A table from rows of sets, one row per unit; null = missing, the empty list an answer. Order and repetition of codes
 * within a set mean nothing.
 * @throws RangeError when rows differ in length
 */
export function setCoding(units: readonly (readonly (readonly Category[] | null)[])[]): SetCoding {
  const sets = new Map<string, CodeSet>()
  const rows = units.map((unit) =>
    unit.map((codes) => {
      if (codes === null) return null
      const set = new Set(codes)
      const name = nameOf(set)
      sets.set(name, set)
      return name
    }),
  )
  return { data: reliabilityData(rows, [...sets.keys()]), sets: [...sets.values()] }
}

/** The metric of alpha for sets: no squares, the distance itself (Passonneau 2006). */
export function setMetric(sets: readonly CodeSet[], distance: SetDistance): Metric {
  const empty: CodeSet = new Set()
  return () => (c, k) => distance(sets[c] ?? empty, sets[k] ?? empty)
}

/** The same for equal sets only: a code 1 is not a code "1". */
function nameOf(set: CodeSet): string {
  return [...set]
    .map((code) => JSON.stringify(code))
    .sort()
    .join(' ')
}
