import { prefilled } from '@/lib/coding/prefill'
import type { MarkingDesk } from '../marking-desk'
import type { AnnotationEdit } from '../outbox/record'

/**
 * A new annotation with the answers that follow from the attribution around it, where the round allows it. None of them
 * counts as touched.
 */
export function withPrefilled(desk: MarkingDesk, edit: AnnotationEdit): AnnotationEdit {
  const { view, codebook, annotations, positions, codes } = desk
  const code = edit.after && codes.get(edit.after.code)
  if (!view.round.allows.prefill || !edit.after || !code) return edit
  const asked = { codebook, code, textOf: positions.slice.bind(positions) }
  const answers = { ...edit.after.attributes, ...prefilled(edit.after.segments, annotations, asked) }
  const attributes = Object.fromEntries(Object.entries(answers).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])))
  return { ...edit, after: { ...edit.after, attributes } }
}
