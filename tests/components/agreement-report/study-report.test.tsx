import { render, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { renderToStaticMarkup } from 'react-dom/server'
import { StudyReport } from '@/components/agreement-report/study-report'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { coefficientText, countText, percentText } from '@/lib/formats/agreement-report/numbers'
import { exampleReport } from '../../agreement/report/studies'
import { shownReport } from './shown-report'

const full = shownReport()
const html = renderToStaticMarkup(<StudyReport report={full} />)

/** The page as the server sends it, without a script having run. */
function show() {
  const container = document.createElement('main')
  container.innerHTML = html
  document.body.replaceChildren(container)
  return { container }
}

/** The full precision behind every figure on the page. */
const valuesOn = (container: HTMLElement) =>
  new Set(Array.from(container.querySelectorAll('data'), (data) => Number(data.value)))

const rowOf = (table: string, name: RegExp) =>
  within(screen.getByRole('table', { name: table })).getByRole('row', { name })

/** Every number under these names, at any depth. */
function valuesIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(valuesIn)
}

afterEach(() => document.body.replaceChildren())

describe('the agreement report', () => {
  it('begins with one sentence that counts the verdicts on codes', () => {
    show()
    expect(screen.getByText(/^3 codes, 3 coders, 14 documents double-coded: /)).toBeTruthy()
  })

  it('puts warnings before the figures', () => {
    show()
    const warning = screen.getAllByText(/submitted by fewer than two coders/)[0]
    const plot = screen.getByRole('figure', { name: /α of each code$/ })
    expect(plot.compareDocumentPosition(warning ?? plot) & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy()
  })

  it('puts many warnings of one kind in one line that opens', () => {
    const messages = ['Hero: the verdict is provisional.', 'Villain: the verdict is provisional.']
    const warnings = messages.map((message) => ({ kind: 'provisional' as const, message }))
    render(<StudyReport report={{ ...full, warnings }} />)
    const [line] = screen.getAllByText('Variables whose verdict is provisional for want of units: 2')
    for (const message of messages) {
      expect(line?.closest('details')?.textContent).toContain(message)
    }
    expect(document.querySelector('#warnings h3')?.textContent).toContain('provisional for want of units')
    expect([...document.querySelectorAll('#warnings li')].map(({ textContent }) => textContent)).toEqual(messages)
  })

  it('leaves open what concerns all figures, and folds other kinds into one line that counts them', () => {
    const warnings = [
      { kind: 'documents_left_out' as const, message: 'Two documents were left out.' },
      { kind: 'no_width' as const, message: 'Hero: no width.' },
      ...['Hero', 'Villain'].map((label) => ({ kind: 'provisional' as const, message: `${label}: provisional.` })),
    ]
    render(<StudyReport report={{ ...full, warnings }} />)
    expect(screen.getByText('Two documents were left out.').closest('details')).toBeNull()
    const fold = screen.getByText('3 more warnings of 2 kinds').closest('details')
    expect(fold?.open).toBe(false)
    expect(fold?.textContent).toContain('Hero: no width.')
    const onPaper = screen.getAllByText('Hero: no width.').find((line) => !line.closest('details'))
    expect(onPaper?.closest('.hidden')?.className).toContain('print:block')
  })

  it('folds nothing away for one kind of warnings alone', () => {
    render(<StudyReport report={{ ...full, warnings: [{ kind: 'no_width', message: 'Hero: no width.' }] }} />)
    expect(screen.getByText('Hero: no width.').closest('details')).toBeNull()
    expect(screen.getByText('Hero: no width.').closest('.hidden')).toBeNull()
  })

  it('shows verdict, alpha with interval, percent, n and prevalence of each code in Table 1', () => {
    show()
    const hero = full.variables.find(({ key }) => key === 'hero')
    const cells = within(rowOf('Table 1. Agreement on each code', /^Hero/)).getAllByRole('cell')
    const texts = cells.map((cell) => cell.textContent?.trim())
    const { alpha, percent, prevalence, units } = hero ?? fail('no hero')
    expect(texts[1]).toContain(coefficientText(alpha.value ?? Number.NaN))
    expect(texts[1]).toContain(coefficientText(alpha.interval.low ?? Number.NaN))
    expect(texts.slice(2)).toEqual([
      percentText(percent.value ?? Number.NaN),
      countText(units),
      percentText(prevalence.value ?? Number.NaN),
    ])
  })

  it('names the values of an attribute as the codebook does, and those it does not list as they are', () => {
    show()
    const table = screen.getByRole('table', { name: /author's stance: values of two coders/ })
    const values = [...table.querySelectorAll('tbody th')].map(({ textContent }) => textContent)
    expect(values).toEqual(['Takes it as own', 'Turns against it', 'relays'])
  })

  it('says which verdicts are provisional and how many units they need', () => {
    const { container } = show()
    const needed = full.variables.find(({ provisional }) => provisional)?.provisional?.unitsNeeded ?? Number.NaN
    expect(container.textContent).toContain(`provisional: below ${countText(needed)} units`)
  })

  it.each([
    [
      'coefficients of variables',
      ({ variables }: StudyAgreement) =>
        variables.map(({ kappa: _, alphaMin: __, positives, prevalence, ...rest }) => [
          rest,
          rest.kind === 'code_presence' ? [positives, prevalence] : [],
        ]),
    ],
    [
      'unitizing',
      ({ unitizing }: StudyAgreement) => [
        unitizing.families,
        unitizing.codes.map(({ starts: _, ends: __, ...rest }) => rest),
      ],
    ],
    ['ladder', ({ ladder }: StudyAgreement) => ladder],
    ['disagreements', ({ disagreements }: StudyAgreement) => disagreements.rows.map(({ differences }) => differences)],
    ['confusions', ({ confusions }: StudyAgreement) => confusions.map(({ counts }) => counts)],
    [
      'pairs of coders',
      ({ variables }: StudyAgreement) =>
        variables.filter(({ kind }) => kind === 'code_presence').map(({ kappa }) => kappa.pairs),
    ],
    ['marginals', ({ marginals }: StudyAgreement) => marginals.map(({ limits: _, ...rest }) => rest)],
    ['alpha without a coder', ({ withoutCoder }: StudyAgreement) => withoutCoder],
    ['sensitivity', ({ sensitivity }: StudyAgreement) => sensitivity],
    [
      'drift',
      ({ drift }: StudyAgreement) => drift.map(({ points }) => points.map(({ alpha, interval }) => [alpha, interval])),
    ],
  ])('shows every figure of its %s', (_, part) => {
    const { container } = show()
    const shown = valuesOn(container)
    const probabilities = new Set(full.variables.flatMap(({ alpha }) => alpha.undefinedShare ?? []))
    const missing = valuesIn(part(full)).filter((value) => !shown.has(value) && !probabilities.has(value))
    expect(missing).toEqual([])
  })

  it('gives every undefined figure a dash that leads to its reason in text', () => {
    const { container } = show()
    const dashes = container.querySelectorAll('a[href^="#why-"]')
    expect(dashes.length).toBeGreaterThan(0)
    for (const dash of dashes) {
      const note = document.getElementById(dash.getAttribute('href')?.slice(1) ?? '')
      expect(note?.textContent).toContain(dash.getAttribute('title'))
    }
    expect(container.textContent).not.toMatch(/NaN|\[object|undefined_/)
  })

  it('gives each reason a letter for paper, where no dash can be followed, and prints it with the dash', () => {
    const { container } = show()
    const notes = [...container.querySelectorAll('#undefined li')]
    const letters = notes.map((note) => note.querySelector('sup')?.textContent)
    expect(letters).toEqual(letters.map((_, place) => String.fromCharCode(97 + place)))
    const rules = container.querySelector('#undefined style')?.textContent
    for (const [place, note] of notes.entries()) {
      expect(rules).toContain(`.why[href="#${note.id}"]::after{content:"${letters[place]}"}`)
    }
  })

  it('names the study and what is reported on paper, which has no bar above the page and no form', () => {
    const { container } = render(<StudyReport report={{ ...full, filters: { ...full.filters, round: 1 } }} />)
    const onPaper = [...container.querySelectorAll('p.hidden')].map(({ textContent }) => textContent)
    expect(onPaper).toContain(full.study.title)
    expect(onPaper.find((line) => line?.startsWith('What is reported: '))).toContain('round 1')
  })

  it('has a plot with its table behind it in every section that has plots', () => {
    show()
    for (const section of ['unitizing', 'ladder', 'confusions', 'pairs', 'time']) {
      const figure = document.querySelector(`#${section} figure`)
      expect([
        section,
        figure?.querySelectorAll('svg').length,
        figure?.querySelectorAll('details table').length,
      ]).toEqual([section, 2, 1])
    }
  })

  it('lists its parts, each with something under its heading', () => {
    show()
    const links = within(screen.getByRole('navigation', { name: 'Contents of the report' })).getAllByRole('link')
    for (const link of links) {
      const section = document.querySelector(link.getAttribute('href') ?? '')
      expect(section?.querySelector('h2')?.textContent).toBe(link.textContent)
      expect(section?.querySelector('table, dl, ul, figure, textarea')).toBeTruthy()
    }
  })

  it('leaves out parts that have nothing to show', () => {
    render(
      <StudyReport
        report={{
          ...full,
          attributes: [],
          drift: [],
          confusions: [],
          disagreements: { words: 0, pairWords: 0, rows: [] },
          sensitivity: [],
          marginals: [],
          withoutCoder: [],
        }}
      />,
    )
    for (const heading of [
      'Attributes of matched annotations',
      'Over time',
      'Codes confused',
      'How coders disagree',
      'Sensitivity',
      'Each coder',
    ]) {
      expect(screen.queryByRole('heading', { name: heading })).toBeNull()
    }
  })

  it('leads from each document to the text with all of its coders', () => {
    show()
    const table = within(screen.getByRole('table', { name: 'Documents' }))
    const [first] = table.getAllByRole<HTMLAnchorElement>('link', { name: /^D\d/ })
    expect(first?.getAttribute('href')).toBe(`/studies/${full.study.id}/agreement?document=${first?.textContent}#text`)
  })

  it('says what to wait for when no document was submitted by two coders, and shows no figures', () => {
    render(<StudyReport report={shownReport(exampleReport({ documents: [] }))} />)
    expect(screen.getByText(/No document has been submitted by two coders yet/)).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByRole('figure')).toBeNull()
  })

  it('says so when all was submitted under another version of the codebook', () => {
    const message =
      '4 submitted codings use another version of the codebook than 2.0.0 and are left out of every figure.'
    const empty = exampleReport({ documents: [], codingsOfOtherVersions: 4 })
    render(
      <StudyReport
        report={shownReport({ ...empty, warnings: [{ kind: 'other_codebook_version', message }, ...empty.warnings] })}
      />,
    )
    expect(screen.getAllByText(message)[0]).toBeTruthy()
    expect(screen.getByText(/by two coders under this version of the codebook yet/)).toBeTruthy()
  })

  it('says what the figures rest on', () => {
    show()
    const facts = document.querySelector('#basis')?.textContent
    for (const fact of [
      'Port reform in Zorbaland',
      'version 1.2.0',
      'revision 0',
      'seed 20260101',
      '200 samples',
      '2 strata',
      '2026-03-01 09:30 UTC',
      '0.1.0',
      'f00d',
    ]) {
      expect(facts).toContain(fact)
    }
  })

  it('links every table, the JSON, the HTML and the scripts with what was asked for', () => {
    render(
      <StudyReport report={{ ...full, filters: { coders: ['C01', 'C03'], targets: ['Port Authority, Zorba'] } }} />,
    )
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#reproduce a[download]')]
    expect(links.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([
        'irr_summary.csv',
        'irr_draws.csv',
        'irr_pairwise.csv',
        'recompute.R',
        'recompute.py',
        'SHA256SUMS',
      ]),
    )
    for (const link of links) {
      const query = new URL(link.href, 'http://localhost').searchParams
      expect(query.getAll('coders')).toEqual(['C01', 'C03'])
      expect(query.getAll('targets')).toEqual(['Port Authority, Zorba'])
      expect(query.get('seed')).toBe('20260101')
    }
  })

  it('shows labels as text whatever they are made of', () => {
    const label = '<img src=x onerror=alert(1)>'
    const rename = <Row extends { label: string }>(rows: Row[]) => rows.map((row) => ({ ...row, label }))
    const report = {
      ...full,
      variables: rename(full.variables),
      ladder: rename(full.ladder),
      drift: rename(full.drift),
    }
    const { container } = render(<StudyReport report={report} />)
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).toContain(label)
  })

  it('is whole without a script: the server renders all of it', () => {
    expect(html).toContain('Table 1')
    expect(html).toContain('<svg')
    expect(html).not.toContain('NaN')
  })

  it('has no fault that an accessibility checker finds', async () => {
    const { container } = show()
    for (const details of container.querySelectorAll('details')) details.open = true
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})

function fail(message: string): never {
  throw new Error(message)
}
