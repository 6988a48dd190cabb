import type { Code, Codebook } from '@/lib/coding/codebook'
import { allCommands } from '../commands/all-commands'
import type { Command } from '../commands/command'
import { codeId } from '../keyboard/key-map'
import { paletteTexts } from '../texts/palette-texts'
import type { Desk } from '../use-desk'
import type { Findable } from './search'

/** A line of the palette: a code or a command. */
export interface Entry extends Findable {
  id: string
  /** Under which head it stands. */
  group: string
  code?: Code
  command?: Command
}

function codeEntry(code: Code, { families }: Codebook, keysOf: (id: string) => readonly string[]): Entry {
  const family = families.find(({ key }) => key === code.family)?.label ?? code.family
  return {
    ...{ id: codeId(code), group: paletteTexts.codes, label: code.label, code },
    keys: keysOf(codeId(code)),
    words: [code.key, family, code.definition, ...code.include].join(' '),
  }
}

function commandEntry(command: Command, keysOf: (id: string) => readonly string[]): Entry {
  const group = paletteTexts.groups[command.group]
  return { id: command.id, group, label: command.label, command, keys: keysOf(command.id), words: group }
}

/** The codes of the codebook as lines. */
export function codeEntries({ spanCodes, codebook, keys }: Desk): Entry[] {
  return spanCodes.map((code) => codeEntry(code, codebook, keys.keysOf))
}

/** The commands that would do something now, as lines. */
export function commandEntries(desk: Desk): Entry[] {
  return allCommands
    .filter((command) => command.id !== 'palette' && (command.isPossible?.(desk) ?? true))
    .map((command) => commandEntry(command, desk.keys.keysOf))
}
