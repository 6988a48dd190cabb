import { Schema } from '@tiptap/pm/model'
import fc from 'fast-check'
import { Positions } from '@/components/coding-desk/positions'

const schema = new Schema({ nodes: { doc: { content: 'p+' }, p: { content: 'text*' }, text: {} } })

/** Pieces that are hard on offsets: astral letters, joined emoji, marks, both directions, spaces, line feeds. */
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
  '\n',
  '\n\n',
)
const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

function documentOf(positions: Positions) {
  const lines = positions.lines.map((line) => schema.node('p', null, line ? [schema.text(line)] : []))
  return schema.node('doc', null, lines)
}

describe('positions of the text in the editor', () => {
  test('every code point goes to a position and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const positions = new Positions(text)
        for (let offset = 0; offset <= [...text].length; offset += 1) {
          expect(positions.toCodePoint(positions.toPosition(offset))).toBe(offset)
        }
      }),
    )
  })

  test('the editor’s text between two positions is the slice of code points', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const positions = new Positions(text)
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
        const positions = new Positions(text)
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

  test('an empty text has one empty line', () => {
    const positions = new Positions('')
    expect(positions.toPosition(0)).toBe(1)
    expect(positions.toCodePoint(0)).toBe(0)
  })
})
