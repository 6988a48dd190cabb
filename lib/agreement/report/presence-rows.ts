import type { PresenceTables } from './document-statistics'

/**
 * What one document adds to the coincidence matrix of a variable's presence (Krippendorff 2011): flat, row by row,
 * absent before present. A variable that is not in the tables was marked by nobody. All zero with fewer than two coders.
 * @param coders how many submitted the document
 */
export function presenceCoincidences({ units, presence }: PresenceTables, variable: string, coders: number): number[] {
  if (coders < 2) return [0, 0, 0, 0]
  const counts = presence[variable] ?? []
  let [one, both] = [0, 0]
  for (let from = 0; from < counts.length; from += 3) {
    one += (counts[from] ?? 0) + (counts[from + 1] ?? 0)
    both += counts[from + 2] ?? 0
  }
  const neither = (units * coders * (coders - 1)) / 2 - one - both
  const mixed = one / (coders - 1)
  return [(2 * neither) / (coders - 1), mixed, mixed, (2 * both) / (coders - 1)]
}
