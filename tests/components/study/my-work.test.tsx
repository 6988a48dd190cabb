import { render, screen } from '@testing-library/react'
import { MyWork } from '@/components/study/my-work'
import type { CodingState } from '@/lib/coding/coding-view'

function codings(...states: CodingState[]) {
  return states.map((state, place) => ({
    id: `c${place + 1}`,
    index: place + 1,
    state,
    ...{ revision: 0, ineligible: null },
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

  test('neither leads to a text that is held not eligible, nor counts it', () => {
    const ineligible = { reason: 'It is an advert.', confirmed: false }
    const list = [...codings('open').map((one) => ({ ...one, ineligible })), ...codings('submitted')]
    render(<MyWork studyId="s1" pseudonym="C02" codings={list.map((one, place) => ({ ...one, id: `c${place}` }))} />)
    expect(screen.getByText('Not eligible')).not.toBeNull()
    expect(screen.getByText(/^1 of 1 submitted/)).not.toBeNull()
    expect(screen.queryByRole('link', { name: /coding/ })).toBeNull()
  })

  test('says which text was reopened', () => {
    render(<MyWork studyId="s1" pseudonym="C02" codings={codings('open').map((one) => ({ ...one, revision: 1 }))} />)
    expect(screen.getByRole('row', { name: /Article 1/ }).textContent).toMatch(/In progress \(reopened\)$/)
    expect(screen.getByRole('link', { name: 'Continue coding' })).not.toBeNull()
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
