import type { Continuum } from '@/lib/agreement/continuum'
import { continuumReasons } from '@/lib/agreement/continuum-estimate'
import { undefinedReasons } from '@/lib/agreement/estimate'
import { type SpanStatistic, spanStatistics } from '@/lib/agreement/span-statistics'

const statistics: [string, SpanStatistic][] = Object.entries(spanStatistics)
const bySegmentation = ['boundary_similarity', 'segmentation_similarity', 'windowdiff', 'pk']
const onSpans = statistics.filter(([name]) => !bySegmentation.includes(name))

const tokens = [
  { start: 0, end: 4 },
  { start: 5, end: 9 },
]
const text: Continuum = {
  length: 9,
  coders: ['C01', 'C02'],
  spans: [
    { coder: 'C01', start: 0, end: 4, code: 'hero' },
    { coder: 'C02', start: 0, end: 9, code: 'hero' },
  ],
  tokens,
}

/** Every reason that stands in a result has a sentence. */
function expectReason({ value, undefined: reason }: { value?: number | null; undefined?: string }) {
  expect(value).toBeNull()
  expect({ ...continuumReasons, ...undefinedReasons }).toHaveProperty(String(reason))
}

describe.each(statistics)('%s', (_, statistic) => {
  it('gives a reason, never a number, for data it cannot be computed for', () => {
    expectReason(statistic([]))
    expectReason(statistic([{ ...text, coders: ['C01'], spans: text.spans.slice(0, 1) }]))
    expectReason(statistic([{ ...text, spans: [], length: 0, tokens: [] }]))
  })

  it('refuses a span outside its text and a span of a stranger, naming it', () => {
    const outside = { coder: 'C02', start: 7, end: 12, code: 'hero' }
    const wrong = [...text.spans, outside]
    expect(() => statistic([{ ...text, spans: wrong }])).toThrow('Span 2, 7 to 12, is no stretch of a text of 9')
    const stranger = { ...outside, end: 9, coder: 'C09' }
    expect(() => statistic([{ ...text, spans: [stranger] }])).toThrow('Span 0 has a coder who is not among the coders')
    expect(() => statistic([{ ...text, coders: ['C01', 'C02', 'C01'] }])).toThrow('A coder stands twice')
  })
})

describe.each(onSpans)('%s', (_, statistic) => {
  it('refuses segmentations', () => {
    expect(() => statistic({ a: [3], b: [3] })).toThrow('needs documents with spans')
  })
})

describe('several documents', () => {
  it('are pooled in the u-alpha family, F1 and statistics of tokens', () => {
    const both = [text, { ...text, spans: [] }]
    expect(spanStatistics.span_f1_exact(both)).toMatchObject({ value: 0, tp: 0, n_a: 1, n_b: 1 })
    expect(spanStatistics.u_alpha_binary(both).value).not.toBe(spanStatistics.u_alpha_binary([text]).value)
    expect(spanStatistics.token_kappa(both)).toEqual({ value: 0.5 })
  })

  it('have no alpha_U and no gamma: those are of one text, and say so', () => {
    for (const name of ['alpha_U_1995', 'gamma', 'gamma_best_alignment_disorder'] as const) {
      expect(spanStatistics[name]([text, text])).toEqual({ value: null, undefined: 'several_documents' })
    }
  })

  it('may be finished by different coders: a token they did not see is missing', () => {
    const third = { ...text, coders: ['C02', 'C03'], spans: [{ coder: 'C03', start: 0, end: 4, code: 'hero' }] }
    const { value } = spanStatistics.token_alpha([text, third])
    // Units 11, 01, 01, 00: 4 of 8 coincidences differ, there are 4 values of each kind.
    expect(value).toBeCloseTo(1 - 4 / 8 / ((2 * 4 * 4) / (8 * 7)), 12)
  })
})

describe('parameters', () => {
  it('that are out of range or unknown are refused, naming them', () => {
    expect(() => spanStatistics.cu_alpha([text], { self_pair_correction: 'union' })).toThrow('must be pairwise')
    expect(() => spanStatistics.gamma([text], { sampler: 'dice' })).toThrow('sampler must be one of')
    expect(() => spanStatistics.gamma([text], { n_samples: 1 })).toThrow('n_samples must be 2 or more')
    expect(() => spanStatistics.gamma([text], { delta_empty: 0 })).toThrow('delta_empty must be above 0')
    expect(() => spanStatistics.pk({ a: [4], b: [4] }, { window: 'wide' })).toThrow('window must be a number')
    expect(() => spanStatistics.pk([text], { window: 'wide' })).toThrow('window must be a number')
  })

  it('of tokens need tokens', () => {
    const { tokens: _, ...without } = text
    expect(() => spanStatistics.token_alpha([without])).toThrow('need the tokens of every document')
  })
})
