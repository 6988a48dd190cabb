'use client'

import { useRef, useState } from 'react'
import { unbroken } from '@/lib/formats/agreement-report/numbers'
import { Button } from '../ui/button'
import { CopyText } from './copy-text'

/**
 * The generated paragraph, to be edited before it is copied. What was edited stays when the report is read again; until
 * then the text follows the report.
 */
export function MethodsParagraph({ text }: { text: string }) {
  const [edited, setEdited] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <div className="max-w-3xl">
      <textarea
        ref={area}
        aria-labelledby="methods-heading"
        value={edited ?? text}
        onChange={(event) => setEdited(event.currentTarget.value)}
        rows={12}
        className="field-sizing-content min-h-48 w-full rounded-md border border-edge bg-surface px-3 py-2 font-serif text-ink leading-relaxed print:hidden"
      />
      <p className="hidden whitespace-pre-wrap font-serif print:block">{unbroken(edited ?? text)}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <CopyText what="Methods paragraph" text={() => area.current?.value ?? text}>
          Copy paragraph
        </CopyText>
        {edited !== null && edited !== text && (
          <Button kind="quiet" onClick={() => setEdited(null)} className="print:hidden">
            Discard my changes
          </Button>
        )}
      </div>
    </div>
  )
}
