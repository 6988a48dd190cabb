import type { LayerAgreement } from '../../agreement/report/agreement-report'
import type { Cell, Column } from '../csv-lines'
import {
  figureCells,
  intervalCells,
  levelColumn,
  statusColumn,
  variableCell,
  variableColumn,
  versionColumn,
} from './cells'
import { agreementTable } from './table'

/** irr_recoded.csv and irr_intra.csv: work that was handed in again. Neither says anything of reliability. */

const figureColumns: readonly Column[] = [
  { name: 'n_units', description: 'Units with two values or more.' },
  { name: 'pct_agree', description: 'Percent agreement as a share.' },
  statusColumn('pct_status', 'pct_agree'),
  { name: 'alpha', description: "Krippendorff's alpha." },
  statusColumn('alpha_status', 'alpha'),
  { name: 'alpha_lo', description: 'Lower end of its 95 % interval.' },
  { name: 'alpha_hi', description: 'Upper end of its 95 % interval.' },
  statusColumn('ci_status', 'the interval'),
]

function figuresOf({ units, percent, alpha, interval }: LayerAgreement): Cell[] {
  return [units, ...figureCells(percent), ...figureCells(alpha), ...intervalCells(interval)]
}

const recodedColumns: readonly Column[] = [
  versionColumn,
  { name: 'family', description: 'As in irr_summary.csv.' },
  { name: 'variable', description: 'As in irr_summary.csv.' },
  { name: 'var_kind', description: 'As in irr_summary.csv.' },
  { name: 'meas_level', description: 'As in irr_summary.csv.' },
  { name: 'unit_level', description: 'As in irr_summary.csv.' },
  {
    name: 'layer',
    description: 'first: first submissions; latest: latest revisions, and the first submission of who did not recode.',
  },
  { name: 'n_recoded_docs', description: 'Documents of two coders or more that at least one of them recoded.' },
  { name: 'n_revisions', description: 'Codings of the report that were handed in again.' },
  {
    name: 'n_after_release',
    description: 'How many of them after their round was first released, when coders may see how others coded.',
  },
  {
    name: 'n_other_version',
    description: 'Recoded codings left out, since first and latest stand under different versions of the codebook.',
  },
  { name: 'n_docs', description: 'Documents with units that two or more coders coded.' },
  ...figureColumns,
]

export const recodedTable = agreementTable(
  { name: 'irr_recoded', row: 'variable and layer, on the documents that were recoded', columns: recodedColumns },
  ({ codebook, recoded }) => {
    if (!recoded) return []
    const { documentsCompared, revisions, afterRelease, ofOtherVersions, variables } = recoded
    return variables.flatMap((variable) =>
      (['first', 'latest'] as const).map((layer) => [
        ...[codebook.version, variable.family || null, variableCell(variable), variable.kind, variable.level],
        ...[variable.unit, layer, documentsCompared, revisions, afterRelease, ofOtherVersions],
        ...[variable[layer].documents, ...figuresOf(variable[layer])],
      ]),
    )
  },
)

const intraColumns: readonly Column[] = [
  versionColumn,
  { name: 'coder', description: 'Pseudonym.' },
  {
    name: 'n_recoded_docs',
    description: 'Documents that the coder recoded: the latest revision is compared with the first.',
  },
  { name: 'lag_min_days', description: 'Full days between first submission and latest revision, the fewest.' },
  { name: 'lag_max_days', description: 'The most.' },
  variableColumn,
  levelColumn,
  ...figureColumns,
]

export const intraTable = agreementTable(
  { name: 'irr_intra', row: 'coder who recoded and code', columns: intraColumns },
  ({ codebook, header, recoded }) =>
    (recoded?.coders ?? []).flatMap(({ coder, documents, lag, codes }) =>
      codes.map((figures) => [
        ...[codebook.version, coder, documents, lag.shortest, lag.longest, figures.code, header.unit],
        ...figuresOf(figures),
      ]),
    ),
)
