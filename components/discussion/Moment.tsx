'use client'

import { useEffect, useState } from 'react'
import { day } from '../study/day'

/** A moment as the reader's clock has it; the day alone until the page is live. */
export function Moment({ at }: { at: string }) {
  const [local, setLocal] = useState<string | null>(null)
  useEffect(() => {
    const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
    setLocal(format.format(new Date(at)))
  }, [at])
  return <time dateTime={at}>{local ?? day(new Date(at))}</time>
}
