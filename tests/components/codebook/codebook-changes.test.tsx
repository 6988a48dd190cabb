import { render, screen, within } from '@testing-library/react'
import { CodebookChanges } from '@/components/codebook/codebook-changes'
import type { CodebookChange } from '@/lib/coding/codebook-diff'

const hero = { subject: 'code', key: 'hero', label: 'Hero' } as const
const changes: CodebookChange[] = [
  { ...hero, what: 'definition', before: ['Who saves.'], after: ['Who saves others.'] },
  { ...hero, what: 'switched_off', before: [], after: [] },
  { subject: 'codebook', key: '', label: 'Frames', what: 'rules', before: [], after: ['Mark the shortest run.'] },
]

describe('the changes of a codebook', () => {
  test('stand together for each code, with the words before and after', () => {
    render(<CodebookChanges changes={changes} />)
    const code = screen.getByText('Code: Hero').closest('li') as HTMLElement
    expect(within(code).getByRole('deletion').textContent).toBe('Who saves.')
    expect(within(code).getByRole('insertion').textContent).toBe('Who saves others.')
    expect(within(code).getByText('switched off')).not.toBeNull()
    expect(within(code).queryByText('rules for all codes')).toBeNull()
  })

  test('say when there are none', () => {
    render(<CodebookChanges changes={[]} />)
    expect(screen.getByText('Nothing but the number of the version.')).not.toBeNull()
  })
})
