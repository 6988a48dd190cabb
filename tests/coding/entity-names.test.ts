import fc from 'fast-check'
import {
  canonicalAttributes,
  canonicalName,
  canonicalVariable,
  foldedName,
  namedEntities,
} from '@/lib/coding/entity-names'
import { smallCodebook } from '../support/builders'

const codebook = {
  ...smallCodebook,
  variables: [
    ...smallCodebook.variables,
    {
      key: 'focus',
      label: 'Focus',
      type: 'entity_ref' as const,
      level: 'nominal' as const,
      required: false,
      enabled: true,
      values: [],
    },
  ],
}
const names = namedEntities(codebook, [
  { name: 'Sela Marrin', aliases: ['Marrin', 'the mayor'] },
  { name: 'Harbour Board', aliases: [] },
])

describe('a folded name', () => {
  it('is the same whatever the case, the composition and the white space', () => {
    expect(foldedName('  SELA\n Marrin\u00a0')).toBe('sela marrin')
    expect(foldedName('Ve\u0301ra')).toBe(foldedName('VÉRA'))
  })

  it('folds as Unicode does, not as a language does', () => {
    expect(foldedName('Straße')).toBe(foldedName('STRASSE'))
    expect(foldedName('Τάσος')).toBe(foldedName('ΤΆΣΟΣ'))
    expect(foldedName('ΟΔΟΣ')).toBe(foldedName('οδοσ'))
    expect(foldedName('İstanbul')).not.toBe(foldedName('Istanbul'))
  })

  it('tells names in a script without case apart', () => {
    expect(foldedName('مارين')).not.toBe(foldedName('مارينا'))
  })

  it('folds to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => foldedName(foldedName(name)) === foldedName(name)))
  })

  it('is the same for a name in capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => foldedName(name.toUpperCase()) === foldedName(name)),
    )
  })
})

describe('a canonical name', () => {
  it('is that of the entity whose name or alias the word is', () => {
    expect(['marrin', ' Sela  Marrin', 'The Mayor'].map((word) => canonicalName(word, names))).toEqual(
      Array(3).fill('Sela Marrin'),
    )
  })

  it('is the word itself, as it was written, where it stands for no entity', () => {
    expect(canonicalName(' Orsa ', names)).toBe(' Orsa ')
    expect(canonicalName('', names)).toBe('')
  })

  it('stands in the place of its words in attributes that take an entity, and only there, once', () => {
    const attributes = { target: ['Marrin', 'the mayor', 'Orsa'], voice: 'Marrin', sure: true }
    expect(canonicalAttributes(attributes, names)).toEqual({ ...attributes, target: ['Sela Marrin', 'Orsa'] })
  })

  it('stands in the place of its words in variables that take an entity, and only there', () => {
    expect(canonicalVariable({ variable: 'focus', value: 'MARRIN' }, names).value).toBe('Sela Marrin')
    expect(canonicalVariable({ variable: 'genre', value: 'marrin' }, names).value).toBe('marrin')
  })

  it('of a canonical name is the name: comparing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom('Marrin', 'harbour board', 'Orsa', 'THE MAYOR'), (word) => {
        const once = canonicalName(word, names)
        return canonicalName(once, names) === once
      }),
    )
  })
})
