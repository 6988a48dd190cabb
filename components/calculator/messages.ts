import type { Level } from '@/lib/formats/agreement-coding-figures'
import type { SpanUnit } from '@/lib/formats/agreement-span-units'
import type { Figures } from './figures'
import type { Found } from './look'

/** What a person asks for besides the table. */
export interface Choices {
  level: Level
  unit: SpanUnit
  /** B; null = as the table suggests, many where it has documents to draw. */
  replicates: number | null
  seed: number
  /** Also the statistics that take long and are for one document: gamma. */
  gamma: boolean
}

/** Work for the worker: files are handed over unread, so that the page never holds their text. */
export interface Task {
  id: number
  /** Just chosen. */
  files: readonly File[]
  /** Chosen before: of use where the new ones need another, as spans need lengths. */
  before: readonly File[]
  choices: Choices
}

/** What the worker says about a task, in this order; it ends with figures, a problem, or tables that want another. */
export type Answer = { id: number } & (
  | { kind: 'found'; found: Found; files: File[] }
  | { kind: 'figures'; figures: Figures }
  | { kind: 'problem'; message: string }
)
