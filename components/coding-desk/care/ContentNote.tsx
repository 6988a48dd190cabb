import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { careTexts } from '../texts/care-texts'

const { note: texts } = careTexts

interface ContentNoteProps {
  note: string
  /** Where the coder's list of work is. */
  back: string
  onShow(): void
}

/** Stands before a text that somebody marked as hard to read, until the coder wants to see it. */
export function ContentNote({ note, back, onShow }: ContentNoteProps): ReactNode {
  return (
    <main className="mx-auto my-10 grid max-w-xl gap-4 p-5">
      <h1 className="font-semibold text-xl">{texts.title}</h1>
      <p dir="auto" className="whitespace-pre-wrap rounded-md bg-warning-soft px-4 py-3">
        {note}
      </p>
      <p className="text-muted">{texts.explain}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" onClick={onShow}>
          {texts.show}
        </Button>
        <Link href={back}>{texts.back}</Link>
      </div>
    </main>
  )
}
