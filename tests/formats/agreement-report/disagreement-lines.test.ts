import { clustersInWords } from '@/lib/formats/agreement-report/disagreement-lines'

const row = (all: number) => ({
  ...{ subject: 'code' as const, key: 'hero', label: 'Hero', differences: {} },
  clusters: { all, agreed: 1, types: {} },
})

it('a heading counts one cluster in the singular', () => {
  expect(clustersInWords(row(1))).toBe('Hero: 1 cluster, 1 agreed')
  expect(clustersInWords(row(1200))).toBe('Hero: 1,200 clusters, 1 agreed')
})
