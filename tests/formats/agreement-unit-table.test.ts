import { composeReport } from '@/lib/agreement/report/compose'
import { AppError } from '@/lib/errors'
import { type UnitTableRequest, unitTableAgreement } from '@/lib/formats/agreement-unit-table'
import { sentencesDocument, studyRequest } from '../agreement/report/studies'
import { studyDocument } from '../agreement/report/study-documents'

const figures = (text: string, request: UnitTableRequest = {}) =>
  unitTableAgreement({ name: 'table.csv', text }, request) as Record<
    string,
    { value: number | null; undefined?: string }
  >

/** Ten units, two coders, 8 agreements. */
const presenceTable = `unit_id,C01,C02
1,0,0
2,1,1
3,0,1
4,0,0
5,0,0
6,0,0
7,0,0
8,0,0
9,1,0
10,0,0`

describe('a table of units', () => {
  it('gives every statistic by its name, beside the numbers it rests on', () => {
    const result = figures(presenceTable)
    expect(result).toMatchObject({ n_units: 10, n_units_pairable: 10, n_coders: 2, n_pairable: 20 })
    expect(result.percent_agreement?.value).toBeCloseTo(0.8, 12)
    expect(result.krippendorff_alpha).toMatchObject({ metric: 'nominal', n_pairable: 20 })
    // 4 coincidences differ of 20; 4 ones and 16 zeros: D_e = 2 * 4 * 16 / (20 * 19).
    expect(result.krippendorff_alpha?.value).toBeCloseTo(1 - 0.2 / (128 / 380), 12)
    expect(result.positive_specific_agreement?.value).toBeCloseTo(0.5, 12)
    expect(result.cohen_kappa?.value).toBeCloseTo((0.8 - 0.68) / 0.32, 12)
  })

  it('takes empty cells and NA as missing, and needs neither ids nor commas', () => {
    const result = figures('C01;C02;C03\nhero;hero;NA\nvillain;;villain\nhero;villain;hero\n;;hero\n')
    expect(result).toMatchObject({ n_units: 4, n_units_pairable: 3, n_coders: 3, n_pairable: 7 })
    expect(result.percent_agreement?.value).toBeCloseTo((1 + 1 + 1 / 3) / 3, 12)
    expect(result.cohen_kappa).toEqual({ value: null, undefined: 'not_two_coders' })
    expect(result).not.toHaveProperty('positive_specific_agreement')
  })

  it('passes over blank lines, and reads quoted cells', () => {
    expect(figures('C01,C02\n"a, b","a, b"\n\nc,c\n')).toMatchObject({ n_units: 2, percent_agreement: { value: 1 } })
  })

  it('with a bar in a cell is a table of sets; a bar alone is the empty set', () => {
    const result = figures('C01,C02\nhero|victim,hero\nhero,hero\n|,|\n')
    expect(Object.keys(result)).toEqual(['n_units', 'n_units_pairable', 'n_coders', 'n_pairable', 'krippendorff_alpha'])
    expect(result.krippendorff_alpha).toMatchObject({ metric: 'masi', n_pairable: 6 })
    // MASI of {hero, victim} and {hero} is 1 - 1/2 * 2/3; the others agree.
    expect(result.krippendorff_alpha).toHaveProperty('observed_disagreement', expect.closeTo((2 * (2 / 3)) / 6, 12))
  })

  it('measures differences by its level', () => {
    const table = 'C01,C02\n1,2\n3,3\n5,4\n'
    const alphas = ['nominal', 'ordinal', 'interval', 'ratio'].map(
      (level) => figures(table, { level }).krippendorff_alpha,
    )
    expect(new Set(alphas.map((alpha) => alpha?.value)).size).toBe(4)
    // n D_o = 4; sum of squared differences over all ordered pairs = 2 (6 * 64 - 18^2) / 2.
    expect(alphas[2]?.value).toBeCloseTo(1 - 4 / 6 / ((2 * (6 * 64 - 18 ** 2)) / 30), 12)
    expect(figures(table, { level: 'interval' }).gwet_ac2).toMatchObject({ weights: 'quadratic' })
    expect(figures(table)).not.toHaveProperty('gwet_ac2')
  })

  it('prints only what was asked for', () => {
    const names = Object.keys(figures(presenceTable, { statistics: 'scott_pi, krippendorff_alpha' }))
    expect(names.slice(4)).toEqual(['scott_pi', 'krippendorff_alpha'])
  })
})

