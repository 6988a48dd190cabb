import type { DeskAnnotation } from '../annotations/edits'

/** More suggestions than this help nobody. */
const mostShown = 200

/** Answers this coder gave before in this article to a question that is answered in free words. */
export function suggestionsFor(annotations: readonly DeskAnnotation[], key: string): string[] {
  const given = annotations.flatMap(({ value }) => {
    const answer = value.attributes[key]
    return Array.isArray(answer) ? answer : [answer]
  })
  return [...new Set(given.filter((one) => typeof one === 'string' && one !== ''))].slice(0, mostShown) as string[]
}
