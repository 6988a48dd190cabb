import { undefinedReasons } from '../agreement/estimate'
import type { PairAgreement, ReliabilityReport } from '../agreement/reliability-report'
import { statusOf } from './agreement-csv'
import { type Cell, type Column, csvHeader, csvLines } from './csv-lines'

/** The coders of the agreement report two by two: one row per code and pair, the columns of irr_pairwise. */
export const agreementPairsColumns: readonly Column[] = [
  { name: 'cb_version', description: 'Version of the codebook; NA when several are in the figures.' },
  { name: 'variable', description: 'Key of the code.' },
  { name: 'unit_level', description: 'token, sentence, paragraph or document.' },
  { name: 'coder_a', description: 'Pseudonym of one coder.' },
  { name: 'coder_b', description: 'Pseudonym of the other; each pair stands once.' },
  { name: 'n_units', description: 'Units that both coded.' },
  { name: 'pct_agree', description: 'Share of them on which both agree; NA without such a unit.' },
  { name: 'kappa', description: "Cohen's kappa (1960); NA where undefined, see status." },
  { name: 'status', description: 'ok, or why kappa is undefined.' },
  { name: 'status_reason', description: 'The same as a sentence; NA where kappa is defined.' },
]

/** @param codebookVersion null when the figures pool several */
export function agreementPairsCsv({ header, codes }: ReliabilityReport, codebookVersion: string | null): string {
  const rows = codes.flatMap(({ code, kappa }) =>
    kappa.pairs.map((pair): Cell[] => [codebookVersion, code, header.unit, ...pairCells(pair)]),
  )
  return csvHeader(agreementPairsColumns) + csvLines(rows)
}

function pairCells({ coders, units, percent, kappa }: PairAgreement): Cell[] {
  const reason = kappa.value === null ? undefinedReasons[kappa.undefined] : null
  return [...coders, units, percent.value, kappa.value, statusOf(kappa), reason]
}
