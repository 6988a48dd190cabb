import type { AgreementReport } from '../../agreement/report/agreement-report'
import { byLowestAlpha } from '../../agreement/report/least-agreed'
import { type CodedText, spanRows } from './coded-text'
import { html, type Markup, named } from './markup'
import { type NotedText, ReasonNotes } from './notes'
import { coefficientText, counted, countText, percentText } from './numbers'
import { labelsOf } from './print-coders'
import { printedTable } from './print-table'

/** More one does not look over; the file has all. */
const mostDocuments = 30

/** More names would make every row as high as they are many. */
const mostNames = 6

/** The documents on which coders agree least. */
export function printedDocuments(report: AgreementReport): Markup[] {
  const labelOf = labelsOf(report)
  const notes = new ReasonNotes()
  const all = byLowestAlpha(report.byDocument)
  const rows = all
    .slice(0, mostDocuments)
    .map(({ documentId, units, coders, lowest }): NotedText[] => [
      { text: documentId },
      { text: coders.length > mostNames ? counted(coders.length, 'coder') : coders.join(', ') },
      { text: labelOf(lowest.code) },
      notes.figure(lowest.alpha, coefficientText),
      notes.figure(lowest.percent, percentText),
      { text: countText(lowest.positives) },
      { text: countText(units) },
    ])
  const columns = ['Document', 'Coders', 'Code with the lowest α', 'α', '%', 'Values present', 'n']
  const caption = 'Documents by the lowest α of any code'
  const some = all.length > rows.length ? `The first ${rows.length} of ${counted(all.length, 'document')}. ` : ''
  const note = `${some}Every code of every document is in irr_by_doc.csv.`
  return [printedTable({ caption, columns, firstNumber: 3, rows, note, reasons: notes.all(), file: 'irr_by_doc.csv' })]
}

/** What the plot of one text is about, and where the other texts are. */
export function printedText(report: AgreementReport, text: CodedText | undefined): Markup[] {
  if (text === undefined) return []
  const nothing = spanRows(text, report).length === 0 ? ' Nobody marked anything in it.' : ''
  return [
    html`<p>${text.documentId}, ${named(text.title)}, ${counted(text.length, 'character')}: the first of the
documents above.${nothing} The page of the report shows every other text of the sample in this way; the places of all
annotations are in <code>annotations.csv</code>.</p>`,
  ]
}
