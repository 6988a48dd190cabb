import type { AttributeAgreement, SensitivityRow } from '../../agreement/report/agreement-report'
import type { Cell, Column } from '../csv-lines'
import { figureCells, statusColumn, versionColumn } from './cells'
import { agreementTable } from './table'

/** irr_sensitivity.csv: how far alpha moves under other rules of counting. */

const columns: readonly Column[] = [
  versionColumn,
  {
    name: 'variant',
    description:
      'certain_only: annotations the coder was sure of; with_boilerplate: boilerplate counts; half_of_span: a unit needs half of the span; untrimmed: white space at the ends counts; match_iou50: attributes on matches at .5 or more.',
  },
  { name: 'variable', description: 'Key of the code or of the attribute.' },
  { name: 'unit_level', description: 'As in irr_summary.csv.' },
  { name: 'n_units', description: 'Units under the variant.' },
  { name: 'alpha_base', description: 'alpha as reported.' },
  statusColumn('base_status', 'alpha_base'),
  { name: 'alpha', description: 'alpha under the variant.' },
  statusColumn('alpha_status', 'alpha'),
]

export const sensitivityTable = agreementTable(
  { name: 'irr_sensitivity', row: 'variant and variable', columns },
  ({ codebook, sensitivity, attributes }) =>
    [...sensitivity.map(variantCells), ...attributes.map(strictCells)].map((cells) => [codebook.version, ...cells]),
)

function variantCells({ variant, code, level, units, base, alpha }: SensitivityRow): Cell[] {
  return [variant, code, level, units, ...[base, alpha].flatMap(figureCells)]
}

function strictCells({ key, unit, alpha, strict }: AttributeAgreement): Cell[] {
  return ['match_iou50', key, unit, strict.units, ...[alpha, strict.alpha].flatMap(figureCells)]
}
