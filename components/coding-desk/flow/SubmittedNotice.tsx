import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { type CodingView, isHandedIn } from '@/lib/coding/coding-view'
import { deskTexts } from '../texts/desk-texts'
import { flowTexts } from '../texts/flow-texts'
import { deskPath } from './desk-path'

const { submitted: texts } = deskTexts

interface SubmittedNoticeProps {
  view: CodingView
  /** Whether it was submitted with nothing coded. */
  isEmpty: boolean
  /** Whether the coder has submitted all other codings of the study too: then nothing calls for the next one. */
  isLast: boolean
  onReopen(): void
}

/** Says that the coding is closed, and where to go on. */
export function SubmittedNotice({ view, isEmpty, isLast, onReopen }: SubmittedNoticeProps) {
  const { studyId, nextId } = view
  // One that was submitted on this very page has not been told as reopenable yet.
  const canReopen = view.reopenable || !isHandedIn(view.state)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-good border-b bg-good-soft px-5 py-3">
      <p role="status">
        <strong className="font-semibold">{texts.title}. </strong>
        {isEmpty ? texts.nothing : texts.explain}
      </p>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {canReopen && (
          <Button kind="quiet" onClick={onReopen}>
            {flowTexts.reopen.button}
          </Button>
        )}
        {nextId && (
          <ButtonLink kind={isLast ? 'quiet' : 'primary'} href={deskPath(studyId, nextId)}>
            {texts.next}
          </ButtonLink>
        )}
        {(isLast || !nextId) && <ButtonLink href={`/studies/${studyId}`}>{texts.back}</ButtonLink>}
      </p>
    </div>
  )
}
