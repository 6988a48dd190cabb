import { ButtonLink } from '@/components/ui/button'
import type { CodingView } from '@/lib/coding/coding-view'
import { deskPath } from './DeskHeader'
import { deskTexts } from './texts'

const { submitted: texts } = deskTexts

/** Says that the coding is closed, and where to go on. */
export function SubmittedNotice({ view, isEmpty }: { view: CodingView; isEmpty: boolean }) {
  const { studyId, nextId } = view
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-good border-b bg-good-soft px-5 py-3">
      <p role="status">
        <strong className="font-semibold">{texts.title}. </strong>
        {isEmpty ? texts.nothing : texts.explain}
      </p>
      {nextId ? (
        <ButtonLink kind="primary" href={deskPath(studyId, nextId)}>
          {texts.next}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/studies/${studyId}`}>{texts.back}</ButtonLink>
      )}
    </div>
  )
}
