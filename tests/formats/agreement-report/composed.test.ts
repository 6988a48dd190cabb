import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { composeReport } from '@/lib/agreement/report/compose'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import { reportedVariables } from '@/lib/coding/statistics/report-variables'
import { tableApa } from '@/lib/formats/agreement-report/apa'
import { agreementHtml } from '@/lib/formats/agreement-report/html'
import { tableLatex } from '@/lib/formats/agreement-report/latex'
import { methodsParagraph } from '@/lib/formats/agreement-report/methods'
import type { ReportedStudy } from '@/lib/formats/agreement-report/study'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { arbitraryStudy, codebook } from '../../coding/statistics/submitted-studies'

/** Reports of studies coded at random, with documents of no, one and several coders, rare codes and empty codings. */

const coders = ['C01', 'C02', 'C03', 'C04']

const doubleCoded = arbitraryStudy.filter(({ codings }) => codings.length >= 2)

const arbitraryReport: fc.Arbitrary<ReportedStudy> = fc
  .tuple(
    fc.oneof(fc.array(arbitraryStudy, { maxLength: 3 }), fc.array(doubleCoded, { minLength: 12, maxLength: 13 })),
    fc.constantFrom('character', 'token', 'sentence', 'document'),
  )
  .map(([studies, unit]) => {
    const documents = studies.map(({ document, codings }, i) =>
      documentStatistics({ ...document, number: i + 1 }, codings, codebook),
    )
    const about = { unit, seed: 3, replicates: 20, completed: documents.map(({ documentId }) => documentId) } as const
    const report = composeReport({ documents, coders, ...reportedVariables(codebook, documents, {}), ...about })
    const names = { study: { title: 'Tarn' }, codebook: { title: 'Neutral places', version: '1.0.0' } }
    return { ...report, ...names, softwareVersion: '0.1.0', computedAt: '2026-03-01T00:00:00Z' }
  })

const reports = fc.sample(arbitraryReport, { numRuns: 6, seed: 5 })

it('the reports have studies of every kind among them', () => {
  const documents = reports.map(({ header }) => header.documents)
  expect([Math.min(...documents), reports.some(({ drift }) => drift.length > 0)]).toEqual([0, true])
  const some = (kind: string) => reports.some(({ variables }) => variables.some((variable) => variable.kind === kind))
  expect(['framing', 'family_set', 'count', 'rate', 'derived'].filter((kind) => !some(kind))).toEqual([])
})

it('whatever was coded, every cell of every table holds a figure, a word or NA', () => {
  for (const report of reports) {
    for (const { write, columns, name } of agreementTables) {
      const rows = parse([...write(report)].join('')) as string[][]
      if (name !== 'irr_draws') expect(rows[0]).toEqual(columns.map((column) => column.name))
      const cells = new Set(rows.slice(1).flat())
      expect(['', 'NaN', 'Infinity', '-Infinity', 'undefined'].filter((wrong) => cells.has(wrong))).toEqual([])
    }
  }
}, 60_000)

const statuses = { alpha: 'status', psa: 'psa_status', kappa: 'kappa_status', u_alpha: 'u_alpha_status' }

it('whatever was coded, a figure and its status say the same', () => {
  const rows = reports.flatMap((report) =>
    agreementTables.flatMap(({ write }) => parse([...write(report)].join(''), { columns: true })),
  ) as Record<string, string>[]
  for (const [figure, status] of Object.entries(statuses)) {
    const both = rows.filter((row) => row[figure] !== undefined && row[status] !== undefined && row[status] !== 'NA')
    expect(new Set(both.map((row) => row[status])).size).toBeGreaterThan(1)
    expect(both.filter((row) => (row[status] === 'ok') !== (row[figure] !== 'NA'))).toEqual([])
  }
}, 60_000)

it('whatever was coded, text and print hold words and figures only', () => {
  for (const report of reports) {
    for (const text of [tableApa(report), tableLatex(report), methodsParagraph(report), agreementHtml(report)]) {
      expect(text).not.toMatch(/NaN|Infinity|\[object|[:>,] ?undefined|undefined[<,;]/)
      expect(text).not.toContain('\u001f')
    }
  }
}, 60_000)
