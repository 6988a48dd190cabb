import { Search, WholeWord } from 'lucide-react'
import type { Code } from '@/lib/coding/codebook'
import { applyCode } from '../commands/marking-commands'
import { codeId } from '../keyboard/key-map'
import { Stroke } from '../keyboard/Stroke'
import { isMac, strokeText } from '../keyboard/strokes'
import type { MarkingDesk } from '../marking-desk'
import { deskTexts } from '../texts/desk-texts'
import { markingTexts } from '../texts/marking-texts'
import { CodeName } from './CodeName'

const { codeBar: texts, caret } = markingTexts

/** Keeps the selection in the text while a button is pressed: on a phone it would be gone with the focus. */
function keepSelection(event: React.MouseEvent): void {
  event.preventDefault()
}

/** What pressing the key of a code does now. */
function hintOf({ selection, selected, askedPart }: MarkingDesk): string {
  if (askedPart) return texts.forPart(markingTexts.parts.names[askedPart.part].toLowerCase())
  if (selection) return deskTexts.codeBar.withSelection
  return selected ? deskTexts.codeBar.withAnnotation : deskTexts.codeBar.idle
}

function CodeButton({ desk, code }: { desk: MarkingDesk; code: Code }) {
  const keys = desk.keys.keysOf(codeId(code))
  const isLast = desk.lastCodeKey === code.key
  const isCurrent = desk.selected?.value.code === code.key
  const again = isLast ? desk.keys.keysOf('again')[0] : undefined
  return (
    <button
      type="button"
      aria-pressed={isCurrent}
      aria-keyshortcuts={keys.join(' ') || undefined}
      title={code.definition}
      onMouseDown={keepSelection}
      onClick={() => applyCode(desk, code)}
      className={`flex min-h-11 shrink-0 items-center gap-2 whitespace-nowrap rounded-md border px-3 text-ink transition-colors duration-100 ${
        isCurrent ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-ink'
      }`}
    >
      {keys.length > 0 && (
        // On a phone there are no keys, and little room.
        <span className="flex items-center gap-2 pointer-coarse:max-sm:hidden">
          {keys.map((key) => (
            <Stroke key={key} name={key} />
          ))}
        </span>
      )}
      <CodeName code={code} />
      {isLast && (
        <span className="text-muted text-xs pointer-coarse:max-sm:hidden">
          {again ? texts.again(strokeText(again, isMac())) : texts.last}
        </span>
      )}
    </button>
  )
}

const tool =
  'inline-flex size-11 shrink-0 items-center justify-center rounded-md border text-ink transition-colors duration-100'

function Tools({ desk }: { desk: MarkingDesk }) {
  const { wholeWords } = desk.settings
  return (
    <>
      <button
        type="button"
        aria-label={texts.find}
        title={texts.find}
        onMouseDown={keepSelection}
        onClick={() => desk.runById('palette')}
        className={`${tool} border-line bg-surface hover:border-ink`}
      >
        <Search aria-hidden="true" className="size-5" />
      </button>
      <button
        type="button"
        aria-label={caret.wholeWordsLabel}
        aria-pressed={wholeWords}
        title={caret.wholeWordsHint}
        onMouseDown={keepSelection}
        onClick={() => desk.runById('whole-words')}
        className={`${tool} ${wholeWords ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-ink'}`}
      >
        <WholeWord aria-hidden="true" className="size-5" />
      </button>
    </>
  )
}

/** All codes of the codebook, each with its key: within reach of the thumb. */
export function CodeBar({ desk }: { desk: MarkingDesk }) {
  return (
    <section
      aria-label={deskTexts.codeBar.label}
      className="flex items-center gap-x-3 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      {/* As wide whatever it says: the buttons stay where the hand aims. */}
      <p className="hidden w-64 shrink-0 ps-5 text-muted text-sm lg:block" aria-live="off">
        {hintOf(desk)}
      </p>
      <div className="flex min-w-0 gap-2 overflow-x-auto px-3 py-2 lg:flex-1 lg:flex-wrap lg:px-1">
        {desk.spanCodes.map((code) => (
          <CodeButton key={code.key} desk={desk} code={code} />
        ))}
        <Tools desk={desk} />
      </div>
    </section>
  )
}
