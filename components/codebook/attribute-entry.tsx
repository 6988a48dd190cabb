import type { Attribute } from '@/lib/coding/codebook'
import { codebook as words } from '../words/codebook'

/** One attribute for reading: its question and its values. */
export function AttributeEntry({ attribute }: { attribute: Attribute }) {
  return (
    <article className="border-line border-t pt-4">
      <h3 className="font-semibold">
        {attribute.label}
        {attribute.required && <span className="font-normal text-muted"> ({words.required})</span>}
      </h3>
      {attribute.question && <p>{attribute.question}</p>}
      {attribute.help && <p className="text-muted">{attribute.help}</p>}
      {attribute.values.length > 0 && (
        <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[12rem_1fr]">
          {attribute.values.map(({ id, label, definition }) => (
            <div key={id} className="contents">
              <dt className="font-semibold">{label}</dt>
              <dd className="text-muted">{definition}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}
