import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import type { Code } from '@/lib/coding/codebook'
import { shortQuote } from '../../coding-desk/annotations/desk-annotations'
import type { DeskAnnotation } from '../../coding-desk/annotations/edits'
import { CodeName } from '../../coding-desk/codes/CodeName'
import { nameOffers } from '../../coding-desk/names/name-offers'
import { AnnotationForm } from '../../coding-desk/panel/AnnotationForm'
import { ForRecent } from '../../coding-desk/panel/ForRecent'
import { Segments } from '../../coding-desk/panel/Segments'
import { holdStill } from '../../coding-desk/questions/hold-still'
import { suggestionsFor } from '../../coding-desk/questions/suggestions'
import { deskTexts } from '../../coding-desk/texts/desk-texts'
import type { Review } from '../use-review'

const { panel: texts } = deskTexts

interface ChosenProps {
  review: Review
  annotation: DeskAnnotation
  code: Code
}

/** Words of the annotation that may name somebody: those of its source, or all of a plain one. */
function namingWords({ slice }: Review, { value }: DeskAnnotation): string[] {
  return value.segments.filter(({ part }) => part === 'source' || part === 'span').map(slice)
}

function Chosen({ review, annotation, code }: ChosenProps) {
  const { writing, view } = review
  const { annotations } = writing
  const names = useMemo(
    () => nameOffers(writing.view, annotations, namingWords(review, annotation)),
    [writing.view, annotations, review, annotation],
  )
  return (
    <div className="grid grid-cols-1 gap-3" {...holdStill}>
      <div>
        <h2 className="font-semibold text-lg">
          <CodeName code={code} />
        </h2>
        <blockquote dir="auto" className="mt-1 font-serif text-muted">
          {shortQuote(writing.quoteOf(annotation), 160)}
        </blockquote>
      </div>
      <Segments desk={writing} annotation={annotation} code={code} />
      <AnnotationForm
        key={annotation.id}
        {...{ annotation, code, names }}
        codebook={view.codebook}
        suggestionsFor={(key) => suggestionsFor(annotations, key)}
        onEdit={writing.edit}
        onDone={writing.focusText}
      />
      <p className="flex flex-wrap gap-2">
        <Button onClick={() => writing.pick(null)} className="text-sm sm:min-h-8">
          {texts.done}
        </Button>
        <Button kind="danger" onClick={() => writing.runById('delete')} className="text-sm sm:min-h-8">
          {texts.delete}
        </Button>
      </p>
    </div>
  )
}

/** The annotation in hand: its words and its questions, as on the coding desk. */
export function WritingPanel({ review }: { review: Review }) {
  const { writing } = review
  const { selected, selection, codes } = writing
  const code = selected && codes.get(selected.value.code)
  if (selected && code) return <Chosen review={review} annotation={selected} code={code} />
  return selection ? <ForRecent desk={writing} /> : null
}
