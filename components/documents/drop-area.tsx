'use client'

import { type DragEvent, useId, useState } from 'react'
import { buttonLook } from '../ui/button'
import { documents as words } from '../words/documents'

/** Where files are dropped or chosen, many at once. */
export function DropArea({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false)
  const hint = useId()
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files])
  }
  return (
    <section
      aria-label={words.files}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`rounded-lg border-2 border-dashed p-6 sm:p-8 ${over ? 'border-accent bg-accent-soft' : 'border-edge bg-surface'}`}
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <label
          className={`${buttonLook('primary')} has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2`}
        >
          {words.choose}
          <input
            type="file"
            multiple
            accept=".txt,.csv,.jsonl,text/plain,text/csv"
            aria-describedby={hint}
            className="sr-only"
            onChange={(event) => {
              onFiles([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        </label>
        <span className="hidden text-muted sm:inline">{words.drop}</span>
      </div>
      <p id={hint} className="mt-4 max-w-2xl text-muted">
        {words.fileKinds}
      </p>
    </section>
  )
}
