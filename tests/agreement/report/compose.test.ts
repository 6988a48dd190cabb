import fc from 'fast-check'
import { drawDocuments } from '@/lib/agreement/bootstrap'
import type { AgreementReport, ReportRequest } from '@/lib/agreement/report/agreement-report'
import { composeReport } from '@/lib/agreement/report/compose'
import { type PresenceLevel, presenceLevels } from '@/lib/agreement/report/document-statistics'
import { drawnDocuments, groundsOf } from '@/lib/agreement/report/grounds'
import { reportWarnings } from '@/lib/agreement/report/warnings'
import { bruteForceAlpha } from '../alpha-oracle'
import { reordered } from '../arbitrary-data'
import { arbitraryStudy, coders, columnsFor } from './arbitrary-studies'
import { exampleReport, exampleRequest, type Sentences, sentencesDocument, studyRequest } from './studies'
import { codedUnits, type StudyDocument, sentenceLength, studyDocument } from './study-documents'

fc.configureGlobal({ numRuns: 25 })

function reportOn(sentences: readonly Sentences[], more: Partial<ReportRequest> = {}) {
  const documents = sentences.map((own, i) =>
    studyDocument(sentencesDocument(`D${String(i + 1).padStart(4, '0')}`, own)),
  )
  return composeReport(studyRequest(documents, more))
}

function hero({ variables }: AgreementReport) {
  const row = variables.find(({ key }) => key === 'hero')
  if (!row) throw new Error('The report has no row')
  return row
}

const kinds = ({ warnings }: AgreementReport) => warnings.map(({ kind }) => kind)

function presenceAlphaOf(study: readonly StudyDocument[], code: string, level: PresenceLevel): number | null {
  const rows = columnsFor<number>(study, (document) =>
    codedUnits(document, level).map((unit) => unit.map((codes) => (codes.includes(code) ? 1 : 0))),
  )
  return bruteForceAlpha(rows, () => (one, other) => (one === other ? 0 : 1))
}

function expectSame(actual: number | null | undefined, expected: number | null) {
  if (expected === null) expect(actual).toBeNull()
  else expect(actual).toBeCloseTo(expected, 10)
}

describe('a report', () => {
  const keys = fc.array(fc.nat(), { minLength: 1 })

  it('is the same whatever the order of documents and coders', () => {
    const request = exampleRequest({ replicates: 30 })
    const report = composeReport(request)
    fc.assert(
      fc.property(keys, (order) => {
        const documents = reordered(request.documents, order)
        expect(composeReport({ ...request, documents, coders: reordered(request.coders, order) })).toEqual(report)
      }),
      { numRuns: 5 },
    )
  })

  it('has the same figures for a variable whatever other variables are asked for', () => {
    const request = exampleRequest({ replicates: 30 })
    const rows = composeReport(request).variables
    fc.assert(
      fc.property(keys, fc.nat(request.variables.length), (order, count) => {
        const variables = reordered(request.variables, order).slice(0, count)
        const expected = variables.map((asked) =>
          rows.find(({ key, kind }) => key === asked.key && kind === asked.kind),
        )
        expect(composeReport({ ...request, variables }).variables).toEqual(expected)
      }),
      { numRuns: 5 },
    )
  })

  it('survives a round trip through JSON and holds no number that is none', () => {
    const report = exampleReport({ replicates: 20 })
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const any = composeReport(studyRequest(study.map(studyDocument), { replicates: 5 }))
        expect(JSON.parse(JSON.stringify(any))).toEqual(any)
      }),
    )
  })

  it('says in its header what it rests on', () => {
    expect(exampleReport({ codingsOfOtherVersions: 2 }).header).toMatchObject({
      ...{ unit: 'sentence', seed: 20260101, replicates: 200, strata: 2, coders: ['C01', 'C02', 'C03'] },
      ...{ documents: 14, documentsLeftOut: 1, codingsOfOtherVersions: 2 },
    })
  })

  it('refuses a document that is there twice, and coders out of order, whose pairs would be mixed up', () => {
    const [one] = exampleRequest().documents
    if (!one) throw new Error('There is no document')
    expect(() => composeReport(studyRequest([one, one]))).toThrow('there twice')
    expect(() => composeReport(studyRequest([{ ...one, coders: [...one.coders].reverse() }]))).toThrow('sorted')
  })
})

