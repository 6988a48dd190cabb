import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import type { Cluster, Difference } from '@/lib/coding/review/cluster'
import { clustersOf } from '@/lib/coding/review/clusters'
import type { ReviewedDocument } from '@/lib/coding/review/reviewed-document'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import { freezeUnits } from '@/lib/text/units'
import { sampleRows, sampleText, testWithSample } from '../../support/samples'
import { documentOf } from './reviewed-studies'

/** Real texts that two coders or more coded: clusters and the agreement report count the same. */

interface Marked {
  coder: string
  code: string
  places: { start: number; end: number }[]
}

interface CodedText {
  name: string
  text: string
  coders: string[]
  marked: Marked[]
}

const plain = { colour: '#000000', pattern: 'solid' }

function codebookOf(families: Record<string, readonly string[]>): Codebook {
  return codebookSchema.parse({
    version: '1.0.0',
    title: 'From elsewhere',
    families: Object.keys(families).map((key) => ({ key, label: key })),
    codes: Object.entries(families).flatMap(([family, codes]) =>
      codes.map((key) => ({ key, family, label: key, ...plain })),
    ),
  })
}

function reviewed({ name, text, coders, marked }: CodedText): ReviewedDocument {
  const codings = coders.map((coder) => {
    const own = marked.filter((one) => one.coder === coder)
    return {
      ...{ codingId: `${name} ${coder}`, coder, revision: 0, codebookVersion: '1.0.0' },
      ...{ nothingToCode: own.length === 0, links: [], answers: [] },
      annotations: own.map(({ code, places }, i) => ({
        ...{ id: `${coder} ${i}`, lineageId: `${i}`, code, attributes: {}, compared: {}, note: '', unsure: false },
        segments: places.map((place) => ({ part: 'span' as const, ...place })),
      })),
    }
  })
  return documentOf(codings, { text, documentId: name, language: 'de' })
}

/** What the agreement report counts of the spans of a document, over its pairs of coders. */
function reportOf({ text, coders, marked }: CodedText, codebook: Codebook) {
  const { graphemeInteriors: _, ...units } = freezeUnits(text, 'de')
  const codings = coders.map((coder) => ({
    coder,
    annotations: marked
      .filter((one) => one.coder === coder)
      .map(({ code, places }) => {
        return {
          code,
          segments: places.map((place) => ({ part: 'span' as const, ...place })),
          attributes: {},
          unsure: false,
        }
      }),
    variables: [],
  }))
  return documentStatistics({ number: 1, text, ...units, regions: [] }, codings, codebook)
}

function counted(text: CodedText, codebook: Codebook) {
  const { families, codes, coders } = reportOf(text, codebook)
  return Object.entries(families).map(([family, { codes: keys, confusion }]) => {
    const sums = { agreed: 0, confused: 0, alone: 0 }
    for (let i = 0; i < confusion.cells.length; i += 4) {
      const [one, other] = [
        confusion.values[confusion.cells[i + 1] ?? -1],
        confusion.values[confusion.cells[i + 2] ?? -1],
      ]
      const kind = one === '' || other === '' ? 'alone' : one === other ? 'agreed' : 'confused'
      sums[kind] += confusion.cells[i + 3] ?? 0
    }
    const total = (numbers: readonly number[] = []) => numbers.reduce((sum, number) => sum + number, 0)
    const ofCodes = keys.flatMap((key) => codes[key] ?? [])
    return {
      ...{ family, codes: keys.length, ...sums },
      annotations: total(ofCodes.map(({ annotations }) => total(annotations))) * (coders.length - 1),
      exact: total(ofCodes.map(({ matched }) => total(matched.exact))),
      overlap: total(ofCodes.map(({ matched }) => total(matched.overlap))),
      compared: total(ofCodes.map(({ compared }) => total(compared.overlap))),
    }
  })
}

function differencesOf(clusters: readonly Cluster[], family: string) {
  const all = clusters.filter((cluster) => cluster.family === family).flatMap(({ differences }) => differences)
  const of = (...types: Difference['type'][]) => all.filter(({ type }) => types.includes(type))
  return {
    omissions: of('D1').length,
    boundaries: of('D2a', 'D2b', 'D2c').length,
    conflicts: of('D3').length,
    splits: of('D5').length,
    /** Pieces beyond the pair that is split. */
    pieces: of('D5').reduce((sum, { members }) => sum + members.length - 2, 0),
    others: of('D4', 'D6', 'D7', 'D9').length,
  }
}

function byDocument(rows: readonly Record<string, string>[]): Map<string, Record<string, string>[]> {
  const groups = new Map<string, Record<string, string>[]>()
  for (const row of rows) groups.set(row.doc ?? '', [...(groups.get(row.doc ?? '') ?? []), row])
  return groups
}

