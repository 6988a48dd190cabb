'use client'

import { useEffect } from 'react'
import { requestJson } from '@/lib/http/client'

/** Tells the server that the coder has arrived at the desk: a page that was only fetched ahead opens nothing. */
export function OpenOnArrival({ codingId }: { codingId: string }) {
  useEffect(() => {
    // Without an answer nothing is lost: the first saved change opens the coding, too.
    requestJson(`/api/codings/${codingId}/open`, { method: 'POST' }).catch(() => undefined)
  }, [codingId])
  return null
}
