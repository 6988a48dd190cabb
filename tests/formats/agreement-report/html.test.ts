import { parseHTML } from 'linkedom'
import { agreementHtml } from '@/lib/formats/agreement-report/html'
import { hero, reportedStudy, voice } from './reported-study'

const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><title>Forest</title></svg>'
const figure = { title: 'Alpha of each code', description: 'Hero: .859', svg }

const figureOf = (value: number | null) =>
  value === null ? ({ value, undefined: 'no_variation' } as const) : { value }

const page = (...about: Parameters<typeof agreementHtml>) => parseHTML(agreementHtml(...about)).document

describe('the report as one document', () => {
  const document = page(reportedStudy(), { figures: { variables: [figure] } })

  it('has every section that has data, in the order of the method', () => {
    const sections = [...document.querySelectorAll('section')].map(({ id }) => id)
    expect(sections).toEqual(
      'warnings variables unitizing ladder attributes confusions disagreements pairs coders drift recoded documents sensitivity methods reproduce'.split(
        ' ',
      ),
    )
  })

  it('has what was recoded in both layers, and says what it is not', () => {
    const section = document.querySelector('#recoded')
    expect(section?.textContent).toContain('3 codings of 2 documents were reopened and handed in again.')
    expect(section?.textContent).toContain('no evidence of reliability')
    const cells = [...(section?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    )
    expect(cells).toEqual([
      ['Hero', '.600', '[.400, .700]', '.800', '[.600, .900]', '+.200', '85.0', '95.0', '20', '20'],
      ['C02: 2 recoded documents, 1 to 16 days after the first submission'],
      ['Hero', '.750', '[.550, .850]', '90.0', '20'],
    ])
  })

  it('leaves out what has no data, and shows no empty table', () => {
    const bare = reportedStudy({
      ...{ attributes: [], confusions: [], drift: [], sensitivity: [], ladder: [], warnings: [] },
      ...{ marginals: [], withoutCoder: [], unitizing: { families: [], codes: [] } },
      disagreements: { words: 0, pairWords: 0, rows: [] },
      recoded: null,
    })
    const sections = [...page(bare).querySelectorAll('section')].map(({ id }) => id)
    expect(sections).toEqual(['variables', 'pairs', 'documents', 'methods', 'reproduce'])
    expect([...page(bare).querySelectorAll('tbody')].every((body) => body.children.length > 0)).toBe(true)
  })

  it('begins with what the figures rest on, and with what must be known before they are read', () => {
    const head = document.querySelector('header')?.textContent ?? ''
    for (const fact of [
      'Harbour reform',
      'version 1.2.0',
      'C01, C02',
      '12 submitted by two',
      '3 with fewer',
      'seed 42',
    ]) {
      expect(head).toContain(fact)
    }
    expect(document.querySelector('#warnings')?.textContent).toContain('Only few documents.')
  })

  it('says several warnings of one kind in one line before the figures, and in full under their kind at the end', () => {
    const provisional = ['Hero: too few.', 'Ally: too few.'].map((message) => ({
      kind: 'provisional' as const,
      message,
    }))
    const warnings = [{ kind: 'few_documents' as const, message: 'Only few documents.' }, ...provisional]
    const warned = page(reportedStudy({ warnings }))
    expect([...warned.querySelectorAll('#warnings li')].map((line) => line.textContent)).toEqual([
      'Only few documents.',
      'Variables whose verdict is provisional for want of units: 2',
    ])
    expect(warned.querySelector('#all-warnings h3')?.textContent).toContain('provisional for want of units')
    expect([...warned.querySelectorAll('#all-warnings li')].map((line) => line.textContent)).toEqual([
      'Hero: too few.',
      'Ally: too few.',
    ])
  })

  it('names the metric over the pairs of coders of variables that share their label', () => {
    const counts = (['interval', 'ratio'] as const).map((level) => ({ ...hero, kind: 'count' as const, level }))
    const headings = page(reportedStudy({ variables: counts })).querySelectorAll('#pairs .group th')
    expect([...headings].map(({ textContent }) => textContent)).toEqual([
      'Annotations per document (interval)',
      'Annotations per document (ratio)',
    ])
  })

  it('leaves out of the further coefficients what has none of them: a row of blanks tells nobody anything', () => {
    const none = { value: null, undefined: 'not_categories' as const }
    const blank = {
      ...{ positiveAgreement: none, negativeAgreement: none, scottPi: none, fleissKappa: none, brennanPrediger: none },
    }
    const count = { ...hero, ...blank, kind: 'count' as const, label: 'Heroes', level: 'ratio' as const }
    const [, further] = page(reportedStudy({ variables: [{ ...hero, scottPi: none }, count] })).querySelectorAll(
      '#variables table',
    )
    expect([...(further?.querySelectorAll('tbody th') ?? [])].map(({ textContent }) => textContent)).toEqual(['Hero'])
    expect(further?.querySelector('thead')?.textContent).not.toContain('Scott')
    expect(further?.querySelector('thead')?.textContent).toContain('PSA')
  })

  it('names the values of an attribute as the codebook does', () => {
    const headings = [...document.querySelectorAll('#attributes table')].map((table) =>
      [...table.querySelectorAll('thead th')].map(({ textContent }) => textContent),
    )
    expect(headings[1]).toEqual(['', 'The author', 'Quoted others', 'none'])
  })

  it('lists the documents on which coders agree least, with the code and where all are', () => {
    const alphas = [null, 0.9, 0.2]
    const documents = Array.from({ length: 40 }, (_, i) => ({
      ...{
        documentId: `D00${i + 10}`,
        stratum: '',
        coders: i === 2 ? 'abcdefghi'.split('') : ['C01', 'C02'],
        units: 10,
      },
      codes: [{ code: 'hero', alpha: figureOf(alphas[i] ?? 0.95), percent: { value: 0.5 }, positives: 3 }],
    }))
    const section = page(reportedStudy({ byDocument: documents })).querySelector('#documents')
    const rows = [...(section?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    )
    expect(rows).toHaveLength(30)
    expect(rows[0]).toEqual(['D0012', '9 coders', 'Hero', '.200', '50.0', '3', '10'])
    expect(rows[1]?.[0]).toBe('D0011')
    expect(section?.querySelector('.notes')?.textContent).toContain('The first 30 of 40 documents.')
    expect(section?.querySelector('.notes')?.textContent).toContain('irr_by_doc.csv')
  })

  it('has the text on which coders agree least, and says where the others are', () => {
    const spans = [{ code: 'hero', start: 3, end: 9 }]
    const coders = ['C01', 'C02'].map((coder) => ({ coder, spans }))
    const text = { documentId: 'D0002', title: 'A <quiet> quay', length: 1200, coders }
    const shown = page(reportedStudy(), { text, figures: { text: [figure] } }).querySelector('#text')
    expect(shown?.querySelectorAll('img')).toHaveLength(1)
    const said = shown?.querySelector('p')?.textContent?.replace(/\s+/g, ' ')
    expect(said).toMatch(/^D0002, A <quiet> quay, 1,200 characters: .* every other text .*annotations\.csv/)
    const silent = page(reportedStudy(), { text: { ...text, coders: [] } }).querySelector('#text')
    expect(silent?.textContent).toContain('Nobody marked anything in it.')
  })

  it('says what was asked for', () => {
    const asked = page(reportedStudy({ filters: { round: 2, codes: ['hero'], targets: ['Sela Marrin'] } }))
    expect(asked.querySelector('header')?.textContent).toContain('round 2; codes hero; targets Sela Marrin')
  })

  it('gives every row as many cells as its table has columns, with a header for row and columns', () => {
    for (const table of document.querySelectorAll('table')) {
      const columns = table.querySelectorAll('thead th[scope=col]').length
      expect(table.querySelector('caption')?.textContent).not.toBe('')
      for (const row of table.querySelectorAll('tbody tr:not(.group)')) {
        expect(row.children).toHaveLength(columns)
        expect(row.querySelectorAll('th[scope=row]')).toHaveLength(1)
      }
    }
  })

  it('names each kind of variable over its rows, across the table', () => {
    const grouped = page(reportedStudy({ variables: [hero, { ...hero, kind: 'count', level: 'ratio' }] }))
    const headings = [...grouped.querySelectorAll('#variables .group th')]
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'Code is present in the unit (nominal)',
      'Annotations per document (ratio)',
    ])
    expect(headings.map((heading) => heading.getAttribute('colspan'))).toEqual(['11', '11'])
    expect(document.querySelector('#variables .group')).toBeNull()
  })

  it('marks what is undefined, with the reason under the table', () => {
    const table = document.querySelector('#variables .table')
    const marks = new Set([...(table?.querySelectorAll('tbody sup') ?? [])].map(({ textContent }) => textContent))
    const notes = [...(table?.querySelectorAll('.notes sup') ?? [])].map(({ textContent }) => textContent)
    expect(notes).toEqual([...marks])
    expect(table?.querySelector('.notes')?.textContent).toContain('Every value is the same')
  })

  it('needs nothing from elsewhere and runs nothing', () => {
    const text = agreementHtml(reportedStudy(), { figures: { variables: [figure] } })
    expect(document.querySelectorAll('script, link, iframe, object, [src]:not(img)')).toHaveLength(0)
    expect([...document.querySelectorAll('img')].map(({ src }) => src.slice(0, 19))).toEqual(['data:image/svg+xml,'])
    expect(text).not.toMatch(/url\(|@import|https?:\/\/(?!www\.w3\.org)/)
  })

  it('has the checksum of each table beside its name, where there is one', () => {
    const checksums = new Map([['irr_summary.csv', 'ab'.repeat(32)]])
    const lines = [...page(reportedStudy(), { checksums }).querySelectorAll('#reproduce li')]
    const withSum = lines.filter((line) => line.querySelector('.sum'))
    expect(withSum.map((line) => line.querySelector('code')?.textContent)).toEqual(['irr_summary.csv'])
    expect(withSum[0]?.querySelector('.sum')?.textContent).toBe('ab'.repeat(32))
    expect(document.querySelector('#reproduce')?.textContent).not.toContain('SHA-256')
  })

  it('shows figures as images that say what is to be seen', () => {
    const image = document.querySelector('#variables img')
    expect(image?.getAttribute('alt')).toBe('Hero: .859')
    expect(decodeURIComponent(image?.getAttribute('src') ?? '')).toBe(`data:image/svg+xml,${svg}`)
    expect(document.querySelector('#variables figcaption')?.textContent).toBe('Alpha of each code')
  })

  it('shows the first rows of a table that is too long for paper, and says where the others are', () => {
    const [row] = reportedStudy().sensitivity
    const many = page(reportedStudy({ sensitivity: Array.from({ length: 1200 }, () => row).flatMap((it) => it ?? []) }))
    expect(many.querySelectorAll('#sensitivity tbody tr')).toHaveLength(300)
    expect(many.querySelector('#sensitivity .notes')?.textContent).toContain('first 300 of 1,200 rows')
    expect(many.querySelector('#sensitivity .notes')?.textContent).toContain('irr_sensitivity.csv')
  })
})

describe('what people wrote', () => {
  const evil = '</td><script>alert("x")</script>&amp;\u202e'

  it('is text wherever it stands, and keeps its direction to itself', () => {
    const confusion = { values: [evil], valuesLeftOut: 2, counts: [[1]] }
    const report = reportedStudy({
      ...{ study: { title: evil }, codebook: { title: evil, version: '1.0.0' }, variables: [{ ...hero, label: evil }] },
      ...{ attributes: [{ ...voice, label: evil, confusion }], warnings: [{ kind: 'provisional', message: evil }] },
    })
    const document = page(report, { figures: { ladder: [{ title: evil, svg }] } })
    expect(document.querySelectorAll('script')).toHaveLength(0)
    expect(document.querySelector('title')?.textContent).toBe(`Agreement report: ${evil}`)
    const isolated = [...document.querySelectorAll('bdi')].filter(({ textContent }) => textContent === evil)
    expect(isolated.length).toBeGreaterThan(5)
    expect(document.querySelector('#ladder img')?.getAttribute('alt')).toBe(evil)
  })
})
