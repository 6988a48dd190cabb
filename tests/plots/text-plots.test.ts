import type { CodedText } from '@/lib/formats/agreement-report/coded-text'
import { spansOfText, spansOnPaper } from '@/lib/plots/text-plots'
import { shownReport } from '../components/agreement-report/shown-report'
import { drawn } from './drawn'

const example = shownReport()

const nameOf = (code: string) => `Code ${code}`

/** So many codes and coders, every one of whom marked every code. */
function study(codes: number, coders: number) {
  const names = Array.from({ length: coders }, (_, i) => `C${i + 10}`)
  const keys = Array.from({ length: codes }, (_, i) => `k${i}`)
  const spans = keys.map((code, i) => ({ code, start: 10 * i, end: 10 * i + 5 }))
  const text: CodedText = {
    ...{ documentId: 'D0003', title: 'Harbour strike', length: 1200 },
    coders: names.map((coder) => ({ coder, spans })),
  }
  const ladder = keys.map((code) => ({ code, label: `Code ${code}`, levels: [] }))
  return { text, report: { ...example, header: { ...example.header, coders: names }, ladder } }
}

const headings = (svg: string) => drawn(svg).words.filter((word) => word.startsWith('Code '))
const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1])

describe('the plot of one text', () => {
  it('shows thirty coders of very many, and says so', () => {
    const { text, report } = study(1, 40)
    expect(spansOfText(text, report, nameOf)?.leftOut).toBe('The plot shows the first 30 of 40 coders.')
    expect(spansOfText(text, { ...report, ladder: [] }, nameOf)).toBeNull()
  })
})

describe('the same on paper', () => {
  it('is one plot where that fits a page', () => {
    const { text, report } = study(6, 3)
    const pages = spansOnPaper(text, report, nameOf)
    expect(pages.map(({ wide }) => headings(wide).length)).toEqual([6])
    expect(pages[0]?.leftOut).toBeUndefined()
  })

  it('goes on upon a second page, in the order of the codes, each no higher than a page', () => {
    const { text, report } = study(10, 6)
    const pages = spansOnPaper(text, report, nameOf)
    expect(pages.flatMap(({ wide }) => headings(wide))).toEqual(report.ladder.map(({ label }) => label))
    expect(pages).toHaveLength(2)
    // 235 mm of a plot that is 180 mm wide.
    for (const { wide } of pages) expect(heightOf(wide)).toBeLessThan((720 / 180) * 235)
  })

  it('leaves out coders and codes that two pages have no room for, and says so under the last', () => {
    const { text, report } = study(40, 12)
    const pages = spansOnPaper(text, report, nameOf)
    expect(pages.map(({ leftOut }) => leftOut)).toEqual([
      undefined,
      'The plot shows the first 6 of 12 coders and the first 12 of 40 codes.',
    ])
  })

  it('is none where nobody marked anything', () => {
    const { text, report } = study(2, 2)
    expect(spansOnPaper({ ...text, coders: [{ coder: 'C10', spans: [] }] }, report, nameOf)).toEqual([])
  })
})
