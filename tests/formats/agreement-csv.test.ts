import { parse } from 'csv-parse/sync'
import { agreementColumns, agreementCsv } from '@/lib/formats/agreement-csv'
import { agreeingDocuments, coded, hero, report } from '../agreement/studies'

const ally = { key: 'ally', label: 'Ally', family: 'character' }

const read = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[]

describe('the agreement report as CSV', () => {
  const full = report(agreeingDocuments(12, 5), { codes: [hero, ally], seed: 42 })
  const [row, empty] = read(agreementCsv(full, '1.0.0'))

  it('carries the numbers of the report at full precision', () => {
    const code = full.codes[0]
    expect(Number(row?.alpha)).toBe(code?.alpha.value)
    expect(Number(row?.alpha_lo)).toBe(code?.alpha.interval.low)
    expect(Number(row?.pct_agree)).toBe(code?.percent.value)
    expect(Number(row?.kappa_mean)).toBe(code?.kappa.mean.value)
    expect(row).toMatchObject({
      ...{
        cb_version: '1.0.0',
        family: 'character',
        variable: 'hero',
        var_kind: 'code_presence',
        meas_level: 'nominal',
      },
      ...{ unit_level: 'sentence', n_docs: '12', n_units: '36', n_coders: '2', n_pairable: '72', n_missing: '0' },
      ...{ n_positive: '22', n_boot: '400', seed: '42', status: 'ok', alpha_min: '0.8' },
    })
  })

  it('writes NA and the reason where a figure is undefined, never a number', () => {
    expect(empty).toMatchObject({
      ...{ alpha: 'NA', alpha_lo: 'NA', pct_agree: 'NA', prevalence: 'NA', kappa_mean: 'NA', p_below_667: 'NA' },
      ...{ status: 'no_pairable_unit', verdict: 'not_computable', status_reason: 'No unit has values of two coders.' },
    })
  })

  it('says no_overlap when no document was coded by two', () => {
    const [only] = read(
      agreementCsv(report(agreeingDocuments(2).map((it, i) => ({ ...it, coders: [`C0${i + 1}`] }))), null),
    )
    expect(only).toMatchObject({ status: 'no_overlap', cb_version: 'NA' })
  })

  it('says beside each figure why it is undefined', () => {
    expect(row).toMatchObject({ pct_status: 'ok', kappa_status: 'ok' })
    expect(empty).toMatchObject({ pct_status: 'no_pairable_unit', kappa_status: 'no_defined_pair' })
    const zeros = [
      [0, 0],
      [0, 0],
    ] satisfies [number, number][]
    const unused = read(agreementCsv(report([coded('D0001', ['C01', 'C02'], zeros)]), '1.0.0'))[0]
    expect(unused).toMatchObject({ pct_agree: '1', pct_status: 'ok', kappa_status: 'no_defined_pair' })
    expect(unused).toMatchObject({ status: 'no_variation' })
  })

  it('carries the warnings of the report, each kind once', () => {
    const coders = ['C01', 'C02', 'C03', 'C04']
    const [warned] = read(agreementCsv(report(agreeingDocuments(3), { coders }), '1.0.0'))
    expect(warned?.warnings).toBe('few_documents|coder_without_overlap')
    expect(row?.warnings).toBe('NA')
  })

  it('does not count bootstrap samples that were never drawn', () => {
    const [only] = read(agreementCsv(report(agreeingDocuments(1)), '1.0.0'))
    expect(only).toMatchObject({ n_boot: '0', boot_undefined: 'NA', alpha: '1', alpha_lo: 'NA' })
  })

  it('has a description and a legal name for every column', () => {
    for (const { name, description } of agreementColumns) {
      expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/)
      expect(description).not.toBe('')
    }
  })
})
