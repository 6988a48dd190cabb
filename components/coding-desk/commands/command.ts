import type { Code } from '@/lib/coding/codebook'
import type { Desk } from '../use-desk'

/** Under which head the palette and the list of keys show a command. */
export type CommandGroup = 'deciding' | 'marking' | 'moving' | 'article' | 'help'

/** Something one can ask a desk to do: by a key, from the palette, or with a button. */
export interface Command<On = Desk> {
  /** Stable: what the coder changed about its keys is kept under it. */
  id: string
  /** What it does, as the palette and the list of keys say it. */
  label: string
  /** Other words that the palette finds it by. */
  words?: string
  group: CommandGroup
  /** Its strokes unless the coder chose others, named as in keyboard/strokes.ts. */
  keys: readonly string[]
  /**
   * Where its strokes count: on the desk but in a field being written in (unless said), only while reading (in the text,
   * or with the focus nowhere), or everywhere.
   */
  scope?: 'desk' | 'reading' | 'everywhere'
  /** Whether it would do anything now; the palette offers it only then. Always when absent. */
  isPossible?(desk: On): boolean
  /** Whether these codes have what it is about; the list of keys shows it only then. Always when absent. */
  suits?(codes: readonly Code[]): boolean
  /** @param target what had the focus when its key was pressed */
  run(desk: On, target: EventTarget | null): void
}
