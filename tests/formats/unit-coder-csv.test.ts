import { parse } from 'csv-parse/sync'
import { coincidences } from '@/lib/agreement/coincidences'
import { krippendorffAlpha } from '@/lib/agreement/krippendorff-alpha'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import { composeReport } from '@/lib/agreement/report/compose'
import { codebookSchema } from '@/lib/coding/codebook'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import type { UnitAnnotation } from '@/lib/coding/units'
import { unitCoderColumns, unitCoderHeader, unitCoderLines } from '@/lib/formats/unit-coder-csv'
import { documentOf, on, submitted } from '../coding/unit-studies'

const document = documentOf('Sela Marrin rose early. The harbour slept!\n\nNobody thanked her. She left.')
const codings = [
  submitted('C02', on(document, 'early. The harbour'), on(document, 'left')),
  submitted('C01', on(document, 'Sela'), on(document, 'Marrin rose'), on(document, 'her', 'victim')),
  { coder: 'C03', submitted: false, annotations: [on(document, 'Nobody')] },
]

const codebook = codebookSchema.parse({
  ...{ version: '1.0.0', title: 'Characters', families: [{ key: 'character', label: 'Characters' }] },
  codes: ['hero', 'victim'].map((key) => {
    return { key, label: key, family: 'character', colour: '#335577', pattern: 'solid' }
  }),
})

/** The annotation with what the report needs beside. */
const whole = ({ code, segments }: UnitAnnotation) => ({
  ...{ code, attributes: {}, unsure: false },
  segments: segments.map((span) => ({ part: 'span' as const, ...span })),
})

function written(level: 'sentence' | 'token' = 'sentence') {
  const csv = unitCoderHeader() + [...unitCoderLines(document, codings, ['hero', 'victim'], level)].join('')
  return parse(csv, { columns: true }) as Record<string, string>[]
}

describe('unit_coder_long.csv', () => {
  it('has a row for every unit, coder who submitted, and code, in that order', () => {
    const rows = written()
    expect(rows).toHaveLength(4 * 2 * 2)
    expect(rows.slice(0, 5).map((row) => [row.unit_id, row.coder, row.variable].join(' '))).toEqual([
      'D0001_s0001 C01 hero',
      'D0001_s0001 C01 victim',
      'D0001_s0001 C02 hero',
      'D0001_s0001 C02 victim',
      'D0001_s0002 C01 hero',
    ])
  })

  it('says what was found in the unit, and how much of it', () => {
    expect(written()[0]).toEqual({
      ...{ unit_id: 'D0001_s0001', doc_id: 'D0001', level: 'sentence', coder: 'C01', variable: 'hero' },
      ...{ value: '1', n_spans: '2', chars_coded: '15' },
    })
  })

  it('writes zeros for a coder who found nothing, and nothing for one who has not submitted', () => {
    const rows = written()
    expect(
      rows.filter(({ variable, coder, value }) => variable === 'victim' && coder === 'C02' && value === '0'),
    ).toHaveLength(4)
    expect(rows.some(({ coder }) => coder === 'C03')).toBe(false)
  })

  it("read back gives the report's alpha", () => {
    const hero = written('token').filter(({ variable }) => variable === 'hero')
    const of = (coder: string) => hero.filter((row) => row.coder === coder).map(({ value }) => Number(value))
    const [one, other] = [of('C01'), of('C02')]
    const recomputed = krippendorffAlpha(
      coincidences(
        reliabilityData(
          one.map((value, i) => [value, other[i] ?? null]),
          presence,
        ),
      ),
    )
    const annotated = codings
      .filter((coding) => coding.submitted)
      .map(({ coder, annotations }) => ({ coder, annotations: annotations.map(whole), variables: [] }))
    const report = composeReport({
      documents: [documentStatistics(document, annotated, codebook)],
      variables: [
        { key: 'hero', label: 'Hero', kind: 'code_presence', family: 'character', level: 'nominal', alphaMin: 0.8 },
      ],
      ...{ attributes: [], families: [], coders: ['C01', 'C02', 'C03'], unit: 'token', seed: 1, replicates: 10 },
    })
    expect(recomputed.value).not.toBeNull()
    expect(report.variables[0]?.alpha.value).toBeCloseTo(recomputed.value ?? 0, 12)
  })

  it('comes in pieces that can be sent one by one', () => {
    const long = documentOf('One word. '.repeat(1500))
    const pieces = [...unitCoderLines(long, [submitted('C01'), submitted('C02')], ['hero'], 'token')]
    expect(pieces.map((piece) => piece.split('\n').length - 1)).toEqual([2000, 2000, 2000])
  })

  it('documents every column', () => {
    expect(unitCoderHeader()).toBe(`${unitCoderColumns.map(({ name }) => name).join(',')}\n`)
    for (const { description } of unitCoderColumns) expect(description).not.toBe('')
  })
})
