import type {
  AttributeAgreement,
  CodeUnitizing,
  FamilyUnitizing,
  RecodedSection,
  VariableAgreement,
} from '@/lib/agreement/report/agreement-report'
import type { ReportedStudy } from '@/lib/formats/agreement-report/study'

/** A small report of invented figures with every section in it, to see how figures are written, not how they are made. */

const unused = { value: null, undefined: 'category_unused' } as const
const unvaried = { value: null, undefined: 'no_variation' } as const
const noPair = { value: null, undefined: 'no_defined_pair' } as const

export const hero: VariableAgreement = {
  ...{ key: 'hero', label: 'Hero', kind: 'code_presence', family: 'character', level: 'nominal', alphaMin: 0.8 },
  ...{ unit: 'sentence', units: 120, documents: 12, values: 240, missingValues: 2, positives: 43 },
  ...{ prevalence: { value: 43 / 240 }, percent: { value: 0.9583333333333334 } },
  ...{ positiveAgreement: { value: 0.8837 }, negativeAgreement: { value: 0.9746 } },
  alpha: {
    ...{ value: 0.8589, observedDisagreement: 0.0417, expectedDisagreement: 0.2954, pairableValues: 240 },
    ...{ interval: { low: 0.8123, high: 0.9041 }, undefinedShare: 0 },
    ...{ belowTentative: { value: 0 }, belowReliable: { value: 0.0125 }, belowMinimum: { value: 0.0125 } },
  },
  ...{ scottPi: { value: 0.8583 }, fleissKappa: { value: 0.8583 }, gwetAc1: { value: 0.9409 } },
  brennanPrediger: { value: 0.9167 },
  kappa: {
    pairs: [
      {
        ...{ coders: ['C01', 'C02'], units: 120, percent: { value: 0.9583 } },
        ...{ kappa: { value: 0.8584 }, alpha: { value: 0.8589 } },
      },
    ],
    pairsLeftOut: 0,
    ...{ mean: { value: 0.8584 }, min: { value: 0.8584 }, max: { value: 0.8584 } },
  },
  ...{ verdict: { word: 'meets', reason: null }, provisional: null },
}

/** Nobody marked it. */
export const ally: VariableAgreement = {
  ...hero,
  ...{ key: 'ally', label: 'Ally', positives: 0, prevalence: { value: 0 }, percent: { value: 1 } },
  ...{ positiveAgreement: unused, negativeAgreement: { value: 1 } },
  alpha: {
    ...{ ...unvaried, observedDisagreement: 0, expectedDisagreement: 0, pairableValues: 240 },
    ...{ interval: { low: null, high: null, undefined: 'no_estimate' }, undefinedShare: 1 },
    ...{ belowTentative: unvaried, belowReliable: unvaried, belowMinimum: unvaried },
  },
  ...{ scottPi: unvaried, fleissKappa: unvaried, gwetAc1: { value: 1 }, brennanPrediger: { value: 1 } },
  kappa: { pairs: [], pairsLeftOut: 0, mean: noPair, min: noPair, max: noPair },
  verdict: { word: 'not_computable', reason: 'Every value is the same.' },
  provisional: { unitsNeeded: 560 },
}

export const voice: AttributeAgreement = {
  ...hero,
  ...{ key: 'voice', label: 'Voice', kind: 'attribute', unit: 'matched_annotation', units: 19, positives: null },
  ...{ prevalence: unused, positiveAgreement: unused, negativeAgreement: unused },
  valueLabels: { author: 'The author', quoted: 'Quoted others' },
  ...{ attribute: 'voice', codes: ['hero', 'ally'], matchRate: { value: 0.61 }, matched: 19 },
  strict: { matchRate: { value: 0.4 }, units: 12, alpha: { value: 0.7 } },
  confusion: {
    values: ['author', 'quoted', ''],
    valuesLeftOut: 0,
    counts: [
      [12, 3, 1],
      [3, 4, 0],
      [1, 0, 0],
    ],
  },
}

const at = (value: number) => ({ value, interval: { low: value - 0.05, high: value + 0.05 } })

const characterFamily: FamilyUnitizing = {
  ...{ key: 'character', label: 'Characters', annotations: 43, united: 2, codes: ['hero', 'ally'] },
  ...{ boundaries: at(0.7123), unitizing: at(0.6901), coding: { ...at(0.9), coverage: 0.04 }, stackedDocuments: 1 },
}

