import { farthestOffset } from './document-statistics'
import type { ReportGrounds } from './grounds'

/**
 * How often the boundaries of matched annotations of a code lie 0, 1, 2... code points apart, either way, so that it does
 * not matter which coder comes first; the last number counts all beyond farthestOffset.
 */
export function boundaryOffsets({ sums }: ReportGrounds, code: string) {
  const counts = sums.counted<number>(['offsets', code], ({ codes }, count) => {
    const offsets = codes[code]?.offsets ?? []
    for (let from = 0; from < offsets.length; from += 4) {
      const times = offsets[from + 3] ?? 0
      count(distance(offsets[from + 1] ?? 0), times)
      count(distances + distance(offsets[from + 2] ?? 0), times)
    }
  })
  const listed = (from: number) => Array.from({ length: distances }, (_, i) => counts.get(from + i) ?? 0)
  return { starts: listed(0), ends: listed(distances) }
}

const distances = farthestOffset + 2

function distance(offset: number): number {
  return Math.min(Math.abs(offset), farthestOffset + 1)
}
