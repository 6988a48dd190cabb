import { render, screen, within } from '@testing-library/react'
import { OneTextSection } from '@/components/agreement-report/one-text-section'
import { textAddress } from '@/components/agreement-report/report-files'
import type { CodedText } from '@/lib/formats/agreement-report/coded-text'
import { shownReport } from './shown-report'

const report = shownReport()
const text: CodedText = {
  ...{ documentId: 'D0003', title: 'Harbour strike enters third week', length: 1200 },
  coders: [
    {
      coder: 'C01',
      spans: [
        { code: 'hero', start: 40, end: 90 },
        { code: 'hero', start: 0, end: 12 },
      ],
    },
    { coder: 'C02', spans: [] },
    { coder: 'C09', spans: [{ code: 'hero', start: 5, end: 9 }] },
  ],
}
const show = (shown = text, of = report) =>
  render(<OneTextSection text={shown} report={of} nameOf={(code) => code.toUpperCase()} />)

describe('one text with all of its coders', () => {
  it('shows the spans of every coder of the report, also of one who marked nothing', () => {
    show()
    const plot = screen.getByRole('figure', { name: /D0003/ }).querySelector('svg')
    const words = [...(plot?.querySelectorAll('text') ?? [])].map((it) => it.textContent)
    expect(words).toEqual(expect.arrayContaining(['HERO', 'C01', 'C02', '1,200']))
    expect(words).not.toContain('C09')
  })

  it('lists the spans behind the plot in the order of the text', () => {
    show()
    const [, ...rows] = within(screen.getByRole('table', { name: 'D0003', hidden: true })).getAllByRole('row', {
      hidden: true,
    })
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['HERO', 'C01', '0', '12'],
      ['HERO', 'C01', '40', '90'],
    ])
  })

  it('says so when nobody marked anything', () => {
    show({ ...text, coders: [{ coder: 'C01', spans: [] }] })
    expect(screen.getByText('Nobody marked anything in this text.')).toBeTruthy()
    expect(screen.queryByRole('figure')).toBeNull()
  })

  it('lets the reader pick another document and keeps what the report is about', () => {
    show(text, { ...report, filters: { coders: ['C01', 'C02'], seed: 7 } })
    const form = document.querySelector('form')
    expect(form?.getAttribute('action')).toBe(`/studies/${report.study.id}/agreement#text`)
    expect([...new FormData(form ?? undefined)]).toEqual([
      ...[
        ['coders', 'C01'],
        ['coders', 'C02'],
        ['seed', '7'],
      ],
      ['document', 'D0003'],
    ])
  })

  it('has an address of its own', () => {
    expect(textAddress('S1', { seed: 7 }, 'D0003')).toBe('/studies/S1/agreement?seed=7&document=D0003#text')
  })
})
