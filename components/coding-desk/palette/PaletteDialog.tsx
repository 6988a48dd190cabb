import { useRef } from 'react'
import { allCommands } from '../commands/all-commands'
import { applyCode, changeCode, duplicateTo } from '../commands/marking-commands'
import type { Desk } from '../use-desk'
import { CommandPalette } from './CommandPalette'
import { codeEntries, commandEntries, type Entry } from './entries'

type Kind = 'palette' | 'recode' | 'duplicate'

function take(desk: Desk, kind: Kind, { code, command }: Entry): void {
  if (command) desk.run(command)
  if (!code) return
  if (kind === 'duplicate') duplicateTo(desk, code)
  else if (kind === 'recode' && desk.selected) changeCode(desk, desk.selected, code)
  else applyCode(desk, code)
}

/** The palette over the desk. What was taken happens when it has closed: it may want the focus for itself. */
export function PaletteDialog({ desk, kind, onClose }: { desk: Desk; kind: Kind; onClose(): void }) {
  const taken = useRef<Entry | null>(null)
  return (
    <CommandPalette
      kind={kind}
      codes={desk.canEdit ? codeEntries(desk) : []}
      commands={commandEntries(allCommands, desk)}
      onClose={onClose}
      onTake={(entry) => {
        taken.current = entry
        onClose()
      }}
      onClosed={() => {
        desk.focusText()
        if (taken.current) take(desk, kind, taken.current)
      }}
    />
  )
}
