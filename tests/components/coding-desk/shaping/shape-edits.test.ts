import fc from 'fast-check'
import { recode, unfitLinks } from '@/components/coding-desk/annotations/edits'
import {
  addSegment,
  changePart,
  duplicate,
  moveSegment,
  removeSegment,
} from '@/components/coding-desk/shaping/shape-edits'
import type { Segment } from '@/lib/coding/annotation'
import { spanCodes } from '@/lib/coding/codes'
import { maxSegments } from '@/lib/coding/segments'
import { uuid } from '../coding-view'
import { annotationOn, fullCodebook, markedAnnotation, problemsAfter } from './marked-text'

const span = (start: number, end: number, part: Segment['part'] = 'span'): Segment => ({ part, start, end })
const codeOf = (key: string) => {
  const code = fullCodebook.codes.find((one) => one.key === key)
  if (!code) throw new Error(key)
  return code
}

describe('segments of an annotation', () => {
  test('stay in the order of the text, and one that overlaps or touches another becomes one with it', () => {
    const annotation = annotationOn('hero', [span(10, 20)])
    expect(addSegment(annotation, 'span', span(0, 5))?.after?.segments).toEqual([span(0, 5), span(10, 20)])
    expect(addSegment(annotation, 'span', span(15, 30))?.after?.segments).toEqual([span(10, 30)])
    expect(addSegment(annotation, 'span', span(20, 30))?.after?.segments).toEqual([span(10, 30)])
  })

  test('of different parts may lie on the same words', () => {
    const annotation = annotationOn('attribution', [span(0, 20, 'content')])
    expect(addSegment(annotation, 'cue', span(5, 9))?.after?.segments).toEqual([
      span(0, 20, 'content'),
      span(5, 9, 'cue'),
    ])
  })

  test('are at most as many as the server takes', () => {
    const many = Array.from({ length: maxSegments }, (_, index) => span(3 * index, 3 * index + 1))
    expect(addSegment(annotationOn('hero', many), 'span', span(900, 901))).toBeNull()
  })

  test('can be taken out down to the last one', () => {
    const annotation = annotationOn('hero', [span(0, 5), span(10, 20)])
    expect(removeSegment(annotation, 0)?.after?.segments).toEqual([span(10, 20)])
    expect(removeSegment(annotationOn('hero', [span(0, 5)]), 0)).toBeNull()
  })

  test('can become another part, and be put on other words', () => {
    const annotation = annotationOn('attribution', [span(0, 5, 'content'), span(10, 20, 'cue')])
    expect(changePart(annotation, 0, 'source').after?.segments).toEqual([span(0, 5, 'source'), span(10, 20, 'cue')])
    expect(moveSegment(annotation, 0, span(30, 40)).after?.segments).toEqual([
      span(10, 20, 'cue'),
      span(30, 40, 'content'),
    ])
  })
})

describe('another code', () => {
  test('for the same words is a second annotation; the first stays', () => {
    const annotation = annotationOn('hero', [span(0, 5)], { attributes: { target: 'Sela Marrin' } })
    const edit = duplicate(fullCodebook, annotation, codeOf('villain'))
    expect(edit).toMatchObject({ before: null, after: { code: 'villain', attributes: { target: 'Sela Marrin' } } })
    expect(edit.id).not.toBe(annotation.id)
  })

  test('without parts makes one stretch of parts that overlap', () => {
    const annotation = annotationOn('attribution', [span(0, 20, 'content'), span(5, 9, 'cue'), span(30, 35, 'source')])
    expect(recode(fullCodebook, annotation, codeOf('hero')).after?.segments).toEqual([span(0, 20), span(30, 35)])
  })

  test('loses the links that the relation does not allow it', () => {
    const hero = annotationOn('hero', [span(0, 5)])
    const link = (relation: string) => ({ id: uuid(9), value: { relation, from: hero.id, to: uuid(2) } })
    expect(unfitLinks(fullCodebook, hero, codeOf('villain'), [link('voiced_in')])).toEqual([])
    expect(unfitLinks(fullCodebook, hero, codeOf('sourced_figure'), [link('voiced_in')])).toEqual([link('voiced_in')])
  })
})

test('whatever is done with segments, the annotation that comes of it is right', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const code = fc.constantFrom(...spanCodes(fullCodebook))
  fc.assert(
    fc.property(markedAnnotation, share, share, fc.nat(), code, (made, one, other, pick, chosen) => {
      const { annotation, document, places } = made
      const index = pick % annotation.value.segments.length
      const [start = 0, end = 0] = [one, other].sort().map((at) => Math.round(at * document.length))
      const stretch = places.fit({ start, end })
      const part = annotation.value.segments[0]?.part ?? 'span'
      const edits = [
        stretch && addSegment(annotation, part, stretch),
        stretch && moveSegment(annotation, index, stretch),
        removeSegment(annotation, index),
        changePart(annotation, index, part),
        recode(fullCodebook, annotation, chosen),
        duplicate(fullCodebook, annotation, chosen),
      ]
      for (const edit of edits) if (edit) expect(problemsAfter(edit.after, document)).toEqual({})
    }),
  )
})
