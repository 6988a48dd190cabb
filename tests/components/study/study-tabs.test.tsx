import { render, screen } from '@testing-library/react'
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import { StudyTabs } from '@/components/study/study-tabs'
import type { MemberRole } from '@/lib/policy'

function tabsFor(roles: MemberRole[], pathname = '/studies/s1', openQuestions = 0, sentBack = 0) {
  render(
    <PathnameContext.Provider value={pathname}>
      <StudyTabs id="s1" title="Port reform" roles={roles} openQuestions={openQuestions} sentBack={sentBack} />
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
      'Review',
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

  test('the number of passages sent back stands beside the outcomes', () => {
    tabsFor(['coder'], '/studies/s1', 0, 1)
    expect(screen.getByRole('link', { name: 'Outcomes (1 passage sent back to you)' })).not.toBeNull()
  })

  test('a coder sees the own work, the codebook and what became of the own work only', () => {
    expect(tabsFor(['coder'])).toEqual(['Overview', 'Codebook', 'Outcomes'])
  })

  test('a viewer sees no members', () => {
    expect(tabsFor(['viewer'])).not.toContain('Members')
  })

  test('the part one is in is marked, also on a page below it', () => {
    tabsFor(['lead'], '/studies/s1/documents/import')
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Documents')
  })
})
