import { tolerableUndefinedShare } from '../bootstrap'
import { tentativeThreshold } from '../verdict'
import type {
  AttributeAgreement,
  ReportHeader,
  ReportWarning,
  UnitizingSection,
  VariableAgreement,
} from './agreement-report'

/** Below this number of documents an interval from resampling them is rough. */
export const fewDocuments = 10

/** Agreement on fewer than half of the annotations says little about all. */
const lowMatchRate = 0.5

/** From here on a coefficient that counts agreement on absence looks high. */
const highPercent = 0.9
const highAc1 = 0.8

export interface WarningGrounds {
  header: ReportHeader
  variables: readonly VariableAgreement[]
  unitizing: UnitizingSection
  attributes: readonly AttributeAgreement[]
  /** Coders in no document of the report. */
  idle: readonly string[]
}

/** What a reader must know before reading the figures, in the order of its weight. */
export function reportWarnings({ header, variables, unitizing, attributes, idle }: WarningGrounds): ReportWarning[] {
  if (header.documents === 0) return [noOverlap(header)]
  return [
    ...fewDocumentsOf(header),
    ...[...variables, ...attributes].flatMap((variable) => inFewDocuments(header, variable)),
    ...documentsLeftOutOf(header),
    ...pairsLeftOutOf([...variables, ...attributes]),
    ...idle.map((coder) => ({
      kind: 'coder_without_overlap' as const,
      message: `${coder} shares no submitted document with another coder${underVersion(header)} and is in no figure.`,
    })),
    ...variables.flatMap(agreementOnAbsence),
    ...[...variables, ...attributes].flatMap(undefinedReplicates),
    ...[...variables, ...attributes].flatMap(noWidth),
    ...variables.flatMap(provisionalVerdict),
    ...unitizing.families.flatMap((family) => stackedCodes(header, family)),
    ...attributes.flatMap(fewMatched),
    ...unitedAnnotations(unitizing),
  ]
}

/** What was submitted under another version is submitted all the same: no warning may say that it was not. */
function underVersion({ codingsOfOtherVersions }: ReportHeader): string {
  return codingsOfOtherVersions > 0 ? ' under this version of the codebook' : ''
}

function noOverlap(header: ReportHeader): ReportWarning {
  const submitted = `No document has been submitted by two coders${underVersion(header)} yet`
  return { kind: 'no_overlap', message: `${submitted}: no agreement can be computed.` }
}

/** Whether every interval of the report is rough. */
export function isOfFewDocuments({ documents }: Pick<ReportHeader, 'documents'>): boolean {
  return documents < fewDocuments
}

function fewDocumentsOf(header: ReportHeader): ReportWarning[] {
  if (!isOfFewDocuments(header)) return []
  const submitted = `${counted(header.documents, 'document was', 'documents were')} submitted by two coders`
  const rough =
    header.replicates === 0
      ? 'there are no intervals'
      : `with fewer than ${fewDocuments}, intervals are rough and too narrow`
  return [{ kind: 'few_documents', message: `Only ${submitted}${underVersion(header)}: ${rough}.` }]
}

/** A variable can rest on fewer documents than the report: a measure is undefined in some, attributes need partners. */
function inFewDocuments(header: ReportHeader, { label, alpha, documents }: VariableAgreement): ReportWarning[] {
  if (isOfFewDocuments(header) || alpha.interval.low === null || documents >= fewDocuments) return []
  const rests = `${label}: only ${counted(documents, 'document has', 'documents have')} values of two coders`
  return [{ kind: 'few_documents', message: `${rests}, so the interval is rough and too narrow.` }]
}

function documentsLeftOutOf(header: ReportHeader): ReportWarning[] {
  if (header.documentsLeftOut === 0) return []
  const submitted = `${counted(header.documentsLeftOut, 'document was', 'documents were')} submitted by fewer than two coders`
  return [{ kind: 'documents_left_out', message: `${submitted}${underVersion(header)} and left out of every figure.` }]
}

function pairsLeftOutOf(variables: readonly VariableAgreement[]): ReportWarning[] {
  const [most] = variables.map(({ kappa }) => kappa).sort((one, other) => other.pairsLeftOut - one.pairsLeftOut)
  if (!most?.pairsLeftOut) return []
  const pairs = `Of ${most.pairs.length + most.pairsLeftOut} pairs of coders, ${most.pairs.length} are listed`
  const message = `${pairs}: those with the most units in common. The mean, least and greatest kappa rest on all.`
  return [{ kind: 'pairs_left_out', message }]
}

