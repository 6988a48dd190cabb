import type { AgreementReport } from '../../agreement/report/agreement-report'
import type { Markup } from './markup'
import { type NotedText, ReasonNotes } from './notes'
import { coefficientText, countText } from './numbers'
import { printedTable } from './print-table'
import { unitNouns, variantNames } from './words'

/** Alpha over time. */
export function printedDrift({ drift }: AgreementReport): Markup[] {
  const notes = new ReasonNotes()
  const rows = drift.flatMap(({ label, points }) =>
    points.map(({ from, to, lastDocument, alpha, interval }): NotedText[] => [
      { text: label },
      { text: lastDocument },
      { text: `${countText(from)} to ${countText(to)}` },
      notes.figure(alpha, coefficientText),
      notes.interval(interval),
    ]),
  )
  const columns = ['Code', 'Last document', 'Documents', 'α', '95 % CI']
  const caption = 'α over a window of documents, in the order in which they were completed'
  return [printedTable({ caption, columns, firstNumber: 2, rows, reasons: notes.all(), file: 'irr_drift.csv' })]
}

/** Alpha under other rules of counting. */
export function printedSensitivity({ sensitivity }: AgreementReport): Markup[] {
  const notes = new ReasonNotes()
  const rows = sensitivity.map(({ variant, label, level, units, base, alpha }): NotedText[] => [
    { text: variantNames[variant] },
    { text: label },
    { text: unitNouns[level] },
    { text: countText(units) },
    notes.figure(base, coefficientText),
    notes.figure(alpha, coefficientText),
  ])
  const columns = ['Rule', 'Code', 'Unit', 'n', 'α as reported', 'α by this rule']
  const caption = 'How far α moves'
  return [printedTable({ caption, columns, firstNumber: 3, rows, reasons: notes.all(), file: 'irr_sensitivity.csv' })]
}
