import { parse } from 'csv-parse/sync'
import {
  annotationColumns,
  annotationLines,
  annotationsHeader,
  type ExportedAnnotation,
} from '@/lib/formats/annotations-csv'
import { sliceCodePoints } from '@/lib/text/code-points'
import { documentOf } from '../coding/unit-studies'

const text = 'The 🚢 sank. “-5, she said,\nMarrin” is a hero, they wrote; nobody, "of course", asked. End.'
const document = { ...documentOf(text), number: 7, title: '=SUM(A1)' }
const attributes = [
  { key: 'target', label: 'Target', isEntity: true },
  { key: 'voice', label: 'Voice', isEntity: false },
]

const characters = Array.from(text)
const spanOf = (words: string) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length
  return { part: 'span' as const, start, end: start + Array.from(words).length }
}

function annotation(words: string, more: Partial<ExportedAnnotation> = {}): ExportedAnnotation {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    ...{ coder: 'C01', round: 1, codebookVersion: '1.0.0', family: 'character', code: 'hero' },
    ...{
      segments: [spanOf(words)],
      attributes: {},
      compared: {},
      unsure: false,
      createdAt: new Date('2026-03-01T10:00:00Z'),
    },
    ...more,
  }
}

function written(...annotations: ExportedAnnotation[]) {
  return parse(annotationsHeader(attributes) + annotationLines(document, annotations, attributes), {
    columns: true,
  }) as Record<string, string>[]
}

describe('annotations.csv', () => {
  it('has one row per annotation, with the values of every column', () => {
    const [row] = written(
      annotation('Marrin” is a hero', {
        unsure: true,
        attributes: { target: 'Marrin', voice: ['a', 'b'] },
        compared: { target: 'Sela Marrin', voice: ['a', 'b'] },
      }),
    )
    expect(row).toEqual({
      ...{ ann_id: 'A-01890000-0000-7000-8000-000000000001', doc_id: 'D0007', doc_title: "'=SUM(A1)", coder: 'C01' },
      ...{ round: '1', cb_version: '1.0.0', family: 'character', code: 'hero', start: '27', end: '44' },
      ...{ n_segments: '1', n_chars: '17', n_words: '4', sent_first: '2', sent_last: '2', unsure: '1' },
      ...{ a_target: 'Marrin', a_target_entity: 'Sela Marrin', a_voice: 'a|b' },
      ...{ quote: 'Marrin” is a hero', created_at: '2026-03-01T10:00:00.000Z' },
    })
  })

  it('counts offsets in code points: start and end cut the quote out of the text', () => {
    const [row] = written(annotation('Marrin'))
    expect(sliceCodePoints(text, Number(row?.start), Number(row?.end))).toBe(row?.quote)
    expect(characters.slice(Number(row?.start), Number(row?.end)).join('')).toBe('Marrin')
  })

  it('keeps quotes, commas and line breaks as they are (RFC 4180), with LF at the end of a row', () => {
    const csv = annotationLines(
      document,
      [annotation('said,\nMarrin” is a hero, they wrote; nobody, "of course"')],
      attributes,
    )
    expect(csv).toContain('"said,\nMarrin” is a hero, they wrote; nobody, ""of course"""')
    expect(csv).not.toContain('\r')
    expect(csv.endsWith('Z\n')).toBe(true)
  })

  it('puts an apostrophe before free text that a spreadsheet would run', () => {
    const [row] = written(annotation('-5', { attributes: { target: '@cmd', voice: '-2+3' } }))
    expect(row).toMatchObject({ a_target: "'@cmd", a_voice: "'-2+3", doc_title: "'=SUM(A1)" })
  })

  it('leaves a number alone as it is: the -2 of a scale is no formula', () => {
    const [row] = written(annotation('-5', { attributes: { target: '-2', voice: '+1.5' } }))
    expect(row).toMatchObject({ quote: '-5', a_target: '-2', a_voice: '+1.5' })
  })

  it('writes NA for an attribute that was not given and for the sentence of a span that reaches none', () => {
    const [row] = written(annotation('; '))
    expect(row).toMatchObject({ a_target: 'NA', a_voice: 'NA', sent_first: 'NA', sent_last: 'NA', n_words: '0' })
  })

  it('joins the segments of a discontinuous annotation', () => {
    const [row] = written(annotation('', { segments: [spanOf('Marrin'), spanOf('hero')] }))
    expect(row).toMatchObject({ quote: 'Marrin … hero', n_segments: '2', n_chars: '10' })
  })

  it('is the same whatever order the annotations come in', () => {
    const three = [annotation('sank'), annotation('The'), annotation('The', { coder: 'C00' })]
    expect(annotationLines(document, [...three].reverse(), attributes)).toBe(
      annotationLines(document, three, attributes),
    )
    expect(written(...three).map(({ coder, quote }) => `${coder} ${quote}`)).toEqual(['C00 The', 'C01 The', 'C01 sank'])
  })

  it('has nothing but the header when nothing was marked', () => {
    expect(annotationLines(document, [], attributes)).toBe('')
  })

  it('documents every column, with names that Stata accepts and that differ', () => {
    const long = ['speaker_gives_evidence_for_number', 'speaker_gives_evidence_for_nothin'].map((key) => ({
      key,
      label: key,
      isEntity: true,
    }))
    const columns = annotationColumns([...attributes, ...long])
    for (const { name, description } of columns) {
      expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/)
      expect(description).not.toBe('')
    }
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
    expect(columns.find(({ name }) => name === 'start')?.description).toContain('code points')
  })
})
