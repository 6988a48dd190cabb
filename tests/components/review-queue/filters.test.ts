import { filtersFrom, queuePath, reviewDeskPath, withFilters } from '@/components/review-queue/filters'
import { readableFilters } from '@/lib/coding/review/review-filters'

describe('the filters of the queue', () => {
  test('are read from an address; what is none of them is left out', () => {
    expect(filtersFrom({ type: 'D3', code: '', after: 'x', round: 2, pair: ['C01', 'C02'] })).toEqual({
      ...{ type: 'D3', round: '2' },
    })
  })

  test('ask for nothing where they cannot be read', () => {
    expect(readableFilters({ type: 'D3', state: 'nonsense', round: 'two', severity: '1', assignee: 'me' })).toEqual({
      ...{ type: 'D3', severity: 1, assignee: 'me' },
    })
  })

  test('make the addresses of queue and desk', () => {
    const filters = withFilters({ type: 'D3', code: 'hero' }, { type: undefined, state: 'all' })
    expect(queuePath('S', filters)).toBe('/studies/S/review?code=hero&state=all')
    expect(queuePath('S', {})).toBe('/studies/S/review')
    expect(queuePath('S', filters, 'abc')).toBe('/studies/S/review?code=hero&state=all&after=abc')
    expect(reviewDeskPath('S', { id: 'C', documentId: 'D' }, filters)).toBe(
      '/studies/S/review/D?cluster=C&code=hero&state=all',
    )
  })
})
