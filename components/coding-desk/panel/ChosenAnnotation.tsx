import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import type { Code } from '@/lib/coding/codebook'
import { shortQuote } from '../annotations/desk-annotations'
import type { DeskAnnotation } from '../annotations/edits'
import { CodeName } from '../codes/CodeName'
import { LinkSection } from '../links/LinkSection'
import { nameOffers } from '../names/name-offers'
import { suggestionsFor } from '../questions/suggestions'
import type { Positions } from '../reading/positions'
import { deskTexts } from '../texts/desk-texts'
import type { Desk } from '../use-desk'
import { AnnotationForm } from './AnnotationForm'
import { ReadOnlyAnnotation } from './ReadOnlyAnnotation'
import { Segments } from './Segments'

const { panel: texts } = deskTexts

interface ChosenProps {
  desk: Desk
  annotation: DeskAnnotation
  code: Code
}

function Actions({ desk, annotation }: ChosenProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => desk.pick(null)} className="text-sm sm:min-h-8">
        {texts.done}
      </Button>
      <Button onClick={() => desk.selectWords(annotation)} title={texts.selectWordsHint} className="text-sm sm:min-h-8">
        {texts.selectWords}
      </Button>
      <Button kind="danger" onClick={() => desk.runById('delete')} className="text-sm sm:min-h-8">
        {texts.delete}
      </Button>
    </div>
  )
}

/** Words of the annotation that may name somebody: those of its source, or all of a plain one. */
function namingWords(positions: Positions, { value }: DeskAnnotation): string[] {
  const naming = value.segments.filter(({ part }) => part === 'source' || part === 'span')
  return naming.map((segment) => positions.slice(segment))
}

function Form({ desk, annotation, code }: ChosenProps) {
  const { view, annotations, codebook, positions } = desk
  const names = useMemo(
    () => nameOffers(view, annotations, namingWords(positions, annotation)),
    [view, annotations, annotation, positions],
  )
  return (
    <AnnotationForm
      key={annotation.id}
      {...{ annotation, code, codebook, names }}
      suggestionsFor={(key) => suggestionsFor(annotations, key)}
      onEdit={desk.edit}
      onDone={desk.focusText}
    />
  )
}

/** The other annotations on the words that were clicked, in a row. */
function Stack({ desk, annotation }: Omit<ChosenProps, 'code'>) {
  const { annotations, stackIds, codes, quoteOf } = desk
  const stack = annotations.filter(({ id }) => id !== annotation.id && stackIds.includes(id))
  if (stack.length === 0) return null
  return (
    <section className="flex flex-wrap items-baseline gap-x-3 text-sm">
      <h3 className="text-muted">{texts.stack}</h3>
      {stack.map((other) => {
        const code = codes.get(other.value.code)
        return (
          <button
            key={other.id}
            type="button"
            title={shortQuote(quoteOf(other))}
            onClick={() => desk.pick(other.id, stackIds)}
            className="min-h-11 rounded-md hover:bg-sunken lg:min-h-7"
          >
            {code ? <CodeName code={code} /> : other.value.code}
          </button>
        )
      })}
    </section>
  )
}

/** The annotation in hand: its words, its questions, its links. */
export function ChosenAnnotation(props: ChosenProps) {
  const { desk, annotation, code } = props
  return (
    <div className="grid grid-cols-1 gap-3">
      <div>
        <h2 className="hidden font-semibold text-lg lg:block">
          <CodeName code={code} />
        </h2>
        <blockquote dir="auto" className="font-serif text-muted lg:mt-1">
          {shortQuote(desk.quoteOf(annotation), 160)}
        </blockquote>
      </div>
      <Stack {...props} />
      <Segments desk={desk} annotation={annotation} code={code} />
      {desk.canEdit ? <Form {...props} /> : <ReadOnlyAnnotation {...{ annotation, code }} codebook={desk.codebook} />}
      <LinkSection key={annotation.id} desk={desk} own={annotation} />
      {desk.canEdit && <Actions {...props} />}
    </div>
  )
}
