import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { controlLook } from '../questions/control-look'
import { codebookTexts as texts } from '../texts/codebook-texts'
import type { Desk } from '../use-desk'

/** The field in which the codebook is searched. @param count of what was found */
export function CodebookSearch({ desk, count }: { desk: Desk; count: number }) {
  const { query, setQuery, searches } = desk.tray
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (searches > 0) field.current?.focus()
  }, [searches])
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {texts.search}
      </label>
      <div className="relative">
        <input
          ref={field}
          id={id}
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          placeholder={texts.search}
          className={`${controlLook} pe-10`}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {query && (
          <button
            type="button"
            aria-label={texts.clear}
            onClick={() => setQuery('')}
            className="absolute inset-y-0 inset-e-0 inline-flex w-10 items-center justify-center text-muted hover:text-ink"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        )}
      </div>
      <p role="status" className="sr-only">
        {query.trim() ? texts.found(count) : ''}
      </p>
    </div>
  )
}
