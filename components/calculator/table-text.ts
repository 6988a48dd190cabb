import { result as words } from '../words/calculator/result'
import { statistics } from '../words/calculator/statistics'
import { type FigureRow, type FiguresPart, figureRows, partsOf } from './figure-rows'

/** The figures for the clipboard: columns divided by tabs, as spreadsheets and word processors take them. */
export function tableText(output: FiguresPart): string {
  const { together, codes } = partsOf(output)
  const { statistic, value, interval } = words.columns
  const head = [...(codes.length > 0 ? [words.columns.code] : []), statistic, value, interval].join('\t')
  const line = (code: string, row: FigureRow) =>
    [...(codes.length > 0 ? [code] : []), statistics[row.statistic].name, valueText(row), intervalText(row)].join('\t')
  return [
    head,
    ...codes.flatMap(([code, part]) => figureRows(part).map((row) => line(code, row))),
    ...figureRows(together).map((row) => line(row.code ?? words.allCodes, row)),
    '',
  ].join('\n')
}

function valueText({ value }: FigureRow): string {
  return value === null ? words.undefined : value.toFixed(3)
}

function intervalText({ ci95 }: FigureRow): string {
  return ci95 ? `[${ci95[0].toFixed(3)}, ${ci95[1].toFixed(3)}]` : ''
}
