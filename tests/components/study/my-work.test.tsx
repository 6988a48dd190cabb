import { render, screen } from '@testing-library/react'
import { MyWork } from '@/components/study/my-work'
import type { CodingState } from '@/lib/coding/coding-view'

function codings(...states: CodingState[]) {
  return states.map((state, place) => ({
    id: `c${place + 1}`,
    index: place + 1,
    state,
    document: { title: `Article ${place + 1}`, words: 300 },
  }))
}

describe("a coder's own work", () => {
  test('leads to the first text that is not submitted', () => {
    render(<MyWork studyId="s1" pseudonym="C02" codings={codings('submitted', 'assigned', 'assigned')} />)
    expect(screen.getByRole('link', { name: 'Start coding' }).getAttribute('href')).toBe('/studies/s1/codings/c2')
  })

  test('goes on with a text that was begun', () => {
    render(<MyWork studyId="s1" pseudonym="C02" codings={codings('open', 'assigned')} />)
    expect(screen.getByRole('link', { name: 'Continue coding' }).getAttribute('href')).toBe('/studies/s1/codings/c1')
  })

  test('counts the own submissions', () => {
    render(<MyWork studyId="s1" pseudonym="C02" codings={codings('submitted', 'adjudicated', 'open')} />)
    expect(screen.getByText(/^2 of 3 submitted/)).not.toBeNull()
  })

  test('says when everything is submitted', () => {
    render(<MyWork studyId="s1" pseudonym="C02" codings={codings('submitted')} />)
    expect(screen.getByText('You have submitted everything')).not.toBeNull()
    expect(screen.queryByRole('link', { name: /coding/ })).toBeNull()
  })

  test('says that texts will come when there are none', () => {
    render(<MyWork studyId="s1" pseudonym="C02" codings={[]} />)
    expect(screen.getByText('Nothing to code yet')).not.toBeNull()
  })
})
