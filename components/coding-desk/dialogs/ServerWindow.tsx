import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Span } from '@/lib/text/spans'
import { flowTexts } from '../texts/flow-texts'
import { DeskDialog } from './DeskDialog'
import type { WindowProps } from './use-dialog'

const { arriving: texts } = flowTexts

export const loadWindows = async () => (await import('./server-windows')).serverWindows

type Windows = Awaited<ReturnType<typeof loadWindows>>

export type ServerWindowKind = keyof Windows

/** Over the desk until the window is there: nobody waits for a server that does not answer. */
function Arriving({ onClose }: Pick<WindowProps, 'onClose'>) {
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && onClose()
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <div className="fixed inset-x-0 top-3 z-50 mx-auto flex w-fit items-center gap-4 rounded-lg border border-line bg-surface py-1.5 ps-4 pe-2 shadow-lg">
      <p role="status">{texts.waiting}</p>
      <Button onClick={onClose}>{flowTexts.cancel}</Button>
    </div>
  )
}

/** A window that needs the server anyway: loaded when it is asked for, or before if it soon may be. */
export function ServerWindow({ kind, desk, onClose }: WindowProps & { kind: ServerWindowKind }) {
  // What is in hand as it is asked for: the coder may choose something else until it is there.
  const [about] = useState<Span | null>(desk.selection ?? desk.selected)
  const [windows, setWindows] = useState<Windows | 'failed' | null>(null)
  const isMissing = windows === null
  useEffect(() => {
    if (isMissing) loadWindows().then(setWindows, () => setWindows('failed'))
  }, [isMissing])
  if (windows === null) return <Arriving onClose={onClose} />
  if (windows === 'failed') {
    return (
      <DeskDialog title={texts.title} onClose={onClose}>
        <p className="mb-4">{texts.explain}</p>
        <Button onClick={() => setWindows(null)}>{texts.again}</Button>
      </DeskDialog>
    )
  }
  const Window = windows[kind]
  return <Window desk={desk} about={about} onClose={onClose} />
}
