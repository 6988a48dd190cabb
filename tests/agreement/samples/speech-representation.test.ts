import { composeReport } from '@/lib/agreement/report/compose'
import type { PresenceLevel } from '@/lib/agreement/report/document-statistics'
import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import type { UnitDocument } from '@/lib/coding/unit-index'
import { sampleRows, sampleText, testWithSample } from '../../support/samples'

/**
 * Speech, thought and writing in newspapers, coded twice or more (Brunner et al. 2020): the figures of `SOURCES.md` for
 * this half of the corpus, from the files of spans through our own units.
 */

type Row = Record<string, string>

const types = ['direct', 'indirect', 'reported']
const codes = [...types, 'any']

const codebook: Codebook = codebookSchema.parse({
  version: '1.0.0',
  title: 'Speech representation',
  families: codes.map((key) => ({ key, label: key })),
  codes: codes.map((key) => ({ key, family: key, label: key, colour: '#000000', pattern: 'solid' })),
})

/** Mixed types ("indirect freeIndirect") are types of their own; every annotation is of any type. */
const codesOf = (type = '') => ['any', ...types.filter((code) => code === type)]

interface CodedDocument {
  document: UnitDocument
  coders: string[]
  /** Stretches in code points with the type that each coder gave them. */
  marked: { coder: string; type: string; start: number; end: number }[]
}

function reportOn(documents: readonly CodedDocument[], unit: PresenceLevel) {
  const report = composeReport({
    documents: documents.map(({ document, coders, marked }) =>
      documentStatistics(
        document,
        coders.map((coder) => ({
          coder,
          annotations: marked
            .filter((stretch) => stretch.coder === coder)
            .flatMap(({ type, start, end }) =>
              codesOf(type).map((code) => ({
                code,
                segments: [{ part: 'span' as const, start, end }],
                attributes: {},
                unsure: false,
              })),
            ),
          variables: [],
        })),
        codebook,
      ),
    ),
    variables: codes.map((key) => ({
      ...{ key, label: key, kind: 'code_presence', family: key, level: 'nominal', alphaMin: 0.8 },
    })),
    attributes: [],
    families: codes.map((key) => ({ key, label: key, codes: [{ key, label: key, alphaMin: 0.8 }] })),
    coders: [...new Set(documents.flatMap(({ coders }) => coders))],
    unit,
    seed: 1,
    replicates: 0,
  })
  return report
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.doc ?? '', [...(groups.get(row.doc ?? '') ?? []), row])
  return groups
}

/** The corpus is tokenized: a text of as many words stands for the tokens. */
function tokenDocuments(): CodedDocument[] {
  const spans = grouped(sampleRows('rwk/token_level/stwr_token_spans_A.csv'))
  return [...grouped(sampleRows('rwk/token_level/doc_coder_tokens_A.csv'))].flatMap(([name, rows], index) => {
    const coders = rows
      .map((row) => row.coder ?? '')
      .sort()
      .slice(0, 2)
    const lengths = rows.filter((row) => coders.includes(row.coder ?? '')).map((row) => Number(row.n_tokens))
    const [length = 0] = lengths
    if (Math.min(...lengths) === 0) return []
    const marked = (spans.get(name) ?? []).map((row) => ({
      coder: row.coder ?? '',
      type: row.type ?? '',
      start: 2 * Number(row.start_token),
      end: 2 * Number(row.end_token_excl) - 1,
    }))
    return [{ document: wordsDocument(index + 1, length), coders, marked }]
  })
}

function wordsDocument(number: number, words: number): UnitDocument {
  const whole = [0, 2 * words - 1]
  const tokens = Array.from({ length: words }, (_, i) => [2 * i, 2 * i + 1]).flat()
  const text = Array.from({ length: words }, () => 'x').join(' ')
  return { number, text, length: text.length, tokens, sentences: whole, paragraphs: whole, regions: [] }
}

function newspaperDocuments(): CodedDocument[] {
  const spans = grouped([1, 2].flatMap((half) => sampleRows(`rwk/newspapers_spans_A_${half}.csv`)))
  return [...grouped(sampleRows('rwk/newspapers_docs_A.csv'))].map(([name, rows], index) => {
    const text = sampleText(`rwk/newspapers_text/${name}.txt`)
    const whole = [0, text.length]
    return {
      document: {
        number: index + 1,
        text,
        length: text.length,
        tokens: whole,
        sentences: whole,
        paragraphs: whole,
        regions: [],
      },
      coders: rows.map((row) => row.coder ?? ''),
      marked: (spans.get(name) ?? [])
        .filter((row) => row.layer === 'Stwr')
        .map((row) => ({
          coder: row.coder ?? '',
          type: row.stwr_type ?? '',
          start: Number(row.begin),
          end: Number(row.end),
        })),
    }
  })
}

testWithSample(
  'rwk',
  'two coders of speech representation agree token by token as SOURCES.md says',
  () => {
    const { variables } = reportOn(tokenDocuments(), 'token')
    const kappa = (code: string) => variables.find(({ key }) => key === code)?.fleissKappa.value
    expect(kappa('direct')).toBeCloseTo(0.9274, 3)
    expect(kappa('indirect')).toBeCloseTo(0.7357, 3)
    expect(kappa('reported')).toBeCloseTo(0.4818, 3)
    expect(kappa('any')).toBeCloseTo(0.7427, 3)
  },
  120_000,
)

testWithSample(
  'rwk',
  'two to six coders of newspapers agree character by character, spans as they were drawn, as SOURCES.md says',
  () => {
    const { sensitivity } = reportOn(newspaperDocuments(), 'character')
    const untrimmed = sensitivity.filter(({ variant, level }) => variant === 'untrimmed' && level === 'character')
    const alpha = (code: string) => untrimmed.find((row) => row.code === code)?.alpha.value
    expect(alpha('direct')).toBeCloseTo(0.8947, 3)
    expect(alpha('indirect')).toBeCloseTo(0.7384, 3)
    expect(alpha('reported')).toBeCloseTo(0.4739, 3)
    expect(alpha('any')).toBeCloseTo(0.6945, 3)
  },
  120_000,
)
