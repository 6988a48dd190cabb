import { Button } from '@/components/ui/button'
import { endParts, skipPart, takeAskedPart, takeMore } from '../commands/parts-commands'
import { strokeText } from '../keyboard/strokes'
import type { MarkingDesk } from '../marking-desk'
import { markingTexts } from '../texts/marking-texts'

const { parts: texts } = markingTexts

/** Keeps the selection in the text while a button is pressed: on a phone it would be gone with the focus. */
function keepSelection(event: React.MouseEvent): void {
  event.preventDefault()
}

/** Asks for the parts of an attribution in turn, in any order the coder likes. */
export function PartsPrompt({ desk }: { desk: MarkingDesk }) {
  const { askedPart, selected, codes, keys, selection } = desk
  const code = selected && codes.get(selected.value.code)
  if (!askedPart || !code) return null
  const name = texts.names[askedPart.part].toLowerCase()
  const [take, end] = [keys.keysOf('enter')[0] ?? 'Enter', keys.keysOf('let-go')[0] ?? 'Escape']
  return (
    <section
      aria-label={texts.label(code.label)}
      onMouseDown={keepSelection}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-accent border-t bg-accent-soft px-3 py-2 lg:px-5"
    >
      <p role="status" className="min-w-0 flex-1 basis-60">
        <strong className="font-semibold">{texts.ask(name)}</strong>
        <span className="ms-2 hidden text-muted text-sm md:inline">
          {texts.askHint(strokeText(take), strokeText(end))}
        </span>
      </p>
      <fieldset className="flex gap-1">
        <legend className="sr-only">{texts.partOf}</legend>
        {code.parts.map((part) => (
          <button
            key={part}
            type="button"
            aria-pressed={part === askedPart.part}
            onClick={() => desk.setAskedPart({ ...askedPart, part })}
            className={`min-h-11 border-b-2 px-3 text-sm sm:min-h-9 ${part === askedPart.part ? 'border-accent font-semibold' : 'border-transparent hover:bg-sunken'}`}
          >
            {texts.names[part]}
          </button>
        ))}
      </fieldset>
      <div className="flex gap-2">
        {selection ? (
          <>
            <Button kind="primary" onClick={() => takeAskedPart(desk)} className="sm:min-h-9">
              {texts.take(name)}
            </Button>
            <Button onClick={() => takeMore(desk)} className="sm:min-h-9">
              {texts.more}
            </Button>
          </>
        ) : (
          <Button onClick={() => skipPart(desk)} className="sm:min-h-9">
            {texts.skip}
          </Button>
        )}
        <Button kind="quiet" onClick={() => endParts(desk)} className="sm:min-h-9">
          {texts.end}
        </Button>
      </div>
    </section>
  )
}
