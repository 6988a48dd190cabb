import { Button } from '@/components/ui/button'
import type { Code, Codebook } from '@/lib/coding/codebook'
import { CodeName } from '../CodeName'
import { shortQuote } from '../desk-annotations'
import type { DeskAnnotation } from '../edits'
import type { AnnotationEdit } from '../outbox/record'
import { deskTexts } from '../texts'
import type { Desk } from '../use-desk'
import { AnnotationForm } from './AnnotationForm'
import { AnnotationList } from './AnnotationList'
import { CodeHelp } from './CodeHelp'
import { ReadOnlyAnnotation } from './ReadOnlyAnnotation'
import { Segments } from './Segments'

const { panel: texts } = deskTexts

export interface ChosenAnnotationProps {
  desk: Desk
  annotation: DeskAnnotation
  /** Other annotations on the words that were clicked. */
  stack: readonly DeskAnnotation[]
  codes: ReadonlyMap<string, Code>
  codebook: Codebook
  quoteOf(annotation: DeskAnnotation): string
  suggestionsFor(key: string): readonly string[]
  onPick(id: string): void
  /** Absent where nothing can change any more. */
  editing?: {
    onEdit(id: string, make: (annotation: DeskAnnotation) => AnnotationEdit, field?: string): void
    onDelete(): void
    onSelectWords(): void
    onDone(): void
  }
}

function Actions({ onDelete, onSelectWords, onDone }: NonNullable<ChosenAnnotationProps['editing']>) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={onDone} className="sm:min-h-9">
        {texts.done}
      </Button>
      <Button onClick={onSelectWords} title={texts.selectWordsHint} className="sm:min-h-9">
        {texts.selectWords}
      </Button>
      <Button kind="danger" onClick={onDelete} className="sm:min-h-9">
        {texts.delete}
      </Button>
    </div>
  )
}

function Questions(props: ChosenAnnotationProps & { code: Code }) {
  const { annotation, code, codebook, suggestionsFor, editing } = props
  if (!editing) return <ReadOnlyAnnotation annotation={annotation} code={code} codebook={codebook} />
  return (
    <>
      <AnnotationForm key={annotation.id} {...{ annotation, code, codebook, suggestionsFor }} onEdit={editing.onEdit} />
      <Actions {...editing} />
    </>
  )
}

/** The annotation in hand: its words, its questions, and what the codebook says about its code. */
export function ChosenAnnotation(props: ChosenAnnotationProps) {
  const { annotation, stack, codes, codebook, quoteOf, onPick } = props
  const code = codes.get(annotation.value.code)
  if (!code) return null
  return (
    <div className="grid gap-4">
      <div>
        <h2 className="hidden font-semibold text-lg lg:block">
          <CodeName code={code} />
        </h2>
        <blockquote dir="auto" className="font-serif text-muted lg:mt-1">
          {shortQuote(quoteOf(annotation), 160)}
        </blockquote>
      </div>
      {stack.length > 0 && (
        <section>
          <h3 className="text-muted text-sm">{texts.stack}</h3>
          <AnnotationList annotations={stack} {...{ codes, codebook, quoteOf, onPick }} />
        </section>
      )}
      <Segments desk={props.desk} annotation={annotation} code={code} />
      <Questions {...props} code={code} />
      <section className="border-line border-t pt-4">
        <h3 className="mb-2 text-muted text-sm">
          {texts.codebook}: {code.label}
        </h3>
        <CodeHelp code={code} />
      </section>
    </div>
  )
}
