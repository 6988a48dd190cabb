'use client'

import { useState } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { result as words } from '../words/calculator/result'
import type { Figures } from './figures'
import { tableText } from './table-text'

/** Hands a text over as a file, without a request. */
function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

/** The figures to take along: as the command line prints them, as a table, or in the clipboard. */
export function TakeAlong({ figures }: { figures: Figures }) {
  const [copied, setCopied] = useState<Figures>()
  const json = () => `${JSON.stringify(figures.output, null, 2)}\n`
  return (
    <p className="mt-6 flex flex-wrap gap-3">
      <Button onClick={() => download('agreement.json', 'application/json', json())}>{words.downloadJson}</Button>
      <Button onClick={() => download('agreement.csv', 'text/csv', figures.csv)}>{words.downloadCsv}</Button>
      <Button onClick={async () => setCopied((await copyText(tableText(figures.output))) ? figures : undefined)}>
        {copied === figures ? words.copied : words.copyTable}
      </Button>
    </p>
  )
}
