import { X } from 'lucide-react'
import type { Code } from '@/lib/coding/codebook'
import { shortQuote } from '../annotations/desk-annotations'
import type { DeskAnnotation } from '../annotations/edits'
import { takeOut } from '../commands/shaping-commands'
import type { MarkingDesk } from '../marking-desk'
import { changePart } from '../shaping/shape-edits'
import { markingTexts } from '../texts/marking-texts'

const { parts: texts } = markingTexts

interface SegmentProps {
  desk: MarkingDesk
  annotation: DeskAnnotation
  code: Code
  index: number
}

function PartChoice({ desk, annotation, code, index }: SegmentProps) {
  const segment = annotation.value.segments[index]
  if (!segment) return null
  return (
    <select
      aria-label={`${texts.partOf} ${index + 1}`}
      value={segment.part}
      onChange={(event) => {
        const part = code.parts.find((one) => one === event.target.value)
        if (part) desk.edit(annotation.id, (now) => changePart(now, index, part))
      }}
      className="min-h-11 rounded-md border border-edge bg-surface px-2 text-sm lg:min-h-8"
    >
      {code.parts.map((part) => (
        <option key={part} value={part}>
          {texts.names[part]}
        </option>
      ))}
    </select>
  )
}

function Segment(props: SegmentProps) {
  const { desk, annotation, code, index } = props
  const segment = annotation.value.segments[index]
  if (!segment) return null
  const quote = shortQuote(desk.positions.slice(segment), 60)
  const name = texts.names[segment.part]
  const hasParts = code.parts.length > 1
  return (
    <li className="flex items-center gap-2">
      {hasParts && desk.canEdit && <PartChoice {...props} />}
      {hasParts && !desk.canEdit && <span className="text-muted text-sm">{name}</span>}
      <button
        type="button"
        dir="auto"
        className="min-h-11 min-w-0 flex-1 truncate rounded-md px-1 text-start font-serif hover:bg-sunken lg:min-h-8"
        onClick={() => desk.holdEdge(annotation.id, { segment: index, side: 'end' })}
      >
        {quote}
      </button>
      {desk.canEdit && annotation.value.segments.length > 1 && (
        <button
          type="button"
          aria-label={texts.remove(name, quote)}
          title={texts.remove(name, quote)}
          onClick={() => takeOut(desk, annotation, index)}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink lg:size-8"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </li>
  )
}

/** The segments of an annotation that has several, and the parts of an attribution: what each is, and what is missing. */
export function Segments({ desk, annotation, code }: Omit<SegmentProps, 'index'>) {
  const { segments } = annotation.value
  const hasParts = code.parts.length > 1
  if (!hasParts && segments.length < 2) return null
  const missing = hasParts ? code.parts.filter((part) => !segments.some((segment) => segment.part === part)) : []
  return (
    <section aria-label={hasParts ? texts.heading : texts.segments} className="grid grid-cols-1 gap-1">
      <h3 className="text-muted text-sm">{hasParts ? texts.heading : texts.segments}</h3>
      <ul className="grid grid-cols-1 gap-1">
        {segments.map((segment, index) => (
          <Segment key={`${segment.part}:${segment.start}`} {...{ desk, annotation, code, index }} />
        ))}
      </ul>
      {missing.map((part) => (
        <p key={part} className={`text-sm ${part === code.parts[0] ? 'text-warning' : 'text-muted'}`}>
          {part === code.parts[0] ? texts.required(texts.names[part]) : texts.missing(texts.names[part])}
        </p>
      ))}
    </section>
  )
}
