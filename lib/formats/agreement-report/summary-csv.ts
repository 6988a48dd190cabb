import type { AgreementReport, AttributeAgreement, VariableAgreement } from '../../agreement/report/agreement-report'
import type { Cell, Column } from '../csv-lines'
import { figureCells, intervalCells, statusColumn, variableCell, versionColumn } from './cells'
import type { ReportedStudy } from './study'
import { agreementTable } from './table'

/** irr_summary.csv: every variable with every figure of it, at full precision; Table 1 of the report and more. */

const columns: readonly Column[] = [
  versionColumn,
  { name: 'family', description: 'Family of the code; NA where the variable belongs to none.' },
  {
    name: 'variable',
    description: 'Key of the variable: of a code; code:voice:target for framing; family:attribute; count:code.',
  },
  {
    name: 'var_kind',
    description:
      'code_presence, framing, family_set, family_nominal, count, rate, derived, document_variable or attribute.',
  },
  { name: 'meas_level', description: 'nominal, ordinal, interval, ratio or nominal_set: the metric of alpha.' },
  {
    name: 'unit_level',
    description: 'character, token, sentence, paragraph, document, or matched_annotation for attributes.',
  },
  { name: 'match_rule', description: 'overlap for attributes: annotations that share a position; NA for others.' },
  {
    name: 'match_rate',
    description: 'Share of the annotations that have a partner; NA for variables without matches.',
  },
  { name: 'match_status', description: 'ok, or why match_rate is undefined; NA for variables without matches.' },
  { name: 'n_docs', description: 'Documents with units that two or more coders coded.' },
  { name: 'n_units', description: 'Units that two or more coders coded; for attributes pairs of matched annotations.' },
  { name: 'n_coders', description: 'Coders in the report.' },
  { name: 'coders', description: 'Their pseudonyms, joined by |.' },
  { name: 'n_pairable', description: 'Values (unit x coder) in those units.' },
  { name: 'n_missing', description: 'Values that coders of the report did not give in those units.' },
  { name: 'n_positive', description: 'Values that say present; NA for variables that are not presence.' },
  { name: 'prevalence', description: 'n_positive / n_pairable.' },
  statusColumn('prevalence_status', 'prevalence'),
  { name: 'pct_agree', description: 'Percent agreement as a share: mean over units (Gwet 2014).' },
  statusColumn('pct_status', 'pct_agree'),
  { name: 'psa', description: 'Positive specific agreement: agreement on presence (Cicchetti & Feinstein 1990).' },
  statusColumn('psa_status', 'psa'),
  { name: 'nsa', description: 'Negative specific agreement: agreement on absence.' },
  statusColumn('nsa_status', 'nsa'),
  { name: 'alpha', description: "Krippendorff's alpha (2011); NA where undefined, see status." },
  { name: 'alpha_lo', description: 'Lower end of its 95 % interval.' },
  { name: 'alpha_hi', description: 'Upper end of its 95 % interval.' },
  statusColumn('ci_status', 'the interval'),
  { name: 'ci_method', description: 'bootstrap_documents_percentile.' },
  { name: 'n_boot', description: 'Bootstrap samples drawn; 0 where fewer than two documents have two coders.' },
  { name: 'boot_undefined', description: 'Share of them in which alpha is undefined; NA when none was drawn.' },
  { name: 'p_below_667', description: 'P(alpha < .667) by the bootstrap.' },
  { name: 'p_below_800', description: 'P(alpha < .800) by the bootstrap.' },
  { name: 'p_below_min', description: 'P(alpha < alpha_min) by the bootstrap.' },
  { name: 'alpha_min', description: 'The alpha this variable was preset to reach.' },
  { name: 'scott_pi', description: "Scott's pi (1955), for two coders." },
  statusColumn('scott_status', 'scott_pi'),
  { name: 'kappa_mean', description: "Mean of Cohen's kappa (1960) over the pairs of coders for which it is defined." },
  { name: 'kappa_min', description: 'Lowest of them.' },
  { name: 'kappa_max', description: 'Highest of them.' },
  { name: 'kappa_status', description: 'ok, or why kappa_mean is undefined; the pairs are in irr_pairwise.csv.' },
  { name: 'fleiss_kappa', description: "Fleiss' kappa (1971), with missing values as Gwet (2014)." },
  statusColumn('fleiss_status', 'fleiss_kappa'),
  { name: 'ac1', description: "Gwet's AC1 (2008)." },
  statusColumn('ac1_status', 'ac1'),
  { name: 'bp_s', description: "Brennan and Prediger's coefficient (1981), S of Bennett et al. (1954)." },
  statusColumn('bp_status', 'bp_s'),
  { name: 'd_obs', description: 'Observed disagreement of alpha.' },
  { name: 'd_exp', description: 'Expected disagreement of alpha.' },
  { name: 'verdict', description: 'meets, tentative, not_sufficient, inconclusive or not_computable.' },
  {
    name: 'units_needed',
    description:
      "Krippendorff's minimum number of units where there are fewer: provisional; NA where there are enough.",
  },
  { name: 'status', description: 'ok, or why alpha is undefined.' },
  { name: 'status_reason', description: 'The same as a sentence; for an inconclusive verdict what it lacks.' },
  { name: 'seed', description: 'Seed of the bootstrap.' },
  {
    name: 'warnings',
    description:
      'Kinds of the warnings about the whole report, joined by |; NA without one. The JSON has the sentences.',
  },
]

