import { uncodedNumbers, unlinkedFigures } from '@/lib/coding/figure-checks'
import type { Span } from '@/lib/text/spans'
import { AnnotationList } from '../panel/AnnotationList'
import { flowTexts } from '../texts/flow-texts'
import type { Desk } from '../use-desk'

const { figures: texts } = flowTexts

/** So many numbers are shown; more are counted. */
const mostShown = 30

interface FigureChecksProps {
  desk: Desk
  onPick(id: string): void
  /** Shows a place in the text. */
  onShow(span: Span): void
}

function Numbers({ desk, onShow }: Omit<FigureChecksProps, 'onPick'>) {
  const { view, annotations, codebook, positions } = desk
  const numbers = uncodedNumbers(view.document, annotations, codebook)
  if (numbers.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer py-2.5 lg:py-1.5">{texts.numbers(numbers.length)}</summary>
      <p className="text-muted text-sm">{texts.numbersHint}</p>
      <ul className="flex flex-wrap gap-1 py-1">
        {numbers.slice(0, mostShown).map((span) => (
          <li key={span.start}>
            <button
              type="button"
              dir="auto"
              className="min-h-11 rounded-md border border-line px-2 font-serif hover:border-ink lg:min-h-8"
              onClick={() => onShow(span)}
            >
              {positions.slice(span)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Figures to look at once more before submitting; none of them holds it up. */
export function FigureChecks({ desk, onPick, onShow }: FigureChecksProps) {
  const { annotations, links, codes, codebook, quoteOf } = desk
  const unlinked = unlinkedFigures(
    annotations,
    links.map(({ value }) => value),
    codebook,
  )
  return (
    <>
      {unlinked.length > 0 && (
        <details>
          <summary className="cursor-pointer py-2.5 lg:py-1.5">{texts.unlinked(unlinked.length)}</summary>
          <div className="max-h-52 overflow-y-auto px-2">
            <AnnotationList annotations={unlinked} {...{ codes, codebook, quoteOf, onPick }} />
          </div>
        </details>
      )}
      <Numbers desk={desk} onShow={onShow} />
    </>
  )
}
