import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isSomebodyElses } from '../outbox/requests'
import { sessionTexts } from '../texts/session-texts'
import { DeskDialog } from './DeskDialog'

const { signIn: texts } = sessionTexts

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

/** Loaded by who signs in, which needs the server anyway: everybody else is spared it. */
const loadFields = async () => (await import('@/components/account/sign-in-fields')).SignInFields

type Fields = Awaited<ReturnType<typeof loadFields>>

/** Signs in again where the coder is: the desk stays as it was. */
export function SignInDialog({ codingId, onSignedIn, onClose }: SignInDialogProps) {
  const [loaded, setLoaded] = useState<{ Fields: Fields } | 'failed' | null>(null)
  useEffect(() => {
    loadFields().then(
      (Fields) => setLoaded({ Fields }),
      () => setLoaded('failed'),
    )
  }, [])
  async function goOn(): Promise<string | undefined> {
    const wrong = await refuseOtherPerson(codingId)
    if (!wrong) onSignedIn()
    return wrong
  }
  return (
    <DeskDialog title={texts.title} onClose={onClose}>
      <p className="mb-4 text-muted">{texts.explain}</p>
      {loaded === 'failed' ? (
        <>
          <p className="mb-4">{texts.notLoaded}</p>
          <Button onClick={() => window.location.reload()}>{texts.reload}</Button>
        </>
      ) : (
        loaded && <loaded.Fields confirm={texts.confirm} onSignedIn={goOn} />
      )}
    </DeskDialog>
  )
}
