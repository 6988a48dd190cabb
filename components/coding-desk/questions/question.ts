import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute } from '@/lib/coding/codebook'
import type { NameOffer } from '../names/name-offers'

/** One question of the codebook and how it stands. */
export interface QuestionProps {
  /** Unique in its form. */
  questionKey: string
  attribute: Attribute
  value: AttributeValue | undefined
  required: boolean
  /** Whether the answer was filled in by the tool and nobody has looked at it. */
  isPrefilled: boolean
  /** Names on offer, where a name is asked for. */
  names: readonly NameOffer[]
  /** What this coder answered before, where words are asked for. */
  suggestions: readonly string[]
  onChange(value: AttributeValue | undefined): void
}

/** What a control needs besides: the ids of its input and of the words that name it. */
export type ControlProps = QuestionProps & { id: string; labelId: string }

/** Answers that are chosen, not written. */
export function isChoice({ type }: Attribute): boolean {
  return type === 'enum' || type === 'boolean'
}

/** So many answers stay in view; more are a list to open. */
const mostInView = 8

/** Whether there are so many answers, of which one is chosen, that they are a list to open. */
export function isLongList({ type, multiple, values }: Attribute): boolean {
  return type === 'enum' && !multiple && values.length > mostInView
}

/** Yes or no, a number, a few words: half a row is enough. */
export function isShort({ type, multiple }: Attribute): boolean {
  return type === 'boolean' || type === 'number' || (type === 'string' && !multiple)
}

/** How questions stand together: short ones two in a row, on a wide sheet long ones too. */
export const questionGrid = 'grid grid-cols-2 gap-x-3 gap-y-3 md:grid-cols-4 lg:grid-cols-2'
