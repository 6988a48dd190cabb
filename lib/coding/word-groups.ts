import { type EntityNames, foldedName } from './entity-names'

/** A word that coders wrote, in all its spellings. */
export interface WordGroup {
  /** The most frequent spelling, without white space around it. */
  word: string
  /** The others, the most frequent first. */
  spellings: string[]
  /** Annotations, and variables of documents, that name it in any spelling. */
  uses: number
}

/**
 * The words that stand for none of these entities: spellings with one folded name together, the most frequent first,
 * ties in the order of the characters.
 */
export function groupedWords(
  used: readonly { word: string; uses: number }[],
  entities: readonly EntityNames[],
): WordGroup[] {
  const known = new Set(entities.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldedName))
  const groups = new Map<string, Map<string, number>>()
  for (const { word, uses } of used) {
    const folded = foldedName(word)
    if (folded === '' || known.has(folded)) continue
    const spellings = groups.get(folded) ?? new Map<string, number>()
    groups.set(folded, spellings.set(word.trim(), (spellings.get(word.trim()) ?? 0) + uses))
  }
  return [...groups.values()].map(toGroup).sort((one, other) => byUse([one.word, one.uses], [other.word, other.uses]))
}

function toGroup(spellings: ReadonlyMap<string, number>): WordGroup {
  const [first, ...others] = [...spellings].sort(byUse).map(([word]) => word)
  return { word: first ?? '', spellings: others, uses: [...spellings.values()].reduce((sum, uses) => sum + uses, 0) }
}

function byUse([one, often]: [string, number], [other, oftenToo]: [string, number]): number {
  return oftenToo - often || (one < other ? -1 : Number(one > other))
}
