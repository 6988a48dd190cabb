import type { Code } from '@/lib/coding/codebook'
import type { Command } from '../commands/command'

/** What a stroke is bound to. */
export type Bound = { command: Command } | { code: Code }

/** Strokes that the coder gave to commands instead of their own, by command id. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>

/** What every stroke of the desk means. */
export interface KeyMap {
  bound: ReadonlyMap<string, Bound>
  /** Commands that lost all their strokes to codes: they have none until the coder gives them one. */
  withoutKey: readonly Command[]
  /** The strokes of a command that work. */
  keysOf(commandId: string): readonly string[]
}

/**
 * Binds strokes. The codebook's keys go before those a command has by nature, and what the coder chose goes before both.
 */
export function keyMap(commands: readonly Command[], codes: readonly Code[], own: OwnKeys = {}): KeyMap {
  const bound = new Map<string, Bound>()
  const bind = (stroke: string, to: Bound) => {
    if (!bound.has(stroke)) bound.set(stroke, to)
  }
  for (const command of commands) for (const stroke of own[command.id] ?? []) bind(stroke, { command })
  for (const code of codes) if (code.shortcut) bind(code.shortcut, { code })
  for (const command of commands) {
    if (!own[command.id]) for (const stroke of command.keys) bind(stroke, { command })
  }
  const keysOf = (commandId: string) =>
    [...bound].flatMap(([stroke, to]) => ('command' in to && to.command.id === commandId ? [stroke] : []))
  const withoutKey = commands.filter(({ id, keys }) => keys.length > 0 && keysOf(id).length === 0)
  return { bound, withoutKey, keysOf }
}
