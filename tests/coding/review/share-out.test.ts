import { shareOut } from '@/lib/coding/review/share-out'

const documents = (...coders: string[][]) => coders.map((coderIds, index) => ({ id: `d${index + 1}`, coderIds }))

const loads = (shares: ReadonlyMap<string, string>) => {
  const counts: Record<string, number> = {}
  for (const reviewer of shares.values()) counts[reviewer] = (counts[reviewer] ?? 0) + 1
  return counts
}

test('documents are shared out evenly', () => {
  expect(loads(shareOut(documents([], [], [], [], [], [], []), ['kim', 'lea', 'uma']))).toEqual({
    kim: 3,
    lea: 2,
    uma: 2,
  })
})

test('nobody gets a document that they coded, and the others even out what is left', () => {
  const shares = shareOut(documents([], ['kim'], ['kim'], []), ['kim', 'lea'])
  expect(shares.get('d2')).toBe('lea')
  expect(shares.get('d3')).toBe('lea')
  expect(loads(shares)).toEqual({ kim: 2, lea: 2 })
})

test('what all of them coded goes to any', () => {
  expect(loads(shareOut(documents(['kim', 'lea'], ['kim', 'lea']), ['kim', 'lea']))).toEqual({ kim: 1, lea: 1 })
})

test('without reviewers nobody gets anything', () => {
  expect(shareOut(documents([]), []).size).toBe(0)
})
