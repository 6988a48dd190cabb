'use client'

import { useId, useRef, useState } from 'react'
import { ui } from '../words/ui'
import { Button } from './button'

/** Copies without the clipboard's permission, which browsers give on https and localhost only. */
function copySelected(input: HTMLInputElement): boolean {
  input.select()
  return document.execCommand('copy')
}

/** A text to take along, e.g. a link: shown whole, copied with one press. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  async function copy() {
    const done = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    )
    setCopied(done || (input.current ? copySelected(input.current) : false))
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          ref={input}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-11 min-w-0 flex-1 basis-64 rounded-md border border-edge bg-sunken px-3 sm:min-h-10"
        />
        <Button onClick={copy}>{copied ? ui.copied : ui.copy}</Button>
      </div>
    </div>
  )
}
