import { eligibilityVerdicts } from '@/lib/coding/review/decision'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { ChoiceRow } from './ChoiceRow'

const { details: texts } = deskTexts

/** Whether the text is to be coded at all. */
export function VerdictField({ review }: { review: Review }) {
  const { draft, set, goOn } = review
  return (
    <ChoiceRow
      label={<span className="font-semibold">{texts.verdict}</span>}
      choices={eligibilityVerdicts.map((verdict) => ({ id: verdict, label: texts.verdicts[verdict] }))}
      chosen={draft.verdict}
      onChoose={(id) => set({ verdict: eligibilityVerdicts.find((one) => one === id) ?? null })}
      onGoOn={() => goOn('detail')}
    />
  )
}
