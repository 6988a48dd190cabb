import { composeReport } from '@/lib/agreement/report/compose'
import { KnownStatistics } from '@/lib/computing/known-statistics'
import { ReportMemories } from '@/lib/computing/report-memories'
import { exampleDocuments, exampleRequest } from '../agreement/report/studies'

const [one, two, three] = exampleDocuments()
if (!one || !two || !three) throw new Error('The example has no three documents.')

/** Ten characters stand for forty bytes. */
const known = (limit: number, forgotten = jest.fn()) => ({
  statistics: new KnownStatistics(forgotten, limit),
  forgotten,
})

describe('statistics that are known', () => {
  it('make room when there are too many, those used longest ago first', () => {
    const { statistics, forgotten } = known(80)
    statistics.set('one', one, 10)
    statistics.set('two', two, 10)
    expect(statistics.get('one')).toBe(one)
    statistics.set('three', three, 10)
    expect(['one', 'two', 'three'].map((key) => statistics.get(key))).toEqual([one, undefined, three])
    expect(forgotten.mock.calls).toEqual([[two]])
  })

  it('stay as long as the report at hand needs them, however many', () => {
    const { statistics } = known(0)
    statistics.pin(['one', 'two'])
    statistics.set('one', one, 10)
    statistics.set('two', two, 10)
    expect([statistics.get('one'), statistics.get('two')]).toEqual([one, two])
    statistics.pin(['two'])
    expect([statistics.get('one'), statistics.get('two')]).toEqual([undefined, two])
  })

  it('count once when they are set again', () => {
    const { statistics, forgotten } = known(80)
    for (let time = 0; time < 5; time += 1) statistics.set('one', one, 10)
    statistics.set('two', two, 10)
    expect(forgotten).not.toHaveBeenCalled()
  })
})

describe('what reports left behind', () => {
  it('is kept of the reports asked for last', () => {
    const memories = new ReportMemories()
    const first = memories.begin('first')
    for (const other of ['second', 'third']) memories.begin(other)
    expect(memories.begin('first')).toBe(first)
    for (const other of ['fourth', 'fifth', 'sixth']) memories.begin(other)
    expect(memories.begin('first')).not.toBe(first)
  })

  it('goes with a document that had to make room, but not that of the report at hand', () => {
    const memories = new ReportMemories()
    const request = { ...exampleRequest({ replicates: 5 }), documents: [one, two] }
    const [before, atHand] = [memories.begin('before'), memories.begin('at hand')]
    composeReport(request, before)
    composeReport(request, atHand)
    memories.forget(three)
    expect(memories.begin('before')).toBe(before)
    expect(memories.begin('at hand')).toBe(atHand)
    memories.forget(one)
    expect(memories.begin('at hand')).toBe(atHand)
    expect(memories.begin('before')).not.toBe(before)
  })
})
