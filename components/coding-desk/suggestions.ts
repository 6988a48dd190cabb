import type { CodingView } from '@/lib/coding/coding-view'
import type { DeskAnnotation } from './edits'

/** Answers this coder gave before to a question with a free answer: in this article first, then in the study. */
export function suggestionsFor(view: CodingView, annotations: readonly DeskAnnotation[], key: string): string[] {
  const suggestions = new Set<string>()
  for (const { value } of annotations) {
    const given = value.attributes[key]
    for (const one of Array.isArray(given) ? given : [given]) if (typeof one === 'string' && one) suggestions.add(one)
  }
  if (view.codebook.attributes[key]?.type === 'entity_ref')
    for (const target of view.ownTargets) suggestions.add(target)
  return [...suggestions].slice(0, 200)
}
