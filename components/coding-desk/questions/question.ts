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
