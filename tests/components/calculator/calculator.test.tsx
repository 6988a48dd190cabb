import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { Calculator } from '@/components/calculator/calculator'
import { continuumReasons } from '@/lib/agreement/continuum-estimate'
import { undefinedReasons } from '@/lib/agreement/estimate'
import { spanTableAgreement } from '@/lib/formats/agreement-span-table'
import { unitTableAgreement } from '@/lib/formats/agreement-unit-table'
import { inline, neverAnswering } from './inline-connection'

const units = `unit_id,C01,C02
S1,hero,hero
S2,villain,villain
S3,hero,villain
S4,victim,victim
S5,NA,hero
`
const spans = 'doc_id,coder,code,start,end\nD1,C01,hero,0,10\nD1,C02,hero,0,8\nD2,C01,villain,5,9\nD2,C02,,,\n'
const lengths = 'doc_id,length\nD1,40\nD2,30\n'

const csv = (name: string, text: string) => new File([text], name, { type: 'text/csv' })

async function choose(...files: File[]) {
  await userEvent.upload(screen.getByLabelText('Choose CSV files'), files)
}

async function chosen(...files: File[]) {
  render(<Calculator connect={inline} />)
  await choose(...files)
}

/** What this environment cannot see, or what the page around has. */
const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }

/** The row of a statistic, once it is there. */
const rowOf = (name: RegExp) => screen.findByRole('row', { name })

