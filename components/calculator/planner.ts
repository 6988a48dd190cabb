import { undefinedReasons } from '@/lib/agreement/estimate'
import { planSample, type SampleGoal, type SamplePlan } from '@/lib/agreement/sample-size-plan'
import { planner } from '../words/calculator/planner'

export const plannerFields = [
  'alphaMin',
  'expectedAlpha',
  'power',
  'prevalence',
  'coders',
  'mean',
  'cv',
  'rho',
] as const
export type PlannerField = (typeof plannerFields)[number]

/** The form as it was filled in. */
export type PlannerInput = Readonly<Record<PlannerField, string>>

/** A goal of which all numbers are sound, with the most documents it takes. */
export type PlannedGoal = SampleGoal & { power: number; coders: number; rho: number }

/** The plan, or which field is wrong and why, or why no number of documents will do. */
export type PlannerAnswer =
  | { kind: 'plan'; goal: PlannedGoal; plan: SamplePlan }
  | { kind: 'wrong'; field: PlannerField; message: string }
  | { kind: 'impossible'; message: string }

const limits: Record<PlannerField, { least: number; most: number; whole?: boolean }> = {
  alphaMin: { least: 0, most: 0.99 },
  expectedAlpha: { least: 0, most: 1 },
  power: { least: 0.5, most: 0.99 },
  prevalence: { least: 0.001, most: 0.999 },
  coders: { least: 2, most: 100, whole: true },
  mean: { least: 1, most: 1_000_000 },
  cv: { least: 0, most: 10 },
  rho: { least: 0, most: 1 },
}

/** The numbers a plan begins with: method 3.5 and the starter codebook's required alpha. */
export const usualPlan: PlannerInput = {
  alphaMin: '0.80',
  expectedAlpha: '0.90',
  power: '0.80',
  prevalence: '0.20',
  coders: '2',
  mean: '20',
  cv: '0.5',
  rho: '0.05',
}

/** How many documents to double-code for what the form asks; see planSample. */
export function plannerAnswer(input: PlannerInput): PlannerAnswer {
  const wrong = plannerFields.find((field) => numberIn(field, input[field]) === null)
  if (wrong) return { kind: 'wrong', field: wrong, message: planner.between(limits[wrong]) }
  const of = (field: PlannerField) => numberIn(field, input[field]) ?? 0
  const goal: PlannedGoal = {
    alphaMin: of('alphaMin'),
    expectedAlpha: of('expectedAlpha'),
    power: of('power'),
    prevalence: of('prevalence'),
    coders: of('coders'),
    rho: of('rho'),
    unitsPerDocument: { mean: of('mean'), cv: of('cv') },
  }
  const plan = planSample(goal)
  if ('undefined' in plan) return { kind: 'impossible', message: undefinedReasons[plan.undefined] }
  return { kind: 'plan', goal, plan }
}

/** Takes .8, 0.8 and 0,8. */
function numberIn(field: PlannerField, given: string): number | null {
  const text = given.trim().replace(',', '.')
  const { least, most, whole } = limits[field]
  const number = Number(text)
  const isSound = text !== '' && number >= least && number <= most && (!whole || Number.isInteger(number))
  return isSound ? number : null
}
