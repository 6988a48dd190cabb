import fc from 'fast-check'
import { brennanPrediger } from '@/lib/agreement/brennan-prediger'
import { categoryShares } from '@/lib/agreement/category-shares'
import { cohenKappa } from '@/lib/agreement/cohen-kappa'
import { coincidences } from '@/lib/agreement/coincidences'
import { coderPairs, contingencies } from '@/lib/agreement/contingencies'
import type { Estimate } from '@/lib/agreement/estimate'
import { fleissKappa } from '@/lib/agreement/fleiss-kappa'
import { gwetAc } from '@/lib/agreement/gwet-ac'
import { percentAgreement } from '@/lib/agreement/percent-agreement'
import { type Category, missing, type ReliabilityData, reliabilityData } from '@/lib/agreement/reliability-data'
import type { ReportedVariable, VariableAgreement } from '@/lib/agreement/report/agreement-report'
import { composeReport } from '@/lib/agreement/report/compose'
import { presenceLevels } from '@/lib/agreement/report/document-statistics'
import { scottPi } from '@/lib/agreement/scott-pi'
import { specificAgreement } from '@/lib/agreement/specific-agreement'
import { unitAgreement } from '@/lib/agreement/unit-agreement'
import { bruteForceAlpha, numberDifferences, setDifferences } from '../alpha-oracle'
import { goldenCases } from '../golden-cases'
import { arbitraryStudy, coders, columnsFor } from './arbitrary-studies'
import { presenceVariables, studyRequest } from './studies'
import { codedUnits, type StudyDocument, studyDocument } from './study-documents'

function rowOf(study: readonly StudyDocument[], variable: Partial<ReportedVariable>, more = {}): VariableAgreement {
  const [hero] = presenceVariables
  if (!hero) throw new Error('There is no variable')
  const variables = [{ ...hero, ...variable }]
  const request = studyRequest(study.map(studyDocument), { variables, coders, replicates: 0, ...more })
  const [row] = composeReport(request).variables
  if (!row) throw new Error('The report has no row')
  return row
}

/** The same number to ten digits, or undefined alike. */
function expectSame(actual: Estimate, expected: number | null) {
  if (expected === null) expect(actual.value).toBeNull()
  else expect(actual.value).toBeCloseTo(expected, 10)
}

/** Rows with values of two coders or more; others are in no figure. */
function pairable<Value>(rows: (Value | null)[][]): (Value | null)[][] {
  return rows.filter((row) => row.filter((value) => value !== null).length >= 2)
}

function presenceRows(study: readonly StudyDocument[], code: string, level: (typeof presenceLevels)[number]) {
  const rows = columnsFor<Category>(study, (document) =>
    codedUnits(document, level).map((unit) => unit.map((codes) => (codes.includes(code) ? 1 : 0))),
  )
  return pairable(rows)
}

function expectCategoryFigures(row: VariableAgreement, data: ReliabilityData) {
  const [agreement, shares] = [unitAgreement(data), categoryShares(data)]
  expectSame(row.percent, percentAgreement(agreement).value)
  expectSame(row.fleissKappa, fleissKappa(agreement, shares).value)
  expectSame(row.gwetAc1, gwetAc(agreement, shares).value)
  expectSame(row.brennanPrediger, brennanPrediger(agreement, data.categories.length).value)
  const kappas = contingencies(data).map((table) => cohenKappa(table))
  row.kappa.pairs.forEach(({ coders: pair, units, kappa: own, percent }) => {
    const kappa = kappas[placeOfPair(pair)]
    expect(units).toBe(kappa?.units)
    expectSame(own, kappa?.value ?? null)
    expectSame(percent, kappa?.observedAgreement ?? null)
  })
  // Coders who coded no unit in common are no pair.
  expect(row.kappa.pairs).toHaveLength(kappas.filter(({ units }) => units > 0).length)
}

