import { render, screen } from '@testing-library/react'
import { NextSteps } from '@/components/study/next-steps'

describe('what a lead has to do next', () => {
  test('codes come first in a study with an empty codebook', () => {
    render(<NextSteps studyId="s1" documents={0} coders={0} codes={0} />)
    expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('/studies/s1/codebook')
  })

  test('with codes there is nothing to do to the codebook', () => {
    render(<NextSteps studyId="s1" documents={0} coders={0} codes={6} />)
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['Import documents', 'Invite coders'])
  })

  test('what is done says how much', () => {
    render(<NextSteps studyId="s1" documents={4} coders={1} codes={6} />)
    expect(screen.getByText(/4 documents imported/)).not.toBeNull()
    expect(screen.getByText(/1 coder in the study/)).not.toBeNull()
  })
})