const heroSpans: CodeUnitizing = {
  ...{ key: 'hero', label: 'Hero', family: 'character', annotations: 43, united: 2, boundaries: at(0.7123) },
  ...{ withinFamily: { value: 0.88, coverage: 0.7 }, characterAlpha: { value: 0.7011 } },
  ...{ f1: { exact: { value: 0.28 }, iou50: { value: 0.67 }, overlap: { value: 0.89 } }, matchRate: { value: 0.89 } },
  ...{ starts: [10, 5, 4], ends: [8, 6, 5] },
}

const layer = (alpha: number, share: number) => ({
  ...{ units: 20, documents: 2, percent: { value: share }, alpha: { value: alpha } },
  interval: { low: alpha - 0.2, high: alpha + 0.1 },
})

/** One code, recoded in two documents. */
export const recodedWork: RecodedSection = {
  ...{ documents: 2, documentsCompared: 2, revisions: 3, afterRelease: 1, ofOtherVersions: 0 },
  variables: [
    {
      ...{ key: 'hero', label: 'Hero', kind: 'code_presence', family: 'character', level: 'nominal' },
      ...{ alphaMin: 0.8, unit: 'sentence', first: layer(0.6001, 0.85), latest: layer(0.8, 0.95), change: 0.1999 },
    },
  ],
  coders: [
    {
      ...{ coder: 'C02', documents: 2, lag: { shortest: 1, longest: 16 } },
      codes: [{ code: 'hero', label: 'Hero', ...layer(0.75, 0.9) }],
    },
  ],
}

export function reportedStudy(change: Partial<ReportedStudy> = {}): ReportedStudy {
  const { alpha } = hero
  return {
    header: {
      ...{ unit: 'sentence', basis: 'independent submissions, revision 0', confidence: 0.95, seed: 42 },
      ...{ intervalMethod: 'percentile bootstrap over documents', replicates: 2000, strata: 1 },
      ...{ coders: ['C01', 'C02'], documents: 12, documentsLeftOut: 3, codingsOfOtherVersions: 0 },
    },
    variables: [hero, ally],
    ladder: [
      {
        ...{ code: 'hero', label: 'Hero' },
        levels: [
          {
            ...{ level: 'token', units: 2263, prevalence: { value: 0.03 }, alpha: { value: 0.7 } },
            interval: alpha.interval,
          },
          { level: 'sentence', units: 120, prevalence: hero.prevalence, alpha, interval: alpha.interval },
        ],
      },
    ],
    unitizing: { families: [characterFamily], codes: [heroSpans] },
    attributes: [voice],
    confusions: [
      {
        ...{ family: 'character', label: 'Characters', values: ['hero', 'ally'], valuesLeftOut: 0 },
        counts: [
          [17, 2],
          [2, 0],
        ],
      },
    ],
    disagreements: {
      ...{ words: 5200, pairWords: 5200 },
      rows: [
        {
          ...{ subject: 'code', key: 'hero', label: 'Hero', differences: { D1: 13, D2a: 2 } },
          clusters: { all: 40, agreed: 26, types: { D1: 12, D2a: 2 } },
        },
        { ...{ subject: 'all', key: '', label: 'All together', differences: { D1: 13, D2a: 2 } }, clusters: null },
      ],
    },
    marginals: [
      {
        ...{ coder: 'C01', code: 'hero', documents: 13, annotations: 22, words: 5200 },
        ...{ rate: 22 / 5.2, limits: null },
      },
    ],
    withoutCoder: [{ coder: 'C01', code: 'hero', alpha: { value: null, undefined: 'one_coder' }, change: null }],
    sensitivity: [
      {
        ...{ variant: 'certain_only', level: 'sentence', code: 'hero', label: 'Hero', base: { value: 0.8589 } },
        ...{ alpha: { value: 0.8702 }, units: 120 },
      },
    ],
    recoded: recodedWork,
    drift: [
      {
        ...{ code: 'hero', label: 'Hero' },
        points: [{ from: 1, to: 10, lastDocument: 'D0010', alpha: { value: 0.85 }, interval: alpha.interval }],
      },
    ],
    byDocument: ['D0001', 'D0002', 'D0003'].map((documentId) => ({
      ...{ documentId, stratum: '', coders: ['C01', 'C02'], units: 10 },
      codes: [{ code: 'hero', alpha: unvaried, percent: { value: 1 }, positives: 0 }],
    })),
    warnings: [{ kind: 'few_documents', message: 'Only few documents.' }],
    ...{ study: { title: 'Harbour reform' }, codebook: { title: 'Framing', version: '1.2.0' } },
    ...{ softwareVersion: '0.1.0', computedAt: '2026-03-01T10:00:00.000Z' },
    ...change,
  }
}
