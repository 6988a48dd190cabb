import { noEstimate, noInterval } from '@/lib/agreement/estimate'
import { type ForestRow, forestPlot } from '@/lib/plots/forest'
import { drawn, placeOf } from './drawn'

const row = (label: string, value: number, low: number, high: number, verdict: ForestRow['verdict']): ForestRow => ({
  ...{ label, alpha: { value }, interval: { low, high }, verdict },
})
const hero = row('Hero', 0.9, 0.85, 0.95, 'meets')
const villain = row('Villain', 0.5, 0.4, 0.6, 'not_sufficient')
const victim = row('Victim', 0.7, 0.5, 0.85, 'inconclusive')
const ally: ForestRow = {
  label: 'Ally',
  alpha: noEstimate('no_variation'),
  interval: noInterval('no_estimate'),
  verdict: 'not_computable',
}
const sizes = ['wide', 'narrow'] as const

/** The points of the rows: symbols are drawn with paths, those of the legend too. */
const points = (svg: string) =>
  [...drawn(svg).elements('path'), ...drawn(svg).elements('circle')].filter((it) => it.querySelector('title'))

describe.each(sizes)('the forest plot, %s', (size) => {
  const svg = (rows: ForestRow[]) => forestPlot('Alpha of each code', rows)[size]

  it('prints the label, alpha and interval of every row', () => {
    const { words } = drawn(svg([hero, villain]))
    expect(words).toEqual(expect.arrayContaining(['Hero', '.900 [.850, .950]', 'Villain', '.500 [.400, .600]']))
  })

  it('places points along the axis by their values, at equal distances for equal differences', () => {
    const [half, middle, nine] = [villain, victim, hero].map(
      (it) => placeOf(points(svg([villain, victim, hero])).find((point) => point.textContent?.startsWith(it.label))).x,
    )
    expect(half).toBeLessThan(Number(middle))
    expect(Number(middle) - Number(half)).toBeCloseTo(Number(nine) - Number(middle), 1)
  })

  it('gives each verdict a shape of its own', () => {
    const shapes = points(svg([hero, villain, victim, { ...hero, verdict: 'tentative' }])).map((it) =>
      [it.getAttribute('d'), it.getAttribute('fill') ?? it.parentElement?.getAttribute('fill')].join(),
    )
    expect(new Set(shapes).size).toBe(4)
  })

  it('has room for the words of all verdicts in its legend', () => {
    const four = svg([hero, villain, victim, { ...hero, verdict: 'tentative' }])
    const last = drawn(four)
      .elements('text')
      .filter((it) => it.textContent === 'inconclusive')
    expect(last).toHaveLength(1)
    const moved = last[0]?.closest('[transform]') === last[0] ? last[0]?.parentElement : last[0]
    const start = placeOf(last[0]).x + placeOf(moved?.closest('[transform]') ?? undefined).x
    const letter = size === 'wide' ? 6.5 : 6
    expect(start + letter * 'inconclusive'.length).toBeLessThanOrEqual(size === 'wide' ? 720 : 360)
  })

  it('says that an undefined alpha is not computable, with its reason, and draws no point', () => {
    const plot = svg([hero, ally])
    expect(drawn(plot).words).toContain('not computable')
    expect(plot).toContain('Every value is the same')
    expect(points(plot)).toHaveLength(1)
    expect(plot).not.toMatch(/NaN|undefined|null/)
  })

  it('prints a dash for an interval that is undefined', () => {
    const plot = svg([{ ...hero, interval: noInterval('one_document') }])
    expect(drawn(plot).words).toContain('.900 [—]')
  })

  it('begins its axis at 0, and further left where alpha or its interval is negative', () => {
    expect(drawn(svg([hero])).words).toEqual(expect.arrayContaining(['0', '.667', '.800', '1']))
    expect(drawn(svg([row('Victim', -0.1, -0.35, 0.2, 'not_sufficient')])).words).toContain('−.4')
  })

  it('stays within its width, the longest interval text too', () => {
    const { elements } = drawn(svg([row('A', -0.9, -0.95, -0.85, 'not_sufficient'), hero]))
    const width = Number(elements('svg')[0]?.getAttribute('width'))
    for (const point of elements('text').map(placeOf)) {
      expect(point.x).toBeGreaterThanOrEqual(-1)
      expect(point.x).toBeLessThanOrEqual(width)
    }
  })
})
