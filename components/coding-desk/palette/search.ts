/** Something the palette can find. */
export interface Findable {
  /** What it is called. */
  label: string
  /** Strokes that stand for it: found by writing them. */
  keys: readonly string[]
  /** Other words that describe it. */
  words: string
}

/** Small letters without accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** How well a word of the query fits, from 0 (not at all) to 4. */
function fitness(word: string, label: string, words: string): number {
  if (label.startsWith(word)) return 4
  if (label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) return 3
  if (label.includes(word)) return 2
  return words.includes(word) ? 1 : 0
}

function rank({ label, keys, words }: Findable, query: string): number {
  if (keys.includes(query)) return 5
  const parts = folded(query).split(/\s+/).filter(Boolean)
  const [name, description] = [folded(label), folded(words)]
  return Math.min(...parts.map((part) => fitness(part, name, description)))
}

/** What fits every word of the query, the best first; everything in its order for an empty query. */
export function search<Entry extends Findable>(entries: readonly Entry[], query: string): Entry[] {
  const asked = query.trim()
  if (!asked) return [...entries]
  return entries
    .map((entry) => ({ entry, rank: rank(entry, asked) }))
    .filter(({ rank: how }) => how > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry)
}
