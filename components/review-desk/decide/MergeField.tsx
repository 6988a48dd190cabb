import { Fragment } from 'react'
import { CodeName } from '../../coding-desk/codes/CodeName'
import { answerText } from '../../coding-desk/questions/answer-text'
import type { Group } from '../compare/groups'
import { allQuestions, chosenOf, openQuestions } from '../merge/merge-questions'
import { isTaken, mergedAnnotation, takenKey } from '../merge/merged'
import { compareTexts } from '../texts/compare-texts'
import { deskTexts } from '../texts/desk-texts'
import { mergeTexts as texts } from '../texts/merge-texts'
import type { Review } from '../use-review'
import { ChoiceRow } from './ChoiceRow'

/** Puts the focus on the question after this one; after the last one goes on. */
function goOnFrom(row: HTMLElement, onDone: () => void): void {
  const questions = [...(row.closest('[data-place]')?.querySelectorAll<HTMLElement>('[data-question]') ?? [])]
  const next = questions[questions.indexOf(row) + 1]
  const entry = next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
  if (entry) entry.focus()
  else onDone()
}

function Result({ review, group }: { review: Review; group: Group }) {
  const { view, draft, slice, writing } = review
  const value = mergedAnnotation(group, draft.merge, { codebook: view.codebook, slice })
  const code = value && writing.codes.get(value.code)
  return (
    <p className="rounded-md bg-sunken px-2.5 py-1.5 text-sm" aria-live="polite">
      <span className="font-semibold">{texts.result}: </span>
      {!value && <span className="text-muted">{texts.resultOpen}</span>}
      {value && (
        <>
          {code ? <CodeName code={code} /> : value.code}{' '}
          <q dir="auto" className="font-serif">
            {value.segments.map((segment) => slice(segment)).join(' … ')}
          </q>
          {Object.entries(value.attributes).map(([key, given]) => {
            const attribute = view.codebook.attributes[key]
            return (
              <span key={key} className="text-muted">
                {' · '}
                {attribute ? `${attribute.label}: ${answerText(attribute, given)}` : `${key}: ${String(given)}`}
              </span>
            )
          })}
        </>
      )}
    </p>
  )
}

function GroupMerge({ review, group }: { review: Review; group: Group }) {
  const { view, draft, set, goOn, slice, groups } = review
  const merging = { codebook: view.codebook, slice }
  const choose = (key: string) => (id: string) => set({ merge: { ...draft.merge, [key]: id } })
  const onGoOn = (row: HTMLElement) => goOnFrom(row, () => goOn('detail'))
  const taken = isTaken(group, groups, draft.merge)
  const questions = taken === false ? [] : openQuestions(group, draft.merge, merging)
  const agreed = allQuestions(group, draft.merge, merging).filter(({ choices }) => choices.length === 1)
  const names = group.voices.map(({ name }) => name).join(' + ')
  return (
    <div className="grid gap-2">
      {groups.length > 1 && (
        <ChoiceRow
          label={
            <>
              <span className="reading-letter">{names}</span> {texts.take}
            </>
          }
          choices={[
            { id: 'yes', label: texts.yes },
            { id: 'no', label: texts.no },
          ]}
          chosen={taken === null ? null : taken ? 'yes' : 'no'}
          onChoose={choose(takenKey(group))}
          onGoOn={onGoOn}
        />
      )}
      {questions.map((question) => (
        <ChoiceRow
          key={question.key}
          label={<span className="font-semibold">{question.label}</span>}
          choices={question.choices}
          chosen={chosenOf(question, draft.merge)?.id ?? null}
          onChoose={choose(question.key)}
          onGoOn={onGoOn}
        />
      ))}
      {taken !== false && agreed.length > 0 && group.voices.length > 1 && (
        <p className="text-muted text-sm">{texts.agreedOn(agreed.map(({ label }) => label).join(', '))}</p>
      )}
      {taken !== false && <Result review={review} group={group} />}
    </div>
  )
}

/** How several readings become one: of each thing on which they differ, what becomes of it, and the result. */
export function MergeField({ review }: { review: Review }) {
  const { groups } = review
  return (
    <div className="grid gap-3">
      <p className="font-semibold text-sm">{deskTexts.details.merge}</p>
      {groups.map((group) => (
        <Fragment key={group.index}>
          {groups.length > 1 && (
            <p className="text-muted text-sm">{compareTexts.group(group.index + 1, groups.length)}</p>
          )}
          <GroupMerge review={review} group={group} />
        </Fragment>
      ))}
    </div>
  )
}
