import fc from 'fast-check'
import { drawDocuments } from '@/lib/agreement/bootstrap'
import { inSteps, stepsOf } from '@/lib/agreement/exact-sums'
import { SummedRows } from '@/lib/agreement/summed-rows'

const number = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.constantFrom(1 / 3, 1e-300, -1e12),
)

describe('steps of a column', () => {
  it('are powers of two so fine that thirds keep twelve digits and whole numbers lose nothing', () => {
    const [step = 0] = stepsOf(Float64Array.of(1, 1 / 3, 1000), 1, 1000)
    expect(Number.isInteger(Math.log2(step))).toBe(true)
    expect(inSteps(1000, step) * step).toBe(1000)
    expect(Math.abs(inSteps(1 / 3, step) * step - 1 / 3)).toBeLessThan(1e-10)
  })

  it('are so coarse that the greatest sum of all terms is exact', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 10_000 }),
        (own, terms) => {
          const [step = 0] = stepsOf(Float64Array.from(own), 1, terms)
          const most = terms * Math.max(...own.map((one) => Math.abs(inSteps(one, step))))
          expect(most).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER)
        },
      ),
    )
  })
})

describe('rows that are replaced', () => {
  const width = 3
  const row = fc.array(number, { minLength: width, maxLength: width })
  const table = fc.array(row, { minLength: 2, maxLength: 7 })

  it('have the sums and samples of rows that were never others, to the last digit', () => {
    const changes = fc.array(fc.tuple(fc.nat(6), row), { maxLength: 12 })
    fc.assert(
      fc.property(table, changes, (rows, replacements) => {
        const draws = drawDocuments(
          rows.map(() => ''),
          { seed: 3, replicates: 20 },
        )
        const figures = (summed: SummedRows) =>
          [0, 1, 2].map((i) => summed.replicates(`column ${i}`, (sum) => sum[i] ?? null))
        const kept = new SummedRows(Float64Array.from(rows.flat()), width, draws)
        figures(kept)
        const now = [...rows]
        for (const [place, replacement] of replacements) {
          if (place >= rows.length) continue
          now[place] = replacement
          kept.replace(new Map([[place, replacement]]))
          const anew = new SummedRows(Float64Array.from(now.flat()), width, draws)
          expect(kept.sum).toEqual(anew.sum)
          expect(figures(kept)).toEqual(figures(anew))
        }
      }),
    )
  })
})
