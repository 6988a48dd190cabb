import { namedBy, namedIn } from '@/lib/coding/review/identity'

test('a name depends on all its parts and on nothing else', () => {
  expect(namedBy('a', ['b', 'c'])).toBe(namedBy('a', ['b', 'c']))
  expect(namedBy('a', ['b', 'c'])).not.toBe(namedBy('a', ['b'], 'c'))
})

test('what is made of readings cannot be named without the secret', () => {
  const parts = ['round', 'document', 'C01 5f']
  expect(namedIn({ secret: 'one' }, ...parts)).toBe(namedIn({ secret: 'one' }, ...parts))
  expect(namedIn({ secret: 'one' }, ...parts)).not.toBe(namedIn({ secret: 'two' }, ...parts))
  expect(namedIn({ secret: 'one' }, ...parts)).not.toBe(namedBy(...parts))
})