describe('the calculator', () => {
  it('says what a table holds before its figures', async () => {
    await chosen(csv('units.csv', units))
    const found = (await screen.findByText('units.csv')).closest('div')
    expect(found?.textContent).toContain('Units5, 4 with values of two coders or more')
    expect(found?.textContent).toContain('Coders2: C01, C02')
    expect(found?.textContent).toContain('Documentsno column doc_id')
    expect(found?.textContent).toContain('Missing values1 of 10 (10.0 %)')
    expect(found?.textContent).toContain('Values3: hero, villain, victim')
  })

  it('shows the figures of the command line, each with its name in words', async () => {
    await chosen(csv('units.csv', units))
    const expected = unitTableAgreement({ name: 'units.csv', text: units }) as Record<string, { value: number }>
    const shown = async (name: RegExp) => (await rowOf(name)).querySelector('data')?.value
    expect(Number(await shown(/^Krippendorff’s alpha/))).toBe(expected.krippendorff_alpha?.value)
    expect(Number(await shown(/^Cohen’s kappa/))).toBe(expected.cohen_kappa?.value)
    expect(Number(await shown(/^Percent agreement/))).toBe(expected.percent_agreement?.value)
    expect(screen.getByText(/^\d figures in/).getAttribute('role')).toBe('status')
  })

  it('says “undefined” and why, never a number, where a figure cannot be computed', async () => {
    await chosen(csv('same.csv', 'C01,C02\nhero,hero\nhero,hero\n'))
    const alpha = await rowOf(/^Krippendorff’s alpha/)
    expect(alpha.textContent).toContain(`undefined ${undefinedReasons.no_variation}`)
    expect(alpha.querySelector('data')).toBeNull()
    expect(screen.getByText(/Krippendorff’s alpha \(nominal\) is undefined\./)).not.toBeNull()
  })

  it('names file, row, column and what is wrong, as the command line does', async () => {
    await chosen(csv('units.csv', units))
    await rowOf(/^Krippendorff’s alpha/)
    await userEvent.selectOptions(screen.getByLabelText('Level of measurement'), 'interval')
    const problem = await screen.findByRole('alert')
    expect(problem.textContent).toContain(
      'units.csv, row 2, column C01: level interval needs a number, and this is “hero”',
    )
    expect(screen.queryByRole('row')).toBeNull()
  })

  it('computes again when the level changes', async () => {
    await chosen(csv('counts.csv', 'C01,C02\n1,1\n2,3\n4,4\n5,5\n'))
    await rowOf(/^Krippendorff’s alpha/)
    await userEvent.selectOptions(screen.getByLabelText('Level of measurement'), 'ratio')
    expect(await screen.findByText(/Krippendorff’s alpha \(ratio\) is/)).not.toBeNull()
    expect(await rowOf(/^Gwet’s AC2/)).not.toBeNull()
    expect(screen.getByLabelText('The same on the command line')).toHaveProperty(
      'value',
      'npx framewise agreement counts.csv --level ratio',
    )
  })

  it('asks for the lengths when it gets spans, and computes when it has both', async () => {
    await chosen(csv('spans.csv', spans))
    expect(await screen.findByText('These are spans. Now the lengths of their documents.')).not.toBeNull()
    expect(screen.queryByLabelText('Draws of documents')).toBeNull()
    await choose(csv('lengths.csv', lengths))
    expect(await screen.findByText(/2 coders, 2 documents, 2 codes/)).not.toBeNull()
    const perCode = screen.getByRole('table', { name: 'Each code' })
    expect(within(perCode).getByRole('row', { name: /^hero/ }).querySelector('data')?.value).toBe(String(1 - 2 / 70))
    expect(screen.getByLabelText('The same on the command line')).toHaveProperty(
      'value',
      'npx framewise agreement spans.csv --lengths lengths.csv --unit character --bootstrap 2000 --seed 1',
    )
  })

  it('shows the measures of boundaries of all codes and of each, undefined ones with the reason', async () => {
    await chosen(csv('spans.csv', spans), csv('lengths.csv', lengths))
    await screen.findByText(/figures in/)
    const whole = within(screen.getByRole('table', { name: 'All codes together' }))
    const expected = spanTableAgreement(
      { name: 'spans.csv', text: spans },
      { name: 'lengths.csv', text: lengths },
    ) as unknown as { all: Record<string, { value: number }> }
    const rows: [RegExp, string][] = [
      [/^Boundary similarity/, 'boundary_similarity'],
      [/^Segmentation similarity/, 'segmentation_similarity'],
      [/^WindowDiff an error, 0 is best/, 'windowdiff'],
      [/^Pk an error, 0 is best/, 'pk'],
    ]
    for (const [name, statistic] of rows) {
      const shown = Number(whole.getByRole('row', { name }).querySelector('data')?.value)
      expect([statistic, shown]).toEqual([statistic, expected.all[statistic]?.value])
    }
    expect(screen.getAllByText('Boundary similarity (B)')).toHaveLength(3)
  })

  it('says that there is no boundary where every span is a whole text', async () => {
    const all = 'doc_id,coder,code,start,end\nD1,C01,hero,0,40\nD1,C02,hero,0,40\n'
    await chosen(csv('whole.csv', all), csv('lengths.csv', lengths))
    await screen.findByText(/figures in/)
    const whole = within(screen.getByRole('table', { name: 'All codes together' }))
    const row = whole.getByRole('row', { name: /^Boundary similarity/ })
    expect(row.textContent).toContain(`undefined ${continuumReasons.no_boundary}`)
  })

  it('offers gamma for one document only, and computes it when asked', async () => {
    await chosen(csv('spans.csv', spans), csv('lengths.csv', lengths))
    await screen.findByText(/figures in/)
    expect(screen.queryByLabelText(/^Gamma too/)).toBeNull()
    await choose(csv('one.csv', spans.split('D2')[0] ?? ''))
    await userEvent.click(await screen.findByLabelText(/^Gamma too/))
    const gamma = (await screen.findByText('Gamma', { selector: 'th span' })).closest('tr')
    const request = { unit: 'character', statistics: 'gamma' }
    const one = { name: 'one.csv', text: spans.split('D2')[0] ?? '' }
    const expected = spanTableAgreement(one, { name: 'lengths.csv', text: lengths }, request) as {
      all: { gamma: { value: number } }
    }
    expect(Number(gamma?.querySelector('data')?.value)).toBe(expected.all.gamma.value)
    expect(screen.getAllByText('Unitizing alpha (uα)').length).toBeGreaterThan(0)
  })

  it('takes a pasted table', async () => {
    render(<Calculator connect={inline} />)
    fireEvent.change(screen.getByLabelText(/The table with its header/), {
      target: { value: 'C01\tC02\n1\t1\n0\t1\n' },
    })
    await userEvent.click(screen.getByText('Use this table'))
    expect(await screen.findByText('pasted.csv')).not.toBeNull()
    expect(await rowOf(/^Positive specific agreement/)).not.toBeNull()
  })

  it('takes dropped files', async () => {
    render(<Calculator connect={inline} />)
    fireEvent.drop(screen.getByRole('region', { name: 'Your table' }), {
      dataTransfer: { files: [csv('units.csv', units)] },
    })
    expect(await rowOf(/^Krippendorff’s alpha/)).not.toBeNull()
  })

  it.each(['sentences coded by three', 'spans marked by two'])(
    'computes the example “%s”',
    async (example) => {
      render(<Calculator connect={inline} />)
      await userEvent.click(screen.getByRole('button', { name: example }))
      expect(await screen.findByText(/figures in/, {}, { timeout: 20_000 })).not.toBeNull()
      const { violations } = await axe.run(document.body, { rules })
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    },
    30_000,
  )

  it('can be cancelled, and computes the next table afterwards', async () => {
    const { connect, log } = neverAnswering()
    render(<Calculator connect={connect} />)
    await choose(csv('units.csv', units))
    expect(screen.getByRole('status').textContent).toBe('Reading the table…')
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(screen.getByRole('status').textContent).toBe('Cancelled. Nothing was computed.')
    await choose(csv('units.csv', units))
    expect(log).toEqual(['start', 'send', 'end', 'start', 'send'])
  })

  it('ends what is under way when another table is chosen', async () => {
    const { connect, log } = neverAnswering()
    render(<Calculator connect={connect} />)
    await choose(csv('one.csv', units))
    await choose(csv('two.csv', units))
    expect(log).toEqual(['start', 'send', 'end', 'start', 'send'])
  })
})
