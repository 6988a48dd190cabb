import { unitAround, unitStart } from '@/components/coding-desk/shaping/motions'

const sentences = [0, 10, 11, 20, 22, 30]

describe('the caret by sentences', () => {
  test('goes on to the next start, and from the last one to the end of the text', () => {
    expect(unitStart(sentences, 0, 1, 31)).toBe(11)
    expect(unitStart(sentences, 12, 1, 31)).toBe(22)
    expect(unitStart(sentences, 25, 1, 31)).toBe(31)
  })

  test('goes back to the start of its own sentence first, then to the one before', () => {
    expect(unitStart(sentences, 15, -1, 31)).toBe(11)
    expect(unitStart(sentences, 11, -1, 31)).toBe(0)
    expect(unitStart(sentences, 0, -1, 31)).toBe(0)
  })

  test('finds the sentence it is in, or the next one from between two', () => {
    expect(unitAround(sentences, 15)).toEqual({ start: 11, end: 20 })
    expect(unitAround(sentences, 21)).toEqual({ start: 22, end: 30 })
    expect(unitAround(sentences, 30)).toBeNull()
  })
})
