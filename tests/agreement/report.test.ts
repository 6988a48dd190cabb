import fc from 'fast-check'
import { coincidences } from '@/lib/agreement/coincidences'
import { documentStatistics } from '@/lib/agreement/document-statistics'
import { krippendorffAlpha } from '@/lib/agreement/krippendorff-alpha'
import { type Category, presence, reliabilityData } from '@/lib/agreement/reliability-data'
import type { ReliabilityReport } from '@/lib/agreement/reliability-report'
import { reordered } from './arbitrary-data'
import { agreeingDocuments, coded, hero, report } from './studies'

function heroOf({ codes }: ReliabilityReport) {
  const row = codes[0]
  if (!row) throw new Error('The report has no row')
  return row
}

describe('the figures of a code', () => {
  const documents = [
    coded(
      'D0001',
      ['C01', 'C02'],
      [
        [0, 1],
        [1, 1],
        [0, 1],
        [0, 0],
        [0, 0],
      ],
    ),
    coded(
      'D0002',
      ['C01', 'C02'],
      [
        [0, 1],
        [0, 0],
        [0, 0],
        [1, 0],
        [0, 0],
      ],
    ),
  ]
  const row = heroOf(report(documents))

  it("pool the documents: Krippendorff's (2011) ten units in two documents give his .095", () => {
    expect(row.alpha.value).toBeCloseTo(0.0952, 4)
    expect(row.percent).toEqual({ value: 0.6 })
    expect(row.kappa.pairs[0]?.kappa.value).toBeCloseTo(0.0909, 4)
  })

  it('come with their n: units, documents, values, positives and prevalence', () => {
    expect(row).toMatchObject({ units: 10, documents: 2, values: 20, missingValues: 0, positives: 6 })
    expect(row.prevalence).toEqual({ value: 0.3 })
  })

  it('are the same whatever the order of documents and coders', () => {
    const shuffled = report([...documents].reverse(), { coders: ['C02', 'C01'] })
    expect(shuffled).toEqual(report(documents))
  })

  it('survive a round trip through JSON', () => {
    const plain = report(documents)
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain)
    expect(JSON.stringify(plain)).not.toMatch(/NaN|Infinity/)
  })
})

describe('missing values', () => {
  it('leave a unit out when fewer than two coders submitted the document', () => {
    const single = coded('D0003', ['C01'], [[1], [1]])
    const both = coded(
      'D0001',
      ['C01', 'C02'],
      [
        [1, 1],
        [0, 0],
      ],
    )
    const full = report([both, single])
    expect(heroOf(full)).toMatchObject({ units: 2, documents: 1, values: 4 })
    expect(full.header).toMatchObject({ documents: 1, documentsLeftOut: 1 })
  })

  it('are counted where two of three coders submitted', () => {
    const two = coded(
      'D0001',
      ['C01', 'C03'],
      [
        [1, 1],
        [0, 0],
      ],
    )
    const three = coded('D0002', ['C01', 'C02', 'C03'], [[1, 0, 1]])
    const row = heroOf(report([two, three], { coders: ['C01', 'C02', 'C03'] }))
    expect(row).toMatchObject({ units: 3, values: 7, missingValues: 2 })
  })

  it('keep each pair of coders to the documents both submitted', () => {
    const two = coded(
      'D0001',
      ['C01', 'C03'],
      [
        [1, 1],
        [0, 0],
      ],
    )
    const three = coded('D0002', ['C01', 'C02', 'C03'], [[1, 0, 1]])
    const row = heroOf(report([two, three], { coders: ['C01', 'C02', 'C03'] }))
    expect(row.kappa.pairs.map(({ coders, units }) => [...coders, units])).toEqual([
      ['C01', 'C02', 1],
      ['C01', 'C03', 3],
      ['C02', 'C03', 1],
    ])
  })
})

