import type { Verdict } from '../state/draft'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { ChoiceRow } from './ChoiceRow'

const { details: texts } = deskTexts

const verdicts = Object.keys(texts.verdicts) as Verdict[]

/** Whether the text is to be coded at all. */
export function VerdictField({ review }: { review: Review }) {
  const { draft, set, goOn } = review
  return (
    <ChoiceRow
      label={<span className="font-semibold">{texts.verdict}</span>}
      choices={verdicts.map((verdict) => ({ id: verdict, label: texts.verdicts[verdict] }))}
      chosen={draft.verdict}
      onChoose={(id) => set({ verdict: verdicts.find((one) => one === id) ?? null })}
      onGoOn={() => goOn('detail')}
    />
  )
}
