import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/**
 * The order in which one coder works through newly assigned documents: a shuffle that depends on the study's seed and
 * the coder's number alone, so that it can be repeated and differs from coder to coder.
 */
export function shuffledFor<Item>(items: readonly Item[], studySeed: number, coderNumber: number): Item[] {
  const generator = xoroshiro128plus(Math.imul(studySeed, 31) + coderNumber)
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = uniformInt(generator, 0, last)
    const [a, b] = [shuffled[last], shuffled[other]] as [Item, Item]
    shuffled[last] = b
    shuffled[other] = a
  }
  return shuffled
}
