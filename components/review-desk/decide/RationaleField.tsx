import { type KeyboardEvent, useId } from 'react'
import { controlLook } from '../../coding-desk/questions/control-look'
import { isComposing } from '../../ui/composing'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { Problem } from './Problem'
import { isRationaleRequired } from './steps'

const { rationale: texts } = deskTexts

/** The reason in the reviewer's own words; Enter decides. */
export function RationaleField({ review }: { review: Review }) {
  const { draft, view, set } = review
  const id = useId()
  const isRequired = isRationaleRequired(view, draft)
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    void review.decide()
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm">
        <span className="font-semibold">{draft.outcome === 'send_back' ? texts.sendBack : texts.label}</span>{' '}
        <span className="text-muted">{isRequired ? texts.required : texts.optional}</span>
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={4000}
        dir="auto"
        required={isRequired}
        aria-describedby={`${id}-hint ${id}-problem`}
        placeholder={texts.hint}
        className={`${controlLook} text-sm`}
        value={draft.rationale}
        onChange={(event) => set({ rationale: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className="sr-only">
        {texts.keys}
      </p>
      <Problem review={review} step="rationale" id={`${id}-problem`} />
    </div>
  )
}
