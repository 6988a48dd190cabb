import { collectReplicates } from '@/lib/agreement/bootstrap'
import type { DocumentStatistics } from '@/lib/agreement/report/document-statistics'
import type { DocumentRows } from '@/lib/agreement/report/document-sums'
import { groundsOf } from '@/lib/agreement/report/grounds'
import { exampleRequest } from './studies'

const rowsOf = (width: number, rowOf: (document: DocumentStatistics) => number[]): DocumentRows => ({
  ...{ name: ['rows of', width], width },
  rowOf,
})

describe('the bootstrap distribution of a figure', () => {
  const { sums } = groundsOf(exampleRequest({ replicates: 30 }))
  const first = (sum: Float64Array) => sum[0] ?? null
  const narrow = rowsOf(1, ({ words }) => [words])

  it('is the same however wide the rows are that it is summed with', () => {
    const wide = rowsOf(400_000, ({ words }) => [words, ...Array<number>(399_999).fill(0)])
    expect(sums.replicates(wide, 'first', first)).toEqual(sums.replicates(narrow, 'first', first))
    expect(sums.replicates(narrow, 'first', first).values).toHaveLength(30)
  })

  it('is the same whether figures rest on the same rows or on rows of their own', () => {
    const both = rowsOf(2, ({ words, coders }) => [words, coders.length])
    const second = (sum: Float64Array) => (sum[1] ?? 0) / (sum[0] ?? 1)
    const own = groundsOf(exampleRequest({ replicates: 30 })).sums
    expect(sums.replicates(both, 'first', first)).toEqual(own.replicates(narrow, 'first', first))
    expect(sums.replicates(both, 'second', second)).toEqual(own.replicates(both, 'second', second))
    expect(sums.replicates(both, 'second', second)).not.toEqual(sums.replicates(both, 'first', first))
  })

  it('is empty, with no share of undefined samples, where none are drawn', () => {
    const none = groundsOf(exampleRequest({ replicates: 0 })).sums
    expect(none.replicates(narrow, 'first', first)).toEqual(collectReplicates([]))
  })
})
