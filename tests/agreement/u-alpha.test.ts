import fc from 'fast-check'
import { collectReplicates, percentileInterval, resampledSums } from '@/lib/agreement/bootstrap'
import type { CodedSpan, Continuum } from '@/lib/agreement/continuum'
import { uAlpha } from '@/lib/agreement/u-alpha'
import { uAlphaBinary } from '@/lib/agreement/u-alpha-binary'
import { cuAlpha } from '@/lib/agreement/u-alpha-coding'
import { familyFigure, pooledUnitizing } from '@/lib/agreement/u-alpha-family'
import { kuAlpha } from '@/lib/agreement/u-alpha-per-code'
import { documentUnitizing } from '@/lib/agreement/u-alpha-sums'
import { arbitraryPartition, backwards, copied } from './arbitrary-continuum'

const coders = ['C01', 'C02', 'C03']
const codes = ['hero', 'victim', 'villain']
const span = (coder: string, start: number, end: number, code = 'hero'): CodedSpan => ({ coder, start, end, code })

function family(documents: Continuum[]) {
  const pooled = pooledUnitizing(documents, codes)
  return {
    u: familyFigure(pooled, uAlpha),
    binary: familyFigure(pooled, uAlphaBinary),
    cu: familyFigure(pooled, cuAlpha),
    ku: codes.map((_, i) => familyFigure(pooled, (sums) => kuAlpha(sums, i + 1))),
  }
}

function addedUp(rows: readonly (readonly number[])[]): number[] {
  return rows.reduce<number[]>((sum, row) => sum.map((value, i) => value + (row[i] ?? 0)), Array<number>(24).fill(0))
}

function expectSame(one: { value: number | null }, other: { value: number | null }) {
  if (one.value === null) expect(other.value).toBeNull()
  else expect(other.value).toBeCloseTo(one.value, 9)
}

/** Straight from the definition, pair of positions by pair: disagreement within places against that of all pairs. */
function bruteForce({ length, coders, spans }: Continuum, differ: (one: string, other: string) => boolean) {
  const positions = coders.flatMap((coder) =>
    Array.from({ length }, (_, at) => {
      const unit = spans.findIndex((own) => own.coder === coder && own.start <= at && at < own.end)
      return { at, unit, code: spans[unit]?.code ?? '', own: unit < 0 ? `${coder}${at}` : `unit ${unit}` }
    }),
  )
  let [observed, differing, pairs] = [0, 0, 0]
  positions.forEach((one, i) => {
    positions.forEach((other, j) => {
      const apart = differ(one.code, other.code)
      if (i !== j && one.at === other.at && apart) observed += 1 / (coders.length - 1)
      if (i === j || one.own === other.own) return
      pairs += 1
      if (apart) differing += 1
    })
  })
  return differing === 0 ? null : 1 - observed / ((differing / pairs) * positions.length)
}