function rwk(): CodedText[] {
  const coders = byDocument(sampleRows('rwk/newspapers_docs_A.csv'))
  const rows = ['1', '2'].flatMap((half) => sampleRows(`rwk/newspapers_spans_A_${half}.csv`))
  const spans = byDocument(rows)
  const types = [...new Set(rows.map(({ stwr_type: type }) => type))]
  return Array.from(coders, ([name = '', list]) => ({
    name,
    text: sampleText(`rwk/newspapers_text/${name}.txt`),
    coders: list.map(({ coder = '' }) => coder).sort(),
    marked: (spans.get(name) ?? []).map(({ coder = '', layer = '', stwr_type: type, begin, end }) => ({
      ...{ coder, code: layer === 'Stwr' ? `stwr_${types.indexOf(type)}` : layer.toLowerCase() },
      places: [{ start: Number(begin), end: Number(end) }],
    })),
  }))
}

/**
 * What holds exactly, per document and family, summed over pairs of coders. The report's confusion table matches spans by
 * overlap whatever their code, as clusters do; `alone` are its cells against nobody, `agreed` and `confused` its pairs of
 * one code and of two.
 *   conflicts (D3) = confused
 *   omissions (D1) + pieces of splits (D5) = alone
 *   annotations x (coders - 1) = 2 x (agreed + D3) + D1 + pieces
 * In these texts also, where the family has one code, so that no other code takes a partner away:
 *   overlap F1 = 1 - (D1 + pieces) / (annotations x (coders - 1))
 *   identical spans = agreed - boundaries (D2) - splits (D5)
 * Where it has several, most pairs of one code are at least as many as the pairs of one code that share most text.
 */
function expectSameCounts(text: CodedText, codebook: Codebook): void {
  const clusters = clustersOf(reviewed(text), new Map([['1.0.0', codebook]]))
  for (const report of counted(text, codebook)) {
    const differences = differencesOf(clusters, report.family)
    const unmatched = differences.omissions + differences.pieces
    expect(differences.conflicts).toBe(report.confused)
    expect(unmatched).toBe(report.alone)
    expect(2 * (report.agreed + differences.conflicts) + unmatched).toBe(report.annotations)
    expect(differences.others).toBe(0)
    const identical = report.agreed - differences.boundaries - differences.splits
    expect(report.overlap).toBeGreaterThanOrEqual(report.agreed)
    if (report.codes === 1) {
      if (report.annotations > 0) {
        const f1 = (2 * report.overlap) / report.annotations
        expect(f1).toBeCloseTo(1 - unmatched / report.annotations, 12)
      }
      expect(report.exact).toBe(identical)
    }
  }
}

testWithSample('rwk', 'newspapers coded by two to six: clusters and the report count the same in every text', () => {
  const texts = rwk()
  const codes = new Set(texts.flatMap(({ marked }) => marked.map(({ code }) => code)))
  const stwr = [...codes].filter((code) => code.startsWith('stwr'))
  const codebook = codebookOf({ stwr, frame: ['frame'], intexpression: ['intexpression'], speaker: ['speaker'] })
  expect(texts).toHaveLength(179)
  for (const text of texts) expectSameCounts(text, codebook)
  const six = texts.filter(({ coders }) => coders.length === 6)
  expect(six.map(({ name }) => name).sort()).toEqual(['mkhz_2778-1', 'mkhz_6263-1'])
})

testWithSample('catma', 'a story coded by two, annotations in pieces that touch: the same there', () => {
  const text = catma()
  expect(text.marked.map(({ coder }) => coder).filter((coder) => coder === 'C01')).toHaveLength(20)
  expect(text.marked).toHaveLength(39)
  const codes = [...new Set(text.marked.map(({ code }) => code))].sort()
  expectSameCounts(text, codebookOf({ events: codes }))
})

/** Collections of two coders on one text; an annotation has one to three pieces. */
function catma(): CodedText {
  const project = 'catma/CATMA_9385E190-13CD-44BE-8A06-32FA95B7EEFA_GitMA_Demo_Project'
  const document = 'D_A00D3E7F-06B0-4BB6-BF1F-58FCADFC60D4'
  const collections = [
    'C_F8552E35-F9BD-4544-A8C5-BD9114C80E43/annotations/MVauth_0.json',
    'C_D32D3AFF-98A6-4596-9B32-ABDC66445290/annotations/mvgoogle_0.json',
  ]
  const lists = collections.map((file) => {
    return JSON.parse(sampleText(`${project}/collections/${file}`)) as {
      body: { tag: string }
      target: { items: { selector: { start: number; end: number } }[] }
    }[]
  })
  const tags = [...new Set(lists.flat().map(({ body }) => body.tag))].sort()
  return {
    name: document,
    text: sampleText(`${project}/documents/${document}/${document}.txt`),
    coders: ['C01', 'C02'],
    marked: lists.flatMap((list, i) =>
      list.map(({ body, target }) => ({
        ...{ coder: `C0${i + 1}`, code: `event_${tags.indexOf(body.tag)}` },
        places: target.items.map(({ selector: { start, end } }) => ({ start, end })),
      })),
    ),
  }
}
