import type {
  AgreementReport,
  AttributeAgreement,
  ConfusionTable,
  LadderRow,
} from '../../agreement/report/agreement-report'
import { mostUsed } from '../../agreement/report/confusion-table'
import type { Markup } from './markup'
import { type NotedText, ReasonNotes } from './notes'
import { coefficientText, counted, countText, percentText } from './numbers'
import { printedTable } from './print-table'
import type { ReportedStudy } from './study'
import { tableOne, verdictText } from './table-one'
import { valueNames } from './value-names'
import { metricNames, unitNouns } from './words'

/** Table 1, and the coefficients it has no room for. */
export function printedVariables(report: ReportedStudy): Markup[] {
  const { title, groups, columns, ...table } = tableOne(report)
  const rows = groups.flatMap(({ name, rows: ofGroup }) => (groups.length > 1 ? [name, ...ofGroup] : ofGroup))
  const caption = `Table 1. ${title}`
  return [
    printedTable({ ...table, caption, columns, lastNumber: columns.length - 1, rows, file }),
    ...printedMore(report),
  ]
}

const file = 'irr_summary.csv'

/** The other coefficients beside alpha. */
function printedMore({ variables }: ReportedStudy): Markup[] {
  const notes = new ReasonNotes()
  const all = variables.map((variable): NotedText[] => [
    { text: variable.label },
    { text: unitNouns[variable.unit] },
    { text: metricNames[variable.level] },
    { text: coefficientText(variable.alphaMin) },
    { text: variable.provisional ? countText(variable.provisional.unitsNeeded) : '' },
    ...[variable.positiveAgreement, variable.negativeAgreement, variable.scottPi, variable.fleissKappa].map((figure) =>
      notes.figure(figure, coefficientText),
    ),
    notes.figure(variable.brennanPrediger, coefficientText),
  ])
  const names = ['Variable', 'Unit', 'Metric', 'Minimum α', 'Units needed', 'PSA', 'NSA', 'Scott π', 'Fleiss κ', 'S']
  const { columns, rows } = withoutEmpty(names, all)
  const note =
    'PSA, NSA = agreement on presence and on absence; S = Brennan and Prediger’s; minimum α = preset; units needed = Krippendorff’s minimum, where there are fewer.'
  return [
    printedTable({ caption: 'Further coefficients', columns, firstNumber: 3, rows, note, reasons: notes.all(), file }),
  ]
}

/** How many columns say what a row is about, and stand whether or not they are filled. */
const aboutColumns = 5

/** Without rows and columns that have no coefficient: most do not apply to a number, and Scott’s to two coders only. */
function withoutEmpty(names: readonly string[], all: readonly NotedText[][]) {
  const isFilled = (cell: NotedText | undefined) => cell !== undefined && cell.text !== ''
  const rows = all.filter((row) => row.slice(aboutColumns).some(isFilled))
  const isKept = (column: number) => column < aboutColumns || rows.some((row) => isFilled(row[column]))
  return {
    columns: names.filter((_, column) => isKept(column)),
    rows: rows.map((row) => row.filter((_, column) => isKept(column))),
  }
}

export function printedLadder(ladder: readonly LadderRow[]): Markup[] {
  const notes = new ReasonNotes()
  const rows = ladder.flatMap(({ label, levels }) =>
    levels.map(({ level, units, prevalence, alpha, interval }): NotedText[] => [
      { text: label },
      { text: unitNouns[level] },
      { text: countText(units) },
      notes.figure(prevalence, percentText),
      notes.figure(alpha, coefficientText),
      notes.interval(interval),
    ]),
  )
  const columns = ['Code', 'Unit', 'n', 'Prev. %', 'α', '95 % CI']
  const caption = 'Each code at every unit'
  return [printedTable({ caption, columns, firstNumber: 2, rows, reasons: notes.all(), file: 'irr_ladder.csv' })]
}

export function printedAttributes(attributes: readonly AttributeAgreement[]): Markup[] {
  const notes = new ReasonNotes()
  const rows = attributes.map((attribute): NotedText[] => [
    { text: attribute.label },
    { text: metricNames[attribute.level] },
    { text: countText(attribute.units) },
    notes.figure(attribute.matchRate, percentText),
    notes.figure(attribute.percent, percentText),
    notes.figure(attribute.alpha, coefficientText),
    notes.interval(attribute.alpha.interval),
    notes.figure(attribute.strict.matchRate, percentText),
    notes.figure(attribute.strict.alpha, coefficientText),
    { text: verdictText(attribute) },
  ])
  const columns = [
    'Attribute',
    'Metric',
    'n',
    'Match rate %',
    '%',
    'α',
    '95 % CI',
    'Match rate % (IoU .5)',
    'α (IoU .5)',
    'Verdict',
  ]
  const note =
    'n = pairs of annotations matched by overlap, with three coders or more not independent of each other; match rate = share of annotations with a partner: agreement on few of them is no success.'
  const caption = 'Attributes of matched annotations'
  const table = {
    caption,
    columns,
    firstNumber: 2,
    lastNumber: columns.length - 1,
    rows,
    note,
    reasons: notes.all(),
    file,
  }
  return [
    printedTable(table),
    ...attributes.map((attribute) => {
      const values = attribute.confusion.values.map(valueNames(attribute))
      return confusionOf(`Values of ${attribute.label}`, { ...attribute.confusion, values })
    }),
  ]
}

export function printedConfusions({ confusions, ladder }: AgreementReport): Markup[] {
  const labels = new Map(ladder.map(({ code, label }) => [code, label]))
  return confusions.map(({ label, values, ...counts }) => {
    const names = values.map((code) => (code === '' ? 'no partner' : (labels.get(code) ?? code)))
    return confusionOf(`Codes of overlapping spans: ${label}`, { ...counts, values: names })
  })
}

/** More columns than this do not fit on a page. */
const mostColumns = 12

/** A square of counts; the diagonal agrees. */
function confusionOf(caption: string, table: ConfusionTable): Markup {
  const places = mostUsed(table, mostColumns)
  const values = places.map((place) => table.values[place] ?? '')
  const rows = places.map((i) => [
    { text: table.values[i] ?? '' },
    ...places.map((j) => ({ text: countText(table.counts[i]?.[j] ?? 0) })),
  ])
  const leftOut = table.valuesLeftOut + table.values.length - places.length
  const rarer = leftOut === 0 ? '' : ` ${counted(leftOut, 'rarer value')} left out.`
  const note = `Pairs of annotations by two coders; symmetric.${rarer}`
  return printedTable({ caption, columns: ['', ...values], firstNumber: 1, rows, note, file: 'irr_confusion.csv' })
}
