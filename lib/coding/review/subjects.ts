/** Names of what differences are counted under: a code, a question about the document, or whether to code it at all. */

export const aboutEligibility = 'eligibility'

export function aboutCode(key: string): string {
  return `code:${key}`
}

export function aboutQuestion(key: string): string {
  return `question:${key}`
}
