import { v7 as newRowId } from 'uuid'
import type { Segment } from '@/lib/coding/annotation'
import type { DeskAnnotation } from '../annotations/edits'
import type { AnnotationEdit } from '../outbox/record'
import type { Places } from './places'
import { inOrder } from './segments'

/** What lies of segments between two offsets. */
function between(segments: readonly Segment[], from: number, to: number, places: Places): Segment[] {
  return segments.flatMap((segment) => {
    const [start, end] = [Math.max(segment.start, from), Math.min(segment.end, to)]
    const span = start < end ? places.fit({ start, end }) : null
    return span ? [{ ...segment, ...span }] : []
  })
}

/** The part that is cut: that of the shortest segment around the cut, or the first one, which every annotation has. */
function partToCut(segments: readonly Segment[], cut: number, main: Segment['part']): Segment['part'] {
  const around = segments.filter(({ start, end }) => start < cut && cut < end)
  return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.part ?? main
}

/**
 * Cuts an annotation at offsets into several with the same code and answers. Only one part is cut, the others belong to
 * every piece: two statements of one speaker are two attributions with the same source. The first piece stays the
 * annotation it was, with its links; the others are new.
 * @param cuts ascending, code points
 * @param main the first part of the code, cut where no segment lies around the cut
 * @returns null when nothing would come apart
 */
export function split(
  annotation: DeskAnnotation,
  cuts: readonly number[],
  main: Segment['part'],
  places: Places,
): AnnotationEdit[] | null {
  const { id, value } = annotation
  const at = cuts.map((cut) => places.boundary(cut))
  const part = partToCut(value.segments, at[0] ?? 0, main)
  const cutUp = value.segments.filter((segment) => segment.part === part)
  const shared = value.segments.filter((segment) => segment.part !== part)
  const borders = [0, ...at, Number.POSITIVE_INFINITY]
  const pieces = borders
    .slice(1)
    .map((to, index) => between(cutUp, borders[index] ?? 0, to, places))
    .filter((piece) => piece.length > 0)
  if (pieces.length < 2) return null
  return pieces.map((piece, index) => ({
    kind: 'annotation',
    id: index === 0 ? id : newRowId(),
    before: index === 0 ? value : null,
    after: { ...value, segments: inOrder([...piece, ...shared]) },
  }))
}
