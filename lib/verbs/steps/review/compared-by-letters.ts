import type { Member } from '../../../coding/review/cluster'
import { byLetter } from '../../../coding/review/letters'
import type { ClusterView, DifferenceView } from '../../../coding/review/review-view'
import type { StoredCluster } from './stored-clusters'

/** What a difference is sorted by: nothing of it depends on how its coders are really called. */
function placeOf({ readings, type, attribute = '', members, iou = 0 }: DifferenceView): string {
  const ofLetters = readings.map((letter) => letter.padStart(2)).join('')
  return JSON.stringify([ofLetters, type, attribute, members.map(({ annotationId }) => annotationId), iou])
}

/**
 * Which annotations belong together, and how they differ, by letters and in their order: in the order of pseudonyms they
 * would tell whose each letter is.
 */
export function comparedByLetters({
  rows,
  differences,
  letters,
}: StoredCluster): Pick<ClusterView, 'rows' | 'differences'> {
  const letterOf = (coder: string) => letters.get(coder) ?? ''
  const inOrder = (members: readonly Member[]) =>
    members
      .map(({ coder, annotationId }) => ({ reading: letterOf(coder), annotationId }))
      .sort((one, other) => byLetter(one.reading, other.reading))
  const shown = differences.map(({ type, coders: [one, other], members, attribute, iou }): DifferenceView => {
    const [first, second] = [letterOf(one), letterOf(other)]
    return {
      type,
      readings: byLetter(first, second) <= 0 ? [first, second] : [second, first],
      members: inOrder(members),
      ...(attribute === undefined ? {} : { attribute }),
      ...(iou === undefined ? {} : { iou }),
    }
  })
  return { rows: rows.map(inOrder), differences: shown.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)) }
}
