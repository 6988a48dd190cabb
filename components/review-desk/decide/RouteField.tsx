import { useId } from 'react'
import type { decideSchema } from '@/lib/coding/review/decision'
import { methodNames } from '../../words/review'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { consensusOf, withReading } from './choosing'

const routes = [
  'arbiter',
  'consensus',
  'majority',
  'expert',
] as const satisfies readonly (typeof decideSchema)['_output']['method'][]

/** By which route it is decided, and the consensus of the coders where there is one. */
export function RouteField({ review }: { review: Review }) {
  const { draft, view, set } = review
  const id = useId()
  const agreed = consensusOf(view)
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor={id} className="text-muted">
        {deskTexts.method.label}
      </label>
      <select
        id={id}
        value={draft.method}
        onChange={(event) => set({ method: routes.find((route) => route === event.target.value) ?? 'arbiter' })}
        className="min-h-11 rounded-md border border-edge bg-surface px-2 lg:min-h-8"
      >
        {routes.map((route) => (
          <option key={route} value={route}>
            {methodNames[route]}
          </option>
        ))}
      </select>
      {agreed !== null && draft.method !== 'consensus' && (
        <button
          type="button"
          className="min-h-11 text-accent underline underline-offset-4 lg:min-h-8"
          onClick={() => set({ ...withReading(view, agreed), method: 'consensus' })}
        >
          {deskTexts.method.consensus(agreed)}
        </button>
      )}
    </div>
  )
}
