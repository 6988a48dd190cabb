import { caretCommands } from './caret-commands'
import type { Command } from './command'
import { edgeCommands } from './edge-commands'
import { findingCommands } from './finding-commands'
import { flowCommands } from './flow-commands'
import { historyCommands } from './history-commands'
import { letGoCommand, markCommands } from './marking-commands'
import { movingCommands } from './moving-commands'
import { panelCommands } from './panel-commands'
import { partsCommands } from './parts-commands'
import { shapingCommands } from './shaping-commands'
import { windowCommands } from './window-commands'

/** Everything that the desk can be asked to do, in the order in which it is listed. */
export const allCommands: readonly Command[] = [
  ...markCommands,
  letGoCommand,
  ...partsCommands,
  ...shapingCommands,
  ...edgeCommands,
  ...movingCommands,
  ...caretCommands,
  ...findingCommands,
  ...flowCommands,
  ...panelCommands,
  ...historyCommands,
  ...windowCommands,
]
