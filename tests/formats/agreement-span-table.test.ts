import { AppError } from '@/lib/errors'
import { type SpanTableRequest, spanTableAgreement } from '@/lib/formats/agreement-span-table'

type Figures = Record<string, { value?: number | null; undefined?: string }>
type Result = { codes: Record<string, Figures>; all: Figures }

const figures = (spans: string, lengths: string, request: SpanTableRequest = {}) =>
  spanTableAgreement(
    { name: 'spans.csv', text: spans },
    { name: 'lengths.csv', text: lengths },
    request,
  ) as unknown as Result

const lengths = 'doc_id,length\nD1,20\nD2,10\n'
/** On D2 C02 marked nothing; C03 looked at nothing but D2. */
const spans = `doc_id,coder,code,start,end
D1,C01,hero,0,10
D1,C02,hero,5,10
D1,C01,villain,12,16
D1,C02,villain,12,16
D2,C01,hero,0,5
D2,C02,,,
D2,C03,hero,0,5
`

describe('a table of spans', () => {
  it('gives the presence of each code, unit by unit', () => {
    const { codes } = figures(spans, lengths)
    expect(Object.keys(codes)).toEqual(['hero', 'villain'])
    expect(codes.hero).toMatchObject({ n_units: 30, n_units_pairable: 30, n_coders: 3, n_pairable: 70 })
    // D1: 5 of 20 positions apart. D2: 5 positions where one of three pairs agrees, 5 where all do.
    expect(codes.hero?.percent_agreement?.value).toBeCloseTo((15 + 5 / 3 + 5) / 30, 12)
    expect(codes.villain?.krippendorff_alpha?.value).toBeCloseTo(1, 12)
    expect(codes.villain?.span_f1_exact).toMatchObject({ value: 1 })
  })

  it('gives the statistics of spans for all codes together', () => {
    const { all } = figures(spans, lengths)
    expect(all).toMatchObject({ n_units: 30, n_coders: 3, n_pairable: 70, n_documents: 2, n_spans: 6 })
    // C01-C02: 1 of 3 and 2 spans; C01-C03 and C02-C03 on D2 alone.
    expect(all.span_f1_exact).toMatchObject({ pairs: { 'C01-C02': 2 / 5, 'C01-C03': 1, 'C02-C03': 0 } })
    expect(all.u_alpha?.value).toEqual(expect.any(Number))
    expect(all.alpha_U_1995).toEqual({ value: null, undefined: 'several_documents' })
    expect(all).not.toHaveProperty('gamma')
    expect(all).not.toHaveProperty('token_alpha')
  })

  it('does not depend on the order of its rows, and passes over documents without one', () => {
    const [header = '', ...rows] = spans.trim().split('\n')
    const other = figures(`${header}\n${rows.reverse().join('\n')}\n`, `${lengths}D3,7\n`)
    expect(other.all.u_alpha?.value).toBe(figures(spans, lengths).all.u_alpha?.value)
    expect(other.codes.hero).toEqual(figures(spans, lengths).codes.hero)
  })

  it('takes from the table of lengths who looked, a document in which nobody has a row included', () => {
    const named = 'doc_id,length,coders\nD1,20,C01 | C03\nD2,10,NA\nD3,5,C01|C02\n'
    const { all, codes } = figures(spans, named)
    expect(all).toMatchObject({ n_units: 35, n_documents: 3 })
    // D1 of three coders now, D2 of three, D3 of two.
    expect(codes.hero).toMatchObject({ n_pairable: 60 + 30 + 10 })
  })

  it('counts whole documents too, without a text', () => {
    const { codes } = figures(spans, lengths, { unit: 'document' })
    expect(codes.hero).toMatchObject({ n_units: 2, n_pairable: 5 })
    expect(codes.hero?.percent_agreement?.value).toBeCloseTo((1 + 1 / 3) / 2, 12)
  })

  it('prints only what was asked for, gamma when asked', () => {
    const one = 'doc_id,coder,code,start,end\nD2,C01,hero,0,5\nD2,C02,hero,0,5\n'
    const request = { statistics: 'krippendorff_alpha,gamma_best_alignment_disorder' }
    const { codes, all } = figures(one, lengths, request)
    expect(Object.keys(codes.hero ?? {}).slice(4)).toEqual(['krippendorff_alpha'])
    expect(Object.keys(all).slice(6)).toEqual(['gamma_best_alignment_disorder'])
    expect(all.gamma_best_alignment_disorder).toMatchObject({ value: 0 })
  })
})

