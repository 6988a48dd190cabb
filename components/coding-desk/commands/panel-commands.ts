import { startLinking } from '../links/linking'
import { takeWords } from '../names/take-words'
import { codebookTexts } from '../texts/codebook-texts'
import { linkTexts } from '../texts/link-texts'
import { questionTexts } from '../texts/question-texts'
import type { Command } from './command'

/** What is done beside the text: answers, links, the codebook. */
export const panelCommands: readonly Command[] = [
  {
    id: 'take-words',
    label: questionTexts.take.command,
    group: 'marking',
    keys: ['='],
    isPossible: ({ canEdit, selection, recent }) => canEdit && selection !== null && recent !== null,
    run: (desk) => takeWords(desk),
  },
  {
    id: 'link',
    label: linkTexts.command,
    group: 'marking',
    keys: ['Alt+l'],
    isPossible: ({ canEdit, selected }) => canEdit && selected !== null,
    run: startLinking,
  },
  {
    id: 'article',
    label: questionTexts.article.command,
    group: 'article',
    keys: ['Alt+a'],
    scope: 'everywhere',
    isPossible: ({ article }) => article.hasQuestions,
    run: ({ article, pick }) => {
      pick(null)
      article.enter()
    },
  },
  {
    id: 'codebook',
    label: codebookTexts.commands.toggle,
    group: 'help',
    keys: ['F1'],
    scope: 'everywhere',
    run: ({ tray }) => tray.toggle(),
  },
  {
    id: 'search-codebook',
    label: codebookTexts.commands.search,
    group: 'help',
    keys: ['Shift+F1'],
    scope: 'everywhere',
    run: ({ tray }) => tray.search(),
  },
]
