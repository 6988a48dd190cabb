import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { RequestError } from '@/lib/http/client'
import { flowTexts } from '../texts/flow-texts'
import type { Desk } from '../use-desk'

const { eligible, reopen } = flowTexts

function Ineligible({ desk }: { desk: Desk }) {
  const { ineligible, mark } = desk.coding
  const [pending, setPending] = useState(false)
  if (!ineligible) return null
  async function takeBack() {
    setPending(true)
    await mark(null).catch((error: unknown) => {
      if (!(error instanceof RequestError)) throw error
      desk.explain(error.message)
    })
    setPending(false)
  }
  return (
    <div className="flex flex-wrap items-center gap-3 border-warning border-b bg-warning-soft px-5 py-3">
      <div className="me-auto grid gap-1">
        <p role="status">{ineligible.confirmed ? eligible.confirmed : eligible.waits}</p>
        <p dir="auto" className="text-muted text-sm">
          {ineligible.reason}
        </p>
      </div>
      {!ineligible.confirmed && (
        <Button disabled={pending} onClick={takeBack}>
          {eligible.takeBack}
        </Button>
      )}
    </div>
  )
}

/** What is special about this coding: that it is held not eligible, or why it was reopened. */
export function CodingNotice({ desk }: { desk: Desk }) {
  const { reopenReason } = desk.view
  return (
    <>
      <Ineligible desk={desk} />
      {reopenReason !== null && desk.canEdit && (
        <p dir="auto" className="border-line border-b bg-sunken px-5 py-2 text-sm">
          {reopen.reopened(reopenReason)}
        </p>
      )}
    </>
  )
}
