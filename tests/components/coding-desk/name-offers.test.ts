import { matchingOffers, nameOf, nameOffers } from '@/components/coding-desk/names/name-offers'
import type { AnnotationValue } from '@/lib/coding/annotation'
import { codingView, uuid, value } from './coding-view'
import { panelCodebook } from './panel-codebook'

const view = codingView({
  codebook: panelCodebook,
  targets: [
    { name: 'Sela Marrin', aliases: ['the harbour master', 'Marrin'] },
    { name: 'Town of Callis', aliases: [] },
  ],
  ownTargets: ['Ena Brisk', 'marrin'],
})

const annotation = (id: number, attributes: AnnotationValue['attributes']) => ({
  ...{ id: uuid(id), start: 0, end: 6 },
  value: value('hero', 0, 6, { attributes }),
})
const here = [annotation(1, { target: 'Orrel' }), annotation(2, { target: 'Dov Hale', voice: 'author' })]
const offers = nameOffers(view, here, ['the old dockers', 'marrin'])
const found = (typed: string, taken: string[] = []) => matchingOffers(offers, typed, taken).map(({ name }) => name)

describe('the names on offer', () => {
  test('are the annotation’s words, the study’s names, then the coder’s own: here the newest first, then earlier ones', () => {
    expect(offers.map(({ name, origin }) => `${origin} ${name}`)).toEqual([
      'text the old dockers',
      'approved Sela Marrin',
      'approved Town of Callis',
      'own Dov Hale',
      'own Orrel',
      'own Ena Brisk',
    ])
  })

  test('hold only answers to questions that take a name', () => {
    expect(found('author')).toEqual([])
  })

  test('leave out words too long for a name', () => {
    expect(nameOffers(view, [], ['a'.repeat(61)]).some(({ origin }) => origin === 'text')).toBe(false)
  })
})

describe('typing', () => {
  test('finds names and aliases, whatever their case; what begins with it comes first', () => {
    expect(found('MAR')).toEqual(['Sela Marrin'])
    expect(matchingOffers(offers, 'harbour m')).toEqual([
      expect.objectContaining({ name: 'Sela Marrin', alias: 'the harbour master' }),
    ])
    expect(found('ol')).toEqual(['the old dockers'])
    expect(found('o')).toEqual(['Orrel', 'the old dockers', 'Town of Callis', 'Dov Hale', 'Sela Marrin'])
  })

  test('offers nothing twice that is taken already', () => {
    expect(found('', ['Sela Marrin'])).not.toContain('Sela Marrin')
  })

  test('means the approved name when it is one or its alias, and otherwise stays as typed', () => {
    expect(nameOf(offers, ' the  Harbour Master ')).toBe('Sela Marrin')
    expect(nameOf(offers, ' Nia  Tarn ')).toBe('Nia Tarn')
  })
})
