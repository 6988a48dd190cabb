import type { ConfusionTable } from '@/lib/agreement/report/agreement-report'
import { confusionTable } from '@/lib/formats/agreement-report/confusion-csv'
import { countText } from '@/lib/formats/agreement-report/numbers'
import { mostValues } from '@/lib/plots/confusion'
import { confusionOf } from '@/lib/plots/report-plots'
import { type FigureColumn, FigureTable } from './figure-table'
import { Count } from './figures'
import { PlotFigure } from './plot-figure'
import { notes } from './report-words'

interface ConfusionFigureProps {
  title: string
  table: ConfusionTable
  file: string
  nameOf: (value: string) => string
}

/** Which value one coder gave where another gave which: heat map, and the counts as a table. */
export function ConfusionFigure({ title, table, file, nameOf }: ConfusionFigureProps) {
  const columns: FigureColumn<number>[] = [
    { heading: 'Value', cell: (row) => nameOf(table.values[row] ?? '') },
    ...table.values.map((value, column) => ({
      heading: nameOf(value),
      key: `value ${value}`,
      cell: (row: number) => <Count value={table.counts[row]?.[column] ?? 0} />,
    })),
  ]
  return (
    <PlotFigure
      drawing={confusionOf(title, table, nameOf)}
      file={file}
      note={[notes.confusionCells, leftOut(table)].filter(Boolean).join(' ')}
      table={
        <FigureTable
          caption={title}
          rows={table.values.map((_, row) => row)}
          columns={columns}
          file={confusionTable.file}
          keyOf={String}
        />
      }
    />
  )
}

function leftOut({ values, valuesLeftOut }: ConfusionTable): string {
  const hidden = values.length > mostValues ? `The plot shows the ${mostValues} most frequent values.` : ''
  const rarer = valuesLeftOut > 0 ? `${countText(valuesLeftOut)} rarer values are left out.` : ''
  return [hidden, rarer].filter(Boolean).join(' ')
}