describe('the u-alpha family', () => {
  it('equals the definition computed position by position', () => {
    fc.assert(
      fc.property(arbitraryPartition(coders), (continuum) => {
        const { u, binary } = family([continuum])
        expectSame({ value: bruteForce(continuum, (one, other) => one !== other) }, u)
        expectSame({ value: bruteForce(continuum, (one, other) => (one === '') !== (other === '')) }, binary)
      }),
      { numRuns: 60 },
    )
  })

  it('equals, with one code, the binary form of the method page', () => {
    fc.assert(
      fc.property(arbitraryPartition(coders, ['hero']), (continuum) => {
        const { u, binary } = family([continuum])
        expectSame(u, binary)
      }),
    )
    const apart = { length: 20, coders: ['C01', 'C02'], spans: [span('C01', 0, 5), span('C02', 10, 15)] }
    expect(family([apart]).binary.value).toBeCloseTo(-4 / 15, 12)
    const once = { length: 20, coders: ['C01', 'C02'], spans: [span('C01', 4, 5)] }
    expect(family([once]).binary.value).toBeCloseTo(0, 12)
  })

  it('does not change with the order of coders and spans', () => {
    fc.assert(
      fc.property(arbitraryPartition(coders), (continuum) => {
        const [one, other] = [family([continuum]), family([backwards(continuum)])]
        expectSame(one.u, other.u)
        expectSame(one.binary, other.binary)
        expectSame(one.cu, other.cu)
        one.ku.forEach((figure, i) => {
          expectSame(figure, other.ku[i] ?? { value: null })
        })
      }),
    )
  })

  it('is 1 for identical coders, or undefined where their text does not vary', () => {
    fc.assert(
      fc.property(arbitraryPartition(['C01']), fc.integer({ min: 2, max: 5 }), ({ spans }, m) => {
        const same = family([
          copied(
            spans,
            Array.from({ length: m }, (_, i) => `C0${i}`),
          ),
        ])
        for (const figure of [same.u, same.binary, same.cu, ...same.ku]) expect([null, 1]).toContain(figure.value)
        if (spans.length > 0 && same.u.value === null) expect(same.u).toMatchObject({ undefined: 'no_variation' })
      }),
    )
  })

  it('is about 0 for coders who mark at random', () => {
    const documents = fc.sample(arbitraryPartition(coders), { numRuns: 400, seed: 5 })
    const { u, binary, cu } = family(documents)
    for (const figure of [u, binary, cu]) expect(Math.abs(figure.value ?? 1)).toBeLessThan(0.05)
  })

  it('never exceeds 1', () => {
    fc.assert(
      fc.property(arbitraryPartition(['C01', 'C02', 'C03', 'C04', 'C05']), (continuum) => {
        const { u, binary, cu, ku } = family([continuum])
        for (const { value } of [u, binary, cu, ...ku]) expect(value ?? 0).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})

describe('several documents', () => {
  const documents = fc.array(
    fc.oneof(arbitraryPartition(['C01', 'C02']), arbitraryPartition(coders), arbitraryPartition(['C03'])),
    { maxLength: 4 },
  )

  it('are pooled by adding their sums, each with its own number of coders; one coder alone adds nothing', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const added = addedUp(given.map((document) => documentUnitizing(document, codes).sums ?? []))
        pooledUnitizing(given, codes).sums.forEach((sum, i) => {
          expect(sum).toBeCloseTo(added[i] ?? 0, 9)
        })
        expect(added.slice(0, 16).reduce((sum, l) => sum + l, 0)).toBeCloseTo(
          given.reduce((sum, { coders: own, length }) => sum + (own.length < 2 ? 0 : own.length * length), 0),
          9,
        )
      }),
    )
  })

  it('can be resampled: a bootstrap replicate is a sum of rows, with the figure of the documents drawn', () => {
    const drawn = fc.sample(arbitraryPartition(coders), { numRuns: 12, seed: 3 })
    const rows = drawn.map((document) => documentUnitizing(document, codes).sums ?? [])
    const values = Array.from(resampledSums(rows, { seed: 1, replicates: 200 }), (sum) => uAlpha(sum).value)
    const { low, high } = percentileInterval(collectReplicates(values))
    const { value } = family(drawn).u
    expect(low).toBeLessThan(value ?? 0)
    expect(high).toBeGreaterThan(value ?? 1)
    const twice = rows.map((row) => row.map((sum) => 2 * sum))
    expect(uAlpha(addedUp(twice)).value).toBeCloseTo(family([...drawn, ...drawn]).u.value ?? 0, 9)
  })

  it('do not make one unit of units that meet at a border between documents', () => {
    const pair = ['C01', 'C02']
    const ends = { length: 10, coders: pair, spans: [span('C01', 5, 10), span('C02', 6, 10)] }
    const begins = { length: 10, coders: pair, spans: [span('C01', 0, 3), span('C02', 0, 3)] }
    const joined = { length: 20, coders: pair, spans: [span('C01', 5, 13), span('C02', 6, 13)] }
    expect(family([ends, begins]).u.value).not.toBeCloseTo(family([joined]).u.value ?? 0, 6)
  })

  it('without two coders give the reason', () => {
    const alone = { length: 10, coders: ['C01'], spans: [span('C01', 0, 3)] }
    expect(family([alone]).u).toEqual({ value: null, undefined: 'one_coder' })
    expect(family([alone, { ...alone, coders: ['C02'], spans: [] }]).u).toEqual({
      value: null,
      undefined: 'no_overlap',
    })
  })
})

describe('spans of one coder that overlap', () => {
  it('are united where they have one code, and counted', () => {
    const spans = [span('C01', 0, 4), span('C01', 3, 6), span('C01', 5, 9), span('C01', 9, 12), span('C02', 0, 9)]
    const pooled = pooledUnitizing([{ length: 20, coders: ['C01', 'C02'], spans }], codes)
    expect(pooled).toMatchObject({ annotationsUnited: 3, unions: 1, absence: null })
    const united = [span('C01', 0, 9), span('C01', 9, 12), span('C02', 0, 9)]
    expect(pooled.sums).toEqual(pooledUnitizing([{ length: 20, coders: ['C01', 'C02'], spans: united }], codes).sums)
  })

  it('of different codes leave the family undefined, with the reason', () => {
    const spans = [span('C01', 0, 4), span('C01', 3, 6, 'villain'), span('C02', 0, 9)]
    const { u, ku } = family([{ length: 20, coders: ['C01', 'C02'], spans }])
    expect(u).toEqual({ value: null, undefined: 'stacked_codes' })
    expect(ku[0]).toEqual({ value: null, undefined: 'stacked_codes' })
  })
})

it('cu-alpha is undefined, not above 1, where many coders share one stretch only', () => {
  const five = ['C01', 'C02', 'C03', 'C04', 'C05']
  const spans = [span('C01', 0, 10), span('C02', 0, 10, 'villain')]
  const { cu, ku } = family([{ length: 40, coders: five, spans }])
  expect(cu).toMatchObject({ value: null, undefined: 'little_shared_text', coverage: 5 / 200 })
  expect(ku[0]).toMatchObject({ value: null, undefined: 'little_shared_text' })
})
