import type { Column } from '../csv-lines'
import { figureCells, intervalCells, levelColumn, statusColumn, variableColumn, versionColumn } from './cells'
import { agreementTable } from './table'

/** irr_ladder.csv: how much a code's alpha owes to the unit. */

const columns: readonly Column[] = [
  versionColumn,
  variableColumn,
  levelColumn,
  { name: 'n_units', description: 'Units that two or more coders coded.' },
  { name: 'prevalence', description: 'Share of the values that say present.' },
  statusColumn('prevalence_status', 'prevalence'),
  { name: 'alpha', description: "Krippendorff's alpha." },
  statusColumn('alpha_status', 'alpha'),
  { name: 'alpha_lo', description: 'Lower end of its 95 % interval.' },
  { name: 'alpha_hi', description: 'Upper end of its 95 % interval.' },
  statusColumn('ci_status', 'the interval'),
]

export const ladderTable = agreementTable(
  { name: 'irr_ladder', row: 'code and unit level', columns },
  ({ codebook, ladder }) =>
    ladder.flatMap(({ code, levels }) =>
      levels.map(({ level, units, prevalence, alpha, interval }) => [
        ...[codebook.version, code, level, units],
        ...[...figureCells(prevalence), ...figureCells(alpha), ...intervalCells(interval)],
      ]),
    ),
)
