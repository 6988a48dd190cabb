import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { sessionTexts } from '../texts/session-texts'
import { DeskDialog } from './DeskDialog'
import type { WindowProps } from './window-props'

const { unreachable: texts } = sessionTexts

const loadWindows = async () => (await import('./server-windows')).serverWindows

type Windows = Awaited<ReturnType<typeof loadWindows>>

/** A window that needs the server anyway: loaded by who opens it, everybody else is spared it. */
export function ServerWindow({ kind, desk, onClose }: WindowProps & { kind: keyof Windows }) {
  const [windows, setWindows] = useState<Windows | 'failed' | null>(null)
  useEffect(() => {
    loadWindows().then(setWindows, () => setWindows('failed'))
  }, [])
  if (windows === null) return null
  if (windows === 'failed') {
    return (
      <DeskDialog title={texts.title} onClose={onClose}>
        <p className="mb-4">{texts.explain}</p>
        <Button onClick={() => window.location.reload()}>{texts.reload}</Button>
      </DeskDialog>
    )
  }
  const Window = windows[kind]
  return <Window desk={desk} onClose={onClose} />
}
