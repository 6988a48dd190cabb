import type { AgreementReport } from '@/lib/agreement/report/agreement-report'
import { composeReport } from '@/lib/agreement/report/compose'
import type { PresenceLevel } from '@/lib/agreement/report/document-statistics'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import { reportedVariables } from '@/lib/coding/statistics/report-variables'
import type { SubmittedAnnotation, SubmittedAnnotations } from '@/lib/coding/statistics/submitted-annotations'
import { annotation, codebook, coding, words } from '../coding/statistics/submitted-studies'
import { documentOf } from '../coding/unit-studies'
import { bruteForceAlpha, numberDifferences } from './alpha-oracle'

/** Where other tools went wrong; here from the text and the submitted codings to the report. */

interface Coded {
  text: string
  codings: readonly SubmittedAnnotations[]
}

function reportOn(texts: readonly Coded[], unit: PresenceLevel = 'sentence'): AgreementReport {
  const documents = texts.map(({ text, codings }, i) =>
    documentStatistics(documentOf(text, { number: i + 1 }), codings, codebook),
  )
  const coders = [...new Set(documents.flatMap((document) => document.coders))]
  return composeReport({
    ...reportedVariables(codebook, documents, {}),
    documents,
    coders,
    unit,
    seed: 1,
    replicates: 200,
  })
}

function presenceIn(report: AgreementReport, code = 'hero') {
  const row = report.variables.find(({ key, kind }) => key === code && kind === 'code_presence')
  if (!row) throw new Error(`${code} has no row`)
  return row
}

function spansOf(report: AgreementReport, code = 'hero') {
  const row = report.unitizing.codes.find(({ key }) => key === code)
  if (!row) throw new Error(`${code} has no row`)
  return row
}

const story = 'Sela Marrin rose early. The harbour slept. Nobody thanked her. Tarn burned. She went home. Rain fell.'
const document = documentOf(story)
/** One annotation per sentence that begins so. */
const heroes = (...beginnings: string[]) => beginnings.map((text) => words(document, text))

/** Text without blanks, of which a coder marked one stretch. */
const stretch = (start: number, end: number): SubmittedAnnotation => annotation({ start, end })

describe('1. a coder who marked nothing', () => {
  const five = heroes('Sela', 'The harbour', 'Nobody', 'Tarn', 'She')

  it('stays in the report: two who found none disagree with one who found five', () => {
    const report = reportOn([{ text: story, codings: [coding('C01'), coding('C02'), coding('C03', ...five)] }])
    const row = presenceIn(report)

    expect(report.header.coders).toEqual(['C01', 'C02', 'C03'])
    expect(row).toMatchObject({ units: 6, values: 18, positives: 5, missingValues: 0 })
    expect(row.percent.value).toBeCloseTo((5 / 3 + 1) / 6, 9)
    expect(row.alpha.value).toBeLessThan(0)
    expect(spansOf(report).f1.overlap.value).toBe(0)
  })

  it('is not one who has not finished: that is no zero but no value', () => {
    const row = presenceIn(reportOn([{ text: story, codings: [coding('C02'), coding('C03', ...five)] }]))

    expect(row).toMatchObject({ units: 6, values: 12, positives: 5 })
  })
})

describe('2. codes nested in another or on the same words', () => {
  const outer = words(document, 'Sela Marrin rose early')
  const nested = [words(document, 'Sela', { code: 'unsourced_figure' }), words(document, 'Marrin', { code: 'villain' })]

  it('each count for themselves: they are not dropped for the longest span', () => {
    const report = reportOn(
      [{ text: story, codings: [coding('C01', outer, ...nested), coding('C02', outer)] }],
      'character',
    )

    expect(presenceIn(report).alpha.value).toBe(1)
    for (const code of ['villain', 'unsourced_figure']) {
      expect(presenceIn(report, code).alpha.value).toBeLessThan(0)
      expect(spansOf(report, code).f1.exact.value).toBe(0)
    }
  })

  it('give the same report in whatever order they were clicked', () => {
    const same = [words(document, 'Tarn burned', { code: 'villain' }), words(document, 'Tarn burned')]
    const [one, other] = [same, same.toReversed()].map((clicked) =>
      reportOn([{ text: story, codings: [coding('C01', ...same), coding('C02', ...clicked)] }], 'token'),
    )

    expect(other).toEqual(one)
    if (!other) throw new Error('There is no report')
    expect(presenceIn(other).alpha.value).toBe(1)
    expect(presenceIn(other, 'villain').alpha.value).toBe(1)
  })
})

