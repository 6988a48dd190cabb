import type { Code, Codebook } from '@/lib/coding/codebook'
import type { Command } from '../commands/command'
import { codeId, type KeyMap } from '../keyboard/key-map'
import type { MarkingDesk } from '../marking-desk'
import { paletteTexts } from '../texts/palette-texts'
import type { Desk } from '../use-desk'
import type { Findable } from './search'

/** A line of the palette: a code or a command. */
export interface Entry<On = Desk> extends Findable {
  id: string
  /** Under which head it stands. */
  group: string
  code?: Code
  command?: Command<On>
}

function codeEntry<On>(code: Code, { families }: Codebook, keysOf: (id: string) => readonly string[]): Entry<On> {
  const family = families.find(({ key }) => key === code.family)?.label ?? code.family
  return {
    ...{ id: codeId(code), group: paletteTexts.codes, label: code.label, code },
    keys: keysOf(codeId(code)),
    words: [code.key, family, code.definition, ...code.include].join(' '),
  }
}

function commandEntry<On>(command: Command<On>, keysOf: (id: string) => readonly string[]): Entry<On> {
  const group = paletteTexts.groups[command.group]
  const words = [group, command.words ?? ''].join(' ')
  return { id: command.id, group, label: command.label, command, keys: keysOf(command.id), words }
}

/** The codes of the codebook as lines. */
export function codeEntries<On = Desk>({ spanCodes, codebook, keys }: MarkingDesk): Entry<On>[] {
  return spanCodes.map((code) => codeEntry<On>(code, codebook, keys.keysOf))
}

/** The commands that would do something now, as lines. */
export function commandEntries<On extends { keys: Pick<KeyMap<On>, 'keysOf'> }>(
  commands: readonly Command<On>[],
  desk: On,
): Entry<On>[] {
  return commands
    .filter((command) => command.id !== 'palette' && (command.isPossible?.(desk) ?? true))
    .map((command) => commandEntry(command, desk.keys.keysOf))
}
