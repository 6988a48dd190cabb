import { getSchema } from '@tiptap/core'
import { Text } from '@tiptap/extension-text'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { contentOf, Line, LinedText, Section } from '@/components/coding-desk/reading/lines'
import { Positions } from '@/components/coding-desk/reading/positions'
import { codingView } from './coding-view'

/** The schema of the desk's own editor. */
const schema = getSchema([LinedText, Section, Line, Text])

/** Pieces that are hard on offsets: astral letters, joined emoji, marks, both directions, spaces, line ends. */
const piece = fc.constantFrom(
  'a',
  'Zug',
  '𝔉',
  '👩🏽‍🚀',
  '👨‍👩‍👧',
  'e\u0301',
  'مرفأ',
  'שלום',
  '\u200f',
  '\u00a0',
  ' ',
  '\t',
  '“',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '\u200d',
  '\ufeff',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
)
const texts = fc
  .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''))

/** So short that most texts have several. */
const sectionLength = 12

/** The document of the desk's editor for a text. */
function documentOf(positions: Positions): Node {
  const { text } = positions.index
  const { document } = codingView()
  return Node.fromJSON(schema, contentOf({ ...document, text, paragraphs: [], regions: [] }, positions))
}

describe('positions of the text in the editor', () => {
  test('every code point goes to a position and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const positions = new Positions(text, sectionLength)
        for (let offset = 0; offset <= [...text].length; offset += 1) {
          expect(positions.toCodePoint(positions.toPosition(offset))).toBe(offset)
        }
      }),
    )
  })

  test('the editor’s text between two positions is the slice of code points', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const positions = new Positions(text, sectionLength)
        const characters = [...text]
        const [start, end] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const expected = characters.slice(start, end).join('')
        const [from, to] = [positions.toPosition(start), positions.toPosition(end)]
        expect(documentOf(positions).textBetween(from, to, '\n')).toBe(expected)
        expect(positions.slice({ start, end })).toBe(expected)
      }),
    )
  })

  test('every position of the editor is a place in the text, and order is kept', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const positions = new Positions(text, sectionLength)
        const size = documentOf(positions).content.size
        expect(positions.size).toBe(size)
        let last = 0
        for (let position = 0; position <= size; position += 1) {
          const offset = positions.toCodePoint(position)
          expect(offset).toBeGreaterThanOrEqual(last)
          last = offset
        }
        expect(last).toBe([...text].length)
      }),
    )
  })

  test('the stretches of a span in its lines are the span without its line feeds, each within one block', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const positions = new Positions(text, sectionLength)
        const length = [...text].length
        const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y)
        const doc = documentOf(positions)
        const ranges = positions.rangesOf({ start, end })
        const words = ranges.map(({ from, to }) => doc.textBetween(from, to, '|'))
        expect(words.join('')).toBe(positions.slice({ start, end }).replaceAll('\n', ''))
        expect(ranges.every(({ from, to }) => doc.resolve(from).sameParent(doc.resolve(to)))).toBe(true)
      }),
    )
  })

  test('a paragraph of a million code points is no exception', () => {
    const text = `${'a𝔉e\u0301👩🏽‍🚀 '.repeat(125_000)}\r\nend`
    const characters = [...text]
    expect(characters.length).toBeGreaterThan(1_000_000)
    const positions = new Positions(text)
    const doc = documentOf(positions)
    for (const start of [0, 1, 2, 499_999, 500_000, 999_998, characters.length - 4]) {
      const [from, to] = [positions.toPosition(start), positions.toPosition(start + 3)]
      expect(positions.toCodePoint(from)).toBe(start)
      expect(doc.textBetween(from, to, '\n')).toBe(characters.slice(start, start + 3).join(''))
    }
  })

  test('an empty text has one empty line', () => {
    const positions = new Positions('')
    expect(positions.toPosition(0)).toBe(2)
    expect(positions.toCodePoint(0)).toBe(0)
  })
})
