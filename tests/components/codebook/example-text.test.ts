import { piecesOf } from '@/components/codebook/example-text'

describe('an example of a code', () => {
  test('is cut at its coded words', () => {
    expect(piecesOf({ text: 'Marrin saved the port.', spans: [[7, 21]] })).toEqual([
      { start: 0, words: 'Marrin ', coded: false },
      { start: 7, words: 'saved the port', coded: true },
      { start: 21, words: '.', coded: false },
    ])
  })

  test('counts code points, so that an emoji is one', () => {
    expect(piecesOf({ text: '🚢 hero', spans: [[2, 6]] }).at(-1)).toEqual({ start: 2, words: 'hero', coded: true })
  })

  test('with overlapping spans has one coded piece', () => {
    const pieces = piecesOf({
      text: 'abcdef',
      spans: [
        [0, 3],
        [2, 5],
      ],
    })
    expect(pieces.map(({ words }) => words)).toEqual(['abcde', 'f'])
  })

  test('without spans is one plain piece', () => {
    expect(piecesOf({ text: 'Plain.', spans: [] })).toEqual([{ start: 0, words: 'Plain.', coded: false }])
  })
})
