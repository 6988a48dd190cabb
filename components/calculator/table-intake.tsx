'use client'

import type { FormEvent } from 'react'
import { Button } from '../ui/button'
import { DropArea } from '../ui/drop-area'
import { TextArea } from '../ui/field'
import { intake as words } from '../words/calculator/intake'
import { spanExample, unitExample } from './example-tables'

type Choose = (files: readonly File[]) => void

/** Where tables come from: dropped, chosen, pasted, or one of the examples. */
export function TableIntake({ onFiles }: { onFiles: Choose }) {
  return (
    <DropArea
      name={words.intake}
      choose={words.choose}
      drop={words.drop}
      kinds={words.kinds}
      accept=".csv,.tsv,.txt,text/csv,text/plain"
      onFiles={onFiles}
    >
      <Examples onFiles={onFiles} />
      <PasteTable onFiles={onFiles} />
    </DropArea>
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
