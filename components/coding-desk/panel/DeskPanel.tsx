import { useCallback } from 'react'
import type { CodingView } from '@/lib/coding/coding-view'
import { CodeName } from '../CodeName'
import { shortQuote } from '../desk-annotations'
import { suggestionsFor } from '../suggestions'
import { deskTexts } from '../texts'
import type { Desk } from '../use-desk'
import { ChosenAnnotation } from './ChosenAnnotation'
import { ForRecent } from './ForRecent'
import { Overview } from './Overview'
import { Panel } from './Panel'
import { SelectedWords } from './SelectedWords'

function Summary({ desk }: { desk: Desk }) {
  const { selected, selection, codes, positions, annotations } = desk
  const code = selected && codes.get(selected.value.code)
  if (code) return <CodeName code={code} />
  if (selection) return shortQuote(positions.slice(selection), 48)
  return deskTexts.panel.annotations(annotations.length)
}

/** The panel for what is in hand: an annotation, selected words, or the article as a whole. */
export function DeskPanel({ view, desk }: { view: CodingView; desk: Desk }) {
  const { annotations, codes, quoteOf, selected, selection, stackIds, positions, canEdit } = desk
  const { codebook } = view
  const suggest = useCallback((key: string) => suggestionsFor(view, annotations, key), [view, annotations])
  const stack = annotations.filter(({ id }) => id !== selected?.id && stackIds.includes(id))
  const editing = {
    onEdit: desk.edit,
    onDelete: () => desk.runById('delete'),
    onSelectWords: () => selected && desk.selectWords(selected),
    onDone: () => desk.pick(null),
  }
  return (
    <Panel summary={<Summary desk={desk} />} subject={selected?.id ?? null}>
      {selected ? (
        <ChosenAnnotation
          annotation={selected}
          suggestionsFor={suggest}
          onPick={(id) => desk.pick(id, stackIds)}
          {...{ stack, codes, codebook, quoteOf, desk }}
          {...(canEdit ? { editing } : {})}
        />
      ) : (
        <>
          {selection && canEdit && <SelectedWords quote={positions.slice(selection)} />}
          {selection && canEdit && <ForRecent desk={desk} />}
          <Overview
            onPick={(id) => desk.pick(id)}
            onNothingToCode={canEdit ? () => desk.setDialog('submit') : undefined}
            {...{ annotations, codes, codebook, quoteOf }}
          />
        </>
      )}
    </Panel>
  )
}
