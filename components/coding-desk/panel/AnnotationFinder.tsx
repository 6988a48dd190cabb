import { useId, useMemo, useState } from 'react'
import type { Code, Codebook } from '@/lib/coding/codebook'
import type { DeskAnnotation, DeskLink } from '../annotations/edits'
import { controlLook } from '../questions/control-look'
import { lacksDetails } from '../questions/required'
import { listTexts as texts } from '../texts/list-texts'
import { AnnotationList } from './AnnotationList'
import { type ListOrder, lackingDetails, listedAnnotations, listOrders, usedCodes } from './sorted-annotations'

interface AnnotationFinderProps {
  /** In the order of the text. */
  annotations: readonly DeskAnnotation[]
  links: readonly DeskLink[]
  codes: ReadonlyMap<string, Code>
  codebook: Codebook
  quoteOf(annotation: DeskAnnotation): string
  onPick(id: string): void
}

/** Below this the list is seen at a glance. */
const fewEnough = 5

function countLinks(links: readonly DeskLink[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of links.flatMap(({ value }) => [value.from, value.to])) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

interface ChoiceProps {
  label: string
  value: string
  choices: readonly (readonly [value: string, words: string])[]
  onChange(value: string): void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-0.5">
      <label htmlFor={id} className="text-muted text-xs">
        {label}
      </label>
      <select
        id={id}
        className={`${controlLook} text-sm`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** All annotations of the article: those of one code, or those that lack details; in the order one looks for them. */
export function AnnotationFinder({ annotations, links, ...list }: AnnotationFinderProps) {
  const { codebook } = list
  const [wanted, setFilter] = useState('')
  const [order, setOrder] = useState<ListOrder>('text')
  const linkCounts = useMemo(() => countLinks(links), [links])
  const used = useMemo(() => usedCodes(annotations, codebook), [annotations, codebook])
  const missing = useMemo(
    () => annotations.filter(({ value }) => lacksDetails(codebook, value)).length,
    [annotations, codebook],
  )
  const filters = [
    ['', texts.all(annotations.length)],
    ...(missing > 0 ? [[lackingDetails, texts.missing(missing)] as const] : []),
    ...used.map(({ code, count }) => [code.key, texts.only(code.label, count)] as const),
  ] as const
  // What the list was narrowed to may be gone by now.
  const filter = filters.some(([key]) => key === wanted) ? wanted : ''
  const listed = useMemo(
    () => listedAnnotations(annotations, codebook, filter, order),
    [annotations, codebook, filter, order],
  )
  return (
    <>
      {annotations.length > fewEnough && (
        <div className="grid grid-cols-2 gap-2">
          <Choice label={texts.listed} value={filter} choices={filters} onChange={setFilter} />
          <Choice
            label={texts.order}
            value={order}
            choices={listOrders.map((one) => [one, texts.orders[one]])}
            onChange={(value) => setOrder(listOrders.find((one) => one === value) ?? 'text')}
          />
        </div>
      )}
      <AnnotationList key={`${filter} ${order}`} annotations={listed} linkCounts={linkCounts} {...list} />
    </>
  )
}
