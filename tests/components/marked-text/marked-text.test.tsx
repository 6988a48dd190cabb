import { render } from '@testing-library/react'
import { excerptOf } from '@/components/marked-text/excerpt'
import { MarkedText } from '@/components/marked-text/MarkedText'
import { markedLines, type TextMark } from '@/components/marked-text/marked-pieces'

const text = 'Sela 👩‍🚒 saved it.\n\nCritics call her a thief.'
const length = (words: string) => Array.from(words).length

function mark(id: string, words: string, more: Partial<TextMark> = {}): TextMark {
  const start = length(text.slice(0, text.indexOf(words)))
  const segments = [{ start, end: start + length(words) }]
  return { id, code: 'hero', segments, side: 'below', says: `hero ${id}`, href: null, ...more }
}

/** Every line as its words, marked ones in brackets with the ids and lanes of their marks. */
const told = (marks: TextMark[]) =>
  markedLines(text, marks).map(({ pieces }) =>
    pieces
      .map(({ words, marks: laid }) => {
        const names = laid.map(({ mark: { id, side }, lane }) => `${id}${side === 'above' ? '^' : '_'}${lane}`)
        return names.length > 0 ? `[${words}|${names.join(' ')}]` : words
      })
      .join(''),
  )

describe('a marked text', () => {
  it('loses none of its words, wherever marks begin and end', () => {
    const lines = markedLines(text, [mark('a', '👩‍🚒 saved'), mark('b', 'saved it.\n\nCritics'), mark('c', 'a thief')])
    expect(lines.map(({ pieces }) => pieces.map(({ words }) => words).join(''))).toEqual([
      'Sela 👩‍🚒 saved it.',
      'Critics call her a thief.',
    ])
  })

  it('is cut at the marks, which lie in lanes of their own on their side of the words', () => {
    const marks = [mark('a', '👩‍🚒 saved'), mark('b', 'saved it'), mark('c', 'saved', { side: 'above' })]
    expect(told(marks)[0]).toBe('Sela [👩‍🚒 |a_0][saved|b_1 a_0 c^0][ it|b_1].')
  })

  it('is a text to read, with names for its marks and links to what they are explained by', () => {
    const codes = [{ key: 'hero', colour: '#0072b2', pattern: 'dashed' }]
    const marks = [mark('a', 'saved', { href: '#cluster-1' })]
    const view = render(<MarkedText text={text} language="en" direction="ltr" codes={codes as never} marks={marks} />)
    const [found] = view.container.querySelectorAll('mark')
    expect([found?.textContent, found?.getAttribute('aria-roledescription')]).toEqual(['saved', 'hero a'])
    expect(found?.className).toMatch(/code-hero line-dashed/)
    expect(found?.closest('a')?.getAttribute('href')).toBe('#cluster-1')
    expect(view.container.querySelector('#mark-a')?.textContent).toBe('saved')
  })
})

describe('an excerpt', () => {
  const long = `${'one '.repeat(80)}harm was done ${'two '.repeat(80)}\nAnother paragraph.`
  const start = long.indexOf('harm')
  const passage = { start, end: start + 'harm was done'.length }

  it('has a passage with some words around it, and says that the text goes on', () => {
    const { text: shown, isCut } = excerptOf(long, passage, [])
    expect(shown).toMatch(/^\s?one (one )+harm was done (two )+two$/)
    expect(shown.length).toBeLessThan(passage.end - passage.start + 2 * 170)
    expect(isCut).toEqual({ before: true, after: true })
  })

  it('stays in the paragraph, and shows a short one whole', () => {
    const thief = text.indexOf('a thief')
    const span = { start: length(text.slice(0, thief)), end: length(text.slice(0, thief)) + 7 }
    expect(excerptOf(text, span, [])).toMatchObject({
      text: 'Critics call her a thief.',
      isCut: { before: false, after: false },
    })
  })

  it('has its marks where the words are, cut at its ends', () => {
    const own: TextMark = { ...mark('a', 'saved'), segments: [{ start: 0, end: passage.end }] }
    const { text: shown, marks } = excerptOf(long, passage, [own])
    const [segment] = marks[0]?.segments ?? []
    expect(segment?.start).toBe(0)
    expect(shown.slice(0, segment?.end)).toMatch(/harm was done$/)
  })

  it('of a passage over several paragraphs has all of them', () => {
    const span = { start: 0, end: length(text) }
    expect(excerptOf(text, span, []).text).toBe(text)
  })
})
