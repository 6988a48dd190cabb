import { commandText } from '@/components/calculator/command-text'
import { figuresCsv } from '@/components/calculator/figures-csv'
import { lookAt } from '@/components/calculator/look'
import { settingsOf } from '@/components/calculator/settings'
import { tableText } from '@/components/calculator/table-text'
import { unitTableAgreement } from '@/lib/formats/agreement-unit-table'

const choices = { level: 'nominal', unit: 'sentence', replicates: null, seed: 7, gamma: false } as const
const found = (text: string) => {
  const looked = lookAt({ name: 't.csv', text })
  return { [looked.kind]: looked.found }
}

describe('the settings of a computation', () => {
  it('draw documents where there are two or more, and none where there are none', () => {
    expect(settingsOf(found('doc_id,C01,C02\nD1,a,a\nD2,a,b\n'), choices).resampling).toEqual({
      replicates: 2000,
      seed: 7,
    })
    expect(settingsOf(found('doc_id,C01,C02\nD1,a,a\n'), choices).resampling).toBeNull()
    expect(settingsOf(found('C01,C02\na,a\n'), { ...choices, replicates: 1000 }).resampling).toBeNull()
  })

  it('count characters where there is no text to find sentences in', () => {
    const spans = found('doc_id,coder,code,start,end\nD1,C01,a,0,1\n')
    expect(settingsOf({ ...spans, ...found('doc_id,length\nD1,9\n') }, choices).unit).toBe('character')
    expect(settingsOf({ ...spans, ...found('doc_id,text\nD1,It rained.\n') }, choices).unit).toBe('sentence')
  })
})

describe('the command that prints the same', () => {
  const settings = {
    level: 'ordinal',
    unit: null,
    resampling: { replicates: 1000, seed: -3 },
    statistics: null,
  } as const

  it('has every choice', () => {
    expect(commandText(settings, 'units.csv', undefined)).toBe(
      'npx framewise agreement units.csv --level ordinal --bootstrap 1000 --seed -3',
    )
  })

  it('quotes a name that a shell would take apart', () => {
    expect(commandText(settings, "Ana's table.csv", undefined)).toContain("agreement 'Ana'\\''s table.csv' --level")
  })
})

describe('figures to take along', () => {
  const text = 'unit_id,C01,C02\n1,a,a\n2,b,b\n3,a,b\n4,a,a\n'
  const output = unitTableAgreement({ name: 't.csv', text }) as Record<string, { value: number }>

  it('as CSV have one row per statistic with the full number, NA for what is not there', () => {
    const [header, ...lines] = figuresCsv(output).trim().split('\n')
    expect(header?.split(',').slice(0, 6)).toEqual(['code', 'statistic', 'value', 'undefined', 'ci95_low', 'ci95_high'])
    const alpha = lines.find((line) => line.includes('krippendorff_alpha'))?.split(',')
    expect(alpha?.slice(0, 4)).toEqual(['NA', 'krippendorff_alpha', String(output.krippendorff_alpha?.value), 'NA'])
    expect(alpha?.slice(-4)).toEqual(['4', '4', '2', '8'])
  })

  it('as CSV give the reason of what is undefined', () => {
    const same = unitTableAgreement({ name: 't.csv', text: 'C01,C02\na,a\n' })
    expect(figuresCsv(same)).toContain('NA,krippendorff_alpha,NA,no_variation,')
  })

  it('for the clipboard are divided by tabs', () => {
    const lines = tableText(output).split('\n')
    expect(lines[0]).toBe('Statistic\tValue\t95 % interval')
    const brennanPrediger = output.brennan_prediger?.value.toFixed(3)
    const [name, value, interval] = lines.find((line) => line.startsWith('Brennan'))?.split('\t') ?? []
    expect([name, value]).toEqual(['Brennan–Prediger', brennanPrediger])
    expect(interval).toMatch(/^\[-?\d\.\d{3}, 1\.000\]$/)
  })
})