describe('a table that says nothing', () => {
  it.each([
    ['one coder', 'C01\na\nb\n', 'no_pairable_unit'],
    ['no unit', 'C01,C02\n', 'no_pairable_unit'],
    ['no unit of two coders', 'C01,C02\na,\n,b\n', 'no_pairable_unit'],
    ['one unit of one value', 'C01,C02\na,a\n', 'no_variation'],
    ['one value throughout', 'C01,C02\na,a\na,a\n', 'no_variation'],
  ])('because of %s has no alpha but a reason', (_, table, reason) => {
    expect(figures(table).krippendorff_alpha).toMatchObject({ value: null, undefined: reason })
  })

  it.each(['C01\na\n', 'C01,C02\n', 'C01,C02\na,a\n', 'C01,C02\na,\n', 'C01,C02\n|,|\n'])(
    'never prints a number that is none: %j',
    (table) => {
      expect(
        JSON.stringify(figures(table), (_, part) => (Object.is(part, Number.NaN) ? 'not a number' : part)),
      ).not.toContain('not a number')
    },
  )
})

describe('bad input is refused, naming file, row and column', () => {
  it.each<[string, string, UnitTableRequest, string]>([
    ['an empty file', '', {}, 'table.csv, row 1: the file is empty; this row must name the columns'],
    ['no coder', 'unit_id,doc_id\n1,2\n', {}, 'table.csv, row 1: no column of a coder beside unit_id and doc_id'],
    ['a coder twice', 'C01,C01\na,a\n', {}, 'table.csv, row 1, column C01: two columns have this name'],
    ['a column without a name', 'C01,\na,a\n', {}, 'table.csv, row 1, column 2: the column has no name'],
    ['a ragged row', 'C01,C02\na,a\nb\n', {}, 'table.csv, row 3: the row has 1 cells and the header 2'],
    [
      'a unit twice',
      'unit_id,C01\nu1,a\nu1,b\n',
      {},
      'table.csv, row 3, column unit_id: the unit u1 stands in row 2 already',
    ],
    ['a unit without an id', 'unit_id,C01\n,a\n', {}, 'table.csv, row 2, column unit_id: the unit has no id'],
    ['a document without an id', 'doc_id,C01\n,a\n', {}, 'table.csv, row 2, column doc_id: the document has no id'],
    [
      'text for a number',
      'C01,C02\n1,2\n3,"4,5"\n',
      { level: 'interval' },
      'table.csv, row 3, column C02: level interval needs a number, and this is “4,5”',
    ],
    [
      'a negative ratio',
      'C01,C02\n1,-2\n',
      { level: 'ratio' },
      'table.csv, row 2, column C02: level ratio has no negative values, and this is -2',
    ],
    ['an open quotation mark', 'C01,C02\na,"b\n', {}, 'from here on this is no CSV; check the quotation marks'],
    [
      'an unknown level',
      'C01\na\n',
      { level: 'high' },
      '--level must be one of nominal, ordinal, interval, ratio; it is high',
    ],
    ['an unknown statistic', 'C01\na\n', { statistics: 'kappa' }, '--statistics: there is no “kappa”'],
    ['a kappa of sets', 'C01\na|b\n', { statistics: 'cohen_kappa' }, 'table.csv: cohen_kappa takes no sets of codes'],
    ['a bootstrap without documents', 'C01\na\n', { resampling: { seed: 1, replicates: 9 } }, 'needs a column doc_id'],
  ])('%s', (_, table, request, message) => {
    expect(() => figures(table, request)).toThrow(AppError)
    expect(() => figures(table, request)).toThrow(message)
  })
})

