import type { AgreementReport, VariableAgreement } from '../../agreement/report/agreement-report'
import type { Markup } from './markup'
import { type NotedText, ReasonNotes } from './notes'
import { changeText, coefficientText, countText, percentText } from './numbers'
import { printedTable } from './print-table'
import { groupOf } from './table-one'

export function printedPairs({ variables }: AgreementReport): Markup[] {
  const notes = new ReasonNotes()
  const compared = variables.filter(({ kappa }) => kappa.pairs.length > 0)
  const groups = [...new Set(compared.map(groupOf))].map((name) => ({
    name,
    rows: compared.filter((variable) => groupOf(variable) === name).flatMap((variable) => pairRows(variable, notes)),
  }))
  const rows = groups.flatMap(({ name, rows: ofGroup }) => (groups.length > 1 ? [name, ...ofGroup] : ofGroup))
  const columns = ['Variable', 'Pair', 'n', '%', 'κ', 'α']
  const caption = 'Pairs of coders'
  return [printedTable({ caption, columns, firstNumber: 2, rows, reasons: notes.all(), file: 'irr_pairwise.csv' })]
}

function pairRows({ label, kappa }: VariableAgreement, notes: ReasonNotes): NotedText[][] {
  return kappa.pairs.map((pair) => [
    { text: label },
    { text: pair.coders.join(', ') },
    { text: countText(pair.units) },
    notes.figure(pair.percent, percentText),
    notes.figure(pair.kappa, coefficientText),
    notes.figure(pair.alpha, coefficientText),
  ])
}

/** What each coder does to the figures. */
export function printedCoders(report: AgreementReport): Markup[] {
  return [marginals(report), withoutCoder(report)]
}

/** What codes are called. */
export function labelsOf({ unitizing, ladder, variables }: AgreementReport): (code: string) => string {
  const entries = [...unitizing.codes, ...variables].map(({ key, label }) => [key, label] as const)
  const labels = new Map([...entries, ...ladder.map(({ code, label }) => [code, label] as const)])
  return (code) => labels.get(code) ?? code
}

function marginals(report: AgreementReport): Markup {
  const labelOf = labelsOf(report)
  const rows = report.marginals.map(({ coder, code, documents, annotations, words, rate, limits }): NotedText[] => [
    { text: coder },
    { text: labelOf(code) },
    ...[documents, annotations, words].map((count) => ({ text: countText(count) })),
    { text: rate.toFixed(2) },
    { text: limits === null ? '' : `[${limits[0].toFixed(2)}, ${limits[1].toFixed(2)}]` },
  ])
  const columns = ['Coder', 'Code', 'Documents', 'Annotations', 'Words', 'Per 1,000 words', 'Limits of the others']
  const caption = 'How much each coder marks'
  const note =
    'Limits: 95 % limits of the rate of all other coders together, widened for overdispersion; none with fewer than two others.'
  return printedTable({ caption, columns, firstNumber: 2, rows, note, file: 'irr_marginals.csv' })
}

function withoutCoder(report: AgreementReport): Markup {
  const labelOf = labelsOf(report)
  const notes = new ReasonNotes()
  const rows = report.withoutCoder.map(({ coder, code, alpha, change }): NotedText[] => [
    { text: coder },
    { text: labelOf(code) },
    notes.figure(alpha, coefficientText),
    { text: change === null ? '' : changeText(change) },
  ])
  const columns = ['Without', 'Code', 'α', 'Change']
  const caption = 'α without one coder'
  return printedTable({ caption, columns, firstNumber: 2, rows, reasons: notes.all(), file: 'irr_without_coder.csv' })
}
