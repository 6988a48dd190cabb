import type { AgreementReport, ReportWarning } from '../../agreement/report/agreement-report'
import { isOfFewDocuments } from '../../agreement/report/warnings'
import { countText } from './numbers'
import { warningNames } from './words'

/** The warnings of one kind. */
export interface WarningGroup {
  kind: ReportWarning['kind']
  /** What all of them are about. */
  name: string
  messages: string[]
}

export interface WarningGroups {
  /** What every figure rests on, and what makes figures look better than they are: never folded away. */
  severe: WarningGroup[]
  /** What concerns one figure or another, which say it themselves. */
  others: WarningGroup[]
}

const severeKinds: ReadonlySet<ReportWarning['kind']> = new Set([
  ...(['no_overlap', 'not_headline', 'other_codebook_version', 'documents_left_out'] as const),
  ...(['coder_without_overlap', 'agreement_on_absence'] as const),
])

/** Warnings by kind, in the order in which each first occurs, which is that of their weight. */
export function warningGroups({ warnings, header }: Pick<AgreementReport, 'warnings' | 'header'>): WarningGroups {
  const groups = [...new Set(warnings.map(({ kind }) => kind))].map((kind) => ({
    ...{ kind, name: warningNames[kind] },
    messages: warnings.filter((warning) => warning.kind === kind).map(({ message }) => message),
  }))
  // Few documents can be those of the whole report, or of single variables.
  const isSevere = ({ kind }: WarningGroup) =>
    severeKinds.has(kind) || (kind === 'few_documents' && isOfFewDocuments(header))
  return { severe: groups.filter(isSevere), others: groups.filter((group) => !isSevere(group)) }
}

/** One warning as it is, several in a line with their number. */
export function warningLine({ name, messages }: WarningGroup): string {
  return messages.length === 1 ? (messages[0] ?? '') : `${name}: ${countText(messages.length)}`
}
