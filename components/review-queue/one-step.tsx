'use client'

import { v7 as newId } from 'uuid'
import type { OneStep } from '@/lib/coding/review/one-step-rules'
import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { moment } from '../review-desk/history/moment'
import { Button } from '../ui/button'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { queue as words } from '../words/review'

/** Where on the page the steps are. */
const stepsId = 'in-one-step'

interface OneStepProps {
  studyId: string
  queue: Pick<ReviewQueue, 'round' | 'inOneStep' | 'batches'>
  /** Whether the list above shows less than all: the steps never do. */
  isFiltered: boolean
  decide: FormAction<{ decisions: number }>
  takeBack: FormAction<{ decisions: number }>
}

function useStep({ studyId, queue, decide }: OneStepProps) {
  const { answer, pending, submit } = useForm(decide)
  function take(step: OneStep): void {
    const form = new FormData()
    for (const [name, value] of Object.entries({ studyId, roundId: queue.round.id, step, batchId: newId() })) {
      form.set(name, value)
    }
    submit(form)
  }
  return { answer, pending, take }
}

interface RuleProps {
  step: 'trivial' | 'half'
  count: number
  isFiltered: boolean
  onTake(): void
}

/** A rule with its wording: nothing is decided by it before somebody has read that and switched it on. */
function Rule({ step, count, isFiltered, onTake }: RuleProps) {
  const { title, means } = words[step]
  return (
    <div className="grid gap-1">
      <h4 className="font-semibold">{title}</h4>
      <p className="max-w-2xl text-base text-muted">{means}</p>
      {count === 0 ? (
        <p className="text-base text-muted">{words.ruleNone}</p>
      ) : (
        <p>
          <ConfirmDialog
            open={words[step][isFiltered ? 'doInAll' : 'do'](count)}
            title={words.ruleTitle(count)}
            confirm={words.ruleConfirm}
            onConfirm={onTake}
          >
            <p>{means}</p>
            <p className="mt-2">{words.ruleUndo}</p>
          </ConfirmDialog>
        </p>
      )}
    </div>
  )
}

function TakeBack({ studyId, batch, takeBack }: Pick<OneStepProps, 'studyId' | 'takeBack'> & { batch: Batch }) {
  const { answer, pending, submit } = useForm(takeBack)
  const what = words[batch.rule as OneStep]?.title ?? batch.rule
  const at = moment(batch.at)
  function undo(): void {
    const form = new FormData()
    for (const [name, value] of Object.entries({ studyId, batchId: batch.id, newBatchId: newId() })) {
      form.set(name, value)
    }
    submit(form)
  }
  return (
    <li className="flex flex-wrap items-baseline gap-x-4">
      <span>{words.batch(batch.decisions, what, at, batch.by)}</span>
      <Button kind="quiet" disabled={pending} aria-label={words.undoOf(what, at)} onClick={undo}>
        {words.undo}
      </Button>
      <FormError error={answer.error} />
    </li>
  )
}

type Batch = ReviewQueue['batches'][number]

/** Leads from the top of the list to the steps below it. */
export function ToSteps() {
  return (
    <p className="mb-2">
      <a
        href={`#${stepsId}`}
        className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline sm:min-h-9"
      >
        {words.toSteps}
      </a>
    </p>
  )
}

/** What decides many clusters at once, and the way back from each such step. */
export function OneStepPanel(props: OneStepProps) {
  const { studyId, queue, isFiltered, takeBack } = props
  const { inOneStep, batches } = queue
  const { answer, pending, take } = useStep(props)
  return (
    <section id={stepsId} className="mt-12 grid gap-5 border-line border-t pt-6">
      <div>
        <h2 className="font-semibold text-xl">{words.inOneStep}</h2>
        <p className="mt-1 max-w-2xl text-muted">{words.inOneStepNote}</p>
      </div>
      <FormError error={answer.error} />
      <div className="grid gap-1">
        <h3 className="font-semibold">{words.unanimous.title}</h3>
        <p className="max-w-2xl text-base text-muted">{words.unanimous.means}</p>
        {inOneStep.unanimous > 0 ? (
          <p className="mt-1">
            <Button disabled={pending} onClick={() => take('unanimous')}>
              {pending ? words.working : words.unanimous[isFiltered ? 'doInAll' : 'do'](inOneStep.unanimous)}
            </Button>
          </p>
        ) : (
          <p className="text-base text-muted">{words.unanimous.none}</p>
        )}
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline sm:min-h-9">
          {words.rules}
        </summary>
        <div className="mt-2 grid gap-4">
          <p className="max-w-2xl text-base text-muted">{words.rulesNote}</p>
          <Rule step="trivial" count={inOneStep.trivial} isFiltered={isFiltered} onTake={() => take('trivial')} />
          <Rule step="half" count={inOneStep.half} isFiltered={isFiltered} onTake={() => take('half')} />
        </div>
      </details>
      {batches.length > 0 && (
        <div>
          <h3 className="font-semibold">{words.batches}</h3>
          <ul>
            {batches.map((batch) => (
              <TakeBack key={batch.id} studyId={studyId} batch={batch} takeBack={takeBack} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
