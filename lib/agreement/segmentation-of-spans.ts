import { type Continuum, type Stretch, spansByCoder } from './continuum'

/**
 * The segmentation that each coder's spans make of a document, as masses; of a document without a position, none. A
 * boundary lies wherever a span starts or ends, each place once; the edges of the document are none. Spans that touch
 * make a full segmentation, others leave segments that nobody named between them.
 */
export function segmentationsIn(continuum: Continuum): Map<string, number[]> {
  if (continuum.length === 0) return new Map()
  const lists = spansByCoder(continuum)
  return new Map(continuum.coders.map((coder, i) => [coder, segmentation(lists[i] ?? [], continuum.length)]))
}

function segmentation(spans: readonly Stretch[], length: number): number[] {
  const places = new Set(spans.flatMap(({ start, end }) => [start, end]))
  const inside = [...places].filter((place) => place > 0 && place < length).sort((one, other) => one - other)
  return [...inside, length].map((place, i) => place - (inside[i - 1] ?? 0))
}
