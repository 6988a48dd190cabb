import type { ReactNode } from 'react'
import type { Code } from '@/lib/coding/codebook'
import { CodeName } from '../CodeName'
import { allCommands } from '../commands/all-commands'
import type { KeyMap } from '../keyboard/key-map'
import { strokeText } from '../keyboard/strokes'
import { deskTexts } from '../texts'
import { DeskDialog } from './DeskDialog'

const { keys: texts } = deskTexts

function Keys({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-5 gap-y-2">{children}</dl>
}

function Line({ stroke, children }: { stroke: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="font-semibold">{stroke}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface KeysDialogProps {
  keys: KeyMap
  codes: readonly Code[]
  onClose(): void
}

/** All keys of the desk. */
export function KeysDialog({ keys, codes, onClose }: KeysDialogProps) {
  const spoken = (commandId: string) => keys.keysOf(commandId).map((stroke) => strokeText(stroke))
  return (
    <DeskDialog title={texts.title} onClose={onClose}>
      <Keys>
        {texts.native.map(([stroke, does]) => (
          <Line key={stroke} stroke={stroke}>
            {does}
          </Line>
        ))}
        <Line stroke={texts.ofCodes}>{texts.codeDoes}</Line>
        {allCommands
          .filter(({ id }) => spoken(id).length > 0)
          .map(({ id, label }) => (
            <Line key={id} stroke={spoken(id).join(', ')}>
              {label}
            </Line>
          ))}
      </Keys>
      {keys.withoutKey.length > 0 && (
        <>
          <h3 className="mt-5 mb-2 text-muted text-sm">{texts.without}</h3>
          <ul>
            {keys.withoutKey.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-5 mb-2 text-muted text-sm">{texts.codes}</h3>
      <Keys>
        {codes
          .filter((code) => code.shortcut)
          .map((code) => (
            <Line key={code.key} stroke={code.shortcut ?? ''}>
              <CodeName code={code} />
            </Line>
          ))}
      </Keys>
    </DeskDialog>
  )
}
