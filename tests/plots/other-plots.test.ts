import { noEstimate, noInterval } from '@/lib/agreement/estimate'
import { barcodePlot } from '@/lib/plots/barcode'
import { boundaryPlot, offsetClasses } from '@/lib/plots/boundaries'
import { driftPlot } from '@/lib/plots/drift'
import { ladderPlot } from '@/lib/plots/ladder'
import { drawn, placeOf } from './drawn'

const undefinedAlpha = { alpha: noEstimate('no_variation'), interval: noInterval('no_estimate') }
const alphaOf = (value: number) => ({ alpha: { value }, interval: { low: value - 0.1, high: value + 0.1 } })
const sizes = ['wide', 'narrow'] as const

describe.each(sizes)('the ladder of units, %s', (size) => {
  const level = (name: 'token' | 'document', figures: ReturnType<typeof alphaOf> | typeof undefinedAlpha) => ({
    ...{ level: name, units: 40, prevalence: { value: 0.2 } },
    ...figures,
  })
  const rows = [
    { code: 'hero', label: 'Hero', levels: [level('token', alphaOf(0.4)), level('document', alphaOf(0.8))] },
    { code: 'ally', label: 'Ally', levels: [level('token', undefinedAlpha), level('document', alphaOf(0.4))] },
  ]
  const { words, elements } = drawn(ladderPlot('Ladder', rows, (name) => name.toUpperCase())[size])

  it('has a column for each level and prints every alpha', () => {
    expect(words).toEqual(expect.arrayContaining(['TOKEN', 'DOCUMENT', 'Hero', '.400', '.800', 'Ally', '—']))
  })

  it('draws one point per defined alpha, further right the higher it is', () => {
    const circles = elements('circle')
    expect(circles).toHaveLength(3)
    const [low, high, lowAgain] = [circles[0], circles[1], circles[2]].map((it) => placeOf(it).x)
    expect(Number(high)).toBeGreaterThan(Number(lowAgain))
    expect(low).toBe(lowAgain)
  })
})

describe('the histogram of boundaries', () => {
  const offsets = [...Array.from({ length: 51 }, (_, offset) => (offset < 6 ? 10 : 0)), 7]

  it('keeps every boundary in its classes', () => {
    const classes = offsetClasses(offsets)
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(67)
    expect(classes.map(({ count }) => count)).toEqual([10, 10, 10, 30, 0, 0, 0, 7])
  })

  it.each(sizes)('prints every count above its bar, %s', (size) => {
    const { words, elements } = drawn(boundaryPlot('Boundaries', { starts: offsets, ends: [5] })[size])
    expect(words).toEqual(expect.arrayContaining(['10', '30', '7', '5', 'Starts', 'Ends', '51+', 'code points apart']))
    const heights = elements('rect').map((bar) => Number(bar.getAttribute('height')))
    expect(Number(heights[3])).toBeCloseTo(3 * Number(heights[0]), 0)
  })
})

describe.each(sizes)('alpha over time, %s', (size) => {
  const series = [
    {
      ...{ code: 'hero', label: 'Hero' },
      points: [0.9, null, 0.7, 0.8].map((value, place) => ({
        ...{ from: place + 1, to: place + 10, lastDocument: `D000${place}` },
        ...(value === null ? undefinedAlpha : alphaOf(value)),
      })),
    },
  ]
  const svg = driftPlot('Alpha over time', series)[size]
  const { words, elements } = drawn(svg)

  it('names each code and its last alpha', () => {
    expect(words).toEqual(expect.arrayContaining(['Hero', 'last .800 [.700, .900]', '.667', '.800']))
  })

  it('stands in two columns when there are many codes and the width allows it, so that it fits on a page', () => {
    const codes = Array.from({ length: 20 }, (_, place) => ({
      code: `c${place}`,
      label: `Code ${place}`,
      points: series[0]?.points ?? [],
    }))
    const many = drawn(driftPlot('Alpha over time', codes)[size])
    const names = many.elements('text').filter((it) => /^Code \d+$/.test(it.textContent ?? ''))
    const columns = new Set(names.map((it) => placeOf(it.closest('g > g') ?? undefined).x))
    expect(names).toHaveLength(20)
    expect(columns.size).toBe(size === 'wide' ? 2 : 1)
    expect(many.elements('circle')).toHaveLength(60)
  })

  it('draws a point per defined window, higher where alpha is, and a dash where it is undefined', () => {
    const heights = elements('circle').map((it) => placeOf(it).y)
    expect(heights).toHaveLength(3)
    expect(Number(heights[0])).toBeLessThan(Number(heights[1]))
    expect(words).toContain('—')
    expect(svg).not.toContain('NaN')
  })
})

describe.each(sizes)('the barcode of one text, %s', (size) => {
  const codes = [
    {
      label: 'Hero',
      coders: [
        { coder: 'C01', spans: [{ start: 0, end: 100 }] },
        {
          coder: 'C02',
          spans: [
            { start: 100, end: 300 },
            { start: 900, end: 1000 },
          ],
        },
        { coder: 'C03', spans: [] },
      ],
    },
  ]
  const { words, elements } = drawn(barcodePlot('D0001', 1000, codes)[size])

  it('has a line for each coder, also for one who marked nothing', () => {
    expect(words).toEqual(expect.arrayContaining(['Hero', 'C01', 'C02', 'C03', '1,000']))
  })

  it('draws each span from its start to its end', () => {
    const bars = elements('rect').map((bar) => ({
      x: Number(bar.getAttribute('x')),
      width: Number(bar.getAttribute('width')),
    }))
    expect(bars).toHaveLength(3)
    expect(bars[1]?.width).toBeCloseTo(2 * Number(bars[0]?.width), 0)
    expect(Number(bars[0]?.x) + Number(bars[0]?.width)).toBeCloseTo(Number(bars[1]?.x), 0)
  })

  it('tells coders beside each other apart without colour: filled and outlined', () => {
    const fills = elements('rect').map((bar) => bar.getAttribute('fill'))
    expect(fills[0]).not.toBe(fills[1])
  })
})
