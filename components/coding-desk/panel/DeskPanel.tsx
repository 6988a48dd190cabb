import { BookOpen } from 'lucide-react'
import { useEffect } from 'react'
import type { CodingView } from '@/lib/coding/coding-view'
import { shortQuote } from '../annotations/desk-annotations'
import { DeskArticleQuestions } from '../article/DeskArticleQuestions'
import { CodebookTray } from '../codebook/CodebookTray'
import { CodeName } from '../codes/CodeName'
import { MyQuestions } from '../flow/MyQuestions'
import { enterQuestions } from '../questions/go-on'
import { codebookTexts } from '../texts/codebook-texts'
import { deskTexts } from '../texts/desk-texts'
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

function Subject({ desk }: { desk: Desk }) {
  const { selected, selection, codes, positions, canEdit } = desk
  const code = selected && codes.get(selected.value.code)
  if (selected && code) return <ChosenAnnotation desk={desk} annotation={selected} code={code} />
  return (
    <>
      {selection && canEdit && <SelectedWords desk={desk} quote={positions.slice(selection)} />}
      {selection && canEdit && <ForRecent desk={desk} />}
      <div className="grid gap-4">
        <DeskArticleQuestions desk={desk} />
        <Overview desk={desk} />
        <MyQuestions
          questions={desk.coding.questions}
          slice={(span) => positions.slice(span)}
          onShow={desk.selectWords}
        />
      </div>
    </>
  )
}

/** Opens the codebook on a phone, where its bar would take room from the questions. */
function CodebookButton({ desk }: { desk: Desk }) {
  const { tray } = desk
  return (
    <button
      type="button"
      aria-label={tray.isOpen ? codebookTexts.close : codebookTexts.open}
      aria-expanded={tray.isOpen}
      onClick={tray.toggle}
      className={`inline-flex size-11 shrink-0 items-center justify-center text-accent ${tray.isOpen ? 'bg-accent-soft' : ''}`}
    >
      <BookOpen aria-hidden="true" className="size-5" />
    </button>
  )
}

/** The panel for what is in hand: an annotation, selected words, or the article as a whole; the codebook at its foot. */
export function DeskPanel({ view, desk }: { view: CodingView; desk: Desk }) {
  const { selected, selection, recent, tray, article, askedPart } = desk
  useEffect(() => {
    if (article.entries > 0) enterQuestions(document.querySelector('.article-questions'))
  }, [article.entries])
  // Whatever the coder turns to opens the sheet of a phone.
  const waiting = selection && recent ? 'selection' : null
  const inHand = selected?.id ?? (article.isOpen ? 'article' : waiting)
  // While a part is asked for, its words must be found in the text.
  const subject = tray.isOpen ? 'codebook' : askedPart ? null : inHand
  return (
    <Panel
      summary={<Summary desk={desk} />}
      {...{ subject, inHand }}
      aside={<CodebookButton desk={desk} />}
      isCovered={tray.isOpen}
      foot={<CodebookTray view={view} desk={desk} />}
    >
      <Subject desk={desk} />
    </Panel>
  )
}
