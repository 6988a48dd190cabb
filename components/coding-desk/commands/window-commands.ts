import { deskTexts } from '../texts'
import type { Command } from './command'

const { commands: texts } = deskTexts

/** What opens a window over the desk. */
export const windowCommands: readonly Command[] = [
  { id: 'keys', label: texts.keys, group: 'help', keys: ['?'], run: ({ setDialog }) => setDialog('keys') },
]
