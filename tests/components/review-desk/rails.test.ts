import { depthOf, railsOf } from '@/components/review-desk/passage/rails'
import { annotation, reading } from '../../support/cluster-view'
import { codebook } from '../coding-desk/coding-view'

const codes = new Map(codebook.codes.map((code) => [code.key, code]))
const draw = (...readings: ReturnType<typeof reading>[]) => railsOf(readings, { codes, fateOf: () => 'undecided' })
const places = (rails: ReturnType<typeof draw>) => rails.map(({ names, side, lane }) => `${names} ${side} ${lane}`)

describe('the rails of a cluster', () => {
  test('run above the words for one of two coders and below them for the other', () => {
    const rails = draw(reading('A', [annotation(1, 'hero', 0, 21)]), reading('B', [annotation(2, 'villain', 0, 21)]))
    expect(places(rails)).toEqual(['A above 0', 'B below 0'])
    expect(rails.map(({ label, pattern }) => [label, pattern])).toEqual([
      ['Hero', 'solid'],
      ['Villain', 'double'],
    ])
  })

  test('are one for readings that differ in answers alone', () => {
    const other = annotation(2, 'hero', 0, 21, { attributes: { target: 'Brisk' } })
    expect(places(draw(reading('A', [annotation(1, 'hero', 0, 21)]), reading('B', [other])))).toEqual(['A, B above 0'])
  })

  test('take a lane of their own where they would lie over each other', () => {
    const stacked = [annotation(1, 'hero', 0, 21), annotation(2, 'villain', 7, 21)]
    const rails = draw(reading('A', stacked), reading('B'))
    expect(places(rails)).toEqual(['A1 above 0', 'A2 above 1'])
    expect(depthOf(rails)).toEqual({ above: 2, below: 0 })
  })

  test('put half of many readings on either side', () => {
    const many = ['A', 'B', 'C', 'D'].map((letter, at) => reading(letter, [annotation(at, 'hero', at, 21)]))
    expect(draw(...many).map(({ side }) => side)).toEqual(['above', 'above', 'below', 'below'])
  })
})
