import type { AnnotationValue, Segment } from '@/lib/coding/annotation'
import { holds } from '@/lib/coding/condition'
import { annotationProblems, linkProblems, missingAttributes, variableProblems } from '@/lib/coding/rules'
import { codebookTemplate } from '@/lib/coding/templates/templates'

const codebook = codebookTemplate('default')
const starter = codebookTemplate('starter')

/** 20 code points, with one grapheme cluster from 5 to 8. */
const text = { length: 20, graphemeInteriors: [6, 7] }

const span = (start: number, end: number, part: Segment['part'] = 'span'): Segment => ({ part, start, end })
const hero = (more: Partial<AnnotationValue> = {}): AnnotationValue => ({
  ...{ code: 'hero', segments: [span(0, 5)], attributes: {}, note: '', unsure: false, touched: [] },
  ...more,
})
const problemsOf = (value: AnnotationValue, book = codebook) => Object.keys(annotationProblems(value, book, text))

describe('an annotation', () => {
  it('may lie anywhere in the text', () => {
    expect(problemsOf(hero({ segments: [span(0, 20)] }))).toEqual([])
    expect(problemsOf(hero({ segments: [span(5, 8)] }))).toEqual([])
  })

  it.each([
    ['beyond the text', [span(0, 21)]],
    ['empty', [span(3, 3)]],
    ['backwards', [span(4, 2)]],
    ['beginning inside a character', [span(6, 9)]],
    ['ending inside a character', [span(0, 7)]],
    ['of a part the code does not have', [span(0, 5, 'cue')]],
  ])('has no segment %s', (_, segments) => {
    expect(problemsOf(hero({ segments }))).toEqual(['segments.0'])
  })

  it('has segments sorted by start, and apart within one part', () => {
    expect(problemsOf(hero({ segments: [span(8, 10), span(0, 5)] }))).toEqual(['segments.1'])
    expect(problemsOf(hero({ segments: [span(0, 5), span(4, 5)] }))).toEqual(['segments.1'])
    const attribution = hero({ code: 'attribution', segments: [span(0, 12, 'content'), span(8, 10, 'source')] })
    expect(problemsOf(attribution)).toEqual([])
  })

  it('has a code that is offered', () => {
    expect(problemsOf(hero({ code: 'nobody' }))).toEqual(['code'])
    expect(problemsOf(hero({ code: 'beneficiary' }), starter)).toEqual(['code'])
  })

  it.each([
    ['an unknown attribute', { nobody: 'x' }, 'attributes.nobody'],
    ['a value the attribute does not have', { voice: 'choir' }, 'attributes.voice'],
    ['several values where one is taken', { target: ['Sela Marrin', 'Governor Orlo'] }, 'attributes.target'],
    ['a number where words are taken', { target: 3 }, 'attributes.target'],
  ])('has not %s', (_, attributes, field) => {
    expect(problemsOf(hero({ attributes: attributes as AnnotationValue['attributes'] }))).toEqual([field])
  })

  it('takes several values where the codebook says so, each once', () => {
    const attributes = (values: string[]) => hero({ attributes: { voice_source: values } })
    expect(problemsOf(attributes(['Ena Brisk', 'Tarn council']))).toEqual([])
    expect(problemsOf(attributes(['Ena Brisk', 'Ena Brisk']))).toEqual(['attributes.voice_source'])
  })

  it('names only touched attributes that it has', () => {
    expect(problemsOf(hero({ touched: ['target', 'unit'] }))).toEqual(['touched'])
  })
})

describe('missingAttributes', () => {
  it('names what is required and has no default', () => {
    expect(missingAttributes(hero(), starter)).toEqual(['target'])
    expect(missingAttributes(hero({ attributes: { target: ' ' } }), starter)).toEqual(['target'])
    expect(missingAttributes(hero({ attributes: { target: 'Sela Marrin' } }), starter)).toEqual([])
  })

  it('asks for the source of a voice that is not the author’s', () => {
    const said = { target: 'Sela Marrin', author_stance: 'relays', voice: 'quoted_direct' }
    expect(missingAttributes(hero({ attributes: said }), codebook)).toEqual(['voice_source'])
    expect(missingAttributes(hero({ attributes: { ...said, voice: 'author' } }), codebook)).toEqual([])
  })
})

describe('a condition', () => {
  it('compares one attribute with one value', () => {
    expect(holds("voice == 'author'", { voice: 'author' })).toBe(true)
    expect(holds("voice != 'author'", { voice: 'author' })).toBe(false)
    expect(holds("voice != 'author'", { voice: ['author', 'slogan'] })).toBe(false)
  })

  it('holds for nothing that has no value', () => {
    expect(holds("voice == 'author'", {})).toBe(false)
    expect(holds("voice != 'author'", {})).toBe(false)
  })
})

describe('a link', () => {
  const covered = { relation: 'covered_by', from: 'a', to: 'b' }

  it('joins the codes its relation joins', () => {
    expect(linkProblems(covered, codebook, { from: 'sourced_figure', to: 'attribution' })).toEqual({})
    expect(Object.keys(linkProblems(covered, codebook, { from: 'hero', to: 'attribution' }))).toEqual(['from'])
  })

  it('needs two annotations and a relation of the codebook', () => {
    expect(Object.keys(linkProblems(covered, codebook, { from: undefined, to: 'attribution' }))).toEqual(['from'])
    expect(Object.keys(linkProblems({ ...covered, to: 'a' }, codebook, { from: 'hero', to: 'hero' }))).toEqual(['to'])
    expect(Object.keys(linkProblems({ ...covered, relation: 'x' }, codebook, { from: 'hero', to: 'hero' }))).toEqual([
      'relation',
    ])
  })
})

describe('a document variable', () => {
  it('has one of its values', () => {
    expect(variableProblems({ variable: 'genre', value: 'interview' }, codebook)).toEqual({})
    expect(Object.keys(variableProblems({ variable: 'genre', value: 'poem' }, codebook))).toEqual(['value'])
    expect(Object.keys(variableProblems({ variable: 'nobody', value: 'x' }, codebook))).toEqual(['variable'])
    expect(Object.keys(variableProblems({ variable: 'genre', value: 'interview' }, starter))).toEqual(['variable'])
  })
})