describe('a table of spans with the texts', () => {
  const texts = 'doc_id,text,language\nD1,"The mayor came. Then the flood came.",en\n'
  /** The first covers the first sentence, the second its last two words. */
  const marked = 'doc_id,coder,code,start,end\nD1,C01,hero,0,15\nD1,C02,hero,4,15\n'

  it('counts tokens and sentences as the app does', () => {
    const tokens = figures(marked, texts, { unit: 'token' })
    expect(tokens.codes.hero).toMatchObject({ n_units: 7, percent_agreement: { value: 6 / 7 } })
    expect(tokens.all).toHaveProperty('token_kappa.value', expect.any(Number))
    const sentences = figures(marked, texts, { unit: 'sentence' })
    expect(sentences.codes.hero).toMatchObject({ n_units: 2, krippendorff_alpha: { value: 1 } })
  })

  it('counts offsets in code points', () => {
    const { codes } = figures(
      'doc_id,coder,code,start,end\nD1,C01,hero,0,4\nD1,C02,hero,0,4\n',
      'doc_id,text\nD1,𝒜bc.\n',
    )
    expect(codes.hero).toMatchObject({ n_units: 4 })
  })
})

describe('a table of spans that says nothing', () => {
  it('has no codes and a reason for each figure when nobody marked a span', () => {
    const { codes, all } = figures('doc_id,coder,code,start,end\nD1,C01,,,\nD1,C02,NA,,\n', lengths)
    expect(codes).toEqual({})
    expect(all.u_alpha).toMatchObject({ value: null, undefined: 'no_span' })
    expect(all.span_f1_exact).toMatchObject({ value: null, undefined: 'no_span' })
  })

  it('has a reason when one coder is all there is, or no row', () => {
    const one = figures('doc_id,coder,code,start,end\nD1,C01,hero,0,4\n', lengths)
    expect(one.all.u_alpha).toMatchObject({ value: null, undefined: 'one_coder' })
    expect(one.codes.hero?.krippendorff_alpha).toMatchObject({ value: null, undefined: 'no_pairable_unit' })
    const none = figures('doc_id,coder,code,start,end\n', lengths)
    expect(none.all.span_f1_exact).toMatchObject({ value: null, undefined: 'one_coder' })
  })

  it('says so when one coder stacks codes, and still gives each code by itself', () => {
    const stacked = 'doc_id,coder,code,start,end\nD2,C01,hero,0,5\nD2,C01,villain,3,8\nD2,C02,hero,0,5\n'
    const { codes, all } = figures(stacked, lengths)
    expect(all.u_alpha).toMatchObject({ value: null, undefined: 'stacked_codes' })
    expect(codes.hero?.u_alpha).toMatchObject({ value: 1 })
  })
})

describe('intervals over documents', () => {
  const resampling = { seed: 1, replicates: 300 }
  const alike = ['D1', 'D2', 'D3'].flatMap((id) => [
    `${id},C01,hero,0,6`,
    `${id},C02,hero,2,8`,
    `${id},C02,villain,8,9`,
  ])
  const threeDocuments = `doc_id,coder,code,start,end\n${alike.join('\n')}\n`
  const threeLengths = 'doc_id,length\nD1,10\nD2,10\nD3,10\n'

  it('hold the figure itself when all documents are alike', () => {
    const { codes, all } = figures(threeDocuments, threeLengths, { resampling })
    const summed = ['u_alpha', 'u_alpha_binary', 'span_f1_exact', 'span_f1_overlap', 'span_f1_overlap_many', 'char_f1']
    const boundaries = ['boundary_similarity', 'segmentation_similarity', 'windowdiff', 'pk']
    const found = [
      ...[...summed, ...boundaries].map((name) => all[name]),
      codes.hero?.krippendorff_alpha,
      codes.hero?.cohen_kappa,
    ]
    for (const figure of found) {
      const value = Number(figure?.value)
      expect(figure).toMatchObject({ ci95: [expect.closeTo(value, 12), expect.closeTo(value, 12)] })
    }
  })

  it('are not there for what documents do not add up to, and say so', () => {
    const texts = 'doc_id,text\nD1,one two three\nD2,one two three\n'
    const two = 'doc_id,coder,code,start,end\nD1,C01,hero,0,3\nD1,C02,hero,0,7\nD2,C01,,,\nD2,C02,,,\n'
    const { all } = figures(two, texts, { resampling })
    expect(all.token_alpha).toMatchObject({ ci95: null, ci95_undefined: 'no_sums' })
  })
})