describe('3. nothing to score', () => {
  it('is unknown, not agreement: no figure of a document without annotations is 1 but percent', () => {
    const report = reportOn([{ text: story, codings: [coding('C01'), coding('C02')] }])
    const row = presenceIn(report)

    expect(row.percent).toEqual({ value: 1 })
    expect(row.alpha).toMatchObject({ value: null, undefined: 'no_variation' })
    expect(row.kappa.mean.value).toBeNull()
    expect(row.verdict.word).toBe('not_computable')
    expect(report.byDocument[0]?.codes[0]?.alpha).toEqual({ value: null, undefined: 'no_variation' })
    const { f1, boundaries, matchRate, characterAlpha } = spansOf(report)
    for (const figure of [f1.exact, f1.overlap, boundaries, matchRate, characterAlpha]) expect(figure.value).toBeNull()
  })

  it('is unknown where nobody else coded the text', () => {
    const report = reportOn([{ text: story, codings: [coding('C01', ...heroes('Sela'))] }])

    expect(presenceIn(report).alpha).toMatchObject({ value: null, undefined: 'one_coder' })
    expect(presenceIn(report).percent.value).toBeNull()
    expect(report.warnings.map(({ kind }) => kind)).toContain('no_overlap')
  })
})

describe('4. kappa over characters', () => {
  const text = 'a'.repeat(1000)

  it.each([
    { what: 'chance: 700 and 700 of 1,000, 490 shared', one: stretch(0, 700), other: stretch(210, 910), kappa: 0 },
    { what: 'rare: 50 and 50 of 1,000, 40 shared', one: stretch(0, 50), other: stretch(10, 60), kappa: 0.789474 },
  ])('is that of Cohen, p_e being a sum of products over all text: $what', ({ one, other, kappa }) => {
    const row = presenceIn(reportOn([{ text, codings: [coding('C01', one), coding('C02', other)] }], 'character'))

    expect(row.units).toBe(1000)
    expect(row.kappa.mean.value).toBeCloseTo(kappa, 6)
  })
})

describe('5. perfect and one-sided data', () => {
  it('are 1 where coders agree on everything and there is variation', () => {
    const marked = heroes('Sela', 'Tarn')
    const report = reportOn([{ text: story, codings: [coding('C01', ...marked), coding('C02', ...marked)] }])
    const { boundaries, f1, matchRate, characterAlpha } = spansOf(report)

    for (const figure of [presenceIn(report).alpha, boundaries, f1.exact, matchRate, characterAlpha]) {
      expect(figure.value).toBe(1)
    }
  })

  it('are never 1 where one coder alone marks, and undefined where everything is marked by all', () => {
    const alone = reportOn([{ text: story, codings: [coding('C01', ...heroes('Sela')), coding('C02'), coding('C03')] }])
    const all = coding('C01', stretch(0, 1000))
    const everything = reportOn([{ text: 'a'.repeat(1000), codings: [all, { ...all, coder: 'C02' }] }], 'character')

    expect(presenceIn(alone).alpha.value).toBeLessThanOrEqual(0)
    expect(spansOf(alone).boundaries.value).toBeLessThanOrEqual(0)
    expect(presenceIn(everything).alpha).toMatchObject({ value: null, undefined: 'no_variation' })
    expect(spansOf(everything).characterAlpha.value).toBeNull()
  })
})

