import type { AnnotationValue } from '@/lib/coding/annotation'
import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import { uncodedNumbers, unlinkedFigures } from '@/lib/coding/figure-checks'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { sliceCodePoints } from '@/lib/text/code-points'
import { freezeUnits } from '@/lib/text/units'

const codebook = codebookTemplate('default')
const text = '🛳 In 1998 the ferry carried 1,250 people; 40 of them, said the port, got off at pier ٣.'

function document(more: { regions?: { kind: 'boilerplate'; start: number; end: number }[] } = {}) {
  return { text, regions: more.regions ?? [], tokens: freezeUnits(text, 'en').tokens }
}

function coded(id: string, code: string, words: string) {
  const start = [...text.slice(0, text.indexOf(words))].length
  const value: AnnotationValue = {
    ...{ code, segments: [{ part: 'span', start, end: start + [...words].length }] },
    ...{ attributes: {}, note: '', unsure: false, touched: [] },
  }
  return { id, value }
}

const numbers = (annotations: ReturnType<typeof coded>[] = [], of: Codebook = codebook) =>
  uncodedNumbers(document(), annotations, of).map(({ start, end }) => sliceCodePoints(text, start, end))

describe('numbers that are neither a sourced nor an unsourced figure', () => {
  test('are found in any digits, and as whole numbers', () => {
    expect(numbers()).toEqual(['1998', '1,250', '40', '٣'])
  })

  test('are those alone that no code for figures covers', () => {
    const annotations = [
      coded('a', 'unsourced_figure', '1,250 people'),
      coded('b', 'sourced_figure', '40'),
      coded('c', 'hero', '1998'),
    ]
    expect(numbers(annotations)).toEqual(['1998', '٣'])
  })

  test('are none in boilerplate, nor where the codebook has no code for figures', () => {
    const whole = document({ regions: [{ kind: 'boilerplate', start: 0, end: [...text].length }] })
    expect(uncodedNumbers(whole, [], codebook)).toEqual([])
    const codes = codebook.codes.map((code) => ({ ...code, enabled: code.family !== 'figure' }))
    expect(numbers([], { ...codebook, codes })).toEqual([])
  })
})

describe('sourced figures', () => {
  const figure = coded('f', 'sourced_figure', '40')

  test('without a link to what sources them are found', () => {
    expect(unlinkedFigures([figure, coded('u', 'unsourced_figure', '1998')], [], codebook)).toEqual([figure])
    const link = { relation: 'covered_by', from: 'f', to: 'a' }
    expect(unlinkedFigures([figure], [link], codebook)).toEqual([])
    expect(unlinkedFigures([figure], [{ ...link, relation: 'repeats' }], codebook)).toEqual([figure])
  })

  test('are not asked for a link where the codebook has none', () => {
    const bare = codebookSchema.parse({ version: '1.0.0', title: 'Bare' })
    expect(unlinkedFigures([figure], [], bare)).toEqual([])
  })
})
