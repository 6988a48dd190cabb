import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { fileAddress, filterQuery, pageAddress } from '@/components/agreement-report/report-files'
import { ReportFilters } from '@/components/agreement-report/report-filters'
import { type AgreementFilters, agreementFilters } from '@/lib/coding/agreement-request'
import { shownReport } from './shown-report'

const report = shownReport()

/** What the address of a form or link asks for, as the page reads it. */
function read(query: URLSearchParams): AgreementFilters {
  const names = [...new Set(query.keys())]
  const values = names.map((name) => {
    const all = query.getAll(name)
    return [name, all.length > 1 ? all : all[0]]
  })
  return agreementFilters.parse(Object.fromEntries(values))
}

/** The address a browser without a script would ask for. */
function sent(): URLSearchParams {
  const form = document.querySelector('form')
  return new URLSearchParams([...new FormData(form ?? undefined)].map(([name, value]) => [name, String(value)]))
}

const everything: AgreementFilters = {
  ...{ unit: 'token', round: 2, version: '1.2.0', set: 'main', seed: 7, replicates: 500 },
  ...{ coders: ['C01', 'C03'], codes: ['hero'], targets: ['Sela Marrin', 'Port Authority, Zorba'] },
}

describe('what a report is about', () => {
  it('comes back from the address as it was asked for', () => {
    expect(read(filterQuery(everything))).toEqual(everything)
  })

  it('leaves out of the address what was not asked for', () => {
    expect(pageAddress('S1', {})).toBe('/studies/S1/agreement')
    expect(pageAddress('S1', { seed: 0 })).toBe('/studies/S1/agreement?seed=0')
  })

  it('is kept by the address of every file', () => {
    const address = new URL(fileAddress('S1', everything, { format: 'csv', table: 'irr_draws' }), 'http://localhost')
    expect(address.pathname).toBe('/api/studies/S1/agreement')
    expect(address.searchParams.get('table')).toBe('irr_draws')
    for (const name of ['format', 'table']) address.searchParams.delete(name)
    expect(read(address.searchParams)).toEqual(everything)
  })
})

describe('the form of what a report is about', () => {
  const show = (filters: AgreementFilters = {}) =>
    render(
      <ReportFilters
        report={{
          ...report,
          filters,
          header: { ...report.header, unit: filters.unit ?? 'sentence' },
          choices: {
            ...report.choices,
            rounds: [...report.choices.rounds, { number: 2, title: 'Second', purpose: 'main', version: '1.2.0' }],
          },
        }}
      />,
    )

  it('asks by plain GET for the page, so that it works without a script', () => {
    show()
    const form = document.querySelector('form')
    expect(form?.getAttribute('method')).toBe('get')
    expect(form?.getAttribute('action')).toBe(`/studies/${report.study.id}/agreement`)
  })

  it('asks for nothing but the unit that is shown while nothing was chosen', () => {
    show()
    expect(read(sent())).toEqual({ unit: 'sentence' })
  })

  it('sends again what was asked for', () => {
    show(everything)
    expect(read(sent())).toEqual(everything)
  })

  it('sends what is chosen', async () => {
    show()
    await userEvent.click(screen.getByText('What is reported'))
    await userEvent.click(within(screen.getByRole('group', { name: /^Coders/ })).getByLabelText('C02'))
    await userEvent.selectOptions(screen.getByLabelText('Unit'), 'Document')
    expect(read(sent())).toEqual({ unit: 'document', coders: ['C02'] })
  })

  it('says in one line what is reported, and leads back to the whole study when that is not all', () => {
    show(everything)
    expect(
      screen.getByText(/^unit: token · round 2 · codebook 1\.2\.0 · Main · C01, C03 · 1 code · Sela Marrin/),
    ).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Back to the whole study' }).getAttribute('href')).toBe(
      `/studies/${report.study.id}/agreement`,
    )
  })

  it('leads nowhere back when everything is reported', () => {
    show()
    expect(screen.queryByRole('link', { name: 'Back to the whole study' })).toBeNull()
  })
})