/** Agreement that most units do not have a rare code hides that coders do not find it in the same ones. */
function agreementOnAbsence({ label, alpha, positiveAgreement, gwetAc1, percent }: VariableAgreement): ReportWarning[] {
  const isLow = [alpha, positiveAgreement].every(({ value }) => value !== null && value < tentativeThreshold)
  const looksHigh = (percent.value ?? 0) >= highPercent || (gwetAc1.value ?? 0) >= highAc1
  if (!isLow || !looksHigh) return []
  const agreed = `coders agree on ${share(percent.value)} of the units mostly because hardly any has it`
  const found = `where one coder found it, another did so in ${share(positiveAgreement.value)}`
  const message = `${label}: ${agreed}; ${found}. A high percent agreement or AC1 does not make it reliable.`
  return [{ kind: 'agreement_on_absence', message }]
}

function undefinedReplicates({ label, alpha }: VariableAgreement): ReportWarning[] {
  if (alpha.value === null || !alpha.undefinedShare) return []
  const undefinedIn = `${label}: alpha is undefined in ${(100 * alpha.undefinedShare).toFixed(1)}\u00a0% of the bootstrap samples`
  const consequence = alpha.undefinedShare > tolerableUndefinedShare ? ', so it has no interval' : ''
  const message = `${undefinedIn}${consequence}. What varies is in so few documents that a sample can miss them all.`
  return [{ kind: 'undefined_replicates', message }]
}

/** Every sample gives the same: coders agreed in every unit, or differed alike in every document. */
function noWidth({ label, alpha: { value, interval }, documents }: VariableAgreement): ReportWarning[] {
  if (value === null || interval.low === null || interval.low < interval.high) return []
  const why = value === 1 ? 'coders agreed in every unit' : 'every document shows the same agreement'
  const sure = `that shows what these ${documents} documents have in common, not how sure alpha is`
  return [{ kind: 'no_width', message: `${label}: the interval has no width, since ${why}; ${sure}.` }]
}

function provisionalVerdict({ label, units, alphaMin, provisional }: VariableAgreement): ReportWarning[] {
  if (!provisional) return []
  const minimum = `Krippendorff’s minimum at this prevalence for an alpha of ${alphaMin.toFixed(3).replace(/^0/, '')}`
  const needed = `${minimum} is ${thousands(provisional.unitsNeeded)} units; there are ${thousands(units)}`
  return [{ kind: 'provisional', message: `${label}: the verdict is provisional. ${needed}.` }]
}

function stackedCodes(
  { documents }: ReportHeader,
  { label, stackedDocuments }: UnitizingSection['families'][number],
): ReportWarning[] {
  if (stackedDocuments === 0) return []
  const others = documents - stackedDocuments
  const stacked = `In ${counted(stackedDocuments, 'document', 'documents')} a coder gave overlapping spans different codes of ${label}`
  const rest =
    others === 0
      ? 'u-alpha, cu-alpha and (k)u-alpha of this family have none left'
      : `u-alpha, cu-alpha and (k)u-alpha of this family rest on the other ${others} of ${documents}, no random choice`
  const message = `${stacked}: ${rest}.`
  return [{ kind: 'stacked_codes', message }]
}

function fewMatched({ label, matchRate }: AttributeAgreement): ReportWarning[] {
  if (matchRate.value === null || matchRate.value >= lowMatchRate) return []
  const message = `${label}: only ${share(matchRate.value)} of the annotations have a partner, and its figures rest on these alone.`
  return [{ kind: 'low_match_rate', message }]
}

function unitedAnnotations({ families }: UnitizingSection): ReportWarning[] {
  const united = families.reduce((sum, family) => sum + family.united, 0)
  if (united === 0) return []
  const overlapped = counted(united, 'annotation overlapped another', 'annotations overlapped others')
  const message = `${overlapped} of the same code and coder; for u-alpha they were united.`
  return [{ kind: 'united_annotations', message }]
}

function counted(count: number, one: string, many: string): string {
  return `${thousands(count)} ${count === 1 ? one : many}`
}

function thousands(count: number): string {
  return count.toLocaleString('en')
}

/** Whole per cent; only all are 100 %, and only none 0 %. */
function share(value: number | null): string {
  const percent = Math.round(100 * (value ?? 0))
  if (percent === 100 && value !== 1) return 'more than 99\u00a0%'
  return percent === 0 && value !== 0 ? 'less than 1\u00a0%' : `${percent}\u00a0%`
}
