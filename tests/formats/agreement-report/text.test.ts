import { tableApa } from '@/lib/formats/agreement-report/apa'
import { tableLatex } from '@/lib/formats/agreement-report/latex'
import { methodsParagraph } from '@/lib/formats/agreement-report/methods'
import { ally, hero, reportedStudy, voice } from './reported-study'

const count = { ...hero, kind: 'count', level: 'ratio', unit: 'document', label: 'Hero, count' } as const
const low = { ...hero, label: 'Victim', alpha: { ...hero.alpha, value: 0.482 } }
const { header } = reportedStudy()

describe('Table 1 as plain text', () => {
  const lines = tableApa(reportedStudy()).split('\n')

  it('has number, title, rules, rows and notes, in columns that line up', () => {
    expect(lines[0]).toBe('Table 1')
    expect(lines[1]).toBe('Agreement of 2 Coders on 12 Documents: Harbour reform')
    const [head = '', heroRow = '', allyRow = ''] = [lines[4], lines[6], lines[7]]
    expect(head.split(/ {2,}/)).toEqual([
      'Variable',
      'Unit',
      'n',
      'Prev. %',
      '%',
      'α',
      '95% CI',
      'P(α < .667)',
      'κ',
      'AC1',
      'Verdict',
    ])
    expect(heroRow.split(/ {2,}/)).toEqual([
      'Hero',
      'sentence',
      '120',
      '17.9',
      '95.8',
      '.859',
      '[.812, .904]',
      '< .001',
      '.858',
      '.941',
      'meets',
    ])
    for (const column of ['Unit', 'Verdict']) {
      const place = head.indexOf(column)
      expect([heroRow[place - 1], allyRow[place - 1]]).toEqual([' ', ' '])
      expect([heroRow[place], allyRow[place]]).not.toContain(' ')
    }
  })

  it('marks what is undefined, and says why below', () => {
    expect(lines[7]).toMatch(/^Ally .* —ᵃ .* —ᶜ +1\.000 +not computable, provisional$/)
    expect(lines).toContain('ᵃ Every value is the same, so the data cannot show whether coders agree beyond chance.')
  })

  it('names what the figures rest on: metric, samples, seed, version, the house rule', () => {
    const note = lines.find((line) => line.startsWith('Note.'))
    for (const part of ['(nominal)', '2,000 bootstrap samples', 'seed 42', 'version 1.2.0', 'house rule', 'Ally 560']) {
      expect(note).toContain(part)
    }
  })

  it('says which minimum each verdict is on', () => {
    const variables = [hero, count, { ...hero, label: 'Victim', alphaMin: 0.667 }]
    expect(tableApa(reportedStudy({ variables }))).toContain('The minimum is .800; for Victim .667.')
    expect(tableApa(reportedStudy())).toContain('The minimum is .800.')
  })

  it('says of sets, ranks and numbers that percent, kappa and AC1 take values as equal or not', () => {
    const said = 'count values, also sets and ranks, as equal or not'
    expect(tableApa(reportedStudy())).not.toContain(said)
    expect(tableApa(reportedStudy({ variables: [hero, count] }))).toContain(said)
  })

  it('groups variables by what they say of which unit, where they differ', () => {
    const grouped = tableApa(reportedStudy({ variables: [hero, count, ally] })).split('\n')
    const at = (line: string) => grouped.findIndex((other) => other.startsWith(line))
    expect(at('Code is present')).toBeLessThan(at('  Ally'))
    expect(at('  Ally')).toBeLessThan(at('Annotations per document'))
    expect(at('Annotations per document')).toBeLessThan(at('  Hero, count'))
    expect(grouped[at('Annotations per document')]).toBe('Annotations per document (ratio)')
  })

  it('keeps its columns where names have marks and line breaks', () => {
    const named = ['Jose\u0301', 'a\nb'].map((label) => ({ ...hero, label }))
    const rows = tableApa(reportedStudy({ variables: named }))
      .split('\n')
      .slice(6, 8)
    const places = rows.map((row) => row.normalize('NFC').indexOf('sentence'))
    expect(places).toEqual([10, 10])
  })

  it('says that there are no intervals where nothing was drawn', () => {
    expect(tableApa(reportedStudy({ header: { ...header, replicates: 0 } }))).toContain('there are no intervals')
  })
})

