import type { ContinuumEstimate } from '../../agreement/continuum-estimate'
import type { Interval } from '../../agreement/estimate'
import type { CodeUnitizing, FamilyUnitizing } from '../../agreement/report/agreement-report'
import type { Cell, Column } from '../csv-lines'
import { endCells, figureCells, statusColumn, versionColumn } from './cells'
import { agreementTable } from './table'

/** irr_unitizing.csv: where spans begin and end; irr_offsets.csv: how far apart. */

const figure = (name: string, description: string): Column[] => [
  { name, description },
  statusColumn(`${name}_status`, name),
]

const withInterval = (name: string, description: string): Column[] => [
  ...figure(name, description),
  { name: `${name}_lo`, description: 'Lower end of its 95 % interval.' },
  { name: `${name}_hi`, description: 'Upper end of its 95 % interval.' },
]

const columns: readonly Column[] = [
  versionColumn,
  {
    name: 'scope',
    description: 'family: all its codes on one continuum; code: that code against the rest of the text.',
  },
  { name: 'family', description: 'Family of the code, or the family.' },
  { name: 'variable', description: 'Key of the code; of the family where scope is family.' },
  { name: 'n_annotations', description: 'Annotations of all coders in documents with two coders.' },
  { name: 'n_united', description: 'Annotations united with an overlapping one of the same code and coder.' },
  {
    name: 'n_stacked_docs',
    description: 'Documents in none of u_alpha and cu_alpha because a coder stacked codes; NA for codes.',
  },
  ...withInterval('u_alpha_binary', '|u-alpha: boundaries, whatever the code (Krippendorff et al. 2016).'),
  ...withInterval('u_alpha', 'u-alpha: boundaries and codes together; NA for codes.'),
  ...withInterval('cu_alpha', 'cu-alpha: codes of text that two coders marked; NA for codes.'),
  { name: 'cu_coverage', description: 'Share of the pairs of positions that both coders marked; NA for codes.' },
  ...figure('ku_alpha', '(k)u-alpha: how well the code is told from the others of its family; NA for families.'),
  { name: 'ku_coverage', description: 'Share of the text with this code that another coder marked too.' },
  ...figure('character_alpha', "Krippendorff's alpha of single characters; NA for families."),
  ...figure('f1_exact', 'F1 of spans that are identical, mean over pairs of coders; NA for families.'),
  ...figure('f1_iou50', 'F1 of spans whose intersection over union is .5 or more.'),
  ...figure('f1_overlap', 'F1 of spans that share any position.'),
  ...figure('match_rate', 'Share of annotations with a partner by overlap; NA for families.'),
]

export const unitizingTable = agreementTable(
  { name: 'irr_unitizing', row: 'family, and code', columns },
  ({ codebook, unitizing }) => [
    ...unitizing.families.map((family) => [codebook.version, ...familyCells(family)]),
    ...unitizing.codes.map((code) => [codebook.version, ...codeCells(code)]),
  ],
)

function nothing(cells: number): null[] {
  return Array.from({ length: cells }, () => null)
}

function withIntervalCells(estimate: ContinuumEstimate & { interval: Interval }): Cell[] {
  return [...figureCells(estimate), ...endCells(estimate.interval)]
}

function familyCells(family: FamilyUnitizing): Cell[] {
  const { key, annotations, united, stackedDocuments, boundaries, unitizing, coding } = family
  return [
    ...['family', key, key, annotations, united, stackedDocuments],
    ...[boundaries, unitizing, coding].flatMap(withIntervalCells),
    ...[coding.coverage, ...nothing(13)],
  ]
}

function codeCells(code: CodeUnitizing): Cell[] {
  const { family, key, annotations, united, boundaries, withinFamily, characterAlpha, f1, matchRate } = code
  return [
    ...['code', family, key, annotations, united, null],
    ...[...withIntervalCells(boundaries), ...nothing(9)],
    ...[...figureCells(withinFamily), withinFamily.coverage, ...figureCells(characterAlpha)],
    ...[f1.exact, f1.iou50, f1.overlap, matchRate].flatMap(figureCells),
  ]
}

const offsetColumns: readonly Column[] = [
  versionColumn,
  { name: 'variable', description: 'Key of the code.' },
  { name: 'boundary', description: 'start or end of annotations matched by overlap.' },
  { name: 'offset', description: 'Code points between the two boundaries, either way; the last counts all beyond.' },
  { name: 'n', description: 'Matched annotations.' },
]

export const offsetsTable = agreementTable(
  { name: 'irr_offsets', row: 'code, boundary and distance', columns: offsetColumns },
  ({ codebook, unitizing }) =>
    unitizing.codes.flatMap(({ key, starts, ends }) => [
      ...starts.map((n, offset) => [codebook.version, key, 'start', offset, n]),
      ...ends.map((n, offset) => [codebook.version, key, 'end', offset, n]),
    ]),
)