/** Where a pair of the four coders stands among all pairs. */
function placeOfPair(pair: readonly string[]): number {
  return coderPairs(4).findIndex((places) => pair.join() === places.map((place) => coders[place]).join())
}

const nominalDifference = () => (one: Category, other: Category) => (one === other ? 0 : 1)

fc.configureGlobal({ numRuns: 30 })

describe('the presence of a code', () => {
  it.each(presenceLevels)('has the figures of the raw units of all documents in one table: %s', (unit) => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const rows = presenceRows(study, 'hero', unit)
        const row = rowOf(study, { key: 'hero' }, { unit })
        expectSame(row.alpha, bruteForceAlpha(rows, nominalDifference))
        const data = reliabilityData(rows, [0, 1])
        expectCategoryFigures(row, data)
        expectSame(row.positiveAgreement, specificAgreement(coincidences(data), 1).value)
        expectSame(row.negativeAgreement, specificAgreement(coincidences(data), 0).value)
      }),
    )
  })

  it('comes with its numbers: units, documents, values, missing values, positives and prevalence', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const rows = presenceRows(study, 'hero', 'sentence')
        const values = rows.flat().filter((value) => value !== null)
        const row = rowOf(study, { key: 'hero' })
        const documents = study.filter((document) => document.coders.length >= 2 && document.sentences > 0).length
        expect(row).toMatchObject({ unit: 'sentence', units: rows.length, documents, values: values.length })
        expect(row.missingValues).toBe(rows.length * coders.length - values.length)
        expect(row.positives).toBe(values.filter((value) => value === 1).length)
        expectSame(row.prevalence, values.length === 0 ? null : (row.positives ?? 0) / values.length)
      }),
    )
  })

  it("has Scott's pi where two coders gave the values, and the reason where more did", () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const data = reliabilityData(presenceRows(study, 'hero', 'sentence'), [0, 1])
        const used = coders.filter((_, column) =>
          presenceRows(study, 'hero', 'sentence').some((r) => r[column] !== null),
        )
        const row = rowOf(study, { key: 'hero' })
        if (used.length > 2) expect(row.scottPi).toEqual({ value: null, undefined: 'not_two_coders' })
        else {
          expectSame(row.scottPi, scottPi(contingencies(data)[placeOfPair(used)] ?? []).value)
        }
      }),
    )
  })

  it('has mean, least and greatest kappa over the pairs for which it is defined', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const { pairs, mean, min, max } = rowOf(study, { key: 'villain' }).kappa
        const defined = pairs.flatMap(({ kappa }) => (kappa.value === null ? [] : [kappa.value]))
        expectSame(mean, defined.length === 0 ? null : defined.reduce((a, b) => a + b, 0) / defined.length)
        expectSame(min, defined.length === 0 ? null : Math.min(...defined))
        expectSame(max, defined.length === 0 ? null : Math.max(...defined))
      }),
    )
  })

  it("has each pair's alpha over the units both coded", () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const rows = presenceRows(study, 'hero', 'sentence')
        rowOf(study, { key: 'hero' }).kappa.pairs.forEach(({ coders: pair, alpha }) => {
          const [i = 0, j = 0] = pair.map((coder) => coders.indexOf(coder))
          const both = rows.map((row) => [row[i] ?? null, row[j] ?? null])
          expectSame(alpha, bruteForceAlpha(both, nominalDifference))
        })
      }),
    )
  })
})

