import type { ConfusionTable } from '../../agreement/report/agreement-report'
import { type Cell, type Column, freeText } from '../csv-lines'
import { versionColumn } from './cells'
import { agreementTable } from './table'

/** irr_confusion.csv: which value one coder gave where another gave which. */

const columns: readonly Column[] = [
  versionColumn,
  { name: 'variable', description: 'Key of the family or of the attribute.' },
  {
    name: 'var_kind',
    description: 'family_spans: the codes of overlapping spans; attribute: its values on matched annotations.',
  },
  { name: 'value_a', description: 'One value; NA = the other coder has no such annotation, or gave no value.' },
  {
    name: 'value_b',
    description: 'The other; each two values stand once. Free text that a spreadsheet would run has an apostrophe.',
  },
  { name: 'n', description: 'Pairs of annotations by two coders with these two values.' },
]

export const confusionTable = agreementTable(
  { name: 'irr_confusion', row: 'two values of a variable that met', columns },
  ({ codebook, confusions, attributes }) => [
    ...confusions.flatMap((table) => rows([codebook.version, table.family, 'family_spans'], table)),
    ...attributes.flatMap(({ key, confusion }) => rows([codebook.version, key, 'attribute'], confusion)),
  ],
)

/** The table is symmetric, so one half says it all. */
function rows(leading: Cell[], { values, counts }: ConfusionTable): Cell[][] {
  return values.flatMap((one, i) =>
    values.slice(i).flatMap((other, further) => {
      const n = counts[i]?.[i + further] ?? 0
      return n === 0 ? [] : [[...leading, valueCell(one), valueCell(other), n]]
    }),
  )
}

function valueCell(value: string): Cell {
  return value === '' ? null : freeText(value)
}
