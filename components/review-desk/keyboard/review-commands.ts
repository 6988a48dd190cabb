import type { ClusterView } from '@/lib/coding/review/review-view'
import { caretCommands } from '../../coding-desk/commands/caret-commands'
import type { Command } from '../../coding-desk/commands/command'
import { edgeCommands } from '../../coding-desk/commands/edge-commands'
import { markCommands } from '../../coding-desk/commands/marking-commands'
import { movingCommands } from '../../coding-desk/commands/moving-commands'
import { endParts, partsCommands } from '../../coding-desk/commands/parts-commands'
import { shapingCommands } from '../../coding-desk/commands/shaping-commands'
import { focusOf } from '../../coding-desk/keyboard/focus'
import type { MarkingDesk } from '../../coding-desk/marking-desk'
import { paletteTexts } from '../../coding-desk/texts/palette-texts'
import { outcomeOrder } from '../decide/possible-outcomes'
import { travelled } from '../state/draft'
import { compareTexts } from '../texts/compare-texts'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { focusHeading } from './focus-wish'
import type { ReviewCommand } from './review-command'

const { commands: texts } = deskTexts

const outcomeCommands: readonly ReviewCommand[] = outcomeOrder.map((outcome, index) => ({
  ...{ id: `outcome-${outcome}`, label: deskTexts.outcomes[outcome], group: 'deciding', keys: [String(index + 1)] },
  isPossible: ({ possible, canDecide }) => canDecide && possible.includes(outcome),
  run: (review) => review.choose(outcome),
}))

/** A letter takes a reading; with Shift it adds one to others, or leaves it out again. */
function readingCommands({ readings }: ClusterView): ReviewCommand[] {
  return readings
    .filter(({ letter }) => letter.length === 1)
    .flatMap(({ letter }): ReviewCommand[] => [
      {
        ...{
          id: `reading-${letter}`,
          label: compareTexts.take(letter),
          group: 'deciding',
          keys: [letter.toLowerCase()],
        },
        isPossible: ({ canDecide }) => canDecide,
        run: (review) => review.takeReading(letter),
      },
      {
        ...{ id: `reading-more-${letter}`, label: compareTexts.takeMore(letter), group: 'deciding', keys: [letter] },
        isPossible: ({ canDecide, view }) => canDecide && view.kind === 'spans',
        run: (review) => {
          if (review.view.kind === 'spans') review.toggleReading(letter)
        },
      },
    ])
}

/** What Esc leads out of, the nearest first. */
function stepBack(review: Review, target: EventTarget | null): void {
  const { writing, isWriting, draft } = review
  if (isWriting && writing.askedPart) endParts(writing)
  else if (['writing', 'choice', 'button'].includes(focusOf(target))) {
    if (isWriting) writing.focusText()
    else focusHeading()
  } else if (isWriting && writing.hasSelection()) writing.collapse()
  else if (isWriting && writing.selected) writing.pick(null)
  else if (draft.outcome !== null) {
    review.set({ outcome: null })
    focusHeading()
  } else focusHeading()
}

/** Whether undo goes a step back in what is being written; else it takes back a decision. */
export function undoesWriting({ draft, isWriting }: Review): boolean {
  return isWriting && travelled(draft, 'undo') !== null
}

function undo(review: Review): void {
  if (undoesWriting(review)) review.store.dispatch({ type: 'travelled', way: 'undo' })
  else void review.deciding.undoLast()
}

const shared: readonly ReviewCommand[] = [
  {
    ...{ id: 'review-back', label: texts.back, group: 'deciding', keys: ['Escape'], scope: 'everywhere' },
    run: stepBack,
  },
  {
    ...{ id: 'review-go-on', label: texts.goOn, group: 'deciding', keys: ['Mod+Enter'], scope: 'everywhere' },
    run: (review, target) => {
      const element = target instanceof Element ? target : null
      const place = element?.closest<HTMLElement>('[data-place]')?.dataset.place
      // The field of a form, e.g. for a comment, sends its form and decides nothing.
      const form = element?.closest('form')
      if (place === 'detail' || place === 'cause' || place === 'rationale') review.goOn(place)
      else if (form) form.requestSubmit()
      else review.goOn(review.isWriting ? 'detail' : undefined)
    },
  },
  { ...{ id: 'review-undo', label: texts.undo, group: 'deciding', keys: ['Mod+z'] }, run: undo },
  {
    ...{ id: 'review-queue', label: texts.queue, group: 'help', keys: ['Alt+q'] },
    run: ({ layout }) => layout.toggleQueue(),
  },
  {
    ...{ id: 'review-rule', label: texts.rule, group: 'help', keys: ['F1'], scope: 'everywhere' },
    run: ({ focus, layout }) => {
      layout.set({ panelOpen: true })
      focus.wish('rule')
    },
  },
  {
    ...{ id: 'review-keys', label: texts.keys, group: 'help', keys: ['?'] },
    run: ({ setDialog }) => setDialog('keys'),
  },
]