describe('undefined figures say why', () => {
  it('no document at all', () => {
    const empty = report([], { coders: [] })
    const row = heroOf(empty)
    expect(row.alpha).toMatchObject({ value: null, undefined: 'one_coder' })
    expect(row.verdict).toMatchObject({ word: 'not_computable', reason: expect.stringContaining('two coders') })
    expect(empty.warnings[0]?.kind).toBe('no_overlap')
  })

  it('one coder', () => {
    expect(heroOf(report([coded('D0001', ['C01'], [[1]])])).alpha).toMatchObject({ undefined: 'one_coder' })
  })

  it('no document coded by both: no alpha of 1', () => {
    const apart = [coded('D0001', ['C01'], [[1]]), coded('D0002', ['C02'], [[1]])]
    const row = heroOf(report(apart))
    for (const figure of [row.alpha, row.percent, row.prevalence]) {
      expect(figure).toMatchObject({ value: null, undefined: 'no_overlap' })
    }
  })

  it('both submitted with nothing to code: percent is 1, alpha has no variation', () => {
    const row = heroOf(
      report([
        coded(
          'D0001',
          ['C01', 'C02'],
          [
            [0, 0],
            [0, 0],
          ],
        ),
      ]),
    )
    expect(row.percent).toEqual({ value: 1 })
    expect(row.alpha).toMatchObject({ value: null, undefined: 'no_variation' })
    expect(row.alpha.interval).toEqual({ low: null, high: null, undefined: 'no_estimate' })
    expect(row.kappa.mean).toEqual({ value: null, undefined: 'no_defined_pair' })
    expect(row.verdict.word).toBe('not_computable')
  })

  it('one coder found something and the other nothing: alpha is at or below 0, never 1', () => {
    const row = heroOf(
      report([
        coded(
          'D0001',
          ['C01', 'C02'],
          [
            [1, 0],
            [0, 0],
            [0, 0],
          ],
        ),
      ]),
    )
    expect(row.alpha.value).toBeLessThanOrEqual(0)
  })

  it('a code nobody computed statistics for', () => {
    const row = heroOf(report(agreeingDocuments(3), { codes: [{ ...hero, key: 'ally' }] }))
    expect(row.alpha).toMatchObject({ value: null, undefined: 'no_pairable_unit' })
    expect(row.verdict.word).toBe('not_computable')
  })
})

describe('the interval', () => {
  it('repeats with the same seed and differs with another', () => {
    const documents = agreeingDocuments(12, 5)
    expect(report(documents, { seed: 3 })).toEqual(report(documents, { seed: 3 }))
    const [one, other] = [3, 4].map((seed) => heroOf(report(documents, { seed, replicates: 37 })).alpha.interval)
    expect(one).not.toEqual(other)
  })

  it('holds alpha, and is narrower with more documents', () => {
    const width = (count: number) => {
      const { value, interval } = heroOf(report(agreeingDocuments(count, 5))).alpha
      if (value === null || interval.low === null) throw new Error('No interval')
      expect(interval.low).toBeLessThanOrEqual(value)
      expect(interval.high).toBeGreaterThanOrEqual(value)
      return interval.high - interval.low
    }
    expect(width(200)).toBeLessThan(width(20))
  })

  it('is not given from a single document, of which every draw is the same', () => {
    const row = heroOf(
      report([
        coded(
          'D0001',
          ['C01', 'C02'],
          [
            [1, 1],
            [0, 0],
          ],
        ),
      ]),
    )
    expect(row.alpha).toMatchObject({ value: 1, interval: { low: null, undefined: 'one_document' } })
    expect(row.verdict).toMatchObject({ word: 'inconclusive', reason: expect.stringContaining('one document') })
  })

  it.each([
    ['of a single document', 1, 400],
    ['when none are asked for', 3, 0],
  ])('rests on no samples %s, and the report says that none were drawn', (_, count, replicates) => {
    const full = report(agreeingDocuments(count), { replicates })
    expect(full.header.replicates).toBe(0)
    expect(heroOf(full).alpha.undefinedShare).toBeNull()
  })

  it('is not given when a rare code is missed by more than 5 % of the samples', () => {
    const rare = [
      coded(
        'D0001',
        ['C01', 'C02'],
        [
          [1, 1],
          [0, 0],
        ],
      ),
    ]
    const others = Array.from({ length: 11 }, (_, i) => coded(`E${i}`, ['C01', 'C02'], [[0, 0]]))
    const full = report([...rare, ...others])
    const { alpha } = heroOf(full)
    // One document of 12 is missed with probability (11/12)^12 = .352.
    expect(Math.abs((alpha.undefinedShare ?? 1) - 0.352)).toBeLessThan(0.08)
    expect(alpha.interval).toMatchObject({ low: null, undefined: 'undefined_replicates' })
    expect(full.warnings.map(({ kind }) => kind)).toContain('undefined_replicates')
  })

  it('comes with a warning below ten documents and without one from ten on', () => {
    const kinds = (count: number) => report(agreeingDocuments(count)).warnings.map(({ kind }) => kind)
    expect(kinds(9)).toEqual(['few_documents'])
    expect(kinds(10)).toEqual([])
  })
})

