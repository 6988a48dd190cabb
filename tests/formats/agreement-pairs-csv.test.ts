import { parse } from 'csv-parse/sync'
import { agreementPairsColumns, agreementPairsCsv } from '@/lib/formats/agreement-pairs-csv'
import { coded, hero, report } from '../agreement/studies'

const read = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[]

/** C01 and C02 coded four units and agree on three; C03 coded another document with C01, where nobody found a hero. */
const three = report(
  [
    coded(
      'D0001',
      ['C01', 'C02'],
      [
        [1, 1],
        [1, 0],
        [0, 0],
        [0, 0],
      ],
    ),
    coded('D0002', ['C01', 'C03'], [[0, 0]]),
  ],
  { coders: ['C01', 'C02', 'C03'], codes: [hero, { key: 'ally', label: 'Ally', family: 'character' }] },
)

describe('the pairs of coders as CSV', () => {
  const rows = read(agreementPairsCsv(three, '1.0.0'))

  it('have a row for every code and pair', () => {
    expect(rows.map(({ variable, coder_a, coder_b }) => [variable, coder_a, coder_b].join(' '))).toEqual([
      ...['hero C01 C02', 'hero C01 C03', 'hero C02 C03', 'ally C01 C02', 'ally C01 C03', 'ally C02 C03'],
    ])
  })

  it('carry kappa and percent on the units both coded', () => {
    // p_o = 3/4, p_c = 1/2 · 1/4 + 1/2 · 3/4 = 1/2, so kappa = 1/2.
    expect(rows[0]).toEqual({
      ...{ cb_version: '1.0.0', variable: 'hero', unit_level: 'sentence', coder_a: 'C01', coder_b: 'C02' },
      ...{ n_units: '4', pct_agree: '0.75', kappa: '0.5', status: 'ok', status_reason: 'NA' },
    })
  })

  it('say why a kappa is undefined, and keep the percent that is not', () => {
    expect(rows[1]).toMatchObject({
      ...{ n_units: '1', pct_agree: '1', kappa: 'NA', status: 'no_variation' },
      status_reason: expect.stringMatching(/^Every value is the same/),
    })
  })

  it('say that two coders share no unit', () => {
    expect(rows[2]).toMatchObject({ n_units: '0', pct_agree: 'NA', kappa: 'NA', status: 'no_pairable_unit' })
  })

  it('have the header where there is no pair, and NA for a version that is not one', () => {
    const header = agreementPairsColumns.map(({ name }) => name).join(',')
    expect(agreementPairsCsv(report([], { coders: [] }), null)).toBe(`${header}\n`)
    expect(read(agreementPairsCsv(three, null))[0]?.cb_version).toBe('NA')
  })
})