describe('traps that other tools fell into', () => {
  it('no document coded by both: no alpha of 1, but the reason', () => {
    const report = reportOn([{ C01: 'h' }, { C02: 'h' }])
    const reason = { value: null, undefined: 'no_overlap' }
    expect(hero(report)).toMatchObject({ alpha: reason, percent: reason, gwetAc1: reason, prevalence: reason })
    expect(hero(report).verdict.word).toBe('not_computable')
    expect(kinds(report)).toEqual(['no_overlap'])
  })

  it('one of three coders marked something and the others nothing: alpha is not 1, nobody vanishes', () => {
    const row = hero(reportOn([{ C01: 'hh--', C02: '----', C03: '----' }]))
    expect(row.values).toBe(12)
    expect(row.alpha.value).toBeLessThanOrEqual(0)
  })

  it('one category only: percent is 1 and alpha has no variation', () => {
    const row = hero(reportOn([{ C01: '---', C02: '---' }]))
    expect(row.percent).toEqual({ value: 1 })
    expect(row.alpha).toMatchObject({ value: null, undefined: 'no_variation' })
    expect(row.alpha.interval).toEqual({ low: null, high: null, undefined: 'no_estimate' })
    expect(row.kappa.mean).toEqual({ value: null, undefined: 'no_defined_pair' })
  })

  it('finishing with nothing counts: a document that only one coder coded lowers alpha', () => {
    const agreed = { C01: 'h--h', C02: 'h--h' }
    const full = hero(reportOn([agreed])).alpha.value ?? 0
    const { alpha, units } = hero(reportOn([agreed, { C01: 'hh--', C02: '----' }]))
    expect(units).toBe(8)
    expect(alpha.value).toBeLessThan(full)
  })

  it('not finishing is no zero: a document of one coder changes nothing', () => {
    const agreed = [{ C01: 'h--h-', C02: 'h--hh' }]
    const both = reportOn([...agreed, { C01: 'hhhh' }])
    expect(both.variables).toEqual(reportOn(agreed).variables)
    expect(both.header).toMatchObject({ documents: 1, documentsLeftOut: 1 })
  })

  it('documents are pooled, not averaged: a short one weighs little', () => {
    const short = { C01: 'h-', C02: '-h' }
    const long = { C01: 'h-h-h-h-h-h-h-h-h-h-', C02: 'h-h-h-h-h-h-h-h-h-h-' }
    const byDocument = [short, long].map((own) => hero(reportOn([own])).alpha.value ?? 0)
    const pooled = hero(reportOn([short, long])).alpha.value ?? 0
    expect(pooled).toBeGreaterThan(0.8)
    expect((byDocument[0] ?? 0) + (byDocument[1] ?? 0)).toBeLessThan(2 * pooled)
  })

  it('nested codes count for each code: none is dropped for the longer one', () => {
    const report = reportOn([{ C01: 'b-b-', C02: 'h-h-' }])
    expect(hero(report).alpha.value).toBe(1)
    expect(report.variables.find(({ key }) => key === 'villain')?.positives).toBe(2)
  })
})

describe('figures that cannot be computed say why', () => {
  it.each([
    ['no document', [], {}, 'one_coder'],
    ['one coder', [{ C01: 'h' }], {}, 'one_coder'],
    ['all under another version', [{ C01: 'h' }], { codingsOfOtherVersions: 3 }, 'other_version'],
  ] as const)('%s', (_, sentences, more, reason) => {
    const report = reportOn(sentences, more)
    expect(hero(report).alpha).toMatchObject({ value: null, undefined: reason })
    for (const { levels } of report.ladder)
      for (const { alpha } of levels) expect(alpha).toMatchObject({ undefined: reason })
    expect(report.byDocument).toEqual([])
    expect(kinds(report)).toEqual(['no_overlap'])
  })
})

