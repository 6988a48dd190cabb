import { Positions } from '@/components/coding-desk/reading/positions'
import { selectedSpan } from '@/components/coding-desk/reading/selected-span'
import { Places } from '@/components/coding-desk/shaping/places'
import { codingView } from './coding-view'

function select(text: string, from: number, to: number, wholeWords = false) {
  const { document } = codingView({ text })
  const positions = new Positions(text)
  const span = selectedSpan(positions, new Places(document, positions), from, to, wholeWords)
  return span && positions.slice(span)
}

describe('the stretch a selection stands for', () => {
  test('has no white space at its ends', () => {
    expect(select('The \u00a0quay was empty.\n', 4, 11)).toBe('quay')
  })

  test('may cross lines, and then keeps what is between them', () => {
    expect(select('One\n\nTwo', 1, 11)).toBe('One\n\nTwo')
  })

  test('is nothing when only white space is selected', () => {
    expect(select('a \n \nb', 2, 7)).toBeNull()
  })

  test('widens to whole characters', () => {
    expect(select('👩🏽‍🚀!', 3, 5)).toBe('👩🏽‍🚀')
    expect(select('Cafe\u0301 open', 1, 5)).toBe('Cafe\u0301')
  })

  test('grows to whole words where the coder wants that', () => {
    expect(select('The tag #ThankYouMarrin, again', 11, 17, true)).toBe('#ThankYouMarrin')
    expect(select('one two three', 6, 10, true)).toBe('two three')
    expect(select('one two three', 4, 8, true)).toBe('two')
  })

  test('of everything is the whole text', () => {
    expect(select('One\nTwo', 0, 10)).toBe('One\nTwo')
  })
})
