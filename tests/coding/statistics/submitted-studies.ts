import fc from 'fast-check'
import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import type { SubmittedAnnotation, SubmittedAnnotations } from '@/lib/coding/statistics/submitted-annotations'
import type { UnitDocument } from '@/lib/coding/unit-index'
import type { UnitCoding } from '@/lib/coding/units'
import { documentOf, on } from '../unit-studies'

const look = { colour: '#0072B2', pattern: 'solid' }
const framing = ['target', 'voice', 'author_stance', 'polarity']
const entity = { type: 'entity_ref' }

/** Two families with several codes, one with one; a code that is switched off and one for documents. */
export const codebook: Codebook = codebookSchema.parse({
  version: '1.0.0',
  title: 'Neutral places',
  families: ['character', 'figure', 'attribution'].map((key) => ({ key, label: key.toUpperCase() })),
  attributes: {
    target: { label: 'Target', ...entity, multiple: true },
    voice: { label: 'Voice', type: 'enum' },
    author_stance: { label: 'Stance', type: 'enum' },
    polarity: { label: 'Polarity', type: 'enum' },
    intensity: {
      label: 'Intensity',
      type: 'enum',
      level: 'ordinal',
      values: [
        { id: '1', label: 'Weak' },
        { id: '2', label: 'Strong' },
      ],
    },
    basis: { label: 'Basis', type: 'enum', enabled: false },
    sourcing_scope: { label: 'Scope', type: 'enum' },
    vague_source: { label: 'Vague', type: 'boolean' },
  },
  codes: [
    { key: 'hero', family: 'character', attributeKeys: [...framing, 'intensity', 'basis'] },
    { key: 'villain', family: 'character', alphaMin: 0.667, attributeKeys: framing },
    { key: 'victim', family: 'character', enabled: false, attributeKeys: framing },
    { key: 'unsourced_figure', family: 'figure', attributeKeys: ['sourcing_scope', 'vague_source'] },
    { key: 'sourced_figure', family: 'figure', attributeKeys: ['sourcing_scope', 'vague_source'] },
    { key: 'attribution', family: 'attribution', parts: ['content', 'source', 'cue'], attributeKeys: ['target'] },
    { key: 'tone', family: 'attribution', level: 'document' },
  ].map((code) => ({ label: `The ${code.key}`, ...look, ...code })),
  variables: [
    { key: 'genre', label: 'Genre', type: 'enum', values: ['news', 'essay'] },
    { key: 'valence', label: 'Valence', type: 'enum', level: 'ordinal', values: ['-1', '0', '1'] },
    { key: 'focus', label: 'Focus', type: 'entity_ref', level: 'ordinal' },
    { key: 'old', label: 'Old', type: 'boolean', enabled: false },
  ],
})

export const codes = ['hero', 'villain', 'unsourced_figure', 'sourced_figure', 'attribution']

type Given = Partial<SubmittedAnnotation> & { start?: number; end?: number }

/** An annotation of code hero, sure, without attributes, unless something else is given. */
export function annotation({ start = 0, end = 1, ...given }: Given): SubmittedAnnotation {
  return { code: 'hero', segments: [{ part: 'span', start, end }], attributes: {}, unsure: false, ...given }
}

/** An annotation of the first occurrence of these words. */
export function words(document: UnitDocument, text: string, given: Given = {}): SubmittedAnnotation {
  const [segment] = on(document, text).segments
  return annotation({ ...segment, ...given })
}

export function coding(coder: string, ...annotations: SubmittedAnnotation[]): SubmittedAnnotations {
  return { coder, annotations, variables: [] }
}

/** The same codings as lib/coding/units.ts takes them. */
export function unitCodings(codings: readonly SubmittedAnnotations[]): UnitCoding[] {
  return codings.map(({ coder, annotations }) => ({ coder, submitted: true, annotations }))
}

const texts = [
  'Sela Marrin rose early. The harbour slept!\n\nNobody thanked her, “of course”. She left — at 7.',
  '🚢🚢 Une éte\u0301 a\u0300 Tarn.  Le 𝔘n 🇫🇷 dort. \n\n … !? \n\nFin 12 %.',
  'وصلت سيلا إلى الميناء. لم يشكرها أحد.\n\nנמל טארן ישן. 40 איש.',
]

const arbitrarySpan = (length: number) =>
  fc
    .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 25 }))
    .map(([start, size]) => ({ start, end: Math.min(length, start + size) }))

const arbitraryDocument: fc.Arbitrary<UnitDocument> = fc.constantFrom(...texts).chain((text) => {
  const document = documentOf(text)
  const regions = fc.array(arbitrarySpan(document.length), { maxLength: 2 })
  return regions.map((spans) => ({
    ...document,
    regions: spans.map((span) => ({ kind: 'boilerplate' as const, ...span })),
  }))
})

const arbitraryAttributes: fc.Arbitrary<SubmittedAnnotation['attributes']> = fc.record(
  {
    target: fc.oneof(fc.constantFrom('Sela', 'Tarn', ''), fc.subarray(['Sela', 'Tarn', 'Brisk'])),
    voice: fc.constantFrom('author', 'quoted_direct', 'slogan'),
    author_stance: fc.constantFrom('endorses', 'rejects'),
    polarity: fc.constantFrom('asserted', 'negated'),
    sourcing_scope: fc.constantFrom('none', 'elsewhere', 'same_sentence'),
    vague_source: fc.boolean(),
    intensity: fc.constantFrom(1, 2),
  },
  { requiredKeys: [] },
)

const arbitraryAnnotation = (length: number): fc.Arbitrary<SubmittedAnnotation> =>
  fc.record({
    code: fc.constantFrom(...codes, 'hero', 'victim', 'unknown'),
    segments: fc
      .array(
        fc
          .tuple(fc.constantFrom('span', 'source', 'content'), arbitrarySpan(length))
          .map(([part, span]) => ({ part, ...span })),
        { minLength: 1, maxLength: 3 },
      )
      .map((segments) => segments.sort((one, other) => one.start - other.start)),
    attributes: arbitraryAttributes,
    unsure: fc.boolean(),
  }) as fc.Arbitrary<SubmittedAnnotation>

/** Any document, boilerplate in it or not, with up to four codings; some coders repeat what the first one did. */
export const arbitraryStudy = arbitraryDocument.chain((document) => {
  const own = fc.array(arbitraryAnnotation(document.length), { maxLength: 7 })
  return fc
    .record({ document: fc.constant(document), lists: fc.array(own, { maxLength: 4 }), same: fc.boolean() })
    .map(({ lists, same }) => ({
      document,
      codings: lists.map((annotations, i) => ({
        coder: `C0${i + 1}`,
        annotations: same ? [...annotations.slice(0, 2), ...(lists[0] ?? [])] : annotations,
        variables: [],
      })),
    }))
})
