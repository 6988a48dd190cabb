'use client'

import type { MouseEvent, ReactNode } from 'react'
import { standaloneSvg } from '@/lib/plots/standalone'

/** Saves the wide drawing of the figure it stands in, with the light colours written in. */
export function SvgDownload({ file, children }: { file: string; children: ReactNode }) {
  function save(event: MouseEvent<HTMLElement>) {
    const svg = event.currentTarget.closest('figure')?.querySelector('svg')
    if (svg) saveFile(`${file}.svg`, standaloneSvg(new XMLSerializer().serializeToString(svg)))
  }
  return (
    <button
      type="button"
      onClick={save}
      className="min-h-11 text-accent underline-offset-4 hover:underline sm:min-h-10 print:hidden"
    >
      {children}
    </button>
  )
}

function saveFile(name: string, svg: string): void {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after this event.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
