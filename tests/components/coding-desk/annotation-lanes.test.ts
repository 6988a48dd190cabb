import fc from 'fast-check'
import { lanesOf } from '@/components/coding-desk/annotations/annotation-lanes'
import type { AnnotationValue } from '@/lib/coding/annotation'
import { annotationsOf, row, uuid, value } from './coding-view'

const stretch = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
  .map(([start, size]) => ({ part: 'span' as const, start, end: start + size }))

const segments = fc.array(stretch, { minLength: 1, maxLength: 3 }).map((all) => all.sort((a, b) => a.start - b.start))

const values = fc.array(
  segments.map((all): AnnotationValue => ({ ...value('hero', 0, 1), segments: all })),
  { maxLength: 16 },
)

describe('the lanes of annotations', () => {
  test('are what they would be without a memory of before, whatever that was', () => {
    const flags = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(values, flags, flags, (all, wasThere, isThere) => {
        const annotations = annotationsOf(all.map((one, i) => row(uuid(20 + i), one)))
        const before = lanesOf(annotations.filter((_, i) => wasThere[i]))
        const now = annotations.filter((_, i) => isThere[i])
        expect(lanesOf(now, before)).toEqual(lanesOf(now))
      }),
      { numRuns: 1000 },
    )
  })

  test('are what they would be when one came, went or moved', () => {
    fc.assert(
      fc.property(values, fc.nat(16), segments, (all, place, moved) => {
        const rows = all.map((one, i) => row(uuid(20 + i), one))
        const before = lanesOf(annotationsOf(rows))
        const others = rows.filter((_, i) => i !== place)
        const again = row(uuid(20 + place), { ...value('hero', 0, 1), segments: moved })
        for (const now of [others, [...others, again]]) {
          const annotations = annotationsOf(now)
          expect(lanesOf(annotations, before).lanes).toEqual(lanesOf(annotations).lanes)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