describe('intervals over documents', () => {
  /** Two documents, one in full agreement, one in full disagreement: a draw has 0, 1 or 2 of each. */
  const twoDocuments = 'doc_id,C01,C02\nD1,a,a\nD1,b,b\nD1,a,a\nD2,a,b\nD2,b,a\nD2,a,b\n'
  const resampling = { seed: 7, replicates: 400 }

  it('replace the linearised ones, for every statistic', () => {
    const result = figures(twoDocuments, { resampling })
    expect(result).toMatchObject({ bootstrap: { seed: 7, replicates: 400 }, n_documents: 2 })
    const { n_units, n_units_pairable, n_coders, n_pairable, n_documents, bootstrap, ...statistics } = result
    for (const [name, figure] of Object.entries(statistics))
      expect([name, figure]).toEqual([
        name,
        expect.objectContaining({ ci95: [expect.any(Number), expect.any(Number)] }),
      ])
    expect(result.percent_agreement).toMatchObject({ value: 0.5, ci95: [0, 1] })
    // D2 twice: 6 a and 6 b, all apart: 1 - 1 / (2 * 6 * 6 / (12 * 11)).
    expect(result.krippendorff_alpha).toMatchObject({ ci95: [expect.closeTo(-5 / 6, 12), 1] })
  })

  it('hold the figure itself when all documents are alike', () => {
    const one = 'a,a,a\nb,b,a\na,b,a\nc,c,c\n'
    const rows = ['D1', 'D2', 'D3'].flatMap((document) =>
      one
        .trim()
        .split('\n')
        .map((line) => `${document},${line}`),
    )
    const statistics = 'percent_agreement,fleiss_kappa,conger_kappa,light_kappa,brennan_prediger,gwet_ac1,gwet_ac2'
    const result = figures(`doc_id,C01,C02,C03\n${rows.join('\n')}\n`, { resampling, statistics })
    for (const name of statistics.split(',')) {
      const value = result[name]?.value
      expect(value).toEqual(expect.any(Number))
      expect(result[name]).toMatchObject({
        ci95: [expect.closeTo(Number(value), 12), expect.closeTo(Number(value), 12)],
      })
    }
  })

  it('go by the level, as the figure does', () => {
    const rows = ['D1', 'D2'].flatMap((document) => [`${document},1,2`, `${document},3,3`, `${document},5,3`])
    for (const level of ['ordinal', 'interval', 'ratio']) {
      const result = figures(`doc_id,C01,C02\n${rows.join('\n')}\n`, { level, resampling })
      for (const name of ['krippendorff_alpha', 'gwet_ac2']) {
        const value = Number(result[name]?.value)
        expect(result[name]).toMatchObject({ ci95: [expect.closeTo(value, 12), expect.closeTo(value, 12)] })
      }
    }
  })

  it('are the same for the same seed', () => {
    expect(figures(twoDocuments, { resampling })).toEqual(figures(twoDocuments, { resampling }))
  })

  it('are those of the report for the same seed', () => {
    const documents = [
      {
        documentId: 'D1',
        rows: [
          [0, 1],
          [1, 1],
          [0, 0],
          [0, 0],
        ],
      },
      {
        documentId: 'D2',
        rows: [
          [1, 1],
          [0, 0],
          [1, 0],
        ],
      },
      {
        documentId: 'D3',
        rows: [
          [0, 0],
          [1, 1],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      },
    ]
    const marks = (rows: number[][], coder: number) => rows.map((row) => (row[coder] === 1 ? 'h' : '-')).join('')
    const ofReport = documents.map(({ documentId, rows }) =>
      studyDocument(sentencesDocument(documentId, { C01: marks(rows, 0), C02: marks(rows, 1) })),
    )
    const [hero] = composeReport(studyRequest(ofReport, resampling)).variables
    const { low, high } = hero?.alpha.interval ?? { low: null, high: null }
    expect(low).not.toBeNull()
    const lines = documents.flatMap(({ documentId, rows }) => rows.map((row) => [documentId, ...row].join(',')))
    // D0 has one coder only: the report leaves it out.
    const table = `doc_id,C01,C02\nD0,1,\n${lines.reverse().join('\n')}\n`
    const { krippendorff_alpha } = figures(table, { resampling })
    expect(krippendorff_alpha).toMatchObject({
      ci95: [expect.closeTo(Number(low), 12), expect.closeTo(Number(high), 12)],
    })
  })

  it('are absent with a reason when there is one document, or one value too often', () => {
    const one = figures('doc_id,C01,C02\nD1,a,b\nD1,b,b\n', { resampling }).krippendorff_alpha
    expect(one).toMatchObject({ ci95: null, ci95_undefined: 'one_document' })
    const rare = figures('doc_id,C01,C02\nD1,a,b\nD2,a,a\n', { resampling }).krippendorff_alpha
    expect(rare).toMatchObject({ ci95: null, ci95_undefined: 'undefined_replicates' })
  })
})
