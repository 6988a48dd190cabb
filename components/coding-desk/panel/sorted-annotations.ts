import type { Code, Codebook } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../annotations/edits'
import { lacksDetails } from '../questions/required'

/** Ways to order the list of annotations. */
export const listOrders = ['text', 'code', 'newest'] as const
export type ListOrder = (typeof listOrders)[number]

/** Shows the annotations that lack details, whatever their code. */
export const lackingDetails = '?'

/**
 * The annotations to list.
 * @param annotations in the order of the text
 * @param filter key of a code, `lackingDetails`, or empty for all
 */
export function listedAnnotations(
  annotations: readonly DeskAnnotation[],
  codebook: Codebook,
  filter: string,
  order: ListOrder,
): DeskAnnotation[] {
  const listed = annotations.filter(({ value }) => {
    if (filter === lackingDetails) return lacksDetails(codebook, value)
    return filter === '' || value.code === filter
  })
  // Ids of rows are UUIDs of version 7: they ascend with the time at which they were made.
  if (order === 'newest') return listed.sort((a, b) => (a.id < b.id ? 1 : -1))
  if (order === 'text') return listed
  const places = new Map(codebook.codes.map(({ key }, place) => [key, place]))
  return listed.sort((a, b) => (places.get(a.value.code) ?? 0) - (places.get(b.value.code) ?? 0))
}

/** The codes that are used, in the codebook's order, each with how often. */
export function usedCodes(annotations: readonly DeskAnnotation[], codebook: Codebook): { code: Code; count: number }[] {
  const counts = new Map<string, number>()
  for (const { value } of annotations) counts.set(value.code, (counts.get(value.code) ?? 0) + 1)
  return codebook.codes.flatMap((code) => {
    const count = counts.get(code.key)
    return count ? [{ code, count }] : []
  })
}
