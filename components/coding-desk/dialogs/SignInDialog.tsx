import { SignInFields } from '@/components/account/sign-in-fields'
import { isSomebodyElses } from '../outbox/requests'
import { serverTexts } from '../texts/server-texts'
import { DeskDialog } from './DeskDialog'

const { signIn: texts } = serverTexts

/** Whether the coding belongs to who has just signed in; work that waits must not be sent by anybody else. */
async function refuseOtherPerson(codingId: string): Promise<string | undefined> {
  if (!(await isSomebodyElses(codingId))) return undefined
  await (await import('next-auth/react')).signOut({ redirect: false })
  return texts.otherPerson
}

interface SignInDialogProps {
  codingId: string
  onSignedIn(): void
  onClose(): void
}

/** Signs in again where the coder is: the desk stays as it was. */
export function SignInDialog({ codingId, onSignedIn, onClose }: SignInDialogProps) {
  async function goOn(): Promise<string | undefined> {
    const wrong = await refuseOtherPerson(codingId)
    if (!wrong) onSignedIn()
    return wrong
  }
  return (
    <DeskDialog title={texts.title} onClose={onClose}>
      <p className="mb-4 text-muted">{texts.explain}</p>
      <SignInFields confirm={texts.confirm} onSignedIn={goOn} />
    </DeskDialog>
  )
}
