import { type Cell, type Column, csvHeader, csvLines } from '@/lib/formats/csv-lines'
import { countIn, type FigureRow, type FiguresPart, figureRows, partsOf } from './figure-rows'

const columns: readonly Column[] = [
  { name: 'code', description: 'Code that the figure is of; NA for all together.' },
  { name: 'statistic', description: 'Name of the statistic, as on the command line.' },
  { name: 'value', description: 'The figure; NA when undefined.' },
  { name: 'undefined', description: 'Why there is no value.' },
  { name: 'ci95_low', description: 'Lower limit of the 95 % interval.' },
  { name: 'ci95_high', description: 'Upper limit of the 95 % interval.' },
  { name: 'ci95_undefined', description: 'Why there is no interval from the bootstrap.' },
  { name: 'se', description: 'Standard error.' },
  { name: 'observed_agreement', description: 'Observed agreement.' },
  { name: 'expected_agreement', description: 'Agreement expected by chance.' },
  { name: 'observed_disagreement', description: 'Observed disagreement.' },
  { name: 'expected_disagreement', description: 'Disagreement expected by chance.' },
  { name: 'n_units', description: 'Units.' },
  { name: 'n_units_pairable', description: 'Units with values of two coders or more.' },
  { name: 'n_coders', description: 'Coders.' },
  { name: 'n_pairable', description: 'Values in pairable units.' },
]

/** The output as a table: one row per figure, each code first, then all together. */
export function figuresCsv(output: FiguresPart): string {
  const { together, codes } = partsOf(output)
  const rows = codes.flatMap(([code, part]) => figureRows(part).map((row) => csvRow(code, row, part)))
  const all = figureRows(together).map((row) => csvRow(row.code, row, together))
  return csvHeader(columns) + csvLines([...rows, ...all])
}

function csvRow(code: string | null, row: FigureRow, part: FiguresPart): Cell[] {
  const [low, high] = row.ci95 ?? [null, null]
  return [
    ...[code, row.statistic, row.value, row.undefined, low, high, row.ci95Undefined, row.se],
    ...[row.observedAgreement, row.expectedAgreement, row.observedDisagreement, row.expectedDisagreement],
    ...['n_units', 'n_units_pairable', 'n_coders', 'n_pairable'].map((name) => countIn(part, name)),
  ]
}
