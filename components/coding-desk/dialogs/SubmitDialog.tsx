import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { Code, Codebook } from '@/lib/coding/codebook'
import type { DocumentQuestion } from '@/lib/coding/document-questions'
import type { DeskAnnotation } from '../annotations/edits'
import { MissingAnswers } from '../article/MissingAnswers'
import { AnnotationList } from '../panel/AnnotationList'
import { lacksDetails } from '../questions/required'
import { deskTexts } from '../texts/desk-texts'
import { flowTexts } from '../texts/flow-texts'
import { DeskDialog } from './DeskDialog'

const { submit: texts } = deskTexts

interface SubmitDialogProps {
  annotations: readonly DeskAnnotation[]
  codes: ReadonlyMap<string, Code>
  codebook: Codebook
  /** Questions about the article that must still be answered. */
  open: readonly DocumentQuestion[]
  waiting: number
  refused: number
  quoteOf(annotation: DeskAnnotation): string
  onPick(id: string): void
  /** To the questions about the article. */
  onAnswer(): void
  onSubmit(nothingToCode: boolean): void
  /** Of an article in which nothing is coded: it should not be in the study. */
  onIneligible(): void
  onClose(): void
  onLeave(): boolean
  /** What else to look at before submitting. */
  children?: ReactNode
}

function Checks(props: SubmitDialogProps) {
  const { annotations, codes, codebook, refused, waiting, quoteOf, onPick } = props
  const missing = annotations.filter(({ value }) => lacksDetails(codebook, value))
  const unsure = annotations.filter(({ value }) => value.unsure).length
  return (
    <div className="grid gap-2">
      {annotations.length > 0 && <p>{texts.summary(annotations.length)}</p>}
      {missing.length > 0 && (
        <div className="rounded-md bg-warning-soft px-3 py-2">
          <p className="text-warning">{texts.missing(missing.length)}</p>
          <div className="max-h-72 overflow-y-auto px-2">
            <AnnotationList annotations={missing} {...{ codes, codebook, quoteOf, onPick }} />
          </div>
        </div>
      )}
      <MissingAnswers {...props} />
      {props.children}
      {unsure > 0 && <p>{texts.unsure(unsure)}</p>}
      {waiting > 0 && <p>{texts.waiting(waiting)}</p>}
      {refused > 0 && <p className="text-danger">{texts.refused(refused)}</p>}
    </div>
  )
}

function confirmWords({ annotations, refused }: SubmitDialogProps): string {
  if (annotations.length === 0) return texts.confirmEmpty
  return refused > 0 ? texts.confirmAnyway : texts.confirm
}

/** Says what will be submitted and what is still missing, and asks once. */
export function SubmitDialog(props: SubmitDialogProps) {
  const isEmpty = props.annotations.length === 0
  const lacks = props.annotations.some(({ value }) => lacksDetails(props.codebook, value))
  const isIncomplete = lacks || props.open.length > 0
  return (
    <DeskDialog
      title={isIncomplete ? texts.incompleteTitle : isEmpty ? texts.emptyTitle : texts.title}
      onClose={props.onClose}
      onLeave={props.onLeave}
    >
      <div className="grid gap-3">
        {isEmpty && <p>{texts.empty}</p>}
        {isEmpty && (
          <p>
            {texts.orNot}{' '}
            <Button kind="quiet" onClick={props.onIneligible}>
              {flowTexts.eligible.command}
            </Button>
          </p>
        )}
        <Checks {...props} />
        {!isIncomplete && <p className="text-muted">{texts.explain}</p>}
      </div>
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button onClick={props.onClose}>{texts.cancel}</Button>
        {!isIncomplete && (
          <Button kind="primary" onClick={() => props.onSubmit(isEmpty)}>
            {confirmWords(props)}
          </Button>
        )}
      </div>
    </DeskDialog>
  )
}
