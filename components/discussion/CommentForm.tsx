import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { AskedThread, CommentInput } from '@/lib/coding/review/discussion'
import { RequestError } from '@/lib/http/client'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { discussion as words } from '../words/discussion'
import { MentionList } from './MentionList'
import { sendComment } from './requests'
import { useMentionList } from './use-mention-list'

interface CommentFormProps {
  studyId: string
  asked: AskedThread
  people: readonly string[]
  onSaid(): void
}

/** Sends what was written, under one id however often it takes, and keeps it until it has arrived. */
function useComment({ studyId, asked, onSaid }: Omit<CommentFormProps, 'people'>) {
  const [text, setText] = useState('')
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const draft = useRef<CommentInput | null>(null)
  async function send() {
    const said = text.trim()
    if (said === '' || isSending) return
    // The same words again are the same comment: an answer may have been lost.
    if (draft.current?.text !== said) draft.current = { ...asked, id: newId(), text: said }
    setSending(true)
    try {
      await sendComment(studyId, draft.current)
      draft.current = null
      setText('')
      setProblem(null)
      onSaid()
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setProblem(error.message)
    } finally {
      setSending(false)
    }
  }
  return { text, setText, isSending, problem, send }
}

/** Where a comment is written; "@" offers the people of the discussion. */
export function CommentForm(props: CommentFormProps) {
  const { text, setText, isSending, problem, send } = useComment(props)
  const field = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<number | null>(null)
  const id = useId()
  const { textarea, ...list } = useMentionList({
    people: props.people,
    text,
    write: (next, place) => {
      setText(next)
      caret.current = place ?? null
    },
  })

  useLayoutEffect(() => {
    if (caret.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    } else textarea.onKeyDown(event)
    // What is typed here is no command of the page around it; Escape that closed the list closes nothing else.
    event.stopPropagation()
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    void send()
  }
  return (
    <form onSubmit={onSubmit} className="grid gap-2">
      {problem && <Notice tone="danger">{problem}</Notice>}
      <label htmlFor={id} className="font-semibold">
        {words.write}
      </label>
      <textarea
        {...textarea}
        id={id}
        ref={field}
        rows={3}
        maxLength={4000}
        dir="auto"
        aria-describedby={`${id}-hint`}
        className="w-full rounded-md border border-edge bg-surface px-3 py-1.5 text-ink"
        onKeyDown={onKeyDown}
      />
      <MentionList {...list} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p id={`${id}-hint`} className="text-base text-muted">
          {words.writeHint}
        </p>
        <Button type="submit" disabled={isSending || text.trim() === ''}>
          {isSending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  )
}
