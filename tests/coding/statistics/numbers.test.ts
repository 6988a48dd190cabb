import { codebookSchema } from '@/lib/coding/codebook'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import type { SubmittedAnnotation } from '@/lib/coding/statistics/submitted-annotations'
import { documentOf } from '../unit-studies'
import { codebook, coding, words } from './submitted-studies'

const document = documentOf('Sela Marrin rose early. The harbour slept!\n\nNobody thanked her, “of course”. She left.')

function numbers(lists: SubmittedAnnotation[][], of = codebook, on = document) {
  const codings = lists.map((annotations, i) => coding(`C0${i + 1}`, ...annotations))
  return documentStatistics(on, codings, of).numbers
}

const meant = { polarity: 'asserted', author_stance: 'endorses', voice: 'author' }
const said = (code: string, target: string, more = {}) =>
  words(document, 'Sela', { code, attributes: { target, ...meant, ...more } })
const figure = (code: string, scope?: string) =>
  words(document, 'Sela', { code, attributes: scope ? { sourcing_scope: scope } : {} })

describe('counts and rates', () => {
  it('are each coder’s own; nothing is zero', () => {
    const { 'count:hero': counts, 'per_1000_words:hero': rates } = numbers([
      [words(document, 'Sela'), words(document, 'Sela'), words(document, 'rose', { code: 'villain' })],
      [],
    ])
    expect(counts).toEqual([2, 0])
    expect(rates).toEqual([2000 / 14, 0])
  })

  it('have a rate only where there are words outside boilerplate', () => {
    const regions = [{ kind: 'boilerplate' as const, start: 0, end: document.length }]
    const all = numbers([[words(document, 'Sela')]], codebook, { ...document, regions })
    expect(all['count:hero']).toEqual([0])
    expect(all['per_1000_words:hero']).toEqual([null])
  })
})

describe('the unsourced share', () => {
  it('is the share of figures whose source stands no nearer than the paragraph, or nowhere', () => {
    const own = [
      figure('sourced_figure', 'same_paragraph'),
      figure('unsourced_figure', 'none'),
      figure('sourced_figure', 'same_sentence'),
      figure('sourced_figure', 'adjacent_sentence'),
    ]
    const all = numbers([own, []])
    expect(all.unsourced_share_strict).toEqual([0.5, null])
    expect(all.unsourced_share_lenient).toEqual([0.25, null])
  })

  it('goes by the code where no scope was given; then nobody can tell the lenient one', () => {
    const all = numbers([[figure('unsourced_figure'), figure('sourced_figure'), figure('sourced_figure', 'none')]])
    expect(all.unsourced_share_strict).toEqual([2 / 3])
    expect(all.unsourced_share_lenient).toEqual([null])
  })

  it('goes by the code where the codebook asks for no scope, whatever is stored', () => {
    const attributes = { ...codebook.attributes }
    delete attributes.sourcing_scope
    const all = numbers([[figure('sourced_figure', 'none')]], { ...codebook, attributes })
    expect(all.unsourced_share_strict).toEqual([0])
    expect(all.unsourced_share_lenient).toEqual([null])
  })

  it('is not there without both codes for figures', () => {
    const codes = codebook.codes.filter(({ key }) => key !== 'sourced_figure')
    expect(numbers([[]], { ...codebook, codes })).not.toHaveProperty('unsourced_share_strict')
  })
})

describe('the framing balance', () => {
  it('of a target is heroes minus villains by both, from asserted and endorsed annotations', () => {
    const own = [
      said('hero', 'Sela'),
      said('hero', 'Sela'),
      said('villain', 'Sela'),
      said('villain', 'Sela', { polarity: 'negated' }),
      said('villain', 'Sela', { author_stance: 'relays' }),
      said('villain', 'Tarn'),
    ]
    const all = numbers([own, [said('hero', 'Tarn')], []])
    expect(all['framing_balance_author:Sela']).toEqual([1 / 3, null, null])
    expect(all['framing_balance_author:Tarn']).toEqual([-1, 1, null])
    expect(all['named:Sela']).toEqual([5, 0, 0])
  })

  it('of what the author says and of what others say are two numbers', () => {
    const own = [
      said('hero', 'Sela'),
      said('villain', 'Sela', { voice: 'quoted' }),
      said('villain', 'Sela', { voice: '' }),
    ]
    const all = numbers([own])
    expect(all['framing_balance_author:Sela']).toEqual([1])
    expect(all['framing_balance_others:Sela']).toEqual([-1])
  })

  it('counts all annotations where the codebook does not ask whether they are asserted and endorsed', () => {
    const attributes = { ...codebook.attributes }
    delete attributes.polarity
    delete attributes.author_stance
    const own = [said('hero', 'Sela'), said('villain', 'Sela', { polarity: 'negated', author_stance: 'relays' })]
    expect(numbers([own], { ...codebook, attributes })['framing_balance_author:Sela']).toEqual([0])
  })

  it('is not there without a code for heroes and one for villains; who is named still is', () => {
    const codes = codebook.codes.filter(({ key }) => key !== 'hero')
    const all = numbers([[said('villain', 'Sela')]], codebookSchema.parse({ ...codebook, codes }))
    expect(all).not.toHaveProperty('framing_balance_author:Sela')
    expect(all['named:Sela']).toEqual([1])
  })
})
