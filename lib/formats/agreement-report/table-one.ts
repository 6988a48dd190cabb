import type { KappaSummary, VariableAgreement } from '../../agreement/report/agreement-report'
import { type NotedText, ReasonNotes } from './notes'
import { coefficientText, counted, countText, oneLine, percentText, probabilityText } from './numbers'
import type { ReportedStudy } from './study'
import { generalNote } from './table-note'
import { kindNames, metricNames, unitNouns, verdictNames } from './words'

/** Table 1 as a table of texts, the same for plain text, LaTeX and print. */
export interface TableOne {
  title: string
  columns: string[]
  /** Columns from here to the one before the last hold numbers. */
  firstNumber: number
  groups: { name: string; rows: NotedText[][] }[]
  /** What holds for the whole table. */
  note: string
  /** Why figures are undefined. */
  reasons: { note: string; sentence: string }[]
}

export function tableOne(report: ReportedStudy): TableOne {
  const notes = new ReasonNotes()
  const { header, variables, study } = report
  const names = [...new Set(variables.map(groupOf))]
  const coders = counted(header.coders.length, 'Coder')
  const documents = counted(header.documents, 'Document')
  return {
    title: `Agreement of ${coders} on ${documents}: ${oneLine(study.title)}`,
    columns: ['Variable', 'Unit', 'n', 'Prev. %', '%', 'α', '95 % CI', 'P(α < .667)', 'κ', 'AC1', 'Verdict'],
    firstNumber: 2,
    groups: names.map((name) => ({
      name,
      rows: variables.filter((variable) => groupOf(variable) === name).map((variable) => cells(variable, notes)),
    })),
    note: generalNote(report),
    reasons: notes.all(),
  }
}

/** What a variable says, and the metric of its alpha: the same label can stand under several. */
export function groupOf({ kind, level }: Pick<VariableAgreement, 'kind' | 'level'>): string {
  return `${kindNames[kind]} (${metricNames[level]})`
}

function cells(variable: VariableAgreement, notes: ReasonNotes): NotedText[] {
  const { alpha } = variable
  return [
    { text: oneLine(variable.label) },
    { text: unitNouns[variable.unit] },
    { text: countText(variable.units) },
    notes.figure(variable.prevalence, percentText),
    notes.figure(variable.percent, percentText),
    notes.figure(alpha, coefficientText),
    notes.interval(alpha.interval),
    notes.figure(alpha.belowTentative, probabilityText),
    kappaCell(variable.kappa, notes),
    notes.figure(variable.gwetAc1, coefficientText),
    { text: verdictText(variable) },
  ]
}

/** The mean over pairs, with its range where there are several. */
function kappaCell({ pairs, mean, min, max }: KappaSummary, notes: ReasonNotes): NotedText {
  return notes.figure(mean, (value) => {
    if (pairs.length < 2 || min.value === null || max.value === null) return coefficientText(value)
    return `${coefficientText(value)} (${coefficientText(min.value)} to ${coefficientText(max.value)})`
  })
}

export function verdictText({ verdict, provisional }: VariableAgreement): string {
  return provisional ? `${verdictNames[verdict.word]}, provisional` : verdictNames[verdict.word]
}
