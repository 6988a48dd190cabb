import { Button } from '@/components/ui/button'
import type { AnnotationValue, AttributeValue } from '@/lib/coding/annotation'
import type { Code, Codebook } from '@/lib/coding/codebook'
import { shortQuote } from '../annotations/desk-annotations'
import { sameValue } from '../annotations/same-value'
import type { Clash } from '../outbox/clash'
import type { RowValue } from '../outbox/record'
import { answerText } from '../questions/answer-text'
import { serverTexts } from '../texts/server-texts'
import { DeskDialog } from './DeskDialog'

const { clash: texts } = serverTexts

interface ClashDialogProps {
  clashes: readonly Clash[]
  codes: ReadonlyMap<string, Code>
  codebook: Codebook
  /** The words of a stretch, code points. */
  slice(span: { start: number; end: number }): string
  onKeep(clash: Clash): void
  onTake(clash: Clash): void
  onClose(): void
}

type Facts = Map<string, string>

function annotationFacts(value: AnnotationValue, { codes, codebook, slice }: ClashDialogProps): Facts {
  const answers = Object.entries(value.attributes).map(([key, given]) => {
    const attribute = codebook.attributes[key]
    return [attribute?.label ?? key, attribute ? answerText(attribute, given) : String(given)] as const
  })
  return new Map([
    [texts.code, codes.get(value.code)?.label ?? value.code],
    [texts.words, value.segments.map((segment) => shortQuote(slice(segment))).join(' … ')],
    ...answers,
    [texts.note, value.note],
    [texts.unsure, value.unsure ? texts.yes : texts.no],
  ])
}

function factsOf(value: RowValue, props: ClashDialogProps): Facts {
  if ('segments' in value) return annotationFacts(value, props)
  if ('relation' in value) return new Map([[texts.relation, value.relation]])
  return new Map([[texts.answer, String(value.value satisfies AttributeValue)]])
}

function Version({ title, facts, other }: { title: string; facts: Facts; other: Facts }) {
  const names = [...new Set([...facts.keys(), ...other.keys()])]
  return (
    <section className="min-w-0 rounded-md border border-line p-3">
      <h3 className="mb-2 font-semibold text-sm">{title}</h3>
      <dl className="grid gap-2 text-sm">
        {names
          .filter((name) => !sameValue(facts.get(name), other.get(name)))
          .map((name) => (
            <div key={name}>
              <dt className="text-muted">{name}</dt>
              <dd dir="auto" className="break-words">
                {facts.get(name) || texts.nothing}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function OneClash({ clash, ...props }: ClashDialogProps & { clash: Clash }) {
  const [mine, theirs] = [factsOf(clash.mine, props), factsOf(clash.theirs, props)]
  return (
    <li className="grid gap-3 border-line border-t py-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Version title={texts.mine} facts={mine} other={theirs} />
        <Version title={texts.theirs} facts={theirs} other={mine} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => props.onKeep(clash)}>{texts.keep}</Button>
        <Button onClick={() => props.onTake(clash)}>{texts.take}</Button>
      </div>
    </li>
  )
}

/** Both versions of what two tabs changed at once, to choose from. Nothing is lost either way: an undo goes back. */
export function ClashDialog(props: ClashDialogProps) {
  return (
    <DeskDialog title={texts.title} onClose={props.onClose}>
      <p className="mb-3 text-muted">{texts.explain}</p>
      <ul>
        {props.clashes.map((clash) => (
          <OneClash key={clash.rowId} {...props} clash={clash} />
        ))}
      </ul>
    </DeskDialog>
  )
}
