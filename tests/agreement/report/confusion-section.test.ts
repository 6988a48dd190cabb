import fc from 'fast-check'
import { coderPairs } from '@/lib/agreement/contingencies'
import { confusionSection } from '@/lib/agreement/report/confusion-section'
import type { DocumentStatistics, ValueTable } from '@/lib/agreement/report/document-statistics'
import { groundsOf } from '@/lib/agreement/report/grounds'
import { reordered } from '../arbitrary-data'
import { family, spanDocument, spanRequest } from './unitizing-documents'

/** For each pair of coders the codes both gave to the same text; "" for text that one of them did not mark. */
type Confused = readonly (readonly [string, string])[]

function document(documentId: string, coders: readonly string[], ofPairs: readonly Confused[]): DocumentStatistics {
  const plain = spanDocument(documentId, { length: 30, coders, spans: [] })
  const spans = plain.families[family.key]
  if (!spans) throw new Error('The document has no family')
  return { ...plain, families: { [family.key]: { ...spans, confusion: table(ofPairs) } } }
}

function table(ofPairs: readonly Confused[]): ValueTable {
  const values = [...new Set(ofPairs.flat(2))]
  const cells = ofPairs.flatMap((confused, pair) =>
    confused.flatMap(([one, other]) => [pair, values.indexOf(one), values.indexOf(other), 1]),
  )
  return { values, cells }
}

const section = (documents: readonly DocumentStatistics[], more: Parameters<typeof spanRequest>[1] = {}) =>
  confusionSection(groundsOf(spanRequest(documents, more)))

const arbitraryConfused = fc.array(
  fc.tuple(fc.constantFrom('hero', 'villain', ''), fc.constantFrom('hero', 'villain', 'victim')),
  {
    maxLength: 6,
  },
)

describe('the confusion of codes', () => {
  it('counts each pair of spans both ways round, and those that agree once', () => {
    const [confusion] = section([
      document(
        'D1',
        ['C01', 'C02'],
        [
          [
            ['hero', 'villain'],
            ['hero', 'hero'],
            ['', 'villain'],
          ],
        ],
      ),
      document(
        'D2',
        ['C01', 'C02'],
        [
          [
            ['villain', 'hero'],
            ['hero', 'hero'],
          ],
        ],
      ),
    ])
    expect(confusion).toEqual({
      family: 'character',
      label: 'Character',
      values: ['hero', 'villain', ''],
      valuesLeftOut: 0,
      counts: [
        [2, 2, 0],
        [2, 0, 1],
        [0, 1, 0],
      ],
    })
  })

  it('is symmetric, and has every pair of spans in it', () => {
    fc.assert(
      fc.property(fc.array(arbitraryConfused, { minLength: 3, maxLength: 3 }), (ofPairs) => {
        const [confusion] = section([document('D1', ['C01', 'C02', 'C03'], ofPairs)])
        const { values, counts } = confusion ?? { values: [], counts: [] }
        const at = (i: number, j: number) => counts[i]?.[j] ?? 0
        let pairs = 0
        values.forEach((_, i) => {
          values.forEach((_, j) => {
            expect(at(i, j)).toBe(at(j, i))
            if (i <= j) pairs += at(i, j)
          })
        })
        expect(pairs).toBe(ofPairs.flat().length)
      }),
    )
  })

  it('does not depend on which coder comes first, nor on the order of documents', () => {
    fc.assert(
      fc.property(fc.array(arbitraryConfused, { minLength: 1, maxLength: 4 }), fc.array(fc.nat()), (lists, keys) => {
        const documents = lists.map((confused, i) => document(`D${i}`, ['C01', 'C02'], [confused]))
        const turned = lists.map((confused, i) =>
          document(`D${i}`, ['C01', 'C02'], [confused.map(([one, other]) => [other, one] as const)]),
        )
        expect(section(reordered(turned, keys.length > 0 ? keys : [0]))).toEqual(section(documents))
      }),
    )
  })

  it('of some coders has nothing of the others', () => {
    const ofPairs = coderPairs(3).map(([i, j]): Confused => [[`code${i}`, `code${j}`]])
    const [confusion] = section([document('D1', ['C01', 'C02', 'C03'], ofPairs)], { coders: ['C01', 'C03'] })
    expect(confusion).toMatchObject({
      values: ['code0', 'code2'],
      counts: [
        [0, 1],
        [1, 0],
      ],
    })
  })

  it('is left out where nobody marked anything, and where a family has one code', () => {
    expect(section([document('D1', ['C01', 'C02'], [[]])])).toEqual([])
    const marked = document('D1', ['C01', 'C02'], [[['hero', 'hero']]])
    const spans = marked.families[family.key]
    if (!spans) throw new Error('The document has no family')
    const families = { [family.key]: { ...spans, codes: ['hero'] } }
    expect(section([{ ...marked, families }])).toEqual([])
  })

  it('shows the most frequent values of an open vocabulary, and says how many it leaves out', () => {
    const names = Array.from({ length: 60 }, (_, i) => `Ostania ${String(i).padStart(2, '0')}`)
    const once = names.map((name) => [name, name] as const)
    const twice = once.slice(20)
    const [confusion] = section([document('D1', ['C01', 'C02'], [[...once, ...twice]])])
    expect(confusion?.valuesLeftOut).toBe(10)
    expect(confusion?.values).toEqual([...names.slice(0, 10), ...names.slice(20)])
  })
})
