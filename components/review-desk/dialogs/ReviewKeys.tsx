import { useState } from 'react'
import type { CommandGroup } from '../../coding-desk/commands/command'
import { DeskDialog } from '../../coding-desk/dialogs/DeskDialog'
import { KeyRow } from '../../coding-desk/dialogs/KeyRow'
import { boundId } from '../../coding-desk/keyboard/key-map'
import { Stroke } from '../../coding-desk/keyboard/Stroke'
import { paletteTexts } from '../../coding-desk/texts/palette-texts'
import { deskTexts } from '../texts/desk-texts'
import { keysTexts as texts } from '../texts/keys-texts'
import type { Review } from '../use-review'

const groups: readonly CommandGroup[] = ['deciding', 'marking', 'moving', 'help']

/** What the keys mean while an answer is being given: they belong to the answers. */
function InAnswers() {
  return (
    <section className="mt-5">
      <h3 className="mb-1 font-semibold">{texts.inAnswers}</h3>
      <ul>
        {texts.answers.map(([stroke, does]) => (
          <li key={does} className="flex flex-wrap justify-between gap-x-4 border-line border-b py-1.5">
            <span>{does}</span>
            <Stroke name={stroke} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All keys of the desk, each to be changed: those that work at this moment. */
export function ReviewKeys({ review, onClose }: { review: Review; onClose(): void }) {
  const [openId, setOpenId] = useState<string | null>(null)
  const desk = { keys: review.keys, settings: review.writing.settings, changeSettings: review.writing.changeSettings }
  return (
    <DeskDialog title={deskTexts.header.keys} onClose={onClose}>
      <p className="text-muted text-sm">{review.isWriting ? texts.writing : texts.deciding}</p>
      {groups.map((group) => {
        const commands = review.commands.filter(
          (command) => command.group === group && (command.suits?.(review.writing.spanCodes) ?? true),
        )
        if (commands.length === 0) return null
        return (
          <section key={group} className="mt-5">
            <h3 className="mb-1 font-semibold">{paletteTexts.groups[group]}</h3>
            <ul>
              {commands.map((command) => {
                const id = boundId({ command })
                const isOpen = openId === id
                return (
                  <KeyRow
                    key={id}
                    {...{ desk, isOpen }}
                    to={{ command }}
                    onToggle={() => setOpenId(isOpen ? null : id)}
                  >
                    {command.label}
                  </KeyRow>
                )
              })}
            </ul>
          </section>
        )
      })}
      <InAnswers />
    </DeskDialog>
  )
}
