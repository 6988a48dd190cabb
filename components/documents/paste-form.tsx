'use client'

import type { FormEvent } from 'react'
import { Button } from '../ui/button'
import { TextArea, TextField } from '../ui/field'
import { documents as words } from '../words/documents'
import { pastedFile } from './pasted-text'

/** A text from the clipboard, with a title. @param count of the files chosen so far, to name this one */
export function PasteForm({ onText, count }: { onText: (file: File) => void; count: number }) {
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const title = String(form.get('title')).trim() || words.untitled
    const contentNote = String(form.get('contentNote')).trim()
    onText(pastedFile({ title, text: String(form.get('text')), contentNote }, count + 1))
    event.currentTarget.reset()
  }
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 list-none items-center before:w-5 before:content-['+'] group-open:before:content-['–'] font-semibold text-accent underline-offset-4 hover:underline sm:min-h-0">
        {words.paste}
      </summary>
      <form onSubmit={add} className="mt-4 grid gap-5">
        <TextField label={words.pasteTitle} name="title" maxLength={300} />
        <TextArea label={words.pasteText} name="text" required rows={8} className="font-serif" dir="auto" />
        <TextField label={words.contentNote} name="contentNote" maxLength={500} hint={words.contentNoteHint} />
        <Button type="submit" className="justify-self-start">
          {words.addPasted}
        </Button>
      </form>
    </details>
  )
}
