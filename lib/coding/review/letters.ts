import { shuffledFor } from '../assignment'
import { namedBy } from './identity'

interface Lettered {
  /** A UUID. */
  id: string
  readings: readonly { coder: string }[]
}

/**
 * Letters by coder for the readings of a cluster: A, B, ..., Z, AA, ... in an order that its id and a secret decide, so that
 * nobody is always A, and a reading has the same letter whenever it is shown.
 * @param secret of the study: whoever knows ids and pseudonyms must not be able to compute whose a letter is
 */
export function lettersOf({ id, readings }: Lettered, secret: string): Map<string, string> {
  const coders = readings.map(({ coder }) => coder).sort()
  const order = namedBy('letters', secret, id)
  const shuffled = shuffledFor(coders, Number.parseInt(order.slice(0, 8), 16) | 0, Number.parseInt(order.slice(-6), 16))
  return new Map(shuffled.map((coder, place) => [coder, letter(place)]))
}

/** Letters by coder for a discussion that is about no cluster, in an order that what it is about and the secret decide. */
export function lettersAbout(about: readonly string[], coders: readonly string[], secret: string): Map<string, string> {
  const readings = [...new Set(coders)].map((coder) => ({ coder }))
  return lettersOf({ id: namedBy(...about), readings }, secret)
}

/** The coder behind a letter; undefined for one that no reading has. */
export function coderBehind(letters: ReadonlyMap<string, string>, sought: string): string | undefined {
  for (const [coder, own] of letters) if (own === sought) return coder
  return undefined
}

/** Sorts letters as they are given: Z before AA. */
export function byLetter(one: string, other: string): number {
  if (one === other) return 0
  return one.length - other.length || (one < other ? -1 : 1)
}

/** A for 0, Z for 25, AA for 26. */
export function letter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last
}
