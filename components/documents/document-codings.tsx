import type { CodingState, Ineligible } from '@/lib/coding/coding-view'
import { day } from '../study/day'
import { StateMark, shownState } from '../study/state-mark'
import type { FormAction } from '../ui/form'
import { documents as words } from '../words/documents'
import { ReopenForm } from './reopen-form'

interface DocumentCoding {
  codingId: string
  pseudonym: string
  name: string
  state: CodingState
  revision: number
  reopenReason: string | null
  submittedAt: Date | null
  ineligible: Ineligible | null
  reopenable: boolean
}

interface DocumentCodingsProps {
  studyId: string
  documentId: string
  codings: DocumentCoding[]
  reopen: FormAction<void>
}

function CodingEntry({ coding, ...form }: { coding: DocumentCoding } & Omit<DocumentCodingsProps, 'codings'>) {
  const { codingId, pseudonym, name, revision, reopenReason, submittedAt, reopenable } = coding
  return (
    <li className="border-line border-t py-3">
      <p className="font-semibold">
        {pseudonym} <span className="font-normal">{name}</span>
      </p>
      <p>
        <StateMark state={shownState(coding)} reopened={revision > 0} />
        {submittedAt && <span className="text-muted"> {words.submittedOn(day(submittedAt))}</span>}
      </p>
      {reopenReason && (
        <p className="text-muted" dir="auto">
          {words.reopenedFor(reopenReason)}
        </p>
      )}
      {reopenable && <ReopenForm key={codingId} codingId={codingId} coder={pseudonym} {...form} />}
    </li>
  )
}

/** Who coded a text and how far they are; the lead reopens here what was submitted. */
export function DocumentCodings({ codings, ...form }: DocumentCodingsProps) {
  if (codings.length === 0) return <p className="text-muted">{words.noCodings}</p>
  return (
    <ul>
      {codings.map((coding) => (
        <CodingEntry key={coding.codingId} coding={coding} {...form} />
      ))}
    </ul>
  )
}