describe('Table 1 for LaTeX', () => {
  it('gives every row one cell per column between the rules of booktabs', () => {
    const latex = tableLatex(reportedStudy())
    const body = latex.slice(latex.indexOf('\\toprule'), latex.indexOf('\\bottomrule'))
    const rows = body.split('\n').filter((line) => line.endsWith('\\\\') && !line.includes('multicolumn'))
    expect(rows.map((row) => row.split(' & ').length)).toEqual([11, 11, 11])
  })

  it('sets statistical symbols in italics', () => {
    const latex = tableLatex(reportedStudy())
    for (const heading of ['\\emph{n}', '\\emph{P}($\\alpha$', '95\\% CI']) expect(latex).toContain(heading)
  })

  it('lets nothing that a person wrote be a command', () => {
    const label = '50% of \\input{x} & $y_1$ #2 ~^ {z}'
    expect(tableLatex(reportedStudy({ variables: [{ ...hero, label }] }))).toContain(
      '50\\% of \\textbackslash{}input\\{x\\} \\& \\$y\\_1\\$ \\#2 \\textasciitilde{}\\textasciicircum{} \\{z\\} &',
    )
  })
})

describe('the methods paragraph', () => {
  it('says what the report knows, of every variable with its metric and units', () => {
    const paragraph = methodsParagraph(reportedStudy({ variables: [hero, count] }))
    for (const part of [
      ...['Two coders', 'the codebook “Framing”, version 1.2.0', '12 documents ([share] %; 120 sentences)', 'seed 42'],
      ...['2,000 bootstrap samples', 'Hero (nominal; 120 sentences), α = .859 [.812, .904], 95.8 % agreement'],
      ...[
        '[Name from Table 1 the framings, counts',
        '|uα = .712 [.662, .762] (Characters)',
        'No computed α was below .667',
      ],
    ]) {
      expect(paragraph).toContain(part)
    }
  })

  it('leaves brackets for what only the researchers know, and invents nothing', () => {
    const paragraph = methodsParagraph(reportedStudy())
    for (const blank of ['[number of sessions and hours]', '[share] %', '[how, and which share of them]', '[link]']) {
      expect(paragraph).toContain(blank)
    }
    const known = paragraph.replace(/\[[a-z][^\]]*\]/gi, '')
    const numbers = (known.match(/\d[\d,.]*/g) ?? []).map((number) => number.replace(/[.,]+$/, ''))
    const all = '1.2.0 12 120 95 2,000 42 .859 .812 .904 95.8 17.9 19 .712 .662 .762 .667 61.0 0.1.0'.split(' ')
    expect(numbers.filter((number) => !all.includes(number) && !all.includes(`.${number}`))).toEqual([])
  })

  it('names the variables below .667, and agrees in number', () => {
    const outcome = (variables: (typeof hero)[]) => methodsParagraph(reportedStudy({ variables, attributes: [] }))
    expect(outcome([hero, low])).toContain('Victim (α below .667) was [dropped | merged | reported as tentative].')
    expect(outcome([low, { ...low, label: 'Ally' }])).toContain('Victim and Ally (α below .667) were [dropped')
  })

  it('tells apart the metrics of a variable that stands under several, and labels with commas', () => {
    const interval = { ...count, level: 'interval' } as const
    const ratio = { ...count, alpha: { ...hero.alpha, value: 0.5 } }
    const variables = [low, interval, ratio, { ...low, label: 'Hero × Orlo, author’s voice' }]
    expect(methodsParagraph(reportedStudy({ variables, attributes: [] }))).toContain(
      'Victim; Hero, count (ratio); Hero × Orlo, author’s voice (α below .667) were [dropped',
    )
  })

  it('prints the match rate of an attribute beside its alpha', () => {
    expect(methodsParagraph(reportedStudy())).toContain(
      'Voice (nominal; 19 matched pairs, 61.0 % of the annotations had a partner), α =',
    )
  })

  it('names the variables without alpha, with the reason', () => {
    expect(methodsParagraph(reportedStudy())).toContain(
      'α could not be computed for Ally (every value is the same, so the data cannot show',
    )
  })

  it('says of one document and one coder that it is one', () => {
    const one = { ...header, coders: ['C01'], documents: 1 }
    expect(methodsParagraph(reportedStudy({ header: one }))).toMatch(/^One coder, .* 1 document .* was coded/)
  })

  it('claims no figure where no document has two coders', () => {
    const none = { ...header, documents: 0 }
    const paragraph = methodsParagraph(reportedStudy({ header: none, variables: [ally], attributes: [voice] }))
    expect(paragraph).toContain('No document was coded by two coders')
    expect(paragraph).not.toContain('α =')
  })
})
