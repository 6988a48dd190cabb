/** What a coder says of a cluster: for which reading, by letter; null while the coder has said nothing of it as it is. */
export interface SaidStance {
  /** Letter of the coder's own reading. */
  reading: string
  stance: string | null
}

/**
 * The letter of the reading that all coders of a cluster want: null while anybody wants another one or has said nothing.
 * One coder alone agrees with nobody.
 */
export function agreedReading(stances: readonly SaidStance[]): string | null {
  const [first, ...others] = stances
  if (!first?.stance || others.length === 0) return null
  return others.every(({ stance }) => stance === first.stance) ? first.stance : null
}
