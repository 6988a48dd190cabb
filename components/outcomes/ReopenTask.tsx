'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RequestError } from '@/lib/http/client'
import { deskPath } from '../coding-desk/flow/desk-path'
import { reopen } from '../coding-desk/flow/requests'
import { Button } from '../ui/button'
import { outcomes as words } from '../words/outcomes'

interface ReopenTaskProps {
  studyId: string
  codingId: string
  /** Of the text. */
  title: string
  /** The reviewer's. */
  reason: string
}

/** A reviewer may write more than a reason for reopening holds; a character takes two places at most. */
const longestReason = 1000

/** Reopens the own coding with the reason for which a passage was sent back, and goes to it. */
export function ReopenTask({ studyId, codingId, title, reason }: ReopenTaskProps) {
  const router = useRouter()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function send() {
    setSending(true)
    try {
      router.push(deskPath(studyId, await reopen(codingId, [...reason].slice(0, longestReason).join(''))))
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setProblem(error.message)
      setSending(false)
    }
  }
  return (
    <>
      <Button kind="primary" disabled={isSending} onClick={send}>
        {isSending ? words.reopening : words.reopen}
        <span className="sr-only">: {title}</span>
      </Button>
      {problem && (
        <span role="alert" className="basis-full text-danger">
          {problem}
        </span>
      )}
    </>
  )
}
