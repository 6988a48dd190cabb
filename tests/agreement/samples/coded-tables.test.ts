import { codingStatistics } from '@/lib/agreement/coding-statistics'
import { sampleRows, sampleText, testWithSample } from '../../support/samples'

/** Published codings of units that were given, not marked: sentences and articles. */

type Row = Record<string, string>

/** One row per coder, one column per unit; null where the coder gave no value. */
function coderTable<Value>(rows: readonly Row[], [unit, coder]: [string, string], valueIn: (row: Row) => Value | null) {
  const placeOf = (names: readonly (string | undefined)[]) =>
    new Map([...new Set(names)].map((name, place) => [name, place]))
  const units = placeOf(rows.map((row) => row[unit]))
  const coders = placeOf(rows.map((row) => row[coder]))
  const table = Array.from(coders, () => Array.from(units, (): Value | null => null))
  for (const row of rows) {
    const own = table[coders.get(row[coder]) ?? -1]
    if (own) own[units.get(row[unit]) ?? -1] = valueIn(row)
  }
  return { table }
}

const opinions = ['Entirely factual', 'Somewhat factional but also opinionated', 'Expresses wleter´s opinion']

const babe = () => sampleRows('babe/SG1_labels.csv')
const sentences: [string, string] = ['sentence_id', 'annotator_id']

testWithSample('babe', 'eight experts on media bias agree at the published alpha of .39', () => {
  const bias = coderTable(babe(), sentences, (row) => row.label_bias || null)
  expect(codingStatistics.krippendorff_alpha(bias).value).toBeCloseTo(0.3881, 4)
})

testWithSample(
  'babe',
  'their three degrees of opinion agree at .46 as an interval, as published, less as an order',
  () => {
    const opinion = coderTable(babe(), sentences, ({ label_opinion = '' }) => {
      const degree = opinions.indexOf(label_opinion)
      return degree < 0 ? null : degree
    })
    const alpha = (metric: string) => codingStatistics.krippendorff_alpha(opinion, { metric }).value
    expect(alpha('interval')).toBeCloseTo(0.4552, 4)
    expect(alpha('ordinal')).toBeCloseTo(0.4465, 4)
    expect(alpha('nominal')).toBeCloseTo(0.2982, 4)
  },
)

testWithSample(
  'narrative-framing',
  'each question on narrative frames has its alpha, and none where all said the same',
  () => {
    const rows = sampleRows('narrative-framing/labels_long.csv')
    const expected: Record<string, number | null> = JSON.parse(sampleText('narrative-framing/our_nominal_alpha.json'))
    expect(Object.keys(expected)).toHaveLength(23)
    for (const [question, alpha] of Object.entries(expected)) {
      const answers = coderTable(
        rows.filter((row) => row.question === question),
        ['article_id', 'coder'],
        (row) => row.answer ?? null,
      )
      const result = codingStatistics.krippendorff_alpha(answers)
      if (alpha === null) expect(result).toMatchObject({ value: null, undefined: 'no_variation' })
      else expect(result.value).toBeCloseTo(alpha, 4)
    }
  },
)
