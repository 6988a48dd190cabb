import type { SamplePlan } from '@/lib/agreement/sample-size-plan'
import { coefficientText } from './number-text'
import type { PlannedGoal } from './planner'

const number = (n: number) => n.toLocaleString('en')
const twoDecimals = (n: number) => coefficientText(n).replace(/0$/, '')
const percent = (share: number) => `${Number((100 * share).toPrecision(3))}\u00a0%`

/** The plan for the methods section of a paper, with everything it takes to recompute it. */
export function planSentence({ alphaMin, expectedAlpha, ...goal }: PlannedGoal, plan: SamplePlan): string {
  const { mean, cv } = goal.unitsPerDocument
  const minimum = twoDecimals(alphaMin)
  return [
    `We planned to have ${number(plan.documents)} documents (about ${number(plan.units)} units) coded independently by ${goal.coders} coders each.`,
    `For a code present in ${percent(goal.prevalence)} of the units and a true Krippendorff’s alpha of ${twoDecimals(expectedAlpha)}, the chance of showing that alpha exceeds ${minimum} (one-sided test, 5\u00a0% level) is then about ${Math.round(100 * plan.expectedPower)}\u00a0%, taking documents of ${number(mean)} units on average (coefficient of variation ${cv}) and an intraclass correlation of ${goal.rho} (design effect ${plan.designEffect.toFixed(2)}; Eldridge, Ashby & Kerry, 2006).`,
    `Krippendorff’s (2019) minimum for a required alpha of ${minimum} is ${number(plan.minimum.units)} units.`,
  ].join(' ')
}