describe('bad input is refused, naming file, row and column', () => {
  const head = 'doc_id,coder,code,start,end\n'

  it.each<[string, string, string, SpanTableRequest, string]>([
    [
      'a missing column',
      'doc_id,coder,code,start\n',
      lengths,
      {},
      'spans.csv, row 1, column end: this column is missing',
    ],
    [
      'a document without a length',
      `${head}D9,C01,hero,0,1\n`,
      lengths,
      {},
      'spans.csv, row 2, column doc_id: the document D9 has no length',
    ],
    [
      'a coder without a name',
      `${head}D1,,hero,0,1\n`,
      lengths,
      {},
      'spans.csv, row 2, column coder: the coder has no name',
    ],
    [
      'a span outside its text',
      `${head}D1,C01,hero,0,1\nD1,C01,hero,18,21\n`,
      lengths,
      {},
      'spans.csv, row 3, column end: the span ends at 21, and the document at 20',
    ],
    [
      'an empty span',
      `${head}D1,C01,hero,4,4\n`,
      lengths,
      {},
      'spans.csv, row 2, column end: the span ends at 4, and begins at 4',
    ],
    [
      'an offset that is no number',
      `${head}D1,C01,hero,1.5,4\n`,
      lengths,
      {},
      'spans.csv, row 2, column start: an offset must be a whole number from 0, and this is “1.5”',
    ],
    ['a negative offset', `${head}D1,C01,hero,-1,4\n`, lengths, {}, 'column start: an offset must be a whole number'],
    ['a ragged row', `${head}D1,C01,hero,1\n`, lengths, {}, 'spans.csv, row 2: the row has 4 cells and the header 5'],
    [
      'a document twice',
      head,
      `${lengths}D1,5\n`,
      {},
      'lengths.csv, row 4, column doc_id: the document D1 stands here twice',
    ],
    [
      'a length that is none',
      head,
      'doc_id,length\nD1,long\n',
      {},
      'lengths.csv, row 2, column length: the length must be a whole number',
    ],
    [
      'no column of lengths',
      head,
      'doc_id,size\nD1,5\n',
      {},
      'lengths.csv, row 1, column length: this column is missing',
    ],
    [
      'a length that is not that of the text',
      head,
      'doc_id,length,text\nD1,5,abc\n',
      {},
      'lengths.csv, row 2, column length: the text has 3 code points and not 5',
    ],
    [
      'sentences without a text',
      `${head}D1,C01,,,\n`,
      lengths,
      { unit: 'sentence' },
      '--unit sentence needs a text, and the document D1 has none',
    ],
    [
      'an unknown unit',
      head,
      lengths,
      { unit: 'word' },
      '--unit must be one of character, token, sentence, paragraph, document; it is word',
    ],
    ['an unknown statistic', head, lengths, { statistics: 'kappa' }, '--statistics: there is no “kappa”'],
    [
      'tokens without a text',
      head,
      lengths,
      { statistics: 'token_alpha' },
      'lengths.csv: token_alpha and token_kappa need a column text',
    ],
  ])('%s', (_, table, documents, request, message) => {
    expect(() => figures(table, documents, request)).toThrow(AppError)
    expect(() => figures(table, documents, request)).toThrow(message)
  })
})
