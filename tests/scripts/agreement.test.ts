import { runAgreement } from './agreement-command'

// Each test starts Node and compiles the engine.

const units = 'unit_id,doc_id,C01,C02\nu1,D1,hero,hero\nu2,D1,villain,hero\nu3,D2,villain,villain\nu4,D2,hero,hero\n'

describe('agreement FILE', () => {
  it('prints the figures of a table of units as one JSON object', () => {
    const run = runAgreement(['units.csv'], { 'units.csv': units })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.json()).toMatchObject({ n_units: 4, n_coders: 2, n_pairable: 8, percent_agreement: { value: 0.75 } })
  })

  it('is also framewise agreement FILE, and takes options', () => {
    const args = ['agreement', 'units.csv', '--statistics', 'percent_agreement', '--bootstrap', '200', '--seed', '3']
    const run = runAgreement(args, { 'units.csv': units })
    expect(run.json()).toMatchObject({
      bootstrap: { replicates: 200, seed: 3 },
      n_documents: 2,
      percent_agreement: { value: 0.75, ci95: [0.5, 1] },
    })
  })
})

describe('agreement SPANS --lengths LENGTHS', () => {
  const lengths = 'doc_id,length\nD1,10\n'
  const spans = 'doc_id,coder,code,start,end\nD1,C01,hero,0,4\nD1,C02,hero,0,4\n'

  it('prints the figures of each code and of all together', () => {
    const args = ['spans.csv', '--lengths', 'lengths.csv', '--unit', 'character']
    const run = runAgreement(args, { 'spans.csv': spans, 'lengths.csv': lengths })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.json()).toMatchObject({
      codes: { hero: { n_units: 10, krippendorff_alpha: { value: 1 } } },
      all: { u_alpha: { value: 1 }, span_f1_exact: { value: 1, tp: 1 } },
    })
  })

  it('prints the measures of boundaries when asked, of each code and of all together', () => {
    const moved = `${spans}D1,C01,villain,6,8\nD1,C02,villain,6,9\n`
    const statistics = 'boundary_similarity,segmentation_similarity,windowdiff,pk'
    const run = runAgreement(['spans.csv', '--lengths', 'lengths.csv', '--statistics', statistics], {
      'spans.csv': moved,
      'lengths.csv': lengths,
    })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.json()).toMatchObject({
      codes: { hero: { boundary_similarity: { value: 1 }, windowdiff: { value: 0 }, pk: { value: 0 } } },
      // Boundaries at 4, 6, 8 and at 4, 6, 9: the last ones miss by one place of nine.
      all: {
        boundary_similarity: { value: 1 - 0.5 / 3, matches: 2, additions: 0, transpositions: 1 },
        segmentation_similarity: { value: 1 - 0.5 / 9 },
      },
    })
  })

  it.each([spans, spans.replace(/^/gm, 'x,').replace('x,doc_id', 'ann_id,doc_id')])('asks for the lengths', (text) => {
    const { status, stderr } = runAgreement(['spans.csv'], { 'spans.csv': text })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'spans.csv: a table of spans needs --lengths with the lengths of the documents\n',
    })
  })
})

describe('agreement --cases FILE', () => {
  const cases = (entries: object[]) => {
    const datasets = {
      two: {
        kind: 'coding',
        table: [
          ['a', 'b', 'a'],
          ['a', 'b', null],
        ],
      },
    }
    return JSON.stringify({ format: 'golden-agreement-cases/1', datasets, cases: entries })
  }
  const alpha = { id: 'one', statistic: 'krippendorff_alpha', dataset: 'two', parameters: { metric: 'nominal' } }

  it('prints the result of every case, in the order of the file', () => {
    const masses = { id: 'two', statistic: 'pk', input: { reference_masses: [6, 6], hypothesis_masses: [12] } }
    const sets = { id: 'three', statistic: 'set_distance', input: [['a'], ['b']], parameters: { metric: 'jaccard' } }
    const run = runAgreement(['--cases', 'cases.json'], { 'cases.json': cases([sets, alpha, masses]) })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.json()).toMatchObject([
      { id: 'three', result: { value: 1 } },
      { id: 'one', result: { value: 1, n_pairable: 4 } },
      { id: 'two', result: { value: expect.any(Number) } },
    ])
  })

  it('says which case could not be computed, and computes the others', () => {
    const wrong = [
      { ...alpha, id: 'unknown', statistic: 'kappa' },
      { ...alpha, id: 'lost', dataset: 'three' },
      { ...alpha, id: 'other kind', statistic: 'u_alpha' },
    ]
    const run = runAgreement(['--cases', 'cases.json'], { 'cases.json': cases([...wrong, alpha]) })
    expect(run.status).toBe(2)
    expect(run.stderr).toBe('cases.json, case unknown: There is no statistic kappa (and 2 more cases)\n')
    expect(run.json()).toMatchObject([
      { error: 'There is no statistic kappa' },
      { error: 'There is no data set three' },
      { error: 'The statistic needs data of another kind' },
      { id: 'one', result: { value: 1 } },
    ])
  })
})

describe('bad input ends with code 2 and one line', () => {
  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no file', [], {}, /^Name one file/],
    ['a file that is not there', ['none.csv'], {}, /^none\.csv cannot be read/],
    ['two files', ['a.csv', 'b.csv'], {}, /^Name one file/],
    ['an unknown option', ['a.csv', '--levels', 'nominal'], {}, /--levels/],
    [
      'a bootstrap that is no number',
      ['a.csv', '--bootstrap', 'many'],
      { 'a.csv': units },
      /^--bootstrap must be a whole/,
    ],
    ['a table with a fault', ['a.csv'], { 'a.csv': 'C01,C02\na\n' }, /^a\.csv, row 2: the row has 1 cells/],
    ['cases as a table', ['c.json'], { 'c.json': '{"cases":[]}' }, /^c\.json is JSON and no table: .* --cases c\.json/],
    ['a file that is no text', ['a.csv'], { 'a.csv': 'a\0b' }, /^a\.csv: This is not plain text/],
    ['cases that are no JSON', ['--cases', 'c.json'], { 'c.json': '{' }, /^c\.json is no JSON/],
    ['cases of another format', ['--cases', 'c.json'], { 'c.json': '{"cases":[]}' }, /^c\.json, format: /],
  ])('%s', (_, args, files, message) => {
    const { status, stdout, stderr } = runAgreement(args, files)
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 })
    expect(stderr).toMatch(message)
  })
})
