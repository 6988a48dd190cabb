import type { Reading } from '@/lib/coding/review/cluster'
import { namedBy } from '@/lib/coding/review/identity'
import { coderBehind, letter, lettersOf } from '@/lib/coding/review/letters'

/** Coders as letters, while their names are hidden. */

const readings = (...coders: string[]) => coders.map((coder) => ({ coder }) as Reading)

test('letters go on behind Z', () => {
  expect([0, 25, 26, 51, 52, 701].map(letter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ'])
})

test('every coder has one of the first letters, the same one each time and in whatever order they come', () => {
  const id = namedBy('a cluster')
  const letters = lettersOf({ id, readings: readings('C01', 'C02', 'C03') })
  expect([...letters.keys()].sort()).toEqual(['C01', 'C02', 'C03'])
  expect([...letters.values()].sort()).toEqual(['A', 'B', 'C'])
  expect(lettersOf({ id, readings: readings('C03', 'C01', 'C02') })).toEqual(letters)
  for (const [coder, own] of letters) expect(coderBehind(letters, own)).toBe(coder)
  expect(coderBehind(letters, 'D')).toBeUndefined()
})

test('nobody is always A: over many clusters each coder is about as often', () => {
  const firsts = Array.from({ length: 3000 }, (_, i) => {
    return coderBehind(lettersOf({ id: namedBy(i), readings: readings('C01', 'C02', 'C03') }), 'A')
  })
  for (const coder of ['C01', 'C02', 'C03']) {
    const share = firsts.filter((first) => first === coder).length / firsts.length
    expect(Math.abs(share - 1 / 3)).toBeLessThan(0.04)
  }
})