const deciding: readonly ReviewCommand[] = [
  {
    ...{ id: 'review-next', label: texts.next, group: 'moving', keys: [']'] },
    isPossible: ({ view }) => view.nextId !== null,
    run: (review) => void review.go('next'),
  },
  {
    ...{ id: 'review-previous', label: texts.previous, group: 'moving', keys: ['['] },
    isPossible: ({ view }) => view.previousId !== null,
    run: (review) => void review.go('previous'),
  },
  {
    ...{ id: 'review-side', label: texts.side, group: 'moving', keys: ['s'] },
    isPossible: ({ view }) => view.kind === 'spans',
    run: ({ layout }) => layout.set({ reading: layout.reading === 'stacked' ? 'beside' : 'stacked' }),
  },
  { ...{ id: 'review-text', label: texts.text, group: 'moving', keys: ['t'] }, run: ({ focus }) => focus.wish('text') },
  {
    ...{ id: 'review-whole', label: texts.whole, group: 'moving', keys: ['w'] },
    run: ({ layout }) => layout.set({ isWhole: !layout.isWhole }),
  },
  {
    ...{ id: 'review-place', label: texts.place, group: 'moving', keys: ['p'] },
    run: (review) => review.seeCluster(),
  },
  {
    ...{ id: 'review-discuss', label: texts.discuss, group: 'help', keys: ['m'] },
    run: ({ focus, layout }) => {
      layout.set({ panelOpen: true })
      focus.wish('discussion')
    },
  },
  {
    ...{ id: 'review-issue', label: texts.issue, group: 'help', keys: ['i'] },
    isPossible: ({ view }) => view.may.decide && view.codes.length > 0,
    run: ({ view, setDialog }) => {
      if (view.may.decide && view.codes.length > 0) setDialog('issue')
    },
  },
  {
    ...{ id: 'review-enter', label: texts.goOn, group: 'deciding', keys: ['Enter'], scope: 'reading' },
    run: (review) => review.goOn(),
  },
]

/** A command of the coding desk, on what the reviewer writes. */
function onWriting(command: Command<MarkingDesk>): ReviewCommand {
  const { isPossible, run, ...named } = command
  return {
    ...named,
    isPossible: ({ writing }) => isPossible?.(writing) ?? true,
    run: ({ writing }, target) => run(writing, target),
  }
}

/** What the coding desk's marking is made of; what belongs to a coding as a whole stays there. */
const writing: readonly ReviewCommand[] = [
  ...[...markCommands, ...partsCommands, ...shapingCommands, ...edgeCommands, ...movingCommands, ...caretCommands].map(
    onWriting,
  ),
  {
    ...{ id: 'palette', label: paletteTexts.open, group: 'help', keys: ['/', 'Mod+k'] },
    run: ({ setDialog }) => setDialog('palette'),
  },
  {
    ...{ id: 'review-redo', label: texts.redo, group: 'deciding', keys: ['Mod+Shift+z', 'Mod+y'] },
    run: ({ store }) => store.dispatch({ type: 'travelled', way: 'redo' }),
  },
]

/**
 * What the desk can be asked to do with a cluster, in the order in which it is listed. While something is being written
 * the single keys are those of the coding desk: there they mark words.
 */
export function commandsOf(view: ClusterView, isWriting: boolean): ReviewCommand[] {
  return isWriting ? [...shared, ...writing] : [...outcomeCommands, ...readingCommands(view), ...shared, ...deciding]
}
