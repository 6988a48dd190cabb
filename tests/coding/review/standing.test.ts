import fc from 'fast-check'
import { type Deciding, Standings, standingsIn } from '@/lib/coding/review/standing'

/** Which decision is in force for a cluster, and what it makes of it. */

type About = Parameters<Standings<Deciding>['of']>[0]

const cluster = (more: Partial<About> = {}): About => ({
  ...{ id: 'cluster', inputKey: 'input', kind: 'spans', family: 'character', lineages: ['C01 a', 'C02 b'] },
  ...more,
})

const decision = (sequence: number, more: Partial<Deciding> = {}): Deciding => {
  const { id: clusterId, ...about } = cluster()
  return { ...about, clusterId, outcome: 'accept', sequence, ...more }
}

const standing = (decisions: Deciding[], of = cluster()) => {
  const { state, decision: inForce, last } = new Standings(decisions).of(of)
  return [state, inForce?.sequence ?? null, last?.sequence ?? null]
}

test('open before anybody decided', () => {
  expect(standing([])).toEqual(['open', null, null])
})

test('the last decision on the very input is in force, in whatever order they are read', () => {
  expect(standing([decision(2, { outcome: 'merge' }), decision(1)])).toEqual(['decided', 2, 2])
})

test('sent back until something changes', () => {
  expect(standing([decision(1, { outcome: 'send_back' })])).toEqual(['sent_back', 1, 1])
  expect(standing([decision(1, { outcome: 'send_back', inputKey: 'before' })])).toEqual(['stale', 1, 1])
})

test('open again when it was taken back, whatever the input; the next decision supersedes that', () => {
  expect(standing([decision(1), decision(2, { outcome: 'withdraw' })])).toEqual(['open', null, 2])
  expect(standing([decision(1), decision(2, { outcome: 'withdraw', inputKey: 'before' })])).toEqual(['open', null, 2])
})

test('stale when the input changed, or the cluster grew, shrank or fell apart', () => {
  expect(standing([decision(1, { inputKey: 'before' })])).toEqual(['stale', 1, 1])
  expect(standing([decision(1)], cluster({ id: 'part', lineages: ['C02 b'] }))).toEqual(['stale', 1, 1])
  expect(standing([decision(1)], cluster({ id: 'more', lineages: ['C01 a', 'C02 b', 'C03 c'] }))).toEqual([
    'stale',
    1,
    1,
  ])
})

test('of two clusters that became one the later decision counts, and is stale', () => {
  const parts = [
    decision(4, { clusterId: 'left', lineages: ['C01 a'] }),
    decision(3, { clusterId: 'right', lineages: ['C02 b'] }),
  ]
  expect(standing(parts)).toEqual(['stale', 4, 4])
})

test('nothing of other lineages, kinds or families', () => {
  expect(standing([decision(1, { lineages: ['C01 other'] })])).toEqual(['open', null, null])
  expect(standing([decision(1, { family: 'figure' })])).toEqual(['open', null, null])
  expect(standing([decision(1, { kind: 'variable' })])).toEqual(['open', null, null])
})

test('as found by going through all decisions for each cluster', () => {
  const lineages = fc.subarray(['C01 a', 'C01 b', 'C02 c', 'C02 d'], { minLength: 1 })
  const arbitrary = fc.record({
    ...{ lineages, clusterId: fc.constantFrom('one', 'two'), inputKey: fc.constantFrom('x', 'y') },
    ...{ kind: fc.constant('spans' as const), family: fc.constantFrom('character', 'figure') },
    outcome: fc.constantFrom('accept' as const, 'withdraw' as const, 'send_back' as const),
  })
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 8 }), arbitrary, (list, { clusterId: id, ...about }) => {
      const decisions = list.map((own, sequence) => ({ ...own, sequence }))
      const own = decisions.filter(
        (one) => one.family === about.family && one.lineages.some((lineage) => about.lineages.includes(lineage)),
      )
      const last = own.at(-1)
      const isSame = last?.clusterId === id && last.inputKey === about.inputKey
      const state = {
        accept: isSame ? 'decided' : 'stale',
        withdraw: 'open',
        send_back: isSame ? 'sent_back' : 'stale',
      }
      expect(new Standings(decisions.reverse()).of({ id, ...about })).toEqual({
        state: last ? state[last.outcome] : 'open',
        decision: last && last.outcome !== 'withdraw' ? last : null,
        last: last ?? null,
      })
    }),
  )
})

describe('in a document', () => {
  const clusters = [
    cluster({ id: 'whether', kind: 'eligibility', family: '', lineages: ['eligibility'] }),
    cluster({ id: 'question', kind: 'variable', family: 'tone', lineages: ['variable tone'] }),
    cluster(),
  ]
  const verdict = (eligibility: 'code' | 'nothing' | 'not_eligible', more: Partial<Deciding> = {}) => {
    const about = { clusterId: 'whether', kind: 'eligibility', family: '', lineages: ['eligibility'] } as const
    return { ...decision(9, { ...about, ...more }), gold: { annotations: [], value: null, values: [], eligibility } }
  }
  const own = (sequence: number, more: Partial<Deciding> = {}) => {
    return { ...decision(sequence, more), gold: { annotations: [], value: null, values: [], eligibility: null } }
  }
  type Said = ReturnType<typeof own> | ReturnType<typeof verdict>
  const standings = (decisions: Said[]) =>
    standingsIn(clusters, decisions).map(({ cluster: { id }, state, decision: inForce, last, isVoid }) => {
      return [id, state, inForce?.sequence ?? null, last?.sequence ?? null, isVoid]
    })

  test('that should not be in the sample, everything else is void', () => {
    expect(standings([verdict('not_eligible')])).toEqual([
      ['whether', 'decided', 9, 9, false],
      ['question', 'decided', 9, null, true],
      ['cluster', 'decided', 9, null, true],
    ])
  })

  test('that holds nothing, its questions are still asked', () => {
    expect(standings([verdict('nothing')]).map(([, state]) => state)).toEqual(['decided', 'open', 'decided'])
  })

  test('that is to be coded after all, or of which the decision is taken back or stale, nothing is void', () => {
    for (const decisions of [
      [verdict('code')],
      [verdict('nothing', { outcome: 'withdraw' })],
      [verdict('nothing', { inputKey: 'before' })],
    ]) {
      expect(standings(decisions).every(([, , , , isVoid]) => isVoid === false)).toBe(true)
    }
  })

  test.each(['accept', 'send_back', 'withdraw'] as const)('void is void, whatever is said of it: %s', (outcome) => {
    const [, , spans] = standings([verdict('nothing'), own(10, { outcome })])
    expect(spans).toEqual(['cluster', 'decided', 9, 10, true])
  })
})
