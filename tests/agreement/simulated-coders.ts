import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Seeded numbers from 0 to 1. */
export function seededShare(seed: number): () => number {
  const generator = xoroshiro128plus(seed)
  return () => uniformFloat64(generator)
}

/** What two coders see in a unit: neither, one of them, both, as 0, 1, 2. */
export type Seers = 0 | 1 | 2

/**
 * Two coders by the common-correlation model (Bloch & Kraemer 1989): each sees the code with probability p, correlated by
 * alpha; units are independent.
 */
export function drawSeers(share: () => number, alpha: number, p: number): Seers {
  const one = 2 * p * (1 - p) * (1 - alpha)
  const both = p * p + alpha * p * (1 - p)
  const place = share()
  if (place < both) return 2
  return place < both + one ? 1 : 0
}

/**
 * Documents whose units go together: each unit repeats a draw of its document with probability sqrt(rho), so that any
 * function of two units of a document is correlated by rho, and every unit by itself is as in drawSeers.
 * @param sizes units of each document
 */
export function drawDocumentsOfSeers(
  share: () => number,
  { alpha, p, rho, sizes }: { alpha: number; p: number; rho: number; sizes: readonly number[] },
): Seers[][] {
  return sizes.map((size) => {
    const common = drawSeers(share, alpha, p)
    return Array.from({ length: size }, () => (share() < Math.sqrt(rho) ? common : drawSeers(share, alpha, p)))
  })
}

/** Units with the values of two coders; the first sees what only one of them does. */
export function asUnits(units: readonly Seers[]): [number, number][] {
  return units.map((seers) => [seers > 0 ? 1 : 0, seers === 2 ? 1 : 0])
}