export const summaryTable = agreementTable(
  { name: 'irr_summary', row: 'variable, attributes of matched annotations included', columns },
  (report) => [
    ...report.variables.map((variable) => cells(report, variable, [null, null, null])),
    ...report.attributes.map((attribute) => cells(report, attribute, matchCells(attribute))),
  ],
)

function matchCells({ matchRate }: AttributeAgreement): Cell[] {
  return ['overlap', ...figureCells(matchRate)]
}

function cells(report: ReportedStudy, variable: VariableAgreement, match: Cell[]): Cell[] {
  const { header, codebook } = report
  const { family, kind, level, unit } = variable
  const { documents, units, values, missingValues, positives } = variable
  const { alpha, verdict, alphaMin, provisional } = variable
  const [alphaValue, status] = figureCells(alpha)
  return [
    ...[codebook.version, family || null, variableCell(variable), kind, level, unit, ...match],
    ...[documents, units, header.coders.length, header.coders.join('|'), values, missingValues, positives],
    ...[variable.prevalence, variable.percent, variable.positiveAgreement].flatMap(figureCells),
    ...figureCells(variable.negativeAgreement),
    ...[alphaValue, ...intervalCells(alpha.interval), 'bootstrap_documents_percentile', header.replicates],
    ...[
      alpha.undefinedShare,
      alpha.belowTentative.value,
      alpha.belowReliable.value,
      alpha.belowMinimum.value,
      alphaMin,
    ],
    ...chanceCorrectedCells(variable),
    ...[alpha.observedDisagreement, alpha.expectedDisagreement, verdict.word, provisional?.unitsNeeded ?? null],
    ...[status, verdict.reason, header.seed, warningKinds(report)],
  ]
}

function chanceCorrectedCells({ scottPi, kappa, fleissKappa, gwetAc1, brennanPrediger }: VariableAgreement): Cell[] {
  const [mean, status] = figureCells(kappa.mean)
  return [
    ...figureCells(scottPi),
    ...[mean, kappa.min.value, kappa.max.value, status],
    ...[fleissKappa, gwetAc1, brennanPrediger].flatMap(figureCells),
  ]
}

function warningKinds({ warnings }: AgreementReport): string | null {
  return [...new Set(warnings.map(({ kind }) => kind))].join('|') || null
}
