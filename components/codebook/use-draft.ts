'use client'

import { useEffect, useState } from 'react'
import type { Codebook } from '@/lib/coding/codebook'
import { type FormAction, type FormAnswer, useForm } from '../ui/form'

/** The codebook on the screen, whether it differs from what is saved, and the two ways to send it. */
export function useDraft(
  studyId: string,
  start: Codebook,
  send: { save: FormAction<void>; publish: FormAction<never> },
) {
  const [codebook, setCodebook] = useState(start)
  const [saved, setSaved] = useState<Codebook>()
  const saving = useForm<void>(async (previous, form): Promise<FormAnswer<void>> => {
    const answer = await send.save(previous, form)
    if (!answer.error) setSaved(codebook)
    return answer
  })
  const publishing = useForm<never>(send.publish)

  const isChanged = codebook !== start && saved !== codebook

  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])

  function form(): FormData {
    const fields = new FormData()
    fields.set('studyId', studyId)
    fields.set('codebook', JSON.stringify(codebook))
    return fields
  }

  return {
    codebook,
    change: setCodebook,
    isSaved: saved === codebook,
    isChanged,
    error: publishing.answer.error ?? saving.answer.error,
    busy: saving.pending ? ('saving' as const) : publishing.pending ? ('publishing' as const) : undefined,
    save: () => saving.submit(form()),
    publish: () => publishing.submit(form()),
  }
}
