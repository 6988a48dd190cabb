import type { DriftSeries } from '@/lib/agreement/report/agreement-report'
import { plotNotes } from '@/lib/plots/plot-notes'
import { reportFigures } from '@/lib/plots/report-figures'
import { alphaOfCodes, alphaOfPairs, alphaOfUnits, alphaOverTime } from '@/lib/plots/report-plots'
import { exampleReport } from '../agreement/report/studies'
import { drawn } from './drawn'

const report = exampleReport()
const codes = report.variables.filter(({ kind }) => kind === 'code_presence')

/** So many copies of the first, each under a name of its own. */
function copies<Row extends { label: string }>(count: number, [one]: readonly Row[]): Row[] {
  if (!one) throw new Error('The example has none.')
  return Array.from({ length: count }, (_, i) => ({ ...one, code: `k${i}`, key: `k${i}`, label: `Code ${i}` }))
}

describe('the plots of a report', () => {
  it('show every code of a codebook that can be looked over', () => {
    for (const drawing of [alphaOfCodes(codes), alphaOfUnits(report.ladder), ...alphaOfPairs(codes)]) {
      expect(drawing?.leftOut).toBeUndefined()
    }
  })

  it('show the first of very many codes and say so', () => {
    const interval = { low: 0.4, high: 0.6 }
    const point = { from: 1, to: 10, lastDocument: 'D0010', alpha: { value: 0.5 }, interval }
    const series: DriftSeries[] = [{ code: 'hero', label: 'Hero', points: [point] }]
    expect(alphaOfCodes(copies(200, codes))?.leftOut).toBe('The plot shows the first 60 of 200 codes.')
    expect(alphaOfUnits(copies(200, report.ladder))?.leftOut).toBe('The plot shows the first 60 of 200 codes.')
    expect(alphaOverTime(copies(200, series))?.leftOut).toBe('The plot shows the first 24 of 200 codes.')
    expect(alphaOfPairs(copies(200, codes)).at(-1)?.leftOut).toBe('The plot shows the first 30 of 200 codes.')
  })

  it('show ten coders by twenty codes in plots that fit the width and the height of A4, each code and pair once', () => {
    const coders = Array.from({ length: 10 }, (_, i) => `C${i + 10}`)
    const pairs = coders.flatMap((one, i) =>
      coders.slice(i + 1).map((other) => ({
        ...{ coders: [one, other] as [string, string], units: 10 },
        ...{ percent: { value: 1 }, kappa: { value: 0.5 }, alpha: { value: 0.5 } },
      })),
    )
    const rows = copies(20, codes).map((code) => ({ ...code, kappa: { ...code.kappa, pairs } }))
    const drawings = alphaOfPairs(rows)
    expect(drawings.map(({ title, leftOut }) => [title, leftOut])).toEqual([
      ['α of each pair of coders (1 of 2)', undefined],
      ['α of each pair of coders (2 of 2)', undefined],
    ])
    const words = drawings.flatMap(({ wide }) => drawn(wide).words)
    expect(words.filter((word) => word.startsWith('Code '))).toEqual(rows.map(({ label }) => label))
    expect(words.filter((word) => word === 'C18 – C19')).toHaveLength(2)
    expect(words.filter((word) => word === '.500')).toHaveLength(45 * 20)
    for (const { wide } of drawings) {
      const [width = 0, height = 0] = ['width', 'height'].map((name) =>
        Number(new RegExp(` ${name}="(\\d+)"`).exec(wide)?.[1]),
      )
      const scale = Math.min(180 / width, 235 / height)
      // 13 px of the drawing in points of paper.
      expect((13 * scale * 72) / 25.4).toBeGreaterThan(8)
    }
  })

  it('keep the order of the codes', () => {
    const { words } = drawn(alphaOfCodes(copies(200, codes))?.wide ?? '')
    expect(words).toEqual(expect.arrayContaining(['Code 0', 'Code 59']))
    expect(words).not.toContain('Code 60')
  })

  it('say on paper too how they are read, and what they leave out', () => {
    const figures = reportFigures({ ...report, variables: copies(200, codes) })
    expect(figures.variables?.[0]?.title).toBe(
      `Krippendorff’s α of each code. ${plotNotes.forest} The plot shows the first 60 of 200 codes.`,
    )
  })
})
