import type { Attribute } from '@/lib/coding/codebook'

/** Whether the codebook says more about a question than its words. */
export function hasHelp({ question, help, values }: Attribute): boolean {
  return question !== '' || help !== '' || values.some(({ definition }) => definition !== '')
}

/** What the codebook says about a question and its answers. */
export function QuestionHelp({ attribute }: { attribute: Attribute }) {
  const explained = attribute.values.filter(({ definition }) => definition !== '')
  return (
    <div className="grid gap-1.5 rounded-md bg-sunken p-3 text-sm">
      {attribute.question && <p>{attribute.question}</p>}
      {attribute.help && <p>{attribute.help}</p>}
      {explained.length > 0 && (
        <dl className="grid gap-1.5">
          {explained.map(({ id, label, definition }) => (
            <div key={id}>
              <dt className="font-semibold">{label}</dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
