import type { AgreementReport } from '../agreement/report/agreement-report'
import type { CodedText } from '../formats/agreement-report/coded-text'
import type { ReportFigure, ReportFigures } from '../formats/agreement-report/print-section'
import { valueNames } from '../formats/agreement-report/value-names'
import { plotNotes } from './plot-notes'
import { alphaOfCodes, alphaOfPairs, alphaOfUnits, alphaOverTime, boundariesOfCodes, confusionOf } from './report-plots'
import { standaloneSvg } from './standalone'
import type { Drawing } from './svg'
import { spansOnPaper } from './text-plots'

/** The plots of a report by its sections, each an SVG file of its own: for the report as one HTML document. */
export function reportFigures(report: AgreementReport, text?: CodedText): ReportFigures {
  const codes = report.variables.filter(({ kind }) => kind === 'code_presence')
  const names = codeNames(report)
  return {
    variables: figures(plotNotes.forest, alphaOfCodes(codes)),
    unitizing: figures(plotNotes.boundaries, boundariesOfCodes(report.unitizing.codes)),
    ladder: figures(plotNotes.ladder, alphaOfUnits(report.ladder)),
    attributes: figures(
      plotNotes.confusion,
      ...report.attributes.map((attribute) => confusionOf(attribute.label, attribute.confusion, valueNames(attribute))),
    ),
    confusions: figures(
      plotNotes.confusion,
      ...report.confusions.map((table) => confusionOf(table.label, table, names)),
    ),
    pairs: figures(plotNotes.pairs, ...alphaOfPairs(codes)),
    drift: figures(plotNotes.drift, alphaOverTime(report.drift)),
    text: text ? figures(plotNotes.text, ...spansOnPaper(text, report, names)) : [],
  }
}

/** What the values of a confusion of codes are called: labels, and words for a span without a partner. */
export function codeNames({
  ladder,
  unitizing,
}: Pick<AgreementReport, 'ladder' | 'unitizing'>): (code: string) => string {
  const labels = new Map([
    ...unitizing.codes.map(({ key, label }) => [key, label] as const),
    ...ladder.map(({ code, label }) => [code, label] as const),
  ])
  return (code) => (code === '' ? 'no partner' : (labels.get(code) ?? code))
}

/** @param note how to read them */
function figures(note: string, ...drawings: (Drawing | null)[]): ReportFigure[] {
  return drawings.flatMap((drawing) => (drawing ? [figure(note, drawing)] : []))
}

function figure(note: string, { title, leftOut, description, wide }: Drawing): ReportFigure {
  const caption = [`${title}.`, note, leftOut].filter(Boolean).join(' ')
  return { title: caption, description, svg: standaloneSvg(wide) }
}
