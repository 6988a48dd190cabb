import type { Code } from '@/lib/coding/codebook'
import type { Command } from '../commands/command'
import type { DeskSettings } from '../settings/desk-settings'

/** What a stroke is bound to. */
export type Bound<On> = { command: Command<On> } | { code: Code }

/** Strokes that the coder gave to commands and codes instead of their own, by their id; none takes a key away. */
export type OwnKeys = DeskSettings['ownKeys']

/** What every stroke of a desk means. */
export interface KeyMap<On> {
  bound: ReadonlyMap<string, Bound<On>>
  /** Commands that lost all their strokes to others: they have none until the coder gives them one. */
  withoutKey: readonly Command<On>[]
  /** The strokes of a command or code that work. */
  keysOf(id: string): readonly string[]
}

/** The id under which a code's keys are kept. */
export function codeId({ key }: Code): string {
  return `code:${key}`
}

/** The id of what a stroke is bound to. */
export function boundId<On>(to: Bound<On>): string {
  return 'command' in to ? to.command.id : codeId(to.code)
}

/** Whether a stroke is one character alone, which speech input and slips of the hand produce easily (WCAG 2.1.4). */
function isOneKey(stroke: string): boolean {
  return [...stroke].length === 1
}

/** What may have keys, those first that others have to make way for. */
function inRank<On>(
  commands: readonly Command<On>[],
  codes: readonly Code[],
  own: OwnKeys,
): { to: Bound<On>; strokes: readonly string[] }[] {
  const chosen = (to: Bound<On>) => own[boundId(to)]
  const all: { to: Bound<On>; natural: readonly string[] }[] = [
    ...codes.map((code) => ({ to: { code }, natural: code.shortcut ? [code.shortcut] : [] })),
    ...commands.map((command) => ({ to: { command }, natural: command.keys })),
  ]
  return [
    ...all.map(({ to }) => ({ to, strokes: chosen(to) ?? [] })),
    ...all.filter(({ to }) => !chosen(to)).map(({ to, natural }) => ({ to, strokes: natural })),
  ]
}

/**
 * Binds strokes. The codebook's keys go before those a command has by nature, and what the coder chose goes before both.
 */
export function keyMap<On>(
  commands: readonly Command<On>[],
  codes: readonly Code[],
  { ownKeys, oneKey }: Pick<DeskSettings, 'ownKeys' | 'oneKey'>,
): KeyMap<On> {
  const bound = new Map<string, Bound<On>>()
  for (const { to, strokes } of inRank(commands, codes, ownKeys)) {
    for (const stroke of strokes) {
      if (!bound.has(stroke) && (oneKey || !isOneKey(stroke))) bound.set(stroke, to)
    }
  }
  const strokesById = new Map<string, string[]>()
  for (const [stroke, to] of bound) strokesById.set(boundId(to), [...(strokesById.get(boundId(to)) ?? []), stroke])
  const keysOf = (id: string) => strokesById.get(id) ?? []
  const isTaken = (stroke: string) => bound.has(stroke)
  const withoutKey = commands.filter(
    ({ id, keys }) => !ownKeys[id] && keys.length > 0 && keysOf(id).length === 0 && keys.some(isTaken),
  )
  return { bound, withoutKey, keysOf }
}
