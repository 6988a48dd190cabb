import { applyCode, changeCode, duplicateTo } from '../commands/marking-commands'
import type { Desk } from '../use-desk'
import { CommandPalette } from './CommandPalette'
import type { Entry } from './entries'

type Kind = 'palette' | 'recode' | 'duplicate'

function take(desk: Desk, kind: Kind, { code, command }: Entry): void {
  if (command) desk.run(command)
  if (!code) return
  if (kind === 'duplicate') duplicateTo(desk, code)
  else if (kind === 'recode' && desk.selected) changeCode(desk, desk.selected, code)
  else applyCode(desk, code)
}

/** The palette over the desk: it closes, then what was taken happens. */
export function PaletteDialog({ desk, kind, onClose }: { desk: Desk; kind: Kind; onClose(): void }) {
  return (
    <CommandPalette
      desk={desk}
      kind={kind}
      onClose={onClose}
      onTake={(entry) => {
        onClose()
        take(desk, kind, entry)
      }}
    />
  )
}