describe('the interval', () => {
  const varied = Array.from({ length: 12 }, (_, i) => ({ C01: 'h--hv-', C02: i % 4 === 0 ? '---hv-' : 'h--hv-' }))

  it('repeats with the same seed and differs with another', () => {
    const of = (seed: number) => hero(exampleReport({ seed, replicates: 37 })).alpha.interval
    expect(of(3)).toEqual(of(3))
    expect(of(3)).not.toEqual(of(4))
  })

  it('is the same for a code in Table 1 and on the ladder, since all figures share the samples', () => {
    const report = reportOn(varied)
    const rung = report.ladder[0]?.levels.find(({ level }) => level === 'sentence')
    expect(rung?.interval).toEqual(hero(report).alpha.interval)
  })

  it('can be computed again from the drawn documents', () => {
    const request = studyRequest(varied.map((own, i) => studyDocument(sentencesDocument(`D${10 + i}`, own))))
    const alphas = Array.from(drawnDocuments(groundsOf(request)), (counts) => {
      const drawn = varied.flatMap((own, i) =>
        Array.from({ length: counts[i] ?? 0 }, (_, again) => sentencesDocument(`D${i}-${again}`, own)),
      )
      return presenceAlphaOf(drawn, 'hero', 'sentence') ?? 0
    }).sort((one, other) => one - other)
    const at = (p: number) => {
      const place = (alphas.length - 1) * p
      const [low, high] = [alphas[Math.floor(place)] ?? 0, alphas[Math.ceil(place)] ?? 0]
      return low + (high - low) * (place % 1)
    }
    const { interval } = hero(composeReport(request)).alpha
    expect(interval.low).toBeCloseTo(at(0.025), 10)
    expect(interval.high).toBeCloseTo(at(0.975), 10)
  })

  it('draws within strata: where documents of a stratum are alike, it is narrower', () => {
    const strata = Object.fromEntries(
      varied.map((_, i) => [`D${String(i + 1).padStart(4, '0')}`, i % 4 === 0 ? 'a' : 'b']),
    )
    const { interval, value } = hero(reportOn(varied, { strata })).alpha
    expect(interval).toEqual({ low: value, high: value })
    expect(hero(reportOn(varied)).alpha.interval).not.toEqual(interval)
  })

  it.each([
    ['one document', varied.slice(0, 1), {}, 'one_document'],
    [
      'one document in every stratum',
      varied.slice(0, 2),
      { strata: { D0001: 'a', D0002: 'b' } },
      'one_document_per_stratum',
    ],
    ['no samples asked for', varied, { replicates: 0 }, 'no_replicates'],
  ])('is not given from %s, and the header says that nothing was drawn', (_, sentences, more, reason) => {
    const report = reportOn(sentences, more)
    expect(report.header.replicates).toBe(0)
    expect(hero(report).alpha).toMatchObject({ interval: { low: null, undefined: reason }, undefinedShare: null })
    expect(hero(report).verdict.word).toBe('inconclusive')
  })

  it('is not given where a rare code is missed by more than 5 % of the samples', () => {
    const report = reportOn([{ C01: 'h-', C02: 'h-' }, ...Array.from({ length: 11 }, () => ({ C01: '--', C02: '--' }))])
    const { alpha } = hero(report)
    // One document of 12 is missed with probability (11/12)^12 = .352.
    expect(Math.abs((alpha.undefinedShare ?? 1) - 0.352)).toBeLessThan(0.1)
    expect(alpha.interval).toMatchObject({ low: null, undefined: 'undefined_replicates' })
    expect(kinds(report)).toContain('undefined_replicates')
  })
})

describe('the ladder of units', () => {
  it('has the alpha of the raw units at every level', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const { ladder } = composeReport(studyRequest(study.map(studyDocument), { coders, replicates: 0 }))
        for (const { code, levels } of ladder) {
          expect(levels.map(({ level }) => level)).toEqual([...presenceLevels])
          for (const { level, alpha } of levels) expectSame(alpha.value, presenceAlphaOf(study, code, level))
        }
      }),
    )
  })
})

