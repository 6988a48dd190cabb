import { render, screen } from '@testing-library/react'
import { CodersSection } from '@/components/agreement-report/coders-section'
import { OneTextSection } from '@/components/agreement-report/one-text-section'
import { PairsSection } from '@/components/agreement-report/pairs-section'
import { ReportFilters } from '@/components/agreement-report/report-filters'
import type { CoderMarginal, PairAgreement, VariableAgreement } from '@/lib/agreement/report/agreement-report'
import { shownReport } from './shown-report'

const report = shownReport()
const [code] = report.variables
const coderNames = (count: number) => Array.from({ length: count }, (_, i) => `C${i + 1}`)
const asItIs = (name: string) => name

function withPairs(count: number): VariableAgreement {
  if (!code) throw new Error('The example has no code.')
  const pairs = Array.from({ length: count }, (_, i): PairAgreement => {
    const figure = { value: 0.5 }
    return { coders: ['C0', `C${i + 1}`], units: 10, percent: figure, kappa: figure, alpha: figure }
  })
  return { ...code, kappa: { ...code.kappa, pairs } }
}

const dataRows = (container: HTMLElement) => container.querySelectorAll('tbody tr').length

describe('a report of very many coders', () => {
  it('shows the first 100 rows of its tables and says where all are', () => {
    const { container } = render(<PairsSection codes={[withPairs(1234)]} />)
    expect(dataRows(container)).toBe(100)
    expect(container.textContent).toContain('The first 100 of 1,234 rows; all are in irr_pairwise.csv.')
  })

  it('says nothing of rows left out where the table has all', () => {
    const { container } = render(<PairsSection codes={[withPairs(100)]} />)
    expect(dataRows(container)).toBe(100)
    expect(container.textContent).not.toContain('The first 100')
  })

  it('draws the first pairs of coders and says so under the plot', () => {
    render(<PairsSection codes={[withPairs(1234)]} />)
    const figure = screen.getByRole('figure')
    expect(figure.querySelector('figcaption')?.textContent).toBe('The plot shows the first 45 of 1,234 pairs.')
    const words = [...(figure.querySelector('svg')?.querySelectorAll('text') ?? [])].map((it) => it.textContent)
    expect(words).toContain('C0 – C45')
    expect(words).not.toContain('C0 – C46')
  })

  it('gives columns to the first 30 coders and says where all are', () => {
    const marginals = coderNames(843).map((coder): CoderMarginal => {
      return { coder, code: 'hero', documents: 1, annotations: 1, words: 100, rate: 10, limits: null }
    })
    const { container } = render(<CodersSection marginals={marginals} withoutCoder={[]} nameOf={asItIs} />)
    expect(container.querySelectorAll('table:first-of-type thead th')[30]?.textContent).toBe('C30')
    expect(container.textContent).toContain('The first 30 of 843 coders; all are in irr_marginals.csv.')
    expect(
      screen.getByRole('table', { name: 'Annotations per 1,000 words' }).querySelectorAll('thead th'),
    ).toHaveLength(31)
  })

  it('draws the first 30 coders of one text and says so', () => {
    const coders = coderNames(40)
    const all = coders.map((coder) => ({ coder, spans: [{ code: 'hero', start: 0, end: 5 }] }))
    const text = { documentId: 'D0001', title: 'Harbour strike', length: 100, coders: all }
    const ofMany = { ...report, header: { ...report.header, coders } }
    render(<OneTextSection text={text} report={ofMany} nameOf={asItIs} />)
    expect(screen.getByText('The plot shows the first 30 of 40 coders.')).toBeTruthy()
  })

  it('offers the 100 most frequent targets, and those that were asked for', () => {
    const targets = Array.from({ length: 4000 }, (_, i) => `Person ${i + 1}`)
    const filters = { targets: ['Person 3999'] }
    render(<ReportFilters report={{ ...report, filters, choices: { ...report.choices, targets } }} />)
    expect(screen.getByText('the 100 most frequent of 4,000; ticked ones get rows of their own')).toBeTruthy()
    const offered = screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Person/, hidden: true })
    expect(offered).toHaveLength(101)
    expect(offered.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['Person 3999'])
  })
})
