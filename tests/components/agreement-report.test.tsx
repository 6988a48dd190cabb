import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { renderToStaticMarkup } from 'react-dom/server'
import { AgreementReport } from '@/components/agreement-report/agreement-report'
import { coefficientText } from '@/lib/formats/agreement-report-numbers'
import { documentStatistics } from '@/lib/agreement/document-statistics'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import { reportAgreement } from '@/lib/agreement/report'

const coders = ['C01', 'C02', 'C03']
const codes = [
  { key: 'hero', label: 'Hero', family: 'character' },
  { key: 'villain', label: 'Villain', family: 'character' },
  { key: 'ally', label: 'Ally', family: 'character' },
]

/** Twelve documents by three coders: hero agreed on, villain not, ally never used. */
function exampleReport(documents = 12) {
  const table = (rows: number[][]) => reliabilityData(rows, presence)
  return reportAgreement({
    documents: Array.from({ length: documents }, (_, i) =>
      documentStatistics({
        documentId: `D${String(i + 1).padStart(4, '0')}`,
        coders,
        codes: [
          {
            code: 'hero',
            data: table([
              [1, 1, 1],
              [0, 0, 0],
              [1, 1, 1],
              [0, 0, 0],
            ]),
          },
          {
            code: 'villain',
            data: table([
              [1, 0, i % 2],
              [0, 1, 0],
              [0, 0, 1],
              [0, 0, 0],
            ]),
          },
          {
            code: 'ally',
            data: table([
              [0, 0, 0],
              [0, 0, 0],
              [0, 0, 0],
              [0, 0, 0],
            ]),
          },
        ],
      }),
    ),
    ...{ codes, coders, unit: 'sentence', seed: 20260101, replicates: 200 },
  })
}

const links = {
  units: { token: '?unit=token', sentence: '?unit=sentence', paragraph: '?unit=paragraph', document: '?unit=document' },
  json: '/api/agreement?format=json',
  csv: '/api/agreement?format=csv',
  pairs: '/api/agreement?format=csv&table=pairs',
}

const onlyOneDocument = 'Only one document has two coders: resampling documents says nothing.'

const show = (report = exampleReport()) => render(<AgreementReport report={report} links={links} />)

const rowOf = (table: string, name: RegExp | string) =>
  within(screen.getByRole('table', { name: table })).getByRole('row', { name })

