import { render, screen, within } from '@testing-library/react'
import { ProgressBoard } from '@/components/study/progress-board'
import type { CodingState, Ineligible } from '@/lib/coding/coding-view'

const coders = [
  { memberId: 'm1', pseudonym: 'C02', name: 'Ana Brill' },
  { memberId: 'm2', pseudonym: 'C03', name: 'Bo Castell' },
]
const cell = (state: CodingState, more: { revision?: number; ineligible?: Ineligible } = {}) => {
  return { state, revision: 0, ineligible: null, ...more }
}
const advert = { reason: 'It is an advert.', confirmed: false }
const documents = [
  { id: 'd1', number: 1, title: 'Harbour strike', cells: [cell('submitted'), cell('open')] },
  { id: 'd2', number: 2, title: 'Market fire', cells: [cell('adjudicated'), null] },
  {
    id: 'd3',
    number: 3,
    title: 'Ferry prices',
    cells: [cell('open', { ineligible: advert }), cell('open', { revision: 1 })],
  },
]

describe('the progress board', () => {
  beforeEach(() => {
    render(<ProgressBoard studyId="s1" coders={coders} documents={documents} />)
  })

  test('says in words how far each coder is with each document', () => {
    const cells = within(screen.getByRole('row', { name: /Harbour strike/ })).getAllByRole('cell')
    expect(cells.map((one) => one.textContent)).toEqual(['Submitted', 'In progress'])
  })

  test('tells a document that is not assigned from one that is not started', () => {
    const cells = within(screen.getByRole('row', { name: /Market fire/ })).getAllByRole('cell')
    expect(cells[1]?.textContent).toBe('not assigned')
  })

  test('shows what is held not eligible, and what was reopened', () => {
    const cells = within(screen.getByRole('row', { name: /Ferry prices/ })).getAllByRole('cell')
    expect(cells.map((one) => one.textContent)).toEqual(['Not eligible', 'In progress, reopened'])
  })

  test('counts what each coder has submitted, of what was assigned to them and is eligible', () => {
    const cells = within(screen.getByRole('row', { name: /^Submitted/ })).getAllByRole('cell')
    expect(cells.map((one) => one.textContent)).toEqual(['2 of 2', '0 of 2'])
  })
})
