import fc from 'fast-check'
import type { DeskAnnotation } from '@/components/coding-desk/annotations/edits'
import { Positions } from '@/components/coding-desk/reading/positions'
import { Places } from '@/components/coding-desk/shaping/places'
import { inOrder, united } from '@/components/coding-desk/shaping/segments'
import type { AnnotationValue, Segment } from '@/lib/coding/annotation'
import { annotationProblems } from '@/lib/coding/rules'
import { extent } from '@/lib/coding/segments'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import type { Span } from '@/lib/text/spans'
import { codingView, uuid } from '../coding-view'

/** The whole codebook, with attributions of three parts. */
export const fullCodebook = codebookTemplate('default')

/** A text with what the desk computes on it. */
export function marked(text: string) {
  const { document } = codingView({ text })
  const positions = new Positions(text)
  return { document, positions, places: new Places(document, positions), slice: (span: Span) => positions.slice(span) }
}

/** An annotation on segments, with nothing said about them. */
export function annotationOn(code: string, segments: Segment[], more: Partial<AnnotationValue> = {}): DeskAnnotation {
  const value = { code, segments, attributes: {}, note: '', unsure: false, touched: [], ...more }
  return { id: uuid(1), ...extent(segments), value }
}

/** What is wrong with the value an edit leaves. */
export function problemsAfter(after: AnnotationValue | null, document: Parameters<typeof annotationProblems>[2]) {
  return after ? annotationProblems(after, fullCodebook, document) : { missing: 'nothing is left' }
}

/** Words, marks, emoji and white space of every kind: what texts are made of, in short. */
const character = fc.constantFrom(
  ...['a', 'B', 'é', 'e\u0301', 'ليلى', '東', '👩🏽‍✈️', '🇨🇦', ' ', ' ', '\n', '\u00a0', ',', '“', '7', '#x'],
)

const text = fc.array(character, { minLength: 3, maxLength: 40 }).map((characters) => characters.join(''))

const rough = fc.record({
  part: fc.constantFrom<Segment['part']>('content', 'source', 'cue'),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
})

/** An annotation as a coder may leave it in a text; of one segment or of several, plain or with parts. */
export const markedAnnotation = fc
  .record({ text, hasParts: fc.boolean(), rough: fc.array(rough, { minLength: 1, maxLength: 5 }) })
  .map(({ text: written, hasParts, rough: places }) => {
    const made = marked(written)
    const segments = places.flatMap(({ part, from, to }): Segment[] => {
      const [start, end] = [from, to].sort((a, b) => a - b).map((share) => Math.round(share * made.document.length))
      const span = made.places.fit({ start: start ?? 0, end: end ?? 0 })
      return span ? [{ part: hasParts ? part : 'span', ...span }] : []
    })
    const code = hasParts ? 'attribution' : 'hero'
    return { ...made, code, segments: inOrder(united(segments)) }
  })
  .filter(({ segments }) => segments.length > 0)
  .map(({ code, segments, ...made }) => ({ ...made, annotation: annotationOn(code, segments) }))
