import type { AgreementReport, RecodedSection } from '../../agreement/report/agreement-report'
import { html, type Markup } from './markup'
import { type NotedText, ReasonNotes } from './notes'
import { changeText, coefficientText, countText, percentText } from './numbers'
import { printedTable } from './print-table'
import { intraNote, layersNote, recodedCoderName, recodedNote, recodedTitles } from './recoded-words'
import { groupOf } from './table-one'

/** Work that was handed in again. */
export function printedRecoded({ recoded }: AgreementReport): Markup[] {
  if (!recoded) return []
  return [html`<p>${recodedNote(recoded)}</p>`, layers(recoded), intraCoder(recoded)]
}

function layers({ variables }: RecodedSection): Markup {
  const notes = new ReasonNotes()
  const groups = [...new Set(variables.map(groupOf))]
  const rows = groups.flatMap((group) => [
    ...(groups.length > 1 ? [group] : []),
    ...variables
      .filter((variable) => groupOf(variable) === group)
      .map(({ label, first, latest, change }): NotedText[] => [
        { text: label },
        ...[first, latest].flatMap(({ alpha, interval }) => [
          notes.figure(alpha, coefficientText),
          alpha.value === null ? { text: '' } : notes.interval(interval),
        ]),
        { text: change === null ? '' : changeText(change) },
        ...[first, latest].map(({ percent }) => notes.figure(percent, percentText)),
        ...[first, latest].map(({ units }) => ({ text: countText(units) })),
      ]),
  ])
  const columns = [
    ...['Variable', 'α first', '95 % CI', 'α latest', '95 % CI', 'Change'],
    ...['% first', '% latest', 'n first', 'n latest'],
  ]
  const table = { caption: recodedTitles.variables, columns, firstNumber: 1, rows, note: layersNote }
  return printedTable({ ...table, reasons: notes.all(), file: 'irr_recoded.csv' })
}

function intraCoder({ coders }: RecodedSection): Markup {
  const notes = new ReasonNotes()
  const rows = coders.flatMap((coder) => [
    recodedCoderName(coder),
    ...coder.codes.map(({ label, alpha, interval, percent, units }): NotedText[] => [
      { text: label },
      notes.figure(alpha, coefficientText),
      alpha.value === null ? { text: '' } : notes.interval(interval),
      notes.figure(percent, percentText),
      { text: countText(units) },
    ]),
  ])
  const columns = ['Code', 'α', '95 % CI', '%', 'n']
  const table = { caption: recodedTitles.coders, columns, firstNumber: 1, rows, note: intraNote }
  return printedTable({ ...table, reasons: notes.all(), file: 'irr_intra.csv' })
}
