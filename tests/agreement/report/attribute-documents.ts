import fc from 'fast-check'
import { coderPairs } from '@/lib/agreement/contingencies'
import type { ReportedAttribute, ReportRequest } from '@/lib/agreement/report/agreement-report'
import type { CodeSpans, DocumentStatistics, ValueTable } from '@/lib/agreement/report/document-statistics'
import { spanDocument, spanRequest } from './unitizing-documents'

/** What a coder made of one place in a text: no annotation, one without a value, one with a value. */
export type Mark = 'no annotation' | null | { value: string }

/** A place that several coders may have marked with one code. */
export interface Place {
  code: 'hero' | 'villain'
  /** Per coder of the document. */
  marks: readonly Mark[]
  /** Whether the annotations share more than half of their extent. */
  close: boolean
}

export interface Marked {
  coders: readonly string[]
  places: readonly Place[]
}

/** Marks that pairs of coders left on the same places. */
export function partners({ coders, places }: Marked, rule: 'overlap' | 'iou50') {
  return places.flatMap(({ code, marks, close }) =>
    coderPairs(coders.length).flatMap(([i, j], pair) => {
      const [one, other] = [marks[i] ?? null, marks[j] ?? null]
      const both = one !== 'no annotation' && other !== 'no annotation'
      if (!both || (rule === 'iou50' && !close)) return []
      return [
        {
          code,
          pair,
          coders: [coders[i] ?? '', coders[j] ?? ''] as const,
          one: one?.value ?? null,
          other: other?.value ?? null,
        },
      ]
    }),
  )
}

/** What the document contributes; its only attribute is `role`. Coders must be sorted. */
export function attributeDocument(documentId: string, marked: Marked): DocumentStatistics {
  const plain = spanDocument(documentId, { length: 30, coders: marked.coders, spans: [] })
  const codes = Object.entries(plain.codes).map(([code, spans]) => [code, withAttribute(spans, code, marked)] as const)
  return { ...plain, codes: Object.fromEntries(codes) }
}

function withAttribute(spans: CodeSpans, code: string, marked: Marked): CodeSpans {
  const places = marked.places.filter((place) => place.code === code)
  const ofCode = { ...marked, places }
  const pairs = coderPairs(marked.coders.length)
  const compared = (rule: 'overlap' | 'iou50') =>
    pairs.map((_, place) => partners(ofCode, rule).filter(({ pair }) => pair === place).length)
  const role = { overlap: table(partners(ofCode, 'overlap')), iou50: table(partners(ofCode, 'iou50')) }
  return {
    ...spans,
    annotations: marked.coders.map((_, i) => places.filter(({ marks }) => marks[i] !== 'no annotation').length),
    compared: { overlap: compared('overlap'), iou50: compared('iou50') },
    attributes: places.length > 0 ? { role } : {},
  }
}

function table(pairs: ReturnType<typeof partners>): ValueTable {
  const values = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))].filter((value) => value !== null)
  const placeOf = (value: string | null) => (value === null ? -1 : values.indexOf(value))
  return { values, cells: pairs.flatMap(({ pair, one, other }) => [pair, placeOf(one), placeOf(other), 1]) }
}

/** A request for the agreement on the attribute. */
export function attributeRequest(
  documents: readonly DocumentStatistics[],
  attribute: Partial<ReportedAttribute> = {},
  more: Partial<ReportRequest> = {},
): ReportRequest {
  const role: ReportedAttribute = {
    ...{ key: 'role', label: 'Role', kind: 'attribute', family: 'character', level: 'nominal', alphaMin: 0.8 },
    ...{ attribute: 'role', codes: ['hero', 'villain'], ...attribute },
  }
  return spanRequest(documents, { attributes: [role], ...more })
}

/** Any documents of two or three of the coders. */
export function arbitraryMarked(values: readonly string[]): fc.Arbitrary<Marked[]> {
  const mark = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Mark>('no annotation', null) },
    { weight: 3, arbitrary: fc.constantFrom(...values).map((value): Mark => ({ value })) },
  )
  const ofCoders = (coders: readonly string[]) =>
    fc.record({
      coders: fc.constant(coders),
      places: fc.array(
        fc.record({
          code: fc.constantFrom('hero' as const, 'villain' as const),
          marks: fc.array(mark, { minLength: coders.length, maxLength: coders.length }),
          close: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
    })
  const coders = fc.constantFrom(['C01', 'C02', 'C03'], ['C01', 'C02'], ['C02', 'C03'])
  return fc.array(coders.chain(ofCoders), { minLength: 1, maxLength: 4 })
}
