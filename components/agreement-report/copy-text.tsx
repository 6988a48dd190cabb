'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { reportWords as words } from './report-words'

interface CopyTextProps {
  /** What is copied, said when it is done: "APA table". */
  what: string
  text: string | (() => string)
  children: ReactNode
}

/** Copies a text with one press and says so. */
export function CopyText({ what, text, children }: CopyTextProps) {
  const [said, setSaid] = useState('')
  async function copy() {
    const isCopied = await copyText(typeof text === 'string' ? text : text())
    setSaid(isCopied ? words.copied(what) : words.notCopied)
  }
  return (
    <>
      <Button onClick={copy} className="print:hidden">
        {children}
      </Button>
      <span role="status" className={said ? 'self-center text-base text-muted print:hidden' : 'sr-only'}>
        {said}
      </span>
    </>
  )
}
