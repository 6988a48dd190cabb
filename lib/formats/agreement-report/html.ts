import type { CodedText } from './coded-text'
import { html, Markup } from './markup'
import { methodsParagraph } from './methods'
import { unbroken } from './numbers'
import { printedCoders, printedPairs } from './print-coders'
import { printedDisagreements } from './print-disagreements'
import { printedDocuments, printedText } from './print-documents'
import { allWarnings, printedHead, printedWarnings } from './print-head'
import { printedRecoded } from './print-recoded'
import { printedDrift, printedSensitivity } from './print-robustness'
import { printedSection, type ReportFigures } from './print-section'
import { printStyle } from './print-style'
import { printedUnitizing } from './print-unitizing'
import { printedAttributes, printedConfusions, printedLadder, printedVariables } from './print-variables'
import { recomputeFiles } from './recompute-script'
import type { ReportedStudy } from './study'
import { agreementTables } from './tables'

/** What is printed that the report has not in itself. */
export interface PrintedWith {
  /** By section; each an SVG document of its own. */
  figures?: ReportFigures
  /** SHA-256 of the tables, by the names of their files. */
  checksums?: ReadonlyMap<string, string>
  /** The text on which coders agree least. */
  text?: CodedText | undefined
}

/**
 * The report as one HTML document, for paper and for keeping: it needs nothing from elsewhere and runs nothing. Sections
 * without data are left out.
 */
export function agreementHtml(report: ReportedStudy, { figures = {}, checksums, text }: PrintedWith = {}): string {
  const title = `Agreement report: ${report.study.title}`
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(printStyle)}</style>
</head>
<body>
${printedHead(report)}
${printedWarnings(report)}
<main>
${sections(report, figures, text)}
${methods(report)}
${allWarnings(report)}
${reproduce(checksums)}
</main>
</body>
</html>`.text
  }\n`
}

function sections(report: ReportedStudy, figures: ReportFigures, text: CodedText | undefined): Markup[] {
  const section = (key: keyof ReportFigures, title: string, content: Markup[]) =>
    printedSection({ key, title }, figures, content)
  return [
    ...section('variables', 'Agreement on each variable', printedVariables(report)),
    ...section('unitizing', 'Where spans begin and end', printedUnitizing(report.unitizing)),
    ...section('ladder', 'The same codes at other units', printedLadder(report.ladder)),
    ...section('attributes', 'Attributes', printedAttributes(report.attributes)),
    ...section('confusions', 'Codes taken for one another', printedConfusions(report)),
    ...section('disagreements', 'How coders disagree', printedDisagreements(report.disagreements)),
    ...section('pairs', 'Coders two by two', printedPairs(report)),
    ...section('coders', 'Each coder', printedCoders(report)),
    ...section('drift', 'Over time', printedDrift(report)),
    ...section('recoded', 'Recoded work', printedRecoded(report)),
    ...section('documents', 'Documents', printedDocuments(report)),
    ...section('text', 'One text', printedText(report, text)),
    ...section('sensitivity', 'Other rules of counting', printedSensitivity(report)),
  ]
}

function methods(report: ReportedStudy): Markup {
  return html`<section id="methods">
<h2>For the methods section</h2>
<p><bdi>${unbroken(methodsParagraph(report))}</bdi></p>
</section>`
}

function reproduce(checksums: ReadonlyMap<string, string> | undefined): Markup {
  const files = agreementTables.map(({ file, row }) => {
    const sum = checksums?.get(file)
    return html`<li><code>${file}</code>: one row per ${row}${sum === undefined ? '' : html`<code class="sum">${sum}</code>`}</li>`
  })
  return html`<section id="reproduce">
<h2>To compute it again</h2>
<p>Download <code>unit_coder_long.csv</code> at the unit of this report, <code>irr_summary.csv</code> and
<code>irr_draws.csv</code> with the same filters into one folder, and run there <code>Rscript ${recomputeFiles.R}</code>
or <code>python3 ${recomputeFiles.python}</code>: either computes the presence of every code once more, from the
coders’ values, and says where it differs. The tables of this report are${checksums ? ', each with the SHA-256 of its file' : ''}:</p>
<ul>${files}</ul>
</section>`
}
