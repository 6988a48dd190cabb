import { deskTexts } from '../texts/desk-texts'
import { paletteTexts } from '../texts/palette-texts'
import type { Command } from './command'

const { commands: texts } = deskTexts

/** What opens a window over the desk. */
export const windowCommands: readonly Command[] = [
  {
    id: 'palette',
    label: paletteTexts.open,
    group: 'help',
    keys: ['/', 'Mod+k'],
    run: ({ setDialog }) => setDialog('palette'),
  },
  { id: 'keys', label: texts.keys, group: 'help', keys: ['?'], run: ({ setDialog }) => setDialog('keys') },
]
