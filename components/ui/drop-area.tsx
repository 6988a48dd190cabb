'use client'

import { type DragEvent, type ReactNode, useId, useState } from 'react'
import { buttonLook } from './button'

interface DropAreaProps {
  name: string
  /** On the button that opens the file dialogue, and beside it. */
  choose: string
  drop: string
  /** Which files are taken, in words and as `accept` of the file dialogue. */
  kinds: string
  accept: string
  onFiles: (files: File[]) => void
  /** Other ways in, below. */
  children?: ReactNode
}

const focusOfInput = 'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2'

/** Where files are dropped or chosen, many at once. */
export function DropArea({ name, choose, drop, kinds, accept, onFiles, children }: DropAreaProps) {
  const [over, setOver] = useState(false)
  const hint = useId()
  function take(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files])
  }
  return (
    <section
      aria-label={name}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
      className={`rounded-lg border-2 border-dashed p-5 sm:p-8 ${over ? 'border-accent bg-accent-soft' : 'border-edge bg-surface'}`}
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <label className={`${buttonLook('primary')} ${focusOfInput}`}>
          {choose}
          <input
            type="file"
            multiple
            accept={accept}
            aria-describedby={hint}
            className="sr-only"
            onChange={(event) => {
              onFiles([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        </label>
        <span className="hidden text-muted sm:inline">{drop}</span>
      </div>
      <p id={hint} className="mt-4 max-w-2xl text-muted">
        {kinds}
      </p>
      {children}
    </section>
  )
}
