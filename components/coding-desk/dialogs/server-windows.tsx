import { type ReactNode, useEffect } from 'react'
import { goTo } from '@/components/account/sign-in'
import type { Span } from '@/lib/text/spans'
import { deskPath } from '../flow/desk-path'
import { reopen } from '../flow/requests'
import { takeTheirs } from '../outbox/clash'
import { serverTexts } from '../texts/server-texts'
import { AskDialog } from './AskDialog'
import { ClashDialog } from './ClashDialog'
import { ReasonDialog } from './ReasonDialog'
import { RefusedDialog } from './RefusedDialog'
import { SignInDialog } from './SignInDialog'
import type { WindowProps } from './use-dialog'

type ServerWindowProps = WindowProps & {
  /** What was in hand when the window was asked for. */
  about: Span | null
}

function SignInWindow({ desk, onClose }: WindowProps) {
  function goOn(): void {
    desk.outbox.retry()
    onClose()
  }
  return <SignInDialog codingId={desk.view.codingId} onSignedIn={goOn} onClose={onClose} />
}

function AskWindow({ desk, about, onClose }: ServerWindowProps) {
  const { positions, coding, confirm } = desk
  useEffect(() => {
    if (!about) onClose()
  }, [about, onClose])
  if (!about) return null
  async function send(id: string, question: string): Promise<void> {
    if (about) await coding.ask(id, { start: about.start, end: about.end }, question)
    confirm(serverTexts.ask.sent)
    onClose()
  }
  return <AskDialog quote={positions.slice(about)} onSend={send} onClose={onClose} onLeave={desk.focusText} />
}

function IneligibleWindow({ desk, onClose }: WindowProps) {
  async function mark(reason: string): Promise<void> {
    await desk.coding.mark(reason)
    onClose()
  }
  return <ReasonDialog texts={serverTexts.eligible} onConfirm={mark} onClose={onClose} onLeave={desk.focusText} />
}

function ReopenWindow({ desk, onClose }: WindowProps) {
  const { studyId, codingId } = desk.view
  const begin = async (reason: string) => goTo(deskPath(studyId, await reopen(codingId, reason)))
  return <ReasonDialog texts={serverTexts.reopen} onConfirm={begin} onClose={onClose} />
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
      onAgain={(record) => void outbox.again(record)}
      onDiscard={(record) => void outbox.discard(record)}
    />
  )
}

/** The windows that come to be by the server, or can do nothing without it: the desk is sent without them. */
export const serverWindows = {
  'sign-in': SignInWindow,
  'ask-lead': AskWindow,
  'not-eligible': IneligibleWindow,
  reopen: ReopenWindow,
  clashes: ClashWindow,
  refused: RefusedWindow,
} satisfies Record<string, (props: ServerWindowProps) => ReactNode>
