import { type ReactNode, useState } from 'react'
import { goTo } from '@/components/account/sign-in'
import { missingDocumentAnswers } from '@/lib/coding/document-questions'
import { documentAnswers } from '../article/document-answers'
import { deskPath } from '../flow/desk-path'
import { reopen } from '../flow/requests'
import { takeTheirs } from '../outbox/clash'
import { PaletteDialog } from '../palette/PaletteDialog'
import { flowTexts } from '../texts/flow-texts'
import type { Desk } from '../use-desk'
import { AskDialog } from './AskDialog'
import { ClashDialog } from './ClashDialog'
import { FigureChecks } from './FigureChecks'
import { KeysDialog } from './KeysDialog'
import { ReasonDialog } from './ReasonDialog'
import { RefusedDialog } from './RefusedDialog'
import { SignInDialog } from './SignInDialog'
import { SubmitDialog } from './SubmitDialog'
import type { OpenDialog } from './use-dialog'

interface WindowProps {
  desk: Desk
  onClose(): void
}

function SubmitWindow({ desk, onClose }: WindowProps) {
  const { annotations, codes, codebook, quoteOf, snapshot, outbox } = desk
  return (
    <SubmitDialog
      {...{ annotations, codes, codebook, quoteOf, onClose }}
      open={missingDocumentAnswers(codebook, documentAnswers(snapshot.rows))}
      waiting={snapshot.save.kind === 'saved' ? 0 : snapshot.save.waiting}
      refused={snapshot.refused.length}
      onPick={(id) => {
        onClose()
        desk.pick(id)
      }}
      onAnswer={() => {
        onClose()
        desk.runById('article')
      }}
      onSubmit={(nothingToCode) => {
        onClose()
        desk.pick(null)
        outbox.submit(nothingToCode)
      }}
    >
      <FigureChecks
        desk={desk}
        onPick={(id) => {
          onClose()
          desk.pick(id)
        }}
        onShow={(span) => {
          onClose()
          desk.selectWords(span)
        }}
      />
    </SubmitDialog>
  )
}

function SignInWindow({ desk, onClose }: WindowProps) {
  function goOn(): void {
    desk.outbox.retry()
    onClose()
  }
  return <SignInDialog codingId={desk.view.codingId} onSignedIn={goOn} onClose={onClose} />
}

function ClashWindow({ desk, onClose }: WindowProps) {
  const { codes, codebook, snapshot, outbox, positions } = desk
  return (
    <ClashDialog
      {...{ codes, codebook, onClose }}
      clashes={snapshot.clashes}
      slice={(span) => positions.slice(span)}
      onKeep={({ rowId }) => outbox.lookedAt(rowId)}
      onTake={(clash) => {
        desk.commit(takeTheirs(clash, snapshot.rows))
        outbox.lookedAt(clash.rowId)
      }}
    />
  )
}

function RefusedWindow({ desk, onClose }: WindowProps) {
  const { codes, snapshot, outbox, positions } = desk
  return (
    <RefusedDialog
      {...{ codes, onClose }}
      codingId={desk.view.codingId}
      records={snapshot.refused}
      slice={(span) => positions.slice(span)}
      onSettle={(record, how) => void outbox.settle(record, how)}
    />
  )
}

function AskWindow({ desk, onClose }: WindowProps) {
  const { selection, selected, positions, coding, say } = desk
  // What was in hand when it opened: another tab may delete it while the question is being written.
  const [about] = useState(selection ?? selected)
  if (!about) return null
  async function send(id: string, question: string): Promise<void> {
    if (about) await coding.ask(id, { start: about.start, end: about.end }, question)
    say(flowTexts.ask.sent)
    onClose()
  }
  return <AskDialog quote={positions.slice(about)} onSend={send} onClose={onClose} />
}

function IneligibleWindow({ desk, onClose }: WindowProps) {
  async function mark(reason: string): Promise<void> {
    await desk.coding.mark(reason)
    onClose()
  }
  return <ReasonDialog texts={flowTexts.eligible} onConfirm={mark} onClose={onClose} />
}

function ReopenWindow({ desk, onClose }: WindowProps) {
  const { studyId, codingId } = desk.view
  const begin = async (reason: string) => goTo(deskPath(studyId, await reopen(codingId, reason)))
  return <ReasonDialog texts={flowTexts.reopen} onConfirm={begin} onClose={onClose} />
}

const palette =
  (kind: 'palette' | 'recode' | 'duplicate') =>
  ({ desk, onClose }: WindowProps) => <PaletteDialog desk={desk} kind={kind} onClose={onClose} />

const windows: Record<NonNullable<OpenDialog>, (props: WindowProps) => ReactNode> = {
  keys: KeysDialog,
  palette: palette('palette'),
  recode: palette('recode'),
  duplicate: palette('duplicate'),
  submit: SubmitWindow,
  'sign-in': SignInWindow,
  clashes: ClashWindow,
  refused: RefusedWindow,
  'ask-lead': AskWindow,
  'not-eligible': IneligibleWindow,
  reopen: ReopenWindow,
}

/** The one window that is open over the desk, if any. */
export function DeskDialogs({ desk }: { desk: Desk }) {
  const Open = desk.dialog && windows[desk.dialog]
  return Open && <Open desk={desk} onClose={() => desk.setDialog(null)} />
}
