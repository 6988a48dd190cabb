import { v5 as nameBasedId, parse } from 'uuid'

/** Of all names of the review. */
const namespace = parse('3f0d6c52-7f0e-5f43-9d5c-0a4f5be1c9a7')

const encoder = new TextEncoder()

/** A UUID (version 5) that depends on nothing but these parts. */
export function namedBy(...parts: readonly unknown[]): string {
  return nameBasedId(encoder.encode(JSON.stringify(parts)), namespace)
}

/**
 * The same for what is made of coders' readings, with the secret of the study as a part: else whoever knows the rest
 * could try the coders until the name fits, while names are hidden.
 */
export function namedIn({ secret }: { secret: string }, ...parts: readonly unknown[]): string {
  return namedBy(secret, ...parts)
}

/** "C01 <lineageId>": names an annotation across the revisions of a coding. */
export function lineageName(coder: string, lineageId: string): string {
  return `${coder} ${lineageId}`
}
