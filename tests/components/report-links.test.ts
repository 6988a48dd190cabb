import { reportLinks } from '@/components/agreement-report/report-links'

const asked = (address: string) => Object.fromEntries(new URL(address, 'http://localhost').searchParams)

describe('the links of the report', () => {
  it('keep unit, seed and samples that were asked for, in every file', () => {
    const { json, csv, pairs } = reportLinks('S1', { unit: 'token', seed: 7, replicates: 500 })
    const kept = { unit: 'token', seed: '7', replicates: '500' }
    expect(asked(json)).toEqual({ ...kept, format: 'json' })
    expect(asked(csv)).toEqual({ ...kept, format: 'csv' })
    expect(asked(pairs)).toEqual({ ...kept, format: 'csv', table: 'pairs' })
  })

  it('change nothing but the unit when the unit is switched', () => {
    const { units } = reportLinks('S1', { unit: 'token', seed: 0, replicates: 0 })
    expect(units.sentence).toMatch(/^\/studies\/S1\/agreement\?/)
    expect(asked(units.sentence)).toEqual({ unit: 'sentence', seed: '0', replicates: '0' })
  })

  it('leave to the study what was not asked for', () => {
    expect(reportLinks('S1', {}).csv).toBe('/api/studies/S1/agreement?format=csv')
  })
})
