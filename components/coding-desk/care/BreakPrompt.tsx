import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { careTexts } from '../texts/care-texts'

const { pause: texts } = careTexts

/** Minutes of work on a marked text after which a break is offered, and then again. */
export const minutesBeforeBreak = 20

/** Offers a break on a text with a content note, beside the work and never over it. */
export function BreakPrompt({ activeSeconds, back }: { activeSeconds: number; back: string }) {
  const [dismissed, setDismissed] = useState(0)
  const due = Math.floor(activeSeconds / 60 / minutesBeforeBreak)
  if (due <= dismissed) return null
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-sunken px-5 py-2 text-sm"
    >
      <p className="me-auto">{texts.offer(due * minutesBeforeBreak)}</p>
      <Link href={back}>{texts.leave}</Link>
      <Button onClick={() => setDismissed(due)}>{texts.goOn}</Button>
    </div>
  )
}
