import { Button } from '@/components/ui/button'
import { shortQuote } from '../annotations/desk-annotations'
import { CodeName } from '../codes/CodeName'
import { strokeText } from '../keyboard/strokes'
import { takeWords, wordsUses } from '../names/take-words'
import { deskTexts } from '../texts/desk-texts'
import { flowTexts } from '../texts/flow-texts'
import { questionTexts } from '../texts/question-texts'
import type { Desk } from '../use-desk'

/** What the selected words can answer about the annotation that was in hand before. */
function Uses({ desk }: { desk: Desk }) {
  const { recent, codes, keys } = desk
  const code = recent && codes.get(recent.value.code)
  if (!recent || !code) return null
  const [stroke] = keys.keysOf('take-words')
  return wordsUses(desk, recent).map((use, index) => (
    <button
      key={use.key}
      type="button"
      // The selection stays: on a phone it would be gone with the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => takeWords(desk, use)}
      className="flex min-h-11 items-center gap-2 rounded-md border border-edge bg-surface px-2.5 py-1.5 text-start text-sm hover:border-ink lg:min-h-9"
    >
      {index === 0 && stroke && (
        <kbd className="rounded border border-line bg-sunken px-1.5 font-sans text-muted leading-5">
          {strokeText(stroke)}
        </kbd>
      )}
      <span className="min-w-0">
        {questionTexts.take.offer(use.question)} <CodeName code={code} />{' '}
        <span dir="auto" className="font-serif text-muted">
          {shortQuote(desk.quoteOf(recent), 40)}
        </span>
      </span>
    </button>
  ))
}

/** The words that the next code will be put on: without white space at the ends, in whole characters. */
export function SelectedWords({ desk, quote }: { desk: Desk; quote: string }) {
  return (
    <div className="mb-5 grid gap-2 rounded-md bg-sunken p-3">
      <h2 className="text-muted text-sm">{deskTexts.panel.selection}</h2>
      <blockquote dir="auto" className="font-serif">
        {shortQuote(quote, 240)}
      </blockquote>
      <p className="text-muted text-sm">{deskTexts.panel.selectionHint}</p>
      <Uses desk={desk} />
      <Button
        kind="quiet"
        className="justify-self-start"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => desk.runById('ask-lead')}
      >
        {flowTexts.ask.open}
      </Button>
    </div>
  )
}
