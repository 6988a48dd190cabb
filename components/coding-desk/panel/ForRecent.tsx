import { Button } from '@/components/ui/button'
import { shortQuote } from '../annotations/desk-annotations'
import { CodeName } from '../codes/CodeName'
import { giveOrAsk } from '../commands/parts-commands'
import { addSelection, moveToSelection } from '../commands/shaping-commands'
import type { MarkingDesk } from '../marking-desk'
import { markingTexts } from '../texts/marking-texts'

const { recent: texts, parts } = markingTexts

/** What the selected words may be for the annotation that was chosen before they were selected. */
export function ForRecent({ desk }: { desk: MarkingDesk }) {
  const { recent, codes, quoteOf } = desk
  const code = recent && codes.get(recent.value.code)
  if (!code) return null
  return (
    <section className="mb-5 grid gap-2">
      <h3 className="text-muted text-sm">{texts.title}</h3>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <CodeName code={code} />
        <span dir="auto" className="font-serif text-muted text-sm">
          {shortQuote(quoteOf(recent), 60)}
        </span>
      </p>
      {/* The words stay selected while a button is pressed. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as said above */}
      <div className="flex flex-wrap gap-2" onMouseDown={(event) => event.preventDefault()}>
        {code.parts.length > 1 ? (
          code.parts.map((part) => (
            <Button key={part} className="sm:min-h-9" onClick={() => giveOrAsk(desk, part)}>
              {texts.asPart(parts.names[part].toLowerCase())}
            </Button>
          ))
        ) : (
          <Button className="sm:min-h-9" onClick={() => addSelection(desk)}>
            {texts.add}
          </Button>
        )}
        <Button className="sm:min-h-9" onClick={() => moveToSelection(desk)}>
          {texts.move}
        </Button>
      </div>
    </section>
  )
}
