import { type DocumentStatistics, farthestOffset } from './document-statistics'

/**
 * How often the boundaries of matched annotations of a code lie 0, 1, 2... code points apart, either way, so that it does
 * not matter which coder comes first; the last number counts all beyond farthestOffset.
 */
export function boundaryOffsets(documents: readonly DocumentStatistics[], code: string) {
  const [starts, ends] = [noOffsets(), noOffsets()]
  for (const document of documents) {
    const offsets = document.codes[code]?.offsets ?? []
    for (let from = 0; from < offsets.length; from += 4) {
      const [, start = 0, end = 0, count = 0] = offsets.slice(from, from + 4)
      addOffset(starts, start, count)
      addOffset(ends, end, count)
    }
  }
  return { starts, ends }
}

function noOffsets(): number[] {
  return Array.from({ length: farthestOffset + 2 }, () => 0)
}

function addOffset(histogram: number[], offset: number, count: number): void {
  const distance = Math.min(Math.abs(offset), farthestOffset + 1)
  histogram[distance] = (histogram[distance] ?? 0) + count
}
