import { render, screen } from '@testing-library/react'
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import { StudyTabs } from '@/components/study/study-tabs'
import type { MemberRole } from '@/lib/policy'

function tabsFor(roles: MemberRole[], pathname = '/studies/s1', openQuestions = 0) {
  render(
    <PathnameContext.Provider value={pathname}>
      <StudyTabs id="s1" title="Port reform" roles={roles} openQuestions={openQuestions} />
    </PathnameContext.Provider>,
  )
  return screen.getAllByRole('link').map((link) => link.textContent)
}

describe('the parts of a study', () => {
  test('a lead sees all of them', () => {
    const all = [
      'Overview',
      'Documents',
      'Codebook',
      'Members',
      'Names',
      'Agreement',
      'Questions',
      'Exports',
      'Settings',
    ]
    expect(tabsFor(['lead'])).toEqual(all)
  })

  test('the number of open questions stands beside its part', () => {
    tabsFor(['lead'], '/studies/s1', 3)
    expect(screen.getByRole('link', { name: 'Questions (3 open questions)' })).not.toBeNull()
  })

  test('a coder sees the own work and the codebook only', () => {
    expect(tabsFor(['coder'])).toEqual(['Overview', 'Codebook'])
  })

  test('a viewer sees no members', () => {
    expect(tabsFor(['viewer'])).not.toContain('Members')
  })

  test('the part one is in is marked, also on a page below it', () => {
    tabsFor(['lead'], '/studies/s1/documents/import')
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Documents')
  })
})