describe('the codes of a family', () => {
  const family = { key: 'character' }
  const setRows = (study: readonly StudyDocument[]) =>
    pairable(columnsFor<string[]>(study, (document) => codedUnits(document, 'sentence')))

  it('have the alpha of their sets with MASI as the distance', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const row = rowOf(study, { ...family, kind: 'family_set', level: 'nominal_set' })
        expectSame(row.alpha, bruteForceAlpha(setRows(study), setDifferences.masi))
      }),
    )
  })

  it('have, each set as one category, the figures of nominal values', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const rows = setRows(study).map((row) => row.map((set) => (set === null ? null : set.join('|'))))
        const row = rowOf(study, { ...family, kind: 'family_nominal', level: 'nominal' })
        expectSame(row.alpha, bruteForceAlpha(rows, nominalDifference))
        expectCategoryFigures(row, reliabilityData(rows))
        expect(row).toMatchObject({ positives: null, positiveAgreement: { undefined: 'not_presence' } })
      }),
    )
  })

  it('are compared by tokens where the report is on characters, of which there are no sets', () => {
    const study = [{ documentId: 'D1', coders: ['C01', 'C02'], sentences: 2, spans: [] }]
    const row = rowOf(study, { ...family, kind: 'family_set', level: 'nominal_set' }, { unit: 'character' })
    expect(row).toMatchObject({ unit: 'token', units: 6, percent: { value: 1 } })
  })

  it('are compared by tokens there, as framings are, which are not marked on characters either', () => {
    const spans = [{ coder: 'C01', code: 'hero', start: 0, end: 3 }]
    const study = [0, 1].map((i) => ({ documentId: `D${i}`, coders: ['C01', 'C02'], sentences: 2, spans }))
    const framing = { key: 'hero', kind: 'framing' as const }
    const row = rowOf(study, framing, { unit: 'character' })
    expect(row).toEqual(rowOf(study, framing, { unit: 'token' }))
    expect(row.positives).toBeGreaterThan(0)
  })
})

describe('a number per document', () => {
  const numberRows = (study: readonly StudyDocument[]) =>
    pairable(columnsFor<number>(study, (document) => [document.numbers?.number ?? []]))

  it.each(['interval', 'ratio'] as const)(
    'has alpha of documents as units, without those of one value: %s',
    (level) => {
      fc.assert(
        fc.property(arbitraryStudy, (study) => {
          const row = rowOf(study, { key: 'number', kind: 'count', level })
          const rows = numberRows(study)
          expectSame(row.alpha, bruteForceAlpha(rows, numberDifferences[level]))
          expectSame(row.percent, percentAgreement(unitAgreement(reliabilityData(rows))).value)
          expect(row).toMatchObject({ unit: 'document', units: rows.length, documents: rows.length })
        }),
      )
    },
  )

  it('has no coefficient for categories, and says why', () => {
    const study = [0, 1].map((i) => ({
      ...{ documentId: `D${i}`, coders: ['C01', 'C02'], sentences: 1, spans: [] },
      numbers: { number: [i, i + 0.5] },
    }))
    const row = rowOf(study, { key: 'number', kind: 'rate', level: 'interval' })
    const reason = { value: null, undefined: 'not_categories' }
    expect(row).toMatchObject({ fleissKappa: reason, gwetAc1: reason, brennanPrediger: reason, scottPi: reason })
    expect(row.kappa).toMatchObject({ mean: reason, pairs: [{ kappa: reason, units: 2 }] })
  })

  it('below zero has no ratio alpha, and says why', () => {
    const study = [-1, 2].map((number, i) => ({
      ...{ documentId: `D${i}`, coders: ['C01', 'C02'], sentences: 1, spans: [] },
      numbers: { number: [number, 1] },
    }))
    const row = rowOf(study, { key: 'number', kind: 'derived', level: 'ratio' })
    expect(row.alpha).toMatchObject({ value: null, undefined: 'negative_value' })
    expect(row.percent).toEqual({ value: 0 })
  })
})

