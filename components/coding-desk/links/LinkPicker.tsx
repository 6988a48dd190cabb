import { useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { type LinkWay, linkCandidates, linkWays } from '@/lib/coding/link-rules'
import type { DeskAnnotation } from '../annotations/edits'
import { AnnotationList } from '../panel/AnnotationList'
import { controlLook } from '../questions/control-look'
import { linkTexts } from '../texts/link-texts'
import type { Desk } from '../use-desk'
import { annotationWords, makeLink, stopLinking } from './linking'

const { picker: texts } = linkTexts

const wayWords = ({ relation, end }: LinkWay) =>
  end === 'from' ? texts.outwards(relation.label) : texts.inwards(relation.label)

function Ways({ ways, chosen, onChoose }: { ways: readonly LinkWay[]; chosen: number; onChoose(way: number): void }) {
  const id = useId()
  const [only] = ways
  if (ways.length === 1 && only) return <p className="text-sm">{wayWords(only)}</p>
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold text-sm">
        {texts.how}
      </label>
      <select id={id} className={controlLook} value={chosen} onChange={(event) => onChoose(Number(event.target.value))}>
        {ways.map((way, index) => (
          <option key={`${way.relation.key} ${way.end}`} value={index}>
            {wayWords(way)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Picks what an annotation is linked to: the nearest in the text first; a click in the text does the same. */
export function LinkPicker({ desk, own }: { desk: Desk; own: DeskAnnotation }) {
  const { linking, annotations, links, codes, codebook, quoteOf } = desk
  const ways = linkWays(codebook, own.value.code)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector<HTMLElement>('select, button')?.focus(), [])
  const way = ways[linking.way]
  const values = links.map(({ value }) => value)
  const candidates = way ? linkCandidates(way, own, annotations, values) : []
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const pick = (id: string) => {
    const other = byId.get(id)
    if (way && other) makeLink(desk, way, own, other)
  }
  return (
    <section aria-label={texts.choices} ref={list} className="grid gap-3 rounded-md border border-accent p-3">
      <div>
        <h3 className="font-semibold text-sm">{texts.title(annotationWords(desk, own))}</h3>
        <p className="text-muted text-sm">{texts.hint}</p>
      </div>
      <Ways ways={ways} chosen={linking.way} onChoose={linking.choose} />
      {candidates.length === 0 ? (
        <p className="text-muted text-sm">{texts.none}</p>
      ) : (
        <div className="max-h-72 overflow-y-auto px-2">
          <AnnotationList annotations={candidates} {...{ codes, codebook, quoteOf }} onPick={pick} />
        </div>
      )}
      <Button onClick={() => stopLinking(desk)} className="justify-self-start text-sm sm:min-h-8">
        {texts.stop}
      </Button>
    </section>
  )
}
