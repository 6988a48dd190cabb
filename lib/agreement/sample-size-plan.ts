import { type Estimate, noEstimate, type UndefinedReason } from './estimate'
import { minimumUnits, requireShare } from './sample-size'
import { normalProbability, normalQuantile } from './sample-size-normal'
import { unitVarianceOfAlpha } from './sample-size-variance'

/** What the reliability sample is to show, and of what it will consist. Shares are up to 1. */
export interface SampleGoal {
  /** The alpha to be shown, fixed before coding. */
  alphaMin: number
  /** The alpha that the coders really have, as a pilot lets expect. */
  expectedAlpha: number
  /** Share of the values that say present. */
  prevalence: number
  /** Units of a document: mean number, and coefficient of variation (standard deviation / mean) over the documents. */
  unitsPerDocument: { mean: number; cv: number }
  /** Chance of showing it; .8 by default. */
  power?: number
  /** Risk of accepting an alpha that is no higher than the minimum, one-sided; .05 by default. */
  significance?: number
  /** Coders of each document; 2 by default. */
  coders?: number
  /** How far units of one document agree or disagree together: the intraclass correlation of a unit's share in alpha. */
  rho?: number
  /** Documents there are to draw from. */
  population?: number
}

export interface SamplePlan {
  /** Units that would do if no two of them came from one document. */
  independentUnits: number
  /** So many times more are needed because units of a document are alike. */
  designEffect: number
  /** Units of the documents below, on average. */
  units: number
  /** Documents to double-code: for the power, but no fewer than the minimum asks and ten. */
  documents: number
  /** Chance of showing alphaMin with these documents. */
  expectedPower: number
  /** Krippendorff's minimum. */
  minimum: { units: number; documents: number }
  /** Units for five agreements by chance, beside the rest: a rule of thumb that rare codes can hardly meet. */
  unitsForChanceAgreements: number
  /** Where the population is known: whether it has as many, and the chance with all of it. */
  population: { enough: boolean; expectedPower: number } | null
}

/** Below this the report warns that an interval over documents is not to be trusted. */
const fewestDocuments = 10

/** Each code should yield at least five agreements by chance (manual of ATLAS.ti, sample size): n p^2 for two coders. */
const chanceAgreements = 5

/**
 * How many documents to double-code so that a one-sided test at `significance` shows alpha >= alphaMin with the power
 * asked for: n = (z_(1 - significance) + z_power)^2 V / (expectedAlpha - alphaMin)^2 independent units, V their variance
 * (unitVarianceOfAlpha at the expected alpha); times the design effect 1 + ((1 + cv^2) mean - 1) rho of clusters of
 * unequal size (Eldridge, Ashby & Kerry 2006). A large-sample formula: alpha's distribution is skewed, so the real power
 * is some points lower near 1 and some higher where little is needed. The interval of the report knows no finite
 * population, so neither does the plan: a population only bounds the documents.
 * @returns the reason where no number of units will do
 * @throws RangeError when a number is out of its range
 */
export function planSample(goal: SampleGoal): SamplePlan | { undefined: UndefinedReason } {
  const setting = completed(goal)
  const minimum = minimumUnits(goal)
  if (minimum.value === null) return { undefined: minimum.undefined }
  if (goal.expectedAlpha <= goal.alphaMin) return { undefined: 'not_above_minimum' }
  const { mean } = goal.unitsPerDocument
  const independentUnits = Math.ceil(independentUnitsFor(setting))
  const minimumDocuments = Math.ceil(minimum.value / mean)
  const forPower = Math.ceil((independentUnits * designEffect(setting)) / mean)
  const documents = Math.max(forPower, minimumDocuments, fewestDocuments)
  const { population, prevalence } = goal
  return {
    independentUnits,
    designEffect: designEffect(setting),
    units: Math.round(documents * mean),
    documents,
    expectedPower: powerOf(setting, documents),
    minimum: { units: minimum.value, documents: minimumDocuments },
    unitsForChanceAgreements: Math.ceil(chanceAgreements / Math.min(prevalence, 1 - prevalence) ** 2),
    population:
      population === undefined
        ? null
        : { enough: population >= documents, expectedPower: powerOf(setting, population) },
  }
}

/**
 * The chance that so many documents show alpha >= alphaMin: Phi( (expectedAlpha - alphaMin) / SE - z_(1 - significance) )
 * with SE^2 = V x design effect / units. No more than the significance where the expected alpha is not above the minimum.
 * @throws RangeError when a number is out of its range
 */
export function expectedPower(goal: SampleGoal, documents: number): Estimate {
  const setting = completed(goal)
  requireDocuments(documents)
  const minimum = minimumUnits(goal)
  return minimum.value === null ? noEstimate(minimum.undefined) : { value: powerOf(setting, documents) }
}

type Setting = Required<Omit<SampleGoal, 'population'>>

/** @throws RangeError when a number is out of its range */
function completed(goal: SampleGoal): Setting {
  const setting = { power: 0.8, significance: 0.05, coders: 2, rho: 0.05, ...goal }
  requireShare(setting.alphaMin, 'minimum')
  requireShare(setting.expectedAlpha, 'expected alpha')
  requireShare(setting.prevalence, 'prevalence')
  requireShare(setting.rho, 'correlation of the units of a document')
  const { mean, cv } = setting.unitsPerDocument
  if (!(mean > 0 && cv >= 0)) throw new RangeError(`Documents cannot have ${mean} units with a variation of ${cv}`)
  if (!Number.isInteger(setting.coders) || setting.coders < 2) {
    throw new RangeError(`Two coders or more are needed; there are ${setting.coders}`)
  }
  if (goal.population !== undefined) requireDocuments(goal.population)
  return setting
}

function requireDocuments(documents: number): void {
  if (!(documents >= 1)) throw new RangeError(`At least one document is needed; there are ${documents}`)
}

function designEffect({ unitsPerDocument: { mean, cv }, rho }: Setting): number {
  return Math.max(1, 1 + ((1 + cv ** 2) * mean - 1) * rho)
}

function independentUnitsFor(setting: Setting): number {
  const { alphaMin, expectedAlpha, prevalence, coders, power, significance } = setting
  const reach = normalQuantile(1 - significance) + normalQuantile(power)
  return (
    Math.max(0, reach) ** 2 * (unitVarianceOfAlpha(expectedAlpha, prevalence, coders) / (expectedAlpha - alphaMin) ** 2)
  )
}

function powerOf(setting: Setting, documents: number): number {
  const { alphaMin, expectedAlpha, prevalence, coders, significance, unitsPerDocument } = setting
  const variance = unitVarianceOfAlpha(expectedAlpha, prevalence, coders)
  const error = Math.sqrt((variance * designEffect(setting)) / (documents * unitsPerDocument.mean))
  return normalProbability((expectedAlpha - alphaMin) / error - normalQuantile(1 - significance))
}
