import type { ReactNode } from 'react'
import type { AgreementAnswer } from '@/lib/coding/agreement-request'
import { percentText } from '@/lib/formats/agreement-report/numbers'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { computationWords as words } from './computation-words'
import { RefreshOften } from './refresh-often'

interface ComputationStateProps {
  answer: Exclude<AgreementAnswer, { state: 'done' }>
  cancel: () => Promise<void>
  startAgain: () => Promise<void>
}

/** A report that is not there yet: how far it is, or why it stopped. */
export function ComputationState({ answer: { state, computation }, cancel, startAgain }: ComputationStateProps) {
  if (state === 'running') return <Running computation={computation} cancel={cancel} />
  return (
    <div className="grid max-w-2xl gap-6">
      <Notice tone={state === 'failed' ? 'danger' : 'info'} title={words[state]}>
        {computation.error && <p>{computation.error}</p>}
      </Notice>
      <ButtonForm action={startAgain} kind="primary">
        {words.startAgain}
      </ButtonForm>
    </div>
  )
}

type RunningProps = Pick<ComputationStateProps, 'cancel'> & Pick<ComputationStateProps['answer'], 'computation'>

function Running({ computation: { progress, doing, startedAt }, cancel }: RunningProps) {
  return (
    <div className="grid max-w-2xl gap-4">
      <p className="font-semibold text-lg">{words.running}</p>
      <div>
        <progress aria-label={words.progress} value={progress} max={1} className="progress h-3 w-full" />
        <p role="status" className="mt-1 text-muted">
          {doing} · {Math.round(Number(percentText(progress)))} %
        </p>
        <p className="text-base text-muted">
          {words.since} <time dateTime={startedAt}>{startedAt.slice(11, 19)} UTC</time>. {words.stays}
        </p>
      </div>
      <ButtonForm action={cancel}>{words.cancel}</ButtonForm>
      <RefreshOften />
    </div>
  )
}

interface ButtonFormProps {
  action: () => Promise<void>
  kind?: 'primary'
  children: ReactNode
}

/** A button that works without a script too. */
function ButtonForm({ action, kind, children }: ButtonFormProps) {
  return (
    <form action={action}>
      <Button type="submit" {...(kind ? { kind } : {})}>
        {children}
      </Button>
    </form>
  )
}
