'use client'

import { type DragEvent, type FormEvent, useId, useState } from 'react'
import { Button, buttonLook } from '../ui/button'
import { TextArea } from '../ui/field'
import { calculator as words } from '../words/calculator'
import { spanExample, unitExample } from './example-tables'

type Choose = (files: readonly File[]) => void

const focusOfInput = 'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2'

/** Where tables come from: dropped, chosen, pasted, or one of the examples. */
export function TableIntake({ onFiles }: { onFiles: Choose }) {
  const [over, setOver] = useState(false)
  const hint = useId()
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files])
  }
  return (
    <section
      aria-label={words.intake}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`rounded-lg border-2 border-dashed p-5 sm:p-8 ${over ? 'border-accent bg-accent-soft' : 'border-edge bg-surface'}`}
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <label className={`${buttonLook('primary')} ${focusOfInput}`}>
          {words.choose}
          <input
            type="file"
            multiple
            accept=".csv,.tsv,.txt,text/csv,text/plain"
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
        {words.kinds}
      </p>
      <Examples onFiles={onFiles} />
      <PasteTable onFiles={onFiles} />
    </section>
  )
}

function Examples({ onFiles }: { onFiles: Choose }) {
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4">
      <span className="text-muted">{words.examples}</span>
      <Button kind="quiet" onClick={() => onFiles(unitExample())}>
        {words.exampleUnits}
      </Button>
      <Button kind="quiet" onClick={() => onFiles(spanExample())}>
        {words.exampleSpans}
      </Button>
    </p>
  )
}

function PasteTable({ onFiles }: { onFiles: Choose }) {
  function take(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('table'))
    onFiles([new File([text], words.pastedName, { type: 'text/csv' })])
  }
  return (
    <details className="group mt-1">
      <summary className="inline-flex min-h-11 list-none items-center before:w-5 before:content-['+'] group-open:before:content-['–'] font-semibold text-accent underline-offset-4 hover:underline">
        {words.paste}
      </summary>
      <form onSubmit={take} className="mt-2 grid gap-4">
        <TextArea
          label={words.pasteLabel}
          name="table"
          required
          rows={7}
          spellCheck={false}
          className="font-mono text-base"
        />
        <Button type="submit" className="justify-self-start">
          {words.usePasted}
        </Button>
      </form>
    </details>
  )
}