describe('the sensitivity to rules of counting', () => {
  it('compares each rule with the report at its unit, and untrimmed spans by characters', () => {
    const spans = [{ coder: 'C01', code: 'hero', start: 0, end: 20 }]
    const document = sentencesDocument(
      'D1',
      { C01: 'hh--', C02: 'h---' },
      { variants: { certain_only: spans, untrimmed: spans } },
    )
    const { sensitivity, ladder } = composeReport(studyRequest([studyDocument(document)]))
    const heroRows = sensitivity.filter(({ code }) => code === 'hero')
    expect(heroRows.map(({ variant, level }) => [variant, level])).toEqual([
      ['certain_only', 'sentence'],
      ['with_boilerplate', 'sentence'],
      ['half_of_span', 'sentence'],
      ['untrimmed', 'character'],
    ])
    const byVariant = Object.fromEntries(heroRows.map((row) => [row.variant, row]))
    expectSame(byVariant.certain_only?.alpha.value, presenceAlphaOf([{ ...document, spans }], 'hero', 'sentence'))
    expectSame(byVariant.untrimmed?.alpha.value, presenceAlphaOf([{ ...document, spans }], 'hero', 'character'))
    const base = ladder[0]?.levels.find(({ level }) => level === 'sentence')?.alpha
    expect(byVariant.half_of_span).toMatchObject({ base, alpha: base, units: 4 })
  })
})

describe('agreement by document', () => {
  it('is that of a report on the document alone', () => {
    const request = exampleRequest({ replicates: 0 })
    for (const row of composeReport(request).byDocument) {
      const own = request.documents.filter(({ documentId }) => documentId === row.documentId)
      const alone = composeReport({ ...request, documents: own })
      expect(row.units).toBe(hero(alone).units)
      expect(row.codes.map(({ alpha }) => alpha.value)).toEqual(
        alone.ladder.map(({ levels }) => levels.find(({ level }) => level === 'sentence')?.alpha.value),
      )
      const { percent, positives } = row.codes[0] ?? {}
      expect(percent?.value).toBeCloseTo(hero(alone).percent.value ?? -1, 12)
      expect(positives).toBe(hero(alone).positives)
    }
  })
})

