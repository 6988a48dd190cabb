import { noEstimate } from '@/lib/agreement/estimate'
import { confusionPlot, mostValues } from '@/lib/plots/confusion'
import { pairsPlot } from '@/lib/plots/pairs'
import { drawn } from './drawn'

const sizes = ['wide', 'narrow'] as const
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    label: `Code ${place}`,
    pairs: [
      { coders: ['C01', 'C02'] as const, estimate: { value: place / count } },
      { coders: ['C01', 'C03'] as const, estimate: noEstimate('no_variation') },
    ],
  }))
const tints = (svg: string) =>
  drawn(svg)
    .elements('rect')
    .filter((it) => it.getAttribute('fill-opacity') !== null)
    .map((it) => Number(it.getAttribute('fill-opacity')))

describe.each(sizes)('the heat map of pairs, %s', (size) => {
  const svg = (count: number) => pairsPlot('Pairs of coders', rowsOf(count))[size]

  it('prints the number of every pair and variable, and a dash with its reason where there is none', () => {
    const { words } = drawn(svg(4))
    expect(words).toEqual(expect.arrayContaining(['C01 – C02', '.000', '.250', '.500', '.750']))
    expect(words.filter((word) => word === '—')).toHaveLength(4)
    expect(svg(4)).toContain('Every value is the same')
  })

  it('tints a cell the more, the higher its number', () => {
    const [zero, quarter, half] = tints(svg(4))
    expect(zero).toBe(0)
    expect(Number(half)).toBeCloseTo(2 * Number(quarter), 1)
  })

  it('prints names of ordinary length whole: two codes may differ in their last letters', () => {
    const named = ['Unsourced figure', 'Unsourced figures'].map((label) => ({
      label,
      pairs: rowsOf(1)[0]?.pairs ?? [],
    }))
    expect(drawn(pairsPlot('Pairs of coders', named)[size]).words).toEqual(
      expect.arrayContaining(['Unsourced figure', 'Unsourced figures']),
    )
  })

  it('continues below with the pairs again when the variables have no room beside each other', () => {
    const { words, elements } = drawn(svg(30))
    expect(words.filter((word) => word === 'C01 – C02').length).toBeGreaterThan(1)
    const width = Number(elements('svg')[0]?.getAttribute('width'))
    for (const cell of elements('rect')) {
      expect(Number(cell.getAttribute('x')) + Number(cell.getAttribute('width'))).toBeLessThanOrEqual(width)
    }
  })
})

describe('the heat map of a confusion table', () => {
  const table = {
    values: ['endorses', 'relays', ''],
    valuesLeftOut: 0,
    counts: [
      [30, 4, 0],
      [4, 1200, 6],
      [0, 6, 0],
    ],
  }
  const name = (value: string) => value || 'no partner'

  it('prints every count with its thousands apart, and the names of its values', () => {
    const { words } = drawn(confusionPlot('Stance', table, name).wide)
    expect(words).toEqual(expect.arrayContaining(['endorses', 'no partner', '30', '4', '1,200', '6']))
  })

  it('tints by the share of the row, a pair that agrees counting both ways', () => {
    const [same] = tints(confusionPlot('Stance', table, name).wide)
    expect(Number(same)).toBeCloseTo((0.45 * 60) / 64, 2)
  })

  it('shows the most frequent values when there are more than one can look over', () => {
    const values = Array.from({ length: 40 }, (_, place) => `v${place}`)
    const counts = values.map((_, r) => values.map((_, c) => (r === c ? r : 0)))
    const { words } = drawn(confusionPlot('Target', { values, valuesLeftOut: 0, counts }, name).wide)
    expect(words.filter((word) => /^v\d+$/.test(word) && word === 'v39').length).toBeGreaterThan(1)
    expect(words).not.toContain(`v${39 - mostValues}`)
  })
})
