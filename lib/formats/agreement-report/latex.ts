import type { NotedText } from './notes'
import type { ReportedStudy } from './study'
import { type TableOne, tableOne } from './table-one'

/** Table 1 for LaTeX: a table float with the rules of booktabs, notes below it. */
export function tableLatex(report: ReportedStudy): string {
  const table = tableOne(report)
  const numbers = table.columns.length - table.firstNumber - 1
  return [
    '% \\usepackage{booktabs}; letters beyond Latin need XeLaTeX or LuaLaTeX; too wide for a page: sidewaystable of rotating',
    '\\begin{table}',
    `\\caption{${latexText(table.title)}}`,
    '\\label{tab:agreement}',
    '\\small',
    `\\begin{tabular}{@{}${'l'.repeat(table.firstNumber)}${'r'.repeat(numbers)}l@{}}`,
    '\\toprule',
    line(table.columns.map((name) => headings[name] ?? latexText(name))),
    '\\midrule',
    ...bodyLines(table),
    '\\bottomrule',
    '\\end{tabular}',
    '',
    `\\smallskip\\footnotesize\\emph{Note.} ${latexText(table.note)}`,
    ...table.reasons.map(({ note, sentence }) => `\\textsuperscript{${note}}~${latexText(sentence)}`),
    '\\end{table}',
    '',
  ].join('\n')
}

/** Statistical symbols are italic, Greek letters and abbreviations are not (APA 2020, ch. 6). */
const headings: Record<string, string> = {
  n: '\\emph{n}',
  'P(α < .667)': '\\emph{P}($\\alpha$ \\textless{} .667)',
  '95 % CI': '95\\% CI',
  AC1: 'AC\\textsubscript{1}',
}

function bodyLines({ groups, columns }: TableOne): string[] {
  return groups.flatMap(({ name, rows }) => [
    ...(groups.length > 1 ? [`\\multicolumn{${columns.length}}{@{}l}{\\emph{${latexText(name)}}} \\\\`] : []),
    ...rows.map((cells) => line(cells.map(notedText))),
  ])
}

function line(cells: readonly string[]): string {
  return `${cells.join(' & ')} \\\\`
}

function notedText({ text, note }: NotedText): string {
  return note === undefined ? latexText(text) : `${latexText(text)}\\textsuperscript{${note}}`
}

const commands: Record<string, string> = {
  ...{ '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_' },
  ...{ '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '<': '\\textless{}', '>': '\\textgreater{}' },
  ...{ '|': '\\textbar{}', '"': '{"}', '`': '{`}', "'": "{'}", '[': '{[}', ']': '{]}' },
  ...{ α: '$\\alpha$', κ: '$\\kappa$', '≤': '$\\le$', '−': '$-$', '—': '---' },
}

/** Text in which nothing is a command: what LaTeX would run stands for itself. */
function latexText(text: string): string {
  return [...text].map((character) => commands[character] ?? character).join('')
}
