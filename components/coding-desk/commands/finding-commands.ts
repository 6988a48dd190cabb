import { pairs } from '@/lib/text/spans'
import { findTexts as texts } from '../texts/find-texts'
import type { Desk } from '../use-desk'
import type { Command } from './command'

/** Code points of selected words that are looked for; the field holds twice as many UTF-16 code units. */
const longestQuery = 100

/** The first sentence behind the caret in which no annotation lies, selected. */
function nextUncoded(desk: Desk): void {
  const { annotations, caret, selection, view } = desk
  const from = selection?.end ?? caret.current
  const marked = annotations.flatMap(({ value }) => value.segments)
  const isFree = ({ start, end }: { start: number; end: number }) =>
    !marked.some((segment) => segment.start < end && segment.end > start)
  const next = pairs(view.document.sentences).find((sentence) => sentence.start >= from && isFree(sentence))
  if (next) desk.selectWords(next)
  else desk.explain(texts.allCoded)
}

/** Presses the link to the neighbour in the header: it loads the article without leaving the app. */
function goTo(neighbour: 'previous' | 'next'): void {
  document.querySelector<HTMLElement>(`a[data-article=${neighbour}]`)?.click()
}

/** Ways to places in the text, and to other articles. */
export const findingCommands: readonly Command[] = [
  {
    id: 'find',
    label: texts.command,
    group: 'moving',
    keys: ['Mod+f'],
    scope: 'everywhere',
    run: ({ find, selection, positions }) =>
      find.open(selection ? [...positions.slice(selection)].slice(0, longestQuery).join('') : undefined),
  },
  { id: 'next-uncoded', label: texts.uncoded, group: 'moving', keys: ['j'], run: nextUncoded },
  {
    id: 'previous-article',
    label: texts.previousArticle,
    group: 'moving',
    keys: ['Alt+PageUp'],
    isPossible: ({ view }) => view.previousId !== undefined,
    run: () => goTo('previous'),
  },
  {
    id: 'next-article',
    label: texts.nextArticle,
    group: 'moving',
    keys: ['Alt+PageDown'],
    isPossible: ({ view }) => view.nextId !== undefined,
    run: () => goTo('next'),
  },
]
