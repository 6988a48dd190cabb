import type { PairAgreement, VariableAgreement } from '../../agreement/report/agreement-report'
import type { Cell, Column } from '../csv-lines'
import { figureCells, statusColumn, variableCell, versionColumn } from './cells'
import { agreementTable } from './table'

/** irr_pairwise.csv: the coders two by two. */

const columns: readonly Column[] = [
  versionColumn,
  { name: 'variable', description: 'Key of the variable, as in irr_summary.csv.' },
  { name: 'var_kind', description: 'As in irr_summary.csv.' },
  { name: 'meas_level', description: 'As in irr_summary.csv.' },
  { name: 'unit_level', description: 'As in irr_summary.csv.' },
  { name: 'coder_a', description: 'Pseudonym of one coder.' },
  { name: 'coder_b', description: 'Pseudonym of the other; each pair stands once.' },
  { name: 'n_units', description: 'Units that both coded.' },
  { name: 'pct_agree', description: 'Share of them on which both agree.' },
  statusColumn('pct_status', 'pct_agree'),
  { name: 'kappa', description: "Cohen's kappa (1960)." },
  statusColumn('kappa_status', 'kappa'),
  { name: 'alpha', description: "Krippendorff's alpha of these two." },
  statusColumn('alpha_status', 'alpha'),
]

export const pairwiseTable = agreementTable(
  {
    name: 'irr_pairwise',
    row: 'variable and pair of coders, of very many pairs those with the most units in common',
    columns,
  },
  ({ codebook, variables, attributes }) =>
    [...variables, ...attributes].flatMap((variable) =>
      variable.kappa.pairs.map((pair) => [codebook.version, ...variableCells(variable), ...pairCells(pair)]),
    ),
)

function variableCells(variable: VariableAgreement): Cell[] {
  return [variableCell(variable), variable.kind, variable.level, variable.unit]
}

function pairCells({ coders, units, percent, kappa, alpha }: PairAgreement): Cell[] {
  return [...coders, units, ...[percent, kappa, alpha].flatMap(figureCells)]
}
