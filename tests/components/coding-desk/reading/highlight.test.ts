import fc from 'fast-check'
import { lanesOf } from '@/components/coding-desk/annotations/annotation-lanes'
import type { DeskAnnotation } from '@/components/coding-desk/annotations/edits'
import { type Highlighted, highlightsOf, segmentName } from '@/components/coding-desk/reading/highlight'
import { Positions } from '@/components/coding-desk/reading/positions'
import type { AnnotationValue } from '@/lib/coding/annotation'
import { annotationsOf, codebook, row, uuid, value } from '../coding-view'

const codes = new Map(codebook.codes.map((code) => [code.key, code]))
const text = 'Marrin holds the quay\nThe company waits.'
const positions = new Positions(text)

const annotated = (values: AnnotationValue[]) => annotationsOf(values.map((one, i) => row(uuid(20 + i), one)))

function drawAll(
  annotations: readonly DeskAnnotation[],
  selectedId: string | null = null,
  before?: Highlighted,
): Highlighted {
  return highlightsOf({ ...lanesOf(annotations), codes, positions, selectedId }, before)
}

const drawn = (values: AnnotationValue[]) => drawAll(annotated(values)).highlights

function withParts(...segments: AnnotationValue['segments']): AnnotationValue {
  return { ...value('hero', 0, 6), segments }
}

describe('what is drawn in the text', () => {
  test('a stretch over two lines is drawn in each of them, in one lane', () => {
    const over = drawn([value('hero', 7, 33)])
    expect(over.map(({ from, to, lane }) => ({ from, to, lane }))).toEqual([
      { from: 9, to: 23, lane: 0 },
      { from: 25, to: 36, lane: 0 },
    ])
    expect(new Set(over.map(({ key }) => key)).size).toBe(2)
  })

  test('identical stretches of several codes lie in lanes of their own', () => {
    const same = drawn([value('hero', 0, 6), value('villain', 0, 6), value('figure', 0, 6)])
    expect(same.map(({ code, lane }) => [code, lane])).toEqual([
      ['hero', 0],
      ['villain', 1],
      ['figure', 2],
    ])
  })

  test('the parts of an attribution have names, and are counted where there are several of a kind', () => {
    const attribution = withParts(
      { part: 'source', start: 0, end: 6 },
      { part: 'cue', start: 7, end: 12 },
      { part: 'content', start: 13, end: 16 },
      { part: 'content', start: 26, end: 33 },
    )
    expect(drawn([attribution]).map(({ segment }) => segment)).toEqual([
      'source',
      'cue',
      'content 1 of 2',
      'content 2 of 2',
    ])
  })

  test('segments of a plain annotation are counted, a single one has no name', () => {
    const [two] = annotationsOf([
      row(uuid(40), withParts({ part: 'span', start: 0, end: 6 }, { part: 'span', start: 13, end: 16 })),
    ])
    const [one] = annotationsOf([row(uuid(41), value('hero', 0, 6))])
    expect([two && segmentName(two, 0), two && segmentName(two, 1)]).toEqual(['part 1 of 2', 'part 2 of 2'])
    expect(one && segmentName(one, 0)).toBeNull()
  })

  test('what looks as before is the same object as before', () => {
    const annotations = annotated([value('hero', 0, 6), value('villain', 26, 33)])
    const before = drawAll(annotations)
    const { highlights } = drawAll(annotations, uuid(21), before)
    expect(highlights[0]).toBe(before.highlights[0])
    expect(highlights[1]).toMatchObject({ ...before.highlights[1], selected: true })
  })
  const span = fc
    .tuple(fc.nat(18), fc.integer({ min: 1, max: 20 }))
    .map(([start, size]) => value('hero', start, start + size))
  const spans = fc.array(span, { maxLength: 8 })

  test('whatever was drawn before, what is drawn is the same', () => {
    const all = fc.tuple(spans, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat(9), fc.nat(9))
    fc.assert(
      fc.property(all, ([values, stays, selectedBefore, selectedNow]) => {
        const annotations = annotated(values)
        const some = annotations.filter((_, i) => stays[i])
        const idAt = (at: number) => annotations[at]?.id ?? null
        for (const [one, other] of [
          [some, annotations],
          [annotations, some],
        ] as const) {
          const before = drawAll(one, idAt(selectedBefore))
          const now = drawAll(other, idAt(selectedNow), before)
          expect(now.highlights).toEqual(drawAll(other, idAt(selectedNow)).highlights)
        }
      }),
    )
  })
})
