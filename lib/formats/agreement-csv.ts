import type { Estimate, UndefinedReason } from '../agreement/estimate'
import type { CodeAgreement, ReliabilityReport, ReportWarning } from '../agreement/reliability-report'
import { type Cell, type Column, csvHeader, csvLines } from './csv-lines'

/** The agreement report as a table: one row per code, the columns of irr_summary. */
export const agreementColumns: readonly Column[] = [
  { name: 'cb_version', description: 'Version of the codebook; NA when several are in the figures.' },
  { name: 'family', description: 'Family of the code.' },
  { name: 'variable', description: 'Key of the code.' },
  { name: 'var_kind', description: 'code_presence: whether the code is in the unit.' },
  { name: 'meas_level', description: 'Level of measurement: nominal.' },
  { name: 'unit_level', description: 'token, sentence, paragraph or document.' },
  { name: 'n_docs', description: 'Documents with units that two or more coders coded.' },
  { name: 'n_units', description: 'Units that two or more coders coded.' },
  { name: 'n_coders', description: 'Coders in the report.' },
  { name: 'n_pairable', description: 'Values (unit x coder) in those units.' },
  { name: 'n_missing', description: 'Values that coders of the report did not give in those units.' },
  { name: 'n_positive', description: 'Values that say the code is present.' },
  { name: 'prevalence', description: 'n_positive / n_pairable.' },
  { name: 'pct_agree', description: 'Percent agreement as a share: mean over units (Gwet 2014).' },
  { name: 'pct_status', description: 'ok, or why prevalence and pct_agree are undefined.' },
  { name: 'alpha', description: "Krippendorff's alpha (2011); NA where undefined, see status." },
  { name: 'alpha_lo', description: 'Lower end of its 95 % interval.' },
  { name: 'alpha_hi', description: 'Upper end of its 95 % interval.' },
  { name: 'ci_method', description: 'bootstrap_documents_percentile.' },
  {
    name: 'n_boot',
    description: 'Number of bootstrap samples drawn; 0 where fewer than two documents have two coders.',
  },
  {
    name: 'boot_undefined',
    description: 'Share of bootstrap samples in which alpha is undefined; NA when none was drawn.',
  },
  { name: 'p_below_667', description: 'P(alpha < .667) by the bootstrap.' },
  { name: 'p_below_800', description: 'P(alpha < .800) by the bootstrap.' },
  { name: 'alpha_min', description: 'The alpha this code was preset to reach.' },
  { name: 'kappa_mean', description: "Mean of Cohen's kappa over the pairs of coders for which it is defined." },
  { name: 'kappa_min', description: 'Lowest of them.' },
  { name: 'kappa_max', description: 'Highest of them.' },
  { name: 'kappa_status', description: 'ok, or why kappa_mean is undefined; the pairs are in agreement_pairs.csv.' },
  { name: 'd_obs', description: 'Observed disagreement of alpha.' },
  { name: 'd_exp', description: 'Expected disagreement of alpha.' },
  { name: 'verdict', description: 'meets, tentative, not_sufficient, inconclusive or not_computable.' },
  { name: 'status', description: 'ok, or why alpha is undefined.' },
  { name: 'status_reason', description: 'The same as a sentence; for an inconclusive verdict what it lacks.' },
  { name: 'seed', description: 'Seed of the bootstrap.' },
  {
    name: 'warnings',
    description:
      'Kinds of the warnings about the whole report, joined by |; NA without one. The JSON has the sentences.',
  },
]

/** @param codebookVersion null when the figures pool several */
export function agreementCsv(report: ReliabilityReport, codebookVersion: string | null): string {
  const rows = report.codes.map((code) => agreementCells(report, code, codebookVersion))
  return csvHeader(agreementColumns) + csvLines(rows)
}

function agreementCells(
  { header, warnings }: ReliabilityReport,
  code: CodeAgreement,
  codebookVersion: string | null,
): Cell[] {
  const { percent, alpha, kappa, verdict } = code
  return [
    ...[codebookVersion, code.family, code.code, 'code_presence', header.metric, header.unit],
    ...[code.documents, code.units, header.coders.length, code.values, code.missingValues, code.positives],
    ...[code.prevalence.value, percent.value, statusOf(percent), alpha.value, alpha.interval.low, alpha.interval.high],
    ...['bootstrap_documents_percentile', header.replicates, alpha.undefinedShare],
    ...[alpha.belowTentative.value, alpha.belowReliable.value, code.alphaMin],
    ...[kappa.mean.value, kappa.min.value, kappa.max.value, statusOf(kappa.mean)],
    ...[alpha.observedDisagreement, alpha.expectedDisagreement, verdict.word, statusOf(alpha), verdict.reason],
    ...[header.seed, kindsOf(warnings)],
  ]
}

function kindsOf(warnings: readonly ReportWarning[]): string | null {
  return [...new Set(warnings.map(({ kind }) => kind))].join('|') || null
}

/** ok, or the word for the reason why the figure is undefined. */
export function statusOf(figure: Estimate): UndefinedReason | 'ok' {
  return figure.value === null ? figure.undefined : 'ok'
}
