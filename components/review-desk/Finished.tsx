import { Button, ButtonLink } from '@/components/ui/button'
import { queuePath } from '../review-queue/filters'
import { deskTexts } from './texts/desk-texts'
import type { ReviewParts } from './use-review'

const { finished: texts } = deskTexts

type FinishedProps = Pick<ReviewParts, 'studyId' | 'filters' | 'store' | 'deciding' | 'messages'>

/** The end of the queue: calm, and with what comes next. */
export function Finished({ studyId, filters, store, deciding, messages }: FinishedProps) {
  const isFiltered = Object.keys(filters).some((name) => name !== 'round')
  const { message } = messages
  return (
    <main className="mx-auto grid w-full max-w-xl flex-1 content-center gap-5 overflow-y-auto px-5 py-10">
      <h1 data-place="heading" tabIndex={-1} className="font-semibold font-serif text-3xl tracking-tight outline-none">
        {isFiltered ? texts.filtered : texts.title}
      </h1>
      <p className="text-lg text-muted">{isFiltered ? texts.explainFiltered : texts.explain}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink kind="primary" href={queuePath(studyId, filters.round ? { round: filters.round } : {})}>
          {texts.queue}
        </ButtonLink>
        {!isFiltered && (
          <>
            <ButtonLink href={`/studies/${studyId}/exports`}>{texts.gold}</ButtonLink>
            <ButtonLink kind="quiet" href={`/studies/${studyId}/documents`}>
              {texts.documents}
            </ButtonLink>
            <ButtonLink kind="quiet" href={`/studies/${studyId}/agreement`}>
              {texts.agreement}
            </ButtonLink>
          </>
        )}
      </div>
      {store.state.done.length > 0 && (
        <p>
          <Button kind="quiet" onClick={() => void deciding.undoLast()}>
            {texts.undo}
          </Button>
        </p>
      )}
      <p role="status" className={message.isVisible ? 'rounded-md bg-warning-soft px-4 py-2' : 'sr-only'}>
        <span key={message.number}>{message.text}</span>
      </p>
    </main>
  )
}
