import type { ReportHeader, VariableAgreement } from '../../agreement/report/agreement-report'
import { coefficientText, counted, countText, oneLine } from './numbers'
import type { ReportedStudy } from './study'
import { metricNames, verdictRule } from './words'

/** The note under Table 1: what the figures are, in the words of a paper. */
export function generalNote({ header, variables, codebook, softwareVersion }: ReportedStudy): string {
  return [
    `First independent submissions under version ${codebook.version} of the codebook.`,
    'n = units with values of two or more coders; Prev. = share of values that say present; % = percent agreement, mean over units;',
    `α = Krippendorff’s alpha${metrics(variables)}; κ = Cohen’s kappa${pairsOf(header)}; AC1 = Gwet’s${unweighted(variables)}.`,
    ...blanks(variables),
    intervals(header),
    `${verdictRule} ${minima(variables)}`,
    ...provisionalOnes(variables),
    `Computed with Framewise ${softwareVersion}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** (nominal), or where the metric stands. */
function metrics(variables: readonly VariableAgreement[]): string {
  const levels = new Set(variables.map(({ level }) => level))
  if (levels.size > 1) return ' by the metric over each group'
  return Array.from(levels, (level) => ` (${metricNames[level]})`).join('')
}

/** Percent, kappa and AC1 know no metric. */
function unweighted(variables: readonly VariableAgreement[]): string {
  if (variables.every(({ level }) => level === 'nominal')) return ''
  return '; %, κ, and AC1 count values, also sets and ranks, as equal or not'
}

function blanks(variables: readonly VariableAgreement[]): string[] {
  const isEmptySomewhere = variables.some(({ prevalence }) => prevalence.value === null)
  return isEmptySomewhere ? ['Cells are empty where a figure does not apply.'] : []
}

/** "The minimum is .800, for Victim .667." */
function minima(variables: readonly VariableAgreement[]): string {
  const counts = new Map<number, number>()
  for (const { alphaMin } of variables) counts.set(alphaMin, (counts.get(alphaMin) ?? 0) + 1)
  const [usual] = [...counts].sort(([, often], [, oftenOther]) => oftenOther - often)[0] ?? []
  if (usual === undefined) return ''
  const others = variables
    .filter(({ alphaMin }) => alphaMin !== usual)
    .map(({ label, alphaMin }) => `${oneLine(label)} ${coefficientText(alphaMin)}`)
  const except = others.length === 0 ? '' : `; for ${[...new Set(others)].join('; ')}`
  return `The minimum is ${coefficientText(usual)}${except}.`
}

function pairsOf({ coders }: ReportHeader): string {
  return coders.length > 2 ? ', mean over pairs of coders (lowest to highest)' : ''
}

function intervals({ replicates, seed, strata }: ReportHeader): string {
  if (replicates === 0) return 'No bootstrap samples were drawn, so there are no intervals.'
  const within = strata > 1 ? ` drawn within ${strata} strata` : ''
  return `Intervals and P are from ${counted(replicates, 'bootstrap sample')} of documents${within} (percentiles; seed ${seed}).`
}

function provisionalOnes(variables: readonly VariableAgreement[]): string[] {
  const ones = variables.flatMap(({ label, provisional }) =>
    provisional ? [`${oneLine(label)} ${countText(provisional.unitsNeeded)}`] : [],
  )
  return ones.length === 0
    ? []
    : [`Provisional: fewer units than Krippendorff’s minimum, which is for ${ones.join('; ')}.`]
}
