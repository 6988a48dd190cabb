'use client'

import { useState } from 'react'
import type { WordGroup } from '@/lib/coding/word-groups'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import type { FormAction } from '../ui/form'
import { entities as words } from '../words/entities'
import { likelyName } from './likely-name'
import type { ListedName } from './listed-name'
import { ChooseName, KindField, SmallForm } from './name-forms'

/** So many words are shown at first, the most frequent: the others are asked for. */
const shownFirst = 15

interface UnknownWordsProps {
  studyId: string
  groups: WordGroup[]
  /** How many words there are beside these. */
  more: number
  approved: ListedName[]
  send: { approve: FormAction<void>; alias: FormAction<void> }
}

function Decision({ studyId, word, approved, send }: Omit<UnknownWordsProps, 'groups' | 'more'> & { word: string }) {
  return (
    <section aria-label={words.decisionOn(word)} className="grid max-w-2xl gap-6 pt-2 pb-5">
      <div>
        <h3 className="mb-2 font-semibold">{words.isNew}</h3>
        <SmallForm send={send.approve} hidden={{ studyId, name: word }} button={words.approve}>
          <KindField />
        </SmallForm>
      </div>
      {approved.length > 0 && (
        <SmallForm send={send.alias} hidden={{ studyId, alias: word }} button={words.addAlias}>
          <ChooseName name="entityId" label={words.isAlias} among={approved} chosen={likelyName(word, approved)} />
        </SmallForm>
      )}
    </section>
  )
}

/** The words that stand for no approved name, the most frequent first; one at a time is decided. */
export function UnknownWords({ groups, more, ...rest }: UnknownWordsProps) {
  const [open, setOpen] = useState<string>()
  const [isWhole, showWhole] = useState(false)
  if (groups.length === 0) {
    return rest.approved.length > 0 ? (
      <p className="text-muted">{words.allDecided}.</p>
    ) : (
      <EmptyState title={words.noWords}>{words.noWordsNext}</EmptyState>
    )
  }
  return (
    <>
      <ul className="max-w-3xl border-line border-t">
        {groups.slice(0, isWhole ? undefined : shownFirst).map(({ word, spellings, uses }) => (
          <li key={word} className="border-line border-b py-1">
            <div className="flex items-center gap-4">
              <p className="min-w-0 flex-1 [overflow-wrap:anywhere]" dir="auto">
                <span className="font-semibold">{word}</span>
                {spellings.length > 0 && <span className="text-muted"> {words.also(spellings)}</span>}
              </p>
              <p className="text-muted tabular-nums">
                <span className="sr-only">{words.uses}: </span>
                {uses.toLocaleString('en')}×
              </p>
              <Button
                kind="quiet"
                aria-expanded={open === word}
                aria-label={open === word ? words.closeDecision : words.decideOn(word)}
                onClick={() => setOpen(open === word ? undefined : word)}
              >
                {open === word ? words.closeDecision : words.decide}
              </Button>
            </div>
            {open === word && <Decision word={word} {...rest} />}
          </li>
        ))}
      </ul>
      {groups.length > shownFirst && !isWhole && (
        <Button className="mt-4" onClick={() => showWhole(true)}>
          {words.showAll(groups.length)}
        </Button>
      )}
      {more > 0 && <p className="mt-4 text-muted">{words.moreWords(more)}</p>}
    </>
  )
}
