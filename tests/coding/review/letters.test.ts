import type { Reading } from '@/lib/coding/review/cluster'
import { namedBy } from '@/lib/coding/review/identity'
import { coderBehind, letter, lettersAbout, lettersOf } from '@/lib/coding/review/letters'

/** Coders as letters, while their names are hidden. */

const secret = 'of a study'
const readings = (...coders: string[]) => coders.map((coder) => ({ coder }) as Reading)

test('letters go on behind Z', () => {
  expect([0, 25, 26, 51, 52, 701].map(letter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ'])
})

test('every coder has one of the first letters, the same one each time and in whatever order they come', () => {
  const id = namedBy('a cluster')
  const letters = lettersOf({ id, readings: readings('C01', 'C02', 'C03') }, secret)
  expect([...letters.keys()].sort()).toEqual(['C01', 'C02', 'C03'])
  expect([...letters.values()].sort()).toEqual(['A', 'B', 'C'])
  expect(lettersOf({ id, readings: readings('C03', 'C01', 'C02') }, secret)).toEqual(letters)
  for (const [coder, own] of letters) expect(coderBehind(letters, own)).toBe(coder)
  expect(coderBehind(letters, 'D')).toBeUndefined()
})

test('nobody is always A: over many clusters each coder is about as often', () => {
  const firsts = Array.from({ length: 3000 }, (_, i) => {
    return coderBehind(lettersOf({ id: namedBy(i), readings: readings('C01', 'C02', 'C03') }, secret), 'A')
  })
  for (const coder of ['C01', 'C02', 'C03']) {
    const share = firsts.filter((first) => first === coder).length / firsts.length
    expect(Math.abs(share - 1 / 3)).toBeLessThan(0.04)
  }
})

test('another secret gives other letters: nobody who knows ids and pseudonyms alone can tell whose they are', () => {
  const coders = ['C01', 'C02', 'C03']
  const ids = Array.from({ length: 600 }, (_, i) => namedBy(i))
  const alike = ids.filter((id) => {
    const [own, others] = [secret, 'of another study'].map((said) =>
      lettersOf({ id, readings: readings(...coders) }, said),
    )
    return coders.every((coder) => own?.get(coder) === others?.get(coder))
  })
  expect(Math.abs(alike.length / ids.length - 1 / 6)).toBeLessThan(0.06)
  const about = ids.filter(
    (id) => lettersAbout([id], coders, 'one').get('C01') === lettersAbout([id], coders, 'two').get('C01'),
  )
  expect(Math.abs(about.length / ids.length - 1 / 3)).toBeLessThan(0.08)
})
