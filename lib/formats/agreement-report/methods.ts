import type {
  AttributeAgreement,
  FamilyUnitizing,
  ReportHeader,
  VariableAgreement,
} from '../../agreement/report/agreement-report'
import { tentativeThreshold } from '../../agreement/verdict'
import { reasonSentence } from './cells'
import { coefficientText, counted, countText, intervalText, oneLine, percentText } from './numbers'
import type { ReportedStudy } from './study'
import { metricNames, unitNouns } from './words'

/**
 * The reliability part of a methods section: what the report knows, and brackets for what only the researchers know. It
 * is to be edited before it is used.
 */
export function methodsParagraph(report: ReportedStudy): string {
  const { header } = report
  const sentences =
    header.documents === 0 ? [nothingCompared] : [...sample(report), figures(report), ...outcome(report)]
  return [coding(report), ...sentences, ...handling, `Figures: Framewise ${report.softwareVersion}.`].join(' ')
}

const nothingCompared = 'No document was coded by two coders, so agreement could not be computed.'

/** What becomes of disagreements is decided outside the report. */
const handling = [
  'Disagreements were resolved by [how, and which share of them]; analyses use the [adjudicated | single | pooled] data.',
  'Versions of the codebook, the plan and deviations from it are at [link].',
]

function coding({ header, codebook }: ReportedStudy): string {
  const coders = capitalised(numberWord(header.coders.length, 'coder'))
  const trained = 'trained in [number of sessions and hours] on [number] texts outside the sample'
  return `${coders}, ${trained}, coded [number] documents with the codebook “${oneLine(codebook.title)}”, version ${codebook.version} ([where it can be had]).`
}

function sample({ header, variables }: ReportedStudy): string[] {
  const units = variables.find(({ kind }) => kind === 'code_presence')?.units
  const size = units === undefined ? '' : `; ${counted(units, unitNouns[header.unit])}`
  const documents = counted(header.documents, 'document')
  const were = header.documents === 1 ? 'was' : 'were'
  return [
    `[A random sample, stratified by …, of] ${documents} ([share] %${size}), [spread over the period of coding and unknown to the coders], ${were} coded independently by two or more coders.`,
  ]
}

function figures({ header, variables, attributes }: ReportedStudy): string {
  const named = [...variables.filter(isNamed), ...attributes]
  const others = named.length < variables.length + attributes.length
  const start = 'Reliability was computed on first submissions, for each variable by itself, as Krippendorff’s α'
  return `${start}${intervals(header)}: ${named.map(figureOf).join('; ')}.${others ? ` ${otherVariables}` : ''}`
}

/** Rates, counts and measures are many, and a study analyses some of them. */
const otherVariables = '[Name from Table 1 the framings, counts, rates and measures that enter the analysis.]'

function isNamed({ kind }: VariableAgreement): boolean {
  return kind === 'code_presence' || kind === 'document_variable'
}

function intervals({ replicates, strata, seed }: ReportHeader): string {
  if (replicates === 0) return ''
  const within = strata > 1 ? `, drawn within ${strata} strata` : ''
  return ` with its 95 % confidence interval from ${counted(replicates, 'bootstrap sample')} of documents (percentiles${within}; seed ${seed})`
}

function figureOf(variable: VariableAgreement | AttributeAgreement): string {
  const { alpha, percent, prevalence, units, level, unit } = variable
  const about = `${oneLine(variable.label)} (${metricNames[level]}; ${counted(units, unitNouns[unit])}${matched(variable)})`
  if (alpha.value === null) return `${about}, α not computable`
  const parts = [
    `α = ${coefficientText(alpha.value)}${spaced(intervalText(alpha.interval))}`,
    ...(percent.value === null ? [] : [`${percentText(percent.value)} % agreement`]),
    ...(prevalence.value === null ? [] : [`prevalence ${percentText(prevalence.value)} %`]),
  ]
  return `${about}, ${parts.join(', ')}`
}

/** Agreement on attributes says nothing of annotations without a partner: how many have one belongs to it. */
function matched(variable: VariableAgreement | AttributeAgreement): string {
  if (!('matchRate' in variable) || variable.matchRate.value === null) return ''
  return `, ${percentText(variable.matchRate.value)} % of the annotations had a partner`
}

function outcome({ unitizing, variables, attributes }: ReportedStudy): string[] {
  return [...boundaries(unitizing.families), ...lowOnes([...variables, ...attributes])]
}

function boundaries(families: readonly FamilyUnitizing[]): string[] {
  const known = families.flatMap(({ label, boundaries: { value, interval } }) =>
    value === null ? [] : [`|uα = ${coefficientText(value)}${spaced(intervalText(interval))} (${oneLine(label)})`],
  )
  return known.length === 0 ? [] : [`Boundaries of spans, whatever their code: ${known.join('; ')}.`]
}

function lowOnes(variables: readonly VariableAgreement[]): string[] {
  const low = variables.filter(({ alpha }) => alpha.value !== null && alpha.value < tentativeThreshold)
  const unknown = variables.filter(({ alpha }) => alpha.value === null)
  const none = low.length === 0 && unknown.length < variables.length
  return [
    ...(none ? ['No computed α was below .667.'] : []),
    ...(low.length > 0
      ? [`${names(low, variables)} (α below .667) ${was(low)} [dropped | merged | reported as tentative].`]
      : []),
    ...(unknown.length > 0 ? [whyUnknown(unknown)] : []),
  ]
}

/** Named with the reason, and grouped by it. */
function whyUnknown(variables: readonly VariableAgreement[]): string {
  const reasons = new Map<string, VariableAgreement[]>()
  for (const variable of variables) {
    if (variable.alpha.value !== null) continue
    const sentence = reasonSentence(variable.alpha.undefined)
    reasons.set(sentence, [...(reasons.get(sentence) ?? []), variable])
  }
  const each = Array.from(reasons, ([sentence, ones]) => `${names(ones, variables)} (${inBrackets(sentence)})`)
  return `α could not be computed for ${each.join('; ')}.`
}

/** A sentence without its capital and full stop. */
function inBrackets(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}

/**
 * Labels can have commas in them, so they are not listed by commas. A variable that stands under several metrics is
 * named with the one that is meant.
 */
function names(variables: readonly VariableAgreement[], all: readonly VariableAgreement[]): string {
  const named = variables.map(({ label, kind, level }) => {
    const hasOthers = all.some((other) => other.label === label && other.kind === kind && other.level !== level)
    return hasOthers ? `${oneLine(label)} (${metricNames[level]})` : oneLine(label)
  })
  return named.length === 2 ? named.join(' and ') : named.join('; ')
}

function was(variables: readonly VariableAgreement[]): string {
  return variables.length === 1 ? 'was' : 'were'
}

function spaced(text: string | null): string {
  return text === null ? '' : ` ${text}`
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

function numberWord(count: number, noun: string): string {
  return `${words[count] ?? countText(count)} ${count === 1 ? noun : `${noun}s`}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
