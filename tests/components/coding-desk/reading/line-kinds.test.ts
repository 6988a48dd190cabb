import { lineKinds } from '@/components/coding-desk/reading/line-kinds'
import { Positions } from '@/components/coding-desk/reading/positions'
import type { DocumentView, Region } from '@/lib/coding/coding-view'
import { codingView } from '../coding-view'

function kindsOf(text: string, more: Partial<DocumentView> = {}) {
  return lineKinds({ ...codingView({ text }).document, ...more }, new Positions(text))
}

/** The region that covers these words of a text. */
function region(kind: Region['kind'], text: string, words: string): Region {
  const start = [...text.slice(0, text.indexOf(words))].length
  return { kind, start, end: start + [...words].length }
}

describe('lines of an article', () => {
  test('a short first paragraph is the headline where the document names none', () => {
    expect(kindsOf('Strike\n\nThe cranes stand still.').map(({ kind }) => kind)).toEqual(['headline', 'blank', 'body'])
    expect(kindsOf('Only this one.').map(({ kind }) => kind)).toEqual(['body'])
    expect(kindsOf(`${'long '.repeat(60)}\nThe cranes stand still.`)[0]?.kind).toBe('body')
  })

  test('the regions of the document come first, and the first line of each names it', () => {
    const text = '🚢 Strike\nBy Oda\nThe cranes stand still.\nSubscribe now.\nAll rights reserved.'
    const regions = [
      region('byline', text, 'By Oda'),
      region('boilerplate', text, 'Subscribe now.\nAll rights reserved.'),
      region('headline', text, '🚢 Strike'),
    ]
    expect(kindsOf(text, { regions }).map(({ kind, begins }) => `${kind}${begins ? ' begins' : ''}`)).toEqual([
      'headline begins',
      'byline begins',
      'body',
      'boilerplate begins',
      'boilerplate',
    ])
  })

  test('a byline in the first paragraph is no headline', () => {
    const text = 'By Oda\nThe cranes stand still.'
    expect(kindsOf(text, { regions: [region('byline', text, 'By Oda')] })[0]?.kind).toBe('byline')
  })

  test('paragraphs are numbered as they were at import, blank lines are not', () => {
    expect(kindsOf('a\n\nb\n \nc').map(({ number }) => number)).toEqual([1, null, 2, null, 3])
  })

  test('a line tells its direction only where it is not the document’s', () => {
    const text = 'The harbour\nالميناء هادئ اليوم\n12 – 14\n“Sela” قالت سيلا مارين'
    expect(kindsOf(text).map(({ direction }) => direction)).toEqual([null, 'rtl', null, 'rtl'])
    expect(kindsOf(text, { direction: 'rtl' }).map(({ direction }) => direction)).toEqual(['ltr', null, null, null])
  })
})
