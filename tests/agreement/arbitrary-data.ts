import fc from 'fast-check'
import type { Category } from '@/lib/agreement/reliability-data'

/** Any table of units x coders over three values, with gaps. */
export const arbitraryUnits: fc.Arbitrary<(Category | null)[][]> = fc.integer({ min: 2, max: 5 }).chain((coders) =>
  fc.array(fc.array(fc.constantFrom<Category | null>('a', 'b', 'c', null), { minLength: coders, maxLength: coders }), {
    maxLength: 12,
  }),
)

export const allCategories: readonly Category[] = ['a', 'b', 'c']

/** A list in another order, decided by `keys`. */
export function reordered<Item>(items: readonly Item[], keys: readonly number[]): Item[] {
  return items
    .map((item, i) => ({ item, key: keys[i % keys.length] ?? 0, i }))
    .sort((one, other) => one.key - other.key || other.i - one.i)
    .map(({ item }) => item)
}