describe('warnings', () => {
  it('name a coder who shares no document with another', () => {
    const full = report(agreeingDocuments(10), { coders: ['C01', 'C02', 'C03'] })
    expect(full.warnings).toEqual([
      {
        kind: 'coder_without_overlap',
        message: expect.stringMatching(/^C03 shares no submitted document with another coder and/),
      },
    ])
  })

  it('say that nothing was submitted under this version when all was under another', () => {
    const full = report([coded('D0001', ['C01'], [[1]]), coded('D0002', [], [])], { codingsOfOtherVersions: 2 })
    expect(full.header.codingsOfOtherVersions).toBe(2)
    expect(full.warnings).toEqual([
      {
        kind: 'no_overlap',
        message:
          'No document has been submitted by two coders under this version of the codebook yet: no agreement can be computed.',
      },
    ])
    expect(heroOf(full).alpha).toMatchObject({ value: null, undefined: 'other_version' })
    expect(heroOf(full).verdict.reason).toContain('under this version of the codebook')
  })

  it('speak of this version alone where other versions have codings too', () => {
    const documents = [...agreeingDocuments(3), coded('E0001', ['C01'], [[1]])]
    const full = report(documents, { codingsOfOtherVersions: 1, coders: ['C01', 'C02', 'C03'] })
    expect(full.warnings.map(({ kind }) => kind)).toEqual([
      ...['few_documents', 'documents_left_out', 'coder_without_overlap'],
    ])
    for (const { message } of full.warnings) expect(message).toContain('under this version of the codebook')
  })

  it('are not needed for a coder the report does not know: that is an error', () => {
    expect(() => report(agreeingDocuments(1), { coders: ['C01'] })).toThrow('coded by C02, who is not in the report')
  })
})

describe('statistics of documents', () => {
  const units = (coders: number) =>
    fc.array(fc.array(fc.constantFrom<Category>(0, 1), { minLength: coders, maxLength: coders }), { maxLength: 6 })

  it('give the alpha of all their units in one table', () => {
    fc.assert(
      fc.property(fc.array(units(3), { maxLength: 5 }), fc.array(fc.nat(), { minLength: 1 }), (texts, keys) => {
        const coders = ['C01', 'C02', 'C03']
        const documents = texts.map((rows, i) => coded(`D${i}`, coders, rows))
        const whole = krippendorffAlpha(coincidences(reliabilityData(texts.flat(), presence)))
        const pooled = heroOf(report(reordered(documents, keys), { coders, replicates: 0 }))
        if (whole.value === null) expect(pooled.alpha.value).toBeNull()
        else expect(pooled.alpha.value).toBeCloseTo(whole.value, 10)
      }),
    )
  })

  it('refuse coders out of order, whose pairs would be mixed up', () => {
    expect(() => documentStatistics({ documentId: 'D0001', coders: ['C02', 'C01'], codes: [] })).toThrow('sorted')
  })
})
