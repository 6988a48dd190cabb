import type { AgreementReport, ReportRequest } from './agreement-report'
import { attributeSection } from './attribute-section'
import { documentRows } from './by-document'
import { confusionSection } from './confusion-section'
import { disagreementSection } from './disagreement-section'
import { driftSection } from './drift'
import { groundsOf } from './grounds'
import { reportHeader } from './header'
import { ladderRows } from './ladder'
import { marginalsSection } from './marginals'
import { recodedSection } from './recoded-section'
import type { ReportMemory } from './report-memory'
import { sensitivityRows } from './sensitivity'
import { unitizingSection } from './unitizing-section'
import { variableRows } from './variable-agreement'
import { reportWarnings } from './warnings'
import { withoutCoderSection } from './without-coder'

/**
 * The agreement report: pools what documents contribute, draws the bootstrap samples, and puts every figure beside its
 * reason. Neither the order of documents, coders or variables nor coders who are not asked for change any figure.
 * @param memory of the report composed before: with it, only documents that are other objects than then are counted
 * @throws RangeError for statistics that cannot be: a document twice, or coders that are not sorted
 */
export function composeReport(request: ReportRequest, memory?: ReportMemory): AgreementReport {
  const grounds = groundsOf(request, memory)
  const header = reportHeader(grounds)
  const variables = variableRows(grounds)
  const unitizing = unitizingSection(grounds)
  const attributes = attributeSection(grounds)
  const idle = grounds.coders.filter((coder) => !grounds.documents.some(({ coders }) => coders.includes(coder)))
  const report = {
    header,
    variables,
    ladder: ladderRows(grounds),
    unitizing,
    attributes,
    confusions: confusionSection(grounds),
    disagreements: disagreementSection(grounds),
    marginals: marginalsSection(grounds),
    withoutCoder: withoutCoderSection(grounds),
    sensitivity: sensitivityRows(grounds),
    drift: driftSection(grounds),
    recoded: recodedSection(request, memory),
    byDocument: documentRows(grounds),
    warnings: reportWarnings({ header, variables, unitizing, attributes, idle }),
  }
  grounds.sums.end()
  return report
}