describe('6. units that only one coder marked', () => {
  const shared = words(document, 'Sela')
  const more = ['Marrin', 'rose', 'harbour', 'burned', 'Rain'].map((word) => words(document, word))

  it('are disagreement: one word agreed on among five that are not is no perfect score', () => {
    const report = reportOn(
      [{ text: story, codings: [coding('C01', shared, ...more), coding('C02', shared)] }],
      'token',
    )

    expect(presenceIn(report).alpha.value).toBeLessThan(0.3)
    expect(spansOf(report).f1.exact.value).toBeCloseTo(2 / 7, 9)
  })

  it('are few in a long text, which raises percent but not agreement on what was marked; prevalence says so', () => {
    const long = `${story} ${'Nothing happened then. '.repeat(200)}`
    const report = reportOn([{ text: long, codings: [coding('C01', shared, ...more), coding('C02', shared)] }], 'token')
    const row = presenceIn(report)

    expect(row.percent.value).toBeGreaterThan(0.98)
    expect(row.positiveAgreement.value).toBeCloseTo(2 / 7, 9)
    expect(row.alpha.value).toBeLessThan(0.3)
    expect(row.prevalence.value).toBeLessThan(0.01)
    expect(spansOf(report).f1.exact.value).toBeCloseTo(2 / 7, 9)
  })
})

describe('7. several documents', () => {
  const short = 'Tarn burned. Rain fell.'
  const texts: Coded[] = [
    { text: short, codings: [coding('C01', stretch(0, 4)), coding('C02', stretch(13, 17))] },
    { text: story, codings: [coding('C01', ...heroes('Sela', 'Tarn')), coding('C02', ...heroes('Sela', 'Tarn'))] },
    { text: story, codings: [coding('C01'), coding('C02')] },
  ]

  it('are pooled: alpha is that of all their units, not a mean over documents that leaves the undefined one out', () => {
    const report = reportOn(texts)
    const units = [
      ...[
        [1, 0],
        [0, 1],
      ],
      ...[
        [1, 1],
        [0, 0],
        [0, 0],
        [1, 1],
        [0, 0],
        [0, 0],
      ],
      ...Array.from({ length: 6 }, () => [0, 0]),
    ]
    const single = report.byDocument.map(({ codes }) => codes[0]?.alpha.value ?? null)

    expect(presenceIn(report).alpha.value).toBeCloseTo(bruteForceAlpha(units, numberDifferences.nominal) ?? 9, 9)
    expect(single).toEqual([-0.5, 1, null])
    expect(presenceIn(report).alpha.value).not.toBeCloseTo((1 - 0.5) / 2, 1)
  })
})

describe('8. overlap', () => {
  it('of a single character is no agreement: it counts in F1 by overlap alone, not in alpha or exact F1', () => {
    const text = 'a'.repeat(100)
    const report = reportOn(
      [{ text, codings: [coding('C01', stretch(0, 21)), coding('C02', stretch(20, 40))] }],
      'character',
    )
    const { f1, boundaries } = spansOf(report)

    expect(f1.overlap.value).toBe(1)
    expect([f1.exact.value, f1.iou50.value]).toEqual([0, 0])
    expect(boundaries.value).toBeLessThan(0)
    expect(presenceIn(report).alpha.value).toBeLessThan(0)
  })

  it('in having found nothing is corrected for chance, and warned of', () => {
    const texts: Coded[] = Array.from({ length: 10 }, (_, i) => ({
      text: story,
      codings: [coding('C01', ...(i === 3 ? heroes('Sela') : [])), coding('C02', ...(i === 7 ? heroes('Tarn') : []))],
    }))
    const report = reportOn(texts)

    expect(presenceIn(report).percent.value).toBeGreaterThan(0.95)
    expect(presenceIn(report).alpha.value).toBeLessThan(0)
    expect(presenceIn(report).verdict.word).not.toBe('meets')
    expect(report.warnings.map(({ kind }) => kind)).toContain('agreement_on_absence')
  })
})