describe('the agreement report', () => {
  it('begins with one sentence that says how it went', () => {
    show()
    expect(
      screen.getByText(
        '3 codes, 3 coders, 12 documents double-coded: 1 meets the required α, 1 not sufficient, 1 not computable.',
      ),
    ).toBeTruthy()
  })

  it('shows the verdict of each code first, then alpha with its interval, n, prevalence, percent and kappa', () => {
    show()
    const cells = within(rowOf('Table 1. Agreement on each code', /^Hero/)).getAllByRole('cell')
    expect(cells.map((cell) => cell.textContent?.trim())).toEqual([
      ...['meets α ≥ .800', '1.000 [1.000, 1.000]', '48', '50.0', '100.0', '1.000 (1.000 to 1.000)'],
    ])
  })

  it('keeps the full precision of each figure behind its rounded text', () => {
    const report = exampleReport()
    show(report)
    const row = rowOf('Table 1. Agreement on each code', /^Villain/)
    const alpha = report.codes[1]?.alpha.value
    expect(Array.from(row.querySelectorAll('data'), (data) => data.value)).toContain(String(alpha))
  })

  it('shows an undefined figure as a dash whose reason is read out, appears on focus, and stands below the table', async () => {
    show()
    const row = rowOf('Table 1. Agreement on each code', /^Ally/)
    const dash = within(row).getAllByRole('link', { name: /undefined: Every value is the same/ })[0]
    expect(dash?.textContent).toContain('—')
    expect(row.textContent).not.toMatch(/NaN|null/)
    const note = document.getElementById(dash?.getAttribute('href')?.slice(1) ?? '')
    expect(note?.textContent).toContain('Every value is the same')
    dash?.focus()
    expect(document.activeElement).toBe(dash)
    expect(within(row).getByText('not computable')).toBeTruthy()
  })

  it('shows a dash that says why in place of an interval, and no bootstrap samples that were never drawn', () => {
    show(exampleReport(1))
    const row = rowOf('Table 1. Agreement on each code', /^Hero/)
    const dash = within(row).getByRole('link', { name: `no interval: ${onlyOneDocument}` })
    expect(dash.firstChild?.textContent).toBe('—')
    expect(screen.queryByText(/bootstrap samples of documents/)).toBeNull()
    expect(screen.getByText(/No bootstrap samples were drawn/)).toBeTruthy()
  })

  it('says why figures are undefined once in text, below the table, and not again beside each verdict', () => {
    show(exampleReport(1))
    const row = rowOf('Table 1. Agreement on each code', /^Hero/)
    expect(within(row).getAllByRole('cell')[0]?.textContent).toBe('inconclusive')
    const said = screen.getAllByText(onlyOneDocument, { exact: false }).filter((node) => !node.closest('a'))
    expect(said).toHaveLength(1)
  })

  it('lists the kappa of every pair of coders with the units both coded', () => {
    show()
    const cells = within(rowOf('Pairs of coders', /^C01 – C03/)).getAllByRole('cell')
    expect(cells[0]?.textContent).toBe('48')
    expect(cells[1]?.textContent).toBe('1.000')
  })

  it('switches the unit and downloads by plain links that the keyboard reaches', async () => {
    show()
    const nav = screen.getByRole('navigation', { name: 'Unit' })
    expect(within(nav).getByRole('link', { current: 'page' }).textContent).toBe('Sentence')
    expect(within(nav).getByRole('link', { name: 'Token' }).getAttribute('href')).toBe('?unit=token')
    expect(screen.getByRole('link', { name: 'Download CSV' }).getAttribute('href')).toBe(links.csv)
    expect(screen.getByRole('link', { name: 'Download pairs as CSV' }).getAttribute('href')).toBe(links.pairs)
    await userEvent.tab()
    expect(document.activeElement?.textContent).toBe('Token')
  })

  it('puts warnings before the figures', () => {
    show(exampleReport(4))
    const warning = screen.getByText(/Only 4 documents were submitted by two coders/)
    const table = screen.getByRole('table', { name: 'Table 1. Agreement on each code' })
    expect(warning.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('says what to wait for when no document was submitted by two coders', () => {
    show(exampleReport(0))
    expect(screen.getByText(/No document has been submitted by two coders yet/)).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('says why there is nothing when all was submitted under another version of the codebook', () => {
    const empty = exampleReport(0)
    const message = '4 submitted codings use another version of the codebook than 2.0.0.'
    show({
      ...empty,
      header: { ...empty.header, codingsOfOtherVersions: 4 },
      warnings: [{ kind: 'other_codebook_version', message }, ...empty.warnings],
    })
    expect(screen.getByText(message)).toBeTruthy()
    expect(screen.getByText(/submitted by two coders under this version of the codebook yet/)).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('keeps the switch of the unit while there are no figures', () => {
    show(exampleReport(0))
    expect(screen.getByRole('navigation', { name: 'Unit' })).toBeTruthy()
  })

  it('draws one point per defined alpha, with the lines at .667 and .800', () => {
    show()
    const plot = screen.getByRole('figure', { name: /α of each code/ })
    expect(plot.querySelectorAll('li path')).toHaveLength(2)
    expect(plot.textContent).toContain('.667')
    expect(plot.textContent).toContain('.800')
  })

  it('says how the figures were made: basis, seed and number of samples', () => {
    show()
    expect(screen.getByText(/independent submissions, revision 0/)).toBeTruthy()
    expect(screen.getByText(/200 bootstrap samples of documents \(percentiles, seed 20260101\)/)).toBeTruthy()
  })

  it('is whole without a script: the server renders all of it', () => {
    const html = renderToStaticMarkup(<AgreementReport report={exampleReport()} links={links} />)
    expect(html).toContain('Table 1')
    expect(html).not.toContain('NaN')
  })

  it('has no fault that an accessibility checker finds', async () => {
    const { container } = show()
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})

describe('a coefficient in print', () => {
  it.each([
    [0.85333, '.853'],
    [-0.0266, '−.027'],
    [-0.0001, '.000'],
    [1, '1.000'],
    [0.99999, '1.000'],
  ])('%d is %s', (value, text) => {
    expect(coefficientText(value)).toBe(text)
  })
})
