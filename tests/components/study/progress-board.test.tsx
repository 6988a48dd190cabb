import { render, screen, within } from '@testing-library/react'
import { ProgressBoard } from '@/components/study/progress-board'

const coders = [
  { memberId: 'm1', pseudonym: 'C02', name: 'Ana Brill' },
  { memberId: 'm2', pseudonym: 'C03', name: 'Bo Castell' },
]
const documents = [
  { id: 'd1', number: 1, title: 'Harbour strike', cells: ['submitted' as const, 'open' as const] },
  { id: 'd2', number: 2, title: 'Market fire', cells: ['adjudicated' as const, null] },
]

describe('the progress board', () => {
  beforeEach(() => {
    render(<ProgressBoard studyId="s1" coders={coders} documents={documents} />)
  })

  test('says in words how far each coder is with each document', () => {
    const cells = within(screen.getByRole('row', { name: /Harbour strike/ })).getAllByRole('cell')
    expect(cells.map((cell) => cell.textContent)).toEqual(['Submitted', 'In progress'])
  })

  test('tells a document that is not assigned from one that is not started', () => {
    const cells = within(screen.getByRole('row', { name: /Market fire/ })).getAllByRole('cell')
    expect(cells[1]?.textContent).toBe('not assigned')
  })

  test('counts what each coder has submitted, of what was assigned to them', () => {
    const cells = within(screen.getByRole('row', { name: /^Submitted/ })).getAllByRole('cell')
    expect(cells.map((cell) => cell.textContent)).toEqual(['2 of 2', '0 of 1'])
  })
})
