import { ArrowLeft, ArrowRight, Link2, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { linkWays, suggestedLinks } from '@/lib/coding/link-rules'
import { shortQuote } from '../annotations/desk-annotations'
import type { DeskAnnotation, DeskLink } from '../annotations/edits'
import { CodeName } from '../codes/CodeName'
import { linkTexts as texts } from '../texts/link-texts'
import type { Desk } from '../use-desk'
import { LinkPicker } from './LinkPicker'
import { annotationWords, makeLink, removeLink, startLinking } from './linking'

/** The other end of a link. */
function farEnd(desk: Desk, own: DeskAnnotation, { value }: DeskLink): DeskAnnotation | null {
  const other = value.from === own.id ? value.to : value.from
  return desk.annotationOf(other)
}

function Linked({ desk, own, link }: { desk: Desk; own: DeskAnnotation; link: DeskLink }) {
  const other = farEnd(desk, own, link)
  const code = other && desk.codes.get(other.value.code)
  const label = desk.codebook.relations.find(({ key }) => key === link.value.relation)?.label ?? link.value.relation
  if (!other || !code) return null
  const isOutwards = link.value.from === own.id
  const Arrow = isOutwards ? ArrowRight : ArrowLeft
  return (
    <li className="flex items-start gap-1">
      <button
        type="button"
        onClick={() => desk.pick(other.id)}
        className="-mx-2 grid min-h-11 min-w-0 flex-1 gap-0.5 rounded-md px-2 py-1.5 text-start hover:bg-sunken lg:min-h-9"
      >
        <span className="text-muted text-xs">{label}</span>
        <span className="flex min-w-0 items-baseline gap-1.5 text-sm">
          <Arrow aria-hidden="true" className="size-3.5 shrink-0 self-center text-muted rtl:-scale-x-100" />
          <span className="sr-only">{isOutwards ? texts.from : texts.to}</span>
          <CodeName code={code} />
          <span dir="auto" className="truncate font-serif text-muted">
            {shortQuote(desk.quoteOf(other), 60)}
          </span>
        </span>
      </button>
      {desk.canEdit && (
        <button
          type="button"
          aria-label={texts.remove(label, annotationWords(desk, other))}
          onClick={() => removeLink(desk, link)}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink lg:size-8"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </li>
  )
}

function Suggestions({ desk, own }: { desk: Desk; own: DeskAnnotation }) {
  const values = desk.links.map(({ value }) => value)
  return suggestedLinks(desk.codebook, own, desk.annotations, values).map(({ way, other }) => {
    const end = desk.annotationOf(other.id)
    if (!end) return null
    return (
      <button
        key={`${way.relation.key} ${other.id}`}
        type="button"
        onClick={() => makeLink(desk, way, own, end)}
        className="flex min-h-11 w-full items-center gap-2 rounded-md border border-edge border-dashed px-2.5 py-1.5 text-start text-sm hover:border-ink lg:min-h-9"
      >
        <Link2 aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <span className="min-w-0">
          <span className="sr-only">{texts.suggestion}: </span>
          {texts.suggested(way.relation.label, annotationWords(desk, end))}
        </span>
      </button>
    )
  })
}

/** The links of an annotation: to follow, to make and to take away. */
export function LinkSection({ desk, own }: { desk: Desk; own: DeskAnnotation }) {
  const links = desk.linksOf(own.id)
  const canLink = desk.canEdit && linkWays(desk.codebook, own.value.code).length > 0
  if (links.length === 0 && !canLink) return null
  return (
    <section className="grid gap-2 border-line border-t pt-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold text-sm">{texts.title}</h3>
        {canLink && !desk.linking.isOn && (
          <Button kind="quiet" onClick={() => startLinking(desk)} className="text-sm lg:min-h-8">
            {texts.add}
          </Button>
        )}
      </div>
      {canLink && desk.linking.isOn && <LinkPicker desk={desk} own={own} />}
      {links.length > 0 && (
        <ul className="grid">
          {links.map((link) => (
            <Linked key={link.id} {...{ desk, own, link }} />
          ))}
        </ul>
      )}
      {canLink && !desk.linking.isOn && <Suggestions desk={desk} own={own} />}
    </section>
  )
}
