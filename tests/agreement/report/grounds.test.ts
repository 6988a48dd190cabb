import { collectReplicates } from '@/lib/agreement/bootstrap'
import { groundsOf, replicatesOf, replicatesOfEach } from '@/lib/agreement/report/grounds'
import { exampleRequest } from './studies'

describe('the bootstrap distribution of a figure', () => {
  const grounds = groundsOf(exampleRequest({ replicates: 9 }))
  const first = (sum: Float64Array) => sum[0] ?? null

  it('is the same however wide the rows are that it is summed with', () => {
    const narrow = replicatesOf(grounds, ({ words }) => [words], first)
    const wide = replicatesOf(grounds, ({ words }) => [words, ...Array<number>(400_000).fill(0)], first)
    expect(wide).toEqual(narrow)
    expect(narrow.values).toHaveLength(9)
  })

  it('is the same whether figures are asked for one by one or together', () => {
    const rowOf = ({ words, coders }: { words: number; coders: string[] }) => [words, coders.length]
    const second = (sum: Float64Array) => (sum[1] ?? 0) / (sum[0] ?? 1)
    expect(replicatesOfEach(grounds, rowOf, [first, second])).toEqual([
      replicatesOf(grounds, rowOf, first),
      replicatesOf(grounds, rowOf, second),
    ])
  })

  it('is empty, with no share of undefined samples, where none are drawn', () => {
    const none = groundsOf(exampleRequest({ replicates: 0 }))
    expect(replicatesOf(none, () => [1], first)).toEqual(collectReplicates([]))
  })
})
