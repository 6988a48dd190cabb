import type { AnnotationValue, Segment } from '@/lib/coding/annotation'
import { annotationProblems, linkProblems, missingPart } from '@/lib/coding/rules'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { codePointLength } from '@/lib/text/code-points'
import { graphemeInteriors } from '@/lib/text/graphemes'

/** What coders meet in real articles and must be able to code, on invented texts. */

const codebook = codebookTemplate('default')

/** An annotation by words: "part: words", or words alone for a plain span. */
function annotation(text: string, code: string, ...marked: string[]): AnnotationValue {
  const segments = marked.map((mark): Segment => {
    const [, named = 'span', words = ''] = /^(?:(source|cue|content): )?(.*)$/s.exec(mark) ?? []
    const start = codePointLength(text.slice(0, text.indexOf(words)))
    return { part: named as Segment['part'], start, end: start + codePointLength(words) }
  })
  const inOrder = segments.sort((a, b) => a.start - b.start)
  return { code, segments: inOrder, attributes: {}, note: '', unsure: false, touched: [] }
}

function problems(text: string, ...annotations: AnnotationValue[]) {
  const frozen = { length: codePointLength(text), graphemeInteriors: graphemeInteriors(text) }
  return annotations
    .map((value) => annotationProblems(value, codebook, frozen))
    .filter((of) => Object.keys(of).length > 0)
}

describe('the rules allow', () => {
  test('a hero inside a hashtag inside a quotation inside an attribution, a figure there too, and its source shared', () => {
    const text =
      'Spokesman Dov Hale said in Velmora that “blocking #Hero shows a ruthless spirit,” adding that “millions of people mourn.”'
    const source = 'source: Spokesman Dov Hale'
    const first = annotation(
      text,
      'attribution',
      source,
      'cue: said',
      'content: “blocking #Hero shows a ruthless spirit,”',
    )
    const second = annotation(text, 'attribution', source, 'cue: adding that', 'content: “millions of people mourn.”')
    const hero = annotation(text, 'hero', '#Hero')
    const villain = annotation(text, 'villain', 'ruthless spirit')
    const figure = annotation(text, 'sourced_figure', 'millions of people')
    expect(problems(text, first, second, hero, villain, figure)).toEqual([])
    const ends = { from: '01900000-0000-7000-8000-000000000001', to: '01900000-0000-7000-8000-000000000002' }
    const link = (relation: string, from: string) =>
      linkProblems({ relation, ...ends }, codebook, { from, to: 'attribution' })
    expect([link('voiced_in', 'hero'), link('voiced_in', 'villain'), link('covered_by', 'sourced_figure')]).toEqual([
      {},
      {},
      {},
    ])
    expect(link('nested_in', 'attribution')).toEqual({})
  })

  test('two annotations of one code that cross each other', () => {
    const text = 'They chanted: “Orlo is a murderer, just like his captain”.'
    const crossing = [
      annotation(text, 'villain', 'Orlo is a murderer'),
      annotation(text, 'villain', 'a murderer, just like his captain'),
    ]
    expect(problems(text, ...crossing)).toEqual([])
  })

  test('a source to the right of what it says, and content over two paragraphs', () => {
    const text = '“The quay is lost.\n\nNobody will pay for it,” wrote the Harbour Office.'
    const value = annotation(
      text,
      'attribution',
      'content: “The quay is lost.',
      'content: Nobody will pay for it,”',
      'cue: wrote',
      'source: the Harbour Office',
    )
    expect(problems(text, value)).toEqual([])
  })

  test('an attribution inside another, without a source, its cue inside the content of the outer one', () => {
    const text = 'He said this was the last of 40 attacks attributed to the Guild – a lie – and that 141 were killed.'
    const outer = annotation(
      text,
      'attribution',
      'source: He',
      'cue: said',
      'content: this was the last of 40 attacks attributed to the Guild',
      'content: and that 141 were killed',
    )
    const inner = annotation(text, 'attribution', 'content: 40 attacks', 'cue: attributed to')
    expect(problems(text, outer, inner, annotation(text, 'sourced_figure', '40 attacks'))).toEqual([])
  })

  test('the same words as part of an attribution and as an annotation of another code, and parts inside each other', () => {
    const text = 'In her view the mayor is a saint.'
    const value = annotation(text, 'attribution', 'cue: In her view', 'source: her', 'content: the mayor is a saint')
    expect(problems(text, value, annotation(text, 'hero', 'the mayor is a saint'))).toEqual([])
  })

  test.each([
    [
      'one figure in two currencies',
      'Repairs cost 3 million marks ($1.6 million).',
      ['3 million marks', '$1.6 million'],
    ],
    [
      'a right-to-left name between isolates',
      'The mayor, ⁧ليلى حداد⁩, called them heroes 👩🏽‍✈️.',
      ['ليلى حداد', 'heroes 👩🏽‍✈️'],
    ],
    [
      'combining marks and letters of one piece',
      'Cafe\u0301 owner José Łuk praised her.',
      ['Cafe\u0301 owner José', 'José Łuk'],
    ],
    ['digits of another script', 'قُتل ٤٠ شخصا', ['٤٠ شخصا']],
  ])('%s', (_, text, marks) => {
    expect(problems(text, ...marks.map((words) => annotation(text, 'sourced_figure', words)))).toEqual([])
  })
})

describe('the rules forbid', () => {
  test('cutting a letter from its accent or an emoji in two', () => {
    const text = 'Cafe\u0301 👩🏽‍✈️'
    expect(problems(text, annotation(text, 'hero', 'Cafe'))).toHaveLength(1)
    expect(problems(text, annotation(text, 'hero', '👩🏽'))).toHaveLength(1)
  })

  test('submitting an attribution that marks no content', () => {
    const text = 'Brisk told reporters.'
    expect(missingPart(annotation(text, 'attribution', 'source: Brisk', 'cue: told'), codebook)).toBe('content')
    expect(missingPart(annotation(text, 'attribution', 'content: told reporters'), codebook)).toBeUndefined()
    expect(missingPart(annotation(text, 'hero', 'Brisk'), codebook)).toBeUndefined()
  })
})