describe('a document variable', () => {
  it('has the alpha of its level: nominal', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const rows = pairable(columnsFor<string>(study, (document) => [document.variables?.word ?? []]))
        const row = rowOf(study, { key: 'word', kind: 'document_variable' })
        expectSame(row.alpha, bruteForceAlpha(rows, nominalDifference))
        expectCategoryFigures(row, reliabilityData(rows))
      }),
    )
  })

  it('has the alpha of its level: ordinal, in the declared order', () => {
    const order = ['low', 'middle', 'high']
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const rows = pairable(columnsFor<string>(study, (document) => [document.variables?.word ?? []]))
        const ranks = rows.map((row) => row.map((value) => (value === null ? null : order.indexOf(value))))
        const row = rowOf(study, { key: 'word', kind: 'document_variable', level: 'ordinal', order })
        expectSame(row.alpha, bruteForceAlpha(ranks, numberDifferences.ordinal))
      }),
    )
  })

  const oneDocument = (values: string[]) => [
    { documentId: 'D1', coders: ['C01', 'C02'], sentences: 1, spans: [], variables: { word: values } },
  ]

  it.each([
    ['ordinal values without an order', 'ordinal', ['low', 'high'], 'not_ordered'],
    ['words as numbers', 'interval', ['low', 'high'], 'not_numeric'],
  ] as const)('says why there is no alpha: %s', (_, level, values, reason) => {
    const row = rowOf(oneDocument([...values]), { key: 'word', kind: 'document_variable', level })
    expect(row.alpha).toMatchObject({ value: null, undefined: reason })
    expect(row.percent).toEqual({ value: 0 })
  })
})

describe('published worked examples, each unit a document', () => {
  const statistics = {
    krippendorff_alpha: ({ alpha }: VariableAgreement) => alpha,
    percent_agreement: ({ percent }: VariableAgreement) => percent,
    fleiss_kappa: (row: VariableAgreement) => row.fleissKappa,
    gwet_ac1: (row: VariableAgreement) => row.gwetAc1,
    brennan_prediger: (row: VariableAgreement) => row.brennanPrediger,
    scott_pi: (row: VariableAgreement) => row.scottPi,
    cohen_kappa: ({ kappa }: VariableAgreement) => kappa.mean,
  }
  const cases = Object.entries(statistics).flatMap(([statistic, figureOf]) =>
    goldenCases(statistic)
      .filter(({ data }) => !hasLoneValue(data))
      .map((example) => ({ ...example, statistic, figureOf })),
  )
  const rows = new Map<string, VariableAgreement>()

  it('are examples of every coefficient', () => {
    expect(new Set(cases.map(({ statistic }) => statistic)).size).toBe(Object.keys(statistics).length)
  })

  it.each(cases)('$statistic: $name', ({ data, expected, tolerance, figureOf }) => {
    const table = JSON.stringify([data.coders, data.categories, Array.from(data.values)])
    const row = rows.get(table) ?? rowOfTable(data)
    rows.set(table, row)
    const { value } = figureOf(row)
    if (typeof expected.value !== 'number') expect(value).toBeNull()
    else expect(Math.abs((value ?? Number.NaN) - expected.value)).toBeLessThanOrEqual(tolerance)
  })
})

/** The report drops a unit with a single value before every coefficient; the published Fleiss' kappa and AC1 do not. */
function hasLoneValue({ coders: columns, values }: ReliabilityData): boolean {
  const given = Array.from({ length: values.length / columns }, (_, unit) =>
    values.subarray(unit * columns, (unit + 1) * columns).filter((value) => value !== missing),
  )
  return given.some(({ length }) => length === 1)
}

function rowOfTable({ coders: columns, categories, values }: ReliabilityData): VariableAgreement {
  const names = Array.from({ length: columns }, (_, i) => `C${String(i).padStart(2, '0')}`)
  const study = Array.from({ length: columns === 0 ? 0 : values.length / columns }, (_, unit) => ({
    ...{ documentId: `D${String(unit).padStart(4, '0')}`, coders: names, sentences: 1, spans: [] },
    variables: {
      word: names.map((_, coder) => {
        const category = values[unit * columns + coder] ?? missing
        return category === missing ? null : String(categories[category])
      }),
    },
  }))
  const variable = { key: 'word', kind: 'document_variable' as const, order: categories.map(String) }
  return rowOf(study, variable, { coders: names })
}
