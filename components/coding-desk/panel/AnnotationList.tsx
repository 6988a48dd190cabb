import type { Code, Codebook } from '@/lib/coding/codebook'
import { CodeName } from '../CodeName'
import { shortQuote } from '../desk-annotations'
import type { DeskAnnotation } from '../edits'
import { lacksDetails } from '../required'
import { deskTexts } from '../texts'

const { panel: texts } = deskTexts

interface AnnotationListProps {
  annotations: readonly DeskAnnotation[]
  codes: ReadonlyMap<string, Code>
  codebook: Codebook
  quoteOf(annotation: DeskAnnotation): string
  onPick(id: string): void
}

/** Annotations to choose from, in the order given. */
export function AnnotationList({ annotations, codes, codebook, quoteOf, onPick }: AnnotationListProps) {
  return (
    <ul className="-mx-2 grid">
      {annotations.map((annotation) => {
        const code = codes.get(annotation.value.code)
        const isMissing = lacksDetails(codebook, annotation.value)
        return (
          <li key={annotation.id} className="desk-list-row">
            <button
              type="button"
              onClick={() => onPick(annotation.id)}
              className="grid min-h-11 w-full gap-0.5 rounded-md px-2 py-1.5 text-start hover:bg-sunken"
            >
              <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
                {code ? <CodeName code={code} /> : annotation.value.code}
                {isMissing && <span className="text-warning">{texts.missing}</span>}
                {annotation.value.unsure && <span className="text-muted">{texts.unsure}</span>}
              </span>
              <span dir="auto" className="line-clamp-2 font-serif text-muted text-sm">
                {shortQuote(quoteOf(annotation))}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
