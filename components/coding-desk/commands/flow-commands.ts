import { deskTexts } from '../texts/desk-texts'
import { flowTexts } from '../texts/flow-texts'
import type { Desk } from '../use-desk'
import type { Command } from './command'

const { all, ask, eligible, submit } = flowTexts

/** Proposes other places with the words of the chosen annotation. */
function codeOtherPlaces({ selected, otherPlaces, annotations, view, explain }: Desk): void {
  if (!selected) explain(all.chooseFirst)
  else if (!otherPlaces.begin(selected, annotations, view.document.tokens)) explain(all.none)
}

/** What a coder can do with a coding as a whole, and with words that come again. */
export const flowCommands: readonly Command[] = [
  {
    id: 'other-places',
    label: all.command,
    group: 'marking',
    keys: ['Alt+y'],
    isPossible: ({ canEdit, view, selected }) => canEdit && view.round.allows.markAll && selected !== null,
    run: (desk) => {
      if (desk.canEdit && desk.view.round.allows.markAll) codeOtherPlaces(desk)
    },
  },
  {
    id: 'ask-lead',
    label: ask.command,
    group: 'article',
    keys: ['q'],
    run: ({ selection, selected, setDialog, explain }) => {
      if (selection || selected) setDialog('ask-lead')
      else explain(ask.selectFirst)
    },
  },
  {
    ...{ id: 'submit', label: deskTexts.header.submit, words: submit.words, group: 'article', keys: [] },
    isPossible: ({ canEdit }) => canEdit,
    run: ({ canEdit, setDialog }) => {
      if (canEdit) setDialog('submit')
    },
  },
  {
    id: 'not-eligible',
    label: eligible.command,
    group: 'article',
    keys: [],
    isPossible: ({ canEdit, coding }) => canEdit && coding.ineligible === null,
    run: ({ setDialog }) => setDialog('not-eligible'),
  },
]
