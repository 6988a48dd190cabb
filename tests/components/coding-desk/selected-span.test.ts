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
    expect(select('The \u00a0quay was empty.\n', 5, 12)).toBe('quay')
  })

  test('may cross lines, and then keeps what is between them', () => {
    expect(select('One\n\nTwo', 2, 12)).toBe('One\n\nTwo')
  })

  test('is nothing when only white space is selected', () => {
    expect(select('a \n \nb', 3, 8)).toBeNull()
  })

  test('widens to whole characters', () => {
    expect(select('👩🏽‍🚀!', 4, 6)).toBe('👩🏽‍🚀')
    expect(select('Cafe\u0301 open', 2, 6)).toBe('Cafe\u0301')
  })

  test('grows to whole words where the coder wants that', () => {
    expect(select('The tag #ThankYouMarrin, again', 12, 18, true)).toBe('#ThankYouMarrin')
    expect(select('one two three', 7, 11, true)).toBe('two three')
    expect(select('one two three', 5, 9, true)).toBe('two')
  })

  test('of everything is the whole text', () => {
    expect(select('One\nTwo', 0, 11)).toBe('One\nTwo')
  })
})
