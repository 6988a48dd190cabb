import { madeOf } from '@/components/coding-desk/annotations/desk-annotations'
import type { DeskAnnotation } from '@/components/coding-desk/annotations/edits'
import { knownRows } from '@/components/coding-desk/outbox/rows'
import type { AnnotationValue } from '@/lib/coding/annotation'
import type { CodedRow } from '@/lib/coding/change'
import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import type { CodingView } from '@/lib/coding/coding-view'
import { freezeUnits } from '@/lib/text/units'

export const codebook: Codebook = codebookSchema.parse({
  version: '1.0.0',
  title: 'Framing',
  rules: ['Code the shortest stretch that carries the frame.'],
  attributes: {
    target: { label: 'Target', type: 'entity_ref', required: true },
    voice: {
      label: 'Voice',
      type: 'enum',
      required: true,
      default: 'author',
      values: [
        { id: 'author', label: 'author' },
        { id: 'quoted', label: 'quoted' },
      ],
    },
    speaker: { label: 'Speaker', type: 'string', multiple: true, requiredIf: "voice != 'author'" },
  },
  codes: [
    { key: 'hero', family: 'character', label: 'Hero', colour: '#0072B2', pattern: 'solid', shortcut: 'h' },
    { key: 'villain', family: 'character', label: 'Villain', colour: '#D55E00', pattern: 'double', shortcut: 'v' },
    { key: 'figure', family: 'figure', label: 'Figure', colour: '#E69F00', pattern: 'wavy', shortcut: 'u' },
    { key: 'retired', family: 'figure', label: 'Retired', colour: '#E69F00', pattern: 'wavy', enabled: false },
  ].map((code) => ({ ...code, attributeKeys: code.family === 'character' ? ['target', 'voice', 'speaker'] : [] })),
})

/** A value that codes [start, end). */
export function value(code: string, start: number, end: number, more: Partial<AnnotationValue> = {}): AnnotationValue {
  const segments: AnnotationValue['segments'] = [{ part: 'span', start, end }]
  return { code, segments, attributes: {}, note: '', unsure: false, touched: [], ...more }
}

/** A row as the server tells it. */
export function row(id: string, of: AnnotationValue, version = 1, deleted = false): CodedRow {
  return { id, kind: 'annotation', value: of, version, deleted }
}

/** The annotations of these rows. */
export function annotationsOf(rows: readonly CodedRow[]): readonly DeskAnnotation[] {
  return madeOf(knownRows(rows).list).annotations
}

/** A UUID that is easy to tell from others. */
export function uuid(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** What can be said of a coding: its text, and what of the view is not as usual. */
type Unusual = { text?: string } & Partial<Omit<CodingView, 'document'>>

/** A coding of a text, with nothing coded yet unless said. */
export function codingView({ text = 'Marrin holds the quay\nThe company waits.', ...more }: Unusual = {}): CodingView {
  const document = {
    ...{ id: uuid(3), number: 1, title: 'Marrin holds the quay', text, language: 'en', direction: 'ltr' as const },
    ...{ metadata: {}, regions: [], ...freezeUnits(text, 'en') },
  }
  return {
    ...{
      codingId: uuid(1),
      studyId: uuid(2),
      studyTitle: 'Harbour',
      state: 'open' as const,
      nothingToCode: false,
    },
    ...{ revision: 0, reopenReason: null, reopenable: false, ineligible: null, activeSeconds: 0, questions: [] },
    ...{
      position: { index: 1, of: 2 },
      nextId: uuid(9),
      document,
      codebook,
      rows: [],
      round: { title: 'Main round', allows: { prefill: false, markAll: false } },
      targets: [],
      ownTargets: ['Marrin'],
      codebookNews: null,
    },
    ...more,
  }
}
