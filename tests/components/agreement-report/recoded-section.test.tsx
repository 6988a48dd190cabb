import { render, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { RecodedSection } from '@/components/agreement-report/recoded-section'
import { StudyReport } from '@/components/agreement-report/study-report'
import type { RecodedSection as RecodedWork } from '@/lib/agreement/report/agreement-report'
import { exampleReport } from '../../agreement/report/studies'
import { recodedWork } from '../../formats/agreement-report/reported-study'
import { shownReport } from './shown-report'

const show = (change: Partial<RecodedWork> = {}) => render(<RecodedSection recoded={{ ...recodedWork, ...change }} />)

const rowsOf = (name: RegExp) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent))

describe('recoded work in the report', () => {
  it('has first and latest side by side for each variable', () => {
    show()
    expect(rowsOf(/^First submissions and latest revisions/)).toEqual([
      ['Hero', '.600 [.400, .700]', '.800 [.600, .900]', '+.200', '85.0', '95.0', '20', '20'],
    ])
  })

  it('has each coder against herself, under her documents and the days between', () => {
    show()
    expect(rowsOf(/^Intra-coder agreement/)).toEqual([
      ['C02: 2 recoded documents, 1 to 16 days after the first submission'],
      ['Hero', '.750 [.550, .850]', '90.0', '20'],
    ])
  })

  it('says that it is no evidence of reliability, and how many saw the release before', () => {
    show()
    expect(screen.getByText(/^3 codings of 2 documents were reopened and handed in again\./).textContent).toContain(
      '1 was handed in after the round was released, when coders see outcomes, discuss, and may have followed what others coded. These figures are therefore no evidence of reliability, and no other figure of the report rests on them',
    )
  })

  it('does not speak of a release where there was none', () => {
    show({ revisions: 1, documents: 1, afterRelease: 0 })
    expect(screen.getByText(/^1 coding of 1 document was reopened and handed in again\./).textContent).not.toContain(
      'released',
    )
  })

  it('calls intervals rough where those of the variables or of a coder rest on few documents', () => {
    const ofMany = { documents: 30, documentsCompared: 30 }
    const coders = recodedWork.coders.map((coder) => ({ ...coder, documents: 30 }))
    const { rerender } = show({ ...ofMany, coders })
    expect(screen.queryByText(/are rough and too narrow/)).toBeNull()
    rerender(<RecodedSection recoded={{ ...recodedWork, ...ofMany, coders, documentsCompared: 3 }} />)
    expect(screen.getByText(/Intervals from fewer than 10 documents are rough and too narrow/)).toBeTruthy()
    rerender(<RecodedSection recoded={{ ...recodedWork, ...ofMany }} />)
    expect(screen.getByText(/Intervals from fewer than 10 documents are rough and too narrow/)).toBeTruthy()
  })

  it('says what is left out for its version of the codebook, without empty tables', () => {
    show({ revisions: 0, documents: 0, ofOtherVersions: 2, variables: [], coders: [] })
    expect(screen.getByText(/^2 recoded codings are left out of this section/)).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('gives a dash its reason', () => {
    const undefinedOne = { value: null, undefined: 'no_variation' } as const
    const variables = recodedWork.variables.map((variable) => ({
      ...{ ...variable, change: null },
      latest: {
        ...variable.latest,
        alpha: undefinedOne,
        interval: { low: null, high: null, undefined: 'no_estimate' } as const,
      },
    }))
    show({ variables })
    expect(screen.getByRole('link', { name: 'undefined' }).getAttribute('href')).toBe('#why-no-variation')
  })

  it('has nothing that a checker of accessibility objects to', async () => {
    const { container } = show()
    expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([])
  })
})

describe('the report on a study', () => {
  const heading = { level: 2, name: 'Recoded work' }

  it('shows recoded work and leads to it, only where there is some', () => {
    const { rerender } = render(<StudyReport report={shownReport()} />)
    expect(screen.queryByRole('heading', heading)).toBeNull()
    expect(screen.queryByRole('link', { name: 'Recoded work' })).toBeNull()
    rerender(<StudyReport report={shownReport(exampleReport(), { recoded: recodedWork })} />)
    expect(screen.getByRole('heading', heading)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Recoded work' }).getAttribute('href')).toBe('#recoded')
  })

  it('shows it also where no two coders submitted one document, and nothing else', () => {
    const empty = exampleReport({ documents: [] })
    render(<StudyReport report={shownReport(empty, { recoded: { ...recodedWork, variables: [] } })} />)
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(headings).toContain('Recoded work')
    expect(headings).not.toContain('Sensitivity')
  })
})
