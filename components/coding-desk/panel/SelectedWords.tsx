import { shortQuote } from '../desk-annotations'
import { deskTexts } from '../texts'

/** The words that the next code will be put on: without white space at the ends, in whole characters. */
export function SelectedWords({ quote }: { quote: string }) {
  return (
    <div className="mb-5 grid gap-2 rounded-md bg-sunken p-3">
      <h2 className="text-muted text-sm">{deskTexts.panel.selection}</h2>
      <blockquote dir="auto" className="font-serif">
        {shortQuote(quote, 240)}
      </blockquote>
      <p className="text-muted text-sm">{deskTexts.panel.selectionHint}</p>
    </div>
  )
}
