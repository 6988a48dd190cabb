import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Code, Codebook } from '@/lib/coding/codebook'
import { namingAttributes } from '@/lib/coding/entity-names'
import { shortQuote } from '../annotations/desk-annotations'
import type { DeskAnnotation } from '../annotations/edits'
import { CodeName } from '../codes/CodeName'
import { lacksDetails } from '../questions/required'
import { deskTexts } from '../texts/desk-texts'
import { listTexts } from '../texts/list-texts'

const { panel: texts } = deskTexts

interface AnnotationListProps {
  annotations: readonly DeskAnnotation[]
  codes: ReadonlyMap<string, Code>
  codebook: Codebook
  /** How many links each annotation has; none are shown when absent. */
  linkCounts?: ReadonlyMap<string, number>
  quoteOf(annotation: DeskAnnotation): string
  onPick(id: string): void
}

/** So many are listed at once: a list of thousands would slow down the desk, and nobody reads it. */
const portion = 100

type RowProps = Omit<AnnotationListProps, 'annotations'> & {
  annotation: DeskAnnotation
  /** The questions whose answers name somebody or something. */
  naming: readonly string[]
}

/** The parts of an annotation in the order of the text, each once; nothing for a plain span. */
function partsOf({ value }: DeskAnnotation): string {
  const parts = new Set(value.segments.map(({ part }) => part))
  const names = [...parts].filter((part) => part !== 'span').map((part) => listTexts.parts[part])
  if (names.length > 0) return names.join(' · ')
  return value.segments.length > 1 ? listTexts.segments(value.segments.length) : ''
}

/** Who or what it is about. */
function namesIn({ value }: DeskAnnotation, naming: readonly string[]): string {
  return naming.flatMap((key) => value.attributes[key] ?? []).join(' · ')
}

function Row({ annotation, naming, codes, codebook, linkCounts, quoteOf, onPick }: RowProps) {
  const { value } = annotation
  const code = codes.get(value.code)
  const links = linkCounts?.get(annotation.id) ?? 0
  const details = [
    namesIn(annotation, naming),
    partsOf(annotation),
    links > 0 ? listTexts.links(links) : '',
    value.unsure ? texts.unsure : '',
  ]
  return (
    <li>
      <button
        type="button"
        onClick={() => onPick(annotation.id)}
        className="grid min-h-11 w-full gap-0.5 rounded-md px-2 py-1.5 text-start hover:bg-sunken"
      >
        <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
          {code ? <CodeName code={code} /> : value.code}
          {lacksDetails(codebook, value) && <span className="text-warning">{texts.missing}</span>}
          {details.filter(Boolean).map((detail) => (
            <span key={detail} className="text-muted">
              {detail}
            </span>
          ))}
        </span>
        <span dir="auto" className="line-clamp-2 font-serif text-muted text-sm">
          {shortQuote(quoteOf(annotation))}
        </span>
      </button>
    </li>
  )
}

/** Annotations to choose from, in the order given. */
export function AnnotationList({ annotations, ...row }: AnnotationListProps) {
  const [shown, setShown] = useState(portion)
  const { codebook } = row
  const naming = useMemo(() => namingAttributes(codebook), [codebook])
  return (
    <>
      <ul className="-mx-2 grid">
        {annotations.slice(0, shown).map((annotation) => (
          <Row key={annotation.id} {...{ annotation, naming }} {...row} />
        ))}
      </ul>
      {annotations.length > shown && (
        <Button kind="quiet" onClick={() => setShown(shown + portion)}>
          {texts.more(Math.min(portion, annotations.length - shown))}
        </Button>
      )}
    </>
  )
}
