import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import { framingKey } from '@/lib/coding/statistics/framing-key'
import { type AskedVariables, reportedVariables } from '@/lib/coding/statistics/report-variables'
import type { SubmittedAnnotations } from '@/lib/coding/statistics/submitted-annotations'
import { documentOf } from '../unit-studies'
import { codebook, coding, words } from './submitted-studies'

const document = documentOf('Sela Marrin rose early. The harbour slept!')
const meant = { polarity: 'asserted', author_stance: 'endorses', voice: 'author' }
const naming = (target: string, code = 'hero', more = {}) =>
  words(document, 'Sela', { code, attributes: { target, ...meant, ...more } })

function rows(codings: SubmittedAnnotations[], asked: AskedVariables = {}) {
  return reportedVariables(codebook, [documentStatistics(document, codings, codebook)], asked)
}

const kindsAndKeys = ({ variables }: ReturnType<typeof rows>, ...kinds: string[]) =>
  variables.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key)

describe('the rows of the report', () => {
  const some = [coding('C01', naming('Sela'), naming('Tarn', 'villain')), coding('C02', naming('Sela', 'hero'))]

  it('go from presence of codes to variables of the document', () => {
    const kinds = rows([
      { ...coding('C01', ...(some[0]?.annotations ?? [])), variables: [{ variable: 'genre', value: 'news' }] },
      coding('C02'),
    ]).variables.map(({ kind }) => kind)
    expect([...new Set(kinds)]).toEqual([
      'code_presence',
      'framing',
      'family_set',
      'family_nominal',
      'count',
      'rate',
      'derived',
      'document_variable',
    ])
  })

  it('are each told from the others by kind, level and key', () => {
    const { variables, attributes } = rows(some)
    const names = [...variables, ...attributes].map(({ kind, level, key }) => `${kind} ${level} ${key}`)
    expect(new Set(names).size).toBe(names.length)
    expect(kindsAndKeys(rows(some), 'count').slice(0, 2)).toEqual(['count:hero', 'count:hero'])
  })

  it('have their data under their key in the statistics', () => {
    const statistics = documentStatistics(document, some, codebook)
    const { variables } = reportedVariables(codebook, [statistics], {})
    for (const { kind, key } of variables) {
      const values = {
        code_presence: statistics.codes,
        framing: statistics.levels.sentence.presence,
        family_set: statistics.levels.sentence.sets,
        family_nominal: statistics.levels.sentence.sets,
        count: statistics.numbers,
        rate: statistics.numbers,
        derived: statistics.numbers,
        document_variable: statistics.variables,
        attribute: {},
      }[kind]
      expect(Object.keys(values)).toContain(key)
    }
  })

  it('take thresholds and families from the codes', () => {
    const villain = rows(some).variables.filter(
      ({ key, kind }) => key === 'villain' || (kind === 'framing' && key.startsWith('villain')),
    )
    expect(villain).toEqual([
      {
        key: 'villain',
        label: 'The villain',
        kind: 'code_presence',
        family: 'character',
        level: 'nominal',
        alphaMin: 0.667,
      },
      {
        key: framingKey({ code: 'villain', target: 'Tarn', voice: 'author' }),
        label: 'The villain × Tarn, author’s voice',
        kind: 'framing',
        family: 'character',
        level: 'nominal',
        alphaMin: 0.667,
      },
    ])
  })

  it('leave out codes that are switched off or not for spans, and families of one code', () => {
    expect(kindsAndKeys(rows(some), 'code_presence', 'family_set')).toEqual([
      'hero',
      'villain',
      'unsourced_figure',
      'sourced_figure',
      'attribution',
      'character',
      'figure',
    ])
  })

  it('are those of the codes asked for, without measures that rest on others too', () => {
    const asked = rows(some, { codes: ['hero', 'unsourced_figure', 'sourced_figure'] })
    expect(kindsAndKeys(asked, 'code_presence', 'family_set', 'derived')).toEqual([
      'hero',
      'unsourced_figure',
      'sourced_figure',
      'figure',
    ])
    expect(asked.families).toEqual([
      { key: 'character', label: 'CHARACTER', codes: [{ key: 'hero', label: 'The hero', alphaMin: 0.8 }] },
      {
        key: 'figure',
        label: 'FIGURE',
        codes: [
          { key: 'unsourced_figure', label: 'The unsourced_figure', alphaMin: 0.8 },
          { key: 'sourced_figure', label: 'The sourced_figure', alphaMin: 0.8 },
        ],
      },
    ])
  })
})

describe('targets', () => {
  const targetsOf = (codings: SubmittedAnnotations[], asked: AskedVariables = {}) =>
    rows(codings, asked)
      .variables.filter(({ kind }) => kind === 'framing')
      .map(({ label }) => label)

  it('are the three that most annotations of all coders name; ties by name', () => {
    const one = coding('C01', naming('Tarn'), naming('Sela'), naming('Brisk'))
    const other = coding('C02', naming('Tarn'), naming('Guild'))
    expect(targetsOf([one, other])).toEqual([
      'The hero × Tarn, author’s voice',
      'The hero × Brisk, author’s voice',
      'The hero × Guild, author’s voice',
    ])
  })

  it('are those asked for, with the voices somebody used', () => {
    const one = coding('C01', naming('Tarn'), naming('Sela', 'villain', { voice: 'slogan' }))
    expect(targetsOf([one, coding('C02')], { targets: ['Sela', 'Nobody'] })).toEqual([
      'The villain × Sela, others’ voice',
    ])
  })

  it('count only in documents with two coders', () => {
    expect(targetsOf([coding('C01', naming('Tarn'))])).toEqual([])
  })

  it('have a row for their framing balance where a coder has one', () => {
    const one = coding('C01', naming('Tarn'), naming('Sela', 'hero', { polarity: 'negated' }))
    expect(kindsAndKeys(rows([one, coding('C02')]), 'derived')).toEqual(['framing_balance_author:Tarn'])
  })
})

describe('variables of the document', () => {
  it('are there when somebody gave them a value, at the level of the codebook; a name is nominal', () => {
    const filled = {
      ...coding('C01'),
      variables: [
        { variable: 'valence', value: '0' },
        { variable: 'focus', value: 'Sela' },
      ],
    }
    const found = rows([filled, coding('C02')]).variables.filter(({ kind }) => kind === 'document_variable')
    const row = { kind: 'document_variable', family: '', alphaMin: 0.8 }
    expect(found).toEqual([
      { ...row, key: 'valence', label: 'Valence', level: 'ordinal', order: ['-1', '0', '1'] },
      { ...row, key: 'focus', label: 'Focus', level: 'nominal' },
    ])
  })
})

describe('attributes', () => {
  it('have one row per family, with the codes that take them', () => {
    const { attributes } = rows([], { codes: ['hero', 'villain', 'attribution'] })
    expect(attributes.map(({ key, codes }) => [key, codes])).toEqual([
      ['character:target', ['hero', 'villain']],
      ['character:voice', ['hero', 'villain']],
      ['character:author_stance', ['hero', 'villain']],
      ['character:polarity', ['hero', 'villain']],
      ['character:intensity', ['hero']],
      ['attribution:target', ['attribution']],
    ])
    expect(attributes.find(({ attribute }) => attribute === 'intensity')).toEqual({
      key: 'character:intensity',
      label: 'Intensity (CHARACTER)',
      kind: 'attribute',
      family: 'character',
      level: 'ordinal',
      order: ['1', '2'],
      alphaMin: 0.8,
      attribute: 'intensity',
      codes: ['hero'],
      valueLabels: { '1': 'Weak', '2': 'Strong' },
    })
  })
})
