import { useEffect, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import type { ReviewQueue } from '@/lib/coding/review/review-view'
import type { Command } from '../coding-desk/commands/command'
import { keyMap } from '../coding-desk/keyboard/key-map'
import { useDeskKeys } from '../coding-desk/keyboard/use-desk-keys'
import { Said } from '../coding-desk/Said'
import { queuePath } from '../review-queue/filters'
import { deskTexts } from './texts/desk-texts'
import type { ReviewParts } from './use-review'

const { finished: texts } = deskTexts

type FinishedProps = Pick<ReviewParts, 'studyId' | 'filters' | 'store' | 'deciding' | 'messages' | 'settings'> & {
  queue: ReviewQueue
}

/** Puts the first cluster on the desk that is found while nothing was there to decide, though not one decided here. */
function useArrival({ store, deciding, queue }: Pick<FinishedProps, 'store' | 'deciding' | 'queue'>): void {
  const { done, pending } = store.state
  const wasComparing = useRef(false)
  if (queue.computing) wasComparing.current = true
  const found = queue.entries.find(
    ({ id, state }) => state !== 'decided' && !done.some(({ clusterId }) => clusterId === id),
  )
  const arrived = pending === null && wasComparing.current ? found?.id : undefined
  const { open } = deciding
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    if (arrived !== undefined) void latest.current(arrived)
  }, [arrived])
}

const undoCommands: readonly Command<ReviewParts['deciding']>[] = [
  {
    ...{ id: 'review-undo', label: texts.undo, group: 'deciding', keys: ['Mod+z'] },
    run: (deciding) => void deciding.undoLast(),
  },
]

/** The key that takes the last decision back works here as it does on a cluster. */
function useUndoKey({ deciding, settings }: Pick<FinishedProps, 'deciding' | 'settings'>): void {
  const keys = useMemo(() => keyMap(undoCommands, [], settings.settings), [settings.settings])
  useDeskKeys(keys, false, (meaning, target) => {
    if ('command' in meaning) meaning.command.run(deciding, target)
  })
}

/** The end of the queue, as far as it is known: calm, and with what comes next. */
export function Finished({ studyId, filters, store, deciding, messages, settings, queue }: FinishedProps) {
  useUndoKey({ deciding, settings })
  useArrival({ store, deciding, queue })
  const isComparing = queue.computing !== null
  const isFiltered = Object.keys(filters).some((name) => name !== 'round')
  return (
    <main className="mx-auto grid w-full max-w-xl flex-1 content-center gap-5 overflow-y-auto px-5 py-10">
      <h1 data-place="heading" tabIndex={-1} className="font-semibold font-serif text-3xl tracking-tight outline-none">
        {isComparing ? texts.comparing : isFiltered ? texts.filtered : texts.title}
      </h1>
      <p className="text-lg text-muted">
        {isComparing ? texts.explainComparing : isFiltered ? texts.explainFiltered : texts.explain}
      </p>
      {queue.computing && <p>{deskTexts.queue.computing(queue.computing.done, queue.computing.of)}</p>}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink kind="primary" href={queuePath(studyId, filters.round ? { round: filters.round } : {})}>
          {texts.queue}
        </ButtonLink>
        {!isFiltered && !isComparing && (
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
      <Said message={messages.message} loud="rounded-md bg-warning-soft px-4 py-2" quiet="text-muted" />
    </main>
  )
}
