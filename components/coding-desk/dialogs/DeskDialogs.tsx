import { type ReactNode, useEffect, useRef } from 'react'
import { missingDocumentAnswers } from '@/lib/coding/document-questions'
import { documentAnswers } from '../article/document-answers'
import { PaletteDialog } from '../palette/PaletteDialog'
import { enterMissing } from '../questions/go-on'
import type { Desk } from '../use-desk'
import { FigureChecks } from './FigureChecks'
import { KeysDialog } from './KeysDialog'
import { loadWindows, ServerWindow, type ServerWindowKind } from './ServerWindow'
import { SubmitDialog } from './SubmitDialog'
import type { OpenDialog, WindowProps } from './use-dialog'

function SubmitWindow({ desk, onClose }: WindowProps) {
  const { annotations, codes, codebook, quoteOf, snapshot, outbox } = desk
  // Where the work goes on when it has closed: keys pressed elsewhere than in a question would code.
  const goesOn = useRef<() => boolean>(() => false)
  function show(id: string): void {
    goesOn.current = () => enterMissing(document.querySelector('.desk-questions'))
    onClose()
    desk.pick(id)
  }
  return (
    <SubmitDialog
      {...{ annotations, codes, codebook, quoteOf, onClose }}
      onLeave={() => goesOn.current()}
      open={missingDocumentAnswers(codebook, documentAnswers(snapshot.rows))}
      waiting={snapshot.save.kind === 'saved' ? 0 : snapshot.save.waiting}
      refused={snapshot.refused.length}
      onPick={show}
      onAnswer={() => {
        goesOn.current = () => enterMissing(document.querySelector('.article-questions'))
        onClose()
        desk.runById('article')
      }}
      onIneligible={() => desk.runById('not-eligible')}
      onSubmit={(nothingToCode) => {
        goesOn.current = desk.focusText
        onClose()
        desk.pick(null)
        outbox.submit(nothingToCode)
      }}
    >
      <FigureChecks
        desk={desk}
        onPick={show}
        onShow={(span) => {
          goesOn.current = desk.focusText
          onClose()
          desk.selectWords(span)
        }}
      />
    </SubmitDialog>
  )
}

const palette =
  (kind: 'palette' | 'recode' | 'duplicate') =>
  ({ desk, onClose }: WindowProps) => <PaletteDialog desk={desk} kind={kind} onClose={onClose} />

const ofServer =
  (kind: ServerWindowKind) =>
  ({ desk, onClose }: WindowProps) => <ServerWindow desk={desk} kind={kind} onClose={onClose} />

const windows: Record<NonNullable<OpenDialog>, (props: WindowProps) => ReactNode> = {
  keys: KeysDialog,
  palette: palette('palette'),
  recode: palette('recode'),
  duplicate: palette('duplicate'),
  submit: SubmitWindow,
  'sign-in': ofServer('sign-in'),
  clashes: ofServer('clashes'),
  refused: ofServer('refused'),
  'ask-lead': ofServer('ask-lead'),
  'not-eligible': ofServer('not-eligible'),
  reopen: ofServer('reopen'),
}

/** The one window that is open over the desk, if any. */
export function DeskDialogs({ desk }: { desk: Desk }) {
  const { refused, clashes } = desk.snapshot
  const isSaid = refused.length + clashes.length > 0
  useEffect(() => {
    // While the server is there: it has just answered what the window will be about.
    if (isSaid) loadWindows().catch(() => {})
  }, [isSaid])
  const Open = desk.dialog && windows[desk.dialog]
  return Open && <Open desk={desk} onClose={() => desk.setDialog(null)} />
}
