import { parse } from 'csv-parse/sync'
import { drawDocuments } from '@/lib/agreement/bootstrap'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { hero, reportedStudy, voice } from './reported-study'

type Row = Record<string, string>

function table(name: string, report = reportedStudy()): Row[] {
  const found = agreementTables.find((entry) => entry.name === name)
  if (!found) throw new Error(`There is no table ${name}`)
  return parse([...found.write(report)].join(''), { columns: true }) as Row[]
}

describe.each(agreementTables.map((entry) => [entry.file, entry] as const))('%s', (_, entry) => {
  it('has a description and a legal name for every column, each once', () => {
    for (const { name, description } of entry.columns) {
      expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/)
      expect(description).not.toBe('')
    }
    const names = entry.columns.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('has a row, and a cell in every column of each row', () => {
    const records = parse([...entry.write(reportedStudy())].join('')) as string[][]
    expect(records.length).toBeGreaterThan(1)
    expect(records.flat()).not.toContain('')
    expect(records.flat()).not.toContain('undefined')
  })

  it('is a header alone for a report with nothing in it', () => {
    const empty = reportedStudy({
      ...{ variables: [], attributes: [], ladder: [], confusions: [], marginals: [], withoutCoder: [] },
      ...{ unitizing: { families: [], codes: [] }, sensitivity: [], drift: [], byDocument: [] },
      disagreements: { words: 0, pairWords: 0, rows: [] },
      recoded: null,
    })
    expect(parse([...entry.write(empty)].join(''))).toHaveLength(1)
  })
})

describe('irr_summary.csv', () => {
  const [first, second, third] = table('irr_summary')

  it('carries the numbers of the report at full precision', () => {
    expect(Number(first?.alpha)).toBe(hero.alpha.value)
    expect(Number(first?.pct_agree)).toBe(0.9583333333333334)
    expect(Number(first?.prevalence)).toBe(43 / 240)
    expect(first).toMatchObject({
      ...{ cb_version: '1.2.0', family: 'character', variable: 'hero', var_kind: 'code_presence', match_rule: 'NA' },
      ...{ n_docs: '12', n_units: '120', n_coders: '2', coders: 'C01|C02', n_pairable: '240', n_missing: '2' },
      ...{ psa: '0.8837', nsa: '0.9746', alpha_lo: '0.8123', alpha_hi: '0.9041', ci_status: 'ok', n_boot: '2000' },
      ...{ scott_pi: '0.8583', kappa_mean: '0.8584', fleiss_kappa: '0.8583', ac1: '0.9409', bp_s: '0.9167' },
      ...{ d_obs: '0.0417', d_exp: '0.2954', verdict: 'meets', units_needed: 'NA', status: 'ok', seed: '42' },
      ...{ p_below_667: '0', p_below_800: '0.0125', p_below_min: '0.0125', warnings: 'few_documents' },
    })
  })

  it('writes NA and the reason where a figure is undefined, never a number', () => {
    expect(second).toMatchObject({
      ...{ alpha: 'NA', status: 'no_variation', alpha_lo: 'NA', ci_status: 'no_estimate', p_below_667: 'NA' },
      ...{ psa: 'NA', psa_status: 'category_unused', nsa: '1', nsa_status: 'ok', scott_status: 'no_variation' },
      ...{ kappa_mean: 'NA', kappa_min: 'NA', kappa_status: 'no_defined_pair', ac1: '1', ac1_status: 'ok' },
      ...{ verdict: 'not_computable', units_needed: '560', status_reason: 'Every value is the same.' },
    })
  })

  it('has attributes with the share of annotations they rest on', () => {
    expect(third).toMatchObject({
      ...{ variable: 'voice', unit_level: 'matched_annotation', match_rule: 'overlap', match_rate: '0.61' },
      ...{ match_status: 'ok', n_positive: 'NA' },
    })
  })
})

it('irr_confusion.csv has each two values once, and NA for no partner', () => {
  expect(table('irr_confusion')).toEqual([
    { cb_version: '1.2.0', variable: 'character', var_kind: 'family_spans', value_a: 'hero', value_b: 'hero', n: '17' },
    { cb_version: '1.2.0', variable: 'character', var_kind: 'family_spans', value_a: 'hero', value_b: 'ally', n: '2' },
    { cb_version: '1.2.0', variable: 'voice', var_kind: 'attribute', value_a: 'author', value_b: 'author', n: '12' },
    { cb_version: '1.2.0', variable: 'voice', var_kind: 'attribute', value_a: 'author', value_b: 'quoted', n: '3' },
    { cb_version: '1.2.0', variable: 'voice', var_kind: 'attribute', value_a: 'author', value_b: 'NA', n: '1' },
    { cb_version: '1.2.0', variable: 'voice', var_kind: 'attribute', value_a: 'quoted', value_b: 'quoted', n: '4' },
  ])
})

it('irr_confusion.csv never lets a spreadsheet run a value somebody typed', () => {
  const confusion = { values: ['=HYPERLINK("x")'], valuesLeftOut: 0, counts: [[1]] }
  const report = reportedStudy({ confusions: [], attributes: [{ ...voice, confusion }] })
  expect(table('irr_confusion', report)[0]?.value_a).toBe('\'=HYPERLINK("x")')
})

it('irr_unitizing.csv has families and codes, each with its own figures', () => {
  const [family, code] = table('irr_unitizing')
  expect(family).toMatchObject({
    ...{ scope: 'family', variable: 'character', n_stacked_docs: '1', u_alpha_binary: '0.7123', u_alpha: '0.6901' },
    ...{
      cu_alpha: '0.9',
      cu_coverage: '0.04',
      ku_alpha: 'NA',
      ku_alpha_status: 'NA',
      f1_exact: 'NA',
      match_rate: 'NA',
    },
  })
  expect(code).toMatchObject({
    ...{ scope: 'code', variable: 'hero', n_stacked_docs: 'NA', u_alpha_binary: '0.7123', u_alpha: 'NA' },
    ...{ ku_alpha: '0.88', ku_coverage: '0.7', character_alpha: '0.7011', f1_exact: '0.28', f1_iou50: '0.67' },
    ...{ f1_overlap: '0.89', match_rate: '0.89', match_rate_status: 'ok' },
  })
})

it('irr_recoded.csv has a row per layer, with what was recoded', () => {
  const ofAll = {
    variable: 'hero',
    unit_level: 'sentence',
    n_recoded_docs: '2',
    n_revisions: '3',
    n_after_release: '1',
  }
  expect(table('irr_recoded')).toMatchObject([
    {
      ...ofAll,
      layer: 'first',
      n_units: '20',
      pct_agree: '0.85',
      alpha: '0.6001',
      alpha_status: 'ok',
      ci_status: 'ok',
    },
    { ...ofAll, layer: 'latest', n_units: '20', pct_agree: '0.95', alpha: '0.8', n_other_version: '0' },
  ])
})

it('irr_intra.csv has each coder against herself, with the days between', () => {
  expect(table('irr_intra')).toMatchObject([
    { coder: 'C02', n_recoded_docs: '2', lag_min_days: '1', lag_max_days: '16', variable: 'hero', alpha: '0.75' },
  ])
})

it('irr_sensitivity.csv has attributes on stricter matches too', () => {
  expect(table('irr_sensitivity')).toMatchObject([
    { variant: 'certain_only', variable: 'hero', n_units: '120', alpha_base: '0.8589', alpha: '0.8702' },
    { variant: 'match_iou50', variable: 'voice', n_units: '12', alpha: '0.7', alpha_status: 'ok' },
  ])
})

describe('irr_draws.csv', () => {
  it('counts the documents of the very samples the intervals come from', () => {
    const { counts } = drawDocuments(['', '', ''], { seed: 42, replicates: 2000 })
    const rows = table('irr_draws')
    expect(rows.flatMap(({ d0001, d0002, d0003 }) => [d0001, d0002, d0003].map(Number))).toEqual([...counts])
    expect(rows.map(({ replicate }) => Number(replicate))).toEqual(rows.map((_, i) => i + 1))
  })

  it('draws within strata where the sample has them', () => {
    const strata = ['a', 'b', 'b']
    const byDocument = reportedStudy().byDocument.map((row, i) => ({ ...row, stratum: strata[i] ?? '' }))
    for (const row of table('irr_draws', reportedStudy({ byDocument }))) {
      expect([row.d0001, Number(row.d0002) + Number(row.d0003)]).toEqual(['1', 2])
    }
  })
})
