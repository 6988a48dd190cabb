import type { SamplePlan } from '@/lib/agreement/sample-size-plan'
import { counted } from './counted'

/** Words of the planner of a reliability sample. */
export const planner = {
  title: 'How many documents to double-code',
  note: 'So that your reliability sample can show the alpha you require, and not only reach it by luck. Computed here as you type.',
  toPlanner: 'Planning a study? How many documents to double-code',
  fields: {
    alphaMin: { label: 'Alpha you require', hint: 'Fixed before coding; .80, or .667 for tentative conclusions.' },
    expectedAlpha: { label: 'Alpha you expect', hint: 'What your pilot shows. Must be above the one you require.' },
    power: { label: 'Power', hint: 'Chance of showing it; .80 is usual.' },
    prevalence: { label: 'Prevalence', hint: 'Share of units with the rarest code that matters.' },
    coders: { label: 'Coders of a document', hint: 'Two for double coding.' },
    mean: { label: 'Units per document', hint: 'On average: sentences, for instance.' },
    cv: { label: 'Their variation', hint: 'Standard deviation divided by the mean.' },
    rho: { label: 'Likeness within a document', hint: 'Intraclass correlation; .05 unless you know it.' },
  },
  between: ({ least, most, whole }: { least: number; most: number; whole?: boolean }) =>
    `${whole ? 'A whole number' : 'A number'} from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`,
  answer: 'The plan',
  mendFirst: 'One of the numbers needs mending first.',
  documents: (n: number) => `${counted(n, 'document')} to double-code.`,
  facts: (plan: SamplePlan): [string, string][] => [
    ['Units in them, about', plan.units.toLocaleString('en')],
    ['Chance of showing the required alpha', `${Math.round(100 * plan.expectedPower)} %`],
    ['Units, if none came from the same document', plan.independentUnits.toLocaleString('en')],
    ['Design effect of whole documents', plan.designEffect.toFixed(2)],
    ['Krippendorff’s minimum N, units', plan.minimum.units.toLocaleString('en')],
    ['Krippendorff’s minimum, documents', plan.minimum.documents.toLocaleString('en')],
    ['Units for five agreements by chance', plan.unitsForChanceAgreements.toLocaleString('en')],
  ],
  sentence: 'For the methods section',
  copySentence: 'Copy sentence',
}
