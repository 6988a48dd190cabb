import { foldedName } from '@/lib/coding/entity-names'
import type { ListedName } from './listed-name'

const partsOf = (name: string) => foldedName(name).match(/[\p{L}\p{N}]+/gu) ?? []

/** The approved name that a word is most likely another word for: the one it shares most parts with, if any. */
export function likelyName(word: string, approved: readonly ListedName[]): string | undefined {
  const parts = new Set(partsOf(word))
  const shared = ({ name, aliases }: ListedName) =>
    Math.max(...[name, ...aliases].map((one) => new Set(partsOf(one).filter((part) => parts.has(part))).size))
  const [best] = approved
    .map((entity) => ({ id: entity.id, shared: shared(entity) }))
    .filter((entity) => entity.shared > 0)
    .sort((one, other) => other.shared - one.shared)
  return best?.id
}
