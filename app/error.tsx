'use client'

import { Button } from '@/components/ui/button'
import { NarrowFrame, Refusal } from '@/components/ui/narrow-frame'
import { shell } from '@/components/words/shell'

/** A page that could not be made. The server has the reason in its log; it is not shown. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <NarrowFrame>
      <Refusal title={shell.failedTitle}>{shell.failed}</Refusal>
      <Button onClick={reset} className="mt-6 justify-self-start">
        {shell.retry}
      </Button>
    </NarrowFrame>
  )
}
