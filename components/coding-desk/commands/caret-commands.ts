import { isMac } from '../keyboard/strokes'
import type { MarkingDesk } from '../marking-desk'
import { unitAround, unitStart } from '../shaping/motions'
import type { Direction } from '../shaping/places'
import { markingTexts } from '../texts/marking-texts'
import type { Command } from './command'

const { caret: texts } = markingTexts

type Unit = 'sentences' | 'paragraphs'

function go(desk: MarkingDesk, unit: Unit, direction: Direction, extend: boolean): void {
  const { document } = desk.view
  desk.moveCaret(unitStart(document[unit], desk.head(), direction, document.length), extend)
}

/** Forward where the text is read to the right, back where it is read to the left. */
function rightwards({ view }: MarkingDesk): Direction {
  return view.document.direction === 'rtl' ? -1 : 1
}

const leftwards = (desk: MarkingDesk): Direction => (rightwards(desk) === 1 ? -1 : 1)

/** Alt with an arrow moves by a word on a Mac, and must go on doing so. */
const sideways = (arrow: string, onMac: string, shift = '') => [
  isMac() ? `Alt+${shift}${onMac}` : `Alt+${shift}${arrow}`,
]

const motion = (
  id: string,
  label: string,
  keys: readonly string[],
  run: (desk: MarkingDesk) => void,
): Command<MarkingDesk> => ({
  ...{ id, label, keys, run },
  group: 'moving',
  scope: 'reading',
})

function toggleWholeWords(desk: MarkingDesk): void {
  const wholeWords = !desk.settings.wholeWords
  desk.changeSettings({ wholeWords })
  desk.explain(wholeWords ? texts.wholeWordsOn : texts.wholeWordsOff)
}

function selectSentence(desk: MarkingDesk): void {
  const sentence = unitAround(desk.view.document.sentences, desk.head())
  if (sentence) desk.selectWords(sentence)
}

/** The caret by the units of the document; by character, word and line the browser moves it itself. */
export const caretCommands: readonly Command<MarkingDesk>[] = [
  motion('sentence-left', texts.sentenceLeft, sideways('ArrowLeft', 'Home'), (desk) =>
    go(desk, 'sentences', leftwards(desk), false),
  ),
  motion('sentence-right', texts.sentenceRight, sideways('ArrowRight', 'End'), (desk) =>
    go(desk, 'sentences', rightwards(desk), false),
  ),
  motion('select-sentence-left', texts.selectSentenceLeft, sideways('ArrowLeft', 'Home', 'Shift+'), (desk) =>
    go(desk, 'sentences', leftwards(desk), true),
  ),
  motion('select-sentence-right', texts.selectSentenceRight, sideways('ArrowRight', 'End', 'Shift+'), (desk) =>
    go(desk, 'sentences', rightwards(desk), true),
  ),
  motion('paragraph-up', texts.paragraphUp, ['Alt+ArrowUp'], (desk) => go(desk, 'paragraphs', -1, false)),
  motion('paragraph-down', texts.paragraphDown, ['Alt+ArrowDown'], (desk) => go(desk, 'paragraphs', 1, false)),
  motion('select-paragraph-up', texts.selectParagraphUp, ['Alt+Shift+ArrowUp'], (desk) =>
    go(desk, 'paragraphs', -1, true),
  ),
  motion('select-paragraph-down', texts.selectParagraphDown, ['Alt+Shift+ArrowDown'], (desk) =>
    go(desk, 'paragraphs', 1, true),
  ),
  motion('select-sentence', texts.selectSentence, ['y'], selectSentence),
  { id: 'whole-words', label: texts.wholeWords, group: 'marking', keys: ['Alt+w'], run: toggleWholeWords },
]
