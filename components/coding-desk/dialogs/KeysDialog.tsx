import { type ReactNode, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { CodeName } from '../codes/CodeName'
import { allCommands } from '../commands/all-commands'
import type { CommandGroup } from '../commands/command'
import { type Bound, boundId } from '../keyboard/key-map'
import { strokeText } from '../keyboard/strokes'
import { deskTexts } from '../texts/desk-texts'
import { keysTexts as texts } from '../texts/keys-texts'
import { paletteTexts } from '../texts/palette-texts'
import type { Desk } from '../use-desk'
import { DeskDialog } from './DeskDialog'
import { KeyRow } from './KeyRow'

const groups: readonly CommandGroup[] = ['marking', 'moving', 'article', 'help']

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="mt-5">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {hint && <p className="mb-1 text-muted text-sm">{hint}</p>}
      <ul>{children}</ul>
    </section>
  )
}

function OneKey({ desk }: { desk: Desk }) {
  const find = desk.keys.keysOf('palette').find((stroke) => stroke.length > 1)
  return (
    <div className="rounded-md bg-sunken px-3 py-1">
      <Checkbox
        label={texts.oneKey}
        hint={texts.oneKeyHint(find ? strokeText(find) : '')}
        checked={desk.settings.oneKey}
        onChange={(event) => desk.changeSettings({ oneKey: event.target.checked })}
      />
    </div>
  )
}

function Native() {
  return (
    <Group title={texts.nativeTitle}>
      {texts.native.map(([strokes, does]) => (
        <li key={strokes} className="flex flex-wrap justify-between gap-x-4 border-line border-b py-1.5">
          <span>{does}</span>
          <span className="text-muted text-sm">{strokes}</span>
        </li>
      ))}
    </Group>
  )
}

/** All keys of the desk, each to be changed. */
export function KeysDialog({ desk, onClose }: { desk: Desk; onClose(): void }) {
  const [openId, setOpenId] = useState<string | null>(null)
  const row = (to: Bound<Desk>, name: ReactNode) => {
    const id = boundId(to)
    const isOpen = openId === id
    return (
      <KeyRow key={id} {...{ desk, to, isOpen }} onToggle={() => setOpenId(isOpen ? null : id)}>
        {name}
      </KeyRow>
    )
  }
  const commands = allCommands.filter(({ suits }) => suits?.(desk.spanCodes) ?? true)
  return (
    <DeskDialog title={deskTexts.keys.title} onClose={onClose}>
      <OneKey desk={desk} />
      <Group title={texts.codes} hint={texts.codesHint}>
        {desk.spanCodes.map((code) => row({ code }, <CodeName code={code} />))}
      </Group>
      {groups.map((group) => (
        <Group key={group} title={paletteTexts.groups[group]}>
          {commands.filter((command) => command.group === group).map((command) => row({ command }, command.label))}
        </Group>
      ))}
      <Native />
    </DeskDialog>
  )
}