describe('warnings', () => {
  const agreeing = (count: number) => Array.from({ length: count }, () => ({ C01: 'h-h-h-', C02: 'h-h-h-' }))

  it('come for fewer than ten documents', () => {
    expect(kinds(reportOn(agreeing(9)))).toContain('few_documents')
    expect(kinds(reportOn(agreeing(10)))).not.toContain('few_documents')
  })

  it('name a coder who shares no document with another', () => {
    const report = reportOn(agreeing(10), { coders: ['C01', 'C02', 'C09'] })
    const warning = report.warnings.find(({ kind }) => kind === 'coder_without_overlap')
    expect(warning?.message).toMatch(/^C09 shares no submitted document with another coder and/)
  })

  it('speak of this version of the codebook where codings of others were left out', () => {
    const { warnings } = reportOn([...agreeing(3), { C01: 'h' }], { codingsOfOtherVersions: 1 })
    const about = warnings.filter(({ kind }) => kind === 'few_documents' || kind === 'documents_left_out')
    expect(about).toHaveLength(2)
    for (const { message } of about) expect(message).toContain('under this version of the codebook')
  })

  it('say that agreement on absence is none on the code, whatever percent and AC1 say', () => {
    const rare = Array.from({ length: 10 }, (_, i) => ({
      C01: `${'-'.repeat(20)}${i % 2 ? 'h' : '-'}-`,
      C02: `${'-'.repeat(20)}-${i % 3 ? '-' : 'h'}`,
    }))
    const report = reportOn(rare)
    expect(hero(report).percent.value).toBeGreaterThan(0.9)
    expect(hero(report).gwetAc1.value).toBeGreaterThan(0.9)
    const warning = report.warnings.find(({ kind }) => kind === 'agreement_on_absence')
    expect(warning?.message).toMatch(
      /^Hero: coders agree on 96\u00a0% of the units mostly because hardly any has it; .* 0\u00a0%/,
    )
    expect(kinds(reportOn(agreeing(10)))).not.toContain('agreement_on_absence')
  })

  it('round no share to all or none where it is neither', () => {
    const report = reportOn(agreeing(10))
    const rare = {
      ...hero(report),
      ...{ percent: { value: 0.997 }, positiveAgreement: { value: 0.004 } },
      alpha: { ...hero(report).alpha, value: 0.01 },
    }
    const warnings = reportWarnings({ ...report, variables: [rare], idle: [] })
    const message = warnings.find(({ kind }) => kind === 'agreement_on_absence')?.message
    expect(message).toMatch(/agree on more than 99\u00a0% of the units .* did so in less than 1\u00a0%/)
  })

  it('mark a verdict as provisional where there are fewer units than the minimum, and leave its word', () => {
    const report = reportOn(agreeing(10))
    expect(hero(report).verdict.word).toBe('meets')
    // Krippendorff's minimum for prevalence .5 and alpha .800 is 103 units; these are 60.
    expect(hero(report).provisional).toEqual({ unitsNeeded: 103 })
    expect(report.warnings.find(({ kind }) => kind === 'provisional')?.message).toContain('103 units')
    expect(hero(reportOn(agreeing(18))).provisional).toBeNull()
  })

  it('say that an interval without width shows no certainty, where coders never differ', () => {
    const report = reportOn(agreeing(10))
    expect(hero(report).alpha).toMatchObject({ value: 1, interval: { low: 1, high: 1 } })
    const warning = report.warnings.find(({ kind }) => kind === 'no_width')
    expect(warning?.message).toMatch(
      /^Hero: the interval has no width, since coders agreed in every unit; .* 10 documents/,
    )
    const apart = [...agreeing(9), { C01: 'h-----', C02: '-h----' }]
    expect(
      reportOn(apart).warnings.filter(({ kind, message }) => kind === 'no_width' && /^Hero:/.test(message)),
    ).toEqual([])
  })

  it('name variables that rest on fewer documents than the report', () => {
    const report = reportOn(agreeing(10))
    const variables = [hero(report), { ...hero(report), label: 'Tone', documents: 5 }]
    const warnings = reportWarnings({ ...report, variables, idle: [] })
    const few = warnings.filter(({ kind }) => kind === 'few_documents')
    expect(few).toHaveLength(1)
    expect(few[0]?.message).toMatch(/^Tone: only 5 documents have values of two coders/)
  })

  it('promise no interval where there is one document', () => {
    const [few] = reportOn(agreeing(1)).warnings.filter(({ kind }) => kind === 'few_documents')
    expect(few?.message).toMatch(/there are no intervals\.$/)
  })

  it('count documents with stacked codes and annotations that were united', () => {
    const united = sentencesDocument('D0002', { C01: 'h---', C02: 'h---' })
    const twice = { coder: 'C01', code: 'hero', start: 5, end: sentenceLength }
    const documents = [
      sentencesDocument('D0001', { C01: 'b---', C02: 'h---' }),
      { ...united, spans: [...united.spans, twice] },
    ]
    const { warnings } = composeReport(studyRequest(documents.map(studyDocument)))
    const stacked = warnings.find(({ kind }) => kind === 'stacked_codes')?.message
    expect(stacked).toMatch(/^In 1 document a coder .* rest on the other 1 of 2/)
    expect(warnings.find(({ kind }) => kind === 'united_annotations')?.message).toMatch(/^2 annotations/)
  })

  it('come in the order of their weight', () => {
    const order = [
      ...['few_documents', 'documents_left_out', 'coder_without_overlap', 'agreement_on_absence'],
      ...['undefined_replicates', 'no_width', 'provisional', 'stacked_codes', 'low_match_rate', 'united_annotations'],
    ]
    const places = kinds(exampleReport()).map((kind) => order.indexOf(kind))
    expect(places.length).toBeGreaterThan(2)
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })
})

describe('drawn documents', () => {
  it('are those of the seed over the documents sorted by id', () => {
    const request = exampleRequest({ strata: {}, replicates: 40 })
    const { counts } = drawDocuments(Array(14).fill(''), { seed: request.seed, replicates: 40 })
    expect(Array.from(drawnDocuments(groundsOf(request))).flatMap((own) => Array.from(own))).toEqual(Array.from(counts))
  })
})
